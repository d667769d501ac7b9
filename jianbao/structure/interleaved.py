"""Columns of print whose lines an extractor mixed, one of the left, one of the right."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jianbao.diagnostics import Diagnostic, Severity
from jianbao.document import Line
from jianbao.structure import measure

LEAST = 5
"""Lines under which nothing is told of their widths."""

LONGEST = 400
"""Characters of the longest line that is looked at: no line of print is longer."""

_SPACE = re.compile(r"(?<=\S)[ 　](?=\S)")

MIXED = "T18"
"""Code of lines that hold halves of two columns."""


def mixed(lines: Sequence[Line], path: str = "") -> tuple[Diagnostic, ...]:
    """A warning where an extractor mixed two columns line by line: their order cannot be told from the lines alone.

    The giveaway are lines almost twice as wide as the others, that part where the left column's lines end.
    """
    rows = [line.text.plain.strip() for line in lines if line.text.plain.strip() and len(line.text) <= LONGEST]
    widths = [measure.width(row) for row in rows]
    full = sorted(widths)[len(widths) // 2] if len(widths) >= LEAST else 0
    if full < measure.MINIMUM:
        return ()
    found = [row for row, width in zip(rows, widths, strict=True) if width > 1.6 * full and _two_halves(row, full)]
    if len(found) < LEAST_MIXED:
        return ()
    message = f"{len(found)} lines hold halves of two columns, as {found[0][:24]!r}; they stay in the order of the text"
    help_text = "extract the text anew with `pdftotext -layout` or `-raw`"
    return (Diagnostic(Severity.WARNING, MIXED, message, path, help=help_text),)


LEAST_MIXED = 3
"""Lines with halves of two columns that are no chance."""


def _two_halves(row: str, full: int) -> bool:
    """Whether a line parts at one space between Han characters into two full lines of one column."""
    for match in _SPACE.finditer(row):
        left, right = row[: match.start()], row[match.end() :]
        if measure.is_latin(left[-1]) or measure.is_latin(right[0]) or measure.ENDING.search(left):
            continue
        if all(full - measure.BAND <= measure.width(half) <= full + measure.BAND for half in (left, right)):
            return True
    return False
