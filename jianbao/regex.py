"""``re`` with patterns that are compiled when they are first used: ``from jianbao import regex as re``.

To compile the patterns of all modules takes longer than all else that they are loaded for, and a process that reads one
text uses half of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property, partial
from re import (
    ASCII,
    DOTALL,
    IGNORECASE,
    NOFLAG,
    VERBOSE,
    A,
    I,
    Match,
    Pattern,
    RegexFlag,
    escape,
    findall,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
)
from threading import Event
from typing import Any, cast

__all__ = [
    "ASCII",
    "DOTALL",
    "IGNORECASE",
    "NOFLAG",
    "VERBOSE",
    "A",
    "I",
    "Match",
    "Pattern",
    "RegexFlag",
    "compile",
    "compile_at_once",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "late",
    "match",
    "search",
    "split",
    "sub",
]


class _Late:
    """Stands for a pattern that is made when something is asked of it."""

    pattern: str
    flags: RegexFlag

    def __init__(self, make: Callable[[], Pattern[str]]) -> None:
        self._make = make

    def __getattr__(self, name: str) -> Any:
        """What the pattern has under this name; asked once, as it is kept as an attribute."""
        if name.startswith("__"):
            raise AttributeError(name)
        value = getattr(self._made, name)
        setattr(self, name, value)
        return value

    @cached_property
    def _made(self) -> Pattern[str]:
        return self._make()


_at_once = Event()


def compile_at_once() -> None:
    """From now on, compile where the patterns stand, which are asked quicker than what stands for them: for processes
    that read many texts, and those that are forked from this one.
    """
    _at_once.set()


def late(make: Callable[[], Pattern[str]]) -> Pattern[str]:
    """A pattern that is made when it is first used."""
    return make() if _at_once.is_set() else cast("Pattern[str]", _Late(make))


def compile(pattern: str, flags: RegexFlag = NOFLAG) -> Pattern[str]:
    """As ``re.compile``, but when it is first used for more than its source; an error in that shows only then."""
    if _at_once.is_set():
        return re.compile(pattern, flags)
    standing = _Late(partial(re.compile, pattern, flags))
    standing.pattern, standing.flags = pattern, flags
    return cast("Pattern[str]", standing)
