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
    counts: dict[str, int] = {}
    for count, words in _groups():
        for word in fold("\n".join(words)).split("\n"):
            counts[word] = counts.get(word, 0) + count
    total = _total()
    return {word: log(total / count) for word, count in counts.items()}


@cache
def unknown() -> float:
    """The cost of a character, or a name, that the list lacks."""
    return log(_total() / _UNKNOWN)


def cheapest(text: str, place: int = 0) -> float:
    """The cost of the likeliest reading of a text, or of the likeliest without a word that runs over a place in it."""
    known, strange, dearest = costs(), unknown(), _dearest()
    best = [0.0] + [inf] * len(text)
    for start in range(len(text)):
        for end in range(start + 1, min(start + LONGEST, len(text)) + 1):
            if start < place < end:
                break
            cost = known.get(text[start:end], inf)
            if cost > dearest:
                cost = strange if end == start + 1 else inf
            best[end] = min(best[end], best[start] + cost)
    return best[-1]


@cache
def _dearest() -> float:
    return log(_total() / LEAST)


@cache
def _total() -> int:
    return sum(count * len(words) for count, words in _groups())


@cache
def _groups() -> list[tuple[int, list[str]]]:
    return frequencies.groups(frequencies.text())
