"""Headline, whole story in one line, headline, story …: a tag page or an aggregator, pasted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role

LONG_BODY, SHORT_STORY = 700, 200
"""Characters of a line that is a whole story whatever its headline looks like; and with headlines that are loud."""


def one_line_stories(known: Sequence[Known]) -> bool:
    """Whether parts are such: nearly all texts stand below a headline, in one line, long or below loud ones."""
    bodies = [item for item in known if item.role is Role.BODY]
    heads = [
        before.plain
        for before, item in pairwise(known)
        if item.role is Role.BODY and before.role is Role.TITLE and not item.part.wrapped
    ]
    pairs = len(heads)
    tagged = bool(known) and known[0].meta is not None and bool(known[0].meta.tags)
    if pairs < (2 if tagged else 3) or pairs < 0.9 * len(bodies):
        return False
    size = median(len(item.plain) for item in bodies)
    loud = sum(1 for head in heads if shapes.is_loud(head) and shapes.width(head) >= 12)
    if tagged and pairs < 3:
        return loud == pairs and min(len(item.plain) for item in bodies) >= SHORT_STORY
    return size >= LONG_BODY or (size >= SHORT_STORY and loud >= 0.7 * pairs)
