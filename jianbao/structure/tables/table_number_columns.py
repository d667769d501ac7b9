"""Tables of numbers whose columns an extractor wrote one by one, in whatever order: labels last, groups in between.

Before: ``載客人次`` / ``662`` / ``912`` / ``票價`` / ``106`` / ``545`` / ``航線`` / ``甲島線`` / ``乙島線``
After: rows of three cells, the labels in front. Names that stand over several columns go before each of these.
Never: columns that are not all as long; words left over that are no groups; labels that nothing names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao.structure.tables import table_heads, table_names, table_turn
from jianbao.structure.tables.table_any_order import SURE, alike
from jianbao.structure.tables.table_cells import Cell
from jianbao.structure.tables.table_grid import Grid, Row
from jianbao.word_lists import words as listed

FEWEST_ROWS, MOST_COLUMNS = 3, 12
"""Rows of numbers, and columns of such a table."""

_Column = tuple[Cell, list[Cell]]


def solve(cells: Sequence[Cell], tight: bool) -> Grid | None:
    """The grid of the columns; None where they are not told with certainty. ``tight``: no blank line stands between the
    cells, as where an extractor writes them row by row."""
    return _in_rows(cells, tight) or _in_columns(cells) or _begun(cells)


def _in_rows(cells: Sequence[Cell], tight: bool) -> Grid | None:
    """Rows of a label and numbers below two rows of names: groups, and the columns of each."""
    starts = [n for n in range(len(cells) - 1) if not cells[n].numeric and cells[n + 1].numeric]
    if len(starts) < FEWEST_ROWS - tight or starts[0] < 2:
        return None
    size, front = starts[1] - starts[0], starts[0]
    if front < size:
        return None
    head = [cell.plain for cell in cells[:front]]
    cut = frozenset(tuple(head[n:]) for n in range(front - 1))  # names said again, of which the page's head took some
    rows: list[Row] = []
    again: list[Cell] = []
    at = front
    while at < len(cells):
        words = next((n for n, cell in enumerate(cells[at:]) if cell.numeric), 1) - 1
        if words > 1 and tuple(cell.plain for cell in cells[at : at + words]) in cut:
            again += cells[at : at + words]
            at += words
            continue
        row = cells[at : at + size]
        if len(row) < size or row[0].numeric or not all(cell.numeric for cell in row[1:]):
            return None
        rows.append(list(row))
        at += size
    labels = [row[0].plain for row in rows if row[0]]
    if len(rows) < FEWEST_ROWS - tight or not table_names.is_corner(head[0]):
        return None
    rather = _named(head[1:]) - _named(labels)
    timed = table_names.says_times(head[0], labels)
    if rather <= 0 and not (tight and front == size and (timed or table_names.lists_kinds(head[0]))):
        return None
    header: Sequence[Cell | None] | None = (
        cells[:size]
        if front == size
        else _grouped(cells[0], cells[1 : front - size + 1], cells[front - size + 1 : front])
    )
    if not header or (front == size and not again and not tight):
        return None  # names in one row: read elsewhere, which may turn it
    return Grid(list(header), rows, again, [None] * len(rows))


def _begun(cells: Sequence[Cell]) -> Grid | None:
    """The first columns row by row below their names, and the others behind them, each below its name."""
    first = next((n for n, cell in enumerate(cells) if cell.numeric), 0)
    size = first - 1
    if size < 2 or not table_names.is_corner(cells[0].plain):
        return None
    rows: list[Row] = []
    at = size
    while len(cells) > at + size and not cells[at].numeric and all(cell.numeric for cell in cells[at + 1 : at + size]):
        if cells[at + size].numeric:
            break
        rows.append([*cells[at : at + size]])
        at += size
    height = len(rows)
    rest = cells[at:]
    if height < FEWEST_ROWS or not rest or len(rest) % (height + 1):
        return None
    columns = [rest[n : n + height + 1] for n in range(0, len(rest), height + 1)]
    if any(column[0].numeric or not all(cell.numeric for cell in column[1:]) for column in columns):
        return None
    labels = [row[0].plain for row in rows if row[0]]
    if _named([column[0].plain for column in columns]) <= _named(labels):
        return None  # rather further rows
    header: Row = [*cells[:size], *(column[0] for column in columns)]
    whole: list[Row] = [[*row, *(column[n + 1] for column in columns)] for n, row in enumerate(rows)]
    return Grid(header, whole, [], [None] * height)


def _named(texts: Sequence[str]) -> float:
    """The share of texts that name columns, or what is counted in one."""
    return sum(table_names.is_name(text) or table_turn.measures([text]) > 0 for text in texts) / (len(texts) or 1)


def _in_columns(cells: Sequence[Cell]) -> Grid | None:
    runs = list(_runs(cells))
    sizes = [len(numbers) for _, numbers in runs if numbers]
    least = min(sizes, default=0)
    heights = [n for n in range(least, FEWEST_ROWS - 1, -1) if not any(size % n for size in sizes)]
    grids = [grid for height in heights if (grid := _of_height(runs, height))]
    return grids[0] if len(grids) == 1 else None


def _of_height(runs: Sequence[tuple[list[Cell], list[Cell]]], height: int) -> Grid | None:
    """The grid whose columns are as high as that: each named by the word that stands last before its numbers, or of
    several, by as many words."""
    columns: list[_Column] = []
    rest: list[list[Cell]] = []
    for words, numbers in runs:
        names = words
        many = len(numbers) // height
        if many > len(names):
            return None
        if many > 1 and len(names) == 1 + many + height and table_names.is_corner(names[0].plain):
            front, back = ([word.plain for word in part] for part in (names[1 : 1 + many], names[-height:]))
            if _named(front) == _named(back[-many:]):
                return None  # names and then labels, or labels and then names
            if _named(front) > _named(back[-many:]):
                names = [names[0], *names[1 + many :], *names[1 : 1 + many]]
        rest.append(names[: len(names) - many])
        blocks = _blocks(numbers, many, height)
        if blocks is None:
            return None
        columns += zip(names[len(names) - many :], blocks, strict=True)
    return _whole(columns, [words for words in rest if words], height, runs[0][0][0] if runs[0][0] else None)


def _blocks(numbers: Sequence[Cell], many: int, height: int) -> list[list[Cell]] | None:
    """The columns of numbers that stand below several names, one behind the other or side by side: as the numbers of
    each are more alike; None where both ways are as good."""
    turns = [list(numbers[n * height : (n + 1) * height]) for n in range(many)]
    beside = [list(numbers[n::many]) for n in range(many)]
    if many < 2:
        return turns
    one, other = (sum(alike([cell.plain for cell in column]) for column in way) / many for way in (turns, beside))
    return None if abs(one - other) < SURE else turns if one > other else beside


def _runs(cells: Sequence[Cell]) -> Iterator[tuple[list[Cell], list[Cell]]]:
    """Words, and the numbers behind them."""
    names: list[Cell] = []
    numbers: list[Cell] = []
    for cell in cells:
        if not cell.numeric and numbers:
            yield names, numbers
            names, numbers = [], []
        (numbers if cell.numeric else names).append(cell)
    yield names, numbers


def _whole(columns: Sequence[_Column], rest: Sequence[list[Cell]], height: int, top: Cell | None) -> Grid | None:
    """The labels found among the words that name no column, and the groups. ``top`` is the first cell of all."""
    if not 1 <= len(columns) <= MOST_COLUMNS:
        return None
    found = [
        (place, start)
        for place, words in enumerate(rest)
        for start in range(len(words) - height)
        if table_names.is_corner(words[start].plain)
    ]
    if not rest:
        front = [n for n, (name, cells) in enumerate(columns) if _counts(name, cells)]
        if len(front) != 1 or len(columns) < 3:
            return None
        first = columns[front[0]]
        others = [column for n, column in enumerate(columns) if n != front[0]]
        return _grid(first, others, [])
    if len(found) != 1:
        return None
    place, start = found[0]
    labels = rest[place][start : start + height + 1]
    groups = [
        word
        for n, words in enumerate(rest)
        for m, word in enumerate(words)
        if n != place or not start <= m <= start + height
    ]
    if len({cell.plain for cell in labels}) < len(labels):
        return None
    if any(table_names.opens_or_counts(cell.plain) for cell in labels[1:]) or (
        len(columns) < 2 and labels[0] is not top
    ):
        return None  # of two tables
    in_turn = not groups and labels[0] is top
    if in_turn and _named([name.plain for name, _ in columns]) <= _named([cell.plain for cell in labels[1:]]):
        return None  # the same cells are rows below a row of names
    counting = [column for column in columns if not groups and _counts(*column)]
    if len(counting) == 1:  # the rows are counted in front of their labels
        words = (labels[0], labels[1:])
        return _grid(counting[0], [words, *(column for column in columns if column is not counting[0])], [])
    return _grid((labels[0], labels[1:]), columns, groups)


def _counts(name: Cell, cells: Sequence[Cell]) -> bool:
    """Whether a column counts the rows, or says the year of each."""
    plain = [cell.plain.rstrip("年") for cell in cells]
    if not all(map(str.isdecimal, plain)) or not (name.plain in listed("counting_labels") or name.plain[0] in "年月"):
        return False
    values = list(map(int, plain))
    return values == list(range(values[0], values[0] + len(values)))


def _grid(first: _Column, columns: Sequence[_Column], groups: Sequence[Cell]) -> Grid | None:
    names = [name for name, _ in columns]
    header: Row | None = _grouped(first[0], groups, names) if groups else [first[0], *names]
    if header is None or (not groups and len({cell.plain for cell in header if cell}) < len(header)):
        return None
    rows: list[Row] = [[label, *(cells[n] for _, cells in columns)] for n, label in enumerate(first[1])]
    return Grid(header, rows, [], [None] * len(rows))


def _grouped(corner: Cell, groups: Sequence[Cell], names: Sequence[Cell]) -> Row | None:
    """One row of names, that of its group before each; None where the groups are not all as wide."""
    if len(groups) < 2 or len(names) % len(groups) or len(names) == len(groups):
        return None
    size = len(names) // len(groups)
    upper: Row = [corner]
    for group in groups:
        upper += [group, *[None] * (size - 1)]
    return table_heads.merged([upper, [None, *names]])
