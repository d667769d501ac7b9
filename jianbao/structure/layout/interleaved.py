"""Columns of print whose lines an extractor mixed, as ``pdftotext`` without ``-layout`` does: a line of the left one, a
line of the right one, or both in one line with a space between.

Where the way to deal them out is sure, by widths, sentences and words, the left column comes before the right one;
else the lines stay as they are, with a warning.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from jianbao import regex as re
from jianbao.diagnostics import Diagnostic, Severity
from jianbao.document import Line
from jianbao.structure import measure
from jianbao.structure.layout import block_dealing, block_order, dealt_lines, mixed_lines, page_parts, stamped_pages
from jianbao.structure.layout.block_order import Ordered
from jianbao.structure.layout.dealt_lines import SOLID, broken_lines, doubles
from jianbao.structure.layout.mixed_lines import LEAST, LONGEST, Half
from jianbao.structure.layout.streams import INDENT, Piece, Print
from jianbao.structure.rows import pages

MIXED = "T18"
"""Code of lines of two columns that stay mixed."""

DOUBTS = 3
"""Lines of a page that cannot follow the line before them, or hold both columns, before anything is tried."""

MOST = 600
"""Lines of a page from which on it is no page."""

IN_VAIN = 40
"""Doubtful pages one after another that hold no columns, from which on no more are tried: it is how the text is."""

FRAGMENT = 8
"""Columns under which a line is no heading."""

BLOCKS = 0.3
"""Share of lines with a blank line before them from which on blank lines part the columns."""

BY_BLOCKS = 2.0
"""How much better whole blocks in order read, as `block_order.worth` counts it, than lines dealt out one by one."""

_PLACED = re.compile(r"^[ 　]{2}|\S[ 　]{2,}\S")
_HAN_RUN = re.compile(r"[\u3400-\u9fff]{2,}")


def reorder(lines: Sequence[Line], path: str = "") -> tuple[Sequence[Line], tuple[Diagnostic, ...]]:
    """The lines, with columns that were mixed on a page put one after the other; warnings of what stays mixed."""
    result: list[Line] = []
    left_mixed: list[str] = []
    pairs = _pairs(lines)
    in_vain, opens = 0, True
    parts = list(pages(lines))
    widths = mixed_lines.full_widths(parts, MOST)
    for number, (page, below) in enumerate(pairwise([*parts, []])):
        full = widths[number]
        if stamped_pages.is_one(page):
            result += page
            continue
        begins, opens = opens, opens and full is None
        found = _by_stories(page, full, pairs, below) if full and in_vain < IN_VAIN else None
        found = found or _ordered(page, full, pairs, below, begins, in_vain < IN_VAIN)
        in_vain = in_vain if not found.doubtful else 0 if found.dealt else in_vain + 1
        result += found.lines
        left_mixed += found.mixed
    return result, _warning(left_mixed, path)


class _Found(NamedTuple):
    """The lines of a page or a story in order; whether they may hold mixed columns, whether these were dealt out, and
    the lines of both columns that stay mixed."""

    lines: Sequence[Line]
    doubtful: bool = False
    dealt: bool = False
    mixed: Sequence[str] = ()


def _by_stories(page: Sequence[Line], full: int, pairs: frozenset[str], below: Sequence[Line]) -> _Found | None:
    """The lines of a page with each of its stories in order; None where it has no two, or one goes on beside another,
    as where its last column stops in mid-sentence above the next headline."""
    stories = page_parts.of(page, full)
    if not stories:
        return None
    indented = _is_indented(mixed_lines.halves(page, full), full)
    order = [
        _ordered(story.body, full, pairs, below if story is stories[-1] else (), False, True, indented)
        for story in stories
    ]
    if not any(found.dealt for found in order) or not all(map(_has_ended, order[:-1])):
        return None
    lines: list[Line] = []
    mixed: list[str] = []
    for story, found in zip(stories, order, strict=True):
        after = below if story is stories[-1] else ()
        told = found if found.dealt else _ordered(story.body, full, pairs, after, False, True, indented, sure=True)
        lines += [*story.head, *told.lines]
        mixed += told.mixed
    return _Found(lines, True, True, mixed)


def _has_ended(found: _Found) -> bool:
    """Whether a story's last line ends a sentence."""
    end = next((line.text.plain.strip() for line in reversed(found.lines) if line.text.plain.strip()), "")
    return bool(measure.ENDING.search(end))


def _ordered(
    page: Sequence[Line],
    full: int | None,
    pairs: frozenset[str],
    below: Sequence[Line],
    opens: bool,
    tried: bool,
    indented: bool = False,
    sure: bool = False,
) -> _Found:
    """The lines of a page or a story in order; ``opens``: the text begins there, ``tried``: columns are looked for;
    ``indented``: first lines on the rest of the page are, ``sure``: its lines surely stand in columns."""
    in_order = block_order.in_order(page, full, pairs, below, opens) if tried else None
    halves = mixed_lines.halves(page, full) if full else []
    if not full or not _is_doubtful(halves, full, 1 if sure else DOUBTS):
        return _Found(in_order.lines if in_order else page, dealt=in_order is not None)
    print_ = Print(full, indented or _is_indented(halves, full), pairs)
    print_ = replace(print_, blocks=_are_blocks(halves, print_), spaced=_are_spaced(halves))
    dealt = dealt_lines.dealt(halves, print_, opens, sure) if tried else None
    if dealt is not None and in_order is None:
        told = block_order.in_order(page, full, pairs, below, opens, sure=True)
        in_order = told._replace(turns=block_dealing.PARTED_SO + 1) if told else None
    if dealt is not None or in_order is not None:
        return _Found(_better(dealt, in_order, print_, below), True, True)
    mixed = [half.lines[0].text.plain for half in halves if half.piece.column == 0]
    if sure:  # beside columns that were dealt out: whatever stops in mid-sentence may go on elsewhere
        mixed = [half.piece.text for half in halves if print_.is_open(half.piece)]
    return _Found(page, True, mixed=mixed)


def _are_spaced(halves: Sequence[Half]) -> bool:
    """Whether nearly all lines have a blank line before them: then these tell nothing."""
    return sum(not half.piece.blank for half in halves) < SOLID * len(halves)


def _better(dealt: list[Line] | None, by_blocks: Ordered | None, print_: Print, below: Sequence[Line]) -> list[Line]:
    """Lines dealt out one by one, or in whole blocks where these are parted as an extractor does, or read better."""
    if dealt is None or by_blocks is None:
        return dealt or (by_blocks.lines if by_blocks else [])
    worse = block_order.worth(dealt, print_, below) - block_order.worth(by_blocks.lines, print_, below)
    return (
        by_blocks.lines if worse > (-BY_BLOCKS if by_blocks.turns <= block_dealing.PARTED_SO else BY_BLOCKS) else dealt
    )


def _pairs(lines: Sequence[Line]) -> frozenset[str]:
    """Which Chinese characters stand side by side within lines."""
    runs = (run for line in lines for run in _HAN_RUN.findall(line.text.plain[:LONGEST]))
    return frozenset(first + second for run in runs for first, second in pairwise(run))


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


def _is_doubtful(halves: Sequence[Half], full: int, doubts: int) -> bool:
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
    return broken_lines([half.piece for half in halves], print_) + _blanks(halves, print_) + doubles(halves) >= doubts


def _are_blocks(halves: Sequence[Half], print_: Print) -> bool:
    """Whether blank lines part the columns where they are mixed: between the blank lines within sentences."""
    if doubles(halves) or _are_spaced(halves):
        return False
    torn = [
        n for n, (before, after) in enumerate(pairwise(halves)) if after.piece.blank and print_.is_open(before.piece)
    ]
    zone = halves[torn[0] : torn[-1] + 2] if torn else []
    return sum(half.piece.blank for half in zone) >= BLOCKS * max(len(zone), LEAST)


def _is_fragment(piece: Piece) -> bool:
    """Whether a line is a word by itself, as of a line of print that was stretched."""
    return piece.width < FRAGMENT and not piece.text.isdigit() and not measure.ENDING.search(piece.text)


def _blanks(halves: Sequence[Half], print_: Print) -> int:
    """How many blank lines stand behind a full line that stops in mid-sentence."""
    return sum(after.piece.blank and print_.is_open(before.piece) for before, after in pairwise(halves))
