"""Lines of wire copy: （中央社記者王小明東京3日電） before a text, 記者王小明／台北報導 above it."""

from __future__ import annotations

import re

from jianbao.structure.heads import persons, written_dates
from jianbao.structure.heads.meta_line import MetaLine

_WIRE = re.compile(
    r"^[【〔（(\[]?\s*(?P<outlet>[\u3400-\u9fffA-Za-z]{0,10}?)(?:首席|資深|资深|高級|高级|實習|实习|見習|见习)?(?:特派員|特派記者|駐[\u3400-\u9fff]{2,6}記者|記者|编译|編譯|记者|實習記者)\s*"
    r"(?P<names>(?:[\u3400-\u9fff]{2,4}|[\u3400-\u9fff·]{4,12}"
    r"|[A-Z][\w .'-]{3,30})(?:[、，\s和及與][\u3400-\u9fff]{2,4})*?)"
    r"\s*(?:[／/](?P<place>[\u3400-\u9fff、\s\d]{0,16}?)?(?P<verb>報導|报道|報道|專訪|專題報導|綜合報導|整理|攝影|專電|電|採訪|特稿|撰文)?"
    r"|(?P<place2>[\u3400-\u9fff]{2,6}?\d{0,2}日?)?(?P<verb2>報導|报道|報道|專訪|綜合報導|專電|電))?\s*[】〕）)\]]?$"
)
_REPORTS = re.compile("[員者译譯]")
"""What each word for a reporter has."""
_WIRE_START = re.compile(
    r"^[（(〔【\[](?P<inner>[^（()）〔〕【】\[\]]{2,40}?(?:電|电|讯|訊|報導|报道|報道|特稿))[）)〕】\]]"
    r"|^(?:路透|法新社|美聯社|彭博|塔斯社|韓聯社|德新社)[\u3400-\u9fff]{0,8}\s?\d{1,2}月\d{1,2}日\s*(?:電|电)?\s*[-—–－]+"
    r"|^(?:[\u3400-\u9fff]{2,5}社|[\u3400-\u9fff]{3,7}通[讯訊]社|[\u3400-\u9fff]{1,4}[網网報报])[\u3400-\u9fff]{1,8}(?:\d{1,2}月)?\d{1,2}日(?:電|电|讯|訊)"
    r"(?:\s*[（(](?:記者|记者)[^（()）]{2,30}[）)])?|^本報訊[\s／/]"
    r"|^[\u3400-\u9fff]{2,12}\s?(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日\s?[電电訊讯]?\s*[/／][^/／\s]{2,12}[/／]\s*[-—–－]*"
)

_AT_PLACE = re.compile(r"^[【〔（(\[]?\s*[\u3400-\u9fff]{2,6}(?<![報报社刊台臺網网視视聞闻])特派[員员]\s*$")
"""A correspondent's place in front of his name, no outlet."""
_REPORTER = re.compile(r"\s*[（(](?:[\u3400-\u9fff]{2,6})?(?:記者|记者|特派員|特派员)[^（()）]{2,30}[)）]")
"""Who reports, in brackets right behind the place line."""
_WIRE_END = re.compile(
    r"[（(](?:[^（()）]{0,30}[／/])?(?:編輯|譯者|核稿|编辑|责编|編譯|审校|審校)[：:][^（()）]{2,40}[)）]\s*(?:1[01]\d{5})?$"
)
_WRITER = re.compile(
    r"^[【〔\[（(](?:文|撰文|撰稿|圖文|图文)\s?[／/｜|：:]\s?(?:(?P<outlet>[\u3400-\u9fffA-Za-z]{2,12})[\s\u3000]+)?"
    r"(?P<names>[\u3400-\u9fff·]{2,12}(?:[、\s\u3000][\u3400-\u9fff·]{2,8}){0,3})[】〕\]）)](?=[^\s])"
)
"""Who wrote a text, in brackets in front of its first sentence: 【文/某某網 某某】."""
_TOLD = re.compile(r"^(?P<who>[\u3400-\u9fff]{3,14})[\s\u3000]+[訊讯]$")
"""Which office a report is from: 海洋研究所　訊."""
_DAY = re.compile(r"(?:[一二三四五六七八九十\d]{1,2}月)?[一二三四五六七八九十廿\d]{1,3}日")
FORMS = (_WIRE, _WIRE_START, _TOLD)
"""Each line that ``parse`` reads is one of these."""


def start(text: str) -> int:
    """Length of a news agency's place line at the start of a paragraph; 0 if there is none."""
    match = _WIRE_START.match(text)
    return match.end() if match else 0


def day(text: str) -> str:
    """The day in such a place line, as printed without its year: 2月3日, 3日; empty if there is none, or a year."""
    head = text[: start(text)]
    found = None if written_dates.find(head) else _DAY.search(head)
    return found[0] if found else ""


def closes(text: str) -> bool:
    """Whether a paragraph ends with the names of an agency's desk: （編輯：王小明）1140804."""
    return bool(_WIRE_END.search(text[-60:]))


def authors(text: str) -> tuple[str, ...]:
    """Reporters named in such a place line: （中央社記者王小明東京3日電）."""
    writer = _WRITER.match(text) if text[:1] in "【〔[（(" else None
    if writer:
        return tuple(persons.names_in(writer["names"]) or ([writer["names"]] if writer["outlet"] else []))
    end = start(text)
    behind = _REPORTER.match(text, end) if end else None
    head = text[: behind.end() if behind else end]
    match = re.search(r"(?:記者|记者|編譯|編譯員|特派員)\s*([\u3400-\u9fff、 \u3000]{2,24})", head)
    if not match:
        return ()
    names: list[str] = []
    if behind:
        return tuple(piece for piece in re.split(r"[、／/ \u3000]+", match[1].strip()) if piece)
    for piece in re.split(r"[、／/ \u3000]+", match[1].strip()):
        name = next((piece[:size] for size in (3, 2) if persons.is_name(piece[:size])), "")
        if name:
            names.append(name)
    return tuple(names)


def source(text: str) -> str:
    """The agency in such a place line: 中央社, 新華社, 路透; empty if none is named."""
    head = text[: start(text)].strip("（(〔【[")
    match = re.match(
        r"[\u3400-\u9fff]{1,3}社|[\u3400-\u9fff]{3,7}通[讯訊]社|美聯社|路透|彭博|[\u3400-\u9fff]{1,4}[報报网網](?=專?[訊讯]|[\u3400-\u9fff、]{1,8}\d)",
        head,
    )
    return match[0] if match and not match[0].startswith("本") else ""


def parse(text: str) -> MetaLine | None:
    """A line that names reporters and their agency, or is its place line alone; else None."""
    told = _TOLD.match(text) if text[-1:] in "訊讯" else None
    if told and not persons.is_name(told["who"]):
        return MetaLine(source=told["who"], report=True)
    if start(text) == len(text):
        return MetaLine(authors=authors(text), source=source(text), report=True)
    return reporters(text)


def reporters(text: str) -> MetaLine | None:
    """What names reporters, and it may be their outlet: 記者王小明／台北報導; else None."""
    match = _WIRE.match(text) if _REPORTS.search(text) else None
    if not match or written_dates.find(text):
        return None
    names = persons.names_in(match["names"]) or ([match["names"]] if match["verb"] or match["verb2"] else [])
    outlet = match["outlet"] if _AT_PLACE.search(text[: match.start("names")]) is None else ""
    outlet = "" if outlet.startswith("本") else outlet  # 本報: a paper calls itself so, and this is not its page
    return MetaLine(authors=tuple(names), source=outlet) if names else None
