"""Where a row of columns that an extractor set side by side parts into them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jianbao import regex as re
from jianbao.structure import measure

REACH = 3
"""Characters by which a column's start may differ from line to line."""

NARROWEST = 11
"""Characters of the narrowest column of print."""

LONGEST = 400
"""Characters of the longest line that is looked at: no line of print is longer."""

INDENT = 4
"""Columns of print of a first line's indent, whatever spaces stand for it."""

GAP = re.compile(r"(?<=\S)[ 　]{2,}(?=\S)")

SPACE = re.compile(r"(?<=\S)[ 　](?=\S)")

_ANY = re.compile(r"(?<=\S)[ 　]+(?=\S)")


@dataclass(frozen=True, slots=True)
class Column:
    """The column to the left of a start: where the next one starts, in characters; full widths, in columns of print,
    of this one and of the next. Widths are 0 where they are not yet known. ``close``: one space may be all between."""

    start: int
    left: int = 0
    right: int = 0
    close: bool = False


def is_gutter(gap: re.Match[str], start: int) -> bool:
    """Whether a gap parts a column from the next, which starts at ``start``."""
    return gap.start() < start and abs(gap.end() - start) <= REACH


def is_between_han(row: str, space: re.Match[str]) -> bool:
    """Whether a space stands where writing needs none."""
    return not any(map(measure.is_latin, (row[space.start() - 1], row[space.end()])))


def _is_within_latin(row: str, space: re.Match[str]) -> bool:
    """Whether a space stands between two Latin words."""
    return len(space[0]) == 1 and all(map(measure.is_latin, (row[space.start() - 1], row[space.end()])))


def cut_row(row: str, grid: Sequence[Column]) -> list[tuple[int, int]] | None:
    """Where the text of each column stands in a row; None where it runs across."""
    spans: list[tuple[int, int]] = []
    begin = 0
    for column in grid:
        at = _cut(row, begin, column)
        if at is None:
            return None
        spans.append((begin, at))
        begin = at
    return [*spans, (begin, len(row))]


def _cut(row: str, begin: int, column: Column) -> int | None:
    """Where a row, from ``begin`` on, parts into a column and the next; None where it runs across."""
    start = column.start
    text = row[begin:]
    lead = begin + len(text) - len(text.lstrip())
    end = len(row.rstrip())
    if lead >= start - 1:
        return max(begin, min(lead, start))
    over = column.close and measure.width(row[lead:end]) > column.left + 2
    if end <= start - 2 and not over:
        return len(row)
    gaps = [match for match in _ANY.finditer(row, begin) if match.end() > lead + 1]
    wide = [match for match in gaps if len(match[0]) > 1]
    if column.left:
        limit, other = column.left + 2 + column.close, column.right + 2
        fit = [
            match
            for match in gaps
            if measure.width(row[lead : match.start()]) <= limit and _first_width(row, match.end()) <= other
        ]
        sure = [match for match in fit if len(match[0]) > 1 and _is_near(match, start)]
        sure = sure or [match for match in wide if _is_over(match, start)]
        placed = sure or [match for match in wide if abs(match.end() - start) <= REACH]
        if placed:
            best = min(placed, key=lambda match: abs(match.end() - start))
            return max(best.start(), min(best.end(), start))
        full = {measure.width(row[lead : match.start()]): match for match in fit if not _is_within_latin(row, match)}
        near = [width for width in full if width >= column.left - measure.BAND]
        if near:
            indent = INDENT if column.close and lead > begin else 0
            return full[min(near, key=lambda width: abs(width + indent - column.left))].end()
        return len(row) if lead < NARROWEST and measure.width(row[lead:end]) <= limit else None
    for match in wide:
        if start - 2 * REACH <= match.end() <= start + 2 * REACH:
            return max(match.start(), min(match.end(), start))
    for match in gaps:
        if start - REACH <= match.end() <= start + REACH and is_between_han(row, match):
            return match.end()
    return None


def _is_near(gap: re.Match[str], start: int) -> bool:
    """Whether the next column may start behind a gap: at its usual place, or later where Latin letters pushed it."""
    return gap.end() >= start - 2 * REACH and (gap.end() <= start + 2 * REACH or gap.start() >= start - 2)


def _is_over(gap: re.Match[str], start: int) -> bool:
    """Whether a gap covers the gutter: what stands behind it is set in from the start of its column, as tables are."""
    return gap.start() <= start - 2 and gap.end() >= start


def _first_width(row: str, begin: int) -> int:
    """Columns of what stands behind a place, up to the next wide gap."""
    match = GAP.search(row, begin)
    return measure.width(row[begin : match.start() if match else len(row)].rstrip())
