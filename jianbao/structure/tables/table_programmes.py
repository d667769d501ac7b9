"""Programmes: rows of a time, a tab and what happens then, perhaps who speaks and where. A row may stop short, and a
cell may be empty: tabs alone tell which column a cell stands in.

Never: what happened when, told in sentences; times with one more column, unless they have an end or the column a name.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.document import Line
from jianbao.provenance import MappedText
from jianbao.structure.layout.flow import Item
from jianbao.structure.tables import table_boxes
from jianbao.structure.tables.table_cells import Cell
from jianbao.structure.tables.table_grid import Grid, Row

FEWEST, MOST = 3, 200
"""Rows of a programme."""
WIDEST_NAME = 12
"""Characters of a column's name."""

_HALF = r"(?:上午|下午|中午|晚上|晚間|晚间|[AaPp]\.?[Mm]\.?)?\s?"
_CLOCK = rf"{_HALF}\d{{1,2}}\s?(?:[:：]\s?\d{{2}}|[時时點点]\s?(?:\d{{1,2}}分|半|整)?){_HALF}"
_TIME = re.compile(rf"{_CLOCK}(?P<end>\s?[-–—－~～至到]\s?(?:{_CLOCK})?)?(?:起|開始|开始)?")
_NAME_OF_TIME = re.compile(r"(?:時間|时间|時段|时段|時刻|时刻|起訖時間|起讫时间|Time)(?:\s?Time)?", re.I)


def run(items: Sequence[Item], filled: Sequence[int], place: int) -> list[int]:
    """The lines of a programme that begins at ``place``; empty if none does."""
    named = _is_header(items, filled, place)
    found: list[int] = []
    for index in filled[place + named : place + MOST]:
        fields = _fields(items, index)
        if not _is_time(fields) and not (found and len(fields) > 1 and not fields[0].plain):
            break
        found.append(index)
    times = [fields for index in found if _is_time(fields := _fields(items, index))]
    if len(times) < FEWEST:
        return []
    ended = sum(bool((time := _TIME.fullmatch(fields[0].plain)) and time["end"]) for fields in times)
    if max(len(_fields(items, index)) for index in found) < 3 and not named and 2 * ended < len(times):
        return []
    return [filled[place], *found] if named else found


def grid(items: Sequence[Item], members: Sequence[int]) -> Grid | None:
    """The rows of a programme, each cell in the column of its tab; None if the lines are none."""
    if run(items, members, 0) != list(members):
        return None
    rows = [_fields(items, index) for index in members]
    width = max(map(len, rows))
    cells: list[Row] = [[field if field.plain else None for field in row] for row in rows]
    cells = [[*row, *[None] * (width - len(row))] for row in cells]
    header = cells.pop(0) if _is_header(items, members, 0) else None
    return Grid(header, cells, [], [None] * len(cells))


def _is_header(items: Sequence[Item], filled: Sequence[int], place: int) -> bool:
    """Whether a line names the columns: 時間 first, or short names right above a time, no fewer than its cells."""
    fields = _fields(items, filled[place])
    below = _fields(items, filled[place + 1]) if place + 1 < len(filled) else []
    if len(fields) < 2 or not _is_time(below) or _is_time(fields):
        return False
    short = all(0 < len(field.plain) <= WIDEST_NAME for field in fields) and len(fields) >= len(below)
    return short and (bool(_NAME_OF_TIME.fullmatch(fields[0].plain)) or len(fields) > 2)


def _is_time(fields: Sequence[Cell]) -> bool:
    """Whether a line begins with a time and has more behind a tab."""
    return len(fields) > 1 and bool(_TIME.fullmatch(fields[0].plain)) and any(field.plain for field in fields[1:])


def _fields(items: Sequence[Item], index: int) -> list[Cell]:
    """What a line has between its tabs; nothing of a line that is a sentence, or no line."""
    item = items[index]
    if not isinstance(item, Line) or not table_boxes.tabs(item.text.plain.rstrip()):
        return []
    return [*_cut(item.text)]


def _cut(text: MappedText) -> list[Cell]:
    cells: list[Cell] = []
    start = 0
    for field in text.plain.split("\t"):
        left = start + len(field) - len(field.lstrip())
        right = max(left, start + len(field.rstrip()))
        cells.append(Cell(text.slice(left, right), left, right))
        start += len(field) + 1
    while len(cells) > 1 and not cells[-1].plain:
        cells.pop()
    return cells
