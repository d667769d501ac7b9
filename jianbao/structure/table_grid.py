"""From the lines of a table to its grid: rows of cells, read line by line or cell by cell, or nothing where unsure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from jianbao.provenance import MappedText
from jianbao.structure import table_cells, table_turn
from jianbao.structure.table_cells import Cell, Parted

Row = list[Cell | None]


@dataclass(slots=True)
class Grid:
    """A table. ``header`` is None where no line names the columns; ``repeated`` are cells that say again what the
    header says, over further groups of columns. A cell of None is empty; ``labels`` are the rows' spanning labels,
    each once, at its first row."""

    header: Row | None
    rows: list[Row]
    repeated: list[Cell]
    labels: list[Cell | None]


def solve(texts: Sequence[MappedText], gaps: Sequence[bool]) -> Grid | None:
    """The grid of a table's lines (caption, unit and source left out), or None.

    ``gaps`` says for each line whether blank lines stand before it.
    """
    if len(texts) < 2:
        return None
    lines = [Parted(text) for text in texts]
    return by_line(lines) or _stacked(lines, gaps) or by_cell(lines)


def by_line(lines: Sequence[Parted]) -> Grid | None:
    """A line is a row."""
    return _below_two_heads(lines) or _by_line(lines)


def _below_two_heads(lines: Sequence[Parted]) -> Grid | None:
    """Two lines name the columns: the first one groups of equally many columns, the second the columns of each."""
    if len(lines) < 4:
        return None
    count = _columns(lines[2:])
    top = next((cells for cells in (lines[0].tight, lines[0].loose) if _are_groups(cells, count)), [])
    second = next((cells for cells in (lines[1].tight, lines[1].loose) if len(cells) in (count - 1, count)), [])
    years = all(_YEAR.fullmatch(cell.plain) for cell in second)
    if not top or not second or any(cell.numeric for cell in (*top, *([] if years else second))):
        return None
    groups = len(top) - 1
    grid = _by_line(lines[2:])
    if grid is None or grid.header or any(grid.labels):
        return None
    header: Row = [top[0]]
    for cell in top[1:]:
        header += [cell, *[None] * ((count - 1) // groups - 1)]
    names: Row = [*[None] * (count - len(second)), *second]
    return Grid(header, [names, *grid.rows], [], [None, *grid.labels])


_YEAR = re.compile(r"(?:19|20)\d\d|\d{2,3}")
"""A year names a column, though it is a number."""


def _are_groups(cells: Sequence[Cell], count: int) -> bool:
    """Whether cells may name groups of equally many of the columns behind the first."""
    groups = len(cells) - 1
    return groups >= 2 and (count - 1) % groups == 0 and count - 1 > groups


def _by_line(lines: Sequence[Parted]) -> Grid | None:
    count = _columns(lines)
    if count < 2:
        return None
    header: list[Cell] | None = None
    rows: list[Row] = []
    labels: list[Cell | None] = []
    label: Cell | None = None
    spanning = {index for index, line in enumerate(lines) if index and _is_label(line)}
    grouped = set() if table_cells.options(lines[0], count + 1) else spanning & _over_rows(lines, count)
    spanning -= grouped
    ranges = _ranges(lines, count)
    size = 1
    for index, line in enumerate(lines):
        cells = table_cells.options(line, count + 1) if index == 0 and spanning else None
        if cells is None or any(cell.numeric for cell in cells):
            cells = table_cells.options(line, count)
        elif index == 0:
            header = cells
            size = _period([cell.plain for cell in cells[1:]])
            continue
        if index == 0 and cells and not any(cell.numeric for cell in cells):
            header = cells
            size = _period([cell.plain for cell in cells])
            continue
        if index in grouped and header:
            rows.append([line.tight[0], *[None] * (count - 1)])
            labels.append(None)
            continue
        if index in spanning:
            label = line.tight[0]
            continue
        if cells is None:
            cells = line.loose
            if size < 2 and not (len(cells) < count and _placed(cells, ranges, count)):
                return None
            if len(cells) >= count or (size > 1 and len(cells) % (size if size < count else count)):
                return None
        rows.append(_placed(cells, ranges, count) or [*cells, *[None] * (count - len(cells))])
        labels.append(label)
        label = label if spanning else None
    if len(rows) < 2 or (spanning and (not header or len(header) != count + 1 or labels[0] is None)):
        return None
    named: Row | None = [*header] if header else None
    return _ungrouped(Grid(named, rows, [], labels), count, size if header else count, bool(spanning))


def _over_rows(lines: Sequence[Parted], count: int) -> set[int]:
    """Lines of one cell right above a full row: they name a group of rows, such as a year over its months."""
    return {
        index
        for index, line in enumerate(lines[:-1])
        if len(line.tight) == 1 and table_cells.options(lines[index + 1], count) is not None
    }


def _columns(lines: Sequence[Parted]) -> int:
    """How many cells most lines have."""
    votes: Counter[int] = Counter()
    for line in lines[:200]:
        votes.update({len(line.loose), len(line.tight)})
    for count, _ in sorted(votes.items(), key=lambda item: (-item[1], item[0])):
        fit = sum(table_cells.options(line, count) is not None for line in lines)
        if count >= 2 and fit >= 0.6 * len(lines):
            return count
    return 0


def _is_label(line: Parted) -> bool:
    words = line.loose
    return len(line.tight) == 1 and len(words) <= 2 and not any(word.numeric for word in words)


def _period(words: Sequence[str]) -> int:
    """After how many columns the names of the columns repeat."""
    for size in range(1, len(words) // 2 + 1):
        if len(words) % size == 0 and all(words[i] == words[i % size] for i in range(len(words))):
            return size
    return len(words)


def _ranges(lines: Sequence[Parted], count: int) -> list[tuple[int, int]]:
    """The characters that each column takes up, by the lines that are full; empty where columns overlap."""
    ranges: list[tuple[int, int]] = []
    for line in lines:
        full = line.tight
        if len(full) == count:
            spots = [(cell.start, cell.end) for cell in full]
            ranges = [(min(a, c), max(b, d)) for (a, b), (c, d) in zip(ranges, spots, strict=True)] if ranges else spots
    return [] if any(after[0] <= before[1] for before, after in pairwise(ranges)) else ranges


def _placed(cells: Sequence[Cell], ranges: Sequence[tuple[int, int]], count: int) -> Row | None:
    """The cells of a line in their columns. A short line's are told by where they stand; None where that is unsure."""
    if len(cells) == count:
        return list(cells)
    if not ranges:
        return None
    row: Row = [None] * count
    for cell in cells:
        hits = [n for n, (left, right) in enumerate(ranges) if cell.start <= right and cell.end >= left]
        if len(hits) != 1 or row[hits[0]] is not None:
            return None
        row[hits[0]] = cell
    return row


def _ungrouped(grid: Grid, count: int, size: int, spanned: bool) -> Grid:
    """Groups of columns that stand side by side put below one another, label by label."""
    if size >= count:
        return grid
    header = grid.header or []
    front = 1 if spanned else 0
    rows: list[Row] = []
    labels: list[Cell | None] = []
    start = 0
    for end in range(1, len(grid.rows) + 1):
        if end < len(grid.rows) and grid.labels[end] is grid.labels[start]:
            continue
        for group in range(0, count, size):
            for row in grid.rows[start:end]:
                cells = row[group : group + size]
                if any(cells):
                    rows.append(cells)
                    labels.append(grid.labels[start])
        start = end
    return Grid(header[: front + size], rows, [cell for cell in header[front + size :] if cell], labels)


def _stacked(lines: Sequence[Parted], gaps: Sequence[bool]) -> Grid | None:
    """Blocks of lines with blank lines in between are columns: what stands close together stood one below another."""
    blocks: list[list[Cell]] = []
    for line, gap in zip(lines, gaps, strict=True):
        if len(line.tight) != 1:
            return None
        if gap or not blocks:
            blocks.append([])
        blocks[-1].append(line.tight[0])
    height = len(blocks[0])
    if len(blocks) < 2 or height < 3 or any(len(block) != height for block in blocks):
        return None
    if any(block[0].numeric for block in blocks) or not all(cell.numeric for cell in blocks[-1][1:]):
        return None
    names: Row = [*blocks[0]]
    rest: list[Row] = [[*block] for block in blocks[1:]]
    if any(cell.numeric for cell in blocks[0]) or not all(cell.numeric for block in blocks[1:] for cell in block[1:]):
        return _turned(names, rest)
    return _turned(names, rest) if _columns_rather(names, rest) >= 0 else Grid(names, rest, [], [None] * len(rest))


def by_cell(lines: Sequence[Parted]) -> Grid | None:
    """A line is a cell, row by row or column by column."""
    cells = [line.tight[0] for line in lines if len(line.tight) == 1]
    if len(cells) < len(lines):
        cells = [cell for line in lines for cell in line.tight]
    alone = len(cells) == len(lines)
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
    return table_turn.columns_rather(
        [cell for cell in names[1:] if cell], [block[0] for block in whole], [block[1:] for block in whole]
    )


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
