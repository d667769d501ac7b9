"""Spellings of one character: the key under which they meet, those left alone, those Taiwan prints another way."""

from __future__ import annotations

from importlib import resources

import yaml

from jianbao.script.characters import SIMPLIFY, TRADITIONAL_FORMS

_DATA = yaml.safe_load(resources.files("jianbao").joinpath("data/script/spellings.yml").read_text(encoding="utf-8"))

KEY: dict[int, str] = SIMPLIFY | {ord(char): key for char, key in _DATA["keys"].items()}
"""For ``str.translate``: any spelling of a word to its key, of the same length."""

FREE: frozenset[tuple[str, str]] = frozenset(
    (one, other) for group in _DATA["free"] for one in group for other in group if one != other
)
"""Pairs of characters of which neither is ever changed into the other in Traditional text."""

FOLD: dict[str, str] = _DATA["fold"]
"""What Taiwan's print has in the place of a character, whatever the word."""


FORMS: dict[str, tuple[str, ...]] = TRADITIONAL_FORMS | {
    char: tuple(dict.fromkeys((form, *TRADITIONAL_FORMS.get(char, ())))) for char, form in FOLD.items()
}
"""What a character of Simplified text may become, the usual one first."""


def same_key(before: str, after: str) -> bool:
    """Whether two texts are spellings of the same words, character by character."""
    return len(before) == len(after) and before.translate(KEY) == after.translate(KEY)
