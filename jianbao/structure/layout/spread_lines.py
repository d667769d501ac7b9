"""Lines of print that were stretched to the measure, and that an extractor took for columns: words with blank lines.

``pdftotext`` without ``-layout`` writes the words of a stretched line one below the other, blank lines in between and
behind. The giveaway is that they part where a space stood, and that together they are as wide as a line of print.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure import measure
from jianbao.structure.notes import note_labels
from jianbao.structure.rows import Row
from jianbao.structure.starts import starts_unit

MOST_WORDS = 24

LEAST = 0.7
"""Share of the full width that the words and one space between any two make up at least: the rest was stretched."""


def mark(rows: Sequence[Row], usual: int) -> None:
    """Set ``glued`` on each word of a stretched line but the last, whose ``edge`` is the line's; blank lines behind
    the line count no more."""
    index, chained = 0, False
    while index < len(rows) - 1:
        last = _last(rows, index, usual, chained)
        chained = last > index
        if not chained:
            index += 1
            continue
        full = rows[index].full or 0
        for row in rows[index:last]:
            row.glued = True
        rows[last].edge = max(full, rows[last].edge)
        index = last + 1
        if index < len(rows) and not rows[index].torn and not starts_unit(rows[index].text):
            rows[index].gap = min(rows[index].gap, usual)


def _last(rows: Sequence[Row], first: int, usual: int, chained: bool) -> int:
    """The last word of the stretched line that may start with a row; the row itself where there is none.

    ``chained`` says that a stretched line stands before the row: two in succession may be mixed up.
    """
    head = rows[first]
    full = head.full
    if full is None or head.indent or (head.gap > usual and not head.torn) or head.glued or starts_unit(head.text):
        return first
    total, parted, last = head.edge, False, first
    while last + 1 < min(len(rows), first + MOST_WORDS):
        row, after = rows[last], rows[last + 1]
        whole = total + 1 + measure.width(after.text)
        spaced = _at_space(row.text, after.text) or chained
        if (
            starts_unit(after.text)
            or after.torn
            or after.glued
            or after.alone
            or after.indent
            or after.gap > usual + 1
            or not spaced
            or _ended(row, after)
            or whole > full + 2
        ):
            break
        if after.gap <= usual and (parted or last > first or " " in after.text):
            break
        parted = parted or after.gap > usual
        total, last = whole, last + 1
    behind = rows[last + 1] if last + 1 < len(rows) else None
    apart = behind is None or behind.torn or behind.gap > usual or behind.edge >= full - measure.BAND
    return last if parted and apart and total >= LEAST * full else first


def _at_space(before: str, after: str) -> bool:
    """Whether a space may have stood between two words: beside Latin letters and numbers."""
    return measure.is_latin(before[-1]) or measure.is_latin(after[0])


def _ended(row: Row, after: Row) -> bool:
    tail = note_labels.without_mark(row.text[-16:])
    return bool(_STOP.search(tail) or (not measure.is_latin(after.text[0]) and _LATIN_STOP.search(tail)))


_LATIN_STOP = re.compile(r"[a-z]{3,}[.!?]$")
_STOP = re.compile(r"[。！？；][」』”’）)》]*$")
