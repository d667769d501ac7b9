"""Two streams of lines told apart in the one sequence that an extractor mixed them into: the cheapest way to deal the
lines out to two columns of print, each of which reads on.

A line that stops in mid-sentence at the full width goes on in a full line or in one that ends a sentence; behind the
last line of a paragraph an indented first line or a heading follows. What breaks this costs, changing the column costs
little, and words that the text has elsewhere are a sign that two lines belong together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations

from jianbao import regex as re
from jianbao.structure import measure
from jianbao.structure.layout import cut_words
from jianbao.structure.starts import starts_unit

INDENT = 4
"""Columns of the indent of a paragraph, of which the extraction leaves only that its first line is short."""

BEAM = 48
"""Ways to deal out the lines that are followed at a time."""

SWITCH, HOLD, TURN, BLANK, WITHIN = 0.6, 0.5, 1.5, 1.0, 1.0
"""What costs: a change of the column where the columns do not take turns; a line more of one column where they do, and
the other waits in mid-sentence; to begin or cease to take turns; a blank line within a sentence; a change without a
blank line where these part the columns."""

PARTED = 0.3
"""What it costs to change the column behind a blank line where these part the columns, and they do not take turns."""

SPACED = 0.5
"""What a blank line within a sentence costs where one stands before nearly every line."""

IDLE = 0.05
"""What it costs to change the column where neither stands in mid-sentence, though the columns take turns."""

SKIP = 0.4
"""What it costs where the columns take turns that one is left out."""

AGAIN = 0.1
"""What it costs where the columns take turns that one goes on behind a blank line: where all else is equal, it is the
other's turn."""

RIGHT = 0.3
"""What it costs that the first line is of another column than the left one."""

ENDS_IN_HEADING = 1.0
"""What it costs that a column ends in a heading."""

ONE_WORD, MOST_FOR_WORD = 3.0, 2.0
"""From which gain on a word surely runs over two lines; what it is worth at most that they follow one another."""

_ENDED = re.compile(r"[。！？!?…：；.．](?:[」』”’\"'）)〕］\]】〉》]*)(?:\d{1,3}|[①-⑳])?$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of one column. ``column`` is 0 or 1 where it is known, as of the halves of a line that holds both;
    ``blank`` says that a blank line stands before it."""

    text: str
    width: int
    column: int | None = None
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Print:
    """How the columns are set: the full width, whether first lines of paragraphs are indented, the pairs of characters
    that the text has within its lines, whether the extractor put a blank line where it changed the column, and whether
    it put one before nearly every line."""

    full: int
    indented: bool
    pairs: frozenset[str]
    blocks: bool = False
    spaced: bool = False

    def is_open(self, piece: Piece) -> bool:
        """Whether a line stops in mid-sentence at about the full width."""
        return piece.width >= self.full - measure.BAND and not _ENDED.search(piece.text[-8:])

    def is_heading(self, piece: Piece) -> bool:
        """Whether a line is neither full nor ends a sentence."""
        return piece.width < self.full - measure.BAND and not _ENDED.search(piece.text[-8:])

    def cost(self, before: Piece, after: Piece) -> float:
        """What it costs that a line follows another in one column: 0 where nothing speaks against it."""
        ended = bool(_ENDED.search(after.text[-8:]))
        filled = after.width >= self.full - 2
        first = self.indented and abs(self.full - INDENT - after.width) <= 1 and not ended
        short = after.width < self.full - measure.BAND
        if self.is_open(before):
            return self._going_on(before, after, first, short and not ended)
        if after.text[0] in measure.CLOSING and after.text[0] not in "—…·.":
            return 4.0
        if before.width >= self.full - measure.BAND:
            return 0.2
        if _ENDED.search(before.text[-8:]):
            if short:
                return 0.7 if ended else 0.2
            return 1.5 if self.indented and filled else 0.0
        if short:
            return 1.0 if ended else 0.7
        return 0.7 if self.indented and filled else 0.0

    def breaks(self, before: Piece, after: Piece, least: float) -> bool:
        """Whether `cost` is ``least`` or more: words that run over two lines, and scripts that change, cost less."""
        if self.is_open(before) and after.text[0] not in measure.CLOSING and not starts_unit(after.text):
            ended = bool(_ENDED.search(after.text[-8:]))
            first = self.indented and abs(self.full - INDENT - after.width) <= 1
            if ended or (after.width >= self.full - measure.BAND and not first):
                return False
        return self.cost(before, after) >= least

    def _going_on(self, before: Piece, after: Piece, first: bool, heading: bool) -> float:
        if after.text[0] in measure.CLOSING:
            return -0.5
        cost = 3.0 if heading else 1.5 if first else 0.0
        if starts_unit(after.text):
            cost += 2.0
        if latin := _in_one_script(before.text, after.text):
            return cost + latin
        gain = cut_words.gain(before.text, after.text)
        if gain >= ONE_WORD:
            return cost - min(0.5 + gain / 8, MOST_FOR_WORD)
        known = before.text[-1] + after.text[0] in self.pairs
        return cost + (-0.6 if known else 0.3)


def _in_one_script(before: str, after: str) -> float:
    """What it costs, or is worth, that a line behind another starts or ends a passage in Latin letters; 0 where
    neither line is of one."""
    if after[0].islower() and after[0].isascii():
        return -1.0 if measure.is_latin(before[-1]) else 1.0
    return 0.5 if (measure.latin_share(before) > LATIN) is not (measure.latin_share(after) > LATIN) else 0.0


LATIN = 0.7
"""Share of Latin characters in a line of a passage in Latin letters."""


def deal(pieces: Sequence[Piece], print_: Print, headed: bool = False, count: int = 2) -> tuple[float, list[int]]:
    """The cost of the cheapest way to deal lines out to ``count`` columns, and the column of each line, from 0 at the
    left.

    ``headed`` says that a title stands above: then the left column starts with a paragraph.
    """
    costs: dict[tuple[int, int], float] = {}

    def edge(before: int, after: int) -> float:
        if before < 0:
            return 0.0
        if (before, after) not in costs:
            costs[before, after] = print_.cost(pieces[before], pieces[after])
        return costs[before, after]

    is_open = [print_.is_open(piece) for piece in pieces]
    known = any(piece.column is not None for piece in pieces)
    now: dict[_State, float] = {}
    for side in range(count) if known else (0,):
        if pieces[0].column in (None, side):
            now[side, (*(-1,) * side, 0, *(-1,) * (count - side - 1)), False] = 0.0
    trail: list[dict[_State, _State]] = []
    for index in range(1, len(pieces)):
        fixed, blank = pieces[index].column, pieces[index].blank
        within = WITHIN if print_.blocks and not blank else 0.0
        parted = print_.blocks and blank
        torn = (SPACED if print_.spaced else BLANK) if blank and is_open[index - 1] else 0.0
        following: dict[_State, float] = {}
        back: dict[_State, _State] = {}
        for state, cost in now.items():
            column, last, mixed = state
            others = [other for side, other in enumerate(last) if side != column and other >= 0]
            waits = any(is_open[other] for other in others)
            idle = IDLE if others and not waits and not is_open[index - 1] else 0.0
            held = torn if waits or not print_.spaced else 0.0
            opened = False
            for side in range(count):
                if fixed not in (None, side) or (opened and last[side] < 0 and not known):
                    continue
                opened = opened or last[side] < 0
                now_last = (*last[:side], index, *last[side + 1 :])
                step = edge(last[side], index)
                for zipped in (False, True):
                    price = cost + step + (TURN if zipped is not mixed else 0.0)
                    if side == column:
                        price += held + (HOLD if zipped and waits else 0.0) + (AGAIN if zipped and blank else 0.0)
                    else:
                        price += (idle if zipped else PARTED if parted else SWITCH) + within
                        price += SKIP if zipped and side != (column + 1) % count else 0.0
                    key = (side, now_last, zipped)
                    if key not in following or price < following[key]:
                        following[key], back[key] = price, state
        now = dict(sorted(following.items(), key=lambda item: (item[1], item[0]))[: BEAM * (count - 1)])
        trail.append(back)
    best: tuple[float, list[int]] | None = None
    for state, cost in now.items():
        columns = _traced(state, trail)
        for order in (tuple(range(count)),) if known else permutations(range(count)):
            dealt = [order[column] for column in columns]
            total = cost + _at_the_turns(dealt, count, edge, pieces, print_) + (RIGHT if dealt[0] else 0.0)
            if headed:
                total += print_.cost(_TITLE, pieces[dealt.index(0)] if 0 in dealt else pieces[0])
            if best is None or total < best[0]:
                best = total, dealt
    assert best is not None
    return best


_TITLE = Piece("。", 2)
"""What stands above the first line of a page with a title: nothing that could go on."""

_State = tuple[int, tuple[int, ...], bool]
"""The column of the last line; which line is the last of each column, -1 where it has none; whether the columns take
turns here."""


def _traced(state: _State, trail: Sequence[dict[_State, _State]]) -> list[int]:
    columns = [state[0]]
    for back in reversed(trail):
        state = back[state]
        columns.append(state[0])
    return columns[::-1]


def _at_the_turns(
    columns: Sequence[int], count: int, edge: Callable[[int, int], float], pieces: Sequence[Piece], print_: Print
) -> float:
    """What it costs that each column follows the one to its left, and that the last ends as it does: not with a
    heading."""
    filled = [[index for index, column in enumerate(columns) if column == side] for side in range(count)]
    filled = [column for column in filled if column]
    if len(filled) < 2:
        return 0.0
    turns = sum(edge(before[-1], after[0]) for before, after in pairwise(filled))
    return turns + (ENDS_IN_HEADING if print_.is_heading(pieces[filled[-1][-1]]) else 0.0)
