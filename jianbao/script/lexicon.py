"""The Traditional word list with frequencies (``data/script/lexicon.txt.gz``), looked up by the key of a word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import permutations
from math import inf, log

from ahocorasick_rs import AhoCorasick

from jianbao import frequencies
from jianbao.script.spellings import KEY, KEYS, SETTLED

UNKNOWN = 0.5
"""Frequency of a character that the list lacks."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Words under their keys; a word costs less the more frequent it is (negative natural logarithm).

    ``spellings``: key to words and costs, cheapest first. ``singles``: costs of words of one character. ``longest``:
    the first two characters of a key to the length of the longest key that starts so. ``contested`` finds, in keys,
    those of words that some text may spell otherwise. ``reach``: the length of the longest word but one. ``unknown``:
    the cost of a character that is no word.
    """

    spellings: dict[str, tuple[tuple[str, float], ...]]
    singles: dict[str, float]
    longest: dict[str, int]
    contested: AhoCorasick
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
    return parse(frequencies.text())


def parse(text: str) -> Lexicon:
    """Read the list's text form."""
    groups = frequencies.groups(text)
    total = log(sum(count * len(words) for count, words in groups))
    groups.sort(reverse=True)
    listed = [word for _, words in groups for word in words]
    costs = [cost for count, words in groups for cost in (total - log(count),) * len(words)]
    keys = "\n".join(listed).translate(KEY).split("\n")
    # The cheapest comes first: as a dictionary keeps the last of a key, the list goes in backwards.
    spellings: dict[str, tuple[tuple[str, float], ...]] = dict(
        zip(reversed(keys), zip(zip(reversed(listed), reversed(costs), strict=True), strict=True), strict=True)
    )
    for key, row in zip(keys, zip(listed, costs, strict=True), strict=True):
        if spellings[key][0][0] != row[0]:
            spellings[key] = (*spellings[key], row)
    by_length = sorted((key for key in spellings if len(key) > 1), key=len)
    longest = dict(zip([key[:2] for key in by_length], map(len, by_length), strict=True))
    singles = {word: cost for key in spellings if len(key) == 1 for word, cost in spellings[key]}
    return Lexicon(spellings, singles, longest, _contested(spellings), len(by_length[-1]) - 1, total - log(UNKNOWN))


def _contested(spellings: Iterable[str]) -> AhoCorasick:
    """Keys of words with a character of which another spelling, used or not, may be changed into theirs."""
    members: dict[str, list[str]] = {key: [key] for key in set("".join(spellings))}
    for code, key in KEYS.items():
        if key in members and chr(code) != key:
            members[key].append(chr(code))
    disputable = [key for key, group in members.items() if not SETTLED.issuperset(permutations(group, 2))]
    sought = re.compile("[" + "".join(map(re.escape, sorted(disputable))) + "]") if disputable else re.compile("(?!)")
    return AhoCorasick(sorted(filter(sought.search, spellings)))
