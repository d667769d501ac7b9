"""Items of a feed reader's list, each with its outlet, writer and age or day in the line below its headline.

Before: headline / ``某某報 / 某某 / 3 小時前`` / text or the beginning of one; headline / ``某某週刊 / 1d`` / …
After: an article each, with outlet, writer and day; where only the age is known, with no day.
Never: fewer than three such lines; a line of this form that stands below running text.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import aged_line
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import written_dates
from jianbao.structure.heads.meta_line import MetaLine


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with the line of facts of each item and the headline above it told."""
    found = list(known)
    for index in _rows(known):
        said = aged_line.parse(known[index].plain)
        if said is not None:
            found[index - 1] = Known(known[index - 1].part, Role.TITLE)
            days = written_dates.find(said.when)
            day, text = (days[0].iso, said.when) if days else ("", "")
            found[index] = Known(known[index].part, Role.META, MetaLine(day, text, said.authors, source=said.source))
    return found


def starts(known: Sequence[Known]) -> list[int]:
    """The parts that begin an item, the first of all for the first; empty where the file is no such list."""
    rows = _rows(known)
    return [0, *(index - 1 for index in rows[1:])] if rows else []


def _rows(known: Sequence[Known]) -> list[int]:
    return aged_line.rows([item.plain.strip() for item in known])
