"""Place lines of agencies and papers, in front of a text or alone.

``（中央社記者王小明東京3日電）``; ``【某某網報道 記者 王小明】``; ``新華社首爾3月12日電（記者 王小明）``
"""

from __future__ import annotations

from jianbao import regex as re
from jianbao.structure.heads import persons, reporter_rows, wire_lines
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.structure.heads.reporter_words import REPORTED, ROLE, name_before
from jianbao.word_lists import either, words

_REPORTER = re.compile(r"\s*[（(](?:[\u3400-\u9fff]{2,6})?(?:記者|记者|特派員|特派员)[^（()）]{2,30}[)）]")
"""Who reports, in brackets right behind the place line."""
_NAMED = re.compile(r"(?:記者|记者|編譯|编译|編譯員|特派員|特派员)[\s\u3000：:／/]*([\u3400-\u9fff·、 \u3000]{2,24})")
_ROW = re.compile(r"[、／/ \u3000]+")
_WRITER = re.compile(
    r"^[【〔\[（(](?:文|撰文|撰稿|圖文|图文)\s?[／/｜|：:]\s?(?:(?P<outlet>[\u3400-\u9fffA-Za-z]{2,12})[\s\u3000]+)?"
    r"(?P<names>[\u3400-\u9fff·]{2,12}(?:[、\s\u3000][\u3400-\u9fff·]{2,8}){0,3})[】〕\]）)](?=[^\s])"
)
"""Who wrote a text, in brackets in front of its first sentence: 【文/某某網 某某】."""
_TOLD = re.compile(r"^(?P<who>[\u3400-\u9fff]{3,14})[\s\u3000]+[訊讯]$")
"""Which office a report is from: 海洋研究所　訊."""
_OUTLET = (
    rf"(?P<name>(?!本)[\u3400-\u9fffA-Za-z]{{0,10}}?(?:{either('outlets')}|通[訊讯]社|{either('agencies')}"
    r"|[\u3400-\u9fff][報报](?![導道导])))"
)
_SOURCE = re.compile(
    r"(?P<agency>(?!本)[\u3400-\u9fff]{1,3}社|[\u3400-\u9fff]{3,7}通[讯訊]社)"
    rf"|{_OUTLET}(?=$|[\s（(：:／/]|\d|{ROLE}|{REPORTED}|[專专]?[訊讯電电]|[\u3400-\u9fff、]{{1,8}}(?:\d|$|{REPORTED}))"
)
_ALONE = re.compile(rf"^[（(【〔]{_OUTLET}[)）】〕](?=\S)")
"""An outlet alone in brackets, in front of a text."""
_DESK = re.compile(
    r"^(?P<outlet>[\u3400-\u9fffA-Za-z]{3,12})[\s\u3000／/｜|]+[\u3400-\u9fff]{2,6}(?:中心|組|组|部)[／/｜|\s\u3000]+"
    r"(?:[綜综]合|即[時时]|外[電电]|整理|[編编][譯译])?(?:報導|報道|报道|报导)$"
)
"""An outlet, one of its desks, and how it reports: 某某新聞網 國際中心／綜合報導."""
FORMS = (_TOLD, _DESK)
"""Lines of this kind that are no place lines of ``wire_lines``."""


def authors(text: str) -> tuple[str, ...]:
    """Reporters named in a place line in front of a text."""
    writer = _WRITER.match(text) if text[:1] in "【〔[（(" else None
    if writer:
        return tuple(persons.names_in(writer["names"]) or ([writer["names"]] if writer["outlet"] else []))
    end = wire_lines.start(text)
    behind = _REPORTER.match(text, end) if end else None
    head = text[: behind.end() if behind else end]
    match = _NAMED.search(head)
    if not match:
        row = reporter_rows.parse(head) if head[:1] in "【〔[（(" else None
        return row.authors if row else ()
    pieces = [piece for piece in _ROW.split(match[1].strip()) if piece]
    named = [name_before(piece) or (piece if behind else "") for piece in pieces]
    return tuple(name for name in named if name)


def source(text: str) -> str:
    """The agency or paper in such a place line: 中央社, 明報, 路透; empty if none is named."""
    alone = _ALONE.match(text) if text[:1] in "（(【〔" else None
    if alone:
        return _paper(alone["name"])
    match = _SOURCE.match(text[: wire_lines.start(text)].strip("（(〔【[]】〕）)"))
    return _paper(match["agency"] or match["name"]) if match else ""


def _paper(name: str) -> str:
    """The name, empty where it is that of another thing: 氣象預報."""
    return "" if name.endswith(words("no_papers")) else name


def parse(text: str) -> MetaLine | None:
    """A line that names reporters and their agency, or is its place line alone; else None."""
    told = _TOLD.match(text) if text[-1:] in "訊讯" else None
    if told and not persons.is_name(told["who"]):
        return MetaLine(source=told["who"], report=True)
    desk = _DESK.match(text) if text[-1] in "導道导" else None
    if desk and persons.is_organisation(desk["outlet"]):
        return MetaLine(source=desk["outlet"], report=True)
    if wire_lines.start(text) == len(text):
        return MetaLine(authors=authors(text), source=source(text), report=True)
    return wire_lines.reporters(text)
