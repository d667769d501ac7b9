"""Hard wraps undone: lines joined to the flows of text that they were before somebody broke them.

A line goes on in the next one if it fills the measure of its neighbourhood and nothing says that it ends: no greater
gap, no indent or number in front of the next one, no trailing space where the document marks its paragraphs so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jianbao.document import Block, Line
from jianbao.structure import joints, measure
from jianbao.structure.flow import Item, Unit, Unwrapped
from jianbao.structure.starts import starts_unit


@dataclass(slots=True)
class _Row:
    """A line with what the decisions need. ``gap`` counts blank lines before it, ``torn`` says that lines were
    removed or a page ended before it, ``stop`` that a line of only white space follows at once."""

    line: Line
    text: str
    indent: int
    edge: int
    gap: int = 0
    torn: bool = False
    stop: bool = False
    trailing: bool = False
    full: int | None = None


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
    rows = _rows(lines)
    if not rows:
        return
    _set_measures(rows)
    spaced = _trailing_space_ends(rows)
    usual = _usual_gap(rows)
    first = 0
    for index in range(1, len(rows) + 1):
        if index < len(rows) and _goes_on(rows[first], rows[index - 1], rows[index], spaced, usual):
            continue
        yield _unit(rows[first:index], usual)
        first = index


def _rows(lines: Sequence[Line]) -> list[_Row]:
    rows: list[_Row] = []
    gap, before = 0, None
    torn = False
    for line in lines:
        plain = line.text.plain
        torn = torn or (before is not None and (line.page != before.page or line.number > before.number + 1))
        text = plain.strip()
        if not text:
            gap += 1
            if rows and plain and before is rows[-1].line:
                rows[-1].stop = True
        else:
            indent = measure.indent(plain)
            rows.append(
                _Row(line, text, indent, indent + measure.width(text), gap, torn, trailing=plain[-1].isspace())
            )
            gap, torn = 0, False
        before = line
    return rows


def _set_measures(rows: list[_Row]) -> None:
    """The full width around each line, from windows of three times ``STEP`` lines."""
    for start in range(0, len(rows), STEP):
        window = rows[max(start - STEP, 0) : start + 2 * STEP]
        for latin in (False, True):
            kin = [row for row in window if (measure.latin_share(row.text) > 0.7) is latin]
            full = measure.full_width(
                [row.edge for row in kin], [not measure.ENDING.search(row.text) for row in kin]
            )
            for row in rows[start : start + STEP]:
                if (measure.latin_share(row.text) > 0.7) is latin:
                    row.full = full


STEP = 20


def _filled(row: _Row) -> bool:
    return row.full is not None and row.edge >= row.full - measure.BAND


def _trailing_space_ends(rows: Sequence[_Row]) -> bool:
    """Whether the document leaves a space at the end of each paragraph, and none at a wrap between Han characters."""
    han = [row for row in rows if row.full and not measure.is_latin(row.text[-1])]
    full = [row for row in han if _filled(row)]
    short = [row for row in han if not _filled(row)]
    if len(full) < 5 or len(short) < 3:
        return False
    return sum(r.trailing for r in full) < 0.25 * len(full) and sum(r.trailing for r in short) > 0.7 * len(short)


def _usual_gap(rows: Sequence[_Row]) -> int:
    """How many blank lines stand between two lines of one paragraph: none, or one in double-spaced extractions."""
    gaps = [after.gap for row, after in zip(rows, rows[1:], strict=False) if _filled(row) and not after.torn]
    return 1 if gaps and sum(gap >= 1 for gap in gaps) > 0.7 * len(gaps) else 0


def _goes_on(head: _Row, row: _Row, after: _Row, spaced: bool, usual: int) -> bool:
    """Whether the paragraph that ``head`` starts and ``row`` is in goes on in ``after``."""
    if row.full is None or (row.stop and spaced):
        return False
    if after.text[0] in measure.CLOSING and after.text[0] not in "—…·." and not after.gap > usual:
        return True
    if starts_unit(after.text):
        return False
    if after.gap > usual and not after.torn:
        return False
    if spaced and not measure.is_latin(row.text[-1]):
        return not row.trailing
    if spaced and not row.trailing and not row.torn:
        return True
    slack = 3 + (4 if row is head and row.indent == 0 else 0)
    if row.edge + measure.first_token(after.text) < row.full - slack:
        return False
    if after.indent >= row.indent + 2 and row is not head and not after.torn:
        return False
    return not (after.indent >= 2 and measure.ENDING.search(row.text))


def _unit(rows: Sequence[_Row], usual: int) -> Unit:
    head = rows[0]
    return Unit(
        joints.join([row.line for row in rows]),
        tuple(dict.fromkeys(row.line.number for row in rows)),
        head.indent,
        head.full is not None,
        head.gap > usual,
        head.line.page,
    )
