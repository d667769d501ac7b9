"""The lines of one column of print, cut out of rows that hold others too: which of its blank lines are its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jianbao.document import Line
from jianbao.structure import measure

FEWEST = 2
"""Blank lines within sentences that a column has at least where blank lines tell nothing."""

WITHIN = 0.1
"""Share of the lines of a column that go on behind a blank line, from which on blank lines tell nothing."""


def spaced(column: Sequence[Line]) -> Iterator[Line]:
    """The lines of a column; what only other columns fill is no blank line, unless it is more than stands between most
    of its lines. Nor is any where blank lines stand within sentences, as where the lines of two columns alternate."""
    held = [index for index, line in enumerate(column) if line.text.plain.strip()]
    between = sorted(after - before - 1 for before, after in pairwise(held))
    usual = max(between[4 * len(between) // 5], 1) if between else 1
    within = sorted(
        (sum(not line.follows for line in column[before + 1 : index]), index - before - 1)
        for before, index in pairwise(held)
        if _goes_on(column[before].text.plain)
    )
    torn = sum(blank > 0 for blank, _ in within) >= max(FEWEST, WITHIN * len(within))
    usual = max(usual, *(skipped for _, skipped in within[: 1 + 19 * len(within) // 20])) if torn else usual
    for before, index in pairwise([-1, *held, len(column)]):
        skipped = column[before + 1 : index]
        blank = [line for line in skipped if not line.follows]
        if torn and len(skipped) <= usual:
            blank = []
        yield from blank
        if len(skipped) > usual and not blank and index < len(column):
            yield skipped[0]
        yield from column[index : index + 1]


def _goes_on(plain: str) -> bool:
    """Whether a line stops at a letter or within a sentence, and is no heading."""
    text = plain.strip()
    return measure.width(text) >= measure.MINIMUM and not measure.ENDING.search(text[-8:])
