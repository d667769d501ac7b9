"""Topics between two countries (美中經貿, 日中關係): a text that names only one of them has no such topic."""

from __future__ import annotations

from functools import cache

from jianbao import regex as re
from jianbao.data_file import load_data
from jianbao.folding import fold


def names_both(title: str, text: str) -> bool:
    """Whether a script-folded text names both countries that a title begins with; True if it begins with no two."""
    pair = _pattern().match(fold(title))
    return pair is None or all(any(word in text for word in _shorts()[short]) for short in set(pair[0]))


@cache
def _shorts() -> dict[str, tuple[str, ...]]:
    return {fold(short): tuple(map(fold, words)) for short, words in load_data("knowledge/country_shorts").items()}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(f"[{''.join(_shorts())}]{{2}}(?![國国])")
