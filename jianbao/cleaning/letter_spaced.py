"""Blanks that a reader of print put between all characters of a text.

Before: ``基 隆 港 昨 起 濃 霧 封 港`` in a text whose lines are all so
After: ``基隆港昨起濃霧封港``; a wider gap stays.
Never: a line set so by itself, as titles, dates and names of forms are; a text of words with spaces between them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from jianbao import regex as re
from jianbao.cleaning import texts
from jianbao.cleaning.rule import Finding, Options
from jianbao.document import Line

FEWEST, SHARE = 3, 0.6
"""Lines that are set so, at least, and their share of all lines that are long enough to tell."""
LETTERS, ALONE = 5, 0.8
"""Pieces of a line that can tell, at least, and the share of them that are one character."""

_GAP = re.compile(r"(?<=[^\s!-/:-~])[ \u3000]+(?=[^\s!-/:-~])")


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """The usual gaps of the lines whose characters stand apart, if most lines are so."""
    long = [index for index in texts.filled(lines) if len(lines[index].text.plain.split()) >= LETTERS]
    spaced = [index for index in long if _is_spaced(lines[index].text.plain.split())]
    told = [index for index in texts.filled(lines) if len(lines[index].text.plain.strip()) >= LETTERS]
    if len(spaced) < FEWEST or len(spaced) < SHARE * len(told):
        return
    gaps = {index: list(_GAP.finditer(lines[index].text.plain)) for index in spaced}
    usual = Counter(len(gap[0]) for found in gaps.values() for gap in found).most_common(1)[0][0]
    for index, found in gaps.items():
        for gap in found:
            if len(gap[0]) <= usual:
                yield Finding(index, *gap.span(), "blank between the characters of a word")


def _is_spaced(pieces: Sequence[str]) -> bool:
    alone = sum(len(piece) == 1 and not piece.isascii() for piece in pieces)
    return alone >= ALONE * len(pieces)
