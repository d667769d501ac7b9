"""The head of a periodical right over its text: its offices, its name, its number and day, perhaps in two languages.

Before: ``某市政府國際科`` / ``某市役所国際課`` / ``港町通訊　みなとまち通信`` /
``第 46 號　2025 年 11 月 20 日發行（隔月刊）`` / ``第46号　令和7年11月20日発行``, then ``一、…`` to ``四、…``
After: the name is the title, the first office the source.
Never: a number and a day right over a title of their own; further lines that do not say the number again.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks import numbering
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import persons, written_dates
from jianbao.structure.heads.meta_line import MetaLine

MOST = 7
"""Lines of such a head."""
WIDEST = 24
"""Han characters of a line of it but for the number's."""
_ISSUE = re.compile(r"^(?:[總总]|[總总]?第)\s*(?P<n>[\d０-９〇零一二三四五六七八九十百]{1,6})\s*[號号期輯辑]")
_BESIDE = re.compile(r"[（(][^（()）]{1,8}[)）]|[\s\u3000,，/／|｜·・]")
"""What stands between a number and a day, and in brackets how often the paper comes out."""
_COMES_OUT = 3
"""Characters of the word behind a day: 發行, 出刊."""
_DIGITS = re.compile(r"\d+")


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with the lines of such a head told."""
    found = list(known)
    head = _head(known)
    if head is None:
        return found
    end, name, at = head
    issue, day = _issue(known[at].plain)
    sourced = False
    for index in range(end):
        stated = MetaLine(desk=True)
        if index == at:
            stated = MetaLine(date=day, date_text=known[at].plain, issue=issue)
        elif index < name and not sourced:
            stated, sourced = MetaLine(source=known[index].plain), True
        told = Role.TITLE if index == name else Role.META
        found[index] = Known(known[index].part, told, None if index == name else stated)
    return found


def _head(known: Sequence[Known]) -> tuple[int, int, int] | None:
    """How many parts such a head has, which is the name, and which states the number; None where there is none."""
    end = next((n for n, item in enumerate(known) if not _is_short(item)), len(known))
    at = next((n for n in range(1, min(end, MOST)) if _issue(known[n].plain)[1]), 0)
    if not at or end > MOST or end == len(known) or known[end].role is not Role.BODY:
        return None
    number = _issue_number(known[at].plain)
    if not all(number in _DIGITS.findall(written_dates.narrow(item.plain)) for item in known[at + 1 : end]):
        return None
    names = [n for n in range(at) if not persons.is_organisation(known[n].plain.split()[0])]
    name = max(names, default=-1)
    return (end, name, at) if name == at - 1 else None


def _is_short(item: Known) -> bool:
    """Whether a part may be a line of a head: no running text, and no more of a title than a name."""
    short = shapes.width(item.plain) <= WIDEST or bool(_issue(item.plain)[1])
    return item.role in (Role.TITLE, Role.META) and short and numbering.scheme(item.plain) is None


def _issue_number(text: str) -> str:
    match = _ISSUE.match(text)
    digits = _DIGITS.search(written_dates.narrow(match[0])) if match else None
    return digits[0] if digits else ""


def _issue(text: str) -> tuple[str, str]:
    """The number and the full day of a line that says nothing else; empty if it is none."""
    match = _ISSUE.match(text)
    dates = written_dates.find(text) if match else []
    if match is None or not dates or len(dates[0].iso) != 10 or dates[0].start < match.end():
        return "", ""
    rest = _BESIDE.sub("", text[match.end() : dates[0].start]), _BESIDE.sub("", text[dates[0].end :])
    return ("", "") if rest[0] or len(rest[1]) > _COMES_OUT else ("".join(match[0].split()), dates[0].iso)
