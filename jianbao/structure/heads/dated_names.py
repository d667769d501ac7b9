"""A day in the head of a text with a name beside it that no list has: a magazine's, an account's, a writer's.

Before: ``河口的新渡船`` / ``文／何青嵐`` / ``渡口月光　2025/6/1``
After: the day, and where the text came out.
Never: a line above the title; a place; words that say more than a name; a list with a day behind each of its lines.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import persons, written_dates
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.structure.heads.reporter_words import is_place
from jianbao.word_lists import words

TOP = 8
"""Parts on top of a text among which its head stands."""
LONGEST, LEAD = 40, 80
"""Characters of such a line, and Han characters of one sentence of text above it."""
DAY = 10
"""Characters of a whole day."""
SHORTEST = 4
"""Characters of a name behind the day: a shorter one is rather a place."""
_CELLS = re.compile(r"[\s\u3000|｜／/，,·]+")
_NAME = re.compile(r"[\u3400-\u9fffA-Za-z]{2,8}")


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with such a line told: below the title, above all text."""
    told = list(known)
    if sum(item.role is Role.TITLE and _stated(item.plain) is not None for item in known) > 1:
        return told  # a list, with a day behind each of its headlines
    titled = text = False
    for index, item in enumerate(known[:TOP]):
        if item.role in (Role.BODY, Role.BLOCK):
            if text or not titled or shapes.width(item.plain) > LEAD:
                break
            text = True
            continue
        if item.role is not Role.TITLE:
            continue
        meta = _stated(item.plain) if titled else None
        if meta is not None:
            told[index] = Known(item.part, Role.META, meta)
            break
        titled = titled or (shapes.has_han(item.plain) and not persons.names_in(item.plain))
    return told


def _stated(text: str) -> MetaLine | None:
    """The day and the names beside it; None where anything else stands there."""
    days = written_dates.find(text) if len(text) <= LONGEST else []
    if len(days) != 1 or len(days[0].iso) != DAY:
        return None
    before, behind = text[: days[0].start], written_dates.without_clock(text[days[0].end :])
    names = [cell for cell in _CELLS.split(f"{before} {behind}") if cell]
    if not 1 <= len(names) <= 2 or not all(_NAME.fullmatch(name) and not is_place(name) for name in names):
        return None
    apart = text[days[0].start].isspace() or not before[-1:].isalnum()
    if not apart or behind[:1] in ("，", ","):
        return None  # where something was said, behind the day
    if not before and len("".join(names)) < SHORTEST:
        return None
    if any(
        name in words(listed)
        for name in names
        for listed in ("date_labels", "byline_labels", "desk_labels", "jobs", "navigation", "page_words")
    ):
        return None
    writers = tuple(name for name in names if persons.is_name(name))
    others = [name for name in names if name not in writers]
    if len(others) > 1:
        return None
    return MetaLine(date=days[0].iso, date_text=text, authors=writers, source=others[0] if others else "")
