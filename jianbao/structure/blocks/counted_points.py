"""Points that a speaker counts, each in a line of its own, below a sentence that says how many there are.

Before: ``因此我要提出三項具體的提議：`` / ``第一，…。`` / ``第二，…。`` / ``第三，…。``
After: items of a list.
Never: points that nobody announced by their number, or of which one takes several paragraphs.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.document import BlockKind
from jianbao.structure.blocks.known import Role
from jianbao.structure.blocks.sketch import Stroke

LONGEST = 200
"""Characters of a point."""
CLAUSE = 24
"""Characters before a colon in which the number of the points stands, and of a sentence that says no more."""

_NUMBERS = "一二三四五六七八九"
_POINT = re.compile(rf"^第(?P<n>[{_NUMBERS}])(?:[點点項项條条個个])?[，,、：:]\s*\S")
_COUNT = re.compile(r"(?P<n>[二三四五六七八九兩两2-9])\s?[點点項项條条個个大件種种]")


def state(strokes: Sequence[Stroke]) -> None:
    """Settle such points as items of a list."""
    for index, stroke in enumerate(strokes):
        count = _announced(stroke) if stroke.kind is None else 0
        points = strokes[index + 1 : index + 1 + count]
        if count and len(points) == count and all(_is_point(point, n) for n, point in enumerate(points, 1)):
            for point in points:
                point.settle(BlockKind.LIST_ITEM, 1)


def _announced(stroke: Stroke) -> int:
    """How many points a line announces; 0 if it announces none."""
    said = stroke.plain[-1] in "：:" or (stroke.plain[-1] == "。" and len(stroke.plain) <= CLAUSE)
    found = _COUNT.findall(stroke.plain[-CLAUSE:]) if said else []
    if len(found) != 1:
        return 0
    return int(found[0]) if found[0].isdigit() else 2 if found[0] in "兩两" else _NUMBERS.index(found[0]) + 1


def _is_point(stroke: Stroke, number: int) -> bool:
    match = _POINT.match(stroke.plain)
    free = stroke.kind is None and stroke.known.role in (Role.BODY, Role.TITLE) and len(stroke.plain) <= LONGEST
    return match is not None and free and match["n"] == _NUMBERS[number - 1]
