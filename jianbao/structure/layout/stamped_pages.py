"""Pages that are lists of news: short lines with a full day each come again and again.

Columns of print hold no such lines, so nothing on such a page is dealt out to columns, however evenly its lines end.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.document import Line

FEWEST, SHARE = 3, 0.08
"""Stamps of a list, and their share of its lines, at least."""
LONGEST = 40
"""Characters of a stamp."""
_DAY = re.compile(r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d")


def is_one(page: Sequence[Line]) -> bool:
    """Whether a page is such a list."""
    plain = [text for line in page if (text := line.text.plain.strip())]
    stamps = sum(len(text) <= LONGEST and bool(_DAY.search(text)) for text in plain)
    return stamps >= FEWEST and stamps >= SHARE * len(plain)
