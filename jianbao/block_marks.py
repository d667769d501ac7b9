"""The marks with which a line of Markdown or its kin says what it is: a heading, an item, a quotation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import east_asian_width

from jianbao import regex as re

_HEADING = re.compile(r"^ {0,3}(?P<signs>#{1,6})[ \t\u3000]+(?=\S)")
_CLOSED = re.compile(r"\s+#+\s*$|\s*$")
_TAG = re.compile(r"\s[#＃]\S")
_ITEM = re.compile(r"^\s*(?:[*+-]|#\.)[ \t\u3000]+(?=\S)(?!本[文篇]|原文|[編编譯译]者?按)")
"""A remark of the editors behind a star is no item."""
_DEFINITION = re.compile(r"^\s*:[ \t]{1,3}(?=\S)")
_NUMBERED = re.compile(r"^\s*\d{1,3}[.)]\s+\S")
_ROW = re.compile(r"^\s*(?:[*+_=-]\s*){3,}$")
_QUOTATION = re.compile(r"^\s{0,3}(?:>[ \t]?)+")
_BOLD = re.compile(r"^\s*(?P<sign>\*\*|__)(?P<words>[^*_\s][^*_]*)(?P=sign)[:：]?\s*$")
_UNDER = re.compile(r"^\s{0,3}(?P<sign>[=\-~^\"'`#*+])(?P=sign)+\s*$")
NEAR, LEAST = 2, 4
"""Columns by which a row of signs below a heading differs from it in width, and its signs at least."""
LONGEST = 60
"""Characters of a heading with signs below it."""
_LEVELS = {"=": 1, "-": 2, "~": 3, "^": 4, '"': 4, "'": 4, "`": 4, "#": 1, "*": 1, "+": 4}
BOLD = 7
"""How deep a heading lies that is a line in bold type: below all with signs of their own."""


class Heading(NamedTuple):
    """How deep a heading lies, from 1; where its words begin and end in the line."""

    level: int
    start: int
    end: int


def heading(text: str) -> Heading | None:
    """The heading that a line is by the signs in front of it: ``## 標題``; a row of tags is none."""
    match = _HEADING.match(text) if "#" in text[:9] else None
    if match is None:
        return None
    closed = _CLOSED.search(text, match.end())
    end = closed.start() if closed else len(text)
    if _TAG.search(text, match.end(), end):
        return None
    return Heading(len(match["signs"]), match.end(), end)


def definition(text: str) -> int:
    """Where the words begin of what a term in the line above means; 0 for what is none."""
    match = _DEFINITION.match(text)
    return match.end() if match else 0


def is_numbered(text: str) -> bool:
    """Whether a line is an item of a numbered list."""
    return bool(_NUMBERED.match(text))


def item(text: str) -> int:
    """Where the words of an item of a list begin; 0 for what is none."""
    match = _ITEM.match(text)
    return match.end() if match and not _ROW.match(text) else 0


def quotation(text: str) -> int:
    """Where the words of a quoted line begin; 0 for what is none."""
    match = _QUOTATION.match(text)
    return match.end() if match else 0


def is_bold(text: str) -> bool:
    """Whether a whole line is in bold type."""
    return bool(_BOLD.match(text))


def underline(text: str) -> int:
    """How deep the heading lies above a row of signs; 0 for what is none."""
    match = _UNDER.match(text)
    return _LEVELS[match["sign"]] if match else 0


def underlines(plain: Sequence[str]) -> frozenset[int]:
    """Lines that are drawn below headings, as wide as these by columns or by characters, or above and below."""
    found: set[int] = set()
    for index in range(1, len(plain)):
        row = plain[index].strip()
        above = plain[index - 1].strip()
        if (
            len(row) < min(LEAST, len(above))
            or len(row) < 2
            or row[0] not in _LEVELS
            or not above
            or len(above) > LONGEST
            or not underline(row)
        ):
            continue
        over = plain[index - 2].strip() if index > 1 else ""
        framed = over == row
        if (over and not framed) or underline(above) or above[-1] in "。，；":
            continue
        if any(abs(len(row) - size) <= NEAR for size in (len(above), _columns(above), 2 * len(above))):
            found |= {index, index - 2} if framed else {index}
    return frozenset(found)


def _columns(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WFA" else 1 for char in text)
