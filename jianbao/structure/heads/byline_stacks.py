"""What stands one below the other between a title and the text, a day among it: the outlet, who wrote, who did what.

Before: ``某某報`` / ``何青嵐`` / ``2026年2月3日 週二 下午2:05``; ``文 何青嵐`` / ``攝影 牧仁`` / ``2026/2/3``;
``何青嵐〔作者簡介〕``
After: the outlet and the writer.
Never: lines without a day above or below them; the first line, which is the title; a name that is a word, too.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import like_names, persons, writer_lines
from jianbao.structure.heads.fact_tokens import OUTLET
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import words

MOST, LONGEST = 8, 16
"""Lines between a title and the text, and characters of one of them."""
NAME = 3
"""Characters of most names."""
NARROWEST = 6
"""Han characters of a title, at least."""
_ABOUT = re.compile(
    r"^(?P<name>[^【〔［\[（(]{2,10}?)\s*[【〔［\[（(]\s*作者(?:[簡简]介|介[紹绍]|[檔档]案)\s*[】〕］\])）]$"
)
"""A writer with the button that tells about him."""


_AT = "於于在"
"""What a line begins with that says where somebody spoke."""
_IN = "Published in"
"""The label above the publication of a platform."""
_BESIDE = re.compile(
    r"^(?:[（(](?P<outlet>[^（()）]{2,12})[)）]\s*(?P<name>[\u3400-\u9fff·]{2,8})"
    r"|(?P<writer>[\u3400-\u9fff·]{2,8})[，,]\s?(?P<paper>[^，,]{2,12}))$"
)
"""A writer with the outlet in brackets in front, or behind a comma."""


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with such lines told."""
    told = list(known)
    begin = 0
    while begin < len(known):
        end = begin
        while end < len(known) and known[end].role in (Role.TITLE, Role.META):
            end += 1
        if end - begin > 2:
            _tell(told, begin, end)
        begin = max(end, begin + 1)
    return told


def _tell(told: list[Known], begin: int, end: int) -> None:
    """Tell the lines of one run of short ones: those between its title and its day, and those right below the day."""
    title = next((at for at in range(begin, end) if _may_be_title(told[at])), end)
    days = [at for at in range(max(title - 1, begin), end) if _is_day(told[at])]
    if not days or days[-1] - title > MOST:
        return
    for at in range(title + 1, min(max(days[-1], title) + 1 + MOST, end)):
        if told[at - 1].plain == _IN and told[at].role is Role.TITLE:
            told[at - 1] = Known(told[at - 1].part, Role.META, MetaLine(desk=True))
            told[at] = Known(told[at].part, Role.META, MetaLine(source=told[at].plain))
        if told[at].role is not Role.TITLE or len(told[at].plain) > LONGEST:
            continue
        named = any(item.meta is not None and item.meta.authors for item in told[title + 1 : end])
        meta = _stated(told[at].plain, named)
        if meta is None and at > days[-1]:
            return
        if meta is not None:
            told[at] = Known(told[at].part, Role.META, meta)


def _may_be_title(item: Known) -> bool:
    return item.role is Role.TITLE and shapes.width(item.plain) >= NARROWEST and not persons.is_name(item.plain)


def _is_day(item: Known) -> bool:
    return item.role is Role.META and item.meta is not None and len(item.meta.date) == 10


def _glued(text: str) -> MetaLine | None:
    """A work or an outlet and a name of three characters behind it, as a browser of text leaves them without the blank
    between: 文何青嵐, 某某時報何青嵐."""
    front, name = text[:-NAME], text[-NAME:]
    if not front or not persons.is_name(name) or like_names.is_word(name):
        return None
    if front in words("byline_labels"):
        return MetaLine(authors=(name,))
    if front in words("desk_labels"):
        return MetaLine(desk=True)
    return MetaLine(authors=(name,), source=front) if OUTLET.match(front) else None


def _stated(text: str, named: bool) -> MetaLine | None:
    """What a line of such a run states. ``named``: another one names the writer."""
    about = _ABOUT.match(text)
    if about:
        return MetaLine(authors=(about["name"].strip(),))
    beside = _BESIDE.match(text)
    if beside:
        name, outlet = beside["name"] or beside["writer"], beside["outlet"] or beside["paper"]
        if persons.is_name(name) and OUTLET.match(outlet):
            return MetaLine(authors=(name,), source=outlet)
    work = writer_lines.WORK.match(text)
    if work and persons.is_name(work["name"]):
        wrote = work["work"] in words("byline_labels")
        return MetaLine(authors=(work["name"],)) if wrote else MetaLine(desk=True)
    glued = _glued(text)
    if glued is not None or (OUTLET.match(text) and text not in words("navigation")):
        return glued or MetaLine(source=text.strip("《》〈〉"))
    if not named and persons.is_name(text) and not like_names.is_word(text) and text[0] not in _AT:
        return MetaLine(authors=tuple(persons.names_in(text)) or (text,))
    return None
