"""Ways to deal out the blocks of a page to its columns, and the cheapest: a search that follows some ways at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypeVar

from jianbao import regex as re
from jianbao.structure.layout.column_bands import Bands
from jianbao.structure.layout.column_numbers import Numbers, numbered
from jianbao.structure.layout.page_blocks import Block, is_first, is_low
from jianbao.structure.layout.streams import Piece, Print
from jianbao.structure.notes import note_labels
from jianbao.structure.notes.note_heading import HEADING

STAY, WITHIN, STAY_APART = 0.5, 1.0, 0.1
"""What it costs that a blank line stands above text of the same column; the same within a sentence, and where blank
lines part paragraphs anyway."""

BARE, FIRST_LINE = 0.6, 1.5
"""What it costs: a number alone within a sentence; that a line in mid-sentence goes on in one that has lost its
indent."""

TOPS = 7
"""Blocks of a page, for each column that has begun, among which the next one begins: it does so as far up as that."""

BEAM = 60
"""Ways to deal out the blocks that are followed at a time, for each column."""

LOW = 0.8
"""What it costs that a heading stands below the first line of its text."""

APART = 0.5
"""What it costs that a cell of a table, or its source, stands below no other."""

TORN = 0.6
"""What it costs that cells which stand together are of two columns."""

JOINED, BEGUN = 1.0, 3.0
"""What it costs that the column changes where no blank line stands; that one begins there, at the top of the page."""

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
    """A way to deal out the blocks so far: what it costs but for numbers, the last block of each column, -1 where there
    is none, the blocks of each, how many quotations are open in each, the numbers of headings and notes there, and how
    far down each goes."""

    cost: float
    last: tuple[int, ...]
    columns: tuple[tuple[int, ...], ...]
    open: tuple[int, ...]
    sections: tuple[Numbers, ...]
    calls: tuple[Numbers, ...]
    bands: Bands
    numbers: float = 0.0
    turns: float = 0.0

    @property
    def worth(self) -> float:
        """What it costs but for turns, which no text has to take."""
        return self.cost + self.numbers

    @property
    def rank(self) -> tuple[float, tuple[tuple[int, ...], ...]]:
        """By what paths are compared: of equal ones the columns decide, so that the choice is always the same."""
        return self.worth + self.turns, self.columns


def begun(
    blocks: Sequence[Block], count: int, print_: Print, costs: dict[tuple[int, int], float], sides: int = 2
) -> Path:
    """The first blocks in one column, of as many as ``sides``."""
    rest = sides - 1
    none: tuple[Numbers, ...] = ((),) * rest
    first = blocks[0]
    path = Path(
        0.0,
        (0, *(-1,) * rest),
        ((0,), *((),) * rest),
        (first.opens, *(0,) * rest),
        (first.sections, *none),
        (first.calls, *none),
        Bands((first.height, *(0.0,) * rest)),
    )
    for index in range(1, count):
        path = _grown(path, 0, index, blocks, print_, costs)
    return replace(path, numbers=numbered(path.sections[0], path.calls[0]))


def cheapest(
    blocks: Sequence[Block], sides: int, print_: Print, costs: dict[tuple[int, int], float], below: Piece | None
) -> Path | None:
    """The cheapest way to deal out blocks to so many columns, each of which begins among the first blocks; None where
    there is no way."""
    paths = [begun(blocks, 1, print_, costs, sides)]
    for index in range(1, len(blocks)):
        grown: dict[tuple[int, ...], Path] = {}
        for path in paths:
            filled = sum(last >= 0 for last in path.last)
            if filled < sides and index > TOPS * filled:
                continue
            for side in range(min(filled + 1, sides)):
                new = _grown(path, side, index, blocks, print_, costs)
                begins = (column[0] for column in new.columns[1:] if column)
                key = (*new.last, sum(map(len, new.sections[:-1])), *begins)
                if key not in grown or new.rank < grown[key].rank:
                    grown[key] = new
        paths = sorted(grown.values(), key=lambda path: path.rank)[: BEAM * sides]
    turned = [_ended(path, blocks, print_, costs, below) for path in paths if all(path.columns)]
    return min(turned, key=lambda path: path.rank, default=None)


def _ended(
    path: Path, blocks: Sequence[Block], print_: Print, costs: dict[tuple[int, int], float], below: Piece | None
) -> Path:
    """A way with what it costs that each column follows the one to its left, and that the page begins and ends so."""
    cost = path.cost + sum(
        _step(last, column[0], blocks, print_, costs) for last, column in zip(path.last, path.columns[1:], strict=False)
    )
    cost += ending(blocks[path.last[-1]].last, below, print_)
    cost += next((print_.cost(START, blocks[index].first) for index in path.columns[0] if blocks[index].full), 0.0)
    return replace(path, cost=cost)


def _grown(
    path: Path, side: int, index: int, blocks: Sequence[Block], print_: Print, costs: dict[tuple[int, int], float]
) -> Path:
    """A way with a block more in one of the columns."""
    block, before = blocks[index], path.last[side]
    step = _step(before, index, blocks, print_, costs) if before >= 0 else 0.0
    cost = path.cost + (min(step, STAY) if block.joined and side == path.bands.side else step)
    if block.cell and blocks[index - 1].cell and side != path.bands.side:
        cost += TORN
    if block.joined and side != path.bands.side:
        cost += JOINED if path.columns[side] else BEGUN
    again = side == path.bands.side and not block.joined
    bands, blank = path.bands.with_block(side, block.height)
    turns = path.turns + blank + (_staying(blocks[index - 1], block, print_) if again else 0.0)
    stays = before >= 0 and (block.bare or is_low(blocks[before], block, print_))
    last = _with(path.last, side, before if stays else index)
    columns = _with(path.columns, side, (*path.columns[side], index))
    cost += UNOPENED if block.closes > path.open[side] and path.columns[side] else 0.0
    opened = _with(path.open, side, max(path.open[side] - block.closes, 0) + block.opens)
    if not block.sections and not block.calls:
        return replace(path, cost=cost, last=last, columns=columns, open=opened, bands=bands, turns=turns)
    sections = _with(path.sections, side, (*path.sections[side], *block.sections))
    calls = _with(path.calls, side, (*path.calls[side], *block.calls))
    numbers = numbered(tuple(chain(*sections)), tuple(chain(*calls)))
    return Path(cost, last, columns, opened, sections, calls, bands, numbers, turns)


def _staying(before: Block, block: Block, print_: Print) -> float:
    """What it costs that a block below a blank line is of the same column as the one above it: where no blank line
    parts paragraphs, none is needed above text; where one does, none is within a sentence."""
    if block.cell or block.bare or print_.is_heading(block.first):
        return 0.0
    if print_.blocks or before.single or block.single:
        return WITHIN if print_.is_open(before.last) else STAY
    return STAY_APART


def _with(items: tuple[T, ...], side: int, item: T) -> tuple[T, ...]:
    return (*items[:side], item, *items[side + 1 :])


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
