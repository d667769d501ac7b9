"""Tables written cell by cell, row after row or column after column."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from jianbao.structure.tables import table_heads, table_turn
from jianbao.structure.tables.table_cells import Cell, Parted
from jianbao.structure.tables.table_grid import Grid, Row


def stacked(lines: Sequence[Parted], gaps: Sequence[bool]) -> Grid | None:
    """Blocks of lines with blank lines in between are columns: what stands close together stood one below another."""
    blocks: list[list[Cell]] = []
    for line, gap in zip(lines, gaps, strict=True):
        if len(line.tight) != 1:
            return None
        if gap or not blocks:
            blocks.append([])
        blocks[-1].append(line.tight[0])
    height = len(blocks[0])
    if height > 1 and any(len(block) == 1 for block in blocks):
        return _stacked_in_groups(blocks)
    if len(blocks) < 2 or height < 3 or any(len(block) != height for block in blocks):
        return None
    if any(block[0].numeric for block in blocks) or not all(cell.numeric for cell in blocks[-1][1:]):
        return None
    names: Row = [*blocks[0]]
    rest: list[Row] = [[*block] for block in blocks[1:]]
    if any(cell.numeric for cell in blocks[0]) or not all(cell.numeric for block in blocks[1:] for cell in block[1:]):
        return _turned(names, rest)
    return _turned(names, rest) if _columns_rather(names, rest) >= 0 else Grid(names, rest, [], [None] * len(rest))


def _stacked_in_groups(blocks: Sequence[Sequence[Cell]]) -> Grid | None:
    """The same where the name of a group, alone in its block, stands before its columns."""
    columns = [block for block in blocks if len(block) > 1]
    height = len(columns[0])
    groups = [at for at, block in enumerate(blocks) if len(block) == 1]
    if len(groups) < 2 or height < 3 or any(len(column) != height for column in columns):
        return None
    if columns[0][0].numeric or not all(cell.numeric for column in columns[1:] for cell in column[1:]):
        return None
    upper: Row = []
    for before, block in zip([None, *blocks], blocks, strict=False):
        if len(block) > 1:
            upper.append(before[0] if before is not None and len(before) == 1 else None)
    header = table_heads.merged([upper, [column[0] for column in columns]])
    rows: list[Row] = [[column[n] for column in columns] for n in range(1, height)]
    return Grid(header, rows, [], [None] * len(rows)) if header else None


def by_cell(lines: Sequence[Parted]) -> Grid | None:
    """A line is a cell, row by row or column by column."""
    cells = [line.tight[0] for line in lines if len(line.tight) == 1]
    if len(cells) < len(lines):
        cells = [cell for line in lines for cell in line.tight]
    several = any(len(line.loose) > 1 and all(word.numeric for word in line.loose) for line in lines)
    alone = len(cells) == len(lines) and not several
    words = [word for line in lines for word in line.loose]
    return (
        _rows_of_cells(cells, lines)
        or _columns_of_cells(cells)
        or (_columns_behind_labels(cells) if alone else None)
        or (_kinds_of_cells(cells) if alone else None)
        or (_rows_of_cells(words, lines, named=True) if len(words) > len(cells) else None)
        or _columns_behind_rows(lines)
    )


def _rows_of_cells(cells: Sequence[Cell], lines: Sequence[Parted], named: bool = False) -> Grid | None:
    """Cells in the order of rows, each row a label and then numbers. ``named``: the columns must have names."""
    starts = [index for index in range(len(cells) - 1) if not cells[index].numeric and cells[index + 1].numeric]
    if len(starts) < 2:
        return None
    width = starts[1] - starts[0]
    if width < 2 or any(b - a != width for a, b in pairwise(starts)):
        return None
    if len(cells) - starts[-1] != width:
        return None
    rows: list[Row] = [list(cells[start : start + width]) for start in starts]
    if not all(cell is not None and cell.numeric for row in rows for cell in row[1:]):
        return None
    if all(_ends_in_number(cells[start]) for start in starts):
        # A label and its first number stand in one line: the line is no cell.
        return None
    front: Row = list(cells[: starts[0]])
    if any(cell is not None and table_heads.are_several(cell.plain) for cell in front):
        return None
    if len(front) != width:
        apart: Row = [part for cell in front if cell for part in Parted(cell.text).loose]
        # The cell above the labels may be empty: then the names do not begin where the labels do.
        indented = len(lines) == len(cells) or lines[0].tight[0].start > 1
        front = [None, *front] if len(front) == width - 1 != len(apart) - 1 and indented and not named else apart
    if (front or named) and len(front) != width:
        return None
    if front and len(lines) == len(cells) and _columns_rather(front, rows) > 0:
        return _turned(front, rows)
    return Grid(front or None, rows, [], [None] * len(rows))


def _ends_in_number(cell: Cell) -> bool:
    words = Parted(cell.text).loose
    return len(words) > 1 and words[-1].numeric


def _columns_rather(names: Sequence[Cell | None], blocks: Sequence[Row]) -> float:
    """How much rather blocks of a word and its numbers are columns beside the names than rows below them."""
    whole = [[cell for cell in block if cell] for block in blocks]
    beside = [cell for cell in names[1:] if cell]
    corner = names[0].plain if names[0] else ""
    return table_turn.columns_rather(corner, beside, [block[0] for block in whole], [block[1:] for block in whole])


def _turned(names: Sequence[Cell | None], blocks: Sequence[Row]) -> Grid:
    """The grid whose columns are the names and the blocks."""
    columns = [list(names), *blocks]
    rows: list[Row] = [[column[n] for column in columns] for n in range(1, len(names))]
    return Grid([column[0] for column in columns], rows, [], [None] * len(rows))


def _columns_behind_labels(cells: Sequence[Cell]) -> Grid | None:
    """The names of the columns, the labels of the rows, and then the columns of numbers."""
    shape = table_turn.columns_behind_labels(cells)
    if shape is None:
        return None
    columns, height = shape
    numbers = cells[columns + 1 + height :]
    rows: list[Row] = [[cells[columns + 1 + n], *numbers[n::height]] for n in range(height)]
    return Grid([*cells[: columns + 1]], rows, [], [None] * height)


def _columns_behind_rows(lines: Sequence[Parted]) -> Grid | None:
    """The names of the columns, then lines of a label and its first numbers, then the further columns, cell by cell."""
    first = next((n for n, line in enumerate(lines) if any(word.numeric for word in line.loose)), 0)
    header = [word for line in lines[:first] for word in line.loose]
    height = next((n for n, line in enumerate(lines[first:]) if line.loose[0].numeric), 0)
    rows = [line.loose for line in lines[first : first + height]]
    rest = [word for line in lines[first + height :] for word in line.loose]
    if height < 2 or len({len(row) for row in rows}) != 1 or not all(word.numeric for word in rest):
        return None
    started = len(rows[0])
    labelled = not any(row[0].numeric for row in rows) and all(word.numeric for row in rows for word in row[1:])
    if not labelled or started < 2 or len(rest) != height * (len(header) - started) or not rest:
        return None
    if any(len(line.loose) != 1 for line in lines[first + height :]):
        return None
    whole: list[Row] = [[*row, *rest[n::height]] for n, row in enumerate(rows)]
    return Grid([*header], whole, [], [None] * height)


def _columns_of_cells(cells: Sequence[Cell]) -> Grid | None:
    """Cells in the order of columns: the first all words, each further one a word and then numbers."""
    heads = [i for i in range(len(cells) - 1) if not cells[i].numeric and cells[i + 1].numeric]
    if not heads or heads[0] < 2 or all(_ends_in_number(cells[head]) for head in heads):
        return None
    height = heads[0]
    if len(cells) % height or heads != list(range(height, len(cells), height)):
        return None
    columns = [cells[start : start + height] for start in range(0, len(cells), height)]
    if not all(cell.numeric for column in columns[1:] for cell in column[1:]):
        return None
    rows: list[Row] = [[column[n] for column in columns] for n in range(1, height)]
    return Grid([column[0] for column in columns], rows, [], [None] * len(rows))


def _kinds_of_cells(cells: Sequence[Cell]) -> Grid | None:
    """Cells in the order of rows, below a row of names: each column all numbers or all words, one of numbers at least.

    The names of the columns are said again where the table went on over a page.
    """
    names = next((index for index, cell in enumerate(cells) if cell.numeric), 0)
    for width in range(2, names + 1):
        header = [cell.plain for cell in cells[:width]]
        if len(cells) % width:
            continue
        every = [cells[start : start + width] for start in range(width, len(cells), width)]
        rows: list[Row] = [list(row) for row in every if [cell.plain for cell in row] != header]
        again = [cell for row in every if [cell.plain for cell in row] == header for cell in row]
        kinds = [{cell is not None and cell.numeric for cell in column} for column in zip(*rows, strict=True)]
        if len(rows) >= 3 and all(len(kind) == 1 for kind in kinds) and {True} in kinds:
            return Grid([*cells[:width]], rows, again, [None] * len(rows))
    return None
