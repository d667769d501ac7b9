"""Stories that an archive of newspapers hands out one below the other: each with its paper and day, and where it stood.

Before: ``某某日報 | 2025-11-14`` / ``報章 | A08 | 港聞 | By 某某`` / headline / text; ``某某報 | 2025-11-13`` / …
After: an article each, with paper, day, section and writers.
Never: a single such row; a row with no day above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import archive_lines, written_dates
from jianbao.structure.heads.meta_line import MetaLine

FEWEST = 2
"""Stories of such a file."""
_PAPER = re.compile(r"^(?P<paper>[^|｜，。：:]{2,24}?)\s*[|｜]\s*(?P<day>[^|｜]{6,24})$")


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with the two lines of facts above each story told."""
    found = list(known)
    for index in _rows(known):
        paper = _PAPER.match(known[index - 1].plain)
        dates = written_dates.find(paper["day"]) if paper else []
        if paper and dates:
            stated = MetaLine(date=dates[0].iso, date_text=paper["day"], source=paper["paper"])
            found[index - 1] = Known(known[index - 1].part, Role.META, stated)
    return found


def starts(known: Sequence[Known]) -> list[int]:
    """The parts that begin a story, the first of all for the first; empty where the file is none of such stories."""
    rows = _rows(known)
    return [0, *(index - 1 for index in rows[1:])] if len(rows) >= FEWEST else []


def _rows(known: Sequence[Known]) -> list[int]:
    """The lines that say where a story stood, each below its day."""
    return [
        index
        for index in range(1, len(known))
        if archive_lines.FORM.search(known[index].plain)
        and archive_lines.parse(known[index].plain)
        and written_dates.find(known[index - 1].plain)
        and known[index - 1].role is not Role.BODY
    ]
