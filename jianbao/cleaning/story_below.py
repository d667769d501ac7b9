"""The head of the next story of a file below a label as ``看更多``: a headline, who wrote and the day, and its text.

A teaser has a headline and perhaps a day; below the head of a story stands running text that speaks of its headline.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.cleaning import texts
from jianbao.document import Line

MOST = 5
"""Lines of a head."""
LONGEST, SAMPLE = 60, 1000
"""Characters of one of its lines, and of the text below it that are looked at."""
SPOKEN = 0.15
"""Share of the pairs of letters of a headline that come in its own text."""
_FACT = re.compile(
    r"(?:19|20)\d\d\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d|[記记]者[\u3400-\u9fff]{2,4}[／/][^，。]{2,8}[報报][導导道]$"
)
"""The day of a story, or who reports it."""


def head(lines: Sequence[Line], places: Sequence[int], at: int) -> int:
    """The position in ``places`` of the headline of a story whose head stands right below a label, with its day or its
    reporter; ``len(places)`` where none does."""
    plain = [lines[index].text.plain.strip() for index in places[at + 1 : at + 2 + MOST]]
    end = next((n for n, text in enumerate(plain) if texts.is_prose(text) and len(text) > LONGEST), 0)
    facts = [n for n, text in enumerate(plain[:end]) if _FACT.search(text)]
    if not facts or facts[-1] != end - 1 or not facts[0] or any(len(text) > LONGEST for text in plain[:end]):
        return len(places)
    headline = plain[facts[0] - 1]
    return at + facts[0] if texts.share(headline, plain[end][:SAMPLE]) >= SPOKEN else len(places)
