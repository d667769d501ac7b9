"""A title printed again a few lines further down: at a page break, or as head of a web page and again of its text.

Before: the same long line, which ends no sentence, twice within a dozen lines.
After: the first.
Never: short lines (優點, 問題), lines that open a list with a colon, lines that end a sentence, lines far apart,
members of a list (the first of the two stands at the text's beginning or behind a complete sentence).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jianbao.cleaning import texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line

SHORTEST, LONGEST = 12, 80
"""Characters of a title that is looked for again."""
HEAD = 2
"""Lines with text at the beginning of a seed, where any may be a title."""
NEAR = 10
"""Lines with text between the two at most."""

_OPEN_END = re.compile(r"[，、；：,;:]\s*$")


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Later occurrences of a title, near the first. What leaves does not count in the distance."""
    seen: dict[str, int] = {}
    before, place = "", 0
    for index in texts.filled(lines):
        text = lines[index].text.plain.strip()
        words = _words(text)
        if words in seen and place - seen[words] <= NEAR:
            yield whole(index, lines[index], "the same line stands shortly before")
            continue
        if words and (place < HEAD or texts.ends_sentence(before)):
            seen[words] = place
        before, place = text, place + 1


def _words(text: str) -> str:
    """The letters of a line that may be a title; empty for any other."""
    if not SHORTEST <= len(text) <= LONGEST or texts.ends_sentence(text) or _OPEN_END.search(text):
        return ""
    words = texts.key(text)
    return "" if len(words) < SHORTEST or words.isdigit() else words
