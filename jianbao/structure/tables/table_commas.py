"""Tables pasted as lines of values with commas between them, as programs write them down (CSV), or wide bars.

Before: ``縣市,總人口,65歲以上人口`` over ``臺北市,2511886,571254``; a cell with a comma in it stands in quotes
After: rows of cells; commas and quotes leave.
Never: rows of unequal cells; rows none of whose columns has numbers alone below its name; sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from jianbao import regex as re
from jianbao.document import Line
from jianbao.provenance import MappedText, Removal
from jianbao.structure import measure
from jianbao.structure.layout.flow import Item, Taken
from jianbao.structure.tables.table_blocks import block
from jianbao.structure.tables.table_cells import Cell
from jianbao.structure.tables.table_grid import CELL

FEWEST_ROWS, FEWEST_COLUMNS = 3, 3
LONGEST, WIDEST, MOST_LINES = 400, 60, 2000
"""Characters of a row, columns of print of a cell, rows of a table at most."""
WIDE = 0.5
"""Share of the columns that have numbers alone where commas of running text part them."""
_CELL = re.compile(r'\s*(?:"(?P<quoted>(?:[^"]|"")*)"|(?P<bare>[^"]*?))\s*$')
_SPLIT = {mark: re.compile(rf'(?:"(?:[^"]|"")*"|[^"{mark}])*') for mark in ",;，｜"}
_DATED = re.compile(r"(?:19|20)?\d\d[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?月?")
_STOPS = "。！？；：，、"


class _Row(NamedTuple):
    """The cells of a line, and the places of the marks between and around them."""

    cells: list[Cell]
    marks: list[tuple[int, int]]


def take(items: Sequence[Item], first: int) -> Taken:
    """Items with such tables as consecutive TABLE blocks, one a row. ``first``: the number of the first table."""
    result: list[Item] = []
    removals: list[Removal] = []
    index = 0
    while index < len(items):
        rows, sure = _run(items, index)
        if not sure:
            end = index + max(len(rows), 1)
            result += items[index:end]
            index = end
            continue
        for n, row in enumerate(rows):
            result.append(block([cell.text for cell in row.cells], first, n == 0))
            text = items[index + n].text
            removals += [text.slice(*mark).removed(CELL, "between the cells of a table") for mark in row.marks]
        index += len(rows)
        first += 1
    return Taken(tuple(result), (), tuple(removals))


def _run(items: Sequence[Item], index: int) -> tuple[list[_Row], bool]:
    """The rows of equal cells that begin at an item, below one without values, and whether they surely are a table."""
    found: list[_Row] = []
    head = _plain(items, index)
    for mark in ",;，｜":
        if head.count(mark) < FEWEST_COLUMNS - 1:
            continue
        names = _row(items[index].text, mark)
        if names is None or len(names.cells) < FEWEST_COLUMNS or any(map(_is_value, names.cells)):
            continue
        rows = [names]
        for below in range(index + 1, min(index + MOST_LINES, len(items))):
            row = _row(items[below].text, mark) if mark in _plain(items, below) else None
            if row is None or len(row.cells) != len(names.cells):
                break
            rows.append(row)
        if len(rows) >= FEWEST_ROWS and _is_sure(rows, mark):
            return rows, True
        found = max(found, rows, key=len)
    return found, False


def _is_sure(rows: Sequence[_Row], mark: str) -> bool:
    """Whether columns have numbers alone below their names, so that the rows are no sentences."""
    columns = zip(*(row.cells for row in rows[1:]), strict=True)
    values = [[_is_value(cell) for cell in column if cell.plain] for column in columns]
    of_values = sum(bool(column) and all(column) for column in values)
    return of_values >= (WIDE * len(values) if mark == "，" else 1)


def _is_value(cell: Cell) -> bool:
    return cell.numeric or bool(_DATED.fullmatch(cell.plain))


def _plain(items: Sequence[Item], index: int) -> str:
    item = items[index]
    text = item.text.plain if isinstance(item, Line) else ""
    return text if len(text) <= LONGEST and text.rstrip()[-1:] not in _STOPS else ""


def _row(text: MappedText, mark: str) -> _Row | None:
    """A line cut at the marks outside quotes; None where a quote is left open or a cell is too wide for one."""
    plain = text.plain
    cells: list[Cell] = []
    marks: list[tuple[int, int]] = []
    start = 0
    while True:
        found = _SPLIT[mark].match(plain, start)
        end = found.end() if found else start
        inner = _CELL.match(plain[start:end])
        if inner is None or (end < len(plain) and plain[end] != mark):
            return None
        low, high = (place + start for place in inner.span(inner.lastgroup or 0))
        if inner["quoted"] is not None:
            marks += [(low - 1, low), (high, high + 1)]
        cells.append(Cell(text.slice(low, high).strip(), low, high))
        if measure.width(cells[-1].plain) > WIDEST or cells[-1].plain[-1:] in tuple(_STOPS[:3]):
            return None
        if end == len(plain):
            return _Row(cells, marks)
        marks.append((end, end + 1))
        start = end + 1
