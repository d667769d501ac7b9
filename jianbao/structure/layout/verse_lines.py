"""Lines of verse, which no tool broke: each stays a line though the widest of them are of nearly one width.

Before: stanzas whose lines have no mark of a clause at all, or one at the end of every line.
After: each line by itself.
Never: running text broken at a width, where marks fall inside lines as often as not at their ends; lines of one width
without any marks, as old texts were set.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jianbao import regex as re
from jianbao.structure import measure
from jianbao.structure.rows import Row
from jianbao.structure.starts import starts_unit

FEWEST, FEWEST_MARKED = 6, 4
"""Lines of verse without marks, and with them."""
STANZA = 3
"""Lines between two blank lines, at least, in most of such a text."""
WIDEST = 52
"""Columns of a line of verse."""
RARE, MOST, ALL = 0.2, 0.75, 0.95
"""Marks of clauses a line has in verse that does without; shares of lines that end in one in verse that has them."""
INSIDE = 0.6
"""Marks inside a line of verse, on average at most."""
UNEVEN = 4
"""Columns by which lines differ that nobody broke at a width."""

_MARK = re.compile(r"[，。；！？、：,;!?…]")
_STRANGE = re.compile(r"[0-9A-Za-z（(：:%]")
"""What verse hardly has, and facts, titles and names of print have."""


def mark(rows: Sequence[Row]) -> None:
    """Set ``alone`` on each line of verse."""
    for stretch in _stretches(rows):
        if any(row.full is not None for row in stretch) and _is_verse(stretch):
            for row in stretch:
                row.alone = True


def _stretches(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """Neighbouring lines that are narrow enough and have nothing that verse lacks."""
    begin = 0
    for index, row in enumerate(rows):
        if row.edge > WIDEST or row.torn or row.turn or _STRANGE.search(row.text) or starts_unit(row.text):
            yield rows[begin:index]
            begin = index + 1
    yield rows[begin:]


def _is_verse(stretch: Sequence[Row]) -> bool:
    if len(stretch) < FEWEST_MARKED or any(row.text[0] in measure.CLOSING for row in stretch):
        return False
    marks = sum(len(_MARK.findall(row.text)) for row in stretch)
    ended = sum(bool(_MARK.match(row.text[-1])) for row in stretch)
    widths = [row.edge - row.indent for row, after in pairwise(stretch) if not after.gap]
    if not widths:
        return False
    uneven = max(widths) - min(widths) >= UNEVEN
    if marks <= RARE * len(stretch):
        return uneven and len(stretch) >= FEWEST and _in_stanzas(stretch)
    if marks - ended > INSIDE * len(stretch):
        return False
    return ended >= ALL * len(stretch) or (uneven and ended >= MOST * len(stretch))


def _in_stanzas(stretch: Sequence[Row]) -> bool:
    """Whether most lines stand in stanzas, as no lines on a cover do."""
    sizes = [1]
    for row in stretch[1:]:
        if row.gap:
            sizes.append(0)
        sizes[-1] += 1
    return sum(size for size in sizes if size >= STANZA) > len(stretch) / 2
