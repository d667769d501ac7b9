"""Lines that a tool broke between words, in a text whose paragraphs blank lines part: they go on below.

Before: ``…或寫信到`` over ``service@example.org。``, as ``html2text`` and ``pandoc`` break at blanks alone
After: one paragraph.
Never: lines that end sentences, lines that the next word would still have fitted in.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from jianbao.structure import measure
from jianbao.structure.layout.full_widths import has_ended
from jianbao.structure.rows import Row

DEEPER = 3
"""Columns by which what a term means is set in below it."""
NARROWEST = 70
"""Columns that a line and the first word of the next have together, at least: tools break at 72 and further out."""
SHORTEST = 24
"""Columns of a line that goes on below in words without blanks: a shorter one is a label or a heading over them."""
MOST = 0.8
"""Share of the lines with another right below them that are so broken."""


def mark(rows: Sequence[Row], parted: Set[int]) -> None:
    """Set ``soft`` on each row that goes on below. ``parted``: numbers of lines that go on in no line above."""
    pairs = [(row, after) for row, after in pairwise(rows) if not after.gap and after.line.number not in parted]
    pairs = [(row, after) for row, after in pairs if after.indent < row.indent + DEEPER]
    broken = [(row, after) for row, after in pairs if _is_broken(row, after)]
    if len(broken) >= MOST * len(pairs) and 2 * sum(has_ended(row) for row, _ in broken) <= len(broken):
        for row, _ in broken:
            row.soft = True


def _is_broken(row: Row, after: Row) -> bool:
    short = row.edge < SHORTEST and not measure.is_latin(after.text[0])
    return not short and row.edge + measure.width(after.text.split(maxsplit=1)[0]) >= NARROWEST
