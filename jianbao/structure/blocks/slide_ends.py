"""The last line of a slide: it stands below the slide's own heading and over nothing, so it is no heading.

Before: ``河岸不是邊界``, shaped as a heading, below the items of a slide and over the heading of the next.
After: a paragraph.
Never: where pages begin in the middle of a text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jianbao.structure.blocks import numbering
from jianbao.structure.blocks.known import Known, Role

FEWEST, SHARE = 4, 0.8
"""Pages, the first aside, that tell slides, and the share of them that begin with headings."""


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with such lines as running text."""
    tops = [index for index in range(1, len(known)) if known[index].part.page > known[index - 1].part.page]
    heads = sum(_is_heading(known[index]) for index in tops)
    if len(tops) < FEWEST or heads < SHARE * len(tops):
        return list(known)
    told = list(known)
    first = tops[0]
    for index in tops[1:]:
        last = known[index - 1]
        if last.role is Role.TITLE and index - 1 > first:
            told[index - 1] = replace(last, role=Role.BODY)
        first = index
    return told


def _is_heading(item: Known) -> bool:
    return item.role is Role.TITLE or (item.role is Role.BODY and numbering.scheme(item.plain) is not None)
