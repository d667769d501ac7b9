"""What a text must have for any of some patterns to be found in it: told apart in one search, before many.

Most lines are of no kind that a rule looks for. A pattern of dozens of forms finds that out form by form; the letters
without which no form can be are sought at once, as the engine of ``re`` looks for a choice of letters fastest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import combinations, product
from math import fsum, inf, prod

from jianbao import pattern_tree, regex
from jianbao.pattern_tree import Char, Class, Either, Group, Item, Look, Part, Repeat, Span

MOST, LONGEST = 48, 3
"""Strings that one part of a pattern may stand for, and their characters, from which on it is no longer followed."""

_VARIANTS = {"i": "iIİı", "k": "kK\u212a", "s": "sSſ"}
"""Letters that ``re.IGNORECASE`` takes for one, beyond both cases."""

_COMMON = frozenset(
    "的一是不了在人有我他這这個个們们中來来上大為为和國国地到以說说時时要就出會会可也你對对生能而子那得於于著着下自之年過过發发後后作裡里"
    "用道行所然家種种事成方多經经麼么去法學学如都同現现當当沒没動动面起看定天分還还進进好小部其些主樣样理心她本前開开但因只從从想實实日軍军者"
    "意無无力它與与長长把機机十民第公此已工使情明性知全三又關关點点正業业外將将兩两高間间由問问很最重並并物手應应向頭头文體体政美相見见被利"
)
"""Characters that every text has."""

Strings = frozenset[str]


def of(*patterns: re.Pattern[str]) -> re.Pattern[str]:
    """A pattern that is found in every text in which any of these is found, and in few others.

    When it is first used, ``ValueError`` for a pattern that could be found in a text of whatever characters.
    """
    return regex.late(partial(_compiled, patterns))


def _compiled(patterns: Iterable[re.Pattern[str]]) -> re.Pattern[str]:
    needed: set[str] = set()
    for pattern in patterns:
        tree = pattern_tree.read(pattern.pattern, pattern.flags)
        found = _of_sequence(tree.parts, tree.folded)
        if found is None:
            raise ValueError(f"nothing stands in each text with {pattern.pattern[:60]!r}")
        needed |= found
    return re.compile("|".join(re.escape(string) for string in sorted(_shortest(needed))))


def _shortest(strings: Iterable[str]) -> set[str]:
    """Without strings that hold another one."""
    kept: set[str] = set()
    for string in sorted(strings, key=len):
        if kept.isdisjoint(string[start:end] for start, end in combinations(range(len(string) + 1), 2)):
            kept.add(string)
    return kept


def _of_sequence(parts: Sequence[Part], folded: bool) -> Strings | None:
    """The rarest of what the parts of a sequence demand; None where they demand nothing."""
    best: Strings | None = None
    least = inf
    before: Strings | None = None
    for part in parts:
        exact = _strings(part, folded)
        joined = _beside(before, exact or _beginnings(part, folded))
        for found in (joined, exact or _within(part, folded)):
            if found and (frequency := _frequency(found)) < least:
                best, least = found, frequency
        before = exact and (joined or exact)
    return best


def _beside(first: Strings | None, second: Strings | None) -> Strings | None:
    """What two neighbouring parts demand together, if that is not too much."""
    if not first or not second or len(first) * len(second) > MOST:
        return None
    joined = frozenset(before + after for before, after in product(first, second))
    return joined if max(map(len, joined)) <= LONGEST else None


def _strings(part: Part, folded: bool) -> Strings | None:
    """All strings that a part can be, where these are few; else None."""
    match part:
        case Char(char):
            return _cases(char, folded)
        case Class(items):
            chars = [_characters(item) for item in items]
            each = [_cases(char, folded) for char in "".join(chars)]
            found = frozenset[str]().union(*(cases for cases in each if cases))
            return found if all(chars) and all(each) and len(found) <= MOST else None
        case _:
            return None


def _beginnings(part: Part, folded: bool) -> Strings | None:
    """All characters that a choice of forms can begin with, where these are few."""
    if not isinstance(part, Either) or not all(part.forms):
        return None
    each = [_strings(form[0], folded) for form in part.forms]
    found = frozenset[str]().union(*(first for first in each if first))
    return found if all(each) and len(found) <= MOST else None


def _characters(item: Item) -> str:
    """The characters of an item of a class; none where these are many."""
    match item:
        case Char(char):
            return char
        case Span(first, last) if ord(last) - ord(first) < MOST:
            return "".join(map(chr, range(ord(first), ord(last) + 1)))
        case _:
            return ""


def _cases(char: str, folded: bool) -> Strings | None:
    """A character as it may be written; None where ``re`` knows forms of it that are not known here."""
    if not folded or char.lower() == char.upper():
        return frozenset(char)
    lower = char.lower()
    return frozenset(_VARIANTS.get(lower, lower + lower.upper())) if lower.isascii() and lower.isalpha() else None


def _within(part: Part, folded: bool) -> Strings | None:
    """What a part with parts of its own demands."""
    match part:
        case Group(parts) | Look(parts):
            return _of_sequence(parts, folded)
        case Repeat(least, parts):
            return _of_sequence(parts, folded) if least else None
        case Either(forms):
            each = [_of_sequence(form, folded) for form in forms]
            return frozenset[str]().union(*(found for found in each if found)) if all(each) else None
        case _:
            return None


def _frequency(strings: Strings) -> float:
    """About how often one of some strings stands in a text."""
    return fsum(prod(map(_share, string)) for string in strings)


def _share(char: str) -> float:
    if char in "，。、：:":
        return 0.3
    if char < "\x7f":
        return 0.02 if char.islower() or char in " ./" else 0.05 if char.isdigit() else 0.005
    return 0.02 if char in _COMMON else 0.002
