"""The order of Chinese indexes: by strokes where characters are traditional, by pinyin where they are simplified."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import TypeVar

from jianbao.site.interface import interface

Item = TypeVar("Item")
Key = tuple[tuple[int, str], tuple[tuple[int, int], ...] | tuple[tuple[int, str], ...]]
_OTHER = 99


@cache
def _strokes() -> dict[str, tuple[int, int]]:
    """Number of strokes and place in CLDR's order of each character."""
    table: dict[str, tuple[int, int]] = {}
    for line in files("jianbao").joinpath("data/strokes.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            number, _, characters = line.partition("\t")
            for character in characters:
                table[character] = (int(number), len(table))
    return table


def groups(items: Iterable[Item], text: Callable[[Item], str], locale: str) -> list[tuple[str, list[Item]]]:
    """Items under their heads, ``3 畫`` or ``M``, in order; other scripts under their letter, last."""
    key = _pinyin_key if locale == "zh-Hans-CN" else _stroke_key
    ordered = sorted(items, key=lambda item: (key(text(item)), text(item)))
    return [
        (_head(rank, letter, locale), list(group))
        for (rank, letter), group in groupby(ordered, key=lambda item: key(text(item))[0])
    ]


def _head(rank: int, letter: str, locale: str) -> str:
    return letter or interface(locale)["strokes"].format(n=rank)


def _letter(text: str) -> str:
    first = text[:1].upper()
    return first if first.isascii() and first.isalpha() else "#"


def _stroke_key(text: str) -> Key:
    table = _strokes()
    places = tuple(table.get(char, (_OTHER, ord(char))) for char in text.casefold())
    return ((places[0][0], "") if places and places[0][0] < _OTHER else (_OTHER, _letter(text))), places


def _pinyin_key(text: str) -> Key:
    from pypinyin import Style, lazy_pinyin  # loads large tables: only where pages are made

    sounds = lazy_pinyin(text, style=Style.TONE3, neutral_tone_with_five=True)
    return (0, _letter(sounds[0] if sounds else "")), tuple((0, sound.casefold()) for sound in sounds)
