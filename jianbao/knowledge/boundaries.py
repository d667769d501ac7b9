"""Whether a name's letters in a text are the name: not half of a word, not two short names side by side."""

from __future__ import annotations

from functools import cache

from jianbao import regex as re
from jianbao.data_file import load_data
from jianbao.folding import fold

_LONGER = re.compile(
    "(?!"
    + fold("[各該這那其等]")
    + ")"
    + fold("[^，。、；：的在和與及是對將向於為由以從就也都已不有據指稱說表要求支持派加入退出下屬等各該這那]")
    + "{2,6}?"
    + fold("(?:組織|總署|[育境民童劃畫]署|基金會|規劃署)")
)
"""Behind the name of a body: the rest of a longer one, without a word that would part them."""
_ALNUM = re.compile(r"[A-Za-z0-9]")


def whole_word(text: str, start: int, end: int) -> bool:
    """No Latin letter or digit of a neighbour touches a Latin letter or digit of the name (AI in CNAI)."""
    left = start > 0 and _ALNUM.match(text, start) and _latin(text[start - 1])
    right = end < len(text) and _ALNUM.match(text, end - 1) and _latin(text[end])
    return not left and not right


def _latin(char: str) -> bool:
    return char.isalnum() and ord(char) < 0x370


def split_between_words(folded: str, start: int, end: int) -> bool:
    """The name's first character ends the word before and the rest begins the word after: 台美｜國防, 今日｜本報."""
    if end - start < 2 or folded[start + 1 : start + 3] not in _data().right:
        return False
    first = folded[start]
    if start and first in _data().short and folded[start - 1] in _data().short:
        return True
    return folded.endswith(_data().left.get(first, ()), 0, start + 1)


def goes_on(folded: str, end: int) -> bool:
    """The name of a body is only the beginning of another body's: 聯合國|教科文組織."""
    return _LONGER.match(folded, end) is not None


class _Data:
    def __init__(self) -> None:
        data = load_data("knowledge/boundaries")
        self.short = frozenset(fold(data["short_names"]))
        self.left = {fold(last): tuple(map(fold, words)) for last, words in data["left_words"].items()}
        self.right = frozenset(map(fold, data["right_words"]))


@cache
def _data() -> _Data:
    return _Data()
