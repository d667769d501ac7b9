"""Headline, whole story in one line, headline, story …: a tag page or an aggregator, pasted."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from jianbao.structure import shapes
from jianbao.structure.blocks import long_lines
from jianbao.structure.blocks.known import Known, Role

LONG_BODY, SHORT_STORY = 700, 200
"""Characters of a line that is a whole story whatever its headline looks like; and with headlines that are loud."""
DATED_STORY = 600
"""The same below lines that say when each came out; on a page that lists the stories of a tag, more than a paragraph
has."""
DATED = 0.75
"""Share of the stories that have a day: the first one's may be lost among what stands above it."""
ABOVE = 3
"""Lines on top of a page, one of which may say its tag."""
FACTS = 3
"""Lines of facts between a headline and its story."""


def one_line_stories(known: Sequence[Known]) -> bool:
    """Whether parts are such: nearly all texts stand below a headline, in one line, long or below loud ones, or below
    headlines that have their days."""
    bodies = [n for n, item in enumerate(known) if item.role is Role.BODY]
    headed = [(head, n) for n in bodies if (head := _headline(known, n)) >= 0 and not known[n].part.wrapped]
    heads = [known[head].plain for head, n in headed if head == n - 1]
    tagged = any(item.meta is not None and item.meta.tags for item in known[:ABOVE])
    size = median(len(known[n].plain) for n in bodies) if bodies else 0
    dated = sum(any(_is_dated(known[at]) for at in range(head + 1, n)) for head, n in headed)
    if dated >= (2 if tagged else 3) and dated >= DATED * len(bodies):
        return size >= (long_lines.LONGEST if tagged else DATED_STORY)
    pairs = len(heads)
    if pairs < (2 if tagged else 3) or pairs < 0.9 * len(bodies):
        return False
    loud = sum(1 for head in heads if shapes.is_loud(head) and shapes.width(head) >= 12)
    if tagged and pairs < 3:
        return loud == pairs and min(len(known[n].plain) for n in bodies) >= SHORT_STORY
    return size >= LONG_BODY or (size >= SHORT_STORY and loud >= 0.7 * pairs)


def _headline(known: Sequence[Known], body: int) -> int:
    """The place of the headline above a text, over lines of facts; -1 where there is none."""
    for at in range(body - 1, max(body - 2 - FACTS, -1), -1):
        if known[at].role is Role.TITLE:
            return at
        if known[at].role is not Role.META:
            break
    return -1


def _is_dated(item: Known) -> bool:
    return item.meta is not None and bool(item.meta.date)
