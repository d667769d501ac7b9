"""The end of an article: who signed it, when, what he is, what the editors add."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jianbao.document import Block, BlockKind, Field
from jianbao.structure import headings, meta_lines, persons, shapes
from jianbao.structure.facts import Facts
from jianbao.structure.roles import SPOKEN_OF, Known, Role, kind_of

BULLET = "T06"

_ABOUT = re.compile(
    r"[（(【](?:本文)?作者(?P<name>[\u3400-\u9fff·]{2,12}?)?(?:為|是|係|現為|現任|：|:|，)(?P<what>[^（）()【】]{2,80})[）)】]\s*$"
)
_STAND = re.compile(r"不(?:必然)?代表(?P<who>[\u3400-\u9fffA-Za-z ]{2,24}?)(?:之|的)?(?:政策|立場|觀點|意見)")
_ABOUT_HIM = re.compile(r"^(?:本文)?作者(?:為|是|係|現為|現任)(?P<what>[^。；]{2,60})[。；]")
_OWN = re.compile(r"^(?:本|該|其|任何|作者|個人|任職|服務|所屬|所任|單位|機構)")
_WIRE_END = re.compile(
    r"[（(](?P<desk>[^（）()]{2,40})[）)]\s*(?P<date>1[01]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))?$"
)


def read(known: Sequence[Known], begin: int, facts: Facts) -> int:
    """Read the tail into ``facts``, from the end; returns the index after the last part of the body.

    The tail's printed lines are appended to ``facts.blocks`` in the order of the seed; facts that a head states hold.
    """
    end = label = len(known)
    while end > begin and _is_tail(known, end - 1, begin):
        if known[end - 1].role is Role.SIGNATURE:
            label = _above_names(known, end - 1, begin) if label >= end - 1 else label
            if begin < label < end - 2 and headings.is_list_label(known[label].plain):
                break  # the last of the names under a label such as 連署個人
        end -= 1
    for item in known[end:]:
        _take(item, facts)
    if end > begin:
        _inline(known[end - 1], facts)
    return end


def _is_tail(known: Sequence[Known], index: int, begin: int) -> bool:
    item = known[index]
    if item.role in (Role.SIGNATURE, Role.META, Role.END, Role.EDITOR, Role.SEPARATOR):
        return True
    if item.role is not Role.TITLE or index == begin:
        return False
    closes = index == len(known) - 1 or known[index + 1].role is not Role.TITLE
    spoken_of = sum(item.plain in other.plain for other in known[max(index - SPOKEN_OF, begin) : index]) >= 2
    if (
        bool(persons.names_in(item.plain))
        and not spoken_of
        and known[index - 1].role is Role.BODY
        and len(item.plain) <= 12
    ):
        return closes or persons.is_affiliation(known[index + 1].plain)
    before = known[index - 1]
    return persons.is_affiliation(item.plain) and bool(persons.names_in(before.plain)) and index == len(known) - 1


def _above_names(known: Sequence[Known], index: int, begin: int) -> int:
    """The nearest part above a signature that is no name below a label, or that is the label."""
    above = index - 1
    while above > begin and known[above].role in (Role.TITLE, Role.SIGNATURE):
        if headings.is_list_label(known[above].plain):
            break
        above -= 1
    return above


def _take(item: Known, facts: Facts) -> None:
    if item.role is Role.SEPARATOR:
        facts.removals.append(item.part.text.removed("T04", "a line of marks only"))
        return
    if item.meta:
        facts.state(item.meta, item.part)
    elif item.role is Role.TITLE and persons.names_in(item.plain):
        known = {author.value for author in facts.authors}
        facts.authors += [
            Field(name, lines=(item.part.first,)) for name in persons.names_in(item.plain) if name not in known
        ]
    elif item.role is Role.TITLE and facts.affiliation is None:
        facts.affiliation = Field(item.plain, lines=(item.part.first,))
    elif item.role is Role.EDITOR:
        _editor(item, facts)
    part = item.part
    mark = shapes.bullet(part.plain)
    if mark and item.role is Role.SIGNATURE:
        facts.removals.append(part.text.slice(0, mark).removed(BULLET, "mark before a signature"))
        part = part.cut(mark)
    kind = BlockKind.BYLINE if item.role is Role.TITLE else kind_of(item.role)
    facts.blocks.append(Block(kind, part.text))


def _editor(item: Known, facts: Facts) -> None:
    """A disclaimer names the publisher: 不代表某基金會之立場."""
    about = _ABOUT_HIM.match(item.plain)
    if about and facts.affiliation is None:
        facts.affiliation = Field(about["what"].strip(), lines=(item.part.first,))
    match = _STAND.search(item.plain)
    if match and facts.source is None and not _OWN.match(match["who"]):
        facts.source = Field(match["who"].strip(), lines=(item.part.first,))


def _inline(item: Known, facts: Facts) -> None:
    """What the last paragraph says in brackets at its end; the words stay where they are."""
    about = _ABOUT.search(item.plain[-120:])
    if about:
        name = about["name"] or ""
        if persons.is_name(name) and not facts.authors:
            facts.authors.append(Field(name, lines=(item.part.last,)))
        if facts.affiliation is None:
            facts.affiliation = Field(about["what"].strip(), lines=(item.part.last,))
        return
    wire = _WIRE_END.search(item.plain[-60:])
    if wire and wire["date"] and facts.date is None and meta_lines.parse(wire["desk"]):
        day = wire["date"]
        iso = f"{1911 + int(day[:3])}-{day[3:5]}-{day[5:]}"
        facts.date, facts.date_text = Field(iso, lines=(item.part.last,)), day
