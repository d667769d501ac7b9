"""Tables whose rows are lines: where columns part, which lines name them or span them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from jianbao import regex as re
from jianbao.structure.tables import table_cells, table_heads
from jianbao.structure.tables.table_cells import Cell, Parted
from jianbao.structure.tables.table_grid import Grid, Row

FEWEST, MOST_NAMES = 3, 3
"""Columns whose names may take several lines, and lines of each at most."""


def by_line(lines: Sequence[Parted]) -> Grid | None:
    """A line is a row."""
    return _below_names(lines) or _below_two_heads(lines) or _by_line(lines)


def _below_names(lines: Sequence[Parted]) -> Grid | None:
    """Rows of a label and numbers below the names of their columns, which take several lines."""
    first = next((n for n, line in enumerate(lines) if len(line.loose) > 2 and line.loose[-1].numeric), 0)
    count = _words(lines[first:]) or _columns(lines[first:])
    whole = first == 1 and table_cells.options(lines[0], count) is not None
    if count < FEWEST or whole or not 0 < first <= MOST_NAMES * count or len(lines) - first < 2:
        return None
    rows = [line.loose if len(line.loose) == count else table_cells.options(line, count) for line in lines[first:]]
    if any(row is None or not all(cell.numeric for cell in row[1:]) for row in rows):
        return None
    header = table_heads.of_lines([line.loose for line in lines[:first]], [line.text for line in lines[:first]], count)
    return Grid(header, [[*row] for row in rows if row], [], [None] * len(rows)) if header else None


def _below_two_heads(lines: Sequence[Parted]) -> Grid | None:
    """Two lines name the columns: the first one groups of equally many columns, the second the columns of each. The
    name of the first column, which goes over both, may stand in a line of its own, above them or between. All of it
    stands once more where a page cut the table."""
    if len(lines) < 4:
        return None
    corner = next((n for n in (1, 0) if _is_corner(lines[n])), -1)
    names = lines[corner].loose if corner >= 0 else []
    heads = [line for n, line in enumerate(lines[:3]) if n != corner][:2]
    lines, repeated = _without_again(lines[2 + len(names) :], lines[: 2 + len(names)])
    count = _columns(lines)
    groups_of = ([*names, *cells] for cells in (heads[0].tight, heads[0].loose))
    top = next((cells for cells in groups_of if _are_groups(cells, count)), [])
    second = next((cells for cells in (heads[1].tight, heads[1].loose) if len(cells) in (count - 1, count)), [])
    years = all(_YEAR.fullmatch(cell.plain) for cell in second)
    if not top or not second or any(cell.numeric for cell in (*top, *([] if years else second))):
        return None
    groups = len(top) - 1
    grid = _by_line(lines)
    if grid is None or grid.header or any(grid.labels):
        return None
    header: Row = [top[0]]
    for cell in top[1:]:
        header += [cell, *[None] * ((count - 1) // groups - 1)]
    below: Row = [*[None] * (count - len(second)), *second]
    one = table_heads.merged([header, below])
    if one:
        return Grid(one, grid.rows, repeated, grid.labels)
    return Grid(header, [below, *grid.rows], repeated, [None, *grid.labels])


def _without_again(lines: Sequence[Parted], heads: Sequence[Parted]) -> tuple[Sequence[Parted], list[Cell]]:
    """Lines without those that say the lines of heads again, and the cells of these."""
    said = [line.text.plain.split() for line in heads]
    rest: list[Parted] = []
    repeated: list[Cell] = []
    at = 0
    while at < len(lines):
        here = lines[at : at + len(said)]
        if [line.text.plain.split() for line in here] == said:
            repeated += [cell for line in here for cell in line.tight]
            at += len(said)
        else:
            rest.append(lines[at])
            at += 1
    return rest, repeated


def _is_corner(line: Parted) -> bool:
    """Whether a line is one word: the name of a first column that goes over two lines of names."""
    return len(line.loose) == 1 and not line.loose[0].numeric


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
    """Lines of one cell right above a full row with numbers: they name a group of rows, such as a year over its months.
    Among words such a line may as well be the rest of a cell above."""
    return {
        index
        for index, line in enumerate(lines[:-1])
        if len(line.tight) == 1
        and (row := table_cells.options(lines[index + 1], count)) is not None
        and any(cell.numeric for cell in row)
    }


def _words(lines: Sequence[Parted]) -> int:
    """How many words each of the lines has, a label and numbers; 0 where that differs."""
    counts = {len(line.loose) for line in lines}
    labelled = all(word.numeric for line in lines for word in line.loose[1:])
    return counts.pop() if len(counts) == 1 and labelled else 0


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
