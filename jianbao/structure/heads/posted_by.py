"""Who wrote a post, in a line of his own beside that of its day: ``Posted on 2025 年 11 月 9 日`` and ``by 北窗``.

Never: a line that begins so anywhere else, or with more than a name behind it; behind 由, which begins sentences, too,
what is no name.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import persons
from jianbao.structure.heads.meta_line import MetaLine

LONGEST = 24
"""Characters of such a line."""
_BY = re.compile(r"^(?P<by>[Bb]y|BY|由)\s+(?P<name>[^\s，。、：；:;|｜/／].{0,18}?)$")
_MARKS = re.compile(r"[，。：；！？:;!?「『《]")


def state(known: Sequence[Known]) -> list[Known]:
    """The parts with such lines told."""
    told = list(known)
    for index, item in enumerate(known):
        if len(item.plain) > LONGEST or item.role not in (Role.TITLE, Role.BODY):
            continue
        name = _name(item.plain)
        if name and any(map(_is_day, known[max(index - 1, 0) : index + 2])):
            told[index] = Known(item.part, Role.META, MetaLine(authors=(name,)))
    return told


def _name(text: str) -> str:
    """The name in such a line; empty if there is none."""
    match = _BY.match(text)
    if match is None or _MARKS.search(match["name"]) or (match["by"] == "由" and not persons.is_name(match["name"])):
        return ""
    return match["name"]


def _is_day(item: Known) -> bool:
    return item.role is Role.META and item.meta is not None and len(item.meta.date) == 10
