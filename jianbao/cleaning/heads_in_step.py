"""Heads and feet that carry page numbers: numbers that grow with the lines, a page apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from jianbao import regex as re
from jianbao.cleaning.head_rows import LEAST_PAGE, Row, carried, interrupts, may_be_head, repeats
from jianbao.cleaning.numerals import numeral

MOST_HEADS = 12
"""Wordings of heads that one text has at most."""

OPENING, SHORTEST_TITLE = 8, 3
"""Rows on top of a text among which its title stands, and characters of a title before its colon."""

FIRST = 2
"""The number of the first page that has such a head: a title page may have none."""
LEAST_BESIDE = 3
"""Characters of the further line of a head."""

_FOLIO = re.compile(r"^[0-9]{1,4}[\s|｜·‧・]+")
_COUNTED = re.compile(r"[0-9]{1,4}(?![0-9])")


def find(rows: Sequence[Row]) -> dict[int, str]:
    """Lines that carry numbers which grow with the lines, as page numbers do: heads of one wording, and others that
    fit in between and stand apart from the text or repeat a line of it."""
    every = Counter(row.key for row in rows)
    sided = [(row, value, side) for row in rows if may_be_head(row) for value, side in carried(row.text)]
    counted = [(row, numeral(match[0]) or 0) for row in rows if (match := _COUNTED.match(row.text))]
    groups: dict[tuple[str, str], list[tuple[Row, int]]] = defaultdict(list)
    for row, value, side in sided:
        groups[row.key, side].append((row, value))
    where = {row.index: place for place, row in enumerate(rows)}
    notes: dict[int, str] = {}
    counting = [
        (group, core)
        for group in sorted(groups.values(), key=len, reverse=True)[:MOST_HEADS]
        if (core := _core(group, rows[-1], counted))
    ]
    values = {value for group, _ in counting for _, value in group}
    own = {row.index for group, _ in counting for row, _ in group}
    sections = any(value in values and row.index not in own for row, value, side in sided if side == "first")
    for group, core in counting:
        mine = {row.index for row, _ in group}
        fits = [
            (row, value)
            for row, value, side in sided
            if row.index not in mine
            and value not in values  # a page has its number once: the other is that of a section
            and not (sections and side == "first" and not repeats(row, every))
            and _fits(core, row, value, 0.5)
            and (
                _fits(core, row, value, 0.25)
                or (row.gap_before and row.gap_after)
                or repeats(row, every)
                or _begins_as_title(row, rows)
                or interrupts(rows, where[row.index])
            )
        ]
        ends = {rows[0].index, rows[-1].index} & {row.index for row, _ in group}
        beside = _beside_all([where[row.index] for row, _ in group], rows)
        if len(group) + len(fits) >= 3 or (ends and (len(group[0][0].key) >= 8 or beside)):
            notes |= {row.index: "stands beside each head that carries a page number" for row in beside}
            for row, value in (*group, *fits):
                notes[row.index] = f"carries page number {value}, in step with {len(group) + len(fits) - 1} others"
    return notes


def _core(group: Sequence[tuple[Row, int]], end: Row, counted: Sequence[tuple[Row, int]]) -> Sequence[tuple[Row, int]]:
    """The lines of one wording whose numbers are in step: all, or all but that of a cover, whose page is short; none
    where they are not."""
    cover = len(group) > 2 and group[1][1] == group[0][1] + 1
    for core in (group, group[1:] if cover else ()):
        if len(core) >= 2 and _in_step(core, end) and (_steady(core) or not _counts_else(core, counted)):
            return core
    return ()


def _begins_as_title(row: Row, rows: Sequence[Row]) -> bool:
    """Whether a line, its number aside, begins up to a colon as a line on top of the text does."""
    begin = _FOLIO.sub("", row.text)
    at = begin.find("：")
    return at >= SHORTEST_TITLE and any(other.text.startswith(begin[: at + 1]) for other in rows[:OPENING])


def _beside_all(heads: Sequence[int], rows: Sequence[Row]) -> list[Row]:
    """The further line of a head over two lines: one and the same right above, or right below, each of the heads."""
    for step in (-1, 1):
        found = [rows[place + step] for place in heads if 0 <= place + step < len(rows)]
        same = {row.key for row in found}
        if len(found) == len(heads) >= 2 and len(same) == 1 and len(same.pop()) >= LEAST_BESIDE:
            return found if may_be_head(found[0]) else []
    return []


def _fits(group: Sequence[tuple[Row, int]], row: Row, value: int, pages: float) -> bool:
    """Whether a number stands within ``pages`` of where the numbers of a group let expect it."""
    (first, low), (last, high) = group[0], group[-1]
    pace = (last.index - first.index) / (high - low)
    return abs(first.index + (value - low) * pace - row.index) <= pages * pace


def _steady(group: Sequence[tuple[Row, int]]) -> bool:
    """Whether at least five numbers grow by the same step each time: notes of the pages do not refute these."""
    steps = {after[1] - before[1] for before, after in pairwise(group)}
    return len(group) >= 5 and len(steps) == 1 and steps <= {1, 2}


def _counts_else(group: Sequence[tuple[Row, int]], counted: Sequence[tuple[Row, int]]) -> bool:
    """Whether the numbers in between stand elsewhere than pages would have them: then notes or items are counted."""
    low, high = group[0][1], group[-1][1]
    between = [(row, value) for row, value in counted if low < value < high]
    fit = {value for row, value in between if _fits(group, row, value, 0.5)}
    return high - low > 2 and len({value for _, value in between} - fit) >= 0.4 * (high - low - 1)


def _in_step(group: Sequence[tuple[Row, int]], end: Row) -> bool:
    """Whether numbers grow, and by about as many lines a page everywhere; the text's last page may be shorter."""
    paces = [(b.index - a.index) / (n - m) if n > m else 0.0 for (a, m), (b, n) in pairwise(group)]
    if group[-1][0] is end and paces[-1] > 0:
        del paces[-1]
        if not paces:
            return group[0][1] <= FIRST and group[0][0].index >= 1.5 * LEAST_PAGE
    middle = sorted(paces)[len(paces) // 2]
    return (
        min(paces) >= 1.5 * LEAST_PAGE
        and max(paces) <= 200
        and all(middle / 2.5 <= pace <= middle * 2.5 for pace in paces)
    )
