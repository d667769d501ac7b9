"""Forms in the head of a page: labels with their values beside them, below them, or in the line after.

Before: ``法規名稱：`` and the name in the next line; ``標題``, the title, ``註冊日期``, ``2026-02-24`` line by line;
``簽約國：聖露西亞`` among labelled lines of which one states a day.
After: facts.
Never: turns of speech, which end in sentences; a single label over a text.
"""

from __future__ import annotations

from dataclasses import replace

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks import headings
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.entries.entry_marks import is_greeting
from jianbao.structure.heads import imprint_lines, meeting_lines, meta_lines, persons
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import either, words

HEAD = 16
"""Parts on top of a page in which a label may stand above its value."""
LONGEST = 120
NARROWEST = 10
"""Han characters of a title below the fields of a release."""
LABEL = 6
"""Characters of a label at most."""

_LABEL = re.compile(
    r"^(?:"
    + "|".join(either(f"{kind}_labels") for kind in ("byline", "desk", "source", "date", "title", "issue"))
    + r")\s*[：:]$"
)
_OF_TEXT = re.compile(r"^[【\[〔［]\s*(?:內文|内文|內容|内容|正文|全文|本文)\s*[】\]〕］]$")
"""The label of the text below labelled facts."""
_COUNTED_LABEL = re.compile(r"^(?:點擊|点击|點閱|点阅|瀏覽|浏览|閱讀|阅读|人氣|人气)(?:數|数|次數|次数|人次|量)?$")
_FORM = re.compile(r"^(?:[\u3400-\u9fff][ \u3000]{0,4}){2,6}[：:]\s*[^：:。，]{0,40}$")
"""A field of a form."""
_FACT = re.compile(r"^(?:[\u3400-\u9fff][ \u3000]{0,4}){2,8}\s*[：:]")
"""A line of facts with its label, which may be spread, and others behind it."""


def state(known: list[Known]) -> None:
    """Tell the lines of forms in the head, in place, and who wrote what a mail passes on."""
    told = imprint_lines.wrote(known[0].plain) if known else None
    if told is not None:
        known[0] = Known(known[0].part, Role.META, told)
    for index in range(1, len(known)):
        if known[index - 1].role is Role.META and _OF_TEXT.match(known[index].plain):
            known[index] = Known(known[index].part, Role.META, MetaLine(desk=True))
    _valued(known)
    _columns(known)
    _fields(known)


def _valued(known: list[Known]) -> None:
    """Tell the values that stand in the line below their label, at the head of a page: 法規名稱： and the name."""
    for index in range(min(len(known), HEAD) - 1):
        label, value = known[index], known[index + 1]
        if not _LABEL.match(label.plain) or value.role is Role.BLOCK or len(value.plain) > LONGEST:
            continue
        if headings.is_addressee(value.plain):
            continue  # a letter begins with it
        meta = meta_lines.parse(label.plain + value.plain)
        if meta is None or (meta.desk and shapes.is_prose(value.plain)):
            continue
        known[index] = Known(label.part, Role.META, MetaLine(desk=True))
        title = (0, len(value.plain)) if meta.title[1] else (0, 0)
        known[index + 1] = Known(value.part, Role.META, replace(meta, title=title))


def _columns(known: list[Known]) -> None:
    """Tell labels without a colon, each with its value in the next line: 標題, the title, 註冊日期, 2026-02-24."""
    index, pairs = 0, list[tuple[int, MetaLine]]()
    top = known[: 2 * HEAD]
    while index + 1 < len(top):
        label, value = known[index].plain.strip("：: "), known[index + 1]
        named = label in words("desk_labels") and persons.is_name(value.plain)
        labelled = len(label) <= LABEL and (named or _LABEL.match(f"{label}："))
        meta = meta_lines.parse(f"{label}：{value.plain}") if labelled else None
        counted = bool(_COUNTED_LABEL.match(label)) and value.plain.replace(",", "").isdigit()
        if value.role is Role.BLOCK or not (meta or counted):
            if pairs and index > pairs[-1][0] + 1:
                break
            index += 1
            continue
        pairs.append((index, meta or MetaLine(desk=True)))
        index += 2
    if len(pairs) < 2:
        return
    for at, meta in pairs:
        title = (0, len(known[at + 1].plain)) if meta.title[1] else (0, 0)
        known[at] = Known(known[at].part, Role.META, MetaLine(desk=True))
        known[at + 1] = Known(known[at + 1].part, Role.META, replace(meta, title=title))


def _fields(known: list[Known]) -> None:
    """Tell the other fields of a form in the head, of which one states a day: three lines with a label or more."""
    index, of_meeting = 0, meeting_lines.places(known)
    while index < min(len(known), HEAD):
        end = index
        while end < min(len(known), HEAD) and _is_field(known[end]) and not shapes.ends_sentence(known[end].plain):
            end += 1
        fields = known[index:end]
        if len(fields) >= 3 and any(item.meta is not None and len(item.meta.date) == 10 for item in fields):
            last = end - _is_title_below(known, index, end)
            for at in range(index + _is_title_over(known, index, end), last):
                if known[at].role in (Role.TITLE, Role.BODY) and at not in of_meeting:
                    known[at] = Known(known[at].part, Role.META, MetaLine(desk=True))
        index = end + 1


def _is_title_over(known: list[Known], index: int, end: int) -> bool:
    """Whether the first of all lines has the form of a field and is the title, since none stands in the fields below it
    nor behind them: 專訪某某：舞蹈之外."""
    if index or known[0].role is not Role.TITLE:
        return False
    titled = any(item.meta is not None and item.meta.title[1] for item in known[:end])
    return not titled and all(item.role is not Role.TITLE for item in known[end : end + 2])


def _is_title_below(known: list[Known], index: int, end: int) -> bool:
    """Whether the last of the fields has the form of one alone and is the title: no other line in the head may be it,
    and text stands right below: 某某部：談判今起重開."""
    item = known[end - 1]
    if item.role is not Role.TITLE or end >= len(known) or known[end].role is not Role.BODY:
        return False
    others = (*known[:index], *known[index : end - 1])
    titled = any(other.role is Role.TITLE or (other.meta is not None and other.meta.title[1]) for other in others)
    return not titled and shapes.width(item.plain) >= NARROWEST and shapes.is_prose(known[end].plain)


def _is_field(item: Known) -> bool:
    """Whether a line is a field of a form: a label and its value, or a line of facts with a label; no 各位讀者："""
    if is_greeting(item.plain):
        return False
    return bool(_FORM.match(item.plain)) or (item.meta is not None and bool(_FACT.match(item.plain)))
