"""The sentence around a find, for lists of mentions, dates and figures."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from jianbao.sentences import split

LONGEST = 120
"""Characters of a sentence that are shown; of a longer one the part around the find."""


@lru_cache(maxsize=8192)
def _starts(text: str) -> tuple[int, ...]:
    """Where sentences begin; the first one where the text does."""
    return (0, *(start for start, _ in split(text)[1:]))


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Offsets of the sentence, or sentences, that a stretch stands in."""
    starts = _starts(text)
    at = bisect_right(starts, start) - 1
    return starts[at], next((place for place in starts[at + 1 :] if place >= end), len(text))


def excerpt(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Before the find, the find, after it: the sentence that it stands in, cut where it is very long."""
    first, last = sentence_around(text, start, end)
    before, after = text[first:start].lstrip(), text[end:last].rstrip()
    room = max(LONGEST - (end - start), 20)
    if len(before) + len(after) > room:
        keep_after = min(len(after), max(room // 2, room - len(before)))
        keep_before = min(len(before), room - keep_after)
        before = ("……" if keep_before < len(before) else "") + before[len(before) - keep_before :]
        after = after[:keep_after] + ("……" if keep_after < len(after) else "")
    return before, text[start:end], after
