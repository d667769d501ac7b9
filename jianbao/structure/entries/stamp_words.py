"""Words of a stamp that are neither outlet nor day: how long ago, how long to read, how often it was read, and the
writer behind 由 or by."""

from __future__ import annotations

from jianbao import regex as re
from jianbao.word_lists import either

_STRONG = re.compile(r"[|｜/／·・•，,、（(]|\u3000|\s[-–—]\s|\s{2}")
"""What parts words better than one blank between Latin letters and Chinese does: ``NHK 華語，3 天前``."""
_COUNTED = re.compile(r"^\s*\d{1,4}\+?K?\s+(?=[A-Za-z\u3400-\u9fff《])(?![年月日時时點点])")
_KEPT = "\ue000"
"""A blank that parts no words."""
_LATIN_HAN = re.compile(r"(?<=[A-Za-z])\s(?=[\u3400-\u9fff])")
_WRITTEN_BY = re.compile(
    r"(?<=\S)[\s\u3000]+(?:由[\s\u3000]*(?P<name>[^，,。（(]{2,30}?)[\s\u3000]*(?:發[布佈表文]|发[布表文]|刊登|撰寫|撰写|分享)"
    r"(?=$|[\s\u3000，,（(|｜/／·•])|by[\s\u3000]+(?P<latin>[^，,。（(|｜/／·•\d]{2,30}))",
    re.I,
)
"""The writer as feed readers name him behind the outlet: ``港聞 由 某某 發布``, ``港聞 by 某某``."""
_WROTE = re.compile(
    r"^\s*(?P<name>[^\s\u3000，,。（(|｜/／·•\d]{2,10})[\s\u3000]*(?:[寫写撰]|撰[寫写]|筆|笔)[於于](?=\s*\|)"
)
"""The writer in front of the day on which he wrote: ``某某 寫於 | ``, the day taken out."""
_RELATIVE = re.compile(
    rf"(?<!\d)\d{{1,3}}\s?(?:{either('time_units')}\s?前|(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s?\s?ago"
    r"|[smhdw]\s?ago)|\bat\s+(?=\d{1,2}:)"
    r"|[閱阅][讀读](?:時間|时间|時長|时长|約|约)?\s*[：:約约]?\s*\d{1,3}\s?分[鐘钟]|\d{1,3}\s?(?:分[鐘钟][閱阅][讀读]|min(?:ute)?s?\sread)"
    rf"|(?<![^\s\u3000，,/／|｜·•])(?:{either('lately')}|yesterday|today|just now)(?=$|[\s\u3000，,（(/／|｜·•])",
    re.I,
)
"""How long ago, beside the day itself, and how long it takes to read."""
_COUNT = re.compile(
    rf"{either('reader_counts')}[數数量]?\s?[：:]?\s?\d[\d,.]*\s?[萬万千KkWw]?\+?\s?[次人則则條条]?(?=$|[\s\u3000，,/／|｜·•])"
    rf"|(?<![\d.])\d[\d,.]*\s?[萬万千KkWw]?\+?\s?[次人則则條条]?{either('reader_counts')}(?=$|[\s\u3000，,/／|｜·•])"
)


def writer(text: str) -> tuple[str, str]:
    """The writer whom a stamp names behind its outlet (empty if none), and the stamp without him."""
    match = _WRITTEN_BY.search(text) or _WROTE.match(text)
    if match is None:
        return "", text
    name: str = match["name"] or match["latin"]
    return name.strip(), f"{text[: match.start()]} | {text[match.end() :]}"


def without_ages(text: str) -> str:
    """A stamp without how long ago it was, how long it takes to read, and how many have read it in front."""
    return _RELATIVE.sub(" | ", _COUNTED.sub("", text))


def without_counts(text: str) -> str:
    """A stamp without how often its story was read, shared or answered."""
    return _COUNT.sub(" | ", text)


def held(text: str) -> str:
    """A stamp whose blanks between Latin letters and Chinese part nothing, if other marks part its words."""
    return _LATIN_HAN.sub(_KEPT, text) if _STRONG.search(text.strip(" |")) else text


def freed(text: str) -> str:
    """A piece of such a stamp as it was written."""
    return text.replace(_KEPT, " ")
