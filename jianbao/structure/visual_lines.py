"""Lines of print that an extractor broke at punctuation: their pieces found again by the width that they add up to.

``pdftotext -raw`` starts a new line where justified type was squeezed or stretched, mostly around punctuation. The
giveaway is a line that starts with a mark that no line of print may start with.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao.structure import measure
from jianbao.structure.rows import Row
from jianbao.structure.starts import starts_unit

MOST_PIECES = 16
TOLERANCE = 4
"""Columns by which squeezed or stretched punctuation may change the width of a line."""


def mark(rows: Sequence[Row], usual: int) -> None:
    """Set ``glued`` on each row that goes on in the same line of print; the last piece's ``edge`` is the line's."""
    if not any(_impossible(row, usual) for row in rows):
        return
    index = 0
    while index < len(rows):
        last = _line_of_print(rows, index, usual)
        if last > index:
            total = sum(row.edge for row in rows[index : last + 1])
            for row in rows[index:last]:
                row.glued = True
            rows[last].edge = total
        index = last + 1


def _impossible(row: Row, usual: int) -> bool:
    return row.text[0] in measure.CLOSING and row.text[0] in "，。、；：！？）》〉」』】" and row.gap <= usual


def _line_of_print(rows: Sequence[Row], start: int, usual: int) -> int:
    """Index of the last piece of the line of print that starts at ``start``; ``start`` itself if it is in one piece."""
    full = rows[start].full
    if full is None or rows[start].edge >= full - TOLERANCE:
        return start
    total = rows[start].edge
    found = start
    for index in range(start + 1, min(start + MOST_PIECES, len(rows))):
        row = rows[index]
        if row.gap > usual or row.torn or starts_unit(row.text):
            break
        total += row.edge
        if total > full + TOLERANCE:
            break
        if total >= full - TOLERANCE:
            found = index
    return found
