"""Stories that an archive of newspapers hands out with a record above each: what its lines are tells their order.

Before: ``論壇`` / ``漁港的燈要開給誰看`` / ``渡會澄`` / ``2025 年 11 月 10 日`` / ``東岸日報`` / ``A15``, then the text
After: an article each, with section, title, writer, day, paper and page.
Never: lines above a text where cleaning found no record.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import persons, written_dates
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.structure.traces import Traces

WIDEST_NAME = 12
"""Han characters of a line of writers, or of the name of a paper, without a mark between."""
_PAGE = re.compile(r"^(?:第\s?\S{1,4}\s?[版頁页]|[A-Z]{0,2}\d{1,3}(?:[-–,，、/]\s?[A-Z]{0,2}\d{1,3})*)$")
_BETWEEN = re.compile(r"[、，,；;/]\s*|\s{1,2}")


def state(known: Sequence[Known], seen: Traces) -> list[Known]:
    """The parts, with the lines of each record told."""
    found = list(known)
    for begin, end in _blocks(known, seen.records):
        day = next((at for at in range(begin, end) if written_dates.find(known[at].plain)), end)
        title = max(range(begin, day), key=lambda at: shapes.width(known[at].plain), default=day)
        for at in range(begin, end):
            told = _told(known[at], at - title, at - day)
            if told is not None:
                found[at] = told
    return found


def starts(known: Sequence[Known], seen: Traces) -> list[int]:
    """The parts that begin a story, the first of all for the first; empty where the file is none of such stories."""
    begins = [begin for begin, _ in _blocks(known, seen.records)]
    return [0, *begins[1:]] if len(begins) > 1 else []


def _told(item: Known, below_title: int, below_day: int) -> Known | None:
    """A line of a record by its place: above or below the title, above or below the day; None where that tells
    nothing."""
    text = item.plain
    name = shapes.width(text) <= WIDEST_NAME and not shapes.ends_sentence(text)
    if _PAGE.match(text):
        return Known(item.part, Role.META, MetaLine(desk=True))
    if below_title < 0 and name:
        return Known(item.part, Role.META, MetaLine(series=text))
    if below_title == 0:
        return Known(item.part, Role.TITLE)
    if below_day < 0 and below_title == 1 and (name or persons.names_in(text)):
        names = persons.names_in(text) or [piece for piece in _BETWEEN.split(text) if piece]
        return Known(item.part, Role.META, MetaLine(authors=tuple(names)))
    if below_day == 0:
        day = written_dates.find(text)[0]
        return Known(item.part, Role.META, MetaLine(date=day.iso, date_text=text))
    if below_day == 1 and name:
        return Known(item.part, Role.META, MetaLine(source=text))
    return None


def _blocks(known: Sequence[Known], records: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The parts of each record: those without a blank line between them, lines that cleaning took among them."""
    begin = 0
    while begin < len(known):
        end, last, taken = begin, known[begin].part.first - 1, 0
        while end < len(known) and known[end].role is not Role.BLOCK:
            between = range(last + 1, known[end].part.first)
            if not records.issuperset(between):
                break
            taken += len(between)
            end, last = end + 1, known[end].part.last
        yield from [(begin, end)] if taken and any(written_dates.find(item.plain) for item in known[begin:end]) else []
        begin = max(end, begin + 1)
