"""Personal names whose surname is also the Simplified form of another character: 范 is no 範 before a given name."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

import yaml

from jianbao.script.characters import HAN
from jianbao.script.lexicon import Lexicon
from jianbao.script.spellings import KEY


@cache
def _patterns() -> tuple[dict[str, str], tuple[re.Pattern[str], ...]]:
    """Surnames by key, and patterns over keys whose group is the surname's place."""
    data = yaml.safe_load(resources.files("jianbao").joinpath("data/script/surnames.yml").read_text(encoding="utf-8"))
    surnames = {char.translate(KEY): form for char, form in data["surnames"].items()}
    first = "[" + "".join(surnames) + "]"
    before = _any(data["titles_before"])
    after = _any(data["titles_after"])
    given = f"[{HAN}]{{1,2}}"
    return surnames, (
        re.compile(f"(?<![{HAN}])({first}){given}(?={after}|[（(][A-Z])"),
        re.compile(f"(?:{before})({first})(?={given}(?:[^{HAN}]|{after}|$))"),
        re.compile(f"[、和与及]({first})(?={given}(?:、|等))"),
        re.compile(f"姓({first})(?=[的者名，。、,]|$)"),
    )


def _any(words: list[str]) -> str:
    return "(?:" + "|".join(sorted((word.translate(KEY) for word in words), key=len, reverse=True)) + ")"


def surname_places(text: str, lexicon: Lexicon) -> dict[int, str]:
    """Offsets of ambiguous surnames in ``text``, of either script, to the character that Traditional text has there.

    A character that begins a word of the list in another spelling (于是, 於是) is none.
    """
    surnames, patterns = _patterns()
    keys = text.translate(KEY)
    if not any(char in surnames for char in keys):
        return {}
    places: dict[int, str] = {}
    for pattern in patterns:
        for match in pattern.finditer(keys):
            place = match.start(1)
            form = surnames[keys[place]]
            words = (word for end in (2, 3) for word, _ in lexicon.spellings.get(keys[place : place + end], ()))
            if all(word[0] == form for word in words):
                places[place] = form
    return places
