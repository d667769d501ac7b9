"""Tables below names of columns whose rows are lines, words side by side; long cells run on in lines of their own.

Before: ``國家 法律依據 罰則`` / ``甲國 電信法 五萬元以下罰金或三`` / ``年以下有期徒刑``
After: rows of three cells, the last ``五萬元以下罰金或三年以下有期徒刑``.
Never: pieces that go on in two cells as well; lines below the last row that a word does not join to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import regex as re
from jianbao.document import Line
from jianbao.structure import measure
from jianbao.structure.layout import cut_words
from jianbao.structure.layout.flow import Item
from jianbao.structure.starts import starts_unit
from jianbao.structure.tables import table_heads, table_names
from jianbao.structure.tables.table_boxes import plain
from jianbao.structure.tables.table_cells import Cell, Parted, is_numeric
from jianbao.structure.tables.table_grid import Grid, Row
from jianbao.structure.tables.table_looks import CAPTION, SOURCE, UNIT

FEWEST_ROWS, FEWEST_COLUMNS, MOST_LINES = 2, 3, 120
"""Rows below the names, columns, and lines of such a table at most."""
NEAR = 2
"""Columns of print by which a full cell may stay short of the widest of its column."""

_ENDED = re.compile(r"[。！？]")
_DAY = re.compile(r"\d\s?日$")


_Unit = tuple[list[int], list[Cell]]
"""What may be a row, or cells of it that go on: the indices of its lines, and its cells."""


def run(items: Sequence[Item], filled: Sequence[int], start: int) -> tuple[list[int], Grid] | None:
    """The lines of such a table from a place of the filled lines on, and its grid."""
    if start >= len(filled):
        return None
    return _run(items, _lines(items, filled, start)) or _run(items, _blocks(items, filled, start))


def _run(items: Sequence[Item], units: Iterator[_Unit]) -> tuple[list[int], Grid] | None:
    members, names = next(units)
    if len(names) < FEWEST_COLUMNS or not table_names.is_corner(names[0].plain):
        return None
    if not all(table_names.is_name(name.plain) for name in names[1:]):
        return None
    rows: list[Row] = []
    again: list[Cell] = []
    pieces: list[tuple[int, Cell]] = []
    closed = False
    for indices, words in units:
        text = plain(items, indices[0])
        closed = bool(SOURCE.match(text) or CAPTION.match(text))
        ended = any(not isinstance(items[n], Line) or _ENDED.search(plain(items, n)) for n in indices)
        if closed or ended or UNIT.match(text):
            break
        if [word.plain for word in words] == [name.plain for name in names]:
            if not rows:
                break
            again += words
        elif len(words) == len(names):
            rows.append([*words])
        elif len(words) < len(names) and rows and not _is_other(words, len(indices), text):
            pieces += [(len(rows) - 1, word) for word in words]
        else:
            break
        members += indices
    if len(rows) < FEWEST_ROWS:
        return None
    whole = _joined(rows, pieces, closed)
    return (members, Grid([*names], whole, again, [None] * len(whole))) if whole else None


def _is_other(words: Sequence[Cell], lines: int, text: str) -> bool:
    """Whether words go on in no cells: several in one line, numbers, the beginning of another part."""
    return len(words) > lines or any(word.numeric for word in words) or starts_unit(text)


def _lines(items: Sequence[Item], filled: Sequence[int], start: int) -> Iterator[_Unit]:
    """Each line by itself, cut into words."""
    count = 0
    for index in filled[start : start + MOST_LINES]:
        words = _words(items, index, count)
        count = count or len(words)
        yield [index], words


def _blocks(items: Sequence[Item], filled: Sequence[int], start: int) -> Iterator[_Unit]:
    """Lines that stand close together, each a cell."""
    block: list[int] = []
    for index in filled[start : start + MOST_LINES]:
        if block and index > block[-1] + 1:
            yield block, [Cell(items[n].text.strip()) for n in block]
            block = []
        block.append(index)
    yield block, [Cell(items[n].text.strip()) for n in block]


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
        full = [n for n, text in enumerate(ends[row]) if _is_full(text, widest[n])]
        size = measure.width(piece.plain)
        fit = [n for n in full if size <= widest[n] + NEAR and n and place[row] in (-1, n)]
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


def _is_full(text: str, widest: int) -> bool:
    """Whether a cell may go on in another line: it takes up its column, and is no number and no day."""
    return measure.width(text) >= widest - NEAR and not is_numeric(text) and not _DAY.search(text)


def _goes_on(text: str, piece: Cell) -> bool:
    opened = text.count("（") > text.count("）") or text[-1] in "，、—" or piece.plain[0] in "，、）」"
    return opened or cut_words.gain(text, piece.plain) >= table_heads.CUT
