"""Where the cells of a table stand a line each, in any order: on slides, and between the paragraphs of a text.

Before: on a slide ``市場`` / ``東京`` / ``大阪`` / ``運轉`` / ``排隊`` / ``2,950`` / ``1,180`` / ``4,100`` / ``190``
After: rows of three cells; a line among them that says their source stands below.
Never: lines that fill no grid with certainty (``table_any_order``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import regex as re
from jianbao.document import Line
from jianbao.structure import measure, shapes
from jianbao.structure.layout.flow import Item
from jianbao.structure.tables import table_any_order
from jianbao.structure.tables.table_boxes import plain
from jianbao.structure.tables.table_cells import Cell, Parted, with_units
from jianbao.structure.tables.table_grid import Grid
from jianbao.structure.tables.table_looks import CAPTION, SOURCE, UNIT

WIDEST = 32
"""Columns of print of a cell at most."""
FEWEST, NUMBERS = 9, 0.4
"""Lines of such a table in a text that is no slides, and the share of them that are numbers, at least."""
MOST_LINES = 120
ROWS = 0.8
"""Share of lines of several words from which on they are rows, all as long, and no cells."""
MOST_BESIDE = 2
"""Lines in which a number stands behind a word, from which on no line is a cell."""

_PROSE = re.compile(r"[。！？；，]|[：:、]$")
_UNIT = re.compile(
    r"[年月日季度時时分秒元円塊块人名位件次倍輛辆艘座家戶户萬万億亿千百兆噸吨公小床筆笔篇處处里坪頃顷瓦瓩%％℃]"
)


class Seeker:
    """Seeks such tables in one text, each stretch of lines once. ``slides`` are the pages that are slides."""

    def __init__(self, items: Sequence[Item], filled: Sequence[int], slides: frozenset[int]) -> None:
        self._items, self._filled, self._slides = items, filled, slides
        self._end = 0

    def at(self, place: int) -> tuple[list[int], Grid] | None:
        """The lines of the table that begins at a place of the filled lines, and its grid."""
        first = self._items[self._filled[place]]
        if place < self._end or not isinstance(first, Line) or not self._opens(place, first):
            return None
        slide = first.page in self._slides
        run, end = self._run(place, first)
        self._end = end
        for lines in (run, run[1:], run[:-1]) if not slide else (run,):
            texts = [self._items[n] for n in lines]
            many = (
                len(texts) >= FEWEST and table_any_order.numbers([item.text.plain.strip() for item in texts]) >= NUMBERS
            )
            grid = _solved(texts) if slide or many else None
            if grid:
                return lines, grid
        return None

    def _opens(self, place: int, first: Line) -> bool:
        """Whether a table may begin here: below the heading of a slide, or below what is no cell."""
        above = self._items[self._filled[place - 1]] if place else None
        if first.page in self._slides:
            return isinstance(above, Line) and above.page == first.page
        if not isinstance(above, Line):
            return False
        text = above.text.plain.strip()
        return not _is_cell(above, text) or bool(UNIT.match(text)) or first.number > above.end + 1

    def _run(self, place: int, first: Line) -> tuple[list[int], int]:
        """The cells from a place on, without lines among them that say a source; the place behind them."""
        found: list[int] = []
        end = place
        for at in range(place, min(place + MOST_LINES, len(self._filled))):
            line = self._items[self._filled[at]]
            text = plain(self._items, self._filled[at])
            if not isinstance(line, Line) or line.page != first.page:
                break
            aside = first.page in self._slides and bool(SOURCE.match(text))
            if not aside and not _is_cell(line, text):
                break
            if not aside:
                found.append(self._filled[at])
                end = at + 1
        return found, max(end, place + 1)


def _is_cell(item: Item, text: str) -> bool:
    short = isinstance(item, Line) and 0 < measure.width(text) <= WIDEST and not _PROSE.search(text)
    return short and not shapes.bullet(text) and not CAPTION.match(text) and not SOURCE.match(text)


def solved(items: Sequence[Item]) -> Grid | None:
    """The grid of lines, a cell each."""
    return _solved(items) if all(_is_cell(item, item.text.plain.strip()) for item in items) else None


def _solved(lines: Sequence[Item]) -> Grid | None:
    for cells in _cells(lines):
        grid = table_any_order.solve(cells)
        if grid:
            return grid
    return None


def _cells(lines: Sequence[Item]) -> Iterator[list[Cell]]:
    """The lines as cells: one each, unless words and numbers stand side by side in several; or what wide blanks part;
    or the words, with the units behind numbers."""
    parted = [Parted(line.text) for line in lines]
    words = [list(with_units(line.loose, line.text, _UNIT)) for line in parted]
    if sum(len(line.loose) > 1 for line in parted) >= ROWS * len(parted):
        if len({len(cells) for cells in words}) == 1:
            yield [cell for cells in words for cell in cells]
        return
    if sum(len(cells) > 1 and cells[-1].numeric and not cells[0].numeric for cells in words) < MOST_BESIDE:
        yield [Cell(line.text.strip()) for line in lines]
    yield [cell for line in parted for cell in line.tight]
    yield [cell for cells in words for cell in cells]
