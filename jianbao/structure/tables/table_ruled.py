"""Tables whose columns a row of dashes marks off below their names, as ``pandoc`` writes them.

Before: ``週次     成交量`` over ``-------- --------`` and rows whose cells begin where the dashes do
After: rows of cells; the dashes leave.
Never: where a cell reaches over the place where the next one begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import regex as re
from jianbao.document import Line
from jianbao.print_columns import columns
from jianbao.provenance import MappedText, Removal
from jianbao.structure.layout.flow import Item, Taken
from jianbao.structure.tables.table_blocks import block
from jianbao.structure.tables.table_grid import CELL

_RULE = re.compile(r"^\s*(?:-{2,}|={2,})(?: +(?:-{2,}|={2,}))+\s*$")
_RUN = re.compile(r"[-=]+")
LONGEST = 600
"""Rows of a table."""


def take(items: Sequence[Item], first: int) -> Taken:
    """Items with such tables as consecutive TABLE blocks, one a row. ``first``: the number of the first table."""
    result: list[Item] = []
    removals: list[Removal] = []
    index = 0
    while index < len(items):
        plain = _plain(items, index)
        rows = _rows(items, index) if ("--" in plain or "==" in plain) and _RULE.match(plain) else []
        if not rows:
            result.append(items[index])
            index += 1
            continue
        if rows[0] is not None:
            result.pop()  # the names, which stand above the rule
        result += [block(row, first, n == 0) for n, row in enumerate(rows) if row is not None]
        removals.append(items[index].text.strip().removed(CELL, "drawn around a table"))
        index += len(rows)
        if _RULE.match(_plain(items, index)):
            removals.append(items[index].text.strip().removed(CELL, "drawn around a table"))
            index += 1
        first += 1
    return Taken(tuple(result), (), tuple(removals))


def _plain(items: Sequence[Item], index: int) -> str:
    item = items[index] if 0 <= index < len(items) else None
    return item.text.plain if isinstance(item, Line) else ""


def _rows(items: Sequence[Item], rule: int) -> list[list[MappedText] | None]:
    """The cells of the names above a rule (None where there are none) and of the rows below it; empty for no table."""
    starts = [match.start() for match in _RUN.finditer(_plain(items, rule))]
    names = _cells(items[rule - 1].text, starts) if _plain(items, rule - 1).strip() else None
    rows: list[list[MappedText] | None] = [names]
    for index in range(rule + 1, min(rule + 1 + LONGEST, len(items))):
        plain = _plain(items, index)
        if not plain.strip() or _RULE.match(plain):
            break
        cells = _cells(items[index].text, starts)
        if cells is None:
            return []
        rows.append(cells)
    return rows if len(rows) > 1 and (names is not None or len(rows) > 2) else []


def _cells(text: MappedText, starts: Sequence[int]) -> list[MappedText] | None:
    """A line cut where the columns begin; None where one begins within a word, or all stands in one."""
    plain = text.plain
    places = dict(_columns(plain))
    cuts: list[int] = []
    for start in starts:
        place = places.get(start, len(plain))
        if start and start not in places and place < len(plain):
            return None
        if 0 < place < len(plain) and not plain[place - 1].isspace():
            return None
        cuts.append(place)
    if plain[: cuts[0]].strip():
        return None
    cells = [text.slice(low, high).strip() for low, high in zip(cuts, [*cuts[1:], len(plain)], strict=True)]
    return cells if sum(bool(cell.plain) for cell in cells) > 1 else None


def _columns(plain: str) -> Iterator[tuple[int, int]]:
    """The columns of print at which the characters of a line begin, and their places."""
    column = 0
    for place, char in enumerate(plain):
        yield column, place
        column += columns(char)
