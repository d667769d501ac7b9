"""Offsets through edits: where a place of a text lies once stretches of it have changed their length."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from jianbao.document import LangRun, NoteMark, Shift


@dataclass(frozen=True, slots=True)
class Replacement:
    """Put ``text`` in the place of ``[start, end)``."""

    start: int
    end: int
    text: str


def shifts_of(replacements: Iterable[Replacement]) -> tuple[Shift, ...]:
    """The stretches whose length changes. Replacements must be in order and must not overlap."""
    shifts: list[Shift] = []
    growth = 0
    for item in replacements:
        if len(item.text) != item.end - item.start:
            start = item.start + growth
            shifts.append(Shift(item.start, item.end, start, start + len(item.text)))
            growth += len(item.text) - (item.end - item.start)
    return tuple(shifts)


def apply(text: str, replacements: Iterable[Replacement]) -> str:
    """``text`` with the replacements made. They must be in order and must not overlap."""
    parts: list[str] = []
    position = 0
    for item in replacements:
        parts += (text[position : item.start], item.text)
        position = item.end
    return "".join((*parts, text[position:]))


class Carrier:
    """Takes offsets of a text to the text after its shifts. An offset inside a stretch goes to an end of it."""

    def __init__(self, shifts: tuple[Shift, ...]) -> None:
        self.shifts = shifts
        self._starts = [shift.base_start for shift in shifts]
        self._ends = [shift.base_end for shift in shifts]

    def start(self, offset: int) -> int:
        """The new place of an offset at which something starts."""
        index = bisect_right(self._ends, offset)
        if index < len(self.shifts) and self.shifts[index].base_start < offset:
            return self.shifts[index].start
        return self._beyond(index, offset)

    def end(self, offset: int) -> int:
        """The new place of an offset at which something ends."""
        index = bisect_left(self._starts, offset)
        if index and self.shifts[index - 1].base_end > offset:
            return self.shifts[index - 1].end
        return self._beyond(index, offset)

    def _beyond(self, index: int, offset: int) -> int:
        if not index:
            return offset
        before = self.shifts[index - 1]
        return offset + before.end - before.base_end

    def ranges(self, ranges: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        """Ranges of the text after the shifts."""
        return tuple([(self.start(start), self.end(end)) for start, end in ranges])

    def marks(self, marks: Iterable[NoteMark]) -> tuple[NoteMark, ...]:
        """Marks of notes in the text after the shifts. They stay behind what they follow."""
        return tuple([NoteMark(self.end(mark.offset), mark.label) for mark in marks])

    def langs(self, langs: Iterable[LangRun]) -> tuple[LangRun, ...]:
        """Runs of language in the text after the shifts."""
        return tuple([LangRun(self.start(run.start), self.end(run.end), run.lang) for run in langs])
