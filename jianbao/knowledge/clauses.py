"""The clause around a find: what stands before and after it up to the next mark."""

from __future__ import annotations

from jianbao import regex as re

_MARK = re.compile(r"[，,。！？!?；;：:\n]")


def around(text: str, start: int, end: int, reach: int = 24) -> tuple[str, str]:
    """What stands before ``start`` and after ``end`` in the same clause, at most ``reach`` characters each."""
    before, after = text[max(start - reach, 0) : start], text[end : end + reach]
    cut = next((index for index in range(len(before) - 1, -1, -1) if _MARK.match(before, index)), -1)
    stop = _MARK.search(after)
    return before[cut + 1 :], after[: stop.start()] if stop else after
