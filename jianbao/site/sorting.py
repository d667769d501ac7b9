"""The order of Chinese indexes: by strokes where characters are traditional, by pinyin where they are simplified."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import TypeVar

from pypinyin import Style, lazy_pinyin

from jianbao.site.interface import interface

Item = TypeVar("Item")
Key = tuple[object, ...]
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
    by_pinyin = locale == "zh-Hans-CN"
    keyed = sorted(
        ((_pinyin_key if by_pinyin else _stroke_key)(text(item)), text(item), number, item)
        for number, item in enumerate(items)
    )  # type: ignore[type-var]
    heads = groupby(keyed, key=lambda entry: entry[0][0])
    return [(_head(head, locale), [entry[3] for entry in group]) for head, group in heads]


def _head(head: object, locale: str) -> str:
    rank, label = head  # type: ignore[misc]
    return interface(locale)["strokes"].format(n=rank) if label == "" else str(label)


def _letter(text: str) -> str:
    first = text[:1].upper()
    return first if first.isascii() and first.isalpha() else "#"


def _stroke_key(text: str) -> Key:
    table = _strokes()
    if text[:1] in table:
        return (table[text[0]][0], ""), tuple(table.get(char, (_OTHER, ord(char))) for char in text)
    return (_OTHER, _letter(text)), tuple((_OTHER, ord(char)) for char in text.casefold())


def _pinyin_key(text: str) -> Key:
    sounds = lazy_pinyin(text, style=Style.TONE3, neutral_tone_with_five=True, errors=list)
    first = sounds[0][:1].upper() if sounds else "#"
    return (0, first if first.isascii() and first.isalpha() else "#"), tuple(sound.casefold() for sound in sounds)
