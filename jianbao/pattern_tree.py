"""What a regular expression is made of, as the parser of ``re`` reads it.

That parser is Python's own and undocumented; nothing else of Jianbao asks it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as names  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple, TypeAlias

_CATEGORIES = {
    names.CATEGORY_DIGIT: r"\d",
    names.CATEGORY_NOT_DIGIT: r"\D",
    names.CATEGORY_SPACE: r"\s",
    names.CATEGORY_NOT_SPACE: r"\S",
    names.CATEGORY_WORD: r"\w",
    names.CATEGORY_NOT_WORD: r"\W",
}


class Char(NamedTuple):
    """A character."""

    char: str


class Span(NamedTuple):
    """All characters from one to another."""

    first: str
    last: str


class Category(NamedTuple):
    r"""All characters of a kind, as it is written: ``\d``."""

    source: str


Item: TypeAlias = Char | Span | Category
"""What a class may have in it."""


class Class(NamedTuple):
    """Any character of these."""

    items: tuple[Item, ...]


class Group(NamedTuple):
    """Parts as one."""

    parts: tuple[Part, ...]


class Either(NamedTuple):
    """One of several forms."""

    forms: tuple[tuple[Part, ...], ...]


class Repeat(NamedTuple):
    """Parts, at least so often."""

    least: int
    parts: tuple[Part, ...]


class Look(NamedTuple):
    """Parts that must stand before or behind this place and are not taken."""

    parts: tuple[Part, ...]


class Place(NamedTuple):
    """What takes nothing and demands nothing to stand anywhere: the end of a line, what must not stand here."""


class Other(NamedTuple):
    """What may be any character, such as a class of all but some; with its name."""

    name: str


Part: TypeAlias = Char | Class | Group | Either | Repeat | Look | Place | Other


class Tree(NamedTuple):
    """The parts of an expression in order, and whether case counts for nothing."""

    parts: tuple[Part, ...]
    folded: bool


def read(source: str, flags: int = 0) -> Tree:
    """Take an expression apart."""
    parsed = parser.parse(source, flags)
    return Tree(_sequence(parsed), bool(parsed.state.flags & re.IGNORECASE))


def _sequence(parsed: Iterable[tuple[Any, Any]]) -> tuple[Part, ...]:
    return tuple(_part(code, value) for code, value in parsed)


def _part(code: Any, value: Any) -> Part:
    if code is names.LITERAL:
        return Char(chr(value))
    if code is names.IN:
        items = tuple(item for kind, what in value if (item := _item(kind, what)))
        return Class(items) if len(items) == len(value) else Other("a class of all but some")
    if code in (names.MAX_REPEAT, names.MIN_REPEAT, names.POSSESSIVE_REPEAT):
        return Repeat(value[0], _sequence(value[2]))
    if code is names.BRANCH:
        return Either(tuple(map(_sequence, value[1])))
    if code is names.ATOMIC_GROUP:
        return Group(_sequence(value))
    if code is names.SUBPATTERN and not (value[1] or value[2]):  # flags of its own would count for it alone
        return Group(_sequence(value[3]))
    if code is names.ASSERT:
        return Look(_sequence(value[1]))
    if code in (names.ASSERT_NOT, names.AT):
        return Place()
    return Other(str(code))


def _item(kind: Any, what: Any) -> Item | None:
    if kind is names.LITERAL:
        return Char(chr(what))
    if kind is names.RANGE:
        return Span(chr(what[0]), chr(what[1]))
    return Category(_CATEGORIES[what]) if kind is names.CATEGORY else None
