"""Spellings of one character: the key under which they meet, those left alone, those Taiwan prints another way."""

from __future__ import annotations

from jianbao.char_table import char_table
from jianbao.data_file import load_data
from jianbao.script.characters import SIMPLIFY, TRADITIONAL_FORMS

_DATA = load_data("script/spellings")

KEYS: dict[int, str] = SIMPLIFY | {ord(char): key for char, key in _DATA["keys"].items()}
"""Characters that are not their own key, by code point."""

KEY = char_table(KEYS)
"""For ``str.translate``: any spelling of a word to its key, of the same length."""


def _pairs(groups: list[str]) -> frozenset[tuple[str, str]]:
    return frozenset((one, other) for group in groups for one in group for other in group if one != other)


FREE = _pairs(_DATA["free"])
"""Pairs of characters of which neither is ever changed into the other in Traditional text."""

CARELESS = frozenset((rare, usual) for usual, rare in _DATA["careless"])
"""Of the free pairs, what a careless conversion left, and what should stand there if a word of the list says so."""

SETTLED = FREE - CARELESS
"""Changes of spelling that are never made."""

NEVER: tuple[str, ...] = tuple(_DATA["never"])
"""Words whose spelling with the first of a careless pair is wrong in any Traditional text …"""

NEVER_AFTER = frozenset(_DATA["never_after"])
"""… except after these."""

AS_IS = frozenset((group[0], other) for group in _DATA["as_is"] for other in group[1:])
"""Characters of Simplified text that stay as they are, before what a word of the list might make of them."""

LONE = FREE | frozenset((group[0], other) for group in _DATA["lone"] for other in group[1:])
"""Pairs of which a character of Simplified text by itself stays what it is: 周 and 托 of a name."""

SOFT = _pairs(_DATA["soft"])
"""Pairs that genuine text confuses, too."""

FOLD_ALWAYS: dict[str, str] = _DATA["fold"]
"""What Taiwan's print has in the place of a character, whatever the word."""

FOLD: dict[str, str] = FOLD_ALWAYS | _DATA["fold_words"]
"""The same with those that hold inside a word alone: names keep such characters."""


FORMS: dict[str, tuple[str, ...]] = TRADITIONAL_FORMS | {
    char: tuple(dict.fromkeys((form, *TRADITIONAL_FORMS.get(char, ())))) for char, form in FOLD.items()
}
"""What a character of Simplified text may become, the usual one first."""


def same_key(before: str, after: str) -> bool:
    """Whether two texts are spellings of the same words, character by character."""
    return len(before) == len(after) and before.translate(KEY) == after.translate(KEY)
