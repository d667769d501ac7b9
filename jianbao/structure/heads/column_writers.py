"""The writers of columns of a file, of any people: what stands in front of 專欄 in brackets names somebody, where it
does so in another column of the same file, or where the only column of a file stands between its title and its day.

Before: ``【恩和蘇倫專欄】`` below a title, ``【何青嵐專欄】`` below another.
After: two writers.
Never: the name of a section (``【國際專欄】``); words that stand above a title.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jianbao import regex as re
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import like_names, persons
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import words

_COLUMN = re.compile(r"^[【〔〈《［\[](?P<name>[\u3400-\u9fff\u30a0-\u30ff·・]{2,9})(?:[專专][欄栏])[】〕〉》］\]]$")
FEWEST = 2
"""Columns of a file."""
SURE = 4
"""Characters of a name, at least, that is no common word made of shorter ones and stands over the day of one column."""


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with the writers of columns told."""
    found = list(known)
    columns = {index: match["name"] for index, item in enumerate(known) if (match := _COLUMN.match(item.plain))}
    below = [index for index in columns if index and known[index - 1].role is Role.TITLE]
    named = any(persons.is_name(columns[index]) for index in below)
    every = named and len({columns[index] for index in below}) >= FEWEST and len(below) == len(columns)
    for index in below:
        name = columns[index]
        if _is_section(name) or not (persons.is_name(name) or every or _is_alone(known, index, name)):
            continue
        meta = known[index].meta
        if meta is None or not meta.authors:
            said = MetaLine(authors=(name,), series=known[index].plain)
            found[index] = Known(known[index].part, Role.META, replace(meta, authors=(name,)) if meta else said)
    return found


def _is_section(name: str) -> bool:
    return name in words("navigation") or name in words("sections") or persons.is_organisation(name)


def _is_alone(known: Sequence[Known], index: int, name: str) -> bool:
    """Whether the only column of a file stands above its day, and its word is as long as a foreign name."""
    day = known[index + 1].meta if index + 1 < len(known) else None
    return len(name) >= SURE and day is not None and len(day.date) == 10 and not like_names.is_common(name)
