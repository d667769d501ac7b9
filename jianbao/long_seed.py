"""How much of a very long seed is read as a text, and how the rest is parted.

Nobody reads the nine-millionth character of one file, and no rule of layout says anything about a file without end. Up
to the length of a long novel a seed is read; what comes then is published as it came, in pieces that a page can show.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from jianbao.source import Seed

MOST_CHARACTERS, MOST_LINES = 1_000_000, 30_000
"""Of a seed, that are read as a text."""
PIECE_CHARACTERS, PIECE_LINES = 10_000, 200
"""Of a piece of the rest, about: each has an address in its page."""

_SENTENCE_ENDS = "。！？；"


def near(seed: Seed) -> Seed:
    """The part of a seed that is read as a text: nearly always all of it. Offsets and lines are those of the seed."""
    if len(seed.text) <= MOST_CHARACTERS and len(seed.line_starts) <= MOST_LINES:
        return seed
    end = _before_blank(seed, _end(seed, 0, MOST_CHARACTERS, MOST_LINES))
    return replace(seed, text=seed.text[:end], line_starts=seed.line_starts[: _lines_before(seed, end)])


def rest(seed: Seed) -> Iterator[tuple[int, int]]:
    """What ``near`` leaves out, in pieces of whole lines; a line longer than a piece is cut behind sentences."""
    start = len(near(seed).text)
    while start < len(seed.text):
        end = _end(seed, start, PIECE_CHARACTERS, PIECE_LINES)
        yield start, end
        start = end


def _end(seed: Seed, start: int, characters: int, lines: int) -> int:
    """Where a piece ends that starts at ``start`` and has at most so many characters and lines: between two lines, or
    behind a sentence of a very long one."""
    most = min(start + characters, len(seed.text))
    line = _lines_before(seed, start + 1)
    if line - 1 + lines < len(seed.line_starts):
        most = min(most, seed.line_starts[line - 1 + lines])
    if most == len(seed.text):
        return most
    last = seed.line_starts[_lines_before(seed, most + 1) - 1]
    if last > max(start, most - PIECE_CHARACTERS):
        return last
    return max(seed.text.rfind(mark, max(start, last), most) for mark in _SENTENCE_ENDS) + 1 or most


def _before_blank(seed: Seed, end: int) -> int:
    """The end of the last paragraph before, where there is a blank line near."""
    line = _lines_before(seed, end)
    for number in range(line, max(line - PIECE_LINES, 1), -1):
        start = seed.line_starts[number - 1]
        if end - start > PIECE_CHARACTERS:
            break
        if not seed.line(number).strip():
            return start
    return end


def _lines_before(seed: Seed, offset: int) -> int:
    """How many lines start before an offset."""
    return bisect_right(seed.line_starts, offset - 1)
