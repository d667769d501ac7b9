"""Blocks of two columns that an extractor wrote in another order than they are read: dealt out to their columns.

``pdftotext`` without ``-layout`` writes a page block by block, a blank line between, from the top down: the top of the
right column before the rest of the left one, sometimes a line of either in turns. Within a column the order holds.
Each block goes on where a sentence, the numbers of headings and the marks of notes say so; the left column then comes
before the right one, and the notes of the page behind both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from jianbao import regex as re
from jianbao.document import Line
from jianbao.structure import measure
from jianbao.structure.layout import block_dealing, block_heads, column_numbers, page_heads
from jianbao.structure.layout.column_paths import START, ending
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

WHOLE = 0.5
"""Share of the lines that end where a sentence does, above which a page was not broken to columns."""

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
    if len(body) < FEWEST or _are_wider(body, full) or not (sure or block_dealing.is_unread(body, print_)):
        return None
    path = block_dealing.dealt(body, print_, _first_text(below, print_), sure)
    if path is None:
        return None
    result = [line for block in head for line in _spaced(block)]
    foot: list[Line] = []
    for count, column in enumerate(path.columns, start=1):
        blocks = [replace(body[at], joined=body[at].joined and at - 1 in column) for at in column]
        below_it: list[Line] = []
        if count < len(path.columns) and blocks[-1].first.text.isdigit() and len(blocks) > 1:
            below_it = _spaced(blocks.pop())
        lines = list(_joined(blocks, print_))
        at = _notes_below(lines, full) if count < len(path.columns) else len(lines)
        result += lines[:at]
        foot += [*lines[at:], *below_it]
    return Ordered([*result, *foot, *notes], path.turns)


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
