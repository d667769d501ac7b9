"""What a page says of a speech: whose it is, in the title or the line below it, and how its text came about.

``某某秘書處秘書長白智媛在第九屆和平對話開幕式上的主旨演講``; ``（依現場錄音整理，以實際發言為準）``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from jianbao import regex as re
from jianbao.structure.heads import persons
from jianbao.word_lists import either

LONGEST, LONGEST_NOTE = 80, 60
"""Characters of a line that says whose speech it is, and of a note on its text."""
NOTE = re.compile(
    r"^[（(〔【［\[](?=[^（(〔【［\[]*(?:錄音|录音|速記|速记|現場|现场|發言|发言|講稿|讲稿|講話|讲话|演[講说說讲]|致[詞词辭辞]|譯文|译文|內容|内容))"
    r"[^。；;]{0,40}(?:整理|為準|为准|[審审][閱阅定校]|[僅仅]供[參参]考|全文|節錄|节录|摘要)[^。；;]{0,12}。?[）)〕】］\]]$"
)
"""The note on how the text of a speech came about, in brackets."""
_SPEECH = re.compile(
    r"^(?P<who>[^\s，。：:「」《》]{2,40}?)(?:在|於|于|出席)(?P<where>[^。]{2,60}?)(?:上|中|時|时)?(?:的|所?[發发]表的?)?"
    r"(?:主[旨題题]|[專专][題题]|開幕|开幕|閉幕|闭幕|歡迎|欢迎|就[職职任]|視[頻频]|特別|特别)?"
    r"(?:演[講说說讲]|致[詞词辭辞]|講話|讲话|發言|发言|談話|谈话|講辭|讲辞|講詞)(?:全文|稿|摘要|[（(][^（()）]{1,12}[)）])?$"
)
_OFFICE = re.compile(rf"(?:{either('jobs')}|[長长員员人官席理記记任授師师家表使統统委問问事相裁])$")
"""What somebody is who speaks: an office, by the last character of its name."""
_SHORTEST, _LONGEST_NAME = 2, 4


class Speaker(NamedTuple):
    """Who speaks, and what he is."""

    name: str
    what: str


def is_note(line: str) -> bool:
    """Whether a line says how the text of a speech came about."""
    return len(line) <= LONGEST_NOTE and bool(NOTE.match(line))


def speaker(lines: Iterable[str]) -> Speaker | None:
    """Who speaks, by the first of the lines that says it."""
    for line in lines:
        match = _SPEECH.match(line) if len(line) <= LONGEST else None
        found = _person(match["who"]) if match else None
        if found:
            return found
    return None


def _person(who: str) -> Speaker | None:
    """A name at the end of some words, alone or behind what its bearer is."""
    for length in (3, 2, _LONGEST_NAME):
        name, what = who[-length:], who[:-length]
        if len(name) >= _SHORTEST and persons.is_name(name) and (not what or _OFFICE.search(what)):
            return Speaker(name, what)
    return None
