"""Whether letters that spell a name are rather the end of one word and the beginning of the next, or inside a longer
one: 房｜東協｜會 is 房東｜協會, 發展中國家 is a word.

Both readings are weighed by what their words cost (``word_costs``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jianbao.word_costs import cheapest, costs, unknown

LONGEST_NAME = 3
"""Characters of names that are in doubt: longer letters are hardly ever anything else by chance."""
_REACH = 4
"""Characters on either side that belong to the words that are weighed."""
_SURELY = 3.5
"""How much cheaper the other reading must be, in natural logarithms: some 33 times as likely. Names that a text means
came out below 3 on some fifty documents, chance sequences at 4 and more."""


def cut_from_words(folded: str, start: int, end: int) -> bool:
    """Whether the letters of a name at a place of a folded text are surely no word of their own there."""
    if not 2 <= end - start <= LONGEST_NAME or start == 0 or end == len(folded):
        return False
    mine = costs().get(folded[start:end], unknown())
    for first, last, other in _others(folded, start, end, costs()):
        if cheapest(folded[first:start]) + mine + cheapest(folded[end:last]) - other > _SURELY:
            return True
    return False


def _others(folded: str, start: int, end: int, costs: Mapping[str, float]) -> Iterator[tuple[int, int, float]]:
    """Readings by words that reach over both ends of the name: where they begin and end, and what they cost."""
    furthest = min(len(folded), end + _REACH)
    for first in range(max(0, start - _REACH), start):
        for last in range(end + 1, furthest + 1):
            cost = costs.get(folded[first:last])
            if cost is not None:
                yield first, last, cost
        for middle in range(start + 1, end):
            left = costs.get(folded[first:middle])
            if left is None:
                continue
            for last in range(end + 1, furthest + 1):
                right = costs.get(folded[middle:last])
                if right is not None:
                    yield first, last, left + right
