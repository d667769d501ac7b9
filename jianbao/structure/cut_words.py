"""Words that the end of a line cut: whether what stands before a place and what stands behind it are of one word.

Chinese print breaks its lines anywhere, within words too: two lines of which a word makes one are hardly two by chance.
"""

from __future__ import annotations

from functools import cache, lru_cache
from math import inf, log

from jianbao import frequencies
from jianbao.folding import fold

LONGEST = 5
"""Characters of the longest word that is looked for."""

LEAST = 3
"""Frequency of a word at least, in a list whose most frequent ones have hundreds of thousands."""

REACH = 3
"""Characters before the place, and behind it, that are looked at."""


NUMERALS = tuple("0123456789一二三四五六七八九十百千万亿两几")
"""Folded. Behind any of them stands what may stand behind 一."""

COUNTED = 4.0
"""The most that a number and what it counts gain."""


def gain(before: str, after: str) -> float:
    """How much likelier the last characters of a line and the first of another are together than apart, as a natural
    logarithm: 0 where no word runs over the place between them."""
    left, right = fold(before[-REACH:]), fold(after[:REACH])
    if not left or not right:
        return 0.0
    if left[-1] in NUMERALS:
        return COUNTED if right[0] in NUMERALS else min(COUNTED, _gain("一", right))
    return _gain(left, right)


@lru_cache(maxsize=1 << 16)
def _gain(left: str, right: str) -> float:
    if not left[-1].isalpha() or not right[0].isalpha():
        return 0.0
    return _cost(left + right, len(left)) - _cost(left + right, 0)


def _cost(text: str, place: int) -> float:
    """The cost of the likeliest words that a text is made of, none of which runs over the place."""
    costs, unknown = _words()
    best = [0.0] + [inf] * len(text)
    for start in range(len(text)):
        for end in range(start + 1, min(start + LONGEST, len(text)) + 1):
            if start < place < end:
                break
            cost = costs.get(text[start:end], unknown if end == start + 1 else inf)
            best[end] = min(best[end], best[start] + cost)
    return best[-1]


@cache
def _words() -> tuple[dict[str, float], float]:
    """What each word costs, the more the rarer it is (negative natural logarithm), in folded characters; what a
    character costs that is no word."""
    counts: dict[str, int] = {}
    total = 0
    for count, words in frequencies.groups(frequencies.text()):
        total += count * len(words)
        for word in fold(" ".join(words)).split(" ") if count >= LEAST else ():
            if len(word) <= LONGEST:
                counts[word] = counts.get(word, 0) + count
    return {word: log(total / count) for word, count in counts.items()}, log(2 * total)
