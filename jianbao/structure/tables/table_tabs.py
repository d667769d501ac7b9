"""Tables pasted from a spreadsheet or a page: a row a line, tabs between cells, and cells that are empty.

Before: ``地區⇥單價⇥其中⇥`` / ``⇥⇥電費⇥附加費`` / ``甲地⇥4.27⇥3.61⇥0.66``
After: rows of four cells, below one row of names.
Never: running text with tabs in it; rows that all have as many cells; boxes of names and values.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from jianbao.document import Line
from jianbao.provenance import MappedText
from jianbao.structure import measure
from jianbao.structure.layout.flow import Item
from jianbao.structure.tables import table_heads
from jianbao.structure.tables.table_cells import Cell
from jianbao.structure.tables.table_grid import Grid, Row

FEWEST_ROWS, FEWEST_COLUMNS = 3, 3
MOST_LINES, LONGEST, WIDEST = 400, 240, 60
"""Lines of a table, characters of a row, columns of print of a cell at most."""
WHOLE = 0.5
"""Share of rows without an empty cell at least."""
MOST_HEADS = 3
"""Rows of names at most."""


def run(items: Sequence[Item], filled: Sequence[int], place: int) -> list[int]:
    """The lines of such a table that begins at a place of the filled lines; empty if none does."""
    inside = place > 0 and filled[place] - filled[place - 1] == 1 and "\t" in items[filled[place - 1]].text.plain
    if inside or "\t" not in items[filled[place]].text.plain:
        return []
    found: list[int] = []
    for index in filled[place : place + MOST_LINES]:
        if not _is_row(items[index]) or (found and index - found[-1] > 1):
            break
        found.append(index)
    return found if grid(items, found) else []


def grid(items: Sequence[Item], members: Sequence[int]) -> Grid | None:
    """The table of the lines; None if they are none, or no cell of them is empty."""
    if len(members) < FEWEST_ROWS or not all(_is_row(items[index]) for index in members):
        return None
    rows = [_cells(items[index].text) for index in members]
    size = max(map(len, rows))
    whole = sum(len(row) == size and all(row) for row in rows)
    if size < FEWEST_COLUMNS or whole == len(rows) or whole < WHOLE * (len(rows) - 1):
        return None
    padded: list[Row] = [[*row, *[None] * (size - len(row))] for row in rows]
    if not all(measure.width(cell.plain) <= WIDEST for row in padded for cell in row if cell):
        return None
    heads = _heads(padded)
    names = table_heads.merged(padded[:heads]) if heads > 1 else None
    if names is None:
        heads = int(all(cell and not cell.numeric for cell in padded[0]))
        names = padded[0] if heads else None
    body = padded[heads:]
    return Grid(names, body, [], [None] * len(body))


def _is_row(item: Item) -> bool:
    text = item.text.plain
    return isinstance(item, Line) and "\t" in text and len(text) <= LONGEST and text.rstrip()[-1:] not in "。！？"


def _heads(rows: Sequence[Row]) -> int:
    """How many rows name the columns: the first, and those right below it whose first cell is empty."""
    below = takewhile(lambda row: row[0] is None and not any(cell.numeric for cell in row if cell), rows[1:])
    heads = 1 + len(list(below))
    return heads if heads <= min(MOST_HEADS, len(rows) - 1) and rows[0][0] is not None else 1


def _cells(text: MappedText) -> Row:
    """The cells of a row, None for an empty one."""
    row: Row = []
    start = 0
    for piece in text.plain.split("\t"):
        cell = text.slice(start, start + len(piece)).strip()
        row.append(Cell(cell, start, start + len(piece)) if cell.plain else None)
        start += len(piece) + 1
    return row
