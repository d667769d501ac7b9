"""Columns of print whose lines an extractor mixed, as ``pdftotext`` without ``-layout`` does: a line of the left one, a
line of the right one, or both in one line with a space between.

Where the way to deal them out is sure, by widths, sentences and words, the left column comes before the right one;
else the lines stay as they are, with a warning.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from jianbao.diagnostics import Diagnostic, Severity
from jianbao.document import Line
from jianbao.structure import measure
from jianbao.structure.streams import INDENT, Piece, Print, deal

MIXED = "T18"
"""Code of lines of two columns that stay mixed."""

LONGEST = 400
"""Characters of the longest line that is looked at: no line of print is longer."""

LEAST = 8
"""Lines of a page under which nothing is told of columns."""

DOUBTS = 3
"""Lines of a page that cannot follow the line before them, or hold both columns, before anything is tried."""

MOST = 2000
"""Lines of a page from which on it is no page."""

FRAGMENT = 8
"""Columns under which a line is no heading."""

NO_START = "，。、；：！？）》〉」』】,;:!?)"
"""Marks that no line of print starts with: where lines do, these are pieces of lines, and no columns."""

RESUMED = 4
"""Sentences that go on behind lines of the other column, on a page."""

SIGNS, SHARE = 4, 0.12
"""Changes of the column that something in the text speaks for, on a page; their share of the lines from the first
change to the last."""

BLOCKS = 0.3
"""Share of lines with a blank line before them from which on blank lines part the columns."""

USUAL = 0.7
"""Share of the lines that stop in mid-sentence with blank lines behind, from which on these say nothing."""

BROKEN = 1.5
"""What it costs at least that a line cannot well follow another."""

_SPACE = re.compile(r"(?<=\S)[ 　](?=\S)")
_HAN_SPACE = re.compile(r"(?<=[㐀-鿿])[ 　](?=[㐀-鿿])")
_PLACED = re.compile(r"^[ 　]{2}|\S[ 　]{2,}\S")
_HAN_PAIR = re.compile(r"(?=([\u3400-\u9fff]{2}))")


@dataclass(frozen=True, slots=True)
class _Half:
    """A line of one column, and what is asked about it."""

    line: Line
    piece: Piece


def reorder(lines: Sequence[Line], path: str = "") -> tuple[Sequence[Line], tuple[Diagnostic, ...]]:
    """The lines, with columns that were mixed on a page put one after the other; warnings of what stays mixed."""
    result: list[Line] = []
    left_mixed: list[str] = []
    pairs: frozenset[str] | None = None
    for _, grouped in groupby(lines, key=lambda line: line.page):
        page = list(grouped)
        full = _full_width(page)
        halves = list(_halves(page, full)) if full else []
        if not full or not _is_doubtful(halves, full):
            result += page
            continue
        if pairs is None:
            pairs = frozenset(match[1] for line in lines for match in _HAN_PAIR.finditer(line.text.plain[:LONGEST]))
        print_ = Print(full, _is_indented(halves, full), pairs)
        print_ = replace(print_, blocks=_are_blocks(halves, print_))
        dealt = _dealt(halves, print_)
        if dealt is not None:
            result += dealt
        else:
            result += page
            left_mixed += [half.line.text.plain for half in halves if half.piece.column == 0]
    return result, _warning(left_mixed, path)


def _warning(found: Sequence[str], path: str) -> tuple[Diagnostic, ...]:
    if len(found) < DOUBTS:
        return ()
    message = f"{len(found)} lines hold halves of two columns, as {found[0][:24]!r}; they stay in the order of the text"
    help_text = "extract the text anew with `pdftotext -layout` or `-raw`"
    return (Diagnostic(Severity.WARNING, MIXED, message, path, help=help_text),)


def _full_width(page: Sequence[Line]) -> int | None:
    """The width that full lines of a page have, in columns of print; lines that hold two columns left out."""
    sizes = [measure.width(plain) for line in page if (plain := line.text.plain.strip()) and len(plain) <= LONGEST]
    if len(sizes) < LEAST:
        return None
    middle = sorted(sizes)[len(sizes) // 2]
    single = Counter(size for size in sizes if size <= 1.6 * middle)
    least = max(3, 0.1 * single.total())
    common = [size for size in single if sum(single[size - step] for step in range(3)) >= least]
    top = max(common, default=0)
    if top < measure.MINIMUM:
        return None
    return max((size for size in single if top - INDENT < size <= top), key=lambda size: (single[size], size))


def _halves(page: Sequence[Line], full: int) -> Iterator[_Half]:
    blank = False
    for line in page:
        plain = line.text.plain.strip()
        if not plain:
            blank = True
            continue
        text = line.text.strip()
        at = _middle(plain, full) if full + measure.BAND < measure.width(plain) <= 2 * full + measure.BAND else None
        if at is None:
            yield _Half(line, Piece(plain, measure.width(plain), None, blank))
        else:
            for column, half in enumerate((text.slice(0, at), text.slice(at + 1))):
                piece = Piece(half.plain, measure.width(half.plain), column, blank and column == 0)
                yield _Half(Line(line.number, half, line.page), piece)
        blank = False


def _middle(plain: str, full: int) -> int | None:
    """Where a line that holds both columns parts: at a space behind a full line of the left one."""
    fit: dict[int, int] = {}
    if len(_HAN_SPACE.findall(plain)) > 2:
        return None  # a line that was stretched
    for match in _SPACE.finditer(plain):
        left = measure.width(plain[: match.start()])
        if measure.is_latin(plain[match.start() - 1]) and measure.is_latin(plain[match.end()]):
            continue
        if full - measure.BAND <= left <= full + 2 and measure.width(plain[match.end() :]) <= full + 2:
            fit[match.start()] = abs(full - left)
    return min(fit, key=lambda at: (fit[at], at)) if fit else None


def _is_indented(halves: Sequence[_Half], full: int) -> bool:
    """Whether first lines are short by an indent that the extraction lost."""
    sizes = Counter(half.piece.width for half in halves)
    first, ragged = sizes[full - INDENT] + sizes[full - INDENT - 1], sizes[full - INDENT + 1] + sizes[full - INDENT + 2]
    return first >= max(3, 0.08 * len(halves)) and first > ragged


def _is_doubtful(halves: Sequence[_Half], full: int) -> bool:
    """Whether a page may hold mixed columns: lines of one width that cannot well follow one another, and none that
    were placed by spaces, or that are pieces of lines."""
    wide = sum(half.piece.width > full + measure.BAND for half in halves)
    spread = sum(bool(_PLACED.search(half.line.text.plain)) for half in halves)
    cut = sum(half.piece.text[0] in NO_START for half in halves)
    fragments = sum(_is_fragment(half.piece) for half in halves)
    if not LEAST <= len(halves) <= MOST or max(wide, spread) > 0.1 * len(halves):
        return False
    if cut >= DOUBTS or fragments >= max(DOUBTS, 0.1 * len(halves)):
        return False
    print_ = Print(full, _is_indented(halves, full), frozenset())
    return _broken([half.piece for half in halves], print_) + _blanks(halves, print_) + _doubles(halves) >= DOUBTS


def _are_blocks(halves: Sequence[_Half], print_: Print) -> bool:
    """Whether blank lines part the columns where they are mixed: between the blank lines within sentences."""
    if _doubles(halves):
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
    return sum(print_.cost(before, after) >= BROKEN for before, after in pairwise(pieces))


def _blanks(halves: Sequence[_Half], print_: Print) -> int:
    """How many blank lines stand behind a full line that stops in mid-sentence."""
    return sum(after.piece.blank and print_.is_open(before.piece) for before, after in pairwise(halves))


def _doubles(halves: Sequence[_Half]) -> int:
    """How many lines hold a line of either column."""
    return sum(half.piece.column == 0 for half in halves)


def _signs(pieces: Sequence[Piece], turns: Sequence[int], print_: Print) -> int:
    """How many changes of the column something in the text itself speaks for: one line holds both columns, or the next
    line cannot well follow, or a blank line stands within a sentence where that is no habit of the text."""
    cut = [after.blank for before, after in pairwise(pieces) if print_.is_open(before)]
    habit = sum(cut) > USUAL * len(cut)
    count = 0
    for turn in turns:
        before, after = pieces[turn], pieces[turn + 1]
        blank = after.blank and not habit and print_.is_open(before)
        count += blank or before.column == 0 or print_.cost(before, after) >= BROKEN
    return count


def _dealt(halves: Sequence[_Half], print_: Print) -> list[Line] | None:
    """The head of the page, its left column, its right one, its number; None where nothing is sure."""
    full = print_.full - measure.BAND
    start = next(
        (n for n, half in enumerate(halves) if half.piece.width >= full and not _is_across(half, print_)), len(halves)
    )
    end = _foot(halves, start, print_)
    while end > start and halves[end - 1].piece.text.isdigit():
        end -= 1
    head, body, tail = halves[:start], halves[start:end], halves[end:]
    pieces = [half.piece for half in body]
    if len(pieces) < LEAST:
        return None
    columns = _settled(deal(pieces, print_, bool(head))[1], pieces, print_)
    left, right = ([half for half, column in zip(body, columns, strict=True) if column == side] for side in (0, 1))
    turns = [n for n, (before, after) in enumerate(pairwise(columns)) if before != after]
    if min(len(left), len(right)) < 3 or _resumed(pieces, columns, print_) < max(RESUMED, len(turns) / 2):
        return None
    signs = _signs(pieces, turns, print_)
    if signs < max(SIGNS, SHARE * (turns[-1] - turns[0])):
        return None
    broken = [_broken([half.piece for half in column], print_) for column in (body, left, right)]
    if sum(broken[1:]) > max(broken[0] / 3, 1):
        return None
    return [*_spaced(head), *_spaced(left, print_), *_spaced(right, print_), *_spaced(tail)]


def _is_across(half: _Half, print_: Print) -> bool:
    """Whether a line runs over both columns."""
    return half.piece.column is None and half.piece.width > print_.full + measure.BAND


def _foot(halves: Sequence[_Half], start: int, print_: Print) -> int:
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


def _resumed(pieces: Sequence[Piece], columns: Sequence[int], print_: Print) -> int:
    """How many times a column goes on in mid-sentence behind lines of the other one."""
    return sum(1 for _ in _torn(pieces, columns, print_))


def _torn(pieces: Sequence[Piece], columns: Sequence[int], print_: Print) -> Iterator[int]:
    """Which lines go on in mid-sentence behind lines of the other column."""
    last: dict[int, int] = {}
    for index, column in enumerate(columns):
        before = last.get(column)
        if before is not None and before < index - 1 and print_.is_open(pieces[before]):
            yield index
        last[column] = index


def _spaced(halves: Sequence[_Half], column: Print | None = None) -> Iterator[Line]:
    """Lines with their blank lines; of a column only with those that say something, behind short lines."""
    for index, half in enumerate(halves):
        told = column is None or (index and halves[index - 1].piece.width < column.full - measure.BAND)
        if half.piece.blank and told:
            yield Line(half.line.number, half.line.text.slice(0, 0), half.line.page)
        yield half.line
