"""Which words a run of Han is made of, and how Taiwan spells them: the cheapest way through a lattice of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import inf
from typing import NamedTuple

from jianbao.script.characters import SIMPLIFIED_ONLY
from jianbao.script.lexicon import Lexicon
from jianbao.script.spellings import AS_IS, CARELESS, FORMS, FREE, KEY, LONE, SETTLED

_ROUNDING = 1e-6


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
        for end in range(start + 1, min(start + longest.get(keys[start : start + 2], 2), size) + 1):
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
    return any(
        end - start > 1 and any(word[place - start] == char for word, _ in lexicon.spellings[keys[start:end]])
        for start, end in _words_around(keys, place, lexicon)
    )


def _words_around(keys: str, place: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Where the words of the list start and end that have a part in the character at ``place``."""
    for start in range(max(place - lexicon.reach, 0), place + 1):
        furthest = start + lexicon.longest.get(keys[start : start + 2], 2)
        if furthest > place:
            for end in range(place + 1, min(furthest, len(keys)) + 1):
                if keys[start:end] in lexicon.spellings:
                    yield start, end


def disputed(
    source: str, keys: str, lexicon: Lexicon, price: float = 0.0, collapsed: frozenset[str] = frozenset()
) -> bool:
    """Whether a word stands in Traditional ``source`` that the list may spell otherwise.

    ``price`` is that of changing a character, unless its key is ``collapsed``. Where no word is worth it, measured by
    what its characters cost one by one, decoding changes nothing.
    """
    known = _known(lexicon, price, collapsed)
    return any(
        known[source[start:end]]
        for match in lexicon.contested.finditer(source)
        for start, end in _words_around(keys, match.start(), lexicon)
    )


class _Known(dict[str, bool]):
    """Whether a word of the list is worth changing all of a piece of text: told once for each piece."""

    def __init__(self, lexicon: Lexicon, price: float, collapsed: frozenset[str]) -> None:
        super().__init__()
        self._respellings, self._price, self._collapsed = _respellings(lexicon), price, collapsed

    def __missing__(self, piece: str) -> bool:
        """The same for a piece that was not asked for yet."""
        self[piece] = any(self._costs(keys) <= saved for keys, saved in self._respellings[piece])
        return self[piece]

    def _costs(self, keys: Sequence[str]) -> float:
        return sum(0.0 if key in self._collapsed else self._price for key in keys)


class _Respellings(dict[str, tuple[tuple[tuple[str, ...], float], ...]]):
    """For pieces of text the words of the list that would change them: the keys of what each changes, and what it saves
    measured by what the piece's characters cost one by one.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, piece: str) -> tuple[tuple[tuple[str, ...], float], ...]:
        """The same for a piece that was not asked for yet."""
        self[piece] = tuple(self._found(piece))
        return self[piece]

    def _found(self, piece: str) -> Iterator[tuple[tuple[str, ...], float]]:
        spellings = self._lexicon.spellings.get(piece.translate(KEY), ())
        plain = sum(self._lexicon.singles.get(char, self._lexicon.unknown) for char in piece) if spellings else 0.0
        for word, cost in spellings:
            changed = [old for old, new in zip(piece, word, strict=True) if old != new and (old, new) not in SETTLED]
            if changed:
                yield tuple(old.translate(KEY) for old in changed), plain + _ROUNDING - cost


@lru_cache(maxsize=1)
def _respellings(lexicon: Lexicon) -> _Respellings:
    return _Respellings(lexicon)


@lru_cache(maxsize=4)
def _known(lexicon: Lexicon, price: float, collapsed: frozenset[str]) -> _Known:
    return _Known(lexicon, price, collapsed)
