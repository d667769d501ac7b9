"""Tables that an extractor set out with blanks, as ``pdftotext -layout`` does: cells told by where they stand.

Between two columns runs a gutter: places that are blank in every line. The names of columns on top may stand closer
than the columns, or reach over several; a line whose label is missing goes on in the cells above where these are full.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from jianbao import regex as re
from jianbao.provenance import MappedText
from jianbao.structure import joints, measure
from jianbao.structure.heads import persons
from jianbao.structure.tables import table_heads
from jianbao.structure.tables.table_cells import Cell
from jianbao.structure.tables.table_grid import Grid, Row

FEWEST_ROWS, FEWEST_COLUMNS = 3, 3
"""Rows and columns of a table that no caption announces; below one, a column less is enough."""
MOST_HEADS = 2
"""Lines on top that may be names over several columns."""
WIDEST_CELL = 28
"""Columns of print of most cells of a table that no caption announces: wider ones are columns of text."""
PEOPLE = 0.8
"""Share of cells that may look like names of persons: rows of signers are no table."""
NEAR = 2
"""Characters by which a full cell may stay short of the widest of its column."""

_GAP = re.compile(r" {2,}")
_WORD = re.compile(r"[^ ]+")
_STOP = re.compile(r"[。！？]")


class Spot(NamedTuple):
    """A stretch of a line without blanks of two columns and more: where it begins and ends."""

    start: int
    end: int


def spots(text: str) -> list[Spot]:
    """The stretches of a line between wide blanks; none of a line with tabs, which has columns of another kind."""
    if "\t" in text:
        return []
    found: list[Spot] = []
    at = len(text) - len(text.lstrip(" "))
    end = len(text.rstrip())
    for gap in _GAP.finditer(text, at, end):
        found.append(Spot(at, gap.start()))
        at = gap.end()
    return [*found, Spot(at, end)] if at < end else found


def solve(texts: Sequence[MappedText], captioned: bool) -> Grid | None:
    """The grid of lines whose cells stand below one another, or None where that is not certain.

    Extractors align by counting characters, people by their width: what finds more columns is right.
    """
    if len(texts) < FEWEST_ROWS:
        return None
    best: tuple[int, Grid] | None = None
    for lines in ([_Line(text, False) for text in texts], [_Line(text, True) for text in texts]):
        for heads in range(min(MOST_HEADS, len(texts) - 2) + 1):
            columns = _columns([line.places for line in lines[heads:]])
            if len(columns) < FEWEST_COLUMNS - captioned or (best and len(columns) <= best[0]):
                continue
            grid = _grid(lines, heads, columns, captioned)
            best = (len(columns), grid) if grid else best
    return best[1] if best else None


class _Line:
    """A line as its characters stand: one to a place, or, if ``wide``, those that are two columns wide on two."""

    def __init__(self, text: MappedText, wide: bool) -> None:
        self.text = text
        sizes = [max(measure.width(char), 1) if wide else 1 for char in text.plain]
        self.places = "".join(char * size for char, size in zip(text.plain, sizes, strict=True))
        self._offsets = [n for n, size in enumerate(sizes) for _ in range(size)]

    def cell(self, start: int, end: int) -> Cell | None:
        """What stands from one place to another, without blanks at its ends; None where that is nothing."""
        piece = self.places[start:end]
        if not piece.strip(" "):
            return None
        begin = start + len(piece) - len(piece.lstrip(" "))
        last = start + len(piece.rstrip(" ")) - 1
        return Cell(self.text.slice(self._offsets[begin], self._offsets[last] + 1), begin, last + 1)


def _grid(lines: Sequence[_Line], heads: int, columns: Sequence[tuple[int, int]], captioned: bool) -> Grid | None:
    tops = [_below_heads(line, columns, place + 1 < heads) for place, line in enumerate(lines[:heads])]
    rows = [row for row in tops if row is not None]
    rows += [[line.cell(start, end) for start, end in columns] for line in lines[heads:]]
    parted = any("  " in cell.plain for row in rows for cell in row if cell)
    if len(rows) < len(lines) or parted or not (captioned or _are_cells(rows)):
        return None
    named = next((n for n, row in enumerate(rows) if any(cell.numeric for cell in row if cell)), 0)
    header = table_heads.merged(rows[:named]) if 1 < named <= MOST_HEADS + 1 else None
    if header is not None:
        rows, heads = [header, *rows[named:]], 1
    joined = _joined(rows, heads)
    full = sum(all(cell is not None for cell in row) for row in joined)
    if len(joined) < FEWEST_ROWS or full < 2 - captioned or any(sum(map(bool, row)) < 2 for row in joined[heads + 1 :]):
        return None
    top = joined[0]
    names = not any(cell.numeric for cell in top if cell) and sum(map(bool, top)) > 1
    rest = joined[1:] if names else joined
    return Grid(top if names else None, rest, [], [None] * len(rest))


def _columns(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Where the columns stand: between places that are blank in all lines and behind wide blanks in half of those that
    have text on both sides."""
    size = max(map(len, lines))
    blank = [True] * (size + 1)
    for line in lines:
        for place, char in enumerate(line):
            if char != " ":
                blank[place] = False
    columns: list[tuple[int, int]] = []
    begin = next((place for place in range(size) if not blank[place]), size)
    at = begin
    while at < size:
        end = next((place for place in range(at, size + 1) if blank[place]), size)
        following = next((place for place in range(end, size) if not blank[place]), size)
        if following < size and not _is_gutter(lines, end, following):
            at = following
            continue
        columns.append((begin, end))
        begin = at = following
    return columns


def _is_gutter(lines: Sequence[str], start: int, stop: int) -> bool:
    """Whether the blanks from ``start`` to ``stop`` part columns and are not only spaces between words."""
    both = [line for line in lines if line[:start].strip() and line[stop:].strip()]
    wide = sum("  " in line[max(start - 1, 0) : stop + 1] for line in both)
    return wide >= 2 and 2 * wide >= len(both)


def _below_heads(line: _Line, columns: Sequence[tuple[int, int]], groups: bool) -> Row | None:
    """A line of names, some of which reach over several columns: each in the first that it stands over. ``groups``:
    another line of names stands below, so that only wide blanks part two."""
    row: Row = [None] * len(columns)
    words = [Spot(*match.span()) for match in _WORD.finditer(line.places)]
    for spot in spots(line.places):
        name = line.places[spot.start : spot.end]
        latin = name.isascii() and any(map(str.isalpha, name))
        inside = [word for word in words if spot.start <= word.start < spot.end]
        for part in [spot] if latin or groups else _parted(inside, columns):
            at = next((n for n, (start, end) in enumerate(columns) if part.start < end and part.end > start), None)
            at = _nearest(part, columns) if at is None or row[at] is not None else at
            if row[at] is not None:
                return None
            row[at] = line.cell(part.start, part.end)
    return row


def _parted(words: Sequence[Spot], columns: Sequence[tuple[int, int]]) -> Iterator[Spot]:
    """The names among the words of a stretch: the words over one column are one."""
    for _, group in groupby(words, lambda word: _nearest(word, columns)):
        over = list(group)
        yield Spot(over[0].start, over[-1].end)


def _nearest(word: Spot, columns: Sequence[tuple[int, int]]) -> int:
    """The column whose middle is nearest to that of a word."""
    middle = word.start + word.end
    return min(range(len(columns)), key=lambda n: abs(sum(columns[n]) - middle))


def _are_cells(rows: Sequence[Row]) -> bool:
    """Whether what stands side by side is short and no running text, and no rows of names of persons."""
    cells = [cell.plain for row in rows for cell in row if cell]
    sizes = sorted(map(measure.width, cells))
    people = sum(map(persons.is_name, cells))
    return (
        sizes[int(0.8 * (len(sizes) - 1))] <= WIDEST_CELL
        and not any(map(_STOP.search, cells))
        and people <= PEOPLE * len(cells)
        and 4 * sum("，" in cell for cell in cells) <= len(cells)
    )


def _joined(rows: Sequence[Row], heads: int) -> list[Row]:
    """The rows, those without a label that only go on in full cells above put together with these."""
    widest = [max((len(cell.plain) for cell in column if cell), default=0) for column in zip(*rows, strict=True)]
    result: list[Row] = []
    for index, row in enumerate(rows):
        above = result[-1] if index > heads else None
        if above is not None and row[0] is None and _goes_on(above, row, widest):
            result[-1] = [_both(before, after) for before, after in zip(above, row, strict=True)]
        else:
            result.append(row)
    return result


def _goes_on(above: Row, row: Row, widest: Sequence[int]) -> bool:
    """Whether the cells of a line without a label are the rest of cells above, each of which fills its column."""
    filled = [n for n, cell in enumerate(row) if cell]
    return all(
        (over := above[n]) is not None
        and (cell := row[n]) is not None
        and not cell.numeric
        and not over.numeric
        and len(over.plain) >= max(widest[n] - NEAR, len(cell.plain))
        for n in filled
    )


def _both(above: Cell | None, below: Cell | None) -> Cell | None:
    if above is None or below is None:
        return above
    space = [MappedText.inserted(" ", joints.JOINT)] if joints.needs_space(above.plain, below.plain) else []
    return Cell(MappedText.concat([above.text, *space, below.text]), above.start, above.end)
