"""What was read out of a briefing, as rows: key points, quotations, figures, dates, in the words of one edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jianbao.citations import CitedQuotation
from jianbao.document import carry
from jianbao.excerpts import sentence_around
from jianbao.library import Entry
from jianbao.site.shelf import Label, Shelf


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence or number of the text: the paragraph's anchor, its label, and the words."""

    block: str
    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Voice:
    """What somebody said. ``speaker`` is None where the text names nobody; ``by_context``: the text does not name the
    speaker beside the words."""

    block: str
    place: str
    text: str
    speaker: Label | None
    by_context: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence in pieces: text, and whether it is what was found."""

    block: str
    place: str
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in its sentence. ``day`` is ISO or empty; ``basis`` says what an inferred one rests on."""

    block: str
    place: str
    day: str
    inferred: bool
    before: str
    text: str
    after: str
    slug: str


def key_points(shelf: Shelf, slug: str) -> list[Point]:
    """The 提要."""
    return [Point(found.block, shelf.place_label(found.block), found.text) for found in shelf.points(slug)]


def quotations(shelf: Shelf, slug: str) -> list[Voice]:
    """Who said what, in text order."""
    return [_voice(shelf, said) for said in shelf.quotations(slug)]


def _voice(shelf: Shelf, said: CitedQuotation) -> Voice:
    speaker = None
    if said.speaker_id and shelf.knows(said.speaker_id):
        speaker = shelf.name(said.speaker_id)
    elif said.speaker:
        speaker = Label(shelf.convert(said.speaker), "", "")
    by_context = speaker is not None and said.by_context
    return Voice(said.block, shelf.place_label(said.block), said.text, speaker, by_context)


def figures(shelf: Shelf, entry: Entry) -> list[Marked]:
    """Sentences with numbers and units, each once, with all its numbers marked."""
    blocks = {block.id: block for block in entry.editions[shelf.locale].blocks}
    rows: dict[tuple[str, int], tuple[str, list[tuple[int, int]]]] = {}
    for found in entry.findings.figures:
        block = blocks[found.block]
        start, end = carry(block, found.start, found.end)
        first, last = sentence_around(block.text, start, end)
        rows.setdefault((found.block, first), (block.text[first:last], []))[1].append((start - first, end - first))
    return [
        Marked(block_id, shelf.place_label(block_id), tuple(_pieces(text, places)))
        for (block_id, _), (text, places) in rows.items()
    ]


def _pieces(text: str, places: list[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    position = 0
    for start, end in places:
        if position <= start:
            yield text[position:start], False
            yield text[start:end], True
            position = end
    yield text[position:], False


def dates(shelf: Shelf, slug: str, month: str = "") -> list[Dated]:
    """Dates with a value, or those in a month, earliest first; of the same value the stated before the inferred."""
    rows = [
        Dated(block, shelf.place_label(block), iso, inferred, before, text, after, slug)
        for iso, inferred, _, (block, before, text, after) in shelf.dates(slug, month)
    ]
    return sorted(rows, key=lambda row: (row.day, row.inferred))


@dataclass(frozen=True, slots=True)
class Year:
    """A year, or a decade (``197X``), that dates fall in.

    ``weight``: 1 to 5, five the most; ``gap``: years are left out after it.
    """

    key: str
    count: int
    weight: int
    gap: bool


def years(rows: Sequence[Dated]) -> list[Year]:
    """The years of some dates, earliest first."""
    counts = Counter(row.day[:4] for row in rows)
    most = max(counts.values(), default=1)
    keys = sorted(counts)
    gaps = [int(after.replace("X", "0")) - int(key.replace("X", "9")) > 1 for key, after in pairwise(keys)]
    return [
        Year(key, counts[key], -(-5 * counts[key] // most), gap) for key, gap in zip(keys, [*gaps, False], strict=False)
    ]


def reference(shelf: Shelf, entry: Entry) -> str:
    """The day that 今日 and 去年 were resolved against; empty if there is none."""
    return entry.findings.reference.iso or ""


def voices(shelf: Shelf, name_id: str, slugs: Iterable[str]) -> Iterator[tuple[str, Voice]]:
    """What a known name says in some briefings: ``(slug, quotation)``."""
    for slug in slugs:
        for said in shelf.quotations(slug):
            if said.speaker_id == name_id:
                yield slug, _voice(shelf, said)
