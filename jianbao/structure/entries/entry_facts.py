"""What the stamps of a file's entries state, read together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from jianbao.structure.entries import stamp_sources, stamps
from jianbao.structure.entries.entry_page import STEADY, Page
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.structure.parts import Part


def facts(page: Page, bounds: Sequence[int], way: str) -> tuple[tuple[MetaLine, Part] | None, ...]:
    """What the stamps of each entry state. The latest date of the file tells the years that are not printed."""
    inside = page.inside if way in ("above", "end") else {}
    found: list[stamps.Stamp] = []
    places: list[int] = []
    for begin, end in pairwise(bounds):
        whole, place = stamps.Stamp(), begin
        first, last = page.texts(begin, end)
        for index in range(begin, end):
            stamp = inside.get(index)
            if index in page.stamps and not first <= index <= last:
                stamp = page.stamps[index]
            if stamp:
                whole, place = whole.joined(stamp), index
        found.append(whole)
        places.append(place)
    if sum(stamp != stamps.Stamp() for stamp in found) < STEADY * len(found):
        found = [stamps.Stamp()] * len(found)
    dates = [stamp.date for stamp in found]
    dates += [stamp.date for index, stamp in page.stamps.items() if index < bounds[0]]
    dates += [item.meta.date for item in page.known[: bounds[0]] if item.meta]
    latest = max((date for date in dates if len(date) == 10), default="")
    return tuple(
        (_said(page, place, MetaLine(stamp.when(latest), authors=authors, source=source)), page.known[place].part)
        if stamp.timed or stamp.says_where
        else None
        for stamp, place, (source, authors) in zip(found, places, stamp_sources.told(found), strict=True)
    )


def _said(page: Page, place: int, told: MetaLine) -> MetaLine:
    """What the pattern tells of a line, but for what the line by itself says of its outlet and its writers."""
    meta = page.known[place].meta
    if meta is None:
        return told
    authors = tuple(name for name in meta.authors if name != told.source)
    if not authors or " ".join(told.authors).startswith(" ".join(authors)):
        authors = told.authors
    longer = bool(told.source) and meta.source.startswith(told.source)
    return replace(
        told,
        authors=authors,
        source=told.source if longer else meta.source or told.source,
        date=meta.date or told.date,
        date_text=meta.date_text,
    )
