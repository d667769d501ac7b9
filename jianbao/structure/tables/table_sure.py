"""Whether a grid can be a table of a paper: what no table has is a sign that its cells stand in wrong places.

Before: names of columns ``年度``, ``2016年``, ``472,358`` over rows of numbers
After: no table; its lines stay text.
Never: grids whose names are words or times, whose first cells tell the rows apart, each column of one kind.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure.tables import table_names
from jianbao.structure.tables.table_grid import Grid

MOST_MIXED = 0.5
"""Share of a column's full days from which on those in other columns are out of place."""

_EXACT = re.compile(r"[-−–+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-−–+]?\d+\.\d+|[-−–]\d+")
"""A number that is measured: no count of rows, no name of a column."""
_DAY = re.compile(r"(?:民國|民国)?\s?\d{2,4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}")
_YEAR = re.compile(r"(?:民國|民国)?\s?(?:19|20)\d\d\s?年度?")


def is_sure(grid: Grid, by_cell: bool) -> bool:
    """Whether nothing in a grid says that cells stand in wrong places. ``by_cell``: they had lines of their own."""
    header = [cell.plain if cell else "" for cell in grid.header or []]
    rows = [[cell.plain if cell else "" for cell in row] for row in grid.rows]
    if any(map(_EXACT.fullmatch, header[1:])) and not all(map(_is_figure, header[1:])):
        return False
    columns = list(zip(*rows, strict=True)) if len({len(row) for row in rows}) == 1 else []
    if not _are_days_apart(columns):
        return False
    return not by_cell or _is_in_place(header, columns)


def _is_in_place(header: Sequence[str], columns: Sequence[Sequence[str]]) -> bool:
    """Whether the first cells of rows tell these apart, and times and numbers stand in columns of their own."""
    if len({*header}) < len(header):
        return False
    if columns and any(map(_EXACT.fullmatch, columns[0])):
        return False
    if not header and columns and all(map(table_names.is_name, columns[0])):
        return False  # names of columns, and these
    return not any(any(map(_YEAR.fullmatch, column)) and any(map(_EXACT.fullmatch, column)) for column in columns[1:])


def _are_days_apart(columns: Sequence[Sequence[str]]) -> bool:
    """Whether days stand in columns of days."""
    days = [sum(bool(_DAY.fullmatch(cell)) for cell in column) for column in columns]
    return sum(map(bool, days)) < 2 or all(
        not count or count >= MOST_MIXED * sum(map(bool, column)) for count, column in zip(days, columns, strict=True)
    )


def _is_figure(text: str) -> bool:
    return not text or bool(_EXACT.fullmatch(text)) or text.isdecimal()
