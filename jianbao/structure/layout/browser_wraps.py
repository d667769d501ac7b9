"""Lines of a page that a tool broke at the width of its window, paragraphs parted by blank lines: they go on below.

Before: ``本頁整理旅客最常詢問的事`` over ``項，如與法令有出入，以法令為準。``, as ``w3m`` breaks at 80 columns and
``lynx`` at as many characters, however few such lines a page has
After: one paragraph.
Never: where lines that reach the width mostly end sentences, or lines with blanks in them reach further.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from jianbao import regex as re
from jianbao.print_columns import columns
from jianbao.structure.layout.full_widths import has_ended
from jianbao.structure.rows import Row
from jianbao.structure.starts import starts_unit

NARROWEST = 60
"""Columns or characters of a window."""
FEWEST = 2
"""Lines that reach its width and stop within a sentence."""
USUAL = (72, 80)
"""Widths of windows at which one such line tells enough, if the one below it ends a sentence."""
OPEN, OPEN_EVERY, EVERY = 0.6, 0.4, 3
"""Share of the full lines that stop within a sentence; where every long line that another follows is full, of so many
lines at least."""
SPARE = 3
"""Columns by which a full line is short of the longest: a wide character, and a mark that may not begin a line."""
_WORD = re.compile("[!-~]+")
_APART = re.compile(r"[\s\u3000]{2}|\t")
"""What parts facts side by side, and cells."""
_BULLET = re.compile(r"[*+•·o-]\s+\S")
"""An item of a list, as a browser writes it."""
INDENT = 2
"""Columns by which the first line of a paragraph is set in, at least."""
APART = 0.3
"""Share of the lines that a blank line stands above."""


@dataclass(frozen=True, slots=True)
class _Size:
    """How far a line reaches, in columns or in characters, and the least that the next one begins with."""

    reach: int
    next: int


def mark(rows: Sequence[Row]) -> None:
    """Set ``soft`` on each row that goes on below."""
    if sum(row.gap > 0 for row in rows) < APART * len(rows):
        return
    for by_columns in (True, False):
        full = _full(rows, by_columns)
        if full:
            for row in full:
                row.soft = True
            return


def _full(rows: Sequence[Row], by_columns: bool) -> list[Row]:
    """The rows that reach the width and have another right below; none where that tells nothing."""
    sizes = [_size(row, by_columns) for row in rows]
    near = [
        (row, after, size.reach, below.next)
        for (row, size), (after, below) in pairwise(zip(rows, sizes, strict=True))
        if not after.gap and not after.torn and not _APART.search(row.text) and not _begins(row, after)
    ]
    width = max((reach for row, _, reach, _ in near if " " in row.text or not row.text.isascii()), default=0)
    if width < NARROWEST or any(
        size.reach > width + SPARE and not row.text.isascii() for row, size in zip(rows, sizes, strict=True)
    ):
        return []
    full = [(row, after) for row, after, reach, next in near if reach + next > width - SPARE and reach >= width / 2]
    opened = sum(not has_ended(row) for row, _ in full)
    least = 1 if USUAL[0] <= width <= USUAL[1] and all(has_ended(after) for _, after in full) else FEWEST
    long = sum(reach >= width / 2 for _, _, reach, _ in near)
    share = OPEN_EVERY if long == len(full) >= EVERY else OPEN
    return [row for row, _ in full] if opened >= max(least, share * len(full)) else []


def _begins(row: Row, after: Row) -> bool:
    """Whether a line is the first of an item, or of a paragraph that is set in."""
    counted = starts_unit(after.text) and has_ended(row)
    set_in = after.indent >= row.indent + INDENT and not (starts_unit(row.text) or _BULLET.match(row.text))
    return bool(_BULLET.match(after.text)) or counted or set_in


def _size(row: Row, by_columns: bool) -> _Size:
    """The size of a row, with what cleaning took out of its middle."""
    spans = row.line.text.spans()
    lost = spans[-1].end - spans[0].start - len(row.line.text.plain) if spans else 0
    plain = row.line.text.plain.rstrip()
    match = _WORD.match(row.text)
    token = match[0] if match else row.text[0]
    if by_columns:
        return _Size(columns(plain) + max(lost, 0), columns(token))
    return _Size(len(plain) + max(lost, 0), len(token))
