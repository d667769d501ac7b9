"""Columns of print whose lines an extractor mixed, as ``pdftotext`` without ``-layout`` does: a line of the left one, a
line of the right one, or both in one line with a space between.

Where the way to deal them out is sure, by widths, sentences and words, the left column comes before the right one;
else the lines stay as they are, with a warning.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from jianbao.diagnostics import Diagnostic, Severity
from jianbao.document import Line
from jianbao.structure import measure
from jianbao.structure.heads import persons
from jianbao.structure.layout import block_order, cut_words, mixed_lines, page_heads
from jianbao.structure.layout.mixed_lines import LEAST, LONGEST, Half
from jianbao.structure.layout.streams import INDENT, Piece, Print, deal
from jianbao.structure.rows import pages

MIXED = "T18"
"""Code of lines of two columns that stay mixed."""

DOUBTS = 3
"""Lines of a page that cannot follow the line before them, or hold both columns, before anything is tried."""

SHORT_NAMES = 16
"""Characters of a line with the names of a text's writers."""

MOST = 600
"""Lines of a page from which on it is no page."""

IN_VAIN = 40
"""Doubtful pages one after another that hold no columns, from which on no more are tried: it is how the text is."""

FRAGMENT = 8
"""Columns under which a line is no heading."""

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

BLOCKS = 0.3
"""Share of lines with a blank line before them from which on blank lines part the columns."""

BY_BLOCKS = 1.5
"""How much better whole blocks in order read, as `block_order.worth` counts it, than lines dealt out one by one."""

BROKEN = 1.5
"""What it costs at least that a line cannot well follow another."""

_PLACED = re.compile(r"^[ 　]{2}|\S[ 　]{2,}\S")
_HAN_PAIR = re.compile(r"(?=([\u3400-\u9fff]{2}))")


def reorder(lines: Sequence[Line], path: str = "") -> tuple[Sequence[Line], tuple[Diagnostic, ...]]:
    """The lines, with columns that were mixed on a page put one after the other; warnings of what stays mixed."""
    result: list[Line] = []
    left_mixed: list[str] = []
    pairs = _pairs(lines)
    in_vain = 0
    parts = list(pages(lines))
    widths = mixed_lines.full_widths(parts, MOST)
    for number, (page, below) in enumerate(pairwise([*parts, []])):
        full = widths[number]
        opens = number == 0
        in_order = block_order.in_order(page, full, pairs, below, opens) if in_vain < IN_VAIN else None
        halves = mixed_lines.halves(page, full) if full else []
        if not full or not _is_doubtful(halves, full):
            result += in_order or page
            continue
        print_ = Print(full, _is_indented(halves, full), pairs)
        print_ = replace(print_, blocks=_are_blocks(halves, print_), spaced=_are_spaced(halves))
        dealt = _dealt(halves, print_, opens) if in_vain < IN_VAIN else None
        if dealt is not None or in_order is not None:
            result += _better(dealt, in_order, print_, below)
            in_vain = 0
        else:
            in_vain += 1
            result += page
            left_mixed += [half.lines[0].text.plain for half in halves if half.piece.column == 0]
    return result, _warning(left_mixed, path)


def _are_spaced(halves: Sequence[Half]) -> bool:
    """Whether nearly all lines have a blank line before them: then these tell nothing."""
    return sum(not half.piece.blank for half in halves) < SOLID * len(halves)


def _better(dealt: list[Line] | None, by_blocks: list[Line] | None, print_: Print, below: Sequence[Line]) -> list[Line]:
    """Lines dealt out one by one, or in whole blocks where that reads better."""
    if dealt is None or by_blocks is None:
        return dealt or by_blocks or []
    worse = block_order.worth(dealt, print_, below) - block_order.worth(by_blocks, print_, below)
    return by_blocks if worse > BY_BLOCKS else dealt


def _pairs(lines: Sequence[Line]) -> frozenset[str]:
    """Which Chinese characters stand side by side within lines."""
    return frozenset(match[1] for line in lines for match in _HAN_PAIR.finditer(line.text.plain[:LONGEST]))


def _warning(found: Sequence[str], path: str) -> tuple[Diagnostic, ...]:
    if len(found) < DOUBTS:
        return ()
    message = f"{len(found)} lines hold halves of two columns, as {found[0][:24]!r}; they stay in the order of the text"
    help_text = "extract the text anew with `pdftotext -layout` or `-raw`"
    return (Diagnostic(Severity.WARNING, MIXED, message, path, help=help_text),)


def _is_indented(halves: Sequence[Half], full: int) -> bool:
    """Whether first lines are short by an indent that the extraction lost."""
    sizes = Counter(half.piece.width for half in halves)
    first, ragged = sizes[full - INDENT] + sizes[full - INDENT - 1], sizes[full - INDENT + 1] + sizes[full - INDENT + 2]
    return first >= max(3, 0.08 * len(halves)) and first > ragged


def _is_doubtful(halves: Sequence[Half], full: int) -> bool:
    """Whether a page may hold mixed columns: lines of one width that cannot well follow one another, and none that
    were placed by spaces, or that are pieces of lines."""
    wide = sum(half.piece.width > full + measure.BAND for half in halves)
    spread = sum(bool(_PLACED.search(half.lines[0].text.plain)) for half in halves)
    fragments = sum(_is_fragment(half.piece) for half in halves)
    if not LEAST <= len(halves) <= MOST or max(wide, spread) > 0.1 * len(halves):
        return False
    if fragments >= max(DOUBTS, 0.1 * len(halves)):
        return False
    print_ = Print(full, _is_indented(halves, full), frozenset())
    return _broken([half.piece for half in halves], print_) + _blanks(halves, print_) + _doubles(halves) >= DOUBTS


def _are_blocks(halves: Sequence[Half], print_: Print) -> bool:
    """Whether blank lines part the columns where they are mixed: between the blank lines within sentences."""
    if _doubles(halves) or _are_spaced(halves):
        return False
    torn = [
        n for n, (before, after) in enumerate(pairwise(halves)) if after.piece.blank and print_.is_open(before.piece)
    ]
    zone = halves[torn[0] : torn[-1] + 2] if torn else []
    return sum(half.piece.blank for half in zone) >= BLOCKS * max(len(zone), LEAST)


def _is_fragment(piece: Piece) -> bool:
    """Whether a line is a word by itself, as of a line of print that was stretched."""
    return piece.width < FRAGMENT and not piece.text.isdigit() and not measure.ENDING.search(piece.text)


def _broken(pieces: Sequence[Piece], print_: Print) -> int:
    """How many lines cannot well follow the line before them."""
    return sum(print_.breaks(before, after, BROKEN) for before, after in pairwise(pieces))


def _blanks(halves: Sequence[Half], print_: Print) -> int:
    """How many blank lines stand behind a full line that stops in mid-sentence."""
    return sum(after.piece.blank and print_.is_open(before.piece) for before, after in pairwise(halves))


def _doubles(halves: Sequence[Half]) -> int:
    """How many lines hold a line of either column."""
    return sum(half.piece.column == 0 for half in halves)


def _dealt(halves: Sequence[Half], print_: Print, opens: bool) -> list[Line] | None:
    """The head of the page, its columns from the left, its number; None where nothing is sure. ``opens``: the text
    begins on this page."""
    full = print_.full - measure.BAND
    start = next(
        (n for n, half in enumerate(halves) if half.piece.width >= full and not _is_across(half, print_)), len(halves)
    )
    start = next((n + 1 for n in range(start, min(start + 3, len(halves))) if _is_signed(halves[n])), start)
    if opens and not start:
        start = page_heads.end([half.piece.text for half in halves[:2]], print_.full)
    if opens:
        texts, blanks = [half.piece.text for half in halves], [half.piece.blank for half in halves]
        start = max(start, page_heads.below_wide(texts, blanks, block_order.ACROSS * print_.full))
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
    dealt = [[half for half, column in zip(body, columns, strict=True) if column == side] for side in range(count)]
    if min(map(len, dealt)) < 3 or sum(1 for _ in _torn(pieces, columns, print_)) < RESUMED:
        return None
    broken = sum(_broken([half.piece for half in column], print_) for column in dealt)
    before = _broken(pieces, print_)
    signs = before - broken + _doubles(body) + _parted(pieces, columns)
    signed = signs >= SIGNS or saved >= SAVED * len(pieces)
    if not signed and saved < BY_WORDS * len(pieces):
        return None
    if broken > max(before / 3, 1) or not _is_told_by_words(pieces, columns, print_, signed):
        return None
    return [*_spaced(head), *(line for column in dealt for line in _spaced(column, print_)), *_spaced(tail)]


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
