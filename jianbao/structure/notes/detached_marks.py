"""Marks that an extractor wrote behind the notes of a page instead of in front of each: put back where they belong.

pdftotext writes a raised number as a line of its own, and sometimes all numbers of a page after all its notes. The
notes of such a page are then told apart by where they end; only a split into just as many notes as there are marks is
taken, else all stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from jianbao.structure import measure
from jianbao.structure.notes import foot_marks
from jianbao.structure.notes.foot_marks import FINISHED, LONGEST, alone
from jianbao.structure.rows import Row

FEWEST = 2
"""Marks in a row that are no page number."""
NEARLY = 3
"""Columns by which a full line of the text differs from the others."""


def reorder(rows: Sequence[Row]) -> list[Row]:
    """The rows, with detached marks in front of the notes that they belong to."""
    result: list[Row] = []
    for page in _pages(rows):
        begin = 0
        behind = _behind(page)
        for end in sorted({*_stacks(page), *behind}) if _fronted(page) is page else ():
            mended = _put(page[begin:end]) if end in behind or _is_text(page, end) else None
            if mended is not None:
                result += mended
                begin = end
        result += _mended(page[begin:])
    return result


def _is_text(page: Sequence[Row], index: int) -> bool:
    """Whether a row behind marks is a full line of the text that goes on, not a note."""
    full = foot_marks.width(page[:index])
    row = page[index]
    return full is not None and not measure.ENDING.search(row.text) and abs(row.edge - full) <= NEARLY


def _stacks(page: Sequence[Row]) -> Iterator[int]:
    """Where marks end that stand one below the other within a page, as behind the notes at a column's foot."""
    labels = [alone(row) for row in page]
    for index in range(1, len(page) - 1):
        above, label = labels[index - 1], labels[index]
        if above and label and not labels[index + 1] and label.number == above.number + 1:
            yield index + 1


def _behind(page: Sequence[Row]) -> frozenset[int]:
    """Where a mark ends that stands behind the notes of the marks that follow it: the foot of a page, where nothing
    else tells pages."""
    ends: set[int] = set()
    first = last = at = 0
    for index, row in enumerate(page[:-1]):
        label = alone(row)
        if label is None:
            continue
        if label.number == first - 1 and index - at <= LONGEST and not alone(page[index + 1]):
            ends.add(index + 1)
        first = first if label.number == last + 1 else label.number
        last, at = label.number, index
    return frozenset(ends)


def _pages(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows of one page each, whose columns may have been put in order: a page ends at a form feed, or where nothing
    tells pages, where lines were taken out."""
    fed = bool(rows) and rows[0].line.page != rows[-1].line.page
    least = list(accumulate((row.line.number for row in reversed(rows)), min))[::-1]
    page: list[Row] = []
    most = 0
    for row, below in zip(rows, least, strict=True):
        line = row.line
        out = row.torn and below > most + 1 + fed + row.gap
        if page and (line.page != page[-1].line.page or out):
            yield page
            page = []
        page.append(row)
        most = max(most, line.end)
    if page:
        yield page


def _mended(page: list[Row]) -> list[Row]:
    page = _fronted(_raised(page))
    return _put(page) or page


def _put(page: list[Row]) -> list[Row] | None:
    """The page with the marks that stand behind its notes in front of each; None where that is not certain."""
    marks = foot_marks.at_foot(page)
    last = max(marks, default=0)
    last = last if all(alone(row) for row in page[last:]) else len(page)
    loose = {marks[index].number: index for index in marks if index == last or index + 1 in marks}
    anchors = {marks[index].number: index for index in marks if index not in loose.values()}
    order = sorted((*loose, *anchors))
    if not loose or order != list(range(order[0], order[0] + len(order))):
        return None
    zones = foot_marks.zones(page, marks, order, min(marks), anchors)
    return next(filter(None, (_rebuilt(page, start, loose, anchors) for start in zones)), None)


def _fronted(page: list[Row]) -> list[Row]:
    """The marks of a page's notes that stand one below the other above all of them, each put above its own."""
    end = next((n for n in range(1, len(page)) if alone(page[n - 1]) and not alone(page[n])), len(page))
    begin = end
    while begin and alone(page[begin - 1]):
        begin -= 1
    labels = [label for row in page[begin:end] if (label := alone(row))]
    numbers = [label.number for label in labels]
    if len(numbers) < FEWEST or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return page
    called = {found.number for row in page[:begin] for found in foot_marks.calls(row)}
    pieces = _split(page[end:], len(numbers)) if called.issuperset(numbers) else None
    if pieces is None:
        return page
    notes = [[mark, *piece] for mark, piece in zip(page[begin:end], pieces, strict=True)]
    return [
        *page[:begin],
        *(replace(row, gap=min(row.gap, int(n == 0))) for note in notes for n, row in enumerate(note)),
    ]


def _raised(page: list[Row]) -> list[Row]:
    """Marks that hang below the first line of their note, a gap behind them, put above it."""
    result = list(page)
    for index in range(1, len(page)):
        row, above = page[index], result[index - 1]
        below = page[index + 1] if index + 1 < len(page) else None
        if alone(row) and above.gap and not row.gap and below is not None and below.gap and not alone(above):
            result[index - 1], result[index] = replace(row, gap=above.gap), replace(above, gap=0)
            result[index + 1] = replace(below, gap=0) if not FINISHED.search(above.text) else below
        elif _hangs(result, index, below):
            result[index - 1], result[index] = replace(row, gap=above.gap), replace(above, gap=0)
    return result


def _hangs(page: Sequence[Row], index: int, below: Row | None) -> bool:
    """Whether a mark that the text calls hangs below the first line of its note: both are indented alike, and what
    stands below is not set in behind the mark."""
    row, above = page[index], page[index - 1]
    label = alone(row)
    if not label or not row.indent == above.indent > 0 or alone(above) or row.gap:
        return False
    if below is not None and (below.indent > row.indent or below.gap):
        return False
    styles = (label.style, "super")
    return any(
        found.number == label.number and found.style in styles
        for other in page[: index - 1]
        for found in foot_marks.calls(other)
    )


def _rebuilt(page: Sequence[Row], start: int, loose: dict[int, int], anchors: dict[int, int]) -> list[Row] | None:
    """The page with each loose mark in front of its note, or None where the notes cannot be told apart."""
    order = sorted((*loose, *anchors))
    place = {index: number for number, index in anchors.items()}
    result = list(page[:start])
    page = [replace(row, gap=0, torn=False) if index >= start else row for index, row in enumerate(page)]
    pending = [number for number in order if number in loose]
    stretch: list[Row] = []
    open_number = order[0] - 1
    for index in range(start, len(page) + 1):
        if index < len(page) and index not in place:
            if index not in loose.values():
                stretch.append(page[index])
            continue
        until = place[index] if index < len(page) else order[-1] + 1
        numbers = [number for number in pending if open_number < number < until]
        pending = [number for number in pending if number not in numbers]
        headed = open_number >= order[0]
        pieces = _split(stretch, len(numbers) + headed)
        if pieces is None:
            return None
        if headed:
            result += pieces.pop(0)
        for number, piece in zip(numbers, pieces, strict=True):
            result += [page[loose[number]], *piece]
        stretch = []
        if index < len(page):
            result.append(page[index])
            open_number = until
    if pending:
        return None
    result[start] = replace(result[start], torn=True)
    return result


def _split(rows: Sequence[Row], count: int) -> list[list[Row]] | None:
    """The rows cut into ``count`` notes at lines that end one; None where that is not certain."""
    if count == 0:
        return [] if not rows else None
    if len(rows) < count:
        return None
    widest = max(row.edge for row in rows)
    ends = [n for n, row in enumerate(rows[:-1]) if FINISHED.search(row.text)]
    short = [n for n in ends if rows[n].edge < widest - measure.BAND]
    for cuts in (short, ends):
        if len(cuts) == count - 1:
            edges = [-1, *cuts, len(rows) - 1]
            return [list(rows[a + 1 : b + 1]) for a, b in pairwise(edges)]
    return None
