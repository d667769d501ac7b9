"""The mainland's characters for Taiwan's text, where OpenCC's tables lack a word: 著有, 原著, 砲彈."""

from __future__ import annotations

from functools import cache

from jianbao import regex as re
from jianbao.choice import any_of
from jianbao.data_file import load_data
from jianbao.script.engine import converter

_CHARACTER = "著"


@cache
def _tables() -> tuple[re.Pattern[str], dict[str, str], re.Pattern[str]]:
    """The pattern of what is no matter of OpenCC's, the words that go by a table, and 著 with the first of those."""
    data = load_data("script/mainland")
    words: dict[str, str] = data["words"]
    longest = any_of(sorted(words, key=len, reverse=True))
    telling = re.compile("[" + _CHARACTER + "".join(sorted({word[0] for word in words})) + "]")
    return re.compile("|".join([*data["written"], longest])), words, telling


def to_mainland(text: str) -> str:
    """Text in the mainland's characters; its length is that of ``text`` but for a few phrases of OpenCC's."""
    pattern, words, telling = _tables()
    if telling.search(text) is None:
        return converter("tw2s").convert(text)
    parts: list[str] = []
    position = 0
    for match in pattern.finditer(text):
        written = match.group().rfind(_CHARACTER)
        start, end = match.span() if written < 0 else (match.start() + written, match.start() + written + 1)
        parts += (converter("tw2s").convert(text[position:start]), words.get(match.group(), _CHARACTER))
        position = end
    return "".join((*parts, converter("tw2s").convert(text[position:])))
