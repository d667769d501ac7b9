"""What was read out of a briefing, as rows: key points, quotations, figures, dates, in the words of one edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jianbao.document import carry
from jianbao.findings import DateFinding, KeyPoint, Quotation
from jianbao.library import Entry
from jianbao.site.excerpts import sentence_around
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


def key_points(shelf: Shelf, entry: Entry) -> list[Point]:
    """The 提要."""
    return [_point(shelf, entry.slug, found) for found in entry.findings.key_points]


def quotations(shelf: Shelf, entry: Entry) -> list[Voice]:
    """Who said what, in text order."""
    rows = []
    for found in entry.findings.quotations:
        point = _point(shelf, entry.slug, found)
        speaker = None
        if found.speaker_id and shelf.knows(found.speaker_id):
            speaker = shelf.name(found.speaker_id)
        elif found.speaker:
            speaker = Label(shelf.convert(found.speaker), "", "")
        by_context = speaker is not None and found.evidence in ("pronoun", "carried")
        rows.append(Voice(point.block, point.place, point.text, speaker, by_context))
    return rows


def figures(shelf: Shelf, entry: Entry) -> list[Marked]:
    """Sentences with numbers and units, each once, with all its numbers marked."""
    rows: dict[tuple[str, int], tuple[str, list[tuple[int, int]]]] = {}
    for found in entry.findings.figures:
        block = shelf.block(entry.slug, found.block)
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


def dates(shelf: Shelf, entry: Entry) -> list[Dated]:
    """Dates with a value, earliest first; of the same value the stated ones before the inferred."""
    rows = [_dated(shelf, entry.slug, found) for found in entry.findings.dates if found.iso]
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


def _point(shelf: Shelf, slug: str, found: KeyPoint | Quotation) -> Point:
    block = shelf.block(slug, found.block)
    start, end = carry(block, found.start, found.end)
    return Point(found.block, shelf.place_label(found.block), block.text[start:end])


def _dated(shelf: Shelf, slug: str, found: DateFinding) -> Dated:
    before, text, after = shelf.sentence(slug, found.block, found.start, found.end)
    inferred = found.certainty != "explicit"
    return Dated(found.block, shelf.place_label(found.block), found.iso or "", inferred, before, text, after, slug)


def voices(shelf: Shelf, name_id: str) -> Iterator[tuple[str, Voice]]:
    """What a known name says: ``(slug, quotation)``, newest briefings first."""
    for slug in shelf.by_speaker.get(name_id, ()):
        entry = shelf.library.entry(slug)
        for found, voice in zip(entry.findings.quotations, quotations(shelf, entry), strict=True):
            if found.speaker_id == name_id:
                yield slug, voice
