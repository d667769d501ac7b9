"""Who did what for a text, each name in front of its work: ``金秀賢、相澤和也　著　林以晴　譯``.

The work says that a name of any people stands in front of it, where a space or a bar parts them. Never: a sentence; a
word in front of one work alone that is no name.
"""

from __future__ import annotations

from jianbao import regex as re
from jianbao.structure.heads import like_names, persons
from jianbao.structure.heads.meta_line import MetaLine

LONGEST = 80
"""Characters of such a line."""
_PERSON = r"[\u3400-\u9fff\u30a0-\u30ff·・．‧]{2,12}"
_NAMES = rf"{_PERSON}(?:[、，,＆&]\s?{_PERSON}|[\s\u3000]+{_PERSON})*?"
_WROTE = (
    r"合?[著撰]|文(?:字|案)?|[撰編编][寫写著]|合[寫写]|撰文|撰稿|[採采][訪访][撰]?文?|[講讲]述?|口述|主[講讲]"
    r"|[編编][譯译]"
)
_HELPED = (
    r"[譯译]|[翻編编中英日][譯译]|[選选][譯译]|[譯译][註注者]|[校審审][訂订閱阅對对]?|[編编][輯辑選选校]?|整理|[紀記纪记][錄录]|"
    r"[攝摄]影|[圖图]|[繪绘][圖图]?|插[畫画圖图]|[導导][讀读]|[點点]校|注|[註注][釋释解]"
)
_ONE = re.compile(
    rf"[\s\u3000|｜／/,，；;]*(?P<names>{_NAMES})(?:[\s\u3000]+|\s?[|｜／/]\s?)(?:(?P<wrote>{_WROTE})|{_HELPED})(?=$|[\s\u3000|｜／/,，；;])"
)
FORM = re.compile(rf"[\s\u3000|｜／/](?:{_WROTE}|{_HELPED})(?=$|[\s\u3000|｜／/,，；;])")
"""A work behind what parts it from a name."""
_GLUED = re.compile(
    r"(?P<name>[\u3400-\u9fff·・]{2,8}?)(?:(?P<wrote>撰文?|撰稿|報導|報道|报道)|[翻編编]?[譯译]|[攝摄]影?|整理)"
)
_PARTS = re.compile(r"[、，,＆&\s\u3000]+")


def parse(text: str) -> MetaLine | None:
    """The writers of such a line; None for any other."""
    if len(text) > LONGEST or not FORM.search(text):
        return None
    at, wrote, cells = 0, list[str](), 0
    while at < len(text):
        match = _ONE.match(text, at)
        if match is None:
            return None
        names = [name for name in _PARTS.split(match["names"]) if name]
        if not all(map(_may_be, names)):
            return None
        cells, at = cells + 1, match.end()
        wrote += names if match["wrote"] else []
    sure = cells > 1 or any(map(persons.is_name, wrote))
    return MetaLine(authors=tuple(wrote), desk=True) if wrote and sure else None


def glued(word: str) -> tuple[str, bool] | None:
    """A name with its work right behind it, ``宮下千鶴撰``: the name, and whether he wrote; None for any other word.

    Works that names of persons end in, such as 文, are none here.
    """
    match = _GLUED.fullmatch(word)
    return (match["name"], bool(match["wrote"])) if match and persons.is_name(match["name"]) else None


def _may_be(name: str) -> bool:
    """Whether a word may name somebody of any people."""
    return not (persons.is_organisation(name) or like_names.is_word(name))
