"""The sentence around a find, for lists of mentions, dates and figures."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache

from jianbao import regex as re
from jianbao.sentences import split

_CLAUSE = re.compile("[，。、；：！？,;]")
_WORD = re.compile(r"[A-Za-zÀ-ÿ0-9'’–\-]+\s*")
_LAST_WORD = re.compile(r"[A-Za-zÀ-ÿ0-9'’–\-]+$")
_RAGGED = 24
"""Characters at a cut in which a better place for it is looked for."""
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
    after = bisect_left(starts, end, at + 1)
    return starts[at], starts[after] if after < len(starts) else len(text)


def excerpt(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Before the find, the find, after it: the sentence that it stands in, cut where it is very long."""
    first, last = sentence_around(text, start, end)
    before, after = text[first:start].lstrip(), text[end:last].rstrip()
    room = max(LONGEST - (end - start), 20)
    if len(before) + len(after) > room:
        keep_after = min(len(after), max(room // 2, room - len(before)))
        keep_before = min(len(before), room - keep_after)
        if keep_before < len(before):
            before = "……" + _from_clause(before[len(before) - keep_before :])
        if keep_after < len(after):
            after = _to_clause(after[:keep_after]) + "……"
    return before, text[start:end], after


def _from_clause(text: str) -> str:
    """A text that was cut at its beginning, from its first clause on or, failing that, from its first whole word."""
    match = _CLAUSE.search(text, 0, _RAGGED) or _WORD.match(text)
    return text[match.end() :].lstrip() if match and match.end() < len(text) else text


def _to_clause(text: str) -> str:
    """A text that was cut at its end, up to its last whole clause or, failing that, its last whole word."""
    start = max(len(text) - _RAGGED, 0)
    marks = [match.start() for match in _CLAUSE.finditer(text, start)]
    if marks and marks[-1]:
        return text[: marks[-1]]
    match = _LAST_WORD.search(text, start)
    return text[: match.start()].rstrip() if match and match.start() else text
