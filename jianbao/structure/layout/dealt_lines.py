"""Lines of a page dealt out to its columns one by one, where an extractor mixed them line by line and it is sure, by
widths, sentences and words, which lines follow one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from jianbao.document import Line
from jianbao.structure import measure
from jianbao.structure.heads import persons
from jianbao.structure.layout import block_heads, cut_words, page_heads
from jianbao.structure.layout.mixed_lines import LEAST, Half
from jianbao.structure.layout.streams import Piece, Print, deal

SHORT_NAMES = 16
"""Characters of a line with the names of a text's writers."""

RESUMED = 4
"""Sentences that go on behind lines of another column, on a page."""

LEAST_SAVED = 4.0
"""What dealing out the lines of a page saves at least, as `streams` counts it."""

SAVED = 0.25
"""The same for each line of a page, from which on it is a sign of columns by itself: by chance it is a tenth, at most a
fifth."""

BY_WORDS = 0.1
"""The same from which on words alone can tell columns: in random text less is saved."""

SURE, FEWEST_WORDS, WORDS, WORDS_ALONE = 5.0, 2, 0.15, 0.35
"""Gain of a word that surely runs over two lines; how many such come about at least; their share of the lines that go
on in mid-sentence in another line than before, where other signs speak for columns and where none does. By chance it is
one in a hundred, in columns every third or fourth."""

SIGNS = 4
"""Signs of columns but for words: lines that could not follow the one before them and now can, lines that hold either
column, blank lines where the column changes."""

SOLID = 0.2
"""Share of the lines without a blank line before them from which on blank lines tell something."""

THIRD, WIDEST_OF_THREE = 8.0, 48
"""What a third column saves at least; the columns of print that each of three has at most."""

BROKEN = 1.5
"""What it costs at least that a line cannot well follow another."""


def dealt(halves: Sequence[Half], print_: Print, opens: bool, sure: bool = False) -> list[Line] | None:
    """The head of the page, its columns from the left, its number; None where nothing is sure. ``opens``: the text
    begins on this page; ``sure``: its lines surely stand in columns."""
    full = print_.full - measure.BAND
    start = next(
        (n for n, half in enumerate(halves) if half.piece.width >= full and not _is_across(half, print_)), len(halves)
    )
    start = next((n + 1 for n in range(start, min(start + 3, len(halves))) if _is_signed(halves[n])), start)
    if opens and not start:
        start = page_heads.end([half.piece.text for half in halves[:2]], print_.full)
    if opens:
        texts, blanks = [half.piece.text for half in halves], [half.piece.blank for half in halves]
        start = max(start, page_heads.below_wide(texts, blanks, block_heads.ACROSS * print_.full))
    end = _foot(halves, start, print_)
    while end > start and halves[end - 1].piece.text.isdigit():
        end -= 1
    head, body, tail = halves[:start], halves[start:end], halves[end:]
    pieces = [half.piece for half in body]
    if len(pieces) < LEAST:
        return None
    count, columns, saved = _cheapest(pieces, print_, bool(head))
    if columns is None:
        return None
    sides = [[half for half, column in zip(body, columns, strict=True) if column == side] for side in range(count)]
    if min(map(len, sides)) < 3 or (not sure and sum(1 for _ in _torn(pieces, columns, print_)) < RESUMED):
        return None
    torn = sum(broken_lines([half.piece for half in column], print_) for column in sides)
    before = broken_lines(pieces, print_)
    signs = before - torn + doubles(body) + _parted(pieces, columns)
    signed = signs >= SIGNS or saved >= SAVED * len(pieces)
    if not (sure or signed) and saved < BY_WORDS * len(pieces):
        return None
    told = (sure and saved >= SAVED * len(pieces)) or _is_told_by_words(pieces, columns, print_, signed or sure)
    if torn > max(before / 3, 1) or not told:
        return None
    return [*_spaced(head), *(line for column in sides for line in _spaced(column, print_)), *_spaced(tail)]


def _cheapest(pieces: Sequence[Piece], print_: Print, headed: bool) -> tuple[int, Sequence[int] | None, float]:
    """How many columns the lines are dealt out to, the column of each, and what that saves; None for the columns where
    leaving the lines as they are is not clearly worse."""
    count = 2
    cost, columns = deal(pieces, print_, headed)
    # Where blank lines tell nothing, three columns come about by chance.
    narrow = print_.full <= WIDEST_OF_THREE and not print_.spaced
    if narrow and not any(piece.column is not None for piece in pieces):
        other, others = deal(pieces, print_, headed, 3)
        if other < cost - THIRD:
            count, cost, columns = 3, other, others
    saved = sum(print_.cost(before, after) for before, after in pairwise(pieces)) - cost
    if saved < LEAST_SAVED:
        return count, None, saved
    return count, _settled(columns, pieces, print_) if count == 2 else columns, saved


def _parted(pieces: Sequence[Piece], columns: Sequence[int]) -> int:
    """How many changes of the column a blank line tells, less those where none stands; 0 where blank lines stand before
    nearly all lines anyway."""
    if sum(not piece.blank for piece in pieces) < SOLID * len(pieces):
        return 0
    turns = [after.blank for after, (left, right) in zip(pieces[1:], pairwise(columns), strict=True) if left != right]
    return max(2 * sum(turns) - len(turns), 0)


def _is_told_by_words(pieces: Sequence[Piece], columns: Sequence[int], print_: Print, signed: bool) -> bool:
    """Whether words that run over two lines come about where lines are dealt out, and hardly any are torn.

    Fewer are enough where other signs speak for it (``signed``).
    """
    order = sorted(range(len(pieces)), key=lambda index: (columns[index], index))
    follow, followed = (
        {(pieces[before], pieces[after]) for before, after in pairwise(places) if print_.is_open(pieces[before])}
        for places in (order, range(len(pieces)))
    )
    new = [(before.text, after.text) for before, after in follow - followed if _are_letters(before, after)]
    words, torn = (
        sum(cut_words.gain(before, after) >= SURE for before, after in pairs)
        for pairs in (new, [(before.text, after.text) for before, after in followed - follow])
    )
    return words >= FEWEST_WORDS and words - 2 * torn >= (WORDS if signed else WORDS_ALONE) * len(new)


def _are_letters(before: Piece, after: Piece) -> bool:
    """Whether Chinese characters meet at the end of a line and the start of another: only there a word may be cut."""
    return not measure.is_latin(before.text[-1]) and not measure.is_latin(after.text[0])


def _is_signed(half: Half) -> bool:
    """Whether a line is names and nothing else, as below a title that is as wide as a column."""
    return half.piece.width <= 2 * SHORT_NAMES and bool(persons.names_in(half.piece.text))


def _is_across(half: Half, print_: Print) -> bool:
    """Whether a line runs over both columns."""
    return half.piece.column is None and half.piece.width > print_.full + measure.BAND


def _foot(halves: Sequence[Half], start: int, print_: Print) -> int:
    """Where lines over both columns begin, as notes do, that no full line of a column follows."""
    last = max((n for n, half in enumerate(halves) if abs(half.piece.width - print_.full) <= 2), default=start)
    return next((n for n in range(last + 1, len(halves)) if _is_across(halves[n], print_)), len(halves))


def _settled(columns: Sequence[int], pieces: Sequence[Piece], print_: Print) -> Sequence[int]:
    """The columns of lines, where these are mixed on top of the page only: behind that one goes on to the end.

    So it is if the longer part of the page stands behind the last sentence that was torn, and several changes of the
    column with it, which nothing tells of. The column that ends so soon is the right one: there the text ends.
    """
    last = max(_torn(pieces, columns, print_), default=len(columns))
    changes = sum(before != after for before, after in pairwise(columns[last:]))
    if changes < 2 or 2 * last > len(columns) or any(piece.column is not None for piece in pieces):
        return columns
    held = columns[last]
    return [int(column != held) for column in (*columns[:last], *([held] * (len(columns) - last)))]


def _torn(pieces: Sequence[Piece], columns: Sequence[int], print_: Print) -> Iterator[int]:
    """Which lines go on in mid-sentence behind lines of the other column."""
    last: dict[int, int] = {}
    for index, column in enumerate(columns):
        before = last.get(column)
        if before is not None and before < index - 1 and print_.is_open(pieces[before]):
            yield index
        last[column] = index


def _spaced(halves: Sequence[Half], column: Print | None = None) -> Iterator[Line]:
    """Lines with their blank lines; of a column only with those that say something, behind short lines."""
    for index, half in enumerate(halves):
        told = column is None or (index and halves[index - 1].piece.width < column.full - measure.BAND)
        if half.piece.blank and told:
            yield replace(half.lines[0], text=half.lines[0].text.slice(0, 0))
        yield from half.lines


def broken_lines(pieces: Sequence[Piece], print_: Print) -> int:
    """How many lines cannot well follow the line before them."""
    return sum(print_.breaks(before, after, BROKEN) for before, after in pairwise(pieces))


def doubles(halves: Sequence[Half]) -> int:
    """How many lines hold a line of either column."""
    return sum(half.piece.column == 0 for half in halves)
