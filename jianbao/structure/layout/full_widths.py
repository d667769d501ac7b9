"""How wide a full line is around each line of a text, and whether a line is full, cut or ends a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from jianbao.structure import measure
from jianbao.structure.layout import visual_lines
from jianbao.structure.notes import note_labels
from jianbao.structure.rows import Row
from jianbao.structure.starts import starts_unit

RARE = 0.1
"""Share of the full lines that are as wide as the widest where paragraphs are told by lost indents: a width of notes
would make first lines of all others."""


def set_measures(rows: list[Row], rare: float = 0.05) -> None:
    """The full width around each line, of Han and of Latin lines apart, from windows of three times ``STEP`` lines."""
    pieces = visual_lines.pieces(rows)
    ended = [has_ended(row) for row in rows]
    signs = [
        _Sign(row.edge, measure.latin_share(row.text) > LATIN, not end, _is_cut(row), _completes(row, after, ends))
        for row, end, after, ends in zip_longest(rows, ended, rows[1:], ended[1:])
    ]
    whole = [sign for row, sign in zip(rows, signs, strict=True) if row.line.number not in pieces] if pieces else signs
    everywhere = _widths(whole, rare) if pieces else {False: None, True: None}
    for start in range(0, len(rows), STEP):
        low, high = max(start - STEP, 0), start + 2 * STEP
        window = signs[low:high]
        if pieces:
            window = [signs[n] for n in range(low, min(high, len(rows))) if rows[n].line.number not in pieces]
        full = _widths(window, rare)
        for n in range(start, min(start + STEP, len(rows))):
            latin = signs[n].latin
            rows[n].full = full[latin] or (full[False] if latin else None) or everywhere[latin]
    _from_below(rows, signs)


def _from_below(rows: Sequence[Row], signs: Sequence[_Sign]) -> None:
    """Give the rows of a window without a measure that of the next one where some of its lines stop at its width."""
    for start in range(0, len(rows) - STEP, STEP):
        below = rows[start + STEP].full
        near = (
            [signs[n].cut and abs(signs[n].edge - below) <= measure.BAND for n in range(start, start + STEP)]
            if below
            else []
        )
        if rows[start].full is None and sum(near) >= NEAR:
            for row in rows[start : start + STEP]:
                row.full = row.full or below


class _Sign(NamedTuple):
    """What measures ask about a line: its width, whether it is Latin, whether it stops in mid-sentence or at a letter,
    whether the next line may complete it."""

    edge: int
    latin: bool
    open: bool
    cut: bool
    completed: bool


def _widths(signs: Sequence[_Sign], rare: float) -> dict[bool, int | None]:
    """The full width of Latin lines (True) and of others (False)."""
    full: dict[bool, int | None] = {}
    for kind in (False, True):
        kin = [sign for sign in signs if sign.latin is kind]
        full[kind] = measure.full_width([sign.edge for sign in kin], [sign.open for sign in kin], rare=rare)
    if (full[True] or 0) < NARROWEST_LATIN:
        full[True] = None
    if full[False] is None and any(sign.cut and sign.edge >= measure.NARROWEST_CUT for sign in signs):
        edges, cut, completed = zip(*((sign.edge, sign.cut, sign.completed) for sign in signs), strict=True)
        tiny = [sign.completed and below.edge <= TINY for sign, below in pairwise(signs)]
        full[False] = measure.cut_width(edges, cut, completed, [*tiny, False])
    return full


def _is_cut(row: Row) -> bool:
    return row.text[-1].isalnum() or row.text[-1] in "，、"


def _completes(row: Row, after: Row | None, ended: bool) -> bool:
    """Whether a line may be the rest of the one above: it ``ended`` a sentence, or is cut itself at about the same
    width."""
    if after is None or after.gap > row.gap or after.torn:
        return False
    return (ended or (after.edge > row.edge - measure.BAND and _is_cut(after))) and not starts_unit(after.text)


def has_ended(row: Row) -> bool:
    """Whether a line ends a sentence, a note's mark behind it left aside."""
    if row.text[-1].isalpha():
        return False
    if row.text[-1] in _SENTENCE:
        return True
    return bool(measure.ENDING.search(note_labels.without_mark(row.text[-12:])))


_SENTENCE = frozenset("。！？!?…：:；.．")

LATIN = 0.7
"""Share of Latin characters from which on a line is measured among Latin lines: its letters are narrower."""

NARROWEST_LATIN = 36
"""Columns below which Latin lines of one length are names in a list, not wrapped prose."""

STEP = 20

NEAR = 2
"""Lines of a text's head that stop at the width of the lines below."""

TINY = 8
"""Columns of the rest of a sentence that is no line of its own: three characters and a full stop."""


def is_filled(row: Row) -> bool:
    """Whether a line is as wide as the full ones around it."""
    return row.full is not None and row.edge >= row.full - measure.BAND
