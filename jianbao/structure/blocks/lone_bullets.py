"""Bullets and numbers of items that an extractor wrote in lines of their own: put in front of their items again.

Before: ``•`` / ``增設候潮站，逐時公布水位；`` / ``•`` / ``修復圳溝的閘門。``
After: ``• 增設候潮站，逐時公布水位；`` and ``• 修復圳溝的閘門。``
Never: a single such line; an ornament between parts of a text; numbers that do not count from 1
below a colon, as those of parts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from jianbao import regex as re
from jianbao.provenance import MappedText
from jianbao.structure import joints
from jianbao.structure.blocks.known import Known, Role

FEWEST = 2
"""Items of a list at least."""
LONGEST = 300
"""Characters of an item at most."""
_BULLET = re.compile(r"[•●■□◆▪▫‣◦○‧∙·➢➤✓]")
_DASH = re.compile(r"[-–—*]")
"""A bullet only where other items have it in front of them."""
_NUMBER = re.compile(r"[（(]?(?P<n>\d{1,2}|[一二三四五六七八九十]{1,2})(?:[.．、]|[)）]、?)")
_ORDER = {char: value for value, char in enumerate("一二三四五六七八九十", start=1)}


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, each such bullet one with the part below it."""
    alone = [_sign(item) for item in known]
    counts = Counter(sign for n, sign in enumerate(alone) if sign and _has_item(known, alone, n))
    for sign in filter(_DASH.fullmatch, counts):
        if not any(item.plain.startswith(f"{sign} ") for item in known):
            counts[sign] = 0
    signs = {sign for sign, count in counts.items() if count >= FEWEST and (sign != "#" or _counts(known, alone))}
    if not signs:
        return list(known)
    done: list[Known] = []
    index = 0
    while index < len(known):
        if alone[index] in signs and _has_item(known, alone, index):
            done.append(_one(known[index], known[index + 1]))
            index += 1
        else:
            done.append(known[index])
        index += 1
    return done


def _sign(item: Known) -> str:
    """The bullet that a part is and nothing else; ``#`` for a number."""
    if len(item.plain) > 5 or item.part.block is not None:
        return ""
    if _BULLET.fullmatch(item.plain) or _DASH.fullmatch(item.plain):
        return item.plain
    return "#" if _NUMBER.fullmatch(item.plain) else ""


def _has_item(known: Sequence[Known], alone: Sequence[str], index: int) -> bool:
    """Whether words that may be an item stand right below a bullet."""
    if index + 1 >= len(known) or alone[index + 1]:
        return False
    below = known[index + 1]
    return below.role in (Role.BODY, Role.TITLE) and below.part.block is None and len(below.plain) <= LONGEST


def _counts(known: Sequence[Known], alone: Sequence[str]) -> bool:
    """Whether the numbers that stand alone count from 1, each list of them below a colon."""
    last = 0
    for index, item in enumerate(known):
        match = _NUMBER.fullmatch(item.plain) if alone[index] == "#" else None
        if match is None:
            continue
        value = int(match["n"]) if match["n"].isdecimal() else _ORDER.get(match["n"], 0)
        opens = value == 1 and index > 0 and known[index - 1].plain.endswith(("：", ":"))
        if not opens and not (last and value == last + 1):
            return False
        last = value
    return True


def _one(bullet: Known, item: Known) -> Known:
    glue = " " if bullet.plain[-1] not in "、）" else ""
    text = MappedText.concat((bullet.part.text, MappedText.inserted(glue, joints.JOINT), item.part.text))
    return Known(replace(item.part, text=text, first=bullet.part.first, gap=bullet.part.gap), Role.BODY)
