"""The tables among the lines of a text, each with its grid: what stands in doubt is settled by all of them together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from jianbao.structure.layout.flow import Item
from jianbao.structure.tables import (
    table_order,
    table_page_lines,
    table_regions,
    table_sure,
    table_whole,
)
from jianbao.structure.tables.table_grid import Grid
from jianbao.structure.tables.table_regions import Region

ALONE = 0.8
"""Share of a grid's cells that have lines of their own, from which on it was written cell by cell."""

PASSES = 2
"""How often tables are sought whose columns stand apart: the lines of one that is none may be columns of another."""


@dataclass(slots=True)
class Read:
    """A region, and the grid of its lines; None where these stay text."""

    region: Region
    grid: Grid | None


def tables(items: Sequence[Item], filled: Sequence[int], slides: frozenset[int]) -> list[Read]:
    """The regions of a text in order. ``filled`` are its filled lines, ``slides`` the pages that are slides."""
    own = table_page_lines.own(items, filled) if not slides else frozenset()
    filled = [index for index in filled if index not in own]
    found = [Read(region, table_regions.grid(items, region)) for region in table_regions.regions(items, filled, slides)]
    for read in found:
        lines = [items[index] for index in read.region.members]
        if read.grid and not (_keeps_all(read.grid, lines) and table_sure.is_sure(read.grid, _is_by_cell(read))):
            read.grid = None
    if slides:
        return found
    by_cell = [read for read in found if read.grid and _is_by_cell(read)]
    for read, grid in zip(by_cell, table_order.agreed([read.grid for read in by_cell if read.grid]), strict=True):
        read.grid = grid
    _drop_torn(items, filled, found, by_cell)
    return found


def _is_by_cell(read: Read) -> bool:
    """Whether most cells have lines of their own."""
    rows = [read.grid.header or [], *read.grid.rows] if read.grid else []
    return len(read.region.members) >= ALONE * sum(cell is not None for row in rows for cell in row)


def _drop_torn(items: Sequence[Item], filled: Sequence[int], found: Sequence[Read], by_cell: Sequence[Read]) -> None:
    """Leave the tables as text near which columns of theirs stand; of their lines others may then be such columns."""
    taken = {index for read in found if read.grid for index in read.region.members}
    for _ in range(PASSES):
        for read in by_cell:
            members = read.region.members
            span = bisect_left(filled, members[0]), bisect_right(filled, members[-1])
            if read.grid and table_whole.is_torn(items, filled, taken, span, len(read.grid.rows)):
                read.grid = None
                taken.difference_update(members)


def _keeps_all(grid: Grid, lines: Sequence[Item]) -> bool:
    """Whether each character of the lines is in one cell, one label or one repeated name."""
    labels = {id(label): label for label in grid.labels if label}.values()
    placed = [*(grid.header or []), *(cell for row in grid.rows for cell in row)]
    cells = [*(cell for cell in placed if cell), *grid.repeated, *labels]
    kept = sorted(span for cell in cells for span in cell.text.spans())
    apart = all(before.end <= after.start for before, after in pairwise(kept))
    size = sum(len("".join(run.text.split())) for cell in cells for run in cell.text.runs if run.spans)
    return apart and size == sum(len("".join(line.text.plain.split())) for line in lines)
