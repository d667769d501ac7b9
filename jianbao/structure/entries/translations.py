"""Texts that say once more, in another language, what stands above them."""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role

SAMPLE, FOREIGN, NUMBERS = 40, 0.2, 3
"""Parts on either side of a title that are looked at for another language, share of kana in Japanese, and different
numbers that a translation has at least."""
_NUMBER = re.compile(r"\d{2,}")


def begins(known: Sequence[Known], title: int, current: int, last_han: int) -> bool:
    """Whether all from a title on, without Han characters, says again what stands above in them: they are of one
    day, or numbers of the one come in the other. ``current`` begins the article above, ``last_han`` is the last part of
    the file that has a Han character."""
    if title <= last_han:
        return _in_other_letters(known, title, current)
    if not any(shapes.has_han(item.plain) for item in known[current:title]):
        return False
    parts = (known[current:title], known[title:])
    above, below = ({item.meta.date for item in part if item.meta and item.meta.date} for part in parts)
    if above & below:
        return True
    first, second = ({*_NUMBER.findall(" ".join(item.plain for item in part))} for part in parts)
    return len(second) > 1 and 2 * len(first & second) >= len(second)


def _in_other_letters(known: Sequence[Known], title: int, current: int) -> bool:
    """Whether the text below a title has kana and that above it none, or the other way round, and it says again
    what stands above: its numbers come there, and no writer or outlet of its own is named."""
    below = known[title + 1 : title + 1 + SAMPLE]
    first = next((n for n, item in enumerate(below) if item.role is Role.BODY), len(below))
    if any(item.meta and (item.meta.authors or item.meta.source) for item in below[:first]):
        return False
    above = known[max(current, title - SAMPLE) : title]
    one, other = (shapes.kana("".join(item.plain for item in part)) for part in (above, below))
    if min(one, other) > FOREIGN / 4 or max(one, other) < FOREIGN:
        return False
    said, again = ({*_NUMBER.findall(" ".join(item.plain for item in part))} for part in (above, below))
    return len(again) >= NUMBERS and 2 * len(said & again) >= len(again)
