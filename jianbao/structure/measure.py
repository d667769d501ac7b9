"""How wide lines are, in columns: the statistics that tell a hard wrap from an end of paragraph."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from jianbao import regex as re

CLOSING = frozenset("，。、；：！？）》〉」』】〕］｝”’…—％,.;:!?)]}·．")
"""What may not start a line: a break before one of these is no end of anything."""

ENDING = re.compile(r"[。！？!?…：:；.．](?:[」』”’\"'）)〕］\]】〉》]*)$")
"""A line's end that can be the end of a paragraph."""

_TOKEN = re.compile(r"[!-~À-ɏ’“”‘]+|.", re.DOTALL)

_LATIN = re.compile(r"[\x00-\u1fff\uff10-\uff19]+")
_WIDE = re.compile(r"[\u4e00-\u9fff\u3001-\u3029\uff01-\uff60]+")
"""Characters known to be wide: most of all lines."""


@lru_cache(maxsize=65536)
def _wide(char: str) -> int:
    return 0 if unicodedata.category(char) in ("Mn", "Cf") else 2 if unicodedata.east_asian_width(char) in "WFA" else 1


def width(text: str) -> int:
    """Columns of a text: two for a wide or ambiguous character (Han quotation marks and dashes too), else one."""
    if text.isascii():
        return len(text)
    match = _WIDE.match(text)
    if match and match.end() == len(text):
        return 2 * len(text)
    rest = _WIDE.sub("", text)
    return 2 * (len(text) - len(rest)) + sum(map(_wide, rest))


def indent(text: str) -> int:
    """Columns of white space in front."""
    spaces = len(text) - len(text.lstrip())
    return width(text[:spaces]) if spaces else 0


def first_token(text: str) -> int:
    """Columns of what cannot be parted from the start of a line: a word, or a character and what may not follow it."""
    match = _TOKEN.match(text)
    if not match:
        return 0
    end = match.end()
    while end < len(text) and text[end] in CLOSING:
        end += 1
    return width(text[:end])


def is_latin(char: str) -> bool:
    """Whether a character belongs to a script that parts words by spaces, or is a digit or ASCII mark."""
    return char < "\u2000" or "\uff10" <= char <= "\uff19"


def latin_share(text: str) -> float:
    """Share of characters that are Latin, digits and spaces among them."""
    if text.isascii():
        return 1.0
    head = text[:400]
    return (len(head) - len(_LATIN.sub("", head))) / len(head) if _LATIN.search(head) else 0.0


def full_width(widths: Sequence[int], unended: Sequence[bool], many: int = 30, rare: float = 0.05) -> int | None:
    """The width that wrapped lines fill, or None where lines are not wrapped.

    ``widths`` are those of neighbouring lines, ``unended`` whether each stops without a mark of a sentence's end.
    Wrapped text has much of its text in lines of nearly one width, few that are longer, and most of them stop in
    mid-sentence. Among ``many`` lines with half of their text in lines of one width, a quarter may be longer, as heads,
    tables and notes are. ``rare`` is the share of the full lines that are as wide as the widest: fewer are of smaller
    type.
    """
    if len(widths) < 3 or max(widths) < MINIMUM:
        return None
    ordered = sorted(widths)
    count, sums = len(ordered), [0, *accumulate(ordered)]
    total = sums[-1]
    for index in range(count - 1, 1, -1):
        top = ordered[index]
        if top < MINIMUM:
            return None
        above = count - 1 - index
        low = bisect_left(ordered, top - BAND)
        filled = index + 1 - low
        most = 4 if count >= many and 2 * (sums[index + 1] - sums[low]) >= total else 8
        if above > max(1, count // most):
            if above > count // 4:
                return None
            continue
        if filled >= 6 and index + 1 - bisect_left(ordered, top - 1) < max(2, rare * filled):
            continue
        if filled < SURE and ordered[-1] > 1.5 * top:
            continue
        if filled < 3 or sums[index + 1] - sums[low] < 0.4 * total:
            continue
        stops = sum(1 for size, open_end in zip(widths, unended, strict=True) if open_end and top - BAND <= size <= top)
        if stops * 2 >= filled:
            return top
    return None


def cut_width(widths: Sequence[int], cut: Sequence[bool], goes_on: Sequence[bool], tiny: Sequence[bool]) -> int | None:
    """The width of wrapped lines among many short ones, as of labels and names; None where nothing is sure.

    ``cut`` says of each line that it stops at a letter, ``goes_on`` that the next may be its rest: then the widest
    lines are almost all cut, and what stands below them completes them. ``tiny``: the next is so short that it can
    only be its rest; two such tell as much as three.
    """
    top = max(widths, default=0)
    widest = [index for index, size in enumerate(widths) if size >= top - BAND]
    fewest = FEWEST_CUT - (sum(cut[index] and tiny[index] for index in widest) >= FEWEST_CUT - 1)
    if top < NARROWEST_CUT or len(widest) < fewest:
        return None
    sure = sum(cut[index] and goes_on[index] for index in widest)
    return top if sure >= fewest and sure >= 0.8 * len(widest) else None


SURE = 8
"""Lines of one width that show a measure though a line half as wide again stands among them."""

FEWEST_CUT, NARROWEST_CUT = 3, 40
"""Lines that were surely cut, and their columns, that show a measure where most lines are short anyway."""

MINIMUM = 22
"""Columns of the narrowest column of print that is taken for wrapped text: eleven characters."""

BAND = 6
"""Columns by which the lines of one measure differ: marks that may not start or end a line, words not cut."""
