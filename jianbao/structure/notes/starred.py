"""Stars behind the title and behind names of authors: what they call are notes on the whole text.

Such a note has no place in the running text. It keeps its star, and stands at the end of its section.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jianbao import regex as re
from jianbao.document import Line
from jianbao.provenance import Edit, Removal
from jianbao.structure.notes.note_marks import MARK
from jianbao.structure.rows import Row

HEAD = 12
"""Rows at the start of a text among which its title and its authors are."""

LONGEST = 60
"""Characters of a title or a name that may carry a star."""

_SIGN = re.compile(r"(?<=[^\s*＊†‡，。、；：！？,.;:])\s?(?P<sign>[*＊]{1,3}|[†‡])(?=$|[\s\u3000、，,])")


def find(rows: Sequence[Row]) -> dict[str, Row]:
    """The rows of the head with a star behind a word, by sign.

    A sign that stands twice is of neither word, and a row that starts with it too is emphasis or the note itself.
    """
    found: dict[str, Row] = {}
    twice: set[str] = set()
    for row in rows[:HEAD]:
        signs = list(_SIGN.finditer(row.text)) if len(row.text) <= LONGEST else []
        for match in signs if signs and signs[-1].end() == len(row.text) else ():
            sign = match["sign"]
            if not row.text.startswith(sign):
                twice |= {sign} & found.keys()
                found[sign] = row
    return {sign: row for sign, row in found.items() if sign not in twice}


def without(line: Line, sign: str) -> tuple[Line, Removal]:
    """The line without a sign, and the sign."""
    match = next(match for match in _SIGN.finditer(line.text.plain) if match["sign"] == sign)
    text, removals = line.text.replace([Edit(*match.span(), "", MARK, "calls a note on the whole text")])
    return replace(line, text=text), removals[0]
