"""Personal names whose surname is also the Simplified form of another character: 范 is no 範 before a given name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick

from jianbao import regex as re
from jianbao.choice import any_of
from jianbao.data_file import load_data
from jianbao.script.characters import HAN
from jianbao.script.lexicon import Lexicon
from jianbao.script.spellings import KEY

FULL = 3
"""Characters of a name that is taken for one wherever it stands."""


@cache
def _patterns() -> tuple[dict[str, str], tuple[re.Pattern[str], ...]]:
    """Surnames by key, and patterns over keys with groups ``name`` and ``surname``."""
    data = load_data("script/surnames")
    surnames = {char.translate(KEY): form for char, form in data["surnames"].items()}
    first = "(?P<surname>[" + "".join(surnames) + "])"
    before = _any(data["titles_before"])
    after = _any(data["titles_after"])
    foreign, ambiguous = data["transcription"], "".join(data["transcribed"])
    given = f"[{HAN}]{{1,2}}"
    return surnames, (
        re.compile(f"(?<![{HAN}])(?P<name>{first}{given})(?={after}|[（(][A-Z])"),
        re.compile(f"(?:{before}) ?(?P<name>{first}{given})(?=[^{HAN}]|{after}|$)"),
        re.compile(f"[、和与及](?P<name>{first}{given})(?=、|等)"),
        re.compile(f"(?<=[{HAN}]{{2}}[ 、　])(?P<name>{first}[{HAN}]{{2}})(?![{HAN}])"),
        re.compile(f"(?<![{HAN}])(?P<name>{first})(?={after})"),
        re.compile(
            f"(?P<name>(?P<surname>[{ambiguous}]))(?<=[{foreign}]{{2}}[{ambiguous}])(?=[^{HAN}]|[{foreign}的说对在]|$)"
        ),
        re.compile(f"姓(?P<name>{first})(?=[的者名，。、,]|$)"),
    )


def _any(words: list[str]) -> str:
    return any_of(sorted((word.translate(KEY) for word in words), key=len, reverse=True))


def surname_places(keyed: Sequence[str], lexicon: Lexicon) -> list[dict[int, str]]:
    """For each text of an article, given by its keys: offset of an ambiguous surname to its Traditional character.

    Full names found in one place are names everywhere. A character that begins a word of the list in another
    spelling (于是, 於是) is no surname.
    """
    surnames, patterns = _patterns()
    found: list[dict[int, str]] = []
    full: set[str] = set()
    for keys in keyed:
        places: dict[int, str] = {}
        for match in (match for pattern in patterns for match in pattern.finditer(keys)):
            place = match.start("surname")
            form = surnames[keys[place]]
            words = (word for end in (2, 3) for word, _ in lexicon.spellings.get(keys[place : place + end], ()))
            if all(word[0] == form for word in words):
                places[place] = form
                if len(match["name"] or "") == FULL:
                    full.add(match["name"])
        found.append(places)
    automaton = AhoCorasick(sorted(full))
    for keys, places in zip(keyed, found, strict=True) if full else ():
        free: dict[int, int] = {}
        for name, start, end in automaton.find_matches_as_indexes(keys, overlapping=True):
            if start >= free.get(name, 0):
                places[start] = surnames[keys[start]]
                free[name] = end
    return found
