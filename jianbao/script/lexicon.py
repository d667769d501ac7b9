"""The Traditional word list with frequencies (``data/script/lexicon.txt.gz``), looked up by the key of a word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import inf, log

from jianbao import frequencies
from jianbao import regex as re
from jianbao.script.spellings import KEY, KEYS, SETTLED

UNKNOWN = 0.5
"""Frequency of a character that the list lacks."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Words under their keys; a word costs less the more frequent it is (negative natural logarithm).

    ``spellings``: key to words and costs, cheapest first. ``singles``: costs of words of one character. ``longest``:
    the first two characters of a key to the length of the longest key that starts so, if that is more than two.
    ``contested`` finds a character in whose place a word of the list may have another one. ``reach``: the length of the
    longest word but one. ``unknown``: the cost of a character that is no word.
    """

    spellings: dict[str, tuple[tuple[str, float], ...]]
    singles: dict[str, float]
    longest: dict[str, int]
    contested: re.Pattern[str]
    reach: int
    unknown: float

    def cost(self, word: str) -> float:
        """Cost of a word in this very spelling; ``inf`` if the list lacks it."""
        for spelling, cost in self.spellings.get(word.translate(KEY), ()):
            if spelling == word:
                return cost
        return inf


@cache
def lexicon() -> Lexicon:
    """The list, read once a process."""
    return _indexed(frequencies.shipped())


def parse(text: str) -> Lexicon:
    """Read the list's text form."""
    return _indexed(frequencies.groups(text))


def _indexed(groups: Iterable[frequencies.Group]) -> Lexicon:
    groups = sorted(groups, reverse=True)
    total = log(sum(count * len(words) for count, words in groups))
    listed = [word for _, words in groups for word in words]
    costs = [cost for count, words in groups for cost in (total - log(count),) * len(words)]
    keys = "\n".join(listed).translate(KEY).split("\n")
    alone = list(zip(zip(listed, costs, strict=True), strict=True))
    # The cheapest comes first: as a dictionary keeps the last of a key, the list goes in backwards.
    spellings: dict[str, tuple[tuple[str, float], ...]] = dict(zip(reversed(keys), reversed(alone), strict=True))
    for key, row in [(key, row) for key, row in zip(keys, alone, strict=True) if spellings[key] != row]:
        spellings[key] += row
    long = sorted([key for key in spellings if len(key) > 2], key=len)
    longest = dict(zip([key[:2] for key in long], map(len, long), strict=True))
    singles = {word: cost for key in spellings if len(key) == 1 for word, cost in spellings[key]}
    reach = max(map(len, spellings)) - 1
    return Lexicon(spellings, singles, longest, _contested("".join(listed)), reach, total - log(UNKNOWN))


def _contested(listed: str) -> re.Pattern[str]:
    """Characters, of the list or not, that may be changed into one of ``listed``, as another spelling of it."""
    forms: dict[str, set[str]] = {}
    for char in set(listed):
        forms.setdefault(char.translate(KEY), set()).add(char)
    spelled = {char for group in forms.values() for char in group} | set(map(chr, KEYS)) | forms.keys()
    found = [
        char
        for char in spelled
        if any(char != form and (char, form) not in SETTLED for form in forms.get(char.translate(KEY), ()))
    ]
    return re.compile("[" + "".join(map(re.escape, sorted(found))) + "]") if found else re.compile("(?!)")
