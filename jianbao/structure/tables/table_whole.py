"""Whether a table that was written cell by cell is all there: columns of it that stand apart make it none.

Extractors that write column by column may set some columns of a table behind its source, below the next caption or upon
the next page.

Before: ``航線`` / ``甲線`` / ``乙線`` / ``班次`` / ``7`` / ``9`` / ``資料來源：…`` / ``準點率`` / ``91.2`` / ``88.0``
After: no table; its lines stay text.
Never: a table near which no cells stand, or the cells of another one with a first cell of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import groupby

from jianbao.document import Line
from jianbao.structure import measure
from jianbao.structure.layout.flow import Item
from jianbao.structure.starts import starts_unit
from jianbao.structure.tables import table_names
from jianbao.structure.tables.table_boxes import plain
from jianbao.structure.tables.table_cells import is_numeric
from jianbao.structure.tables.table_looks import CAPTION, SOURCE, UNIT, is_prose

REACH = 60
"""Lines from the table on each side among which its columns may stand."""
WIDEST = 44
"""Columns of print of a cell."""
FEWEST = 2
"""Cells of such a column at least."""


def is_torn(items: Sequence[Item], filled: Sequence[int], taken: Set[int], span: tuple[int, int], rows: int) -> bool:
    """Whether a column of ``rows`` cells stands alone near a table. ``taken`` are the lines of all tables, ``span`` is
    where this one begins and ends among the filled lines."""
    first, last = span
    around = filled[max(first - REACH, 0) : last + REACH + 1]
    return rows >= FEWEST and any(_is_column(items, run, rows) for run in _runs(items, around, taken))


def _runs(items: Sequence[Item], around: Sequence[int], taken: Set[int]) -> Iterator[list[int]]:
    """Cells that stand one below the other and are of no table."""
    run: list[int] = []
    for index in around:
        text = plain(items, index)
        if index not in taken and _is_cell(items[index], text):
            run.append(index)
        elif not UNIT.match(text) or index in taken:
            yield run
            run = []
    yield run


def _is_column(items: Sequence[Item], run: Sequence[int], rows: int) -> bool:
    """Whether cells have in them as many numbers one below the other as a table has rows, or are a name and so many."""
    texts = [plain(items, index) for index in run]
    if len(texts) < rows or any(map(table_names.opens, texts)):
        return False
    if len(texts) == rows + 1 and table_names.is_name(texts[0]):
        return True
    kinds = [(number, len(list(group))) for number, group in groupby(texts, _is_value)]
    before = [0, *(count for _, count in kinds)]
    return any(
        number and count % rows == 0 and (count == rows or names >= count // rows)
        for names, (number, count) in zip(before, kinds, strict=False)
    )


def _is_value(text: str) -> bool:
    return is_numeric(text) and not table_names.TIME.fullmatch(text)


def _is_cell(item: Item, text: str) -> bool:
    if not isinstance(item, Line) or not 0 < measure.width(text) <= WIDEST or is_prose(text):
        return False
    return not (CAPTION.match(text) or SOURCE.match(text) or UNIT.match(text) or starts_unit(text))
