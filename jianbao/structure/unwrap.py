"""Hard wraps undone: lines joined to the flows of text that they were before somebody broke them.

A line goes on in the next one if it fills the measure of its neighbourhood and nothing says that it ends: no greater
gap, no indent or number in front of the next one, no trailing space where the document marks its paragraphs so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao.document import Block, Line
from jianbao.structure import joints, measure
from jianbao.structure.flow import Item, Unit, Unwrapped
from jianbao.structure.rows import Row, of_lines, usual_gap
from jianbao.structure.starts import starts_unit


def units(items: Sequence[Item], path: str = "") -> Unwrapped:
    """Units in reading order; blocks among the items stay where they are. ``path`` is for diagnostics."""
    result: list[Unit | Block] = []
    run: list[Line] = []
    for item in items:
        if isinstance(item, Block):
            result += _unwrap(run)
            run = []
            result.append(item)
        else:
            run.append(item)
    result += _unwrap(run)
    return Unwrapped(tuple(result))


def _unwrap(lines: Sequence[Line]) -> Iterator[Unit]:
    rows = of_lines(lines)
    if not rows:
        return
    _set_measures(rows)
    spaced = _trailing_space_ends(rows)
    usual = usual_gap(rows)
    first = 0
    for index in range(1, len(rows) + 1):
        if index < len(rows) and _goes_on(rows[first], rows[index - 1], rows[index], spaced, usual):
            continue
        yield _unit(rows[first:index], usual)
        first = index


def _set_measures(rows: list[Row]) -> None:
    """The full width around each line, of Han and of Latin lines apart, from windows of three times ``STEP`` lines."""
    for start in range(0, len(rows), STEP):
        window = rows[max(start - STEP, 0) : start + 2 * STEP]
        kinds = [measure.latin_share(row.text) > LATIN for row in window]
        full: dict[bool, int | None] = {}
        for kind in (False, True):
            kin = [row for row, latin in zip(window, kinds, strict=True) if latin is kind]
            full[kind] = measure.full_width([row.edge for row in kin], [not _ended(row) for row in kin])
        if (full[True] or 0) < NARROWEST_LATIN:
            full[True] = None
        for row in rows[start : start + STEP]:
            latin = measure.latin_share(row.text) > LATIN
            row.full = full[latin] or (full[not latin] if latin else None)


def _ended(row: Row) -> bool:
    return bool(measure.ENDING.search(row.text))


LATIN = 0.7
"""Share of Latin characters from which on a line is measured among Latin lines: its letters are narrower."""

NARROWEST_LATIN = 36
"""Columns below which Latin lines of one length are names in a list, not wrapped prose."""

STEP = 20


def _filled(row: Row) -> bool:
    return row.full is not None and row.edge >= row.full - measure.BAND


def _trailing_space_ends(rows: Sequence[Row]) -> bool:
    """Whether the document leaves a space at the end of each paragraph, and none at a wrap between Han characters."""
    han = [row for row in rows if row.full and not measure.is_latin(row.text[-1])]
    full = [row for row in han if _filled(row) and not measure.ENDING.search(row.text)]
    ends = [row for row in han if not _filled(row) and measure.ENDING.search(row.text)]
    if len(full) < 5 or len(ends) < 3:
        return False
    return sum(r.trailing for r in full) < 0.25 * len(full) and sum(r.trailing for r in ends) > 0.7 * len(ends)


def _goes_on(head: Row, row: Row, after: Row, spaced: bool, usual: int) -> bool:
    """Whether the paragraph that ``head`` starts and ``row`` is in goes on in ``after``."""
    if row.full is None:
        return False
    if after.text[0] in measure.CLOSING and after.text[0] not in "—…·." and (after.torn or after.gap <= usual):
        return True
    ended = _ended(row)
    if starts_unit(after.text) and (ended or not _filled(row) or starts_unit(head.text)):
        return False
    if after.gap > usual and not after.torn:
        return False
    if spaced and not after.torn and row.stop:
        return False
    if spaced and not (row.trailing and measure.is_latin(row.text[-1])):
        return not row.trailing
    if row.edge + measure.first_token(after.text) < row.full - _slack(row, ended, row is head):
        return False
    if after.indent >= row.indent + 2 and row is not head and not after.torn:
        return False
    return not (after.indent >= 2 and ended)


def _slack(row: Row, ended: bool, first: bool) -> float:
    """Columns that a full line may stay short of the full width.

    More where the line stops in mid-sentence, where its letters are not all of one width, and at a paragraph's first
    line if its indent cannot be seen.
    """
    ragged = 0.25 * measure.latin_share(row.text) * (row.full or 0)
    return (3 if ended else 7) + ragged * (0.4 if ended else 1) + (4 if first and row.indent == 0 else 0)


def _unit(rows: Sequence[Row], usual: int) -> Unit:
    head = rows[0]
    return Unit(
        joints.join([row.line for row in rows]),
        tuple(dict.fromkeys(row.line.number for row in rows)),
        head.indent,
        head.full is not None,
        head.gap > usual,
        head.line.page,
    )
