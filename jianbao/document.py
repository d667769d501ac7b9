"""The nouns: lines, blocks, articles and their editions. Frozen values that the stages hand to one another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from jianbao.diagnostics import Diagnostic
from jianbao.provenance import MappedText, Removal

LOCALES = ("zh-Hant-TW", "zh-Hans-CN", "zh-Hant-HK")
"""The editions, default first. Order of the switch and of every list of editions."""

EDITION_FOLDERS: Mapping[str, str] = {"zh-Hant-TW": "", "zh-Hans-CN": "zh-hans/", "zh-Hant-HK": "zh-hk/"}
"""Where an edition lies under ``docs/`` and under the site's root."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a seed on its way through cleaning. ``number`` is its line in the seed, from 1.

    ``page`` counts the form feeds before it (0 for text without any). ``last`` is the last of the seed's lines that it
    was put together from, 0 if it is one line. ``follows`` says that it comes right behind the line before it in its
    column of print, though lines of other columns stand between the two in the seed.
    """

    number: int
    text: MappedText
    page: int = 0
    last: int = 0
    follows: bool = False

    @property
    def end(self) -> int:
        """The number of its last line in the seed."""
        return self.last or self.number


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A seed after the line rules: the lines that stay (blank ones too), and what left."""

    lines: tuple[Line, ...]
    removals: tuple[Removal, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    rest: tuple[Line, ...] = ()
    """What is too far down a very long seed to be read (``long_seed``): many lines in each, with their ends."""


class BlockKind(StrEnum):
    """What a block is. The values are those of ``kind`` in a briefing's record; BYLINE is not in the record.

    LINES are lines as they came, with their ends: paragraphs to the record, and to nobody text to read something from.
    """

    TITLE = "title"
    BYLINE = "byline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    CAPTION = "caption"
    QUOTATION = "quotation"
    TABLE = "table"
    FOOTNOTE = "footnote"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A note's mark stood before the character at ``offset`` of a block's text; ``label`` names the note."""

    offset: int
    label: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, caption, row of a table, note …: one flow of text.

    A table is consecutive blocks of kind TABLE with the same ``table`` number, one a row; ``cells`` are the ranges of
    the cells in ``text``, where they stand joined by one inserted space. BYLINE blocks are printed lines of source,
    author, date: shown in the briefing's head, not in its body. Marks of notes are not in ``text``.
    """

    kind: BlockKind
    text: MappedText
    level: int = 0
    """Headings: 2–6. List items: depth from 1."""
    cells: tuple[tuple[int, int], ...] = ()
    table: int = 0
    header: bool = False
    marks: tuple[NoteMark, ...] = ()
    label: str = ""
    """Of a FOOTNOTE: the name that its marks use, unique in the article."""


@dataclass(frozen=True, slots=True)
class Field:
    """A fact about an article: its value, and the seed's lines it was read from.

    ``lines`` is empty for what the editor wrote (``origin`` "editor") or Jianbao made up (``origin`` "made").
    """

    value: str
    origin: str = "seed"
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Meta:
    """What is known about an article. A fact that the text does not state is None or empty."""

    title: Field | None = None
    """The title that the text states, or the editor's. Its words are also the TITLE block, if the seed has them."""
    display_title: str = ""
    """What to call the article where ``title`` is None: made from its first heading or sentence."""
    subtitle: Field | None = None
    date: Field | None = None
    """ISO: ``2026-02-03``, ``2020-07`` or ``2023``."""
    date_text: str = ""
    authors: tuple[Field, ...] = ()
    affiliation: Field | None = None
    source: Field | None = None
    source_en: Field | None = None
    series: Field | None = None
    issue: Field | None = None
    tags: tuple[str, ...] = ()
    kind: str = "text"
    """news, op-ed, paper, letter, interview, speech, statute, judgment, post, press-release, blog, teaser, text …"""
    language: str = "zh-Hant"
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a seed, in the seed's own script until ``script`` has repaired it.

    ``notes`` are FOOTNOTE blocks in the order of their marks; ``first_line`` and ``last_line`` bound it in the seed.
    """

    seed: str
    seed_sha256: str
    ordinal: int
    meta: Meta
    blocks: tuple[Block, ...]
    notes: tuple[Block, ...] = ()
    first_line: int = 1
    last_line: int = 1


@dataclass(frozen=True, slots=True)
class Structured:
    """A seed after structure: its articles in source order, and what left on the way."""

    articles: tuple[Article, ...]
    removals: tuple[Removal, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One occurrence of a change of characters. ``stage``: repair, convert, punctuation or edit.

    ``block`` is the id of an ``EditionBlock`` and ``start``/``end`` its offsets there (None where nothing remains);
    ``seed_line`` and ``seed_column`` count from 1.
    """

    stage: str
    rule: str
    before: str
    after: str
    seed_line: int
    seed_column: int
    block: str
    start: int | None
    end: int | None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class LangRun:
    """A stretch in another language than the page: BCP 47 tag and offsets in the block's text."""

    start: int
    end: int
    lang: str


@dataclass(frozen=True, slots=True)
class Shift:
    """A stretch whose length differs between the default edition (``base``) and this one."""

    base_start: int
    base_end: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class EditionBlock:
    """A block as a reader of one edition sees it: plain text, no Markdown, no marks of notes.

    ``id`` is the same in all editions: ``p1``, ``p2`` … for the body, ``t0`` for the title, ``b1`` … for bylines,
    ``n1`` … for notes. ``shifts`` relates offsets to the default edition's block; empty means that they are equal.
    """

    id: str
    kind: BlockKind
    text: str
    seed_lines: tuple[tuple[int, int], ...]
    level: int = 0
    cells: tuple[tuple[int, int], ...] = ()
    table: int = 0
    header: bool = False
    marks: tuple[NoteMark, ...] = ()
    label: str = ""
    langs: tuple[LangRun, ...] = ()
    shifts: tuple[Shift, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """An article in one locale. ``meta`` is converted likewise; ``blocks`` are title, bylines, body, then notes."""

    locale: str
    seed: str
    seed_sha256: str
    ordinal: int
    meta: Meta
    blocks: tuple[EditionBlock, ...]
    changes: tuple[Change, ...] = ()
    first_line: int = 1
    last_line: int = 1
    slug: str = ""

    @property
    def title(self) -> str:
        """What to call it on a page."""
        return self.meta.title.value if self.meta.title else self.meta.display_title


def carry(block: EditionBlock, start: int, end: int) -> tuple[int, int]:
    """Offsets of the default edition's block, as offsets of this edition's ``block``.

    An offset inside a stretch that changed its length goes to the stretch's near end, so that a find is never cut.
    """
    delta_start = delta_end = 0
    for shift in block.shifts:
        growth = (shift.end - shift.start) - (shift.base_end - shift.base_start)
        if shift.base_end <= start:
            delta_start += growth
        elif shift.base_start < start:
            delta_start = shift.start - start
        if shift.base_end <= end:
            delta_end += growth
        elif shift.base_start < end:
            delta_end = shift.end - end
    return start + delta_start, end + delta_end
