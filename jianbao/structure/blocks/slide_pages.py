"""Slides: what stands on top of one is its heading, and its last line, which stands over nothing, is none.

Before: ``河岸不是邊界``, shaped as a heading, below the items of a slide and over the heading of the next.
After: a paragraph.
Never: where pages begin in the middle of a text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from jianbao.structure.blocks import numbering
from jianbao.structure.blocks.known import Known, Role

FEWEST, SHARE = 4, 0.8
"""Pages, the first aside, that tell slides, and the share of them that begin with headings."""


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with such lines as running text."""
    told = list(known)
    begins = tops(known)
    for first, index in pairwise(begins):
        last = known[index - 1]
        if last.role is Role.TITLE and index - 1 > first:
            told[index - 1] = replace(last, role=Role.BODY)
    return told


def tops(known: Sequence[Known]) -> list[int]:
    """The parts on top of slides, whose headings are all as deep; empty where pages are none."""
    found = [index for index in range(1, len(known)) if known[index].part.page > known[index - 1].part.page]
    heads = sum(_is_heading(known[index]) for index in found)
    return found if len(found) >= FEWEST and heads >= SHARE * len(found) else []


def _is_heading(item: Known) -> bool:
    return item.role is Role.TITLE or (item.role is Role.BODY and numbering.scheme(item.plain) is not None)
