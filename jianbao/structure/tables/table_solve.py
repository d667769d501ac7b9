"""From the lines of a table to its grid: read line by line or cell by cell, or nothing where unsure."""

from __future__ import annotations

from collections.abc import Sequence

from jianbao.provenance import MappedText
from jianbao.structure.tables import table_stream
from jianbao.structure.tables.table_by_cell import by_cell, stacked
from jianbao.structure.tables.table_by_line import by_line
from jianbao.structure.tables.table_cells import Parted
from jianbao.structure.tables.table_grid import Grid


def solve(texts: Sequence[MappedText], gaps: Sequence[bool]) -> Grid | None:
    """The grid of a table's lines (caption, unit and source left out), or None.

    ``gaps`` says for each line whether blank lines stand before it.
    """
    if len(texts) < 2:
        return None
    lines = [Parted(text) for text in texts]
    return by_line(lines) or stacked(lines, gaps) or by_cell(lines) or table_stream.solve(lines)
