"""The parts of a newsletter that nobody signs, behind the items with writers: what comes, what the body did.

Before: items with ``文／某某`` each, then ``活動預告`` over ``秋季讀書會`` and its text, then ``會務報告``
After: each such part is an article; the headings below its name stay headings.
Never: a text whose parts have no writers of their own; a heading over text, in the item of a writer.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao.structure import shapes
from jianbao.structure.blocks import numbering
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.blocks.line_words import is_section
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import words

FEWEST = 3
"""Items with writers."""
WIDEST, HEAD = 10, 6
"""Han characters of the name of such a part, and parts among which the writer of an item stands."""


def more(known: Sequence[Known], starts: Sequence[int]) -> tuple[list[Known], list[int]]:
    """The parts and the starts, with the names of such parts told, where the file has enough items with writers."""
    signed = [start for start in starts if _is_signed(known, start)]
    if len(signed) < FEWEST or 2 * len(signed) < len(starts):
        return list(known), list(starts)
    last = max(signed)
    found = {
        n
        for n in range(signed[0] + HEAD, len(known) - 1)
        if _is_name(known, n) and (known[n].plain in words("newsletter_sections") or (n > last and _is_over(known, n)))
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


def _is_over(known: Sequence[Known], n: int) -> bool:
    """Whether a heading stands right below a line, and text below that."""
    above, below = known[n], known[n + 1]
    heads = above.role is Role.TITLE and below.role is Role.TITLE and not is_section(above.plain)
    return heads and n + 2 < len(known) and known[n + 2].role is Role.BODY
