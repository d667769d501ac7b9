"""What is read out of the briefings: mentions, links, topics, dates, voices, figures, key points.

All places are offsets in an ``EditionBlock`` of the default edition: ``block`` is its id, ``[start, end)`` half-open.
``document.carry`` takes them to another edition. The record (``data/briefings/SLUG.json``) is made of these.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of ``names.yml`` in the text; ``surface`` is the text's own wording."""

    name_id: str
    surface: str
    block: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Skip:
    """A mention that did not become a link, and why: repeat, common, heading, quotation, adjacent …"""

    name_id: str
    block: str
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a topic or a related briefing is there: a name (``id``) or a word, its weight and how often it occurs."""

    text: str
    id: str = ""
    weight: float = 0.0
    count: int = 0


@dataclass(frozen=True, slots=True)
class TopicHit:
    """An article belongs to a topic."""

    topic_id: str
    score: float
    why: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class ReferenceDate:
    """What 今日, 上月, 去年 are resolved against. ``source``: explicit, inferred or unknown (then ``iso`` is None)."""

    iso: str | None
    source: str


@dataclass(frozen=True, slots=True)
class DateFinding:
    """A date expression. ``iso`` None with precision "vague" where no value can be given.

    ``iso``: ``2026-02-08``, ``2026-W06``, ``2026-02``, ``2026``, ``197X`` or a range ``a/b``. ``certainty``:
    explicit, inferred or unknown. ``basis`` says what an inferred value rests on.
    """

    text: str
    iso: str | None
    precision: str
    certainty: str
    basis: str
    block: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody said, without its marks. ``evidence``: before, after, pronoun, carried or none."""

    speaker: str | None
    speaker_id: str | None
    text: str
    evidence: str
    block: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, as printed; ``value`` is for sorting: a number, ``(low, high)`` or None."""

    text: str
    value: float | tuple[float, float] | None
    unit: str
    block: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """A whole sentence of the text that stands for it."""

    text: str
    block: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Gloss:
    """``名(Foreign Name)``: the place is that of the name."""

    name: str
    foreign: str
    block: str
    start: int
    end: int


class Lead(NamedTuple):
    """A string that looks like a name, once for each place: what speaks for it, how much, and its foreign form."""

    text: str
    kind: str
    evidence: str
    weight: float
    foreign: str = ""


@dataclass(frozen=True, slots=True)
class Leads:
    """What an article offers as candidates for names. ``countries``: wordings of names that are not the editor's;
    ``texts``: the paragraphs that candidates are counted in."""

    found: tuple[Lead, ...]
    countries: tuple[str, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """The pairs of neighbouring Chinese characters of a text, rising, and how often each occurs.

    Bytes, since those of tens of thousands of briefings are kept: 32 bits a pair (the first character's code in the
    upper half), 16 bits a number, little-endian.
    """

    pairs: bytes = b""
    counts: bytes = b""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the search index needs of a text.

    ``grams``: numbers of its characters and pairs, rising, 32 bits each, little-endian; ``characters``: the length of
    the text; ``used``: those of its folded characters that other characters fold to.
    """

    grams: bytes
    characters: int
    used: str


@dataclass(frozen=True, slots=True)
class Findings:
    """All finds of one article, in text order."""

    seed: str
    ordinal: int
    reference: ReferenceDate
    mentions: tuple[Mention, ...] = ()
    links: tuple[Mention, ...] = ()
    skips: tuple[Skip, ...] = ()
    topics: tuple[TopicHit, ...] = ()
    dates: tuple[DateFinding, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    figures: tuple[Figure, ...] = ()
    key_points: tuple[KeyPoint, ...] = ()
    glosses: tuple[Gloss, ...] = ()


@dataclass(frozen=True, slots=True)
class Related:
    """Another briefing worth reading, with the reasons."""

    slug: str
    score: float
    why: tuple[Reason, ...]
