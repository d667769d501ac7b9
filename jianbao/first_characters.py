"""Patterns that pass at one glance over every place of a text where they cannot begin.

The engine of ``re`` leaps from one possible beginning to the next where all forms of a pattern begin with a letter or a
class. Where some begin with a group, a look around or what may be left out, it tries each form at each place instead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from jianbao import pattern_tree, regex
from jianbao.pattern_tree import Category, Char, Class, Either, Group, Item, Look, Other, Part, Place, Repeat, Span


def led(source: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """A pattern that finds what ``source`` finds, with a look at the first character in front.

    When it is first used, ``ValueError`` for one that may find nothing at all, or begin with whatever character.
    """
    return regex.late(partial(_compiled, source, flags))


def _compiled(source: str, flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(led_source(source, flags), flags)


def led_source(source: str, flags: re.RegexFlag = re.NOFLAG) -> str:
    """The source of ``led``. Raises ``ValueError`` as told there."""
    first, may_be_empty = _of_sequence(pattern_tree.read(source, flags).parts)
    if may_be_empty:
        raise ValueError(f"{source[:60]!r} needs no first character")
    return f"(?=[{''.join(sorted(first))}])(?:{source})"


def _of_sequence(parts: Sequence[Part]) -> tuple[set[str], bool]:
    """What the parts of a sequence may begin with, as pieces of a class; and whether they may all be empty."""
    found: set[str] = set()
    for part in parts:
        first, may_be_empty = _of_part(part)
        found |= first
        if not may_be_empty:
            return found, False
    return found, True


def _of_part(part: Part) -> tuple[set[str], bool]:
    match part:
        case Char():
            return {_piece(part)}, False
        case Class(items):
            return set(map(_piece, items)), False
        case Look() | Place():
            return set(), True
        case Repeat(least, parts):
            first, may_be_empty = _of_sequence(parts)
            return first, may_be_empty or not least
        case Group(parts):
            return _of_sequence(parts)
        case Either(forms):
            each = [_of_sequence(form) for form in forms]
            return set().union(*(first for first, _ in each)), any(may_be_empty for _, may_be_empty in each)
        case Other(name):
            raise ValueError(f"{name} may begin with whatever character")


def _piece(item: Item) -> str:
    """One item of a class, as it is written in one."""
    match item:
        case Char(char):
            return re.escape(char)
        case Span(first, last):
            return f"{re.escape(first)}-{re.escape(last)}"
        case Category(source):
            return source
