"""The title of a text written in Markdown: the heading on top that lies further out than all others."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from jianbao import block_marks
from jianbao.document import BlockKind
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import wire_lines

TOP = 24
"""Parts among which the title stands."""
NARROWEST, FACTS = 8, 4
"""Han characters of a headline, and lines around a day among which it stands."""


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
    """Whether a file is one text: its title is marked so, and below no more than one other headline stands by a day or
    above an agency's place line."""
    title = find(known)
    if title is None:
        return False
    below = known[title + 1 :]
    headed = [index for index, item in enumerate(below) if _is_day(item) and _by_headline(below, index)]
    wired = sum(above.role is Role.TITLE and bool(wire_lines.start(item.plain)) for above, item in pairwise(below))
    return len(headed) <= 1 and wired <= 1


def _is_day(item: Known) -> bool:
    return item.role is Role.META and item.meta is not None and len(item.meta.date) == 10


def _by_headline(items: Sequence[Known], index: int) -> bool:
    """Whether a heading stands right above a line, or a headline above or below it with facts alone between."""
    before, after = items[max(index - FACTS, 0) : index], items[index + 1 : index + 1 + FACTS]
    above = next((item for item in reversed(before) if item.role is not Role.META), items[index])
    below = next((item for item in after if item.role is not Role.META), items[index])
    return bool(index and level(items[index - 1])) or any(
        item.role is Role.TITLE and shapes.width(item.plain) >= NARROWEST for item in (above, below)
    )
