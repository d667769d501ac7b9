"""Tables whose cells an extractor wrote in the order of rows, some in lines of their own, some side by side.

Before: ``年度 團體數 滿意度（五分`` / ``量表平均值）`` / ``109 12`` / ``4.1`` / ``110`` / ``3 4.3``
After: rows of three cells.
Never: words that leave a row short, or names that are more or fewer than the columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from jianbao.structure.tables import table_heads
from jianbao.structure.tables.table_cells import Cell, Parted
from jianbao.structure.tables.table_grid import Grid, Row
from jianbao.word_lists import words

FEWEST_ROWS, FEWEST_COLUMNS = 3, 3
"""Rows of numbers, and columns, of such a table."""
MOST_COLUMNS = 12


def solve(lines: Sequence[Parted]) -> Grid | None:
    """The grid of the words of lines in their order, or None where that is not certain."""
    stream = [(n, word) for n, line in enumerate(lines) for word in table_heads.words_of(line.loose, line.text)]
    first = next((at for at, (_, word) in enumerate(stream) if word.numeric), 0)
    if first < FEWEST_COLUMNS - 1:
        return None
    return _labelled(stream, first - 1) or _counted(stream, first)


_Stream = Sequence[tuple[int, Cell]]


def _labelled(stream: _Stream, begin: int) -> Grid | None:
    """Rows of a word and its numbers."""
    labels = [at for at in range(begin, len(stream)) if not stream[at][1].numeric]
    size = labels[1] - begin if len(labels) > 1 else 0
    if any(after - before != size for before, after in pairwise([*labels, len(stream)])):
        return None
    return _grid(stream, begin, size)


def _counted(stream: _Stream, begin: int) -> Grid | None:
    """Rows of numbers alone, the first a year or a month that follows that of the row above."""
    if stream[0][1].plain not in words("corner_labels") or not all(word.numeric for _, word in stream[begin:]):
        return None
    fit = [size for size in range(FEWEST_COLUMNS, MOST_COLUMNS + 1) if _follow(stream[begin::size])]
    grids = [grid for size in fit if (grid := _grid(stream, begin, size))]
    return grids[0] if len(grids) == 1 else None


def _follow(labels: _Stream) -> bool:
    counts = [int(word.plain) if word.plain.isdecimal() else -1 for _, word in labels]
    return len(counts) >= FEWEST_ROWS and all(after == before + 1 for before, after in pairwise(counts))


def _grid(stream: _Stream, begin: int, size: int) -> Grid | None:
    """The rows from a place on below the names that stand above them."""
    count, rest = divmod(len(stream) - begin, size) if size else (0, 1)
    if rest or count < FEWEST_ROWS or not FEWEST_COLUMNS <= size <= MOST_COLUMNS:
        return None
    names: list[list[Cell]] = []
    for at in range(begin):
        if at and stream[at][0] == stream[at - 1][0]:
            names[-1].append(stream[at][1])
        else:
            names.append([stream[at][1]])
    header = table_heads.of_words(names, size)
    cells = [word for _, word in stream[begin:]]
    rows: list[Row] = [list(cells[start : start + size]) for start in range(0, len(cells), size)]
    return Grid(header, rows, [], [None] * count) if header else None
