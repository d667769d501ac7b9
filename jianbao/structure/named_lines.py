"""Lines that a running head or a list of contents says again: headings, which no other line goes on in or from.

Before: ``接下來的時程`` in the text without anything around it, and on top of the next page, where cleaning took it
After: a line by itself, however well it would fill the line of print above it.
Never: the title and what else stands on top of the first page; a line that ends as sentences do; what stands behind the
head that says it, or twice, as a head that cleaning left; the first line of an entry of two.
"""

from __future__ import annotations

from collections import Counter

from jianbao.document import Cleaned
from jianbao.source import Seed
from jianbao.structure import measure, shapes

HEADS, CONTENTS = "C10", "C18"
"""Codes of cleaning: running head, a list with numbers of pages."""
TOP = 6
"""Lines with text on top of a text, which may say its title."""
SHORTEST, LONGEST = 2, 40
"""Characters of a heading."""


def find(cleaned: Cleaned, seed: Seed) -> frozenset[int]:
    """The numbers of such lines."""
    first: dict[str, int] = {}
    """The line from which on nothing is named by what was taken, by what that says."""
    for removal in cleaned.removals:
        if removal.code == HEADS or (removal.code == CONTENTS and removal.text.rstrip()[-1:].isdigit()):
            end = seed.locate(removal.spans[0].start).line if removal.code == HEADS else len(seed.text)
            first.setdefault(_key(removal.text), end)
    if not first:
        return frozenset()
    filled = [(line.number, text) for line in cleaned.lines if (text := line.text.plain.strip())]
    title = {_key(text) for _, text in filled[:TOP]}
    short = [(number, _key(text)) for number, text in filled[TOP:] if _may_head(text)]
    times = Counter(key for _, key in short)
    return frozenset(
        number
        for number, key in short
        if len(key) >= SHORTEST and number < first.get(key, 0) and times[key] == 1 and key not in title
    )


def _may_head(text: str) -> bool:
    return len(text) <= LONGEST and not measure.ENDING.search(text)


def _key(text: str) -> str:
    """What a line says, without the number of a page or of a section."""
    return shapes.key(text).strip("0123456789")
