"""The seeds: bytes to text without loss, and from an offset back to a line."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from jianbao.diagnostics import Position


@dataclass(frozen=True, slots=True)
class Seed:
    """One text as collected. ``name`` is the file's name; offsets everywhere count characters of ``text``."""

    name: str
    sha256: str
    encoding: str
    text: str
    line_starts: tuple[int, ...]

    def locate(self, offset: int) -> Position:
        """Line and column, both from 1."""
        line = bisect_right(self.line_starts, offset) - 1
        return Position(line + 1, offset - self.line_starts[line] + 1)

    def line(self, number: int) -> str:
        """The text of a line, from 1, without its end."""
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return self.text[self.line_starts[number - 1] : end].rstrip("\r\n")
