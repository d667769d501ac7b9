"""Common words that look like names, as they begin with a character that is a surname, too: 盧比, 白話文, 高溫."""

from __future__ import annotations

from functools import cache

from jianbao.folding import fold
from jianbao.word_costs import costs
from jianbao.word_lists import words

COMMON = 13.7
"""What a word costs at most (``word_costs``) that is rather a word than a name."""
SHORT = 2
"""Characters of such words; longer ones are told by their last one besides, as people of note are among the words."""
_ENDS = tuple("文語话話语式性學学法率量類类品物期度費费額额制力")
"""What words of three characters end with that say a kind, a method, a measure."""


@cache
def _listed() -> frozenset[str]:
    return frozenset(map(fold, words("like_surnames")))


def is_listed(text: str) -> bool:
    """Whether a text of two characters is one of the most common of such words, wherever it stands: 金融, 高雄."""
    return len(text) == SHORT and fold(text) in _listed()


def is_word(text: str) -> bool:
    """Whether a text of the form of a name, alone in brackets or in a line below a text, is rather a word."""
    if fold(text[:SHORT]) in _listed():
        return True
    told = len(text) == SHORT or text.endswith(_ENDS)
    return told and costs().get(fold(text), COMMON + 1) <= COMMON


def is_common(text: str) -> bool:
    """Whether a text as long as a name is a word, or is made of words."""
    whole = costs().get(fold(text))
    return whole is not None or any(
        fold(text[:at]) in costs() and fold(text[at:]) in costs() for at in range(2, len(text) - 1)
    )


def is_words(text: str) -> bool:
    """Whether a text is a common word, or is made of two: 重申立場."""
    cost = costs()
    whole = [(fold(text),), *((fold(text[:at]), fold(text[at:])) for at in range(2, len(text) - 1))]
    return any(all(cost.get(word, COMMON + 1) <= COMMON for word in words) for words in whole)
