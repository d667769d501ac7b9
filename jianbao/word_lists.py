"""Word lists that ship with the program: ``data/words/NAME.yml``, each a YAML list of words."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jianbao.choice import any_of
from jianbao.data_file import load_data

FOLDER = Path(__file__).parent / "data" / "words"


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of one list, longest first, so that a pattern made of them prefers the longer one."""
    return tuple(sorted((str(entry) for entry in load_data(f"words/{name}")), key=lambda word: (-len(word), word)))


@cache
def either(name: str) -> str:
    """A regular expression's source that matches any word of a list, without a group of its own number."""
    return any_of(words(name))
