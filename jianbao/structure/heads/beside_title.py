"""Facts beside a title: a date, a writer, an office in a column at the right edge, that ``pdftotext -layout`` sets into
the lines of the title.

Before: ``雨季航班觀察：南線停飛增加，轉機`` ``水運研究室`` / ``動線改道``  ``河口航空站``
After: the title in one line, whose the text is, where they work.
Never: two columns of text; a line whose second cell states nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import meta_lines, persons, title_rests
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import either

TOP = 8
"""Parts on top of a text among which its title stands."""
MOST_LINES, MOST_FACTS = 4, 3
"""Lines of a title at most, and of offices above it."""
DAY = 10
"""Characters of a whole day."""
SHORTEST, WIDEST = 6, 14
"""Han characters of a title's line, and of a fact beside it."""
_APART = re.compile(r"\S(?P<gap>[ \u3000]{3,})(?=\S)")
_OFFICE = re.compile(rf"{either('organisations')}$")


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, the lines of the title in one and the facts beside it behind them."""
    known = _above(known)
    begin = next((n for n, item in enumerate(known[:TOP]) if _cells(item) is not None), None)
    if begin is None or shapes.width(_left(known[begin]).plain) < SHORTEST:
        return list(known)
    end = begin
    while end < len(known) and end - begin < MOST_LINES and _cells(known[end]) is not None:
        if end > begin and known[end].part.gap > 1:
            break
        end += 1
    rows = known[begin:end]
    facts = [_right(row) for row in rows]
    if len(rows) == 1 and facts[0].meta is None:
        return list(known)
    title = _left(rows[0])
    for row in rows[1:]:
        title = title_rests.joined(title, _left(row))
    return [*known[:begin], title, *_told(facts), *known[end:]]


def _above(known: Sequence[Known]) -> Sequence[Known]:
    """The parts, offices told that stand right below a day on top of all, above the title: that column was read
    first."""
    day = known[0].meta.date if known and known[0].meta is not None else ""
    end = 1
    while end <= MOST_FACTS and end < len(known) and known[end].role is Role.TITLE and _is_office(known[end]):
        end += 1
    title = known[end] if end < len(known) else None
    if len(day) < DAY or end == 1 or title is None or title.role is not Role.TITLE or _is_office(title):
        return known
    return [known[0], *_told(known[1:end]), *known[end:]]


def _is_office(item: Known) -> bool:
    return shapes.width(item.plain) <= WIDEST and bool(_OFFICE.search(item.plain))


def _cells(item: Known) -> tuple[int, int] | None:
    """Where the first of two cells of a line of a title ends and the second begins, if the second names somebody, an
    office or a day."""
    if item.role is not Role.TITLE or item.part.first != item.part.last:
        return None
    gaps = list(_APART.finditer(item.plain))
    if len(gaps) != 1:
        return None
    start, end = gaps[0].span("gap")
    right = item.plain[end:].strip()
    if shapes.width(right) > WIDEST or not shapes.has_han(item.plain[:start]):
        return None
    meta = meta_lines.parse(right)
    stated = meta is not None and meta.opens
    return (start, end) if persons.is_name(right) or _OFFICE.search(right) or stated else None


def _left(item: Known) -> Known:
    start, _ = _cells(item) or (len(item.plain), 0)
    return Known(item.part.cut(0, start), Role.TITLE)


def _right(item: Known) -> Known:
    _, end = _cells(item) or (0, 0)
    part = replace(item.part.cut(end), gap=0)
    return Known(part, Role.META if meta_lines.parse(part.plain) else Role.TITLE, meta_lines.parse(part.plain))


def _told(facts: Sequence[Known]) -> list[Known]:
    """The facts: persons, or the first of several offices, wrote the text; the next office is where they work."""
    told: list[Known] = []
    wrote = False
    for n, item in enumerate(facts):
        if item.meta is not None:
            told.append(item)
            wrote = wrote or bool(item.meta.authors)
            continue
        author = persons.is_name(item.plain) or (not wrote and n + 1 < len(facts))
        meta = MetaLine(authors=(item.plain,)) if author else MetaLine(affiliation=item.plain)
        told.append(Known(item.part, Role.META, meta))
        wrote = wrote or author
    return told
