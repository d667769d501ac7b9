"""Columns of print that an extractor set side by side, as ``pdftotext -layout`` does: put into reading order.

A page has columns if many of its lines start anew at one place, behind a gap or from the margin on, and what stands
between two such places is wrapped prose of one measure. A line that runs across (a title) parts what stands above it
from what stands below.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from jianbao.document import Line
from jianbao.structure import measure
from jianbao.structure.rows import pages

LEAST = 5
"""Lines with text that each column of a page has at least."""

REACH = 3
"""Characters by which a column's start may differ from line to line."""

NARROWEST = 11
"""Characters of the narrowest column of print."""

LONGEST = 400
"""Characters of the longest line that is looked at: no line of print is longer."""

INDENT = 4
"""Columns of print of a first line's indent, whatever spaces stand for it."""

CLOSE = 3
"""Columns of print by which full lines differ, behind which one space parts two columns."""

SINGLE, ALL = 0.15, 0.8
"""Share of a page's lines in which one space stands behind a full line, where it parts columns; of those that part."""

MOST = 4
"""Columns that a page has at most."""

FEWEST = 2
"""Full lines with another line beside them that a page has at least to be set in the columns of other pages."""

MOST_GRIDS = 4
"""Ways to set columns that one text has at most."""

_GAP = re.compile(r"(?<=\S)[ 　]{2,}(?=\S)")
_SPACE = re.compile(r"(?<=\S)[ 　](?=\S)")
_ANY = re.compile(r"(?<=\S)[ 　]+(?=\S)")


@dataclass(frozen=True, slots=True)
class _Column:
    """The column to the left of a start: where the next one starts, in characters; full widths, in columns of print,
    of this one and of the next. Widths are 0 where they are not yet known. ``close``: one space may be all between."""

    start: int
    left: int = 0
    right: int = 0
    close: bool = False


def reorder(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines with each page's columns from left to right. Lines of pages without columns stay as they are."""
    if not any(_GAP.search(line.text.plain) for line in lines if len(line.text) < LONGEST):
        return lines
    parts = list(pages(lines))
    grids = [_grid(page) for page in parts]
    known = list(dict.fromkeys(grid for grid in grids if grid))[:MOST_GRIDS]
    result: list[Line] = []
    for page, own in zip(parts, grids, strict=True):
        grid = own or next((grid for grid in known if _is_set_in(page, grid)), ())
        result += _in_order(page, grid) if grid else page
    return result


def _is_set_in(page: Sequence[Line], grid: tuple[_Column, ...]) -> bool:
    """Whether a page with little text in its last columns, as the last page has, is set in the columns of another."""
    rows = [line.text.plain for line in page if line.text.plain.strip() and len(line.text) <= LONGEST]
    beside = [row for row in rows if any(_parts(gap, grid[0].start) for gap in _GAP.finditer(row))]
    full = sum(measure.width(row[: grid[0].start].strip()) >= grid[0].left - measure.BAND for row in beside)
    across = sum(_cuts(row, grid) is None for row in rows)
    return full >= FEWEST and across <= len(beside)


def _parts(gap: re.Match[str], start: int) -> bool:
    """Whether a gap parts a column from the next, which starts at ``start``."""
    return gap.start() < start and abs(gap.end() - start) <= REACH


def _grid(page: Sequence[Line]) -> tuple[_Column, ...]:
    """The columns of a page but the last, or none where there is one column only."""
    rows = [line.text.plain for line in page if line.text.plain.strip() and len(line.text) <= LONGEST]
    wide: Counter[int] = Counter()
    single: Counter[int] = Counter()
    for row in rows:
        wide.update(_wide_places(row))
        single.update(match.end() for match in _SPACE.finditer(row, NARROWEST) if _is_between_han(row, match))
    starts: list[int] = []
    for start in _peaks(wide, single, max(LEAST, 0.3 * len(rows))):
        if len(starts) < MOST - 1 and all(abs(start - other) >= NARROWEST for other in (0, *starts)):
            starts.append(start)
    return _tried(rows, starts, False) or _close(rows, wide) or _tried(rows, starts, True)


def _tried(rows: Sequence[str], starts: Sequence[int], alike: bool) -> tuple[_Column, ...]:
    """The columns that begin at some places, or at the likeliest alone, if what stands there is prose. ``alike``: as in
    `_measured`."""
    for chosen in (starts, starts[:1]):
        grid = _measured(rows, tuple(_Column(start) for start in sorted(chosen)), alike)
        if grid and _measured(rows, grid, alike) and not _are_cells(rows, grid):
            return grid
    return ()


def _close(rows: Sequence[str], wide: Counter[int]) -> tuple[_Column, ...]:
    """Two columns between which one space is all, wherever it stands, behind full lines of the left one; none where
    few lines are as wide, on either side."""
    sizes = Counter[int]()
    for row in rows:
        lead = len(row) - len(row.lstrip())
        sizes.update({measure.width(row[lead : at.start()]) for at in _SPACE.finditer(row) if _is_between_han(row, at)})
    votes = {size: sum(sizes[size - step] for step in range(CLOSE)) for size in sizes if size >= measure.MINIMUM}
    top = max(votes, key=lambda size: (votes[size], size), default=0)
    if not top or votes[top] < max(LEAST, SINGLE * len(rows)):
        return ()
    full = max(range(top - CLOSE + 1, top + 1), key=lambda size: sizes[size])
    start = next((place for place in sorted(wide) if place > full / 2 and wide[place] + wide[place + 1] > 1), 0)
    grid = (_Column(start, full, full, close=True),)
    cuts = [(row, parts) for row in rows if start and (parts := _cuts(row, grid))]
    texts = [[text for row, parts in cuts if (text := row[slice(*parts[side])].strip())] for side in (0, 1)]
    filled = [sum(abs(measure.width(text) - full) <= measure.BAND for text in side) for side in texts]
    return grid if min(filled) >= max(LEAST, SINGLE * len(rows)) and len(cuts) >= ALL * len(rows) else ()


def _are_cells(rows: Sequence[str], grid: tuple[_Column, ...]) -> bool:
    """Whether what stands side by side is mostly rows of tables, between lines of prose as wide as the page: more cells
    than columns in a row."""
    beside = [_GAP.split(row.strip()) for row in rows if any(_parts(gap, grid[0].start) for gap in _GAP.finditer(row))]
    cells = sum(len(row) > len(grid) + 1 for row in beside)
    return 2 * cells > len(beside)


def _wide_places(row: str) -> set[int]:
    """Where a column may start in a row: behind a wide gap, behind the margin."""
    lead = len(row) - len(row.lstrip())
    return {place for place in (lead, *(match.end() for match in _GAP.finditer(row))) if place >= NARROWEST}


def _is_between_han(row: str, space: re.Match[str]) -> bool:
    """Whether a space stands where writing needs none."""
    return not any(map(measure.is_latin, (row[space.start() - 1], row[space.end()])))


def _is_within_latin(row: str, space: re.Match[str]) -> bool:
    """Whether a space stands between two Latin words."""
    return len(space[0]) == 1 and all(map(measure.is_latin, (row[space.start() - 1], row[space.end()])))


def _peaks(wide: Counter[int], single: Counter[int], least: float) -> Iterator[int]:
    """Places where many rows start anew, the most common first: the left edge of each, as wide gaps tell it."""
    votes = wide + single
    near = {place: sum(votes[place + step] for step in range(-REACH, REACH + 1)) for place in votes}
    for best in sorted(near, key=lambda place: (-near[place], -votes[place], place)):
        if near[best] < least:
            return
        around = range(best - REACH, best + REACH + 1)
        edges = wide if any(wide[place] for place in around) else votes
        most = sum(edges[place] for place in around)
        yield next((place for place in around if edges[place] >= 0.2 * most), best)


def _measured(rows: Sequence[str], grid: tuple[_Column, ...], alike: bool) -> tuple[_Column, ...]:
    """The columns with the full widths of their text; none where the text of one is no wrapped prose.

    ``alike``: a column with much else may have the width of another.
    """
    texts: list[list[str]] = [[] for _ in range(len(grid) + 1)]
    for row in rows:
        cuts = _cuts(row, grid)
        for column, (begin, end) in zip(texts, cuts or (), strict=False):
            if row[begin:end].strip():
                column.append(row[begin:end].strip())
    widths = [_full(column) if len(column) >= LEAST else None for column in texts]
    known = next(filter(None, widths), None)
    if known and alike:
        widths = [width or _as_full(column, known) for column, width in zip(texts, widths, strict=True)]
    full = [width for width in widths if width is not None]
    if not grid or len(full) < len(widths):
        return ()
    return tuple(_Column(column.start, full[n], full[n + 1]) for n, column in enumerate(grid))


def _full(texts: Sequence[str]) -> int | None:
    open_ends = [not measure.ENDING.search(text) for text in texts]
    return measure.full_width(list(map(measure.width, texts)), open_ends, 2 * LEAST)


def _as_full(texts: Sequence[str], known: int) -> int | None:
    """The width of another column of the page, where a column with tables and headings has lines of that width too, and
    hardly a wider one."""
    sizes = [measure.width(text) for text in texts if not measure.ENDING.search(text)]
    wider = sum(measure.width(text) > known + measure.BAND for text in texts)
    filled = sum(abs(size - known) <= CLOSE for size in sizes)
    return known if filled >= CLOSE and len(texts) >= LEAST and 10 * wider <= len(texts) else None


def _cuts(row: str, grid: Sequence[_Column]) -> list[tuple[int, int]] | None:
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


def _cut(row: str, begin: int, column: _Column) -> int | None:
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
        if start - REACH <= match.end() <= start + REACH and _is_between_han(row, match):
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
    match = _GAP.search(row, begin)
    return measure.width(row[begin : match.start() if match else len(row)].rstrip())


def _is_centred(plain: str, spans: Sequence[tuple[int, int]], grid: Sequence[_Column], on_top: bool) -> bool:
    """Whether a line by itself is centred over the page, not over its column. ``on_top``: no column has begun."""
    lead, end = len(plain) - len(plain.lstrip()), len(plain.rstrip())
    parts = [plain[begin:stop] for begin, stop in spans if plain[begin:stop].strip()]
    if lead < NARROWEST or any(part.endswith("  ") for part in parts[:-1]):
        return False
    if lead >= grid[0].start - 1 and abs(measure.width(plain.strip()) - grid[0].right) <= measure.BAND:
        return False
    if on_top or lead >= grid[0].start - 1:
        return on_top and all(abs(lead - column.start) > REACH for column in grid)
    return len(parts) > 1 or abs(lead + end - grid[0].start) > 2 * REACH


def _in_order(page: Sequence[Line], grid: tuple[_Column, ...]) -> Iterator[Line]:
    columns: list[list[Line]] = [[] for _ in range(len(grid) + 1)]
    last = max(index for index, line in enumerate(page) if line.text.plain.strip())
    for index, line in enumerate(page):
        plain = line.text.plain
        spans = _cuts(plain, grid)
        free = index == last or not any(columns[1:])
        if spans is None or (free and _is_centred(plain, spans, grid, not any(columns))):
            for column in columns:
                yield from _spaced(column)
                column.clear()
            yield replace(line, text=line.text.strip())
            continue
        for column, (begin, end) in zip(columns, spans, strict=True):
            piece = line.text.slice(begin, begin + len(plain[begin:end].rstrip()))
            if piece.plain.strip() or column:
                column.append(replace(line, text=piece, follows=bool(column and plain.strip())))
    for column in columns:
        yield from _spaced(column)


def _spaced(column: Sequence[Line]) -> Iterator[Line]:
    """The lines of a column; what only other columns fill is no blank line, unless it is more than stands between most
    of its lines."""
    held = [index for index, line in enumerate(column) if line.text.plain.strip()]
    between = sorted(after - before - 1 for before, after in pairwise(held))
    usual = max(between[4 * len(between) // 5], 1) if between else 1
    for before, index in pairwise([-1, *held, len(column)]):
        skipped = column[before + 1 : index]
        blank = [line for line in skipped if not line.follows]
        yield from blank
        if len(skipped) > usual and not blank and index < len(column):
            yield skipped[0]
        yield from column[index : index + 1]
