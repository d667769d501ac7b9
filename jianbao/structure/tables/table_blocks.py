"""A row of a table as a block of the text."""

from __future__ import annotations

from collections.abc import Sequence

from jianbao.document import Block, BlockKind
from jianbao.provenance import MappedText
from jianbao.structure.tables.table_grid import CELL


def block(row: Sequence[MappedText | None], number: int, header: bool) -> Block:
    """The row with the places of its cells; None is an empty one. ``number`` tells the table."""
    parts: list[MappedText] = []
    ranges: list[tuple[int, int]] = []
    offset = 0
    for cell in row:
        if ranges:
            parts.append(MappedText.inserted(" ", CELL))
            offset += 1
        size = len(cell) if cell else 0
        ranges.append((offset, offset + size))
        if cell:
            parts.append(cell)
        offset += size
    return Block(BlockKind.TABLE, MappedText.concat(parts), cells=tuple(ranges), table=number, header=header)
