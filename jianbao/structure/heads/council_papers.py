"""Papers written for a council or one of its committees: their title stands below the number, what kind of paper it is,
the committee and the meeting, and may take several lines.

Before: ``立法會CB(2)1874/2025(03)號文件`` / ``討論文件`` / ``交通委員會`` / ``離島渡輪服務`` / ``中期檢討`` / ``目的``
After: the title ``離島渡輪服務中期檢討``.
Never: a text without such a number on top; lines above a first heading that facts part from the title.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from jianbao import regex as re
from jianbao.provenance import MappedText
from jianbao.structure import joints, shapes
from jianbao.structure.blocks import numbering
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import paper_numbers
from jianbao.structure.heads.meta_line import MetaLine

TOP, HEAD = 6, 16
"""Parts among which the number stands, and among which the title ends."""
LONGEST_HEADING, LONGEST_TITLE = 8, 80
"""Han characters of the first heading, and of a title."""
_KIND = re.compile(r"^[\u3400-\u9fff]{0,4}文件$|^供[\u3400-\u9fff]{2,16}(?:參考|參閱|討論|审议|審議|参考|讨论)$")
"""What a paper is for."""
_COMMITTEE = re.compile(
    r"^[\u3400-\u9fff（）()]{2,30}(?:委員會|委员会|小組|小组|立法會|會議|会议)(?:[（(][^（()）]{2,12}[)）])?$"
)


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with the lines of such a paper's title joined and told, and those above it told to be none."""
    number = next((i for i, item in enumerate(known[:TOP]) if paper_numbers.is_of_council(item.plain)), None)
    end = next((i for i, item in enumerate(known[:HEAD]) if item.role is Role.BODY), 0)
    if number is None or end < number + 2 or not _is_heading(known[end - 1]):
        return list(known)
    begin = last = end - 1
    while begin - 1 > number and _is_title(known[begin - 1]) and (begin == last or not known[begin].part.gap):
        begin -= 1
    lines = known[begin:last]
    if not lines or sum(shapes.width(item.plain) for item in lines) > LONGEST_TITLE:
        return list(known)
    above = [_told(item) if _is_above(item) else item for item in known[:begin]]
    return [*above, _joined(lines), *known[last:]]


def _is_heading(item: Known) -> bool:
    """Whether a part may be the heading of the first section: 目的, 1. 引言."""
    found = numbering.scheme(item.plain)
    return (
        item.role in (Role.TITLE, Role.META)
        and shapes.width(item.plain[found.end if found else 0 :]) <= LONGEST_HEADING
    )


def _is_title(item: Known) -> bool:
    return item.role is Role.TITLE and not _is_above(item)


def _is_above(item: Known) -> bool:
    """Whether a line says what the paper is for, or to which committee it goes."""
    return bool(_KIND.match(item.plain) or _COMMITTEE.match(item.plain))


def _told(item: Known) -> Known:
    return item if item.meta is not None else Known(item.part, Role.META, MetaLine(desk=True))


def _joined(lines: Sequence[Known]) -> Known:
    """The lines as one part that is the title and says so."""
    texts = [lines[0].part.text]
    for before, item in pairwise(lines):
        if joints.needs_space(before.plain, item.plain):
            texts.append(MappedText.inserted(" ", joints.JOINT))
        texts.append(item.part.text)
    text = MappedText.concat(texts)
    part = replace(lines[0].part, text=text, last=lines[-1].part.last, gap_after=lines[-1].part.gap_after)
    return Known(part, Role.META, MetaLine(title=(0, len(text.plain))))
