"""Ways to deal out the blocks of a page to two columns, and the cheapest: a search that follows some ways at a time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from jianbao.structure.layout.column_numbers import Numbers, numbered
from jianbao.structure.layout.page_blocks import Block, is_first, is_low
from jianbao.structure.layout.streams import Piece, Print
from jianbao.structure.notes import note_labels
from jianbao.structure.notes.note_heading import HEADING

STAY, BARE, FIRST_LINE = 0.3, 0.6, 1.5
"""What it costs that no line of the other column follows one that stands alone; a number alone within a sentence; that
a line in mid-sentence goes on in one that has lost its indent."""

BEAM = 40
"""Ways to deal out the blocks that are followed at a time."""

LOW = 0.8
"""What it costs that a heading stands below the first line of its text."""

APART = 0.5
"""What it costs that a cell of a table, or its source, stands below no other."""

UNOPENED = 2.0
"""What it costs that a quotation is closed that none has opened."""

LISTED = -1.0
"""What it is worth that a work stands below the heading of a list of works, and costs that something else does."""

CUT = 3.0
"""What it costs that a text is over in mid-sentence."""

START = Piece("。", 2)
"""What stands where a text has not begun, or is over: nothing that could go on."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Path:
    """A way to deal out the blocks so far: what it costs but for numbers, the last block of each column, the blocks of
    each, how many quotations are open in each, and the numbers of headings and notes there."""

    cost: float
    last: tuple[int, int]
    columns: tuple[tuple[int, ...], tuple[int, ...]]
    open: tuple[int, int]
    sections: tuple[Numbers, Numbers]
    calls: tuple[Numbers, Numbers]
    numbers: float = 0.0
    turns: float = 0.0

    @property
    def worth(self) -> float:
        """What it costs but for turns, which no text has to take."""
        return self.cost + self.numbers

    @property
    def rank(self) -> tuple[float, tuple[tuple[int, ...], tuple[int, ...]]]:
        """By what paths are compared: of equal ones the columns decide, so that the choice is always the same."""
        return self.worth + self.turns, self.columns


def begun(blocks: Sequence[Block], count: int, print_: Print, costs: dict[tuple[int, int], float]) -> Path:
    """The first blocks in one column."""
    path = Path(0.0, (0, -1), ((0,), ()), (blocks[0].opens, 0), (blocks[0].sections, ()), (blocks[0].calls, ()))
    for index in range(1, count):
        path = _grown(path, 0, index, blocks, print_, costs)
    return replace(path, numbers=numbered(path.sections[0], path.calls[0]))


def cheapest(
    blocks: Sequence[Block], top: int, print_: Print, costs: dict[tuple[int, int], float], below: Piece | None
) -> Path:
    """The cheapest way to deal out blocks if the right column begins with the one at ``top``."""
    paths = [_grown(begun(blocks, top, print_, costs), 1, top, blocks, print_, costs)]
    for index in range(top + 1, len(blocks)):
        grown: dict[tuple[int, int, int], Path] = {}
        for path in paths:
            for side in (0, 1):
                new = _grown(path, side, index, blocks, print_, costs)
                key = (*new.last, len(new.sections[0]))
                if key not in grown or new.rank < grown[key].rank:
                    grown[key] = new
        paths = sorted(grown.values(), key=lambda path: path.rank)[:BEAM]
    turned = []
    for path in paths:
        cost = path.cost + _step(path.last[0], top, blocks, print_, costs)
        cost += ending(blocks[path.last[1]].last, below, print_)
        cost += next((print_.cost(START, blocks[index].first) for index in path.columns[0] if blocks[index].full), 0.0)
        turned.append(replace(path, cost=cost))
    return min(turned, key=lambda path: path.rank)


def _grown(
    path: Path, side: int, index: int, blocks: Sequence[Block], print_: Print, costs: dict[tuple[int, int], float]
) -> Path:
    """A way with a block more in one of the columns."""
    block, before = blocks[index], path.last[side]
    cost = path.cost + (_step(before, index, blocks, print_, costs) if before >= 0 else 0.0)
    again = path.columns[side][-1:] == (index - 1,)
    turns = path.turns + (STAY if again and blocks[index - 1].single and blocks[index - 1].full else 0.0)
    stays = before >= 0 and (block.bare or is_low(blocks[before], block, print_))
    last = _with(path.last, side, before if stays else index)
    columns = _with(path.columns, side, (*path.columns[side], index))
    cost += UNOPENED if block.closes > path.open[side] and path.columns[side] else 0.0
    opened = _with(path.open, side, max(path.open[side] - block.closes, 0) + block.opens)
    if not block.sections and not block.calls:
        return replace(path, cost=cost, last=last, columns=columns, open=opened, turns=turns)
    sections = _with(path.sections, side, (*path.sections[side], *block.sections))
    calls = _with(path.calls, side, (*path.calls[side], *block.calls))
    numbers = numbered(sections[0] + sections[1], calls[0] + calls[1])
    return Path(cost, last, columns, opened, sections, calls, numbers, turns)


def _with(pair: tuple[T, T], side: int, item: T) -> tuple[T, T]:
    return (item, pair[1]) if side == 0 else (pair[0], item)


def _step(
    before: int, after: int, blocks: Sequence[Block], print_: Print, costs: dict[tuple[int, int], float]
) -> float:
    """What it costs that a block follows another."""
    if (before, after) not in costs:
        costs[before, after] = _following(blocks[before], blocks[after], print_)
    return costs[before, after]


def _following(before: Block, after: Block, print_: Print) -> float:
    last, first = before.last, after.first
    if after.bare:
        return BARE if print_.is_open(last) else 0.0
    if _SOURCE.match(first.text):
        return 0.0 if before.cell or before.bare else APART
    if after.cell and (not print_.is_open(last) or _are_latin(last, first)):
        return 0.0 if before.cell or before.bare or _are_latin(last, first) or _TABLE.match(last.text) else APART
    cost = print_.cost(last, first)
    if HEADING.fullmatch(last.text):
        cost += LISTED if note_labels.at_start(first.text) else -LISTED
    if print_.is_open(last) and is_first(first, print_):
        return FIRST_LINE
    return LOW if is_low(before, after, print_) else cost


def ending(last: Piece, below: Piece | None, print_: Print) -> float:
    """What it costs that a page ends in a line. ``below``: the line of the next page; `START` if the text is over."""
    if below is START:
        return CUT if print_.is_open(last) else 0.0
    return print_.cost(last, below) if below else 0.0


def _are_latin(last: Piece, first: Piece) -> bool:
    """Whether both lines are of words in Latin letters, as those of a line that was stretched."""
    return last.text[-1].isascii() and first.text[0].isascii() and first.text[0].isalpha()


_TABLE = re.compile(r"[表圖图][一二三四五六七八九十\d]{1,3}")

_SOURCE = re.compile(r"(?:資料來源|资料来源|單位|单位|註|注)[：:]")
