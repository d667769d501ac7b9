"""Where the columns of a page begin whose lines an extractor set side by side: what stands between two such places is
wrapped prose of one measure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from jianbao.document import Line
from jianbao.structure import measure
from jianbao.structure.layout.column_cuts import (
    GAP,
    LONGEST,
    NARROWEST,
    REACH,
    SPACE,
    Column,
    cut_row,
    is_between_han,
    is_gutter,
)

LEAST = 5
"""Lines with text that each column of a page has at least."""

CLOSE = 3
"""Columns of print by which full lines differ, behind which one space parts two columns."""

SINGLE, ALL = 0.15, 0.8
"""Share of a page's lines in which one space stands behind a full line, where it parts columns; of those that part."""

OFTEN, SELDOM = 0.3, 0.12
"""Share of a page's lines with a gap before a place where columns start; where the columns at the right are short."""

MOST = 4
"""Columns that a page has at most."""


def grid_of(page: Sequence[Line]) -> tuple[Column, ...]:
    """The columns of a page but the last, or none where there is one column only."""
    rows = [line.text.plain for line in page if line.text.plain.strip() and len(line.text) <= LONGEST]
    wide: Counter[int] = Counter()
    single: Counter[int] = Counter()
    for row in rows:
        wide.update(_wide_places(row))
        single.update(match.end() for match in SPACE.finditer(row, NARROWEST) if is_between_han(row, match))
    starts = _apart(_peaks(wide, single, max(LEAST, OFTEN * len(rows))))
    grid = _tried(rows, (starts, starts[:1]), False)
    if grid:
        return grid
    more = _apart(_peaks(wide, single, max(LEAST, SELDOM * len(rows))))
    return (
        _tried(rows, (more[:3], more[:2]) if len(more) > len(starts) else (), False)
        or _close(rows, wide)
        or _tried(rows, (starts, starts[:1]), True)
    )


def _apart(places: Iterable[int]) -> list[int]:
    """Those of the likeliest places that leave room for a column between them, as many as columns may start at."""
    starts: list[int] = []
    for start in places:
        if len(starts) < MOST - 1 and all(abs(start - other) >= NARROWEST for other in (0, *starts)):
            starts.append(start)
    return starts


def _tried(rows: Sequence[str], choices: Iterable[Sequence[int]], alike: bool) -> tuple[Column, ...]:
    """The columns that begin at the first of several choices of places where what stands there is prose. ``alike``: as
    in `_measured`."""
    for chosen in choices:
        grid = _measured(rows, tuple(Column(start) for start in sorted(chosen)), alike)
        if grid and _measured(rows, grid, alike) and not _are_cells(rows, grid):
            return grid
    return ()


def _close(rows: Sequence[str], wide: Counter[int]) -> tuple[Column, ...]:
    """Two columns between which one space is all, wherever it stands, behind full lines of the left one; none where
    few lines are as wide, on either side."""
    sizes = Counter[int]()
    for row in rows:
        lead = len(row) - len(row.lstrip())
        sizes.update({measure.width(row[lead : at.start()]) for at in SPACE.finditer(row) if is_between_han(row, at)})
    votes = {size: sum(sizes[size - step] for step in range(CLOSE)) for size in sizes if size >= measure.MINIMUM}
    top = max(votes, key=lambda size: (votes[size], size), default=0)
    if not top or votes[top] < max(LEAST, SINGLE * len(rows)):
        return ()
    full = max(range(top - CLOSE + 1, top + 1), key=lambda size: sizes[size])
    start = next((place for place in sorted(wide) if place > full / 2 and wide[place] + wide[place + 1] > 1), 0)
    grid = (Column(start, full, full, close=True),)
    cuts = [(row, parts) for row in rows if start and (parts := cut_row(row, grid))]
    texts = [[text for row, parts in cuts if (text := row[slice(*parts[side])].strip())] for side in (0, 1)]
    filled = [sum(abs(measure.width(text) - full) <= measure.BAND for text in side) for side in texts]
    return grid if min(filled) >= max(LEAST, SINGLE * len(rows)) and len(cuts) >= ALL * len(rows) else ()


def _are_cells(rows: Sequence[str], grid: tuple[Column, ...]) -> bool:
    """Whether what stands side by side is mostly rows of tables, between lines of prose as wide as the page: more cells
    than columns in a row."""
    beside = [GAP.split(row.strip()) for row in rows if any(is_gutter(gap, grid[0].start) for gap in GAP.finditer(row))]
    cells = sum(len(row) > len(grid) + 1 for row in beside)
    return 2 * cells > len(beside)


def _wide_places(row: str) -> set[int]:
    """Where a column may start in a row: behind a wide gap, behind the margin."""
    lead = len(row) - len(row.lstrip())
    return {place for place in (lead, *(match.end() for match in GAP.finditer(row))) if place >= NARROWEST}


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


def _measured(rows: Sequence[str], grid: tuple[Column, ...], alike: bool) -> tuple[Column, ...]:
    """The columns with the full widths of their text; none where the text of one is no wrapped prose.

    ``alike``: a column with much else may have the width of another.
    """
    texts: list[list[str]] = [[] for _ in range(len(grid) + 1)]
    for row in rows:
        cuts = cut_row(row, grid)
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
    return tuple(Column(column.start, full[n], full[n + 1]) for n, column in enumerate(grid))


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
