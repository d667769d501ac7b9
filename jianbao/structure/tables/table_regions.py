"""Where tables may be among the lines of a text: below a caption, or by the looks of lines one below the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.layout.flow import Item
from jianbao.structure.shapes import is_bracketed
from jianbao.structure.starts import starts_unit
from jianbao.structure.tables import (
    table_around_caption,
    table_boxes,
    table_corners,
    table_gap_boxes,
    table_numbered,
    table_of_cells,
    table_programmes,
    table_sides,
    table_tabs,
    table_to_source,
    table_wrapped_rows,
)
from jianbao.structure.tables.table_boxes import plain
from jianbao.structure.tables.table_by_cell import by_cell
from jianbao.structure.tables.table_cells import Parted
from jianbao.structure.tables.table_grid import Grid
from jianbao.structure.tables.table_looks import (
    CAPTION,
    INDENT,
    MOST_LINES,
    SOURCE,
    UNIT,
    Tries,
    grid_of,
    is_prose,
    is_unit,
    laid_out,
    run_of_cells,
    run_of_layout,
    run_of_rows,
    run_of_tabs,
    text_at,
)
from jianbao.structure.tables.table_runs import Stretches

LONGEST_REMARK = 24
"""Characters of a remark in brackets below a caption."""

FEWEST_WORDS = 3
"""Columns of a table whose cells may have a comma."""
FEWEST_LINES, HEADING = 3, 2
"""Lines of a table below which a heading stands, and words of this: its number and what it says."""
_CLOSED = re.compile("[。！？；]")

_NUMBER_ALONE = re.compile(
    r"(?:附?表|Table|TABLE)\s*[一二三四五六七八九十A-Z0-9.–-]{1,5}(?:\s+(?:Table|TABLE|表)\s*[A-Z0-9.–-]{1,5})?"
)


@dataclass(frozen=True, slots=True)
class Region:
    """Where a table may be: the indices of its filled lines, whether a caption says so, and those of the lines above
    it that are neither headings nor cells: its number, its title, its unit; its ``grid`` where it is known;
    whether it is known to be ``unread``."""

    members: list[int]
    captioned: bool
    above: list[int]
    grid: Grid | None = None
    unread: bool = False


def regions(items: Sequence[Item], filled: Sequence[int], slides: frozenset[int] = frozenset()) -> Iterator[Region]:
    """Where tables may be, in order. ``slides`` are the pages that are slides with a heading."""
    place = 0
    cells = table_of_cells.Seeker(items, filled, slides)
    tries, stretches = Tries(), Stretches()
    sought: set[int] = set()
    around = {min(*found.members, *found.aside): found for found in table_around_caption.find(items, filled)}
    while place < len(filled):
        told = around.get(filled[place])
        if told is not None:
            yield Region(told.members, True, told.aside, told.grid, told.grid is None)
            place = bisect_right(filled, max(told.members[-1], *told.aside))
            continue
        text = plain(items, filled[place])
        if CAPTION.match(text) and not is_prose(text):
            alone = bool(_NUMBER_ALONE.fullmatch(text))
            start = place + 1
            if alone and is_unit(items, filled, start + 1) and not is_unit(items, filled, start):
                start += 1
            while is_unit(items, filled, start) or _is_remark(items, filled, start):
                start += 1
            members = _tabbed(items, filled, start) or _below_caption(items, filled, start)
            of_words = table_to_source.run(items, filled, start)
            if len(of_words) > len(members) or (of_words and not grid_of(items, members)):
                members = of_words
            elif len(members) < 2 or not grid_of(items, members):
                members = run_of_layout(items, filled, start, set(), True) or members
            members = _without_heading(items, members)
            if len(members) >= 2:
                end = filled.index(members[0], start)
                unnumbered = not re.search(r"[0-9一二三四五六七八九十]", text[:6])
                whole = alone or unnumbered
                said = [
                    n for n in range(place, end) if whole or is_unit(items, filled, n) or _is_remark(items, filled, n)
                ]
                above = [filled[n] for n in said]
                yield Region(members, True, above)
                place = end + len(members)
                continue
        if UNIT.match(text) and len(Parted(text_at(items, filled[place])).tight) == 1:
            place += 1  # above a table whose caption stands below: no cell
            continue
        on_slide = cells.at(place) if slides else None
        if on_slide:
            yield Region(on_slide[0], False, [], on_slide[1])
            place = bisect_right(filled, on_slide[0][-1])
            continue
        named = table_wrapped_rows.run(items, filled, place) if not slides else None
        if named:
            yield Region(named[0], False, table_sides.above(items, filled, place), named[1])
            place += len(named[0])
            continue
        run = (
            table_boxes.run(items, filled, place)
            or table_gap_boxes.run(items, filled, place)
            or table_programmes.run(items, filled, place)
            or table_corners.run(items, filled, place)
            or table_numbered.run(items, filled, place)
            or table_tabs.run(items, filled, place)
            or run_of_tabs(items, filled, place)
            or run_of_rows(items, filled, place, stretches)
            or run_of_cells(items, filled, place, tries)
            or run_of_layout(items, filled, place, sought, False)
        )
        if run and not (slides and any(shapes.bullet(plain(items, n)) for n in run)):
            yield Region(run, False, table_sides.above(items, filled, filled.index(run[0], place)))
            place = filled.index(run[0], place) + len(run)
            continue
        if not slides and (lone := cells.at(place)):
            yield Region(lone[0], False, [], lone[1])
            place = bisect_right(filled, lone[0][-1])
            continue
        place += 1


def _is_remark(items: Sequence[Item], filled: Sequence[int], place: int) -> bool:
    """Whether the filled line at a place says in brackets what the numbers of a table count: （元／度）."""
    text = plain(items, filled[place]) if place < len(filled) else ""
    return len(text) <= LONGEST_REMARK and is_bracketed(text)


def grid(items: Sequence[Item], region: Region) -> Grid | None:
    """The grid of a region, by where its cells stand if its first column has gaps; None where that is unsure."""
    if region.grid is not None or region.unread:
        return region.grid
    layout = laid_out(items, region.members, region.captioned) if _goes_on_below(items, region.members) else None
    found = layout or grid_of(items, region.members) or laid_out(items, region.members, region.captioned)
    if found or not region.captioned:
        return found
    return table_to_source.grid(items, region.members) or table_of_cells.solved([items[n] for n in region.members])


def _tabbed(items: Sequence[Item], filled: Sequence[int], start: int) -> list[int]:
    """Lines with tabs right below a caption: the table ends where they do."""
    if start == len(filled):
        return []
    return table_tabs.run(items, filled, start) or run_of_tabs(items, filled, start)


def _below_caption(items: Sequence[Item], filled: Sequence[int], start: int) -> list[int]:
    members: list[int] = []
    for index in filled[start : start + MOST_LINES]:
        text = plain(items, index)
        prose = is_prose(text) and not (members and _is_below(items, members[0], index))
        if SOURCE.match(text) or prose or CAPTION.match(text) or starts_unit(text):
            break
        members.append(index)
    parted = [Parted(text_at(items, index)) for index in members]
    if all(len(line.tight) == 1 for line in parted):
        if by_cell(parted):
            return members
        # A caption whose number stands alone says what it shows in the next line.
        if start and _NUMBER_ALONE.fullmatch(plain(items, filled[start - 1])) and by_cell(parted[1:]):
            return members[1:]
    while members and len(Parted(text_at(items, members[-1])).loose) == 1 and _words_at_end(items, members):
        members.pop()
    return members


def _without_heading(items: Sequence[Item], members: list[int]) -> list[int]:
    """The lines of a table without the last one where they are a table only without it: the numbered heading of the
    text below."""
    if len(members) <= FEWEST_LINES or grid_of(items, members):
        return members
    words = Parted(text_at(items, members[-1])).loose
    heads = len(words) == HEADING and words[0].numeric and not words[1].numeric
    return members[:-1] if heads and grid_of(items, members[:-1]) else members


def _is_below(items: Sequence[Item], names: int, index: int) -> bool:
    """Whether a line has as many words as the names of the columns, one of them perhaps of two clauses."""
    count, own = (len(Parted(text_at(items, n)).loose) for n in (names, index))
    return own == count >= FEWEST_WORDS and not _CLOSED.search(plain(items, index))


def _words_at_end(items: Sequence[Item], members: Sequence[int]) -> bool:
    """Whether the last line is a word, while no other line of the table that is one word stands near: a heading."""
    last = Parted(text_at(items, members[-1])).loose[0]
    if last.numeric:
        return False
    before = Parted(text_at(items, members[-2])).loose if len(members) > 1 else []
    return len(before) > 1 or (len(before) == 1 and before[0].numeric)


def _goes_on_below(items: Sequence[Item], members: Sequence[int]) -> bool:
    """Whether a line with cells is so far set in that its first cell is missing."""
    plain = [items[n].text.plain for n in members]
    margin = min(len(text) - len(text.lstrip(" ")) for text in plain)
    return any(len(text) - len(text.lstrip(" ")) >= margin + INDENT for text in plain[1:])
