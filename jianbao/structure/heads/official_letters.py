"""The end of a letter that offices send out: their names and the day below the text, and who gets a copy of it.

Before: ``各省…部门：`` / text / ``商务部办公厅　海关总署办公厅`` / ``2024年11月28日`` / ``抄送：某部。``
After: the offices and the day close the letter, which is of that day; what stands below them is no text.
Never: a story below an outlet and its day; a text that is addressed to nobody and has no number of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import persons
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import either, words

TOP = 7
"""Parts on top among which the number of a letter stands, or whom it is addressed to."""
OFFICES, BELOW = 8, 8
"""Lines of offices above the day, and lines below it, at most."""
LONGEST = 60
"""Characters of a line below the day that is in brackets."""

_NUMBER = re.compile(r"[\u3400-\u9fff]{1,12}\s?[〔\[［（(](?:19|20)\d\d[〕\]］）)]\s?\d{1,5}\s?[号號]")
_ADDRESSED = re.compile(r"^(?!.*[。！？；])[^：:]*(?:各|[厅廳局委部署院会會办辦司处處市省区區县縣府行校])[^：:]*[：:]$")
_APART = re.compile(r"[\s\u3000、]+")
_CIRCULATED = re.compile(rf"{either('circulation_labels')}")


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with those that close an official letter told."""
    days = [index for index, item in enumerate(known) if _is_day(item)]
    if not days or not any(_NUMBER.search(item.plain) or is_addressed(item.plain) for item in known[:TOP]):
        return list(known)
    day = days[-1]
    signed = _offices(known, day)
    below = known[day + 1 :]
    if not signed or len(below) > BELOW or not all(_is_circulated(item) for item in below):
        return list(known)
    found = list(known)
    for index in signed:
        found[index] = Known(known[index].part, Role.SIGNATURE, MetaLine())
    for index in range(day + 1, len(known)):
        if known[index].role is not Role.SEPARATOR:
            found[index] = Known(known[index].part, Role.META, MetaLine(desk=True))
    return found


def is_addressed(text: str) -> bool:
    """Whether a line says to whom an official letter goes: 各省、自治区人民政府："""
    return bool(_ADDRESSED.match(text))


def _is_day(item: Known) -> bool:
    meta = item.meta
    stated = item.role is Role.META and meta is not None and len(meta.date) == 10
    return stated and meta is not None and shapes.key(item.plain) == shapes.key(meta.date_text)


def _offices(known: Sequence[Known], day: int) -> list[int]:
    """The lines right above a day that name offices and nothing else."""
    lines: list[int] = []
    for index in range(day - 1, max(day - 1 - OFFICES, 0), -1):
        if known[index].role is Role.BLOCK or not all(_is_office(name) for name in _APART.split(known[index].plain)):
            break
        lines.append(index)
    return lines


def _is_office(name: str) -> bool:
    ended = name.endswith(words("office_endings")) and not shapes.is_loud(name) and name.isalnum()
    return ended or (persons.is_organisation(name) and not shapes.is_prose(name))


def _is_circulated(item: Known) -> bool:
    """Whether a line below the day says who gets the letter, or is a remark in brackets."""
    remark = shapes.is_bracketed(item.plain) and len(item.plain) <= LONGEST
    return item.role is Role.SEPARATOR or remark or bool(_CIRCULATED.search(item.plain))
