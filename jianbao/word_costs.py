"""What words cost, the rarer the more: how likely a reading of some letters is (a unigram model over ``frequencies``).

The cost of a word is the negative natural logarithm of its share of all text, that of a reading the sum over its words.
Words and texts are folded (``folding``): script never matters.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import inf, log

from jianbao import frequencies
from jianbao.folding import fold

LONGEST = 5
"""Characters of the longest word that a reading is made of."""
LEAST = 3
"""Frequency of a word of a reading at least, in a list whose most frequent ones have hundreds of thousands."""
_UNKNOWN = 0.5
"""How often a character that the list lacks is taken to occur in it."""


@cache
def costs() -> Mapping[str, float]:
    """The cost of every word, by its folded form."""
    groups, total = frequencies.shipped(), _total()
    forms = fold("\n".join(word for _, words in groups for word in words)).split("\n")
    counts: dict[str, int] = {}
    for form, count in zip(forms, (count for count, words in groups for _ in words), strict=True):
        counts[form] = counts.get(form, 0) + count
    cost = {count: log(total / count) for count in set(counts.values())}
    return {form: cost[count] for form, count in counts.items()}


@cache
def unknown() -> float:
    """The cost of a character, or a name, that the list lacks."""
    return log(_total() / _UNKNOWN)


def cheapest(text: str) -> float:
    """The cost of the likeliest reading of a text."""
    return _read(text, 0, [0.0] + [inf] * len(text), 0)


def gain_over(text: str, place: int) -> float:
    """How much the likeliest reading of a text is cheaper than the likeliest without a word over a place in it."""
    parted = [0.0] + [inf] * len(text)
    _read(text[:place], 0, parted, 0)
    whole = parted.copy()
    return _read(text, place, parted, 0) - _read(text, 0, whole, place)


def _read(text: str, first: int, best: list[float], place: int) -> float:
    """The cost of a text whose words from ``first`` on are read, those that end at ``place`` or before it aside: where
    readings end, and what these cost, is in ``best``."""
    known, strange, dearest, size = costs(), unknown(), _dearest(), len(text)
    for start in range(first, size):
        before = best[start]
        for end in range(max(start, place) + 1, min(start + LONGEST, size) + 1):
            cost = known.get(text[start:end])
            if cost is None or cost > dearest:
                if end > start + 1:
                    continue
                cost = strange
            best[end] = min(best[end], before + cost)
    return best[size]


@cache
def _dearest() -> float:
    return log(_total() / LEAST)


@cache
def _total() -> int:
    return sum(count * len(words) for count, words in frequencies.shipped())
