"""Tables of words, a cell a line, between their caption and the line that says their source or remarks on them.

Before: ``表3　管道與價格`` / ``管道`` / ``甲地`` / ``乙地`` / ``憑證`` / ``可，須登記`` / … / ``資料來源：某處。``
After: rows of three cells.
Never: lines that fill rows of two lengths equally well; lines without anything that is alike in rows or columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import regex as re
from jianbao.document import Line
from jianbao.structure import measure
from jianbao.structure.layout.flow import Item
from jianbao.structure.tables.table_boxes import plain
from jianbao.structure.tables.table_cells import Cell
from jianbao.structure.tables.table_grid import Grid, Row
from jianbao.structure.tables.table_looks import CAPTION, SOURCE

FEWEST_ROWS, FEWEST_COLUMNS, MOST_COLUMNS = 3, 2, 10
MOST_LINES, WIDEST = 200, 40
"""Lines of such a table, and columns of print of a cell, at most."""

_BRACKETED = re.compile(r"[（(]\s?[-−+]?\d[\d,.]*\s?[%％]?\s?[)）]$")
_NOTHING = "nothing"
"""The kind of a cell that says there is none (無, —): it goes with numbers and with words."""
_STOPS = "。！？；：，、"


def run(items: Sequence[Item], filled: Sequence[int], start: int) -> list[int]:
    """The lines from a place of the filled ones on, right below a caption, that are such a table; empty if none."""
    found: list[int] = []
    for index in filled[start : start + MOST_LINES]:
        text = plain(items, index)
        if SOURCE.match(text):
            return found if grid(items, found) else []
        if not _is_cell(items[index], text) or CAPTION.match(text):
            return []
        found.append(index)
    return []


def grid(items: Sequence[Item], members: Sequence[int]) -> Grid | None:
    """The table of lines that are a cell each; None where no length of the rows is certain."""
    if len(members) < FEWEST_ROWS * FEWEST_COLUMNS or not all(_is_cell(items[n], plain(items, n)) for n in members):
        return None
    cells = [Cell(items[n].text.strip()) for n in members]
    for kind in (_fine, _coarse):
        found = list(_shapes([kind(cell) for cell in cells]))
        if len(found) == 1:
            rows: list[Row] = [list(cells[at : at + found[0]]) for at in range(0, len(cells), found[0])]
            return Grid(rows[0], rows[1:], [], [None] * (len(rows) - 1))
        if found:
            return None
    return None


def _is_cell(item: Item, text: str) -> bool:
    short = isinstance(item, Line) and 0 < measure.width(text) <= WIDEST and text[-1] not in _STOPS
    return short and "\t" not in text and "  " not in text


def _shapes(kinds: Sequence[str]) -> Iterator[int]:
    """Lengths of rows with which names stand on top and in front, and the cells of each row, or of each column, are of
    one kind, not all of the same."""
    for size in range(FEWEST_COLUMNS, MOST_COLUMNS + 1):
        rows = [kinds[at : at + size] for at in range(0, len(kinds), size)]
        if len(kinds) % size or len(rows) < FEWEST_ROWS:
            continue
        body = [row[1:] for row in rows[1:]]
        named = {*rows[0], *(row[0] for row in rows)} == {""}
        across = all(len({*row} - {_NOTHING}) < 2 for row in body)
        down = all(len({*column} - {_NOTHING}) < 2 for column in zip(*body, strict=True))
        said = any(kind not in ("", _NOTHING) for row in body for kind in row)
        if named and said and (down or (across and size > FEWEST_COLUMNS)):
            yield size


def _coarse(cell: Cell) -> str:
    if not cell.numeric:
        return ""
    return "number" if any(map(str.isdecimal, cell.plain)) else _NOTHING


def _fine(cell: Cell) -> str:
    return _coarse(cell) or ("in brackets" if _BRACKETED.search(cell.plain) else "")
