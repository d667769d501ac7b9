"""Stars behind the title and behind names of authors: what they call are notes on the whole text.

Such a note has no place in the running text. It keeps its star, and stands at the end of its section.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from jianbao.document import Line
from jianbao.provenance import Removal
from jianbao.structure.note_marks import MARK
from jianbao.structure.rows import Row

HEAD = 12
"""Rows at the start of a text among which its title and its authors are."""

LONGEST = 60
"""Characters of a title or a name that may carry a star."""

_SIGN = re.compile(r"(?<=[^\s*＊†‡，。、；：！？,.;:])\s?(?P<sign>[*＊]{1,3}|[†‡])$")


def find(rows: Sequence[Row]) -> dict[str, Row]:
    """The rows of the head that end in a star, by sign; a sign that two rows have is of neither."""
    found: dict[str, Row] = {}
    twice: set[str] = set()
    for row in rows[:HEAD]:
        match = _SIGN.search(row.text) if len(row.text) <= LONGEST else None
        if match:
            twice |= {match["sign"]} & found.keys()
            found[match["sign"]] = row
    return {sign: row for sign, row in found.items() if sign not in twice}


def without(row: Row) -> tuple[Line, Removal]:
    """The line without the star at its end, and the star."""
    end = len(row.line.text.plain.rstrip())
    start = end - len(row.text) + len(_SIGN.sub("", row.text))
    text = row.line.text
    removal = text.slice(start, end).removed(MARK, "calls a note on the whole text")
    return replace(row.line, text=text.slice(0, start)), removal
