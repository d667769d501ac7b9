"""Lines printed above a title: a series with its number and the day, a report's number, the volume of a conference,
sections of a magazine."""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import written_dates
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import words

_NUMBERED = re.compile(
    r"^(?P<series>[\u3400-\u9fff]{2,16})[\s\u3000]*(?P<issue>(?:No\.?|NO\.?|Vol\.?)\s?[A-Z]{0,4}[-\d]{1,10}|第\s?\d{1,4}\s?[期號号輯辑])"
    r"(?:[\s\u3000|｜]+(?P<day>.{6,20}))?$"
)
"""A series with its number, and the day perhaps: 政策評論 No. 2024-07."""
_CODE = re.compile(r"^[A-Z]{1,8}[-–/ ]?\d{2,4}(?:[-–/.][\dA-Z]{1,8}){1,3}$")
"""The number of a report: WR-108-022."""
_VOLUME = re.compile(
    r"^(?P<name>[\d\u3400-\u9fff\s]{4,30}(?:論文集|论文集|研討會|研讨会|年會|年会|會議手冊|会议手册))(?:[\s\u3000]+\S{1,12}(?:[\s\u3000]\S{1,6})?)?$"
)
"""The volume of a conference, and which session: what stands above the title of one of its papers."""

_RUBRICS = re.compile(r"^(?P<one>[\u3400-\u9fff]{2,4})\s?[．・·‧•／/|｜]\s?(?P<other>[\u3400-\u9fff]{2,4})$")
"""Two sections of a magazine, one within the other: 國際．人物."""


def state(item: Known) -> MetaLine | None:
    """What a line above the title states: the series with its number and the day, sections, or the volume it is in."""
    found = numbered(item.plain)
    if found is not None:
        return found
    rubrics = _RUBRICS.match(item.plain)
    if rubrics and any(word in words("navigation") or word in words("series") for word in rubrics.groups()):
        return MetaLine(series=item.plain)
    if _CODE.match(item.plain):
        return MetaLine(issue=item.plain)
    volume = _VOLUME.match(item.plain)
    return MetaLine(source=volume["name"]) if volume else None


def numbered(text: str) -> MetaLine | None:
    """A series with its number, and the day perhaps; None for any other line."""
    match = _NUMBERED.match(text)
    dates = written_dates.find(match["day"] or "") if match else []
    if match is None or (match["day"] and not dates):
        return None
    date = dates[0].iso if dates else ""
    return MetaLine(date=date, date_text=match["day"] or "", series=match["series"], issue=match["issue"])


def named(lines: Sequence[Known]) -> list[Known]:
    """The lines above the title: one right above the number of an issue names the periodical."""
    above = list(lines)
    issue = above[1].meta if len(above) > 1 else None
    named = above and above[0].role is Role.TITLE and shapes.has_han(above[0].plain) and above[0].plain.isalnum()
    if named and issue is not None and issue.issue and not (issue.source or issue.series):
        above[0] = Known(above[0].part, Role.META, MetaLine(source=above[0].plain))
    return above
