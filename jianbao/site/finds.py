"""What was read out of a briefing, as rows: key points, quotations, figures, dates, in the words of one edition."""

from __future__ import annotations

from dataclasses import dataclass

from jianbao.document import carry
from jianbao.library import Entry
from jianbao.site.shelf import Label, Shelf


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence or number of the text: the paragraph's anchor, its label, and the words."""

    block: str
    place: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """What somebody said. ``speaker`` is None where the text names nobody."""

    block: str
    place: str
    text: str
    speaker: Label | None


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
    slug: str = ""


def key_points(shelf: Shelf, entry: Entry) -> list[Point]:
    """The 提要."""
    return [_point(shelf, entry, found.block, found.start, found.end) for found in entry.findings.key_points]


def quotations(shelf: Shelf, entry: Entry) -> list[Voice]:
    """Who said what, in text order."""
    rows = []
    for found in entry.findings.quotations:
        point = _point(shelf, entry, found.block, found.start, found.end)
        speaker = None
        if found.speaker_id and shelf.knows(found.speaker_id):
            speaker = shelf.name(found.speaker_id)
        elif found.speaker:
            speaker = Label(shelf.convert(found.speaker), "", "")
        rows.append(Voice(point.block, point.place, point.text, speaker))
    return rows


def figures(shelf: Shelf, entry: Entry) -> list[Dated]:
    """Numbers with their units, each in its sentence."""
    return [_dated(shelf, entry, found.block, found.start, found.end, "", False) for found in entry.findings.figures]


def dates(shelf: Shelf, entry: Entry) -> list[Dated]:
    """Dates with a value, earliest first."""
    rows = [
        _dated(shelf, entry, found.block, found.start, found.end, found.iso, found.certainty != "explicit")
        for found in entry.findings.dates
        if found.iso
    ]
    return sorted(rows, key=lambda row: row.day)


def reference(shelf: Shelf, entry: Entry) -> str:
    """The day that 今日 and 去年 were resolved against; empty if there is none."""
    return entry.findings.reference.iso or ""


def _point(shelf: Shelf, entry: Entry, block_id: str, start: int, end: int) -> Point:
    block = shelf.block(entry.slug, block_id)
    first, last = carry(block, start, end)
    return Point(block_id, shelf.place_label(block_id), block.text[first:last])


def _dated(shelf: Shelf, entry: Entry, block_id: str, start: int, end: int, day: str, inferred: bool) -> Dated:
    before, text, after = shelf.sentence(entry.slug, block_id, start, end)
    return Dated(block_id, shelf.place_label(block_id), day, inferred, before, text, after, entry.slug)


def voices(shelf: Shelf) -> dict[str, list[tuple[str, Voice]]]:
    """All that each known name says: ``(slug, quotation)``, newest briefings first."""
    said: dict[str, list[tuple[str, Voice]]] = {}
    for slug in shelf.newest_first:
        entry = shelf.entries[slug]
        for found, voice in zip(entry.findings.quotations, quotations(shelf, entry), strict=True):
            if found.speaker_id:
                said.setdefault(found.speaker_id, []).append((slug, voice))
    return said
