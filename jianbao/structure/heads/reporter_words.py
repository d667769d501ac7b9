"""Words around reporters' names, and names that are glued to them: 江鈴莫斯科, 沈知遠綜合報導."""

from __future__ import annotations

from functools import cache

from jianbao import regex as re
from jianbao.structure.heads import persons
from jianbao.word_lists import words

REPORT = r"(?:報導|報道|报道|报导)"
_HOW = (
    r"(?:綜合|综合|連線|连线|即時|即时|現場|现场|外電|外电|獨家|独家|特別|特别|專題|专题|實地|实地|當地|当地|聯合|联合"
    r"|編譯|编译)"
)
DID = rf"(?:{_HOW}{{0,3}}(?:{REPORT}|專訪|专访|專電|专电|專稿|专稿|特稿|[電电訊讯])|{_HOW}{{0,2}}[外][電电])"
"""What a reporter did, behind his name or the place he reports from."""
_ASKED = r"(?:採訪|采访)(?:撰文|撰稿|整理)?"
REPORTED = rf"(?:{_HOW}{{0,3}}(?:{REPORT}|{_ASKED}|特稿|[專专][電电])|{_HOW}{{1,3}})"
"""The same where no other word says that he is a reporter."""
ROLE = (
    r"(?:駐[\u3400-\u9fff]{1,8}?|驻[\u3400-\u9fff]{1,8}?)?"
    r"(?:特約|特约|首席|資深|资深|高級|高级|實習|实习|見習|见习|專案|财经|財經|政治|國際|国际)?"
    r"(?:記者|记者|特派員|特派员|編譯|编译|通訊員|通讯员|撰稿人|撰述委員)"
)
"""What a reporter is called."""
_BEHIND = re.compile(rf"(?:(?:19|20)\d\d年)?(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?[\s\u3000]*{DID}?[\s\u3000]*$")
"""The day and what was done, behind a place."""
_MARKS = re.compile(r"[\s\u3000、，,·‧・•─－—–~～/／-]+")
_AND = re.compile(r"[和及與与至]")
_DISTRICT = "市縣县州省府郡區区鎮镇島岛"
_SIZES = (3, 4, 2, 5, 6)
"""Characters of a name, the commonest first: two or three, of a double surname four, of another people more."""
LONGEST = 4
"""Characters of a Chinese name."""


@cache
def _places() -> frozenset[str]:
    return frozenset(words("reporting_places"))


def is_place(text: str) -> bool:
    """Whether a text is nothing but known places: 首爾, 東京─台北, 屏東縣."""
    pieces = [piece for piece in _MARKS.split(text) if piece]
    return bool(pieces) and all(_is_known(piece) or all(map(_is_known, _AND.split(piece))) for piece in pieces)


def _is_known(piece: str) -> bool:
    places = _places()
    return piece in places or (len(piece) > 2 and piece[-1] in _DISTRICT and piece[:-1] in places)


def name_before(text: str) -> str:
    """The name in front of the place, the day and what was done that are glued to it; empty if there is none.

    A known place tells where the name ends; else the number of characters that most names have.
    """
    bare = _BEHIND.sub("", text.strip()).strip()
    for size in _SIZES:
        if size < len(bare) and is_place(bare[size:]) and (size > LONGEST or persons.is_name(bare[:size])):
            return bare[:size]
    if persons.is_name(bare) and (len(bare) < LONGEST or _of_two(bare)):
        return bare
    sizes = (3, 2) if len(bare) != LONGEST else (2,)
    return next((bare[:size] for size in sizes if size <= len(bare) and persons.is_name(bare[:size])), "")


def _of_two(name: str) -> bool:
    """Whether a name begins with a surname of two characters, or is none of four Han characters."""
    return (
        name[:2] in (*words("surnames"), *words("japanese_surnames"))
        or len(name) != LONGEST
        or not name.isalpha()
        or name.isascii()
    )
