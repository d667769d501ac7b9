"""The parts of a newsletter that nobody signs, behind the items with writers: what comes, what the body did.

Before: items with ``文／某某`` each, then ``活動預告`` over ``秋季讀書會`` and its text, then ``會務報告``
After: each such part is an article; the headings below its name stay headings.
Never: a text whose parts have no writers of their own; a heading over text, in the item of a writer.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from jianbao.structure import shapes
from jianbao.structure.blocks import numbering
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.blocks.line_words import is_section
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import words

FEWEST = 3
"""Items with writers."""
WIDEST, HEAD, LISTED = 10, 6, 3
"""Han characters of the name of such a part, parts among which the writer of an item stands, and characters of a name
in a list of contents."""


def more(
    known: Sequence[Known], starts: Sequence[int], contents: Set[str] = frozenset()
) -> tuple[list[Known], list[int]]:
    """The parts and the starts, with the names of such parts told, where the file has enough items with writers.

    ``contents``: what a list with numbers of pages names, in letters and numbers alone.
    """
    signed = [start for start in starts if _is_signed(known, start)]
    if len(signed) < FEWEST or 2 * len(signed) < len(starts):
        return list(known), list(starts)
    last = max(signed)
    found = {
        n
        for n in range(signed[0] + HEAD, len(known) - 1)
        if (_is_name(known, n) and (_is_usual(known[n].plain) or (n > last and _is_over(known, n))))
        or (n > last and _is_listed(known, n, contents))
    }
    told = list(known)
    for n in found:
        told[n] = Known(known[n].part, Role.META, MetaLine(title=(0, len(known[n].plain))))
    return told, sorted({*starts, *found})


def _is_signed(known: Sequence[Known], start: int) -> bool:
    """Whether a writer is named between an item's start and its text."""
    for item in known[start : start + HEAD]:
        if item.role in (Role.BODY, Role.BLOCK):
            return False
        if item.role in (Role.META, Role.SIGNATURE) and item.meta is not None and item.meta.authors:
            return True
    return False


def _is_name(known: Sequence[Known], n: int) -> bool:
    """Whether a line may name a part: short, without a number, below text."""
    item = known[n]
    short = item.role in (Role.TITLE, Role.META) and shapes.width(item.plain) <= WIDEST
    return short and known[n - 1].role in (Role.BODY, Role.BLOCK) and not numbering.scheme(item.plain)


def _is_usual(text: str) -> bool:
    return text.endswith(words("newsletter_sections"))


def _is_listed(known: Sequence[Known], n: int, contents: Set[str]) -> bool:
    """Whether the list of contents names a heading below text, or how it begins."""
    if known[n].role is not Role.TITLE or known[n - 1].role not in (Role.BODY, Role.BLOCK):
        return False
    key = shapes.key(known[n].plain)
    return any(len(name) >= LISTED and key.startswith(name) for name in contents)


def _is_over(known: Sequence[Known], n: int) -> bool:
    """Whether a heading stands right below a line, and text below that."""
    above, below = known[n], known[n + 1]
    heads = above.role is Role.TITLE and below.role is Role.TITLE and not is_section(above.plain)
    return heads and n + 2 < len(known) and known[n + 2].role is Role.BODY
