"""How a document's lines are set: what holds for all its paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from jianbao.structure import measure
from jianbao.structure.layout.full_widths import has_ended, is_filled
from jianbao.structure.rows import Row
from jianbao.structure.starts import starts_unit


@dataclass(frozen=True, slots=True)
class Habits:
    """How a document's lines are set: blank lines between two lines of a paragraph, whether a trailing space ends a
    paragraph, whether first lines were indented and the indent is lost, by how many columns most full lines are short
    of the full width, whether half of the lines open with who speaks or with a label, and whether no line stops before
    it is full (``sharp``), whether first lines of paragraphs are set in and further ones are not (``set_in``), and
    whether those of items begin at the margin, so that no indent of theirs is lost (``flush``)."""

    gap: int
    spaced: bool
    indented: bool
    under: int = 0
    spoken: bool = False
    sharp: bool = False
    set_in: bool = False
    flush: bool = False


def items_flush(rows: Sequence[Row], under: int) -> bool:
    """Whether first lines of items that go on in the next line are as wide as others; ``under``: as in `Habits`."""
    wide = [
        row.edge > (row.full or 0) - under - INDENT
        for row in rows
        if row.full and starts_unit(row.text) and is_filled(row) and not has_ended(row)
    ]
    return 2 * sum(wide) > len(wide)


def first_lines_set_in(rows: Sequence[Row]) -> bool:
    """Whether lines behind the surely last ones of paragraphs are set in, and those behind lines that surely go on are
    not."""
    pairs = [(before, row) for before, row in pairwise(rows) if before.full and not row.torn]
    first = [
        row.indent >= SET_IN
        for before, row in pairs
        if has_ended(before) and before.edge < SURELY_LAST * (before.full or 0) and not starts_unit(row.text)
    ]
    further = [row.indent == 0 for before, row in pairs if is_filled(before) and not has_ended(before) and not row.gap]
    told = len(first) >= LEAST_FIRST and len(further) >= LEAST_SHARP
    return told and sum(first) >= SURELY_LAST * len(first) and sum(further) >= SHARP * len(further)


SET_IN, LEAST_FIRST, SURELY_LAST = 2, 3, 0.8
"""Columns by which first lines are set in, how many of them tell it, and the share of the full width below which a line
that ends a sentence is surely the last of its paragraph; and that of first lines that are set in."""


def never_stops_early(rows: Sequence[Row], under: int) -> bool:
    """Whether each line within a paragraph goes as far as it can: what the next begins with would not have fitted."""
    within = [
        not would_fit(row, after, under)
        for before, row, after in zip(rows, rows[1:], rows[2:], strict=False)
        if is_filled(before) and not has_ended(before) and is_filled(row) and not has_ended(row)
    ]
    return len(within) >= LEAST_SHARP and sum(within) >= SHARP * len(within)


def would_fit(row: Row, after: Row, under: int, lost: int = 0) -> bool:
    """Whether the word or character that a line begins with had room at the end of the one above, which may have
    ``lost`` an indent of so many columns; ``under``: as in `Habits`."""
    first = after.text[:1] if after.text[0] in _OPENING else ""
    token = measure.width(first) + measure.first_token(after.text[len(first) :])
    return row.edge + lost + token <= (row.full or 0) - under


_OPENING = frozenset("「『《〈（【“‘([")

LEAST_SHARP, SHARP = 6, 0.9
"""Lines within paragraphs that tell whether any stops early, and their share that does not."""


def trailing_space_ends(rows: Sequence[Row]) -> bool:
    """Whether the document leaves a space at the end of each paragraph, and none at a wrap between Han characters."""
    han = [row for row in rows if row.full and not measure.is_latin(row.text[-1])]
    full = [row for row in han if is_filled(row) and not measure.ENDING.search(row.text)]
    ends = [row for row in han if not is_filled(row) and measure.ENDING.search(row.text)]
    if len(full) < 5 or len(ends) < 3:
        return False
    return sum(r.trailing for r in full) < 0.25 * len(full) and sum(r.trailing for r in ends) > 0.7 * len(ends)


def usually_under(rows: Sequence[Row]) -> int:
    """By how many columns most full lines are short of the full width: the widest have marks that were squeezed, or
    are set otherwise. First lines of paragraphs, which may be short by a lost indent, do not count."""
    short = Counter(
        row.full - row.edge
        for before, row in pairwise(rows)
        if row.full and is_filled(row) and row.text[-1].isalpha() and not has_ended(before) and is_filled(before)
    )
    columns, count = short.most_common(1)[0] if short else (0, 0)
    return max(columns, 0) if 2 * count >= short.total() else max(min(columns, INDENT - 1), 0)


def indents_unseen(rows: Sequence[Row]) -> bool:
    """Whether paragraphs were indented in print, and the extraction lost it: their first lines, behind the ends of
    others and under numbered headings, are short by as much."""
    short: list[bool] = []
    for before, row in pairwise(rows):
        ends = before.full and before.edge < 0.8 * before.full and not before.glued
        sure = ends and (has_ended(before) or starts_unit(before.text))
        plain = not row.indent and not row.glued and not starts_unit(row.text)
        if sure and plain and row.full and row.edge >= 0.75 * row.full:
            short.append(row.edge <= row.full - INDENT)
    return len(short) >= 2 and sum(short) >= 0.7 * len(short)


INDENT = 3
"""Columns by which a line of a lost indent is short at least; the indent itself is mostly four."""
