"""Which way a table was written cell by cell: names and then, block by block, a word and its numbers.

The names may be those of the columns, each block a row; or those of the rows, each block a column. The cells are the
same; what the words and the numbers look like tells.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure.tables import table_names
from jianbao.structure.tables.table_cells import Cell
from jianbao.word_lists import either

_MEASURE = re.compile(
    r"(?:[%％數数額额量率值重人價价]|比例|指[數数]|年[增減减]|[較较]上.{1,4}|同比|环比|占比|[（(][^（()）]{1,8}[)）])$"
)
"""A word that names what is counted or its unit: over a column rather than beside a row."""

_TIME = re.compile(r"[年月季]|[1-4]Q|Q[1-4]|^(?:19|20)\d\d$")
"""A word that names a time: over a column as often as beside a row."""


_TOTAL = re.compile(rf"{either('total_labels')}\s*(?:[（(].*)?", re.IGNORECASE)
"""A word beside a row that counts up or ends the others; its unit may follow."""

COMPARED = 4.0
"""How much rather words are columns that can be no rows."""


def columns_rather(
    corner: str, names: Sequence[Cell], heads: Sequence[Cell], numbers: Sequence[Sequence[Cell]]
) -> float:
    """How much rather each block, a word of ``heads`` and as many ``numbers`` as there are ``names``, is a column than
    a row; below 0 where it is rather a row. ``corner`` is the cell before the names: where it says that each row counts
    something else, countries and choices stand over columns."""
    points = _share(_MEASURE, heads) - _share(_MEASURE, names)
    points += any(_TOTAL.fullmatch(cell.plain) for cell in names) - any(_TOTAL.fullmatch(cell.plain) for cell in heads)
    forms = [[_form(cell) for cell in block] for block in numbers]
    within = sum(len(set(block)) == 1 for block in forms) / len(forms)
    across = sum(len(set(row)) == 1 for row in zip(*forms, strict=True)) / len(forms[0])
    said = table_names.lists_kinds(corner) and table_names.are_compared([cell.plain for cell in heads])
    return COMPARED if said else points + within - across


def measures(names: Sequence[str]) -> float:
    """The share of names that say what is counted or its unit."""
    return sum(bool(_MEASURE.search(name)) for name in names) / (len(names) or 1)


def columns_behind_labels(cells: Sequence[Cell]) -> tuple[int, int] | None:
    """How many columns and rows of numbers a table has whose names of columns come first, then its labels, then its
    columns of numbers; None where that cannot be told."""
    words = next((n for n, cell in enumerate(cells) if cell.numeric), 0)
    numbers = len(cells) - words
    if words < 4 or not all(cell.numeric for cell in cells[words:]):
        return None
    shapes = [(n, words - 1 - n) for n in range(1, words - 2) if n * (words - 1 - n) == numbers]
    told = [shape for shape in shapes if _told(cells[1:words], shape[0])]
    return told[0] if len(told) == 1 else None


def _told(words: Sequence[Cell], columns: int) -> bool:
    """Whether so many words all name what is counted, or all a time, and none of the others does."""
    heads, labels = words[:columns], words[columns:]
    return any(_share(kind, heads) == 1 and not _share(kind, labels) for kind in (_MEASURE, _TIME))


def _share(pattern: re.Pattern[str], cells: Sequence[Cell]) -> float:
    return sum(bool(pattern.search(cell.plain)) for cell in cells) / (len(cells) or 1)


def _form(cell: Cell) -> int:
    """How many decimals a number has."""
    return len(cell.plain.rstrip("%％").partition(".")[2])
