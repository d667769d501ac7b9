"""Where tables may be among the lines of a text: below a caption, or by the looks of lines one below the other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from jianbao.document import Line
from jianbao.provenance import MappedText
from jianbao.structure import measure
from jianbao.structure.heads import written_dates
from jianbao.structure.layout.flow import Item
from jianbao.structure.starts import starts_unit
from jianbao.structure.tables import table_boxes, table_cells, table_layout
from jianbao.structure.tables.table_boxes import plain
from jianbao.structure.tables.table_by_cell import by_cell
from jianbao.structure.tables.table_cells import Parted
from jianbao.structure.tables.table_grid import Grid
from jianbao.structure.tables.table_runs import BARE, Stretches
from jianbao.structure.tables.table_solve import solve

MOST_ABOVE = 3
WIDEST_CELL, FEWEST_CELLS, MOST_TRIES = 32, 9, 4
"""Columns of a line that is one cell of a table without a caption; how many such lines make one; and at how many lines
of one stretch a table is sought."""

FEWEST_TABS, FEWEST_ROWS = 2, 3
"""Tabs in a row, and rows, that are a table even without numbers."""
MOST_LINES, LONGEST_ROW = 400, 240
MOST_BLANK = 1
"""Blank lines between two lines of a table that is laid out."""
INDENT = 4
"""Blanks in front of a line that goes on in a cell, at least."""

_CAPTION = re.compile(
    r"(?:附?表|Table|TABLE)\s*(?:[一二三四五六七八九十]{1,3}|[A-Z]?[0-9]{1,3}(?:[-–.][0-9]{1,2})?)"
    r"\s*(?:[：:．.、\s　]|$)|(?:附表$|附?表(?:[：:\u3000]|\s{2})[\s\u3000]*\S)"
)
_NUMBER_ALONE = re.compile(
    r"(?:附?表|Table|TABLE)\s*[一二三四五六七八九十A-Z0-9.–-]{1,5}(?:\s+(?:Table|TABLE|表)\s*[A-Z0-9.–-]{1,5})?"
)
_PARTED = re.compile(r"\S\s+\S+\s+\S")
_UNIT = re.compile(
    r"[（(]?\s*(?:單位|单位|Unit|(?:指[數数])?基期|[幣币]別?|(?:統計|资料|資料)(?:期[間间]|日期|[時时][間间]))\s*[：:]"
)
_FIELD = re.compile(r"(?!單位|单位)[\u3400-\u9fff]{2,8}[：:]\s*\S+[\s\u3000]+[\u3400-\u9fff]{2,8}[：:]\s*\S")
"""Facts of a page, each behind its label."""
_SOURCE = re.compile(
    r"(?:資料來源|资料来源|數據來源|数据来源|來源|来源|Source|說明|说明|備註|备注|附註|附注|註|注)(?:\s*[A-Za-z]+)?\s*[：:]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Region:
    """Where a table may be: the indices of its filled lines, whether a caption says so, and those of the lines above
    it that are neither headings nor cells: its number, its title, its unit."""

    members: list[int]
    captioned: bool
    above: list[int]


def regions(items: Sequence[Item], filled: Sequence[int]) -> Iterator[Region]:
    """Where tables may be, in order."""
    place = 0
    tries, stretches = _Tries(), Stretches()
    sought: set[int] = set()
    while place < len(filled):
        text = plain(items, filled[place])
        if _CAPTION.match(text) and not _is_prose(text):
            alone = bool(_NUMBER_ALONE.fullmatch(text))
            start = place + 1
            if alone and _is_unit(items, filled, start + 1) and not _is_unit(items, filled, start):
                start += 1
            while _is_unit(items, filled, start):
                start += 1
            members = _below_caption(items, filled, start)
            if len(members) < 2 or not _grid(items, members):
                members = _run_of_layout(items, filled, start, set(), True) or members
            if len(members) >= 2:
                end = filled.index(members[0], start)
                unnumbered = not re.search(r"[0-9一二三四五六七八九十]", text[:6])
                above = [n for n in filled[place:end] if alone or unnumbered or _UNIT.match(plain(items, n))]
                yield Region(members, True, above)
                place = end + len(members)
                continue
        run = (
            table_boxes.run(items, filled, place)
            or _run_of_tabs(items, filled, place)
            or _run_of_rows(items, filled, place, stretches)
            or _run_of_cells(items, filled, place, tries)
            or _run_of_layout(items, filled, place, sought, False)
        )
        if run:
            yield Region(run, False, _above(items, filled, filled.index(run[0], place)))
            place = filled.index(run[0], place) + len(run)
            continue
        place += 1


def _is_unit(items: Sequence[Item], filled: Sequence[int], place: int) -> bool:
    return place < len(filled) and bool(_UNIT.match(plain(items, filled[place])))


def _above(items: Sequence[Item], filled: Sequence[int], place: int) -> list[int]:
    """Lines right above a table without a caption that say its unit, or are a further row of names of columns."""
    above: list[int] = []
    while place and len(above) < MOST_ABOVE:
        place -= 1
        text = plain(items, filled[place])
        if not _UNIT.match(text) and (len(Parted(_line(items, filled[place])).tight) < 2 or _is_prose(text)):
            break
        if written_dates.find(text) or written_dates.of_republic(text) or _FIELD.match(text):
            break
        above.append(filled[place])
    return above


def sources(items: Sequence[Item], filled: Sequence[int], last: int) -> Iterator[int]:
    """Lines right below a table that say its source or remark on it, each whole in itself."""
    for place in range(bisect_right(filled, last), len(filled)):
        index = filled[place]
        text = plain(items, index)
        below = plain(items, index + 1) if index + 1 < len(items) else ""
        whole = not below or _SOURCE.match(below) or starts_unit(below)
        if not _SOURCE.match(text) or not whole or text[-1] in "，、,;；：:":
            return
        yield index


def grid(items: Sequence[Item], region: Region) -> Grid | None:
    """The grid of a region, by where its cells stand if its first column has gaps; None where that is unsure."""
    layout = _layout(items, region.members, region.captioned) if _goes_on_below(items, region.members) else None
    return layout or _grid(items, region.members) or _layout(items, region.members, region.captioned)


def _grid(items: Sequence[Item], members: Sequence[int]) -> Grid | None:
    """The grid of the lines of a region."""
    lines = [items[n] for n in members]
    box = table_boxes.grid(items, members)
    if box:
        return box
    gaps = [not plain(items, index - 1) for index in members]
    return solve([line.text for line in lines if isinstance(line, Line)], gaps)


def _is_prose(text: str) -> bool:
    return bool(re.search(r"[。！？；，]", text)) or measure.width(text) > 120


def _below_caption(items: Sequence[Item], filled: Sequence[int], start: int) -> list[int]:
    members: list[int] = []
    for index in filled[start : start + MOST_LINES]:
        text = plain(items, index)
        if _SOURCE.match(text) or _is_prose(text) or _CAPTION.match(text) or starts_unit(text):
            break
        members.append(index)
    parted = [Parted(_line(items, index)) for index in members]
    if all(len(line.tight) == 1 for line in parted):
        if by_cell(parted):
            return members
        # A caption whose number stands alone says what it shows in the next line.
        if start and _NUMBER_ALONE.fullmatch(plain(items, filled[start - 1])) and by_cell(parted[1:]):
            return members[1:]
    while members and len(Parted(_line(items, members[-1])).loose) == 1 and _words_at_end(items, members):
        members.pop()
    return members


def _words_at_end(items: Sequence[Item], members: Sequence[int]) -> bool:
    """Whether the last line is a word, while no other line of the table that is one word stands near: a heading."""
    last = Parted(_line(items, members[-1])).loose[0]
    if last.numeric:
        return False
    before = Parted(_line(items, members[-2])).loose if len(members) > 1 else []
    return len(before) > 1 or (len(before) == 1 and before[0].numeric)


def _line(items: Sequence[Item], index: int) -> MappedText:
    return items[index].text


def _run_of_rows(items: Sequence[Item], filled: Sequence[int], place: int, stretches: Stretches) -> list[int]:
    """The longest run of lines from ``place`` on that are rows of one table by their looks alone."""
    text = _line(items, filled[place])
    if len(text) > LONGEST_ROW or not _PARTED.search(text.plain) or _is_prose(text.plain):
        return []
    line = Parted(text)
    count = len(line.tight if len(line.tight) >= 3 else line.loose)
    if not 3 <= count <= 12:
        return []
    limit = min(place + MOST_LINES, len(filled))
    rows = stretches.follow(count, place + 1, limit, lambda n: _numbers_in_row(_line(items, filled[n]), count))
    stop = min(rows.stop, limit)
    if stop - place < 3 or (rows.bare and rows.stop < limit):
        return []
    if rows.numbers(place + 1, stop) < 0.4 * count * (stop - place - 1):
        return []
    run = list(filled[place:stop])
    # A row of names over several columns may stand on top.
    return next((run[top:] for top in range(min(len(run) - 2, 3)) if _grid(items, run[top:])), [])


def _run_of_tabs(items: Sequence[Item], filled: Sequence[int], place: int) -> list[int]:
    """Lines from ``place`` on that have as many tabs, two at least: a page's own columns, whatever their cells hold."""
    tabs = table_boxes.tabs(plain(items, filled[place]))
    above = table_boxes.tabs(plain(items, filled[place - 1])) if place else 0
    if tabs < FEWEST_TABS or above == tabs:
        return []
    run = [*takewhile(lambda index: table_boxes.tabs(plain(items, index)) == tabs, filled[place : place + MOST_LINES])]
    least = 2 if table_boxes.opens(plain(items, filled[place])) else FEWEST_ROWS
    return run if len(run) >= least and _grid(items, run) else []


def _run_of_layout(
    items: Sequence[Item], filled: Sequence[int], place: int, sought: set[int], captioned: bool
) -> list[int]:
    """Lines from ``place`` on whose cells stand below one another between the same blanks. ``sought``: the lines of
    runs that were looked at already, and are none."""
    first = items[filled[place]] if place < len(filled) else None
    if not isinstance(first, Line) or filled[place] in sought:
        return []
    run: list[int] = []
    for index in filled[place : place + MOST_LINES]:
        line = items[index]
        near = not run or index - run[-1] <= 1 + MOST_BLANK
        if not isinstance(line, Line) or line.page != first.page or not near or not _is_laid_out(line, bool(run)):
            break
        run.append(index)
    if _layout(items, run, captioned):
        return run
    sought.update(run)
    return []


def _is_laid_out(line: Line, inside: bool) -> bool:
    """Whether a line has cells, or ``inside`` a table may go on in the cells above."""
    plain = line.text.plain
    stripped = plain.strip()
    if len(plain) > LONGEST_ROW or _SOURCE.match(stripped) or _CAPTION.match(stripped) or _FIELD.match(stripped):
        return False
    spots = table_layout.spots(plain)
    return len(spots) > 1 or (inside and len(spots) == 1 and spots[0][0] >= INDENT)


def _layout(items: Sequence[Item], members: Sequence[int], captioned: bool) -> Grid | None:
    texts = [items[n].text for n in members]
    return table_layout.solve(texts, captioned) if len(texts) >= FEWEST_ROWS else None


def _goes_on_below(items: Sequence[Item], members: Sequence[int]) -> bool:
    """Whether a line with cells is so far set in that its first cell is missing."""
    plain = [items[n].text.plain for n in members]
    margin = min(len(text) - len(text.lstrip(" ")) for text in plain)
    return any(len(text) - len(text.lstrip(" ")) >= margin + INDENT for text in plain[1:])


@dataclass(slots=True)
class _Tries:
    """How often a table was sought in the stretch of short lines that ends at a place of the filled lines."""

    end: int = 0
    count: int = 0


def _run_of_cells(items: Sequence[Item], filled: Sequence[int], place: int, tries: _Tries) -> list[int]:
    """Lines from ``place`` on that are the cells of one table, where a unit or a blank line stands before them."""
    index = filled[place]
    if place < tries.end and tries.count >= MOST_TRIES:
        return []
    opens = (place and _is_unit(items, filled, place - 1)) or (index and not plain(items, index - 1))
    if not opens or _UNIT.match(plain(items, index)):
        return []
    run: list[int] = []
    numbers = 0
    for member in filled[place : place + MOST_LINES]:
        line = Parted(_line(items, member))
        text = line.text.plain
        if len(line.tight) != 1 or measure.width(text) > WIDEST_CELL or _is_prose(text) or _SOURCE.match(text.strip()):
            break
        run.append(member)
        numbers += line.tight[0].numeric
    tries.end, tries.count = place + len(run), tries.count + 1 if place < tries.end else 1
    if len(run) < FEWEST_CELLS or numbers < 0.4 * len(run):
        return []
    return run if _grid(items, run) else []


def _numbers_in_row(text: MappedText, count: int) -> int | None:
    """How many numbers are in a row of ``count`` cells; ``BARE`` where none is, None for any other line."""
    fits = len(text) <= LONGEST_ROW and not _is_prose(text.plain)
    cells = table_cells.options(Parted(text), count) if fits else None
    return None if cells is None else sum(cell.numeric for cell in cells) or BARE
