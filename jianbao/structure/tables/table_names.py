"""What words say in a table by themselves: names of columns, first cells, times, choices, countries, marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from unicodedata import normalize

from jianbao import regex as re
from jianbao.countries import countries
from jianbao.word_lists import either, words

TIME = re.compile(
    r"(?:民國|民国)?\s?(?:(?:19|20)\d\d|1[01]\d)\s?(?:年度?|[學学]年度?)?(?:\s?(?:第?[1-4一二三四]季|\d{1,2}\s?月|[上下]半年))?"
)
"""A year, or a part of one."""
CHOICE = re.compile(rf"{either('choice_labels')}\s?[一二三四五六甲乙丙丁A-F1-6]")
"""One of several choices that are counted: 方案一."""
MARK = re.compile(rf"{either('cell_marks')}{{1,3}}")
"""A sign for yes or no."""

_OF_TIME = re.compile(r"[年月季時时]")
_UNIT = re.compile(r"\s?\([^()]{1,12}\)$")
_KINDS = re.compile(either("kind_labels"))


def is_name(text: str) -> bool:
    """Whether a cell may name a column: a listed name, a time, a numbered choice."""
    text = normalize("NFKC", text)
    bare = _UNIT.sub("", text)
    return bare in _names() or bool(TIME.fullmatch(text) or CHOICE.fullmatch(text))


def is_any_name(texts: Iterable[str]) -> bool:
    """Whether one of some cells may name the first column."""
    return any(map(is_corner, texts))


def is_corner(text: str) -> bool:
    """Whether a cell may name the first column."""
    text = normalize("NFKC", text)
    return text in _names() or (len(text) > 1 and text[-1] in "別别")


def opens(text: str) -> bool:
    """Whether a cell can only be the first of a table."""
    text = normalize("NFKC", text)
    return text in words("corner_labels") or text in words("counting_labels")


def opens_or_counts(text: str) -> bool:
    """Whether a cell can only be in the first row: a first cell, or a numbered choice."""
    return opens(text) or bool(CHOICE.fullmatch(text))


def lists_kinds(text: str) -> bool:
    """Whether a first cell says that each row counts something else: 項目."""
    return bool(_KINDS.search(text))


def says_times(corner: str, labels: Sequence[str]) -> bool:
    """Whether a first cell names times, and all labels are times."""
    return bool(_OF_TIME.match(corner)) and all(map(TIME.fullmatch, labels))


def are_compared(texts: Sequence[str]) -> bool:
    """Whether words are all choices, or mostly countries: what things are told of, and no things that are told."""
    return all(map(CHOICE.fullmatch, texts)) or 2 * sum(map(is_land, texts)) > len(texts)


def is_land(text: str) -> bool:
    """Whether a cell is the name of a country."""
    return text.replace("臺", "台") in _lands()


@cache
def _lands() -> frozenset[str]:
    return frozenset(word for country in countries() for word in country.wordings)


@cache
def _names() -> frozenset[str]:
    return frozenset((*words("column_names"), *words("corner_labels"), *words("counting_labels")))
