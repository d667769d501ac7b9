"""The sentence around a find, for lists of mentions, dates and figures."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

_END = re.compile(r"[。！？!?]+[」』”’）)》〉】]*|\n")
LONGEST = 120
"""Characters of a sentence that are shown; of a longer one the part around the find."""


@lru_cache(maxsize=8192)
def _starts(text: str) -> tuple[int, ...]:
    """Where sentences begin. A mark inside 「」 ends no sentence unless the quotation ends there."""
    starts, depth, position = [0], 0, 0
    for match in _END.finditer(text):
        between = text[position : match.start()]
        depth = max(depth + _balance(between), 0)
        depth_after = max(depth + _balance(match[0]), 0)
        position = match.end()
        if not depth_after and position < len(text) and text[position] not in "」』，、；：—…":
            starts.append(position)
        depth = depth_after
    return tuple(starts)


def _balance(text: str) -> int:
    return text.count("「") + text.count("『") + text.count("“") - sum(text.count(mark) for mark in "」』”")


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
