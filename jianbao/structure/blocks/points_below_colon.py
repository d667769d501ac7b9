"""Points with points of their own below a sentence that ends in a colon, a line each and nothing between them.

Before: ``報告歸納出以下建議：`` / ``1. 建立人力庫`` / ``(1) 登錄意願`` / ``(2) 中央負擔加給`` / ``2. 鬆綁限制`` / …
After: items of a list, one level below the other.
Never: numbered headings with text or a blank line below them; a list of one level, which is read elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from jianbao.document import BlockKind
from jianbao.structure import shapes
from jianbao.structure.blocks import numbering
from jianbao.structure.blocks.sketch import Stroke

LONGEST = 120
"""Characters of a point."""
FEWEST, MOST, SCHEMES, DEEPEST = 4, 60, 2, 3
"""Points of such a list, at least and at most, and ways to mark them; levels at most."""


def state(strokes: Sequence[Stroke]) -> None:
    """Settle such points as items, with their levels."""
    for index, stroke in enumerate(strokes):
        if stroke.plain[-1:] not in ("：", ":") or stroke.kind not in (None, BlockKind.PARAGRAPH):
            continue
        below = strokes[index + 1 : index + 2 + MOST]
        if not below or _mark(below[0]) is None:
            continue
        points = [*below[:1], *takewhile(lambda other: not other.known.part.gap, below[1:])]
        marks = [mark for point in points if (mark := _mark(point))]
        if (
            len(marks) == len(points)
            and FEWEST <= len(points) <= MOST
            and _are_nested([name for name, _, _ in marks], marks)
        ):
            _settle(points, marks)


_Mark = tuple[str, int, int]


def _mark(stroke: Stroke) -> _Mark | None:
    """How a point is marked: the scheme's name, the number it counts or 0, and what leaves in front."""
    if stroke.kind is not None or len(stroke.plain) > LONGEST:
        return None
    if bullet := shapes.bullet(stroke.plain):
        return stroke.plain[0], 0, bullet
    found = numbering.scheme(stroke.plain)
    return (found.scheme, found.value, 0) if found and found.end < len(stroke.plain) else None


def _are_nested(names: Sequence[str], marks: Sequence[_Mark]) -> bool:
    """Whether points of the first scheme come again below points of another, and each count begins anew from 1."""
    counts: dict[str, int] = {}
    for name, value, _ in marks:
        if name == names[0]:
            counts = {name: counts.get(name, 0)}
        if value and value != counts.get(name, 0) + 1:
            return False
        counts[name] = value
    return SCHEMES <= len({*names}) <= DEEPEST and names.count(names[0]) > 1 and names[1] != names[0]


def _settle(points: Sequence[Stroke], marks: Sequence[_Mark]) -> None:
    order: list[str] = []
    for point, (name, _, drop) in zip(points, marks, strict=True):
        if name in order:
            del order[order.index(name) + 1 :]
        else:
            order.append(name)
        point.drop = drop
        point.settle(BlockKind.LIST_ITEM, len(order))
