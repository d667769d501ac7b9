"""Fields below a paragraph, one below the other: facts about what a text speaks of, and none of the page's own.

Before: ``…這是兩國第一次簽字。`` over ``全名：某某協定``, ``簽署日期：2024年5月20日`` and ``締約方：甲國、乙國``
After: paragraphs of the text; the day is not the text's.
Never: what stands on top of a text or below its end; fields that say who wrote something, where it is from or how
somebody is reached, as the next article of a file has them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jianbao.structure import shapes
from jianbao.structure.blocks import field_rows
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads.meta_line import MetaLine

FEWEST, FEWEST_OWN = 3, 2
"""Fields one below the other, and how many of them state nothing that a page states of itself."""
LONGEST = 60
"""Characters of a field."""


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with such fields told to be text."""
    found = list(known)
    begin = 1
    while begin < len(known):
        end = begin
        while end < len(known) and _is_field(known[end]):
            end += 1
        if _are_of_text(known, begin, end):
            found[begin:end] = [Known(item.part, Role.BODY) for item in known[begin:end]]
        begin = max(end, begin + 1)
    return found


def _are_of_text(known: Sequence[Known], begin: int, end: int) -> bool:
    above, own = known[begin - 1], [item for item in known[begin:end] if item.meta is None]
    told = end - begin >= FEWEST and len(own) >= FEWEST_OWN and len(own) < end - begin
    below_text = told and above.role is Role.BODY and shapes.ends_sentence(above.plain)
    dated = all(item.meta is None or _is_day(item.meta) for item in known[begin:end])
    return (
        below_text
        and dated
        and any(item.role is Role.BODY and shapes.ends_sentence(item.plain) for item in known[end:])
    )


def _is_field(item: Known) -> bool:
    free = item.role in (Role.META, Role.TITLE, Role.BODY) and not item.part.block
    return free and len(item.plain) <= LONGEST and field_rows.is_field(item.plain)


def _is_day(meta: MetaLine) -> bool:
    """Whether a line states a day and nothing else."""
    return bool(meta.date) and replace(meta, date="", date_text="") == MetaLine()
