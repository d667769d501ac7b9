"""What stands on top of the columns of a page: a title that is as wide as a column, so that its width does not tell it
from the text; an abstract whose lines run over all columns."""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.document import Line
from jianbao.structure import measure
from jianbao.structure.blocks import numbering
from jianbao.structure.starts import starts_unit

NARROW = 0.8
"""Share of a column's width that the line below a title does not reach: who wrote the text."""

_RUNS = re.compile(r"[。，；！？,;!?]")
"""What running text has, and no title of one line."""


def end(texts: Sequence[str], full: int) -> int:
    """How many of the first lines of a text are its title and the line below that says whose it is; 0 where they look
    like running text. ``full``: the width of a column."""
    if len(texts) < 2 or not 0 < measure.width(texts[0]) <= full + measure.BAND:
        return 0
    title, below = texts[:2]
    plain = is_plain(title) and is_plain(below)
    return 2 if plain and measure.width(below) <= NARROW * full and not below.isdigit() else 0


def is_plain(text: str) -> bool:
    """Whether a line is neither running text nor the first of an item or a section."""
    return not _RUNS.search(text) and not starts_unit(text) and not numbering.scheme(text)


def title_lines(texts: Sequence[str], full: int) -> int:
    """How many lines of the first block of a text are its title and the line below that says whose it is: what stands
    below them, if anything, is a full line of text, or the first of a paragraph."""
    for count in range(2, min(len(texts), LONGEST_TITLE) + 1):
        *title, below = texts[:count]
        if not all(map(is_plain, (*title, below))):
            return 0
        wide = measure.width(texts[count]) if count < len(texts) else full
        if measure.width(below) < min(NARROW * full, measure.width(title[0])) and wide >= full - 2 * measure.BAND:
            return count
    return 0


LONGEST_TITLE = 4
"""Lines of a block that is a title and what stands below it."""


def runs_across(lines: Sequence[Line], wide: float) -> bool:
    """Whether most lines of a block, two at least, are wider than a column, and none of these is made of two."""
    texts = [line.text.plain.strip() for line in lines]
    broad = [text for text in texts if measure.width(text) > wide]
    return len(broad) >= FEWEST and len(broad) > len(texts) / 2 and not any(_TWO.search(text) for text in broad)


def below_wide(texts: Sequence[str], blank: Sequence[bool], wide: float) -> int:
    """Where what runs over all columns on top of a page ends: behind its last lines that are wider than a column, two
    at least, and the rest of their paragraph; 0 if there are none. ``blank``: which lines stand below a blank one."""
    end = count = begin = 0
    for index, text in enumerate(texts[:TOP]):
        if blank[index]:
            if index - begin >= NO_HEAD and not any(measure.width(other) > wide for other in texts[begin:index]):
                break
            begin = index
        if measure.width(text) > wide:
            if _TWO.search(text):
                return 0
            count, end = count + 1, index + 1
    if count < FEWEST:
        return 0
    while end < len(texts) and not blank[end]:
        end += 1
    return end


TOP, NO_HEAD = 30, 3
"""Lines on top of a page among which such stand, and lines of a block of a column."""
FEWEST = 2
"""Lines of an abstract that runs over all columns."""
_TWO = re.compile(r"[㐀-鿿，。、；：」）][ 　]+[㐀-鿿「（]")
"""The space between the lines of two columns that an extractor put into one."""
