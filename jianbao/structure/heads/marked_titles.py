"""The title of a text written in Markdown: the heading on top that lies further out than all others."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from jianbao import block_marks
from jianbao.document import BlockKind
from jianbao.structure.blocks.known import Known, Role

TOP = 24
"""Parts among which the title stands."""


def level(item: Known) -> int:
    """How deep a marked heading lies, from 1; 0 for any other part."""
    mark = item.part.mark
    return mark.level if mark is not None and mark.kind is BlockKind.HEADING else 0


def find(known: Sequence[Known]) -> int | None:
    """The index of the title; None where no heading lies further out than all behind it, or text stands above it."""
    heads = [(index, depth) for index, item in enumerate(known) if (depth := level(item))]
    if not heads or heads[0][0] >= TOP or heads[0][1] == block_marks.BOLD:
        return None
    first, outermost = heads[0]
    if any(depth <= outermost for _, depth in heads[1:]) or (len(heads) == 1 and outermost > 2):
        return None
    above = any(item.role in (Role.BODY, Role.BLOCK) and item.part.mark is None for item in known[:first])
    return None if above else first


def is_one_text(known: Sequence[Known]) -> bool:
    """Whether a file is one text: its title is marked so, and below no more than one other heading stands a day."""
    title = find(known)
    if title is None:
        return False
    below = known[title + 1 :]
    dated = (
        level(item) and after.role is Role.META and after.meta is not None and len(after.meta.date) == 10
        for item, after in pairwise(below)
    )
    return sum(map(bool, dated)) <= 1
