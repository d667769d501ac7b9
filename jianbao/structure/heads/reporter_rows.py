"""Rows of words that name reporters without a label: outlets, desks, names, places, what they are called and did.

``生活中心／陳紫筠報導``; ``沈知遠 韓文軒 / 台北 綜合報導``; ``沈知遠 雅加達特派員``;
``海峽新聞newtalk | 沈知遠 綜合報導``; ``草原時報駐韓國特約記者 沈知遠 草原時報記者 丁若水``
"""

from __future__ import annotations

from jianbao import regex as re
from jianbao.structure.heads import persons, wire_lines
from jianbao.structure.heads.fact_tokens import OUTLET
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.structure.heads.reporter_words import REPORTED, ROLE, is_place

LONGEST, MOST = 60, 8
"""Characters of such a line, and words of it."""
PLACE = 8
"""Characters of a place that no list has."""
_BETWEEN = re.compile(r"[\s\u3000]*[/／|｜丨、，,][\s\u3000]*|[\s\u3000]+")
_AROUND = re.compile(r"^([【〔（(\[])(?P<inner>.*)[】〕）)\]]$")
_ASIDE = re.compile(r"[（(][^（()）]{2,16}[)）]")
"""What stands in brackets behind an outlet or a name: 發自首爾, 中文版：某某網."""
_DONE = re.compile(rf"(?P<before>.*?)(?:\d{{0,2}}月?\d{{1,2}}日)?{REPORTED}")
_CALLED = re.compile(rf"(?P<outlet>[\u3400-\u9fffA-Za-z]{{0,14}}?){ROLE}")
_DESK = re.compile(
    r"(?:社會|社会|政治|經濟|经济|國際|国际|文化|體育|体育|產業|产业|金融|科技|生活|地方|全國|全国)部|[\u3400-\u9fff]{2,6}(?:中心|組|组|新聞部|新闻部|編輯部|编辑部|採訪部)"
)
_OTHER = re.compile(r"[\u3400-\u9fff]{3,5}")
"""A name of another people, behind an outlet."""
_LATIN = re.compile(r"[A-Za-z]{2}")
"""What a section of a paper, in front of a bar as an outlet may be, seldom has: 國際 | 沈知遠 綜合報導."""
_EDITS = re.compile(r"[\u3400-\u9fff]{0,8}(?:編輯|编辑|校對|校对|核稿|攝影|摄影|翻譯|翻译)")
OF_PART = re.compile(r"[（(]?[壹貳參肆伍陸柒捌玖拾一二三四五六七八九十]{1,3}[、）)]")
"""The number of a part, whose name may speak of reports."""
SIGN = re.compile(rf"{REPORTED}[】〕）)\]]?$|記者|记者|特派[員员]|通[訊讯][員员]|撰稿人|編輯|编辑")
"""Each such line has one of these; a label may stand for it."""


class _Row:
    """What the words of a row say, in the order of reading."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.source = ""
        self.told = False
        self.edits = False
        self.desk = False

    def take(self, word: str, first: bool, barred: bool) -> bool:
        """Take a word; False if it is none of such a row. ``barred``: a bar parts the line."""
        done = _DONE.fullmatch(word)
        called = _CALLED.fullmatch(word)
        if is_place(word):
            return bool(self.names)
        if done and (not done["before"] or self._is_where(done["before"])):
            self.told = True
        elif done and persons.is_name(done["before"]):
            self.told = True
            self.names.append(done["before"])
        elif called:
            return self._call(called["outlet"])
        elif _EDITS.fullmatch(word):
            self.told = self.edits = True
        elif _DESK.fullmatch(word):
            self.desk = True
            return first
        elif persons.is_name(word):
            self.names += [] if self.edits else [word]
        elif first and (behind := _DESK.match(word)) and persons.is_name(word[behind.end() :]):
            self.names.append(word[behind.end() :])
        elif OUTLET.match(word) or (first and barred and len(word) <= LONGEST // 4 and word[0].isalpha()):
            named = OUTLET.match(word) or _LATIN.search(word) or persons.is_organisation(word)
            self.source = self.source or (word.strip("《》〈〉") if named else "")
        elif (wire := wire_lines.reporters(word)) is not None:
            self.told = True
            self.names += wire.authors
            self.source = self.source or wire.source
        elif self.source and not self.names and _OTHER.fullmatch(word):
            self.names.append(word)
        else:
            return False
        return True

    def _call(self, whose: str) -> bool:
        """Take what somebody is called; ``whose`` reporter he is: an outlet's, that of a place, or nobody says it."""
        if whose and not (is_place(whose) or whose.startswith("本") or OUTLET.match(whose)):
            return False
        self.told, self.edits = True, False
        self.source = self.source or ("" if is_place(whose) or whose.startswith("本") else whose)
        return True

    def _is_where(self, place: str) -> bool:
        """Whether words in front of what was done say where: a known place, or behind a name any short word."""
        return is_place(place) or (bool(self.names) and len(place) <= PLACE)


def parse(text: str, labelled: bool = False) -> MetaLine | None:
    """Who reports, of a line of such words and no other; ``labelled``: a label in front says that they wrote."""
    if len(text) > LONGEST or not (labelled or SIGN.search(text)):
        return None
    if OF_PART.match(text):
        return None
    around = _AROUND.match(text)
    bare = _ASIDE.sub("", around["inner"] if around else text).strip()
    words = [word for word in _BETWEEN.split(bare) if word]
    if not 2 <= len(words) <= MOST or ("\u3000" in bare and len(words) == 2 and persons.is_name(words[0])):
        return None  # what somebody is, in a list of signers
    row, barred = _Row(), bool(re.search(r"[|｜丨]", bare))
    if not all(row.take(word, at == 0, barred) for at, word in enumerate(words)):
        return None
    if row.names and (row.told or labelled):
        return MetaLine(authors=tuple(dict.fromkeys(row.names)), source=row.source, report=True)
    nobody = (row.edits or row.desk) and row.told and not row.source
    return MetaLine(desk=True, report=row.desk) if nobody else None
