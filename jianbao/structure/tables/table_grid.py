"""The grid of a table: a header, rows of cells, labels that span rows."""

from __future__ import annotations

from dataclasses import dataclass

from jianbao.structure.tables.table_cells import Cell

Row = list[Cell | None]

CELL = "T14"
"""Code of the space between two cells, and of a label that is said again in each row or column it spans."""

LONGEST_LABEL = 40
"""Characters of such a label."""


@dataclass(slots=True)
class Grid:
    """A table. ``header`` is None where no line names the columns; ``repeated`` are cells that say again what the
    header says, over further groups of columns. A cell of None is empty; ``labels`` are the rows' spanning labels,
    each once, at its first row."""

    header: Row | None
    rows: list[Row]
    repeated: list[Cell]
    labels: list[Cell | None]
