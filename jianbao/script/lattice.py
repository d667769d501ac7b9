"""Which words a run of Han is made of, and how Taiwan spells them: the cheapest way through a lattice of words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, repeat
from math import inf
from typing import NamedTuple

from jianbao.script.characters import SIMPLIFIED_ONLY
from jianbao.script.lexicon import Lexicon
from jianbao.script.spellings import AS_IS, CARELESS, FORMS, FREE, KEY, LONE

_ROUNDING = 1e-6
_SETTLED = FREE - CARELESS
"""Changes of spelling that are never made."""


class Word(NamedTuple):
    """A word of the decoded run: where it starts, how it is spelled now, and what it costs by itself."""

    start: int
    text: str
    cost: float


def decode(
    source: str, lexicon: Lexicon, weights: Sequence[float], simplified: Sequence[int], keys: str = ""
) -> list[Word]:
    """The words of ``source``, respelled where that is worth its price.

    ``weights[i]`` is the price of changing character ``i`` (``inf``: locked). Where ``simplified[i]``, the character
    is Simplified text: it may become any of its Traditional forms, and nothing else, for its weight. ``keys``: those
    of ``source``, if they are known.
    """
    size = len(source)
    keys = keys or source.translate(KEY)
    spellings, longest, singles, unknown = lexicon.spellings, lexicon.longest, lexicon.singles, lexicon.unknown
    costs = [inf] * (size + 1)
    costs[0] = 0.0
    back = [(0, "", 0.0)] * (size + 1)
    for start in range(size):
        base = costs[start]
        char = source[start]
        if simplified[start] and char in SIMPLIFIED_ONLY and weights[start] < inf:
            for form in FORMS[char]:
                cost = singles.get(form, unknown)
                if base + cost < costs[start + 1]:
                    costs[start + 1] = base + cost
                    back[start + 1] = (start, form, cost)
        else:
            cost = singles.get(char, unknown)
            if base + cost < costs[start + 1]:
                costs[start + 1] = base + cost
                back[start + 1] = (start, char, cost)
        for end in range(start + 1, min(start + longest.get(keys[start : start + 2], 1), size) + 1):
            options = spellings.get(keys[start:end], ())
            for text, cost in options:
                if base + cost >= costs[end]:
                    break
                if source.startswith(text, start):
                    costs[end] = base + cost
                    back[end] = (start, text, cost)
                    continue
                spelled, price = _spell(source, start, text, options, weights, simplified)
                if base + cost + price < costs[end]:
                    costs[end] = base + cost + price
                    back[end] = (start, spelled, cost)
    words: list[Word] = []
    end = size
    while end:
        words.append(Word(*back[end]))
        end = back[end][0]
    return words[::-1]


def _spell(
    source: str,
    start: int,
    word: str,
    options: Sequence[tuple[str, float]],
    weights: Sequence[float],
    simplified: Sequence[int],
) -> tuple[str, float]:
    """The word as it would stand here, free spellings left as they are, and the price of what it changes.

    ``options``: all spellings of the word. A lone character of Simplified text that Traditional text has too is no
    word that would tell which spelling is meant: 周 and 托 of names stay.
    """
    price = 0.0
    text = ""
    for offset, new in enumerate(word, start):
        old = source[offset]
        kept = False
        if old != new:
            if not simplified[offset]:
                kept = (old, new) in FREE
                if (old, new) in CARELESS:
                    known = len(word) == 1 or any(option[offset - start] == old for option, _ in options)
                    kept = known and weights[offset] > 0
            elif new in FORMS.get(old, ()):
                kept = (old, new) in AS_IS or (len(word) == 1 and (old, new) in LONE and FORMS[old][0] == old)
            else:
                return word, inf
            price += 0.0 if kept else weights[offset]
        text += old if kept else new
    return text, price


def attested(keys: str, place: int, char: str, lexicon: Lexicon) -> bool:
    """Whether a word of two or more characters around ``place`` has ``char`` there."""
    for start in range(max(place - lexicon.reach, 0), place + 1):
        furthest = min(start + lexicon.longest.get(keys[start : start + 2], 1), len(keys))
        for end in range(max(place + 1, start + 2), furthest + 1):
            if any(word[place - start] == char for word, _ in lexicon.spellings.get(keys[start:end], ())):
                return True
    return False


def _changes(word: str, source: str, start: int, price: float, collapsed: frozenset[str], keys: str) -> float:
    """What it costs to spell so what stands at ``start``; ``inf`` where that changes nothing."""
    if source.startswith(word, start):
        return inf
    changed = [
        offset
        for offset, char in enumerate(word, start)
        if char != source[offset] and (source[offset], char) not in _SETTLED
    ]
    return sum(0.0 if keys[offset] in collapsed else price for offset in changed) if changed else inf


def disputed(
    source: str, keys: str, lexicon: Lexicon, price: float = 0.0, collapsed: frozenset[str] = frozenset()
) -> bool:
    """Whether any word of the list may spell a character of Traditional ``source`` otherwise.

    ``price`` is that of changing a character, unless its key is ``collapsed``. If no word is worth it, measured by
    what its characters cost one by one, decoding changes nothing.
    """
    contested = [match.start() for match in lexicon.contested.finditer(source)]
    if not contested:
        return False
    spellings, longest, singles, unknown = lexicon.spellings, lexicon.longest, lexicon.singles, lexicon.unknown
    size = len(source)
    plain = [0.0, *accumulate(map(singles.get, source, repeat(unknown)))]
    start = 0
    for place in contested:
        for begin in range(start, place + 1):
            furthest = begin + longest.get(keys[begin : begin + 2], 1)
            if furthest <= place:
                continue
            for end in range(place + 1, min(furthest, size) + 1):
                for word, cost in spellings.get(keys[begin:end], ()):
                    worth = plain[end] - plain[begin] + _ROUNDING - cost
                    if worth < 0:
                        break
                    if _changes(word, source, begin, price, collapsed, keys) <= worth:
                        return True
        start = place + 1
    return False
