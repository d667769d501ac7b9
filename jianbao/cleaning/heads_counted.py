"""Feet of slides: lines that stand, one and the same, above numbers that count the slides, few lines apart.

``河岸規劃學會`` / ``春季講座`` / ``7``, and again with ``8`` a few lines further down; or all in one line, the last of
which ends the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from jianbao.cleaning.head_rows import Row, carried, may_be_head

FEWEST = 4
"""Slides that such feet tell."""
MOST = 3
"""Lines of a foot at most, its number among them."""
SHORTEST = 6
"""Characters of a foot that carries its number itself."""


def find(rows: Sequence[Row]) -> dict[int, str]:
    """Such feet by index of their line, with the evidence."""
    return _below_lines(rows) | _in_lines(rows)


def _below_lines(rows: Sequence[Row]) -> dict[int, str]:
    """Numbers that count on, apart from the text, each below the same lines."""
    places = [n for n, row in enumerate(rows) if n and row.text.isdecimal() and len(row.text) <= 3 and row.gap_before]
    places = [n for n in places if rows[n].gap_after or n + 1 == len(rows)]
    values = [int(rows[n].text) for n in places]
    counted = len(places) >= FEWEST and all(after == value + 1 for value, after in pairwise(values))
    if not counted:
        return {}
    notes: dict[int, str] = {}
    for depth in range(1, MOST):
        above = {rows[n - depth].text if n >= depth else "" for n in places}
        if len(above) > 1 or not may_be_head(rows[places[0] - depth]):
            break
        notes |= {rows[n - depth].index: f"stands above the numbers of {len(places)} slides" for n in places}
    return notes | {rows[n].index: "number of a slide, below its foot" for n in places if notes}


def _in_lines(rows: Sequence[Row]) -> dict[int, str]:
    """Lines of one wording with numbers that count from 1, the last of which ends the text."""
    last = rows[-1]
    if not may_be_head(last) or not any(True for _ in carried(last.text)):
        return {}
    groups: dict[str, list[int]] = defaultdict(list)
    kin = [row for row in rows if row.key == last.key and may_be_head(row)]
    for row in kin:
        for value, side in carried(row.text):
            groups[side].append(value)
    counted = any(values == list(range(1, len(kin) + 1)) for values in groups.values())
    if len(kin) < FEWEST or len(last.key.strip("#")) < SHORTEST or not counted:
        return {}
    return {row.index: f"foot of one of {len(kin)} slides, counted from 1 to the end of the text" for row in kin}
