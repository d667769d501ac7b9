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
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from jianbao.document import Line
from jianbao.structure import measure
from jianbao.structure.heads import labelled_lines
from jianbao.structure.layout import block_heads, column_numbers, page_heads
from jianbao.structure.layout.column_paths import START, Path, begun, cheapest, ending
from jianbao.structure.layout.mixed_lines import LONGEST
from jianbao.structure.layout.page_blocks import (
    FIRST,
    MIXED,
    Block,
    are_joined,
    block_of,
    broken_up,
    is_bare,
    is_first,
    is_low,
    parted,
)
from jianbao.structure.layout.streams import Piece, Print
from jianbao.structure.notes import note_labels, page_notes
from jianbao.structure.rows import blocks_of

FEWEST = 4
"""Blocks of a page under which nothing is told of columns."""

MOST = 200
"""Blocks of a page from which on it is no page."""

LEAST_SAVED, SAVED = 4.0, 0.5
"""What another order saves at least, as `Path.worth` counts it, on a page and for each of its blocks: a fifth comes
about by chance."""

LEAST_IF_SURE = 2.0
"""The same where nothing stays broken, and the columns change as extractors part a page."""

PARTED_SO = 1.5
"""What the changes of the column cost at most on a page that was parted as extractors do."""

LEAST_OF_LINES = 2.0
"""The same where many blocks are one full line each, as where the lines of two columns stand side by side: each of them
is a sign too."""

BROKEN, HEALED = 1.5, 0.4
"""What it costs at least that a block surely does not follow another; of such places in the order of the text, at least
one, the share that may be left in another."""

WHOLE = 0.5
"""Share of the lines that end where a sentence does, above which a page was not broken to columns."""

THIRD, WIDEST_OF_THREE = 4.0, 48
"""What a third column saves at least; the columns of print that each of three has at most."""

WIDER = 0.2
"""Share of the lines of a page in columns that are wider than a column at most, as notes are."""


class Ordered(NamedTuple):
    """The lines of a page in the order of its columns, and what the changes of the column cost on the way there: little
    where the page was parted as extractors do."""

    lines: list[Line]
    turns: float


def in_order(
    page: Sequence[Line],
    full: int | None,
    pairs: frozenset[str],
    below: Sequence[Line],
    opens: bool,
    sure: bool = False,
) -> Ordered | None:
    """The lines of a page in the order of its columns; None where they are in order, or nothing is sure.

    ``full``: the width of a column; ``pairs``: as `streams.Print` has them; ``below``: the lines of the next page;
    ``opens``: the text begins on this page; ``sure``: its lines surely stand in columns.
    """
    groups = blocks_of(page)
    if full is None or not FEWEST <= len(groups) <= MOST or _is_set_by_spaces(page) or _are_whole(page):
        return None
    at = page_notes.begin(page, full)
    notes, print_ = page[at:], Print(full, _is_indented(page, full), pairs)
    groups = _with_number_apart(blocks_of(page[:at]))
    groups, title = block_heads.with_title(groups, full) if opens else (groups, 0)
    blocks = [block_of(part, print_) for part in parted(groups, print_)]
    print_ = replace(print_, blocks=are_joined(blocks, print_))
    top = max(
        block_heads.above(blocks, print_), title or page_heads.end(block_heads.single(blocks[:2]), full) if opens else 0
    )
    head, body = blocks[:top], [part for block in blocks[top:] for part in broken_up(block, print_)]
    if len(body) < FEWEST or _are_wider(body, full) or not (sure or _unread(body, [range(len(body))], print_)):
        return None
    dealt = _dealt(body, print_, _first_text(below, print_), sure)
    if dealt is None:
        return None
    result = [line for block in head for line in _spaced(block)]
    foot: list[Line] = []
    for count, column in enumerate(dealt.columns, start=1):
        blocks = [replace(body[at], joined=body[at].joined and at - 1 in column) for at in column]
        below_it: list[Line] = []
        if count < len(dealt.columns) and blocks[-1].first.text.isdigit() and len(blocks) > 1:
            below_it = _spaced(blocks.pop())
        lines = list(_joined(blocks, print_))
        at = _notes_below(lines, full) if count < len(dealt.columns) else len(lines)
        result += lines[:at]
        foot += [*lines[at:], *below_it]
    return Ordered([*result, *foot, *notes], dealt.turns)


def _notes_below(column: Sequence[Line], full: int) -> int:
    """Where the notes begin that stand below a column, each behind its mark; else where the column ends."""
    at = page_notes.begin(column, full)
    return at if at < len(column) and note_labels.at_start(column[at].text.plain.strip()) else len(column)


def _joined(column: Sequence[Block], print_: Print) -> Iterator[Line]:
    """The lines of a column, with a blank one above each block that does not go on in the line above it."""
    for above, block in _raised(column, print_):
        flows = above is not None and (block.joined or _flows(above, block, print_))
        yield from block.lines if flows else _spaced(block)


def _with_number_apart(groups: list[list[Line]]) -> list[list[Line]]:
    """The blocks of a page, with a number that ends the last one, as that of the page does, in a block of its own."""
    *others, last = groups or [[]]
    if len(last) > 1 and last[-1].text.plain.strip().isdigit():
        return [*others, last[:-1], last[-1:]]
    return groups


def _is_set_by_spaces(page: Sequence[Line]) -> bool:
    """Whether spaces put the lines of a page in their place, or its lines are none of print."""
    placed = sum(bool(_PLACED.search(line.text.plain)) for line in page if len(line.text) <= LONGEST)
    return placed > 0.1 * len(page) or any(len(line.text) > LONGEST for line in page)


def _are_whole(page: Sequence[Line]) -> bool:
    """Whether most lines end where a sentence does: they are paragraphs and items, none of them broken by print."""
    texts = [text for line in page if (text := line.text.plain.strip())]
    return sum(bool(measure.ENDING.search(text[-8:])) for text in texts) > WHOLE * len(texts)


def _are_wider(blocks: Sequence[Block], full: int) -> bool:
    """Whether many lines are wider than a column: then there is none."""
    sizes = [measure.width(line.text.plain.strip()) for block in blocks for line in block.lines]
    return sum(size > full + measure.BAND for size in sizes) > WIDER * len(sizes)


_PLACED = re.compile(r"^[ 　]{2}|\S[ 　]{2,}\S")


def _raised(column: Sequence[Block], print_: Print) -> Iterator[tuple[Block | None, Block]]:
    """The blocks of a column, headings above their text, each with the one that it follows."""
    ordered: list[Block] = []
    for block in column:
        low = bool(ordered) and is_low(ordered[-1], block, print_)
        ordered.insert(len(ordered) - low, block)
    above: Block | None = None
    for block in ordered:
        yield above, block
        above = above if block.bare and above else block


def _flows(before: Block, block: Block, print_: Print) -> bool:
    """Whether a block goes on in the line of text that the one before it ends in."""
    return block.bare or (print_.is_open(before.last) and not is_first(block.first, print_) and not block.sections)


def _spaced(block: Block) -> list[Line]:
    """The lines of a block with a blank line before them."""
    return [replace(block.lines[0], text=block.lines[0].text.slice(0, 0)), *block.lines]


def worth(page: Sequence[Line], print_: Print, below: Sequence[Line]) -> float:
    """What the order of the lines of a page costs: less is better."""
    pieces = [
        Piece(text, measure.width(text)) for line in page if (text := line.text.plain.strip()) and not is_bare(text)
    ]
    sections = [found for piece in pieces if print_.is_heading(piece) and (found := column_numbers.section(piece.text))]
    end = ending(pieces[-1], _first_text(below, print_), print_) if pieces else 0.0
    return sum(print_.cost(*pair) for pair in pairwise([START, *pieces])) + column_numbers.counting(sections) + end


def _is_indented(page: Sequence[Line], full: int) -> bool:
    """Whether many lines in mid-sentence are short by an indent that the extraction lost, by more than marks make
    others short."""
    sizes = Counter[int]()
    for text in (line.text.plain.strip() for line in page):
        if text and not measure.ENDING.search(text[-8:]) and measure.latin_share(text) < MIXED:
            sizes[full - measure.width(text)] += 1
    of_measure = sum(count for short, count in sizes.items() if -3 < short <= FIRST)
    return sum(sizes[short] for short in range(4, FIRST)) >= max(3, 0.08 * of_measure)


def _first_text(below: Sequence[Line], print_: Print) -> Piece | None:
    """The line that the text of a page goes on in on the next one; the end of the text where there is none."""
    texts = [text for line in below if (text := line.text.plain.strip())]
    if not texts:
        return START
    first = Piece(texts[0], measure.width(texts[0]))
    return first if abs(first.width - print_.full) <= measure.BAND else None


def _dealt(blocks: Sequence[Block], print_: Print, below: Piece | None, sure: bool) -> Path | None:
    """The way to deal out the blocks, or None where leaving them as they are is not clearly worse."""
    costs: dict[tuple[int, int], float] = {}
    best = cheapest(blocks, 2, print_, costs, below)
    if best and print_.full <= WIDEST_OF_THREE:
        other = cheapest(blocks, 3, print_, costs, below)
        best = other if other and other.rank[0] < best.rank[0] - THIRD else best
    if best is None or not _are_filled(blocks, best.columns, print_, below):
        return None
    unmoved = begun(blocks, len(blocks), print_, costs)
    if sure:
        return best
    old, new = (_followings(blocks, path.columns) for path in (unmoved, best))
    broken, left = (_broken(blocks, pairs, print_) for pairs in (old - new, new - old))
    before, after = (_astray(blocks, path.columns) for path in (unmoved, best))
    broken, left = broken + max(before - after, 0), left + max(after - before, 0)
    saved = unmoved.worth - best.worth + (unmoved.turns - best.turns if print_.blocks else 0.0)
    if left or best.turns > PARTED_SO:
        lines = sum(block.single and block.full == 1 for block in blocks)
        texts = sum(not block.cell and not block.bare for block in blocks)
        least = (min if print_.blocks else max)(LEAST_SAVED, SAVED * texts)
        least = max(least - SAVED * lines, LEAST_OF_LINES)
    else:
        least = LEAST_IF_SURE
    return best if saved >= least and broken and left <= HEALED * broken else None


def _are_filled(blocks: Sequence[Block], columns: Sequence[Sequence[int]], print_: Print, below: Piece | None) -> bool:
    """Whether each column has some full lines. The last one, where the text ends, may have fewer if the one before it
    surely goes on in it."""
    filled = [sum(blocks[index].full for index in column) for column in columns]
    last, first = blocks[columns[-2][-1]].last, blocks[columns[-1][0]].first
    ends = below is START and filled[-1] and print_.is_open(last) and print_.cost(last, first) <= 0
    return min(filled[:-1] if ends else filled) >= block_heads.LEAST_FULL


def _unread(blocks: Sequence[Block], columns: Sequence[Sequence[int]], print_: Print) -> bool:
    """Whether some blocks surely do not follow the one before, or headings do not count on."""
    return _broken(blocks, _followings(blocks, columns), print_) > 0 or _astray(blocks, columns) > 0


def _astray(blocks: Sequence[Block], columns: Sequence[Sequence[int]]) -> int:
    """How many headings count back in an order of blocks."""
    return column_numbers.astray([found for column in columns for index in column for found in blocks[index].sections])


def _followings(blocks: Sequence[Block], columns: Sequence[Sequence[int]]) -> set[tuple[int, int]]:
    """Which block follows which in a column, but for numbers and cells."""
    lines = ([index for index in column if not blocks[index].bare and not blocks[index].cell] for column in columns)
    return {pair for column in lines for pair in pairwise(column)}


def _broken(blocks: Sequence[Block], pairs: Iterable[tuple[int, int]], print_: Print) -> int:
    """How many blocks surely do not follow the one before."""
    return sum(
        print_.breaks(blocks[before].last, blocks[after].first, BROKEN)
        and labelled_lines.parse(blocks[before].last.text) is None
        for before, after in pairs
    )
