"""What the numbers of headings, and of notes that are called, cost in an order of blocks: counted on they are worth
something, astray they cost."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from jianbao import regex as re
from jianbao.structure.blocks import numbering

NEXT, LEFT_OUT, ASTRAY = -0.8, 0.5, 2.0
"""What it costs, or is worth: a heading with the number that is next, a later or an earlier one."""

CALLED, SKIPPED, UNCALLED = -0.4, 0.5, 1.0
"""The same of the mark of a note."""

RANKS = {"編": 0, "章": 1, "節": 2, "壹": 3, "一": 4, "（一）": 5, "1 ": 6, "1.": 6}
"""Schemes of numbers that count headings, from the outermost; those of 1.1 follow the last."""

Numbers = tuple[tuple[int, ...], ...]


def numbered(sections: Numbers, calls: Numbers) -> float:
    """What the numbers of headings, and of notes that are called, cost in an order of blocks."""
    cost = counting(sections)
    for (call,), (after,) in pairwise(calls):
        cost += CALLED if after == call + 1 else SKIPPED if after > call else UNCALLED if after < call else 0.0
    return cost


def section(text: str) -> tuple[int, ...]:
    """The number in front of a heading: how deep its scheme lies, and the numbers themselves; empty for none."""
    found = numbering.scheme(text)
    if found is None:
        return ()
    if found.scheme == "1.1":
        numbers = tuple(int(digits) for digits in re.split(r"[.．]", text[: found.end].strip(".． \u3000")))
        return (RANKS["1."] + len(numbers) - 1, *numbers)
    return (RANKS[found.scheme], found.value) if found.scheme in RANKS else ()


def astray(sections: Sequence[tuple[int, ...]]) -> int:
    """How many headings have a lower number than one before them, within the same heading."""
    return sum(counting((before, after)) == ASTRAY for before, after in pairwise(sections))


def counting(sections: Sequence[tuple[int, ...]]) -> float:
    """What it costs that headings do not count on, each scheme from 1 within the one above it."""
    cost = 0.0
    above: dict[int, tuple[int, ...]] = {}
    for rank, *numbers in sections:
        inner = tuple(numbers)
        outer = inner[:-1]
        if outer and rank - 1 in above and above[rank - 1] != outer:
            cost += LEFT_OUT if outer > above[rank - 1] else ASTRAY
        elif rank in above and above[rank][:-1] == outer:
            step = inner[-1] - above[rank][-1]
            cost += NEXT if step == 1 else LEFT_OUT if step > 0 else ASTRAY
        elif any(other < rank for other in above):
            cost += 0.0 if inner[-1] == 1 else LEFT_OUT
        above = {other: value for other, value in above.items() if other < rank}
        above[rank] = inner
        if outer:
            above[rank - 1] = outer
    return cost
