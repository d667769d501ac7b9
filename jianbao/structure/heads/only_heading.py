"""A line right below a title over a text that has no heading: its subtitle, as headings come several to a text."""

from __future__ import annotations

from collections.abc import Sequence

from jianbao.structure import shapes
from jianbao.structure.blocks import numbering
from jianbao.structure.blocks.known import Known, Role

SHORTEST = 6
"""Han characters of a subtitle."""
_SAID = ("。", "；", "：", "？", "！", "」", "）", ".", ";", ":", "?", "!", ")")
"""What points end with, other than headings."""
FEWEST_TEXTS = 4
"""Paragraphs of a text of which headings would be expected to be more than one."""


def is_one(known: Sequence[Known], index: int) -> bool:
    """Whether a line right below a title, in one piece of print with it, stands over a text without any heading."""
    above, item, text = known[index - 1].part, known[index].part, known[index + 1 :]
    printed = index > 0 and above.last + 1 == item.first
    wide = shapes.width(item.text.plain) >= SHORTEST
    bodies = sum(other.role is Role.BODY for other in text)
    plain = not any(other.role is Role.TITLE or _is_numbered_heading(other) for other in text)
    return printed and wide and plain and bodies >= FEWEST_TEXTS


def _is_numbered_heading(item: Known) -> bool:
    """Whether a part begins with a number and is no point that says something: it ends with no mark of a sentence."""
    return bool(numbering.scheme(item.plain)) and not item.plain.rstrip().endswith(_SAID)
