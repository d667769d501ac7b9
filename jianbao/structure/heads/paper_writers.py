"""The writers of a paper with marks behind their names, and the lines below that say where each works.

Before: ``王小明1 李大華2*`` over ``1某大學某系`` / ``2某研究所`` / ``*通訊作者：…``
After: writers; what the first of them is; printed lines.
Never: a list whose items are offices, below no names.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.structure.notes import affiliations


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with these lines told."""
    top = known[: affiliations.TOP + affiliations.REACH]
    lines = affiliations.find(["" if item.role is Role.BLOCK else item.plain for item in top])
    found = list(known)
    for index in lines[1:]:
        works = affiliations.place(known[index].plain)
        found[index] = Known(known[index].part, Role.META, MetaLine(affiliation=works, desk=True))
    for index in lines[:1]:
        names = affiliations.names(known[index].plain)
        found[index] = Known(known[index].part, Role.META, MetaLine(authors=names))
    return found
