"""The title on top of a text that is as wide as a column of print, so that its width does not tell it from the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
    plain = not any(_RUNS.search(text) or starts_unit(text) or numbering.scheme(text) for text in (title, below))
    return 2 if plain and measure.width(below) <= NARROW * full and not below.isdigit() else 0
