"""Two columns of print that an extractor set side by side, as ``pdftotext -layout`` does: put into reading order.

A page has two columns if many of its lines have a gap at one place, and what stands on either side of it is wrapped
prose of one measure. A line that runs across (a title) parts what stands above it from what stands below.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from jianbao.diagnostics import Diagnostic, Severity
from jianbao.document import Line
from jianbao.structure import measure

LEAST = 5
"""Lines with text in both columns that a page has at least."""

REACH = 3
"""Characters by which the right column's start may differ from line to line."""

_GAP = re.compile(r"(?<=\S)[ 　]{2,}(?=\S)")
_SPACE = re.compile(r"(?<=\S)[ 　](?=\S)")


def reorder(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines with each page's left column before its right one. Lines of pages without columns stay as they are."""
    if not any(_GAP.search(line.text.plain) for line in lines if len(line.text) < LONGEST):
        return lines
    result: list[Line] = []
    for page in _pages(lines):
        start = _right_column(page)
        result += page if start is None else _in_order(page, start)
    return result


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


LONGEST = 400
"""Characters of the longest line that is looked at: no line of print is longer."""


def _pages(lines: Sequence[Line]) -> Iterator[list[Line]]:
    page: list[Line] = []
    for line in lines:
        if page and (line.page != page[-1].page or line.number > page[-1].number + 1):
            yield page
            page = []
        page.append(line)
    if page:
        yield page


def _right_column(page: Sequence[Line]) -> int | None:
    """Where the right column starts, in characters, or None where there is one column only."""
    starts: Counter[int] = Counter()
    filled = 0
    for line in page:
        plain = line.text.plain
        if not plain.strip() or len(plain) > LONGEST:
            continue
        filled += 1
        starts.update({match.end() for match in _GAP.finditer(plain)})
    if not starts:
        return None
    votes = {place: sum(starts[place + step] for step in range(-REACH, REACH + 1)) for place in starts}
    best = max(votes, key=lambda place: (votes[place], starts[place], -place))
    if votes[best] < max(LEAST, 0.3 * filled):
        return None
    sides = [_halves(line, best) for line in page]
    left = [half.strip() for half, _ in filter(None, sides) if half.strip()]
    right = [half.strip() for _, half in filter(None, sides) if half.strip()]
    if not _is_prose(left) or not _is_prose(right):
        return None
    return next(place for place in range(best - REACH, best + REACH + 1) if starts[place] >= 0.2 * votes[best])


def _is_prose(texts: Sequence[str]) -> bool:
    widths = [measure.width(text) for text in texts]
    return measure.full_width(widths, [not measure.ENDING.search(text) for text in texts]) is not None


def _cut(plain: str, start: int) -> int | None:
    """Where a line parts into the columns; None where it runs across."""
    lead = len(plain) - len(plain.lstrip())
    if lead >= start - REACH:
        return min(lead, start)
    if len(plain.rstrip()) <= start - 2:
        return len(plain)
    for match in _GAP.finditer(plain):
        if start - 2 * REACH <= match.end() <= start + 2 * REACH:
            return max(match.start(), min(match.end(), start))
    return None if lead > REACH else _at_single_space(plain, start)


def _at_single_space(plain: str, start: int) -> int | None:
    """Where a full left line leaves a single space before the right column: between Han characters, which need none."""
    for match in _SPACE.finditer(plain, max(start - REACH - 1, 0), start + 1):
        beside = plain[match.start() - 1 : match.start()] + plain[match.end() : match.end() + 1]
        if start - REACH <= match.end() <= start and not any(map(measure.is_latin, beside)):
            return match.end()
    return None


def _halves(line: Line, start: int) -> tuple[str, str] | None:
    plain = line.text.plain
    at = _cut(plain, start)
    return None if at is None else (plain[:at], plain[at:])


def _in_order(page: Sequence[Line], start: int) -> Iterator[Line]:
    left: list[Line] = []
    right: list[Line] = []
    for line in page:
        at = _cut(line.text.plain, start)
        if at is None:
            yield from (*left, *right, Line(line.number, line.text.strip(), line.page))
            left, right = [], []
            continue
        first, second = line.text.slice(0, len(line.text.plain[:at].rstrip())), line.text.slice(at)
        blank = not line.text.plain.strip()
        if blank or first.plain.strip():
            left.append(Line(line.number, first, line.page))
        if blank or second.plain.strip():
            right.append(Line(line.number, second, line.page))
    yield from (*left, *right)
