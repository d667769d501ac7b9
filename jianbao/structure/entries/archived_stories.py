"""Stories that an archive of newspapers hands out one below the other: each with its paper and day, and where it stood.

Before: ``某某日報 | 2025-11-14`` / ``報章 | A08 | 港聞 | By 某某`` / headline / text; ``某某報 | 2025-11-13`` / …
or ``1. 某某日報`` / ``A08 | 港聞 | 2025-11-14 | 字數: 712 words``
After: an article each, with paper, day, section and writers; the same where one line behind each story says it:
``【2025-11-14/某某日報/B2版/地方】``.
Never: a single such row; a row with no day above it; a row behind a story that text follows, not a headline.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import archive_lines, written_dates
from jianbao.structure.heads.meta_line import MetaLine

FEWEST = 2
"""Stories of such a file."""
_NUMBERED = re.compile(r"^(?:\d{1,3}[.、]\s*)(?P<paper>[\u3400-\u9fffA-Za-z]{2,16})$")
"""The number of a story in a list, and its paper."""
_PAPER = re.compile(r"^(?P<paper>[^|｜，。：:]{2,24}?)\s*[|｜]\s*(?P<day>[^|｜]{6,24})$")


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with the two lines of facts above each story told."""
    found = list(known)
    for index in _rows(known):
        numbered = _NUMBERED.match(known[index - 1].plain)
        if numbered:
            stated = MetaLine(source=numbered["paper"])
            found[index - 1] = Known(known[index - 1].part, Role.META, stated)
            continue
        paper = _PAPER.match(known[index - 1].plain)
        dates = written_dates.find(paper["day"]) if paper else []
        if paper and dates:
            stated = MetaLine(date=dates[0].iso, date_text=paper["day"], source=paper["paper"])
            found[index - 1] = Known(known[index - 1].part, Role.META, stated)
    return found


def starts(known: Sequence[Known]) -> list[int]:
    """The parts that begin a story, the first of all for the first; empty where the file is none of such stories."""
    rows = _rows(known)
    if len(rows) >= FEWEST:
        return [0, *(index - 1 for index in rows[1:])]
    told = [index for index, item in enumerate(known) if item.role is not Role.SEPARATOR]
    stamps = [place for place, index in enumerate(told) if place and archive_lines.stamp(known[index].plain)]
    behind = [place for place in stamps if known[told[place - 1]].role is not Role.TITLE]
    if len(stamps) < FEWEST or behind != stamps or stamps[-1] + 1 < len(told):
        return []
    following = [told[place + 1] for place in stamps[:-1]]
    return [0, *following] if all(_is_title(known[index]) for index in following) else []


def _names_paper(row: str, above: str) -> bool:
    """Whether the line above a row has the day, or the row has it and above stand a number and the paper."""
    stated = archive_lines.parse(row)
    dated = stated is not None and bool(stated.date)
    return bool(written_dates.find(above)) or (dated and _NUMBERED.match(above) is not None)


def _is_title(item: Known) -> bool:
    return item.role is Role.TITLE or (item.meta is not None and bool(item.meta.title[1]))


def _rows(known: Sequence[Known]) -> list[int]:
    """The lines that say where a story stood, each below its day."""
    return [
        index
        for index in range(1, len(known))
        if archive_lines.FORM.search(known[index].plain)
        and not archive_lines.stamp(known[index].plain)
        and archive_lines.parse(known[index].plain)
        and _names_paper(known[index].plain, known[index - 1].plain)
        and known[index - 1].role is not Role.BODY
    ]
