"""Tables whose cells stand a line each, in whatever order an extractor wrote them down.

Row by row; column by column; or, as some do, groups of columns: the names of a few, and then each of these columns.
Each way to fill a grid is tried, and the one whose rows have labels and whose columns hold one kind of cell is taken.

Before: ``年度`` / ``2026`` / ``2027`` / ``需求`` / ``供給`` / ``62`` / ``71`` / ``58`` / ``66``
After: rows of three cells.
Never: cells that fill two grids as well; words alone, without a first cell that only tables have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import log10

from jianbao import regex as re
from jianbao.structure import measure
from jianbao.structure.tables import table_turn
from jianbao.structure.tables.table_cells import Cell
from jianbao.structure.tables.table_grid import Grid, Row
from jianbao.word_lists import words

FEWEST_COLUMNS, MOST_COLUMNS, FEWEST_ROWS = 3, 8, 2
"""Columns of such a table, and rows below the names of the columns."""
TALLER = 4
"""Rows of a table of two columns at least."""
FEWEST_CELLS, MOST_CELLS = 9, 120
WIDEST_LABEL = 24
"""Columns of print of the label of a row."""
NUMBERS = 0.2
"""Share of cells that are numbers, of a table that no first cell tells."""
ODD = 0.1
"""Share of cells that are of another kind than those of their column and of their row."""
SURE = 0.08
"""How much more alike the cells of the columns are in the grid that is taken than in the next one."""

ROW_BY_ROW, LABELS_FIRST = 0.2, 0.15
"""How much rather cells are written row by row, or the labels of the rows first, than in other ways."""

BESIDE = 0.05
"""How much less usual it is that the numbers of two columns are written in turn."""

LABELS, NAMED, KIN = 0.2, 0.3, 0.3
"""What likeness of the labels, and names of what is counted over columns rather than beside rows, are worth; and what
names of columns lose that are like a label: one of the labels is among them."""
OTHERWISE = 0.6
"""What a grid loses whose first cell says of the first column what it is not."""

_TIME = re.compile("[年月季期時时]")
_NUMBER = re.compile(
    r"(?:約|约|逾|近|第|每)?\s?[-−–+±△▲▼<>≤≥~]?\s?[$¥€£]?\s?\d[\d,，.．:：/／\-–~～]*\s?"
    r"(?:[%％‰℃°]|[A-Za-z]{1,5}|[兆億亿萬万千百]?[\u3400-\u9fff]{0,4}(?:[/／][\u3400-\u9fff]{1,3})?)?(?:[（(][^（()）]{1,10}[)）])?"
)
_DIGITS = re.compile(r"\d[\d,，]*(?:\.\d+)?")
_NONE = re.compile(r"[-−–—－─…*]{1,3}|[Nn]/?[Aa]|[無无未]|不?詳|不详|未[\u3400-\u9fff]{1,3}")
_YEAR = re.compile(
    r"(?:民國|民国)?\s?(?:(?:19|20)\d\d|1[01]\d)\s?(?:年度?|年?\s?[Qq第]?\s?[1-4一二三四]?\s?[季Qq]?|年?\s?\d{1,2}月)?"
    r"|(?:1[0-2]|[1-9])\s?月|[Qq][1-4]|[1-4][Qq]"
)


def solve(cells: Sequence[Cell]) -> Grid | None:
    """The grid that the cells fill; None where none does with certainty."""
    if not FEWEST_CELLS - 1 <= len(cells) <= MOST_CELLS:
        return None
    texts = tuple(cell.plain for cell in cells)
    numbered = numbers(texts) >= NUMBERS
    cornered = texts[0] in words("corner_labels")
    if not cornered and not numbered:
        return None
    found: dict[tuple[tuple[str, ...], ...], tuple[float, list[Row]]] = {}
    for usual, rows in _grids(cells, texts, cornered and numbered):
        plain = tuple(tuple(cell.plain if cell else "" for cell in row) for row in rows)
        odd = _odd(plain)
        if _is_labelled(plain) and odd <= ODD * len(cells):
            score = usual + _likeness(plain) - odd / len(cells)
            if plain not in found or found[plain][0] < score:
                found[plain] = (score, rows)
    ranked = sorted(found.values(), key=lambda item: -item[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < SURE):
        return None
    rows = ranked[0][1]
    return Grid(rows[0], rows[1:], [], [None] * (len(rows) - 1))


def numbers(texts: Sequence[str]) -> float:
    """The share of texts that are numbers, with their units."""
    return sum(map(_is_number, texts)) / (len(texts) or 1)


def fits(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the cells of a grid are nearly all of the kind of their column or of their row."""
    return _odd(rows) <= ODD * sum(map(len, rows))


def _grids(cells: Sequence[Cell], texts: Sequence[str], narrow: bool) -> Iterator[tuple[float, list[Row]]]:
    """The ways to fill a grid with cells, the names of the columns in its first row, and how usual each is. ``narrow``:
    two columns are enough."""
    for width in range(FEWEST_COLUMNS - narrow, MOST_COLUMNS + 1):
        height, rest = divmod(len(cells), width)
        if rest or height - 1 < (FEWEST_ROWS if width > FEWEST_COLUMNS - 1 else TALLER):
            continue
        yield ROW_BY_ROW, [list(cells[at : at + width]) for at in range(0, len(cells), width)]
        for begun in range(2, width):
            yield 0.0, _begun(cells, width, height, begun)
        for columns in _in_groups(texts, width, height - 1):
            usual = LABELS_FIRST if columns[0][1] == 1 else 0.0
            usual -= BESIDE * any(len(column) > 2 and column[2] > column[1] + 1 for column in columns)
            yield usual, [[cells[column[n]] for column in columns] for n in range(height)]


def _begun(cells: Sequence[Cell], width: int, height: int, begun: int) -> list[Row]:
    """The rows where the first ``begun`` columns are written row by row, and behind them the others, each in turn."""
    front = width + begun * (height - 1)
    rows: list[Row] = [list(cells[:width])]
    for n in range(height - 1):
        first = width + n * begun
        rows.append([*cells[first : first + begun], *cells[front + n :: height - 1]])
    return rows


def _in_groups(texts: Sequence[str], width: int, height: int) -> Iterator[list[list[int]]]:
    """The columns, each as the places of its cells, where names of a few columns stand before these columns."""

    def after(at: int, left: int) -> Iterator[list[list[int]]]:
        if not left:
            yield []
            return
        for size in range(1, left + 1):
            if not _may_name(texts[at + size - 1]):
                break
            front, end = at + size, at + size * (height + 1)
            turns = [[at + n, *range(front + n * height, front + (n + 1) * height)] for n in range(size)]
            beside = [[at + n, *range(front + n, end, size)] for n in range(size)]
            numeric = size > 1 and all(map(_is_number, texts[front:end]))
            for columns in (turns, beside) if numeric else (turns,):
                if any(_mixed([texts[place] for place in column[1:]]) for column in columns):
                    continue
                for rest in after(end, left - size):
                    yield [*columns, *rest]

    yield from after(0, width)


def _mixed(column: Sequence[str]) -> bool:
    """Whether a column has neither numbers nor words for the most part."""
    numbers = sum(map(_is_number, column))
    others = sum(not _is_number(text) and not _NONE.fullmatch(text) for text in column)
    return 3 * min(numbers, others) > len(column) + 2


def _is_labelled(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names columns, and the first column rows: each otherwise, none a number but years and
    those that count the rows."""
    names, labels = rows[0], [row[0] for row in rows[1:]]
    said = Counter(text for row in rows for text in row)
    if any(said[name] > 1 for name in (*names, *labels)) or not all(map(_may_name, names)):
        return False
    if any(measure.width(label) > WIDEST_LABEL for label in labels):
        return False
    if _YEAR.fullmatch(names[0]) or (len(names) > 2 and sum(bool(_YEAR.fullmatch(name)) for name in names) == 1):
        return False
    years = [bool(_YEAR.fullmatch(label)) for label in labels]
    counted = list(labels) == [str(n) for n in range(1, len(labels) + 1)]
    return all(years) or counted or not any(_is_number(label) for label in labels)


def _may_name(text: str) -> bool:
    return bool(_YEAR.fullmatch(text)) or not (_is_number(text) or _NONE.fullmatch(text))


@lru_cache(maxsize=4096)
def _is_number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text))


def _odd(rows: Sequence[Sequence[str]]) -> int:
    """How many cells are of another kind than most of their column and than most of their row. A word that is said
    more than once stands for a value: 停止受理 among years."""
    body = [row[1:] for row in rows[1:]]
    said = Counter(cell for row in body for cell in row)
    columns = [_most(column) for column in zip(*body, strict=True)]
    odd = 0
    for row in body:
        own = _most(row)
        odd += sum(
            not _NONE.fullmatch(cell) and said[cell] == 1 and _is_number(cell) not in (most, own)
            for cell, most in zip(row, columns, strict=True)
        )
    return odd


def _most(cells: Sequence[str]) -> bool | None:
    """Whether most of the cells are numbers; None where as many are as are not."""
    numbers = 2 * sum(map(_is_number, cells))
    return None if numbers == len(cells) else numbers > len(cells)


def _likeness(rows: Sequence[Sequence[str]]) -> float:
    """How alike the cells of each column are, the columns on the average; the cells of a row, where the first cell says
    that each row counts something else; less where years stand below what is no time."""
    corner = rows[0][0]
    columns = [column[1:] for column in zip(*rows, strict=True)]
    score = sum(map(alike, columns[1:])) / len(columns[1:])
    if corner.startswith(words("kind_labels")):
        beside = [row[1:] for row in rows[1:]]
        score = max(score, sum(map(alike, beside)) / len(beside) if len(beside[0]) > 1 else 0.0)
    else:
        score += NAMED * (table_turn.measures(rows[0][1:]) - table_turn.measures(columns[0]))
    score += LABELS * alike(columns[0])
    score -= KIN * sum(max(_common(name, label) for label in columns[0]) for name in rows[0][1:]) / len(columns[1:])
    years = all(map(_YEAR.fullmatch, columns[0])), all(map(_YEAR.fullmatch, rows[0][1:]))
    if corner in words("corner_labels") and any(years) and years[0] is not bool(_TIME.search(corner)):
        score -= OTHERWISE
    return score


def alike(column: Sequence[str]) -> float:
    """How much each cell of a column is like the one above it."""
    return sum(_near(a, b) for a, b in pairwise(column)) / (len(column) - 1)


def _near(one: str, other: str) -> float:
    if _is_number(one) is not _is_number(other):
        return 0.0
    if one == other:
        return 1.0
    length = min(len(one), len(other)) / max(len(one), len(other))
    if not _is_number(one):
        return 0.4 * length + 0.4 * _common(one, other)
    (first, form), (second, shape) = _value(one), _value(other)
    return 0.5 * (form == shape) + 0.5 / (1 + abs(first - second))


@lru_cache(maxsize=4096)
def _common(one: str, other: str) -> float:
    """The share of characters that two words have in common."""
    return sum((Counter(one) & Counter(other)).values()) / max(len(one), len(other))


@lru_cache(maxsize=4096)
def _value(text: str) -> tuple[float, str]:
    """The order of magnitude of a number, and what stands around its digits."""
    match = _DIGITS.search(text)
    digits = re.sub(r"[,，]", "", match[0]) if match else "0"
    return log10(float(digits) + 1), _DIGITS.sub("", text)
