"""The report of a talk, a reading or a discussion: fields of the event, and of the book or film it was about, below the
title, and among them who wrote down what was said.

Before: ``某某沙龍紀要`` / ``書名：…`` / ``作者：…`` / ``時間：…`` / ``地點：…`` / ``主講：…`` / ``紀錄：某某`` / text
After: the line on top is the title, the fields are paragraphs in their place, the writer is who recorded it.
Never: fields without the day, the place, a speaker and a recorder; minutes, which have a chair; fields below text.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import persons
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import either, words

TOP = 3
"""Lines above the fields at most: the title, and what stands around it."""
MOST = 30
"""Fields of a head at most."""
LONGEST = 120
"""Characters of a field."""

_FIELD = re.compile(
    r"^[^\w\s]?\s*(?P<label>[^\s，。：:「《]{1,10}(?:[\s\u3000]{1,8}[\u3400-\u9fff])?)\s*[：:]\s*(?P<value>\S.*)$"
)
_TIME = re.compile(r"(?:時間|时间|日期)$")
_PLACE = re.compile(r"(?:地點|地点|場地|场地|場所|场所|地址|會場|会场)$")
_CHAIR = re.compile(r"^(?:主席|[出列缺]席|請假|请假)")
_RECORDER = re.compile(rf"^{either('recorder_labels')}$")
_BRACKETS = re.compile(r"[（(][^（()）]*[)）]")


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with the head of such a report told."""
    begin = next((i for i, item in enumerate(known[: TOP + 1]) if i and _field(item)), 0)
    end = begin
    while begin and end < min(len(known), begin + MOST) and _field(known[end]):
        end += 1
    labels = ["".join(match["label"].split()) for item in known[begin:end] if (match := _field(item))]
    title = next((i for i in range(begin) if _may_be_title(known[i])), None)
    recorders = [begin + at for at, label in enumerate(labels) if _RECORDER.match(label)]
    if title is None or len(recorders) != 1 or end == len(known) or not _is_event(labels):
        return list(known)
    found = list(known)
    found[title] = Known(known[title].part, Role.TITLE)
    for index in range(begin, end):
        found[index] = Known(known[index].part, Role.BODY)
    names = _names(known[recorders[0]])
    if names:
        found[recorders[0]] = Known(known[recorders[0]].part, Role.META, MetaLine(authors=names, recorded=True))
    return found


def _field(item: Known) -> re.Match[str] | None:
    """The label and the value of a field; None for any other line."""
    if item.role is Role.BLOCK or len(item.plain) > LONGEST or shapes.ends_sentence(item.plain):
        return None
    return _FIELD.match(item.plain)


def _is_event(labels: Sequence[str]) -> bool:
    """Whether labels say when and where somebody spoke, and no chair is named as in minutes."""
    told = any(map(_TIME.search, labels)) and any(map(_PLACE.search, labels))
    return told and any(label in words("speaker_labels") for label in labels) and not any(map(_CHAIR.match, labels))


def _may_be_title(item: Known) -> bool:
    """Whether a line above the fields, which states nothing itself, may be the title."""
    stated = item.meta is not None and (item.meta.opens or bool(item.meta.series or item.meta.issue))
    shown = item.role in (Role.BLOCK, Role.CAPTION, Role.SEPARATOR)
    return not (stated or shown) and not shapes.ends_sentence(item.plain)


def _names(item: Known) -> tuple[str, ...]:
    match = _FIELD.match(item.plain)
    return tuple(persons.names_in(_BRACKETS.sub("", match["value"]).strip())) if match else ()
