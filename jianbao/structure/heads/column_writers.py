"""The writers of columns of a file, of any people: what stands in front of 專欄 in brackets names somebody, where it
does so in another column of the same file, or where the only column of a file stands between its title and its day.

Before: ``【恩和蘇倫專欄】`` below a title, ``【何青嵐專欄】`` below another; ``窗邊｜何青嵐`` on top, above the title.
After: two writers; the writer of a column, which is a series.
Never: the name of a section (``【國際專欄】``); words that stand above a title; a rubric behind which
stands whom a text is about (``專訪｜何青嵐``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import like_names, persons
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import either, words

_COLUMN = re.compile(r"^[【〔〈《［\[](?P<name>[\u3400-\u9fff\u30a0-\u30ff·・]{2,9})(?:[專专][欄栏])[】〕〉》］\]]$")
_ON_TOP = re.compile(r"^(?P<column>[\u3400-\u9fff]{2,6})\s?[｜|│]\s?(?P<name>[\u3400-\u9fff·]{2,6})$")
_ABOUT = re.compile(either("about_people"))
HEAD, NARROWEST = 6, 5
"""Parts on top of a text among which its head stands, and Han characters of a title below the name of a column."""
FEWEST = 2
"""Columns of a file."""
SURE = 4
"""Characters of a name, at least, that is no common word made of shorter ones and stands over the day of one column."""


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with the writers of columns told."""
    found = _on_top(known)
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


def _on_top(known: Sequence[Known]) -> list[Known]:
    """The parts, with the first told if it names a column and its writer, above the title of a text without another."""
    told = list(known)
    match = _ON_TOP.match(known[0].plain) if len(known) > 2 and known[0].role is Role.TITLE else None
    if match is None or _ABOUT.search(match["column"]) or _is_section(match["column"]):
        return told
    title = known[1].role is Role.TITLE and shapes.width(known[1].plain) >= NARROWEST
    head = known[1 : next((n for n, item in enumerate(known[:HEAD]) if item.role is Role.BODY), HEAD)]
    other = any(item.meta is not None and item.meta.authors for item in head)
    if title and not other and persons.is_name(match["name"]) and not persons.is_name(known[1].plain):
        told[0] = Known(known[0].part, Role.META, MetaLine(authors=(match["name"],), series=match["column"]))
    return told


def _is_section(name: str) -> bool:
    return name in words("navigation") or name in words("sections") or persons.is_organisation(name)


def _is_alone(known: Sequence[Known], index: int, name: str) -> bool:
    """Whether the only column of a file stands above its day, and its word is as long as a foreign name."""
    day = known[index + 1].meta if index + 1 < len(known) else None
    return len(name) >= SURE and day is not None and len(day.date) == 10 and not like_names.is_common(name)
