"""Patterns that pass at one glance over every place of a text where they cannot begin.

The engine of ``re`` leaps from one possible beginning to the next where all forms of a pattern begin with a letter or a
class. Where some begin with a group, a look around or what may be left out, it tries each form at each place instead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from re import _constants as names  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_CATEGORIES = {
    names.CATEGORY_DIGIT: r"\d",
    names.CATEGORY_NOT_DIGIT: r"\D",
    names.CATEGORY_SPACE: r"\s",
    names.CATEGORY_NOT_SPACE: r"\S",
    names.CATEGORY_WORD: r"\w",
    names.CATEGORY_NOT_WORD: r"\W",
}
_NO_WIDTH = {names.ASSERT, names.ASSERT_NOT, names.AT}
_REPEATS = {names.MAX_REPEAT, names.MIN_REPEAT, names.POSSESSIVE_REPEAT}


def led(source: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """A pattern that finds what ``source`` finds, with a look at the first character in front.

    Raises ``ValueError`` for one that may find nothing at all, or begin with whatever character.
    """
    first, may_be_empty = _of_sequence(parser.parse(source, flags))
    if may_be_empty:
        raise ValueError(f"{source[:60]!r} needs no first character")
    return re.compile(f"(?=[{''.join(sorted(first))}])(?:{source})", flags)


def _of_sequence(items: Sequence[Any]) -> tuple[set[str], bool]:
    """What the parts of a sequence may begin with, as pieces of a class; and whether they may all be empty."""
    found: set[str] = set()
    for code, value in items:
        first, may_be_empty = _of_part(code, value)
        found |= first
        if not may_be_empty:
            return found, False
    return found, True


def _of_part(code: Any, value: Any) -> tuple[set[str], bool]:
    if code is names.LITERAL:
        return {re.escape(chr(value))}, False
    if code is names.IN:
        return {_piece(*item) for item in value}, False
    if code in _NO_WIDTH:
        return set(), True
    if code in _REPEATS:
        first, may_be_empty = _of_sequence(value[2])
        return first, may_be_empty or not value[0]
    if code is names.ATOMIC_GROUP:
        return _of_sequence(value)
    if code is names.SUBPATTERN and not (value[1] or value[2]):
        return _of_sequence(value[3])
    if code is names.BRANCH:
        forms = [_of_sequence(form) for form in value[1]]
        return set().union(*(first for first, _ in forms)), any(may_be_empty for _, may_be_empty in forms)
    raise ValueError(f"{code} may begin with whatever character")


def _piece(code: Any, value: Any) -> str:
    """One item of a class, as it is written in one."""
    if code is names.LITERAL:
        return re.escape(chr(value))
    if code is names.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    if code is names.CATEGORY:
        return _CATEGORIES[value]
    raise ValueError(f"a class with {code} may begin with whatever character")
