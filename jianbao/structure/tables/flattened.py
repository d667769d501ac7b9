"""Tables that a text extractor has flattened to lines, rebuilt as rows of cells where that is certain.

A table stands below its caption and above its source, or is a run of lines that all have as many cells, most of them
numbers. What cannot be read with certainty stays lines, with a warning.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao.audit import Legality
from jianbao.diagnostics import Diagnostic, Severity
from jianbao.document import Block, BlockKind, Line
from jianbao.provenance import MappedText, Removal
from jianbao.structure.layout.flow import Item, Taken
from jianbao.structure.tables import table_looks, table_read, table_sides
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
    found = {read.region.members[0]: read for read in table_read.tables(items, filled, slides)}
    beside = {index for read in found.values() for index in read.region.above}
    beside.update(
        index for read in found.values() for index in table_sides.sources(items, filled, read.region.members[-1])
    )
    number = max((item.table for item in items if isinstance(item, Block)), default=0)
    at = 0
    while at < len(items):
        here = found.get(at)
        if here is None:
            item = items[at]
            result.append(Block(BlockKind.PARAGRAPH, item.text.strip()) if at in beside else item)
            at += 1
            continue
        members, grid = here.region.members, here.grid
        if grid is None:
            if here.region.captioned:
                diagnostics.append(_unread(items[at], path))
                whole = (item for item in items[at : members[-1] + 1] if item.text.plain.strip())
                result += [Block(BlockKind.PARAGRAPH, item.text.strip()) for item in whole]
            else:
                result += items[at : members[-1] + 1]
        else:
            number += 1
            inside = frozenset(members)
            among = [n for n in range(at, members[-1]) if n not in inside and items[n].text.plain.strip()]
            over = [n for n in among if table_looks.is_over(items, n)]
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


def _unread(first: Item, path: str) -> Diagnostic:
    words = first.text.plain.strip()[:30]
    return Diagnostic(
        Severity.WARNING,
        UNREAD,
        f"the table that starts with {words!r} cannot be read with certainty; its lines stay text",
        path,
        help="write it as lines of cells parted by two spaces",
    )
