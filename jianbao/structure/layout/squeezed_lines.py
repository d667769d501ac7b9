"""Lines of print that an extractor broke between two marks: each mark gives half of its width where they meet.

Before: ``他說：`` and ``「船期還要再延三天，`` in a line each, which add up to a full line
After: one line of print.
Never: two lines that are a full one together but for a sentence's end between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from jianbao import regex as re
from jianbao.structure import measure
from jianbao.structure.notes import note_labels
from jianbao.structure.rows import Row

SHORTER = 7
"""Columns by which a line of print may be shorter than the measure, as one that lost its indent; a piece is at
least so much shorter."""

RAISED = 2
"""Columns that the mark of a note in brackets takes."""

_MEETING = re.compile("[，。、：；！？」』》）](?=[「『《〈（」』》），。、：；！？])")
"""A mark that another follows: the two take no more than one and a half of their widths."""

_BEHIND, _AHEAD = "，、：；」』》）", "「『《〈（"


def pairs(rows: Sequence[Row], usual: int) -> int:
    """How many times two short lines, parted at a mark that ends no sentence, add up to a full one."""
    return sum(
        _adds_up(before, row, usual, 1)
        and (before.text[-1] in _BEHIND or row.text[0] in _AHEAD or note_labels.ends_in_mark(before.text[-16:]))
        for before, row in pairwise(rows)
    )


def glue(rows: Sequence[Row], usual: int) -> None:
    """Two short lines that add up to a full one, parted within a sentence and between two marks, are one line of print:
    where two marks meet, each gives half of its width."""
    for before, row in pairwise(rows):
        marks = before.text[-1] in _BEHIND and row.text[0] in _AHEAD and row.text[-1].isalpha()
        if (marks and _adds_up(before, row, usual, 2, row.indent)) or _opens_squeezed(before, row, usual):
            before.glued = True
            row.edge += before.edge - row.indent


def _opens_squeezed(before: Row, row: Row, usual: int) -> bool:
    """Whether a quotation goes on in the line of print that it was broken off, since its opening mark gave half of its
    width: the two are wider than a line, by as much as the marks that meet in them give."""
    if row.text[0] not in _AHEAD or before.full is None or row.gap > usual or row.torn or _ends_sentence(before):
        return False
    whole = before.edge + row.edge
    squeezed = len(_MEETING.findall(before.text + row.text))
    return whole > before.full and before.full - 1 <= whole - squeezed <= before.full


def _ends_sentence(row: Row) -> bool:
    return row.text[-1] in "。！？」』”）"


def _adds_up(before: Row, row: Row, usual: int, longer: int, place: int = 0) -> bool:
    """Whether two short lines are as wide as a full one, which may be as many columns ``longer``. ``place``: where the
    second stands, if an extractor left it in its place within the line."""
    full, size = before.full, row.edge - place
    if full is None or row.gap > usual or row.torn or max(before.edge, size) > full - SHORTER:
        return False
    return full - 2 <= before.edge - given(before) + size - given(row) <= full + longer


def given(row: Row) -> int:
    """Columns that marks of notes in brackets do not take, since they are raised."""
    return sum(measure.width(mark) - RAISED for mark in note_labels.in_brackets(row.text))
