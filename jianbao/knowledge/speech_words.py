"""The words by which a speaker is found, from ``data/speech.yml``, as patterns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from jianbao import regex as re
from jianbao.choice import any_of
from jianbao.data_file import load_data
from jianbao.first_characters import led

_DATA = Path(__file__).parent.parent / "data" / "speech.yml"
_TIME = (
    r"(?:[今昨前][（(]\d+[)）][日天年]?|[今昨明當][日天晚年]|去年|\d{1,4} ?年|\d{1,2} ?月(?: ?\d{1,2} ?日)?|\d{1,2} ?日"
    r"|(?:十[一二]|[一二三四五六七八九十])月(?:底|初|中|[上中下]旬)?|[一二三]?十?[一二三四五六七八九十]日"
    r"|[一二兩三四五六七八九十0-9]{1,3}(?:年|個月|天|[週周])前|[上本這下]個?[週周月]|星期[一-日]|[週周][一二三四五六日]|[上下]午)"
)

_MANNER = r"(?:得[\u3400-\u9fff]{1,5}(?=[：:，,]))?"
"""How somebody says it: 說得很清楚："""


@cache
def words(field: str) -> Sequence[str]:
    """A list of ``data/speech.yml``, the longest words first."""
    return tuple(sorted(set(_table()[field]), key=lambda word: (-len(word), word)))


@cache
def _table() -> Mapping[str, Sequence[str]]:
    table: dict[str, list[str]] = load_data("speech")
    return table


def _either(field: str) -> str:
    return any_of(words(field))


@cache
def verb_pattern() -> re.Pattern[str]:
    """Verbs of saying (group ``verb``), X的說法 (``view``); what only looks like one is in neither group."""
    view = f"的(?:{_either('views')})(?<!的話)|的話(?=[：:「『“])"
    verb = f"(?:{_either('verbs')}){_MANNER}"
    return led(f"(?P<view>{view})|(?P<trap>{_either('traps')})|(?P<verb>{verb})")


@cache
def opener_pattern() -> re.Pattern[str]:
    """What may stand in a clause before its subject."""
    return re.compile(f"(?!當[地局事])(?:{_either('openers')}|{_TIME})")


@cache
def function_pattern() -> re.Pattern[str]:
    """What ends a name or a description: adverbs, prepositions, times."""
    return led(f"(?:{_either('adverbs')}|{_TIME}|[時的了著、（(「『《，,])")


@cache
def role_pattern() -> re.Pattern[str]:
    """Nouns for persons and groups that speak; not where they only modify something."""
    every = sorted({*words("roles"), *words("groups")}, key=lambda word: (-len(word), word))
    return re.compile(f"{any_of(every)}(?!們?的|(?<=記者)會)")


@cache
def group_words() -> frozenset[str]:
    """Those of them that are bodies, not persons."""
    return frozenset(words("groups"))


@cache
def title_pattern() -> re.Pattern[str]:
    """Titles that follow a name."""
    return re.compile(f"(?:{_either('titles')})(?!的)")


@cache
def naming_pattern() -> re.Pattern[str]:
    """At the end of what stands before a quotation: the words are a rule, a name or a title, and nobody says them."""
    return re.compile(f"(?:{_either('naming')})[：:]?$")
