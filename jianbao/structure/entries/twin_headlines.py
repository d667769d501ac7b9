"""Stories without any facts among stories that have them, told by headlines of two clauses.

Before: ``首爾公開錄音　學者：不是文件沒說`` / outlet, writer, day / text / ``澳門擋潮閘復工　漁民要求補償`` / text
After: an article each.
Never: the headings of a story's parts, one of which at least is a single clause; a text that goes on about what stands
above its heading.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.entries import page_stories

FEWEST = 2
"""Stories with facts."""
NARROWEST = 12
"""Han characters of a headline."""
_CLAUSES = re.compile(r"[\u3400-\u9fff\w」』）)％%](?:\u3000| {1,2})[\u3400-\u9fff\d「『]")


def more(known: Sequence[Known], starts: Sequence[int]) -> list[int]:
    """The starts, with those of such stories."""
    titles = [_title(known, start) for start in starts]
    bare = [
        index
        for index in range(1, len(known) - 1)
        if known[index].role is Role.TITLE
        and known[index - 1].role is Role.BODY
        and known[index + 1].role is Role.BODY
        and index not in titles
    ]
    alike = all(at is not None and _is_twin(known[at].plain) for at in (*titles, *bare))
    if len(starts) < FEWEST or not bare or not alike:
        return list(starts)
    bounds = sorted({*starts, *bare, len(known)})
    found = [
        index
        for begin, index, end in zip(bounds, bounds[1:], bounds[2:], strict=False)
        if index in bare and page_stories.are_apart(known[begin:index], known[index:end])
    ]
    return sorted({*starts, *found})


def _title(known: Sequence[Known], start: int) -> int | None:
    """The headline of a story: the first line that may be one."""
    return next((index for index in range(start, len(known)) if known[index].role is Role.TITLE), None)


def _is_twin(text: str) -> bool:
    return shapes.width(text) >= NARROWEST and bool(_CLAUSES.search(text))
