"""Buttons and counters of a page at the end of a line of facts: 繁體｜简体, 字號：大 中 小, 【列印】, 3,235 人氣."""

from __future__ import annotations

from jianbao import regex as re
from jianbao.word_lists import words

LONGEST = 12
"""Characters of a button."""
_SCRIPTS = frozenset(
    (
        "繁體",
        "繁体",
        "簡體",
        "简体",
        "正體",
        "正体",
        "繁體版",
        "繁体版",
        "簡體版",
        "简体版",
        "繁",
        "簡",
        "简",
        "EN",
        "English",
        "英文版",
    )
)
_SIZES = frozenset("大中小特A+＋-－")
_TOKEN = re.compile(r"[^\s|｜／/]+$")
_AROUND = "【】[]()（）［］〔〕：:"
_GAPS = " \u3000|｜／/"
_COUNTER = re.compile(
    r"[\s\u3000|｜／/·•∙‧]+(?:[\d,.]+\s?[萬万Kk]?\s?[次人]?\s?(?:人[氣气]|瀏覽|浏览|點閱|点阅|[閱阅][讀读]|觀看|观看|點擊|点击|views?)"
    r"|(?:約|约)?\s?\d{1,3}\s?(?:分[鐘钟]|min(?:ute)?s?)\s?(?:[（(]\s?[閱阅][讀读][時时][間间]\s?[)）]|[閱阅][讀读]|read))$"
)
"""How often a page was read, or how long that takes."""
_ENDS_OF_COUNTERS = frozenset("氣气覽览閱阅讀读看擊击sw)）d")
_ENDS = frozenset(word[-1] for word in (*_SCRIPTS, *words("share"), *words("page_words"))) | _SIZES | frozenset(_AROUND)
"""What a line ends with that ends in a button; asked first."""


def before(text: str) -> str:
    """A line of facts without the buttons or the counter behind them; the whole line where none stand there."""
    counter = _COUNTER.search(text) if text[-1:] in _ENDS_OF_COUNTERS else None
    if counter:
        return text[: counter.start()]
    if text[-1:] not in _ENDS:
        return text
    left, kept = text, text
    while match := _TOKEN.search(left):
        word = match[0].strip(_AROUND)
        label, _, size = word.rpartition("：") if "：" in word else word.rpartition(":")
        if not word or word in _SIZES:
            left = left[: match.start()].rstrip(_GAPS)  # a size, if its label stands further up
        elif _is_button(word) or (size in _SIZES and _is_button(label)):
            left = kept = left[: match.start()].rstrip(_GAPS)
        else:
            break
    return kept


def _is_button(word: str) -> bool:
    return 0 < len(word) <= LONGEST and (word in _SCRIPTS or word in words("share") or word in words("page_words"))
