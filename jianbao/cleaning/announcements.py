"""A text that asks for papers, for people or for an audience: where to send, to enrol and to ask is what it says."""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.cleaning import texts
from jianbao.document import Line

TOP, LONGEST = 8, 60
"""Lines on top of a page among which the title stands, and characters of one."""
SHORTEST = 6
"""Characters of a title: a shorter line is a button."""
FEWEST = 2
"""Places of the text, at least, that speak of what the title asks for."""
_ASKS = re.compile(
    r"[徵征](?:稿|文(?!明)|求|才|件|集|選|选)|招[募聘生考收]|[誠诚][徵征聘]|[報报]名|[簡简]章|甄[選选]|稿[約约]|[獎奖][助學学]金|[獎奖]助"
    r"|申[請请](?:公告|[辦办]法|[須须]知)|Call for"
)
"""What the title of such a text says."""
_GIVES = re.compile(r"[講讲]座|研[討讨][會会]|工作坊|[論论][壇坛]|[發发]表[會会]|演[講讲]|[特個个]展|放映")
"""What the title of an event says."""
_FIELD = re.compile(
    r"(?:[時时][間间]|日期|地[點点]|[報报]名[\u3400-\u9fff]{0,4}|主[辦办][單单]位|[費费]用|名[額额]|展期|票[價价])\s*[：:]"
)
"""A field of an event."""
_SPEAKS = re.compile(
    r"[投來来賜赐]稿|截稿|[徵征][稿文求]|[報报]名|[應应][徵征]|申[請请]|截止|名[額额]|[費费]用|主[辦办]|地[點点]\s?[：:]|[時时][間间]\s?[：:]|收件|履[歷历]"
)
"""What its text says."""
_OWN = re.compile(
    r"[投來来賜赐]稿|[報报]名|[應应][徵征]|洽[詢询]|[詢询][問问]|申[請请]|[聯联][絡络繫系]|履[歷历]|收件|截止|名[額额]|更多(?:[資资][訊讯]|[訊讯信]息|活[動动])"
)
"""What lines of it say that a page's own would say too."""


def calls(lines: Sequence[Line]) -> bool:
    """Whether the lines are such a text: one of the first asks, and others say how."""
    plain = [line.text.plain.strip() for line in lines]
    filled = [text for text in plain if text]
    top = [text for text in filled[:TOP] if SHORTEST <= len(text) <= LONGEST and not texts.ends_sentence(text)]
    if any(_ASKS.search(text) for text in top):
        return sum(bool(_SPEAKS.search(text)) for text in filled[1:]) > FEWEST
    return any(_GIVES.search(text) for text in top) and sum(bool(_FIELD.match(text)) for text in filled[1:]) > FEWEST


def says(text: str) -> bool:
    """Whether a line of such a text says where to send, to enrol or to ask."""
    return bool(_OWN.search(text))
