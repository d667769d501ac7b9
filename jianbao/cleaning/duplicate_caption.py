"""A caption that stands twice because a page gave it as description of the photo and again below it.

Before: two equal lines, one right after the other.
After: the first.
Never: short lines (a refrain, a cheer), lines with other text between them, lines without the end of a sentence
(a title that is printed again is another rule's).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jianbao.cleaning import texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line

SHORTEST, LONGEST = 20, 240
"""Characters of letters that a repeated caption has."""


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """The second of two neighbours that say the same."""
    for first, second in pairwise(texts.filled(lines)):
        text = lines[second].text.plain
        if not SHORTEST <= len(text) <= LONGEST or not texts.ends_sentence(text):
            continue
        if _begin_otherwise(text.lstrip(), lines[first].text.plain.lstrip()):
            continue
        words = texts.key(text)
        if len(words) >= SHORTEST and words == texts.key(lines[first].text.plain):
            yield whole(second, lines[second], f"equal to line {lines[first].number}, right before it")


def _begin_otherwise(text: str, other: str) -> bool:
    """Whether the first letters of two lines tell that they do not say the same."""
    return text[0].isalnum() and other[0].isalnum() and text[0].casefold()[0] != other[0].casefold()[0]
