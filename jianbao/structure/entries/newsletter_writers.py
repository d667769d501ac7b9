"""Writers of a newsletter's items who stand by their names alone, below the titles.

Before: on top the issue and its day; then ``校園調查報告`` / ``阮文彬`` / text, three times
After: each name is the writer of the item.
Never: a name that is a heading of one text; names below which no text stands; a file without its issue on top.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import persons
from jianbao.structure.heads.meta_line import MetaLine

FEWEST, TOP = 3, 4
"""Items with such writers, and parts among which the issue stands."""


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with such names told."""
    told = list(known)
    if not any(item.meta is not None and item.meta.issue and item.meta.date for item in known[:TOP]):
        return told
    found = [n for n in range(1, len(known) - 1) if _is_writer(known, n)]
    if len(found) >= FEWEST:
        for n in found:
            told[n] = Known(known[n].part, Role.META, MetaLine(authors=(known[n].plain.strip(),)))
    return told


def _is_writer(known: Sequence[Known], n: int) -> bool:
    """Whether a bare name stands between a title and running text."""
    item, above, below = known[n], known[n - 1], known[n + 1]
    places = above.role is Role.TITLE and below.role is Role.BODY and item.role in (Role.TITLE, Role.SIGNATURE)
    return places and persons.is_name(item.plain.strip()) and not persons.is_name(above.plain.strip())
