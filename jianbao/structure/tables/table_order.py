"""In which order an extractor wrote the cells of tables that stand a line each: all tables of a text tell it together.

Rows below the names of years may as well be columns beside a column of years. Where the tables that leave no doubt were
written row by row, or column by column, those that leave one were so too.

Before: ``年度`` / ``2018`` / ``2019`` / ``出口`` / ``36`` / ``57`` / …, and another table written row by row
After: a row of years and a row for each thing that is counted.
Never: a table that stands alone, or among some that were written either way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from jianbao.structure.tables import table_names
from jianbao.structure.tables.table_cells import Cell
from jianbao.structure.tables.table_grid import Grid, Row

BY_ROWS, BY_COLUMNS = 1, -1


def agreed(grids: Sequence[Grid]) -> list[Grid]:
    """The grids, those in doubt turned to the order of the others. Each has its cells in lines of their own."""
    orders = [_order(grid) for grid in grids]
    doubtful = [_is_doubtful(grid) for grid in grids]
    said = sum(order for order, doubt in zip(orders, doubtful, strict=True) if not doubt)
    return [
        _turned(grid) if doubt and order * said < 0 else grid
        for grid, order, doubt in zip(grids, orders, doubtful, strict=True)
    ]


def _order(grid: Grid) -> int:
    """Whether the cells follow one another row by row or column by column; 0 for neither."""
    rows = [grid.header or [], *grid.rows]
    if len({len(row) for row in rows}) > 1:
        return 0
    across = [cell for row in rows for cell in row]
    down = [cell for column in zip(*rows, strict=True) for cell in column]
    return _follow(across) * BY_ROWS + _follow(down) * BY_COLUMNS


def _follow(cells: Sequence[Cell | None]) -> bool:
    starts = [spans[0].start for cell in cells if cell and (spans := list(cell.text.spans()))]
    return all(before < after for before, after in pairwise(starts))


def _is_doubtful(grid: Grid) -> bool:
    """Whether the table has times on one side, and words that are no listed names on the other."""
    header = grid.header or []
    if len(header) < 2 or not header[0] or any(cell is None for row in (header, *grid.rows) for cell in row):
        return False
    corner = header[0].plain
    names = [cell.plain for cell in header[1:] if cell]
    labels = [row[0].plain for row in grid.rows if row[0]]
    return table_names.says_times(corner, names) is not table_names.says_times(corner, labels)


def _turned(grid: Grid) -> Grid:
    columns: list[Row] = [list(column) for column in zip(grid.header or [], *grid.rows, strict=True)]
    return replace(grid, header=columns[0], rows=columns[1:], labels=[None] * (len(columns) - 1))
