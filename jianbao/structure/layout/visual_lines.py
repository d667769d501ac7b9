"""Lines of print that an extractor broke at punctuation: their pieces found again by the width that they add up to.

``pdftotext -raw`` starts a new line where justified type was squeezed or stretched, mostly around punctuation. The
giveaway is a line that starts with a mark that no line of print may start with.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from jianbao import regex as re
from jianbao.structure import measure
from jianbao.structure.layout import squeezed_lines
from jianbao.structure.layout.squeezed_lines import RAISED, SHORTER, given
from jianbao.structure.notes import note_labels
from jianbao.structure.rows import Row
from jianbao.structure.starts import starts_unit

MOST_PIECES = 16

LONGER = 4
"""Columns by which a line of print may be wider than the measure, by its squeezed marks."""


def pieces(rows: Sequence[Row]) -> set[int]:
    """Numbers of lines that are surely pieces of a line of print, or too short to tell: they say nothing of widths."""
    broken = [index for index, row in enumerate(rows) if _impossible(row, row.gap)]
    edges = [rows[index - 1].edge for index in broken if index]
    if len(broken) < 2 or min(edges, default=0) >= max(edges, default=0) - 1:
        return set()  # of one width are the lines that a tool folded wherever they were full
    beside = {near for index in broken for near in (index - 1, index)}
    return {row.line.number for index, row in enumerate(rows) if index in beside or row.edge < measure.MINIMUM}


def mark(rows: Sequence[Row], usual: int) -> None:
    """Set ``glued`` on each row that goes on in the same line of print; the last piece's ``edge`` is the line's."""
    if usual:
        _behind_marks(rows)
        return
    above = [before for before, row in pairwise(rows) if _impossible(row, usual)]
    if above and all(_is_folded(before) for before in above):
        return
    if not (above or sum(map(_stops_short, rows)) + squeezed_lines.pairs(rows, usual) >= 2):
        squeezed_lines.glue(rows, usual)
        return
    piece, _ = _cheapest(rows, usual)
    index = 0
    while index < len(rows):
        last = index + piece[index] - 1
        if last > index:
            total = rows[index].edge + sum(map(_size, rows[index + 1 : last + 1]))
            for row in rows[index:last]:
                row.glued = True
            rows[last].edge = total
        index = last + 1


def _is_folded(row: Row) -> bool:
    """Whether a line is so full that no mark had room in it: a tool that knows no rule for marks broke it there."""
    return row.full is not None and row.full - 1 <= row.edge <= row.full + 1


def _behind_marks(rows: Sequence[Row]) -> None:
    """In double-spaced text, a row without a blank line before it is of the line whose raised mark broke it off."""
    for before, row in pairwise(rows):
        whole = before.edge + measure.width(row.text)
        if row.gap or row.torn or before.full is None or whole > before.full + LONGER:
            continue
        if note_labels.ends_in_mark(before.text[-16:]):
            before.glued = True
            row.edge = whole


def fitting(rows: Sequence[Row], widths: Iterable[int]) -> int | None:
    """Of some widths the one that pieces add up to best, where few lines are left that no line of print is; else None.

    Sets ``full`` of all rows to it.
    """
    prices: dict[int, float] = {}
    for size in widths:
        for row in rows:
            row.full = size
        prices[size] = _cheapest(rows, 0)[1]
    if not prices:
        return None
    best = min(prices, key=lambda size: (prices[size], size))
    # Squeezed lines are wider than the measure, stretched ones narrower: it lies between those that fit alike.
    alike = sorted(size for size in prices if abs(size - best) <= LONGER and prices[size] <= ALIKE * prices[best])
    best = alike[len(alike) // 2]
    for row in rows:
        row.full = best
    narrower = [price for size, price in prices.items() if size <= best - 2 * LONGER]
    clear = bool(narrower) and min(narrower) >= CLEAR * prices[best]
    return best if prices[best] <= (DEAREST_CLEAR if clear else DEAREST) * len(rows) else None


DEAREST, DEAREST_CLEAR, CLEAR = 0.15, 0.25, 1.5
"""What a row may cost on average in a cut by a width that fits; where that fits clearly, as narrower ones cost so many
times as much."""


def _cheapest(rows: Sequence[Row], usual: int) -> tuple[list[int], float]:
    """From each row on, how many rows the first line of print takes in the cheapest cut into lines of print; and what
    the whole cut costs.

    A line of print is full, or it ends a sentence; one that does neither costs most.
    """
    best = [0.0] * (len(rows) + 1)
    piece = [1] * len(rows)
    for index in range(len(rows) - 1, -1, -1):
        best[index] = float("inf")
        full = rows[index].full
        total, crossed = 0, 0.5 if _size(rows[index]) == 1 and index else 0.0
        if index and _impossible(rows[index], usual):
            crossed += 1.0 if rows[index].text[0] in "」』" else 0.3
        for last in range(index, min(index + MOST_PIECES, len(rows))):
            row = rows[last]
            if last > index:
                before = rows[last - 1]
                closes = _impossible(row, usual)
                if full is None or row.gap > usual or row.torn or row.signed or before.signed:
                    break
                if row.full is None or abs(row.full - full) > measure.BAND or row.alone or before.alone:
                    break
                if starts_unit(row.text) and not closes and before.text not in ("，", "、", "；", "："):
                    break
                marked = _size(before) == 1 or note_labels.ends_in_mark(before.text)
                if _is_sign(before.text[-1]) and _is_sign(row.text[0]) and not marked:
                    break
                if _LATIN_AND_HAN.fullmatch(before.text[-3:] + row.text[0]):
                    break
                opens = _ends(before) and _opens(row) and not _completes(before, row, total)
                crossed += 0.5 if _heading_like(rows, last) or opens else 0.0
                if starts_unit(rows[index].text) and last == index + 1 and not closes:
                    crossed += 0.5
                crossed += 0.0 if closes else 0.1 if _ends(before) else 0.05
            total += _size(row) if last > index else row.edge - given(row)
            if full is not None and last > index and total > full + min(LONGER, max(2, full // 16)):
                break
            price = 0.1 if last == index and _heading_like(rows, index) else _price(row, total, full, last > index)
            cost = crossed + price + best[last + 1]
            if cost < best[index]:
                best[index], piece[index] = cost, last - index + 1
    return piece, best[0]


ALIKE = 1.02
"""How many times as much as the cheapest a cut costs that fits as well."""

_LATIN_AND_HAN = re.compile(r"[a-z]{2}[.!?][\u3400-\u9fff]")
"""Where an English sentence ends and a line in Chinese begins."""


def _is_sign(char: str) -> bool:
    return char.isalnum() or char in "%％"


def _size(row: Row) -> int:
    """Columns of a further piece: its indent is only its place in the line, and a raised mark is small."""
    label = note_labels.at_start(row.text) if len(row.text) <= 6 else None
    if label and label.end == len(row.text):
        return 1
    return measure.width(row.text) - given(row)


def _heading_like(rows: Sequence[Row], index: int) -> bool:
    """Whether a row has no marks, stands behind the end of a sentence, and a line with a lost indent follows."""
    after = rows[index + 1] if index + 1 < len(rows) else None
    return (
        rows[index].edge <= 32
        and all(char.isalnum() or char.isspace() for char in rows[index].text)
        and (index == 0 or _ends(rows[index - 1]))
        and after is not None
        and _opens(after)
    )


def _opens(row: Row) -> bool:
    """Whether a row is as long as the first line of a paragraph whose indent was lost."""
    full = row.full or 0
    return not _ends(row) and max(full - SHORTER - 1, 0.75 * full) <= row.edge <= full - 3


def _completes(before: Row, row: Row, total: int) -> bool:
    """Whether a row behind the mark of a note in brackets is just what the line of print lacks, ``total`` columns wide
    so far, and no line that lost its indent."""
    full = row.full or 0
    exact = abs(total + _size(row) - full) < RAISED and abs(row.edge - (full - INDENT)) > 1
    return exact and given(before) > 0 and note_labels.ends_in_mark(before.text[-16:])


INDENT = 4
"""Columns of the indent of a paragraph."""


def _price(row: Row, total: int, full: int | None, pieced: bool) -> float:
    if full is None or total >= full - 1:
        return 0.05 * max(total - (full or total), 0)
    if total >= full - max(6, min(SHORTER, full // 6)):
        return 0.02 * (full - total)
    if _ends(row):
        return 0.3 if row.text[-1] in "；：" else 0.25
    return 0.6 if total < full / 2 and not pieced else 1.0


def _ends(row: Row) -> bool:
    return not row.text[-1].isalpha() and bool(measure.ENDING.search(note_labels.without_mark(row.text[-16:])))


def _stops_short(row: Row) -> bool:
    return row.full is not None and row.text[-1] in "，、" and row.edge < row.full - 2 * SHORTER


def _impossible(row: Row, usual: int) -> bool:
    return row.text[0] in measure.CLOSING and row.text[0] in "，。、；：！？）》〉」』】" and row.gap <= usual
