"""The label and the title of a table that an extractor broke apart at the wide blank between them.

Before: ``表1`` / ``離島海水淡化廠產水率`` / ``單位：%`` and the table
After: ``表1 離島海水淡化廠產水率`` / ``單位：%`` and the table
Never: a label below which no table stands within two lines; a title that has a label of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jianbao import regex as re
from jianbao.document import BlockKind
from jianbao.provenance import MappedText
from jianbao.structure import shapes
from jianbao.structure.joints import JOINT
from jianbao.structure.parts import Part

LONGEST = 40
"""Characters of a title, and of a line of units between it and the table."""
NEAR = 2
"""Lines between a label and the table, at most: the title, and one of units."""
_LABEL = re.compile(
    r"^(?:附?表|Table)\s?(?:[A-Z]?\d{1,3}(?:[-–.．]\d{1,3})?|[一二三四五六七八九十]{1,3}(?:之[一二三四五六七八九十])?)[：:.．、]?$"
)


def join(parts: Sequence[Part]) -> list[Part]:
    """The parts, each such label and title one."""
    joined: list[Part] = []
    for part in parts:
        joined.append(part)
        if part.block is None or part.block.kind is not BlockKind.TABLE:
            continue
        at = next((n for n in range(len(joined) - 2, max(len(joined) - 4 - NEAR, -1), -1) if _is_label(joined[n])), -1)
        between = joined[at + 1 : -1]
        if at >= 0 and between and len(between) <= NEAR and all(map(_is_short, between)) and _is_title(between[0]):
            joined[at : at + 2] = [_one(joined[at], between[0])]
    return joined


def _is_label(part: Part) -> bool:
    return _is_short(part) and bool(_LABEL.match(part.plain))


def _is_short(part: Part) -> bool:
    line = part.block is None or part.block.kind is BlockKind.PARAGRAPH
    return line and len(part.plain) <= LONGEST and not shapes.ends_sentence(part.plain)


def _is_title(part: Part) -> bool:
    return shapes.is_title_like(part.plain) and not re.search("[：:]", part.plain)


def _one(label: Part, title: Part) -> Part:
    text = MappedText.concat((label.text, MappedText.inserted(" ", JOINT), title.text))
    block = replace(label.block, text=text) if label.block is not None else None
    return replace(label, text=text, last=title.last, gap_after=title.gap_after, block=block)
