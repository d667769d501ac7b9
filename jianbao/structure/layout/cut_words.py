"""Words that the end of a line cut: whether what stands before a place and what stands behind it are of one word.

Chinese print breaks its lines anywhere, within words too: two lines of which a word makes one are hardly two by chance.
"""

from __future__ import annotations

from functools import lru_cache

from jianbao.folding import fold
from jianbao.word_costs import gain_over

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
    return gain_over(left + right, len(left))
