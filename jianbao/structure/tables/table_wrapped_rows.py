"""Tables below names of columns whose rows are lines, words side by side; long cells run on in lines of their own.

Before: ``國家 法律依據 罰則`` / ``甲國 電信法 五萬元以下罰金或三`` / ``年以下有期徒刑``
After: rows of three cells, the last ``五萬元以下罰金或三年以下有期徒刑``.
Never: pieces that go on in two cells as well; lines below the last row that a word does not join to it.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.document import Line
from jianbao.structure import measure
from jianbao.structure.layout import cut_words
from jianbao.structure.layout.flow import Item
from jianbao.structure.starts import starts_unit
from jianbao.structure.tables import table_heads, table_named
from jianbao.structure.tables.table_boxes import plain
from jianbao.structure.tables.table_cells import Cell, Parted
from jianbao.structure.tables.table_grid import Grid, Row
from jianbao.structure.tables.table_looks import CAPTION, SOURCE, UNIT

FEWEST_ROWS, FEWEST_COLUMNS, MOST_LINES = 2, 3, 120
"""Rows below the names, columns, and lines of such a table at most."""
NEAR = 2
"""Columns of print by which a full cell may stay short of the widest of its column."""

_ENDED = re.compile(r"[。！？]")


def run(items: Sequence[Item], filled: Sequence[int], start: int) -> tuple[list[int], Grid] | None:
    """The lines of such a table from a place of the filled lines on, and its grid."""
    names = _words(items, filled[start], 0) if start < len(filled) else []
    if len(names) < FEWEST_COLUMNS or not table_named.is_corner(names[0].plain):
        return None
    if not all(table_named.is_name(name.plain) for name in names[1:]):
        return None
    rows: list[Row] = []
    pieces: list[tuple[int, Cell]] = []
    members = [filled[start]]
    closed = False
    for index in filled[start + 1 : start + MOST_LINES]:
        text = plain(items, index)
        closed = bool(SOURCE.match(text) or CAPTION.match(text))
        if closed or not isinstance(items[index], Line) or _ENDED.search(text) or UNIT.match(text):
            break
        words = _words(items, index, len(names))
        if [word.plain for word in words] == [name.plain for name in names]:
            break
        if len(words) == len(names):
            rows.append([*words])
        elif len(words) == 1 and rows and not words[0].numeric and not starts_unit(text):
            pieces.append((len(rows) - 1, words[0]))
        else:
            break
        members.append(index)
    if len(rows) < FEWEST_ROWS:
        return None
    whole = _joined(rows, pieces, closed)
    return (members, Grid([*names], whole, [], [None] * len(whole))) if whole else None


def _words(items: Sequence[Item], index: int, count: int) -> list[Cell]:
    line = Parted(items[index].text)
    return line.tight if len(line.tight) == count and count else line.loose


def _joined(rows: Sequence[Row], pieces: Sequence[tuple[int, Cell]], closed: bool) -> list[Row] | None:
    """The rows with each piece behind the cell that goes on in it; None where one may go on in two."""
    widest = [max(measure.width(cell.plain) for cell in column if cell) for column in zip(*rows, strict=True)]
    whole = [list(row) for row in rows]
    ends = [[cell.plain if cell else "" for cell in row] for row in rows]
    place = [-1] * len(rows)
    for row, piece in pieces:
        full = [n for n, text in enumerate(ends[row]) if measure.width(text) >= widest[n] - NEAR]
        size = measure.width(piece.plain)
        fit = [n for n in full if size <= widest[n] + NEAR and n] if place[row] < 0 else [place[row]]
        cut = [n for n in fit if _goes_on(ends[row][n], piece)]
        if len(fit) > 1:
            fit = cut if len(cut) == 1 else [n for n in fit if widest[n] == max(widest)]
        last = row == len(rows) - 1
        if len(fit) != 1 or (last and not closed and fit[0] not in cut):
            return None
        at = place[row] = fit[0]
        whole[row][at] = table_heads.rejoined(whole[row][at], piece)
        ends[row][at] = piece.plain
    return whole


def _goes_on(text: str, piece: Cell) -> bool:
    opened = text.count("（") > text.count("）") or text[-1] in "，、—" or piece.plain[0] in "，、）」"
    return opened or cut_words.gain(text, piece.plain) >= table_heads.CUT
