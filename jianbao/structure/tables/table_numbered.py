"""Tables whose rows are numbered behind a word, with a blank that the typesetter put between the two.

Before: ``案號 機關 金額 結果`` / ``保 1 建設處 42,600 通過`` / ``保 2 教育處 8,150 通過``
After: rows of four cells, the first ``保 1``.
Never: names of columns that are as many as the words of a row; numbers that do not count on from row to row.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao.document import Line
from jianbao.structure.layout.flow import Item
from jianbao.structure.tables import table_cells
from jianbao.structure.tables.table_cells import Cell, Parted
from jianbao.structure.tables.table_grid import Grid, Row

FEWEST_ROWS, FEWEST_COLUMNS, MOST_COLUMNS = 2, 3, 12
"""Rows below the names of the columns, and columns."""
LONGEST_NAME, LONGEST_WORD, MOST_LINES = 14, 3, 400
"""Characters of a column's name, and of the word in front of a row's number; lines of such a table at most."""


def run(items: Sequence[Item], filled: Sequence[int], place: int) -> list[int]:
    """The lines of such a table that begins at a place of the filled lines; empty if none does."""
    names = _words(items, filled[place])
    if not FEWEST_COLUMNS <= len(names) <= MOST_COLUMNS or any(map(_is_no_name, names)):
        return []
    found = [filled[place]]
    word = ""
    for count, index in enumerate(filled[place + 1 : place + MOST_LINES], start=1):
        cells = _words(items, index)
        if len(cells) != len(names) + 1 or cells[1].plain != str(count) or (word and cells[0].plain != word):
            break
        if len(cells[0].plain) > LONGEST_WORD or cells[0].numeric:
            break
        word = cells[0].plain
        found.append(index)
    return found if len(found) > FEWEST_ROWS else []


def grid(items: Sequence[Item], members: Sequence[int]) -> Grid | None:
    """The table of the lines; None if they are none."""
    if run(items, members, 0) != list(members):
        return None
    rows: list[Row] = []
    for index in members[1:]:
        line = Parted(items[index].text)
        rows.append([table_cells.joined(line.loose[:2], line.text), *line.loose[2:]])
    return Grid([*_words(items, members[0])], rows, [], [None] * len(rows))


def _words(items: Sequence[Item], index: int) -> list[Cell]:
    item = items[index]
    return Parted(item.text).loose if isinstance(item, Line) and " " in item.text.plain.strip() else []


def _is_no_name(cell: Cell) -> bool:
    return cell.numeric or len(cell.plain) > LONGEST_NAME or cell.plain[-1] in "。，；：！？"
