"""Columns of print that an extractor set side by side, as ``pdftotext -layout`` does: put into reading order.

A page has columns if many of its lines start anew at one place, behind a gap or from the margin on, and what stands
between two such places is wrapped prose of one measure. A line that runs across (a title) parts what stands above it
from what stands below.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jianbao.document import Line
from jianbao.structure import measure
from jianbao.structure.layout import page_bands
from jianbao.structure.layout.column_cuts import GAP, LONGEST, NARROWEST, REACH, Column, cut_row, is_gutter
from jianbao.structure.layout.column_grids import grid_of
from jianbao.structure.layout.column_lines import spaced
from jianbao.structure.rows import pages

FEWEST = 2
"""Full lines with another line beside them that a page has at least to be set in the columns of other pages."""

MOST_GRIDS = 4
"""Ways to set columns that one text has at most."""


def reorder(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines with each page's columns from left to right. Lines of pages without columns stay as they are."""
    if not any(GAP.search(line.text.plain) for line in lines if len(line.text) < LONGEST):
        return lines
    parts = list(pages(lines))
    banded = [page_bands.in_order(page) for page in parts]
    grids = [() if bands else grid_of(page) for page, bands in zip(parts, banded, strict=True)]
    known = list(dict.fromkeys(grid for grid in grids if grid))[:MOST_GRIDS]
    result: list[Line] = []
    for page, own, bands in zip(parts, grids, banded, strict=True):
        if bands:
            result += bands
            continue
        grid = own or next((grid for grid in known if _is_set_in(page, grid)), ()) or _moved(page, known)
        result += _in_order(page, grid) if grid else page
    return result


def _is_set_in(page: Sequence[Line], grid: tuple[Column, ...]) -> bool:
    """Whether a page with little text in its last columns, as the last page has, is set in the columns of another."""
    rows = [line.text.plain for line in page if line.text.plain.strip() and len(line.text) <= LONGEST]
    beside = [row for row in rows if any(is_gutter(gap, grid[0].start) for gap in GAP.finditer(row))]
    full = sum(measure.width(row[: grid[0].start].strip()) >= grid[0].left - measure.BAND for row in beside)
    across = sum(cut_row(row, grid) is None for row in rows)
    return full >= FEWEST and across <= len(beside)


def _moved(page: Sequence[Line], known: Sequence[tuple[Column, ...]]) -> tuple[Column, ...]:
    """The columns of a page with little text that start elsewhere than on other pages, as far as their widths go: lines
    of all columns side by side, each but the last full, and no line that is wider than a column."""
    rows = [line.text.plain for line in page if line.text.plain.strip() and len(line.text) <= LONGEST]
    for grid in known:
        widths = [*(column.left for column in grid), grid[-1].right]
        places = list(filter(None, (_places(row, widths) for row in rows)))
        starts = [Counter(at).most_common(1)[0][0] for at in zip(*places, strict=True)]
        near = all(abs(place - start) <= REACH for at in places for place, start in zip(at, starts, strict=True))
        if near and len(places) >= FEWEST:
            return tuple(replace(column, start=start) for column, start in zip(grid, starts, strict=True))
    return ()


def _places(row: str, widths: Sequence[int]) -> list[int] | None:
    """Where the columns but the first start in a row that holds a piece of each; None in others."""
    gaps = list(GAP.finditer(row))
    if len(gaps) != len(widths) - 1:
        return None
    begins = [len(row) - len(row.lstrip()), *(gap.end() for gap in gaps)]
    ends = [*(gap.start() for gap in gaps), len(row.rstrip())]
    sizes = [measure.width(row[begin:end]) for begin, end in zip(begins, ends, strict=True)]
    full = all(abs(size - width) <= measure.BAND for size, width in zip(sizes[:-1], widths, strict=False))
    return begins[1:] if full and sizes[-1] <= widths[-1] + 2 else None


def _is_centred(plain: str, spans: Sequence[tuple[int, int]], grid: Sequence[Column], on_top: bool) -> bool:
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


def _in_order(page: Sequence[Line], grid: tuple[Column, ...]) -> Iterator[Line]:
    columns: list[list[Line]] = [[] for _ in range(len(grid) + 1)]
    last = max(index for index, line in enumerate(page) if line.text.plain.strip())
    for index, line in enumerate(page):
        plain = line.text.plain
        spans = cut_row(plain, grid)
        free = index == last or not any(columns[1:])
        if spans is None or (free and _is_centred(plain, spans, grid, not any(columns))):
            for column in columns:
                yield from spaced(column)
                column.clear()
            yield replace(line, text=line.text.strip())
            continue
        for column, (begin, end) in zip(columns, spans, strict=True):
            piece = line.text.slice(begin, begin + len(plain[begin:end].rstrip()))
            if piece.plain.strip() or column:
                column.append(replace(line, text=piece, follows=bool(column and plain.strip())))
    for column in columns:
        yield from spaced(column)
