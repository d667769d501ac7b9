"""Tables whose cells an extractor wrote in the order of rows, some in lines of their own, some side by side.

Before: ``年度 團體數 滿意度（五分`` / ``量表平均值）`` / ``109 12`` / ``4.1`` / ``110`` / ``3 4.3``
After: rows of three cells; so below ``名稱 2023 年``: ``養殖產`` / ``量`` / ``21,311 19,700``, a label in two pieces.
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
MOST_PIECES = 4
"""Lines over which a narrow column sets a label."""
UNITS = ("年", "月", "季", "年度")


def solve(lines: Sequence[Parted]) -> Grid | None:
    """The grid of the words of lines in their order, or None where that is not certain."""
    stream = [(n, word) for n, line in enumerate(lines) for word in table_heads.words_of(line.loose, line.text)]
    over = _over_lines([word for _, word in stream])
    if over:
        return over
    first = next((at for at, (_, word) in enumerate(stream) if word.numeric), 0)
    if first < FEWEST_COLUMNS - 1:
        return None
    return _labelled(stream, first - 1) or _counted(stream, first)


def _over_lines(words: Sequence[Cell]) -> Grid | None:
    """Rows of a label, which may stand in pieces, and as many numbers each, below names that units and brackets follow.

    What stands above the first numbers is the names of the columns and the pieces of the first label.
    """
    groups: list[tuple[list[Cell], list[Cell]]] = []
    for word in words:
        if not groups or (groups[-1][1] and not word.numeric):
            groups.append(([], []))
        groups[-1][word.numeric].append(word)
    size = len(groups[-1][1]) if groups else 0
    first = next((n for n in range(len(groups), 0, -1) if len(groups[n - 1][1]) != size), 0)
    rows, above = groups[first:], [word for group in groups[:first] for part in group for word in part]
    if size < FEWEST_COLUMNS - 1 or len(rows) < FEWEST_ROWS or not any(len(label) > 1 for label, _ in rows[1:]):
        return None
    names = _named([*above, *rows[0][0]])
    pieces = names[size + 1 :]
    labels = [pieces, *(label for label, _ in rows[1:])]
    if not all(1 <= len(label) <= MOST_PIECES for label in labels) or any(name.numeric for name in names[: size + 1]):
        return None
    whole: list[Row] = [[_joined(label), *numbers] for label, (_, numbers) in zip(labels, rows, strict=True)]
    return Grid([*names[: size + 1]], whole, [], [None] * len(whole))


def _named(words: Sequence[Cell]) -> list[Cell]:
    """Words with what begins no name put behind the one before: a unit of time behind a number, a bracket."""
    names: list[Cell] = []
    for word in words:
        unit = names and names[-1].numeric and word.plain in UNITS
        if names and (unit or word.plain[0] in "（("):
            names[-1] = _joined([names[-1], word])
        else:
            names.append(word)
    return names


def _joined(pieces: Sequence[Cell]) -> Cell:
    whole: Cell | None = None
    for piece in pieces:
        whole = table_heads.rejoined(whole, piece)
    return whole or pieces[0]


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
