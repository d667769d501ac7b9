"""Headings behind a triangle, as papers of Korea set them: elsewhere the same mark stands in front of captions.

Before: ``▲ 為何分季`` / text / ``▲ 「不是臨時工，是鄰居」`` / text
After: headings; a photo's line behind the same mark stays a caption.
Never: lines with a credit or a full stop, names of things as captions are (``▲某某鎮的機井``), fewer than two lines;
lines none of which speaks as a headline does.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.blocks.line_words import caption_label

FEWEST = 2
"""Such headings of a text."""
WIDEST = 18
"""Han characters of one."""

_MARKS = "▲△▼▽"
_LOUD = re.compile("[：:？?！!「『“]")
"""What a headline has and the name of a thing has not."""
_SAID = re.compile("[？?！!「『“]")
"""What only a headline has."""
_SHOWN = re.compile(r"[圖图攝摄照影]|[，,].{0,6}[左右中]|的[\u3400-\u9fff]{1,8}$")
"""What tells of a picture: who took it, who stands where, a thing of something."""


def told(known: Sequence[Known]) -> list[Known]:
    """The parts, with such headings told from captions."""
    marked = [index for index, item in enumerate(known) if item.role is Role.CAPTION and item.plain[0] in _MARKS]
    heads = [index for index in marked if _may_head(known, index)]
    loud = sum(bool(_LOUD.search(known[index].plain)) for index in heads)
    said = any(_SAID.search(known[index].plain) for index in heads)
    if len(heads) < FEWEST or not loud or (not said and any(_names_thing(known[index].plain) for index in heads)):
        return list(known)
    done = list(known)
    for index in heads:
        done[index] = Known(known[index].part, Role.BODY)
    return done


def _may_head(known: Sequence[Known], index: int) -> bool:
    """Whether a line behind a triangle may head the text right below it, which stands below other text or a photo."""
    item = known[index]
    text = item.plain[caption_label(item.plain) :]
    if item.part.caption or shapes.width(text) > WIDEST or not (shapes.is_title_like(text) or text[-1] in "？?"):
        return False
    above = known[index - 1].role if index else None
    return above in (Role.BODY, Role.CAPTION) and index + 1 < len(known) and known[index + 1].role is Role.BODY


def _names_thing(text: str) -> bool:
    return bool(_SHOWN.search(text)) and not _LOUD.search(text)
