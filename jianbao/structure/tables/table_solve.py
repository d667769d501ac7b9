"""From the lines of a table to its grid: read line by line or cell by cell, or nothing where unsure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jianbao import regex as re
from jianbao.provenance import MappedText
from jianbao.structure.tables import table_stream
from jianbao.structure.tables.table_by_cell import by_cell, stacked
from jianbao.structure.tables.table_by_line import by_line
from jianbao.structure.tables.table_cells import Parted
from jianbao.structure.tables.table_grid import Grid, Row

FEWEST_ROWS = 3
_YEAR = re.compile(r"(?:(?:19|20)\d\d|1[01]\d)年?")


def solve(texts: Sequence[MappedText], gaps: Sequence[bool]) -> Grid | None:
    """The grid of a table's lines (caption, unit and source left out), or None.

    ``gaps`` says for each line whether blank lines stand before it.
    """
    if len(texts) < 2:
        return None
    lines = [Parted(text) for text in texts]
    grid = by_line(lines) or stacked(lines, gaps) or by_cell(lines) or table_stream.solve(lines)
    return _below_years(grid) if grid else None


def _below_years(grid: Grid) -> Grid:
    """The grid, its first row told to name the columns where it is a word and years in order, and no other row is."""
    named = [row for row in grid.rows if _counts_years(row)]
    if grid.header or len(grid.rows) < FEWEST_ROWS or named != grid.rows[:1] or grid.labels[0]:
        return grid
    return replace(grid, header=grid.rows[0], rows=grid.rows[1:], labels=grid.labels[1:])


def _counts_years(row: Row) -> bool:
    years = [cell.plain if cell else "" for cell in row[1:]]
    stated = len(years) > 1 and row[0] is not None and not row[0].numeric and all(map(_YEAR.fullmatch, years))
    return stated and years in (sorted(set(years)), sorted(set(years), reverse=True))
