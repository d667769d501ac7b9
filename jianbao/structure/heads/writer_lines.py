"""Lines that name writers without a label: what they did stands beside them, or their outlet."""

from __future__ import annotations

from jianbao import regex as re
from jianbao.structure.heads import like_names, names_with_work, persons, reporter_rows
from jianbao.structure.heads.fact_tokens import OUTLET, PLACE_VERB, WRITES_FOR
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import either, words

WORK = re.compile(
    rf"^(?P<work>{either('byline_labels')}|{either('desk_labels')}|[圖图繪绘影])[\s\u3000]+(?P<name>[\u3400-\u9fff·]{{2,8}})$"
)
"""A work and who did it, a space between."""
_PAIRS = re.compile(
    rf"[|｜/／]|(?<=[\u3400-\u9fff])[\s\u3000]+(?=(?:{either('byline_labels')}|{either('desk_labels')}|[圖图繪绘影])[\s\u3000])"
)
_DONE = re.compile(
    rf"(?P<work>{either('byline_labels')}|{either('desk_labels')}|[圖图繪绘影攝摄])[．・·‧•](?P<name>[\u3400-\u9fff\u30a0-\u30ff]{{2,8}})"
)
"""The same with a dot between: 文．某某　圖．某某."""
LONGEST_SENT = 60
"""Characters of a line that says who sends a report from where."""
LONGEST_NAME = 8
"""Characters of a name in front of which its bearer's job stands."""
LONG_OUTLET = 3
"""Characters of an outlet's name, at least, beside which a writer's may stand without a slash."""
_NAME_FIRST = re.compile(r"^(?P<name>[\u3400-\u9fff·]{2,8})\s*[|｜/／]\s*(?:文|撰文|撰稿|作者|著)$")
_NAME_LAST = re.compile(
    r"^(?:讀者|读者|講者|讲者|主講|主讲|報告人|报告人|作者|撰文|撰稿|執筆|执笔|記者|记者)[\s\u3000]+(?P<name>[\u3400-\u9fff·]{2,4})$"
)
_NAME_ROLE = re.compile(
    r"^(?P<name>[\u3400-\u9fff·]{2,8})[\s\u3000]+(?:[譯译]|[編编][譯译]|整理|口述|撰文|[採采][寫写]|[報报][導导道])$"
)
_TRANSLATED = re.compile(
    r"^[（(【]?(?P<name>[\u3400-\u9fff·]{2,8}?)[\s\u3000]*[／/｜|]?[\s\u3000]*(?:中|英|日)?[譯译](?:者|寫|写|註|注)?[）)】]?$"
)
"""Who translated a text: 某某 譯, （某某譯）."""
_OWN_COLUMN = re.compile(r"^(?P<name>[\u3400-\u9fff]{2,4})(?:專欄|专栏)$")
_OF_OLD = re.compile(
    rf"^(?:[〔［【\[（(]{either('dynasties')}(?:代|朝)?[〕］】\]）)][\s\u3000]*(?P<named>[\u3400-\u9fff]{{2,4}})"
    rf"|{either('dynasties')}(?:代|朝)?[\s\u3000]*[．·・·‧•][\s\u3000]*(?P<name>[\u3400-\u9fff]{{2,4}}))$"
)
"""A writer of old, his dynasty in front: 〔唐〕某某, 宋·某某."""
_PARTED = re.compile(r"[\s/／╱∕|｜]")
_BESIDE = re.compile(r"\s*[/／╱∕|｜]\s*|\s+")
_SLASH = re.compile("[/／╱∕]")
_AROUND = re.compile(r"^[【〔［](?P<inner>[^【】〔〕［］]*)[】〕］]$")
_SENT = re.compile(
    r"^(?:(?P<outlet>[\u3400-\u9fffA-Za-z]{0,10}?)"
    r"(?P<role>(?:特約|特约|自由|資深|资深|首席|高級|高级|實習|实习)?(?:記者|记者|撰稿人?|撰述|作者|特派員|特派员|實習生|实习生))[\s／/｜|：:]*)?"
    r"(?P<names>[\u3400-\u9fff·、，和 \u3000]{2,40}?)[\s\u3000]*(?:發自|发自|寫於|写于|攝於|摄于)[\s\u3000]*"
    r"[\u3400-\u9fff·、，和及 \u3000]{2,30}?(?:報導|報道|报道)?$"
)
"""Who sends a report from where: 某某週刊特約撰稿人 甲 發自某地."""
_HELPED = re.compile(
    r"^(?:本[報报刊網网社])?[\u3400-\u9fff]{0,6}(?:記者|记者|撰稿人|實習生|实习生|研究員|研究员)[\s\u3000／/]*(?P<names>[\u3400-\u9fff·、，\s]{2,24}?)"
    r"[\s\u3000]*(?:對本文亦?有貢獻|对本文亦?有贡献|亦有貢獻|亦有贡献|對此文亦?有貢獻|协助采访|協助採訪|參與採訪|参与采访)。?$"
)
"""Who helped a reporter."""
_PARTS = re.compile(r"[、，和\s]+")
_PRESS = re.compile(
    r"^本?[報报刊台社網网]?(?:特約|特约|實習|实习|見習|见习)?(?:記者|记者)[\s\u3000／/]*(?P<names>[\u3400-\u9fff、\s\u3000]{2,24}?)"
    r"(?:[\s\u3000]+(?:通訊員|通讯员|實習生|实习生)[\s\u3000]*(?P<more>[\u3400-\u9fff、\s\u3000]{2,24}))?$"
)
"""A paper's own reporters, and who helped them from outside: 本报记者 李 娟 通讯员 王大明."""
_TOLD_BY = re.compile(
    r"^本[報报刊台社][\u3400-\u9fff]{0,4}[訊讯][\s\u3000]*[（(](?:本[報报刊台社])?(?:記者|记者|通訊員|通讯员)[\s\u3000]*"
    r"(?P<names>[\u3400-\u9fff、\s\u3000]{2,24})[）)]$"
)
"""Whose report it is, alone in a line: 本报讯（记者 孙文）."""
_FROM_PLACE = re.compile(
    r"^[（(〔【\[](?P<place>[\u3400-\u9fff]{2,8})\s?[=＝]\s?(?P<names>[\u3400-\u9fff·、，\s]{2,24}?)\s*(?:記者|记者|特派[員员])[）)〕】\]]$"
)
"""As agencies of Korea print their reporters: [濟州＝某某 記者]."""
_LETTERS = re.compile(r"(?<![\u3400-\u9fff])([\u3400-\u9fff])[\s\u3000]+([\u3400-\u9fff])(?![\u3400-\u9fff])")
"""A name of two characters that was spread to the width of three."""
FORMS = (
    _SENT,
    _PRESS,
    _TOLD_BY,
    _FROM_PLACE,
    _HELPED,
    _OWN_COLUMN,
    _NAME_FIRST,
    _NAME_ROLE,
    _TRANSLATED,
    _NAME_LAST,
    _DONE,
    _OF_OLD,
    PLACE_VERB,
    reporter_rows.SIGN,
    names_with_work.FORM,
)
"""One of these comes in such a line, unless it has bars or spaces alone."""


def parse(text: str) -> MetaLine | None:
    """Who wrote or reported, of a line that says it without a label; else None."""
    named = _of_old(text) or spaced(text) or _dotted(text) or with_outlet(text) or _column(text) or _behind(text)
    return named or _of_press(text) or reporter_rows.parse(text) or names_with_work.parse(text)


def _of_old(text: str) -> MetaLine | None:
    """``〔唐〕某某``, ``宋·某某``: a writer of a dynasty."""
    match = _OF_OLD.match(text)
    name = (match["named"] or match["name"]) if match else ""
    return MetaLine(authors=(name,)) if match and (match["named"] or persons.is_name(name)) else None


def _of_press(text: str) -> MetaLine | None:
    """``本报记者 李 娟 通讯员 王大明``, ``本报讯（记者 孙文）``, ``[濟州＝閔書雅 記者]``: a paper's reporters."""
    forms = (_PRESS, _TOLD_BY, _FROM_PLACE) if len(text) <= LONGEST_SENT else ()
    match = next((match for form in forms if (match := form.match(text))), None)
    if match is None:
        return None
    found = match.groupdict()
    cells = [found["names"], found.get("more") or ""]
    names = [name for cell in cells for name in re.split(r"[、\s\u3000]+", _LETTERS.sub(r"\1\2", cell)) if name]
    return MetaLine(authors=tuple(names), report=True) if names and all(map(persons.is_name, names)) else None


def spaced(text: str) -> MetaLine | None:
    """``文 牧仁 | 圖 何青嵐``, ``文　牧仁　　攝影　何青嵐``: several works, a space and who did each, between bars or
    one behind the other."""
    pieces = _PAIRS.split(text) if len(text) <= LONGEST_SENT else []
    parts = [WORK.match(part.strip()) for part in pieces] if len(pieces) > 1 else []
    done = [(match["work"], match["name"]) for match in parts if match and persons.is_name(match["name"])]
    wrote = tuple(name for work, name in done if work in words("byline_labels"))
    return MetaLine(authors=wrote, desk=True) if wrote and 2 <= len(done) == len(parts) else None


def _dotted(text: str) -> MetaLine | None:
    """``文．牧仁　圖．何青嵐``: works, a dot and who did each, of any people where several works are named."""
    parts = [_DONE.fullmatch(part) for part in _BESIDE.split(text)] if len(text) <= LONGEST_SENT else []
    several = len(parts) > 1
    done = [(match["work"], match["name"]) for match in parts if match and (several or persons.is_name(match["name"]))]
    wrote = tuple(name for work, name in done if work in words("byline_labels"))
    if len(done) == len(parts) and wrote:
        return MetaLine(authors=wrote, desk=True)
    alone = parts[0] if len(parts) == 1 else None
    return MetaLine(desk=True) if alone and alone["work"] in words("desk_labels") else None


def _behind(text: str) -> MetaLine | None:
    """``牧仁 | 文``, ``作者 牧仁``, ``牧仁 為某某網撰稿``: a name and what its bearer did, with no colon; names of any
    people."""
    name, _, rest = text.partition(" ") if " " in text else text.partition("\u3000")
    written = WRITES_FOR.match(rest.strip()) if rest and persons.is_name(name) else None
    if written:
        return MetaLine(authors=(name,), source=written["outlet"])
    translated = _TRANSLATED.match(text)
    if translated and persons.is_name(translated["name"]) and not like_names.is_word(translated["name"]):
        return MetaLine(desk=True)
    match = _NAME_FIRST.match(text) or _NAME_LAST.match(text)
    if match is None and (match := _NAME_ROLE.match(text)) and not persons.is_name(match["name"]):
        return None
    return MetaLine(authors=(match["name"],)) if match else None


def sent(text: str) -> MetaLine | None:
    """``某某週刊特約撰稿人 甲、乙 發自某地``: an outlet perhaps, names, and where they are; or who helped them."""
    if len(text) > LONGEST_SENT:
        return None
    if _HELPED.match(text):
        return MetaLine(desk=True)
    match = _SENT.match(text)
    if match is None:
        return None
    named = match["names"].strip("、，和 \u3000")
    names = persons.names_in(named) or (_PARTS.split(named) if match["role"] else [])
    if not names or max(map(len, names)) > LONGEST_NAME:
        return None
    outlet = match["outlet"] or ""
    return MetaLine(authors=tuple(names), source="" if outlet.startswith("本") else outlet, report=True)


def _column(text: str) -> MetaLine | None:
    """``何青嵐專欄``: a writer's own column."""
    match = _OWN_COLUMN.match(text.strip("【】〔〕〈〉《》"))
    return MetaLine(authors=(match["name"],), series=text) if match and persons.is_name(match["name"]) else None


def with_outlet(text: str) -> MetaLine | None:
    """``甲 / 乙 / 某某日報``: two writers or more and the outlet; ``【某某報╱甲】``, ``【某某報／社論】``."""
    around = _AROUND.match(text) if text[0] in "【〔［" else None
    text = around["inner"] if around else text
    parted = len(text) <= 40 and _PARTED.search(text)
    pieces = [piece for piece in _BESIDE.split(text) if piece] if parted else []
    if around and len(pieces) == 2 and OUTLET.match(pieces[0]) and pieces[1] in words("series"):
        return MetaLine(source=pieces[0], series=pieces[1])
    if len(pieces) == 2 and _SLASH.search(text) and OUTLET.match(pieces[0]) and persons.is_name(pieces[1]):
        return MetaLine(authors=(pieces[1],), source=pieces[0])
    long = bool(pieces) and (len(pieces[0]) >= LONG_OUTLET or pieces[0] in words("outlet_names"))
    if len(pieces) == 2 and long and OUTLET.match(pieces[0]) and persons.is_name(pieces[1]):
        return MetaLine(authors=(pieces[1],), source=pieces[0])
    if len(pieces) < 3 or not OUTLET.match(pieces[-1]) or not all(map(persons.is_name, pieces[:-1])):
        return None
    return MetaLine(authors=tuple(pieces[:-1]), source=pieces[-1].strip("《》〈〉"))
