"""Tables below a caption whose cells stand a line each, told by the names that columns of tables have.

Before: ``期別`` / ``期間`` / ``講者`` / ``第一期`` / ``1月至3月`` / ``某教授`` / …, or column by column
After: rows of three cells.
Never: cells whose names fit both ways, or rows that are not all as long.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao.structure import measure
from jianbao.structure.tables import table_any_order
from jianbao.structure.tables.table_cells import Cell
from jianbao.structure.tables.table_grid import Grid, Row
from jianbao.structure.tables.table_names import (
    CHOICE,
    MARK,
    TIME,
    is_corner,
    is_land,
    is_name,
    lists_kinds,
    says_times,
)

FEWEST_COLUMNS, MOST_COLUMNS = 3, 10
FEWEST_ROWS = 3
"""Rows of such a table, the names of its columns among them."""
FEWEST_KNOWN = 2
"""Names of columns that are listed ones, besides times and numbered ones."""
WIDEST_LABEL = 28
"""Columns of print of the label of a row."""


def solve(cells: Sequence[Cell], tight: bool) -> Grid | None:
    """The grid of cells in the order of rows or of columns; None where no names tell which. ``tight``: no blank line
    stands between the cells, as where an extractor writes them row by row."""
    texts = [cell.plain for cell in cells]
    if not texts or not is_corner(texts[0]):
        return None
    if not tight and says_times(texts[0], texts[1:2]):
        return None  # years beside the name of a column of years: they may as well stand below it
    found = [*_by_rows(cells, texts), *_by_columns(cells, texts)]
    if len(found) != 1:
        return None
    rows, again = found[0]
    return Grid(rows[0], rows[1:], again, [None] * (len(rows) - 1))


def _by_rows(cells: Sequence[Cell], texts: Sequence[str]) -> Iterator[tuple[list[Row], list[Cell]]]:
    """Below as many names as there are cells in a row; the names may stand once more, on top of a page."""
    named = 1
    beside = lists_kinds(texts[0])
    while named < len(texts) and (is_name(texts[named]) or (beside and is_land(texts[named]))):
        named += 1
    if not FEWEST_COLUMNS <= named <= MOST_COLUMNS or not _are_known(texts[:named], beside):
        return
    size = named
    head = list(texts[:size])
    whole: list[Row] = [list(cells[:size])]
    again: list[Cell] = []
    for at in range(size, len(cells), size):
        row = cells[at : at + size]
        if [cell.plain for cell in row] == head:
            again += row
        else:
            whole.append(list(row))
    if len(whole) >= FEWEST_ROWS and _is_whole(whole):
        yield whole, again


def _by_columns(cells: Sequence[Cell], texts: Sequence[str]) -> Iterator[tuple[list[Row], list[Cell]]]:
    """Each name on top of its column, and nowhere else a listed one."""
    named = [n for n, text in enumerate(texts) if is_name(text) and not TIME.fullmatch(text)]
    height = named[1] if len(named) > 1 else 0
    if height < FEWEST_ROWS or len(texts) % height or named != list(range(0, len(texts), height)):
        return
    columns = len(named)
    if not FEWEST_COLUMNS <= columns <= MOST_COLUMNS or not _are_known([texts[n] for n in named], False):
        return
    whole: list[Row] = [[cells[start + n] for start in named] for n in range(height)]
    if _is_whole(whole):
        yield whole, []


def _are_known(names: Sequence[str], beside: bool) -> bool:
    """Whether the names behind the first are different, and listed ones or all of one kind."""
    behind = names[1:]
    if len({*names}) < len(names):
        return False
    listed = sum(is_name(name) and not TIME.fullmatch(name) for name in behind)
    alike = all(map(TIME.fullmatch, behind)) or all(map(CHOICE.fullmatch, behind))
    return listed >= FEWEST_KNOWN or alike or (beside and all(map(is_land, behind)))


def _is_whole(rows: Sequence[Row]) -> bool:
    """Whether rows are all as long, their labels short and different, and their columns of one kind each."""
    size = len(rows[0])
    if any(len(row) != size or None in row for row in rows):
        return False
    plain = tuple(tuple(cell.plain if cell else "" for cell in row) for row in rows)
    labels = [row[0] for row in plain[1:]]
    if any(any(map(MARK.fullmatch, row)) and not all(map(MARK.fullmatch, row[1:])) for row in plain):
        return False  # where a mark stands for a cell, others may be empty
    counts = list(labels) == [str(n) for n in range(1, len(labels) + 1)]
    if not counts and any(cell.numeric and not TIME.fullmatch(cell.plain) for row in rows[1:] if (cell := row[0])):
        return False
    if len({*labels}) < len(labels) or any(measure.width(label) > WIDEST_LABEL for label in labels):
        return False
    return table_any_order.fits(plain)
