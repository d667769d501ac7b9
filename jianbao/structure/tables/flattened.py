"""Tables that a text extractor has flattened to lines, rebuilt as rows of cells where that is certain.

A table stands below its caption and above its source, or is a run of lines that all have as many cells, most of them
numbers. What cannot be read with certainty stays lines, with a warning.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jianbao.audit import Legality
from jianbao.diagnostics import Diagnostic, Severity
from jianbao.document import Block, BlockKind, Line
from jianbao.provenance import MappedText, Removal
from jianbao.structure.layout.flow import Item, Taken
from jianbao.structure.tables import table_regions
from jianbao.structure.tables.table_blocks import block
from jianbao.structure.tables.table_cells import Cell
from jianbao.structure.tables.table_grid import CELL, LONGEST_LABEL, Grid

REPEATED = "T15"
"""Code of names of columns that repeat over further groups of columns."""

UNREAD = "T16"
"""Code of a table that could not be read."""

LEGAL: Legality = {CELL: lambda before, after: not before and len(after) <= LONGEST_LABEL}
"""A space between cells, and a spanning label, stand where there was no character."""


def take(items: Sequence[Item], path: str = "", slides: frozenset[int] = frozenset()) -> Taken:
    """Items with tables as consecutive TABLE blocks, one a row. ``path`` is for diagnostics, ``slides`` are the pages
    that are slides with a heading."""
    result: list[Item] = []
    removals: list[Removal] = []
    diagnostics: list[Diagnostic] = []
    filled = [n for n, item in enumerate(items) if isinstance(item, Line) and item.text.plain.strip()]
    regions = {region.members[0]: region for region in table_regions.regions(items, filled, slides)}
    beside = {index for region in regions.values() for index in region.above}
    beside.update(
        index for region in regions.values() for index in table_regions.sources(items, filled, region.members[-1])
    )
    number = max((item.table for item in items if isinstance(item, Block)), default=0)
    at = 0
    while at < len(items):
        here = regions.get(at)
        if here is None:
            item = items[at]
            result.append(Block(BlockKind.PARAGRAPH, item.text.strip()) if at in beside else item)
            at += 1
            continue
        members = here.members
        lines = [items[n] for n in members]
        grid = table_regions.grid(items, here)
        if grid is None or not _keeps_all(grid, lines):
            if here.captioned:
                diagnostics.append(_unread(lines[0], path))
                whole = (item for item in items[at : members[-1] + 1] if item.text.plain.strip())
                result += [Block(BlockKind.PARAGRAPH, item.text.strip()) for item in whole]
            else:
                result += items[at : members[-1] + 1]
        else:
            number += 1
            inside = frozenset(members)
            among = [n for n in range(at, members[-1]) if n not in inside and items[n].text.plain.strip()]
            over = [n for n in among if table_regions.is_over(items, n)]
            result += [Block(BlockKind.PARAGRAPH, items[n].text.strip()) for n in over]
            result += _blocks(grid, number)
            removals += [cell.text.removed(REPEATED, "names of columns said before") for cell in grid.repeated]
            result += [Block(BlockKind.PARAGRAPH, items[n].text.strip()) for n in among if n not in over]
        at = members[-1] + 1
    return Taken(tuple(result), (), tuple(removals), tuple(diagnostics))


def _blocks(grid: Grid, number: int) -> Iterator[Block]:
    if grid.header:
        yield block([cell.text if cell else None for cell in grid.header], number, True)
    seen: Cell | None = None
    for label, row in zip(grid.labels, grid.rows, strict=True):
        cells: list[Cell | None] = list(row)
        if label is not None:
            again = Cell(MappedText.inserted(label.plain[:LONGEST_LABEL], CELL))
            cells = [label if label is not seen else again, *cells]
            seen = label
        yield block([cell.text if cell else None for cell in cells], number, False)


def _keeps_all(grid: Grid, lines: Sequence[Item]) -> bool:
    """Whether each character of the lines is in one cell, one label or one repeated name."""
    labels = {id(label): label for label in grid.labels if label}.values()
    placed = [*(grid.header or []), *(cell for row in grid.rows for cell in row)]
    cells = [*(cell for cell in placed if cell), *grid.repeated, *labels]
    kept = sorted(span for cell in cells for span in cell.text.spans())
    apart = all(before.end <= after.start for before, after in pairwise(kept))
    size = sum(len("".join(run.text.split())) for cell in cells for run in cell.text.runs if run.spans)
    return apart and size == sum(len("".join(line.text.plain.split())) for line in lines)


def _unread(first: Item, path: str) -> Diagnostic:
    words = first.text.plain.strip()[:30]
    return Diagnostic(
        Severity.WARNING,
        UNREAD,
        f"the table that starts with {words!r} cannot be read with certainty; its lines stay text",
        path,
        help="write it as lines of cells parted by two spaces",
    )
