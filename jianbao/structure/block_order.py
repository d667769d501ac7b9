"""Blocks of two columns that an extractor wrote in another order than they are read: dealt out to their columns.

``pdftotext`` without ``-layout`` writes a page block by block, a blank line between, from the top down: the top of the
right column before the rest of the left one, sometimes a line of either in turns. Within a column the order holds.
Each block goes on where a sentence, the numbers of headings and the marks of notes say so; the left column then comes
before the right one, and the notes of the page behind both.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

from jianbao.document import Line
from jianbao.structure import measure, mixed_lines, note_labels, numbering, page_notes, persons
from jianbao.structure.mixed_lines import LONGEST, NO_START
from jianbao.structure.note_heading import HEADING
from jianbao.structure.note_labels import Candidate
from jianbao.structure.rows import blocks_of
from jianbao.structure.streams import Piece, Print

FEWEST = 4
"""Blocks of a page under which nothing is told of columns."""

MOST = 200
"""Blocks of a page from which on it is no page."""

LEAST_FULL = 3
"""Full lines that each column of a page has at least."""

LEAST_SAVED, SAVED = 4.0, 0.5
"""What another order saves at least, as `_Path.worth` counts it, on a page and for each of its blocks: a fifth comes
about by chance."""

BROKEN, HEALED = 1.5, 0.4
"""What it costs at least that a block surely does not follow another; of such places in the order of the text, at least
one, the share that may be left in another."""

TOPS = 7
"""Blocks of a page among which the right column begins: it does so as far up as the left one."""

BEAM = 40
"""Ways to deal out the blocks that are followed at a time."""

LOW = 0.8
"""What it costs that a heading stands below the first line of its text."""

STAY, BARE, NEXT, LEFT_OUT, ASTRAY, CALLED, SKIPPED, UNCALLED = 0.3, 0.6, -0.8, 0.5, 2.0, -0.4, 0.5, 1.0
"""What it costs, or is worth: that no line of the other column follows one that stands alone; a number alone within a
sentence; a heading with the number that is next, a later or an earlier one; the mark of a note with the number that is
next, a later or an earlier one."""

APART = 0.5
"""What it costs that a cell of a table, or its source, stands below no other."""

FIRST, FIRST_LINE = 8, 1.5
"""Columns by which a line in mid-sentence is short at most that may be the first of a paragraph, its indent lost; what
it costs that such a line goes on in mid-sentence."""

MIXED = 0.2
"""Share of Latin letters in a line from which on its width tells nothing of an indent."""

UNOPENED = 2.0
"""What it costs that a quotation is closed that none has opened."""

START = Piece("。", 2)
"""What stands where a text has not begun, or is over: nothing that could go on."""

LISTED = -1.0
"""What it is worth that a work stands below the heading of a list of works, and costs that something else does."""

CUT = 3.0
"""What it costs that a text is over in mid-sentence."""

ACROSS = 1.25
"""How much wider than a column a line is that runs over both."""

TOP = 10
"""Blocks of a page among which its title and the names of its writers stand."""

T = TypeVar("T")

RANKS = {"編": 0, "章": 1, "節": 2, "壹": 3, "一": 4, "（一）": 5, "1 ": 6, "1.": 6}
"""Schemes of numbers that count headings, from the outermost; those of 1.1 follow the last."""


_Numbers = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines without a blank line between, with what is asked of them: the first and the last line of print, the numbers
    of headings, of notes that are called, how many lines are full, the quotations that are closed but not opened, and
    the other way about; ``bare``: nothing but a number, or a mark; ``cell``: as short as the cell of a table."""

    lines: tuple[Line, ...]
    first: Piece
    last: Piece
    sections: _Numbers = ()
    calls: _Numbers = ()
    full: int = 0
    bare: bool = False
    cell: bool = False
    closes: int = 0
    opens: int = 0

    @property
    def single(self) -> bool:
        """Whether it is one line of running text, as where the extractor wrote a line of either column in turns."""
        return len(self.lines) == 1 and not self.cell and not self.bare


@dataclass(frozen=True, slots=True)
class _Path:
    """A way to deal out the blocks so far: what it costs but for numbers, the last block of each column, the blocks of
    each, how many quotations are open in each, and the numbers of headings and notes there."""

    cost: float
    last: tuple[int, int]
    columns: tuple[tuple[int, ...], tuple[int, ...]]
    open: tuple[int, int]
    sections: tuple[_Numbers, _Numbers]
    calls: tuple[_Numbers, _Numbers]
    numbers: float = 0.0
    turns: float = 0.0

    @property
    def worth(self) -> float:
        """What it costs but for turns, which no text has to take."""
        return self.cost + self.numbers

    @property
    def rank(self) -> tuple[float, tuple[tuple[int, ...], tuple[int, ...]]]:
        return self.worth + self.turns, self.columns


def in_order(page: Sequence[Line], pairs: frozenset[str], below: Sequence[Line]) -> list[Line] | None:
    """The lines of a page in the order of its columns; None where they are in order, or nothing is sure.

    ``pairs``: as `streams.Print` has them; ``below``: the lines of the next page.
    """
    full = mixed_lines.full_width(page)
    groups = blocks_of(page)
    if full is None or not FEWEST <= len(groups) <= MOST or _is_set_by_spaces(page):
        return None
    at = page_notes.begin(page, full)
    notes, print_ = page[at:], Print(full, _is_indented(page, full), pairs)
    blocks = [_block(part, print_) for part in _parted(blocks_of(page[:at]), print_)]
    top = _head(blocks, print_)
    head, body = blocks[:top], blocks[top:]
    if len(body) < FEWEST or not _broken(body, _followings(body, [range(len(body))]), print_):
        return None
    columns = _dealt(body, print_, _first_text(below, print_))
    if columns is None:
        return None
    result = [line for block in head for line in _spaced(block)]
    for column in columns:
        for above, block in _raised([body[index] for index in column], print_):
            result += block.lines if above and _flows(above, block, print_) else _spaced(block)
    return [*result, *notes]


def _is_set_by_spaces(page: Sequence[Line]) -> bool:
    """Whether spaces put the lines of a page in their place, or its lines are none of print."""
    placed = sum(bool(_PLACED.search(line.text.plain)) for line in page if len(line.text) <= LONGEST)
    return placed > 0.1 * len(page) or any(len(line.text) > LONGEST for line in page)


_PLACED = re.compile(r"^[ 　]{2}|\S[ 　]{2,}\S")


def _raised(column: Sequence[_Block], print_: Print) -> Iterator[tuple[_Block | None, _Block]]:
    """The blocks of a column, headings above their text, each with the one that it follows."""
    ordered: list[_Block] = []
    for block in column:
        low = bool(ordered) and _is_low(ordered[-1], block, print_)
        ordered.insert(len(ordered) - low, block)
    above: _Block | None = None
    for block in ordered:
        yield above, block
        above = above if block.bare and above else block


def _flows(before: _Block, block: _Block, print_: Print) -> bool:
    """Whether a block goes on in the line of text that the one before it ends in."""
    return block.bare or (print_.is_open(before.last) and not _is_first(block.first, print_) and not block.sections)


def _parted(groups: Sequence[list[Line]], print_: Print) -> Iterator[list[Line]]:
    """Blocks, without the cell of a table at the end of one that further cells follow: it is of the other column."""
    for group, after in pairwise([*groups, []]):
        last, below = (Piece(text, measure.width(text)) for text in (_last(group), _last(after)))
        above = _last(group[:-1])
        if len(after) == 1 and above and not measure.ENDING.search(above) and _are_cells(last, below, print_):
            yield group[:-1]
            yield group[-1:]
        else:
            yield group


def _last(lines: Sequence[Line]) -> str:
    return lines[-1].text.plain.strip() if lines else ""


def _are_cells(piece: Piece, after: Piece, print_: Print) -> bool:
    return _is_short(piece, print_) and _is_short(after, print_) and not numbering.scheme(piece.text)


def _is_short(piece: Piece, print_: Print) -> bool:
    return piece.width < print_.full / 2 and not measure.ENDING.search(piece.text)


def _spaced(block: _Block) -> list[Line]:
    """The lines of a block with a blank line before them."""
    return [replace(block.lines[0], text=block.lines[0].text.slice(0, 0)), *block.lines]


def worth(page: Sequence[Line], print_: Print, below: Sequence[Line]) -> float:
    """What the order of the lines of a page costs: less is better."""
    pieces = [
        Piece(text, measure.width(text)) for line in page if (text := line.text.plain.strip()) and not is_bare(text)
    ]
    sections = [found for piece in pieces if print_.is_heading(piece) and (found := _section(piece.text))]
    ending = _ending(pieces[-1], _first_text(below, print_), print_) if pieces else 0.0
    return sum(print_.cost(*pair) for pair in pairwise([START, *pieces])) + _counting(sections) + ending


def is_bare(text: str) -> bool:
    """Whether a line is nothing but a number, or the mark of a note."""
    return text.isdigit() or page_notes.is_mark(text)


def _is_indented(page: Sequence[Line], full: int) -> bool:
    """Whether many lines in mid-sentence are short by an indent that the extraction lost, by more than marks make
    others short."""
    sizes = Counter[int]()
    for text in (line.text.plain.strip() for line in page):
        if text and not measure.ENDING.search(text[-8:]) and measure.latin_share(text) < MIXED:
            sizes[full - measure.width(text)] += 1
    of_measure = sum(count for short, count in sizes.items() if -3 < short <= FIRST)
    return sum(sizes[short] for short in range(4, FIRST)) >= max(3, 0.08 * of_measure)


def _block(lines: Sequence[Line], print_: Print) -> _Block:
    texts: list[str] = []
    for line in lines:
        text = line.text.plain.strip()
        if texts and text[0] in NO_START:
            texts[-1] += text
        else:
            texts.append(text)
    pieces = [Piece(text, measure.width(text)) for text in texts]
    sections = [found for piece in pieces if print_.is_heading(piece) and (found := _section(piece.text))]
    calls = [(found.number,) for text in texts for found in note_labels.inline(text) if _is_call(text, found)]
    full = sum(abs(piece.width - print_.full) <= measure.BAND for piece in pieces)
    bare = len(pieces) == 1 and is_bare(texts[0])
    closes, opens = _quotations("".join(texts))
    cell = len(pieces) == 1 and _is_short(pieces[0], print_) and not sections
    return _Block(tuple(lines), pieces[0], pieces[-1], tuple(sections), tuple(calls), full, bare, cell, closes, opens)


def _quotations(text: str) -> tuple[int, int]:
    """How many quotations and brackets a text closes that it did not open, and opens without closing them."""
    closes = opens = 0
    for char in _QUOTES.findall(text):
        if char in "「『《〈（“":
            opens += 1
        elif opens:
            opens -= 1
        else:
            closes += 1
    return closes, opens


_QUOTES = re.compile("[「」『』《》〈〉（）“”]")


def _is_call(text: str, found: Candidate) -> bool:
    return found.score >= page_notes.CLEAR or page_notes.is_mark(text)


def _head(blocks: Sequence[_Block], print_: Print) -> int:
    """How many blocks on top of a page run over both columns, or are names below such."""
    top = 0
    for index, block in enumerate(blocks[:TOP]):
        text = block.last.text
        across = max(block.first.width, block.last.width) > ACROSS * print_.full
        if block.full < LEAST_FULL and (across or (len(text) <= 40 and bool(persons.names_in(text)))):
            top = index + 1
    return top


def _ending(last: Piece, below: Piece | None, print_: Print) -> float:
    """What it costs that a page ends in a line. ``below``: the line of the next page; `START` if the text is over."""
    if below is START:
        return CUT if print_.is_open(last) else 0.0
    return print_.cost(last, below) if below else 0.0


def _first_text(below: Sequence[Line], print_: Print) -> Piece | None:
    """The line that the text of a page goes on in on the next one; the end of the text where there is none."""
    texts = [text for line in below if (text := line.text.plain.strip())]
    if not texts:
        return START
    first = Piece(texts[0], measure.width(texts[0]))
    return first if abs(first.width - print_.full) <= measure.BAND else None


def _dealt(
    blocks: Sequence[_Block], print_: Print, below: Piece | None
) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """The blocks of each column, or None where leaving them as they are is not clearly worse."""
    costs: dict[tuple[int, int], float] = {}
    tops = range(1, min(len(blocks), TOPS))
    best = min((_cheapest(blocks, top, print_, costs, below) for top in tops), key=lambda path: path.rank)
    if min(sum(blocks[index].full for index in column) for column in best.columns) < LEAST_FULL:
        return None
    unmoved = _begun(blocks, len(blocks), print_, costs)
    if unmoved.worth - best.worth < max(LEAST_SAVED, SAVED * len(blocks)):
        return None
    old, new = (_followings(blocks, path.columns) for path in (unmoved, best))
    broken, left = (_broken(blocks, pairs, print_) for pairs in (old - new, new - old))
    return best.columns if broken and left <= HEALED * broken else None


def _followings(blocks: Sequence[_Block], columns: Sequence[Sequence[int]]) -> set[tuple[int, int]]:
    """Which block follows which in a column, but for numbers and cells."""
    lines = ([index for index in column if not blocks[index].bare and not blocks[index].cell] for column in columns)
    return {pair for column in lines for pair in pairwise(column)}


def _broken(blocks: Sequence[_Block], pairs: Iterable[tuple[int, int]], print_: Print) -> int:
    """How many blocks surely do not follow the one before."""
    return sum(print_.breaks(blocks[before].last, blocks[after].first, BROKEN) for before, after in pairs)


def _begun(blocks: Sequence[_Block], count: int, print_: Print, costs: dict[tuple[int, int], float]) -> _Path:
    """The first blocks in one column."""
    path = _Path(0.0, (0, -1), ((0,), ()), (blocks[0].opens, 0), (blocks[0].sections, ()), (blocks[0].calls, ()))
    for index in range(1, count):
        path = _grown(path, 0, index, blocks, print_, costs)
    return replace(path, numbers=_numbered(path.sections[0], path.calls[0]))


def _cheapest(
    blocks: Sequence[_Block], top: int, print_: Print, costs: dict[tuple[int, int], float], below: Piece | None
) -> _Path:
    """The cheapest way to deal out blocks if the right column begins with the one at ``top``."""
    paths = [_grown(_begun(blocks, top, print_, costs), 1, top, blocks, print_, costs)]
    for index in range(top + 1, len(blocks)):
        grown: dict[tuple[int, int, int], _Path] = {}
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
        cost += _ending(blocks[path.last[1]].last, below, print_)
        cost += next((print_.cost(START, blocks[index].first) for index in path.columns[0] if blocks[index].full), 0.0)
        turned.append(replace(path, cost=cost))
    return min(turned, key=lambda path: path.rank)


def _grown(
    path: _Path, side: int, index: int, blocks: Sequence[_Block], print_: Print, costs: dict[tuple[int, int], float]
) -> _Path:
    """A way with a block more in one of the columns."""
    block, before = blocks[index], path.last[side]
    cost = path.cost + (_step(before, index, blocks, print_, costs) if before >= 0 else 0.0)
    again = path.columns[side][-1:] == (index - 1,)
    turns = path.turns + (STAY if again and blocks[index - 1].single else 0.0)
    stays = before >= 0 and (block.bare or _is_low(blocks[before], block, print_))
    last = _with(path.last, side, before if stays else index)
    columns = _with(path.columns, side, (*path.columns[side], index))
    cost += UNOPENED if block.closes > path.open[side] and path.columns[side] else 0.0
    opened = _with(path.open, side, max(path.open[side] - block.closes, 0) + block.opens)
    if not block.sections and not block.calls:
        return replace(path, cost=cost, last=last, columns=columns, open=opened, turns=turns)
    sections = _with(path.sections, side, (*path.sections[side], *block.sections))
    calls = _with(path.calls, side, (*path.calls[side], *block.calls))
    numbers = _numbered(sections[0] + sections[1], calls[0] + calls[1])
    return _Path(cost, last, columns, opened, sections, calls, numbers, turns)


def _with(pair: tuple[T, T], side: int, item: T) -> tuple[T, T]:
    return (item, pair[1]) if side == 0 else (pair[0], item)


def _step(
    before: int, after: int, blocks: Sequence[_Block], print_: Print, costs: dict[tuple[int, int], float]
) -> float:
    """What it costs that a block follows another."""
    if (before, after) not in costs:
        costs[before, after] = _following(blocks[before], blocks[after], print_)
    return costs[before, after]


def _following(before: _Block, after: _Block, print_: Print) -> float:
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
    if print_.is_open(last) and _is_first(first, print_):
        return FIRST_LINE
    return LOW if _is_low(before, after, print_) else cost


def _is_first(piece: Piece, print_: Print) -> bool:
    """Whether a line is as wide as the first of a paragraph whose indent was lost."""
    starts = print_.full - FIRST < piece.width <= print_.full - 4 and not measure.ENDING.search(piece.text[-8:])
    return print_.indented and starts and measure.latin_share(piece.text) < MIXED


def _is_low(before: _Block, after: _Block, print_: Print) -> bool:
    """Whether a numbered heading stands below the first line of its text, as its greater type makes it do."""
    heading = bool(after.sections) and len(after.lines) == 1
    return heading and before.single and print_.is_open(before.last) and _is_first(before.first, print_)


def _are_latin(last: Piece, first: Piece) -> bool:
    """Whether both lines are of words in Latin letters, as those of a line that was stretched."""
    return last.text[-1].isascii() and first.text[0].isascii() and first.text[0].isalpha()


_TABLE = re.compile(r"[表圖图][一二三四五六七八九十\d]{1,3}")
_SOURCE = re.compile(r"(?:資料來源|资料来源|單位|单位|註|注)[：:]")


def _numbered(sections: _Numbers, calls: _Numbers) -> float:
    """What the numbers of headings, and of notes that are called, cost in an order of blocks."""
    cost = _counting(sections)
    for (call,), (after,) in pairwise(calls):
        cost += CALLED if after == call + 1 else SKIPPED if after > call else UNCALLED if after < call else 0.0
    return cost


def _section(text: str) -> tuple[int, ...]:
    """The number in front of a heading: how deep its scheme lies, and the numbers themselves; empty for none."""
    found = numbering.scheme(text)
    if found is None:
        return ()
    if found.scheme == "1.1":
        numbers = tuple(int(digits) for digits in re.split(r"[.．]", text[: found.end].strip(".． \u3000")))
        return (RANKS["1."] + len(numbers) - 1, *numbers)
    return (RANKS[found.scheme], found.value) if found.scheme in RANKS else ()


def _counting(sections: Sequence[tuple[int, ...]]) -> float:
    """What it costs that headings do not count on, each scheme from 1 within the one above it."""
    cost = 0.0
    above: dict[int, tuple[int, ...]] = {}
    for rank, *numbers in sections:
        inner = tuple(numbers)
        outer = inner[:-1]
        if outer and rank - 1 in above and above[rank - 1] != outer:
            cost += LEFT_OUT if outer > above[rank - 1] else ASTRAY
        elif rank in above and above[rank][:-1] == outer:
            step = inner[-1] - above[rank][-1]
            cost += NEXT if step == 1 else LEFT_OUT if step > 0 else ASTRAY
        elif any(other < rank for other in above):
            cost += 0.0 if inner[-1] == 1 else LEFT_OUT
        above = {other: value for other, value in above.items() if other < rank}
        above[rank] = inner
        if outer:
            above[rank - 1] = outer
    return cost
