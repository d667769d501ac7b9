"""Tables of words below a first cell that only a table has: a cell a line, or the words of a row side by side.

Before: ``項目`` / ``首爾`` / ``大阪`` / ``路線數`` / ``8 條`` / ``9 條``, a line each, blank lines between perhaps
After: rows of three cells.
Never: cells that fill rows of two lengths as well; rows of which some cells have numbers and others none.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from jianbao import regex as re
from jianbao.document import Line
from jianbao.provenance import MappedText
from jianbao.structure import joints, measure
from jianbao.structure.layout.flow import Item
from jianbao.structure.starts import starts_unit
from jianbao.structure.tables.table_cells import Cell, Parted, with_units
from jianbao.structure.tables.table_grid import Grid, Row
from jianbao.word_lists import words

FEWEST_ROWS, FEWEST_COLUMNS, MOST_COLUMNS = 4, 3, 8
"""Rows, the names of the columns among them, and columns of such a table."""
MOST_LINES = 120
"""Lines of such a table at most."""
WIDEST, LONGEST_LABEL = 40, 20
"""Columns of print of a cell, and of a row's label."""

_PROSE = re.compile(r"[。！？；，]")
_DIGIT = re.compile(r"[0-9０-９]")
_YEAR = re.compile(r"(?:19|20)\d\d\s?年?|1[01]\d\s?年?")
_UNIT = re.compile(r"[㐀-鿿%％℃]")


def run(items: Sequence[Item], filled: Sequence[int], place: int) -> list[int]:
    """The lines of such a table that begins at a place of the filled lines; empty if none does."""
    first = items[filled[place]]
    if not isinstance(first, Line) or first.text.plain.split(maxsplit=1)[0] not in words("corner_labels"):
        return []
    found = [filled[place]]
    for index in filled[place + 1 : place + MOST_LINES]:
        line = items[index]
        if not isinstance(line, Line) or line.page != first.page or _is_text(line.text.plain.strip()):
            break
        found.append(index)
    for stop in range(len(found), max(len(found) - 2, FEWEST_ROWS - 1), -1):
        if grid(items, found[:stop]):
            return found[:stop]
    return _rows_run(items, found)


def grid(items: Sequence[Item], members: Sequence[int]) -> Grid | None:
    """The table of the lines; None if they are none."""
    first = items[members[0]].text.plain.split()
    if not first or first[0] not in words("corner_labels"):
        return None
    rows = _side_by_side(items, members) if len(first) > 1 else _cell_by_cell(items, members)
    return Grid(rows[0], rows[1:], [], [None] * (len(rows) - 1)) if rows else None


def _is_text(text: str) -> bool:
    return bool(_PROSE.search(text)) or starts_unit(text)


def _rows_run(items: Sequence[Item], found: Sequence[int]) -> list[int]:
    """The lines down to the first that is no row as wide as the first."""
    count = len(items[found[0]].text.plain.split())
    if count < FEWEST_COLUMNS:
        return []
    fit = next((n for n, index in enumerate(found) if _row(items[index].text, count) is None), len(found))
    return list(found[:fit]) if fit >= FEWEST_ROWS and grid(items, found[:fit]) else []


def _side_by_side(items: Sequence[Item], members: Sequence[int]) -> list[Row] | None:
    """Rows of as many words each."""
    count = len(items[members[0]].text.plain.split())
    rows = [_row(items[index].text, count) for index in members]
    whole: list[Row] = [[*row] for row in rows if row]
    return whole if len(whole) == len(rows) >= FEWEST_ROWS and _is_table(whole) else None


def _row(text: MappedText, count: int) -> list[Cell] | None:
    """The words of a line as so many cells, numbers with the units behind them; None where that cannot be."""
    line = Parted(text)
    cells = list(with_units(line.loose, line.text, _UNIT))
    return next((found for found in (line.tight, line.loose, cells) if len(found) == count), None)


def _cell_by_cell(items: Sequence[Item], members: Sequence[int]) -> list[Row] | None:
    """The only way in which cells, in the order of rows or of columns, fill rows of one length."""
    cells = _cells(items, members)
    if any(measure.width(cell.plain) > WIDEST for cell in cells):
        return None
    found: list[list[Row]] = []
    by_years: list[list[Row]] = []
    for columns in range(FEWEST_COLUMNS, MOST_COLUMNS + 1):
        count, rest = divmod(len(cells), columns)
        if rest or count < FEWEST_ROWS:
            continue
        across: list[Row] = [list(cells[start : start + columns]) for start in range(0, len(cells), columns)]
        down: list[Row] = [list(cells[start::count]) for start in range(count)]
        found += [rows for rows in (across, down) if _is_table(rows)]
        by_years += [across] if _YEAR.fullmatch(_label(across[1])) and _is_table(across, True) else []
    if len(by_years) == 1:
        return by_years[0]
    return found[0] if len(found) == 1 else None


def _label(row: Row) -> str:
    return row[0].plain if row[0] else ""


def _cells(items: Sequence[Item], members: Sequence[int]) -> list[Cell]:
    """The cells: a line each, or where blank lines part most, what stands between two of these."""
    gaps = [after > before + 1 for before, after in pairwise(members)]
    apart = 2 * sum(gaps) >= len(gaps)
    texts: list[MappedText] = []
    for index, parted in zip(members, [True, *gaps], strict=True):
        text = items[index].text.strip()
        if parted or not apart:
            texts.append(text)
            continue
        glue = " " if joints.needs_space(texts[-1].plain, text.plain) else ""
        texts[-1] = MappedText.concat([texts[-1], MappedText.inserted(glue, joints.JOINT), text])
    return [Cell(text) for text in texts]


def _is_table(rows: Sequence[Row], by_years: bool = False) -> bool:
    """Whether each row has a label without a number, and numbers in all other cells or in none; some row in all.
    ``by_years``: the labels are years, below a word for them."""
    plain = [[cell.plain if cell else "" for cell in row] for row in rows]
    labels = [row[0] for row in plain]
    if len({*labels}) < len(labels) or len({*plain[0]}) < len(plain[0]):
        return False
    if by_years and not (labels[0][0] in "年時时" and all(map(_YEAR.fullmatch, labels[1:]))):
        return False
    if not by_years and any(_DIGIT.search(label) or measure.width(label) > LONGEST_LABEL for label in labels):
        return False
    numbers = [{bool(_DIGIT.search(cell)) for cell in row[1:]} for row in plain[1:]]
    return all(len(kinds) == 1 for kinds in numbers) and {True} in numbers
