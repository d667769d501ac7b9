"""Stretches of lines that may be of one table, each line looked at once however many lines above ask for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

BARE = -1
"""Of a line: it would belong to the stretch if a number were in it."""


@dataclass(slots=True)
class Stretch:
    """Neighbouring lines from place ``first`` on. ``sums[n]`` counts the numbers in the first ``n`` of them.

    ``closed``: the line behind does not belong to it; ``bare``: for want of a number alone.
    """

    first: int
    sums: list[int] = field(default_factory=lambda: [0])
    closed: bool = False
    bare: bool = False

    @property
    def stop(self) -> int:
        """The place behind the last line."""
        return self.first + len(self.sums) - 1

    def numbers(self, start: int, stop: int) -> int:
        """How many numbers stand in the lines from place ``start`` to before ``stop``."""
        return self.sums[stop - self.first] - self.sums[start - self.first]


class Stretches:
    """The stretches of one text: of each kind, such as a number of cells, the last one is kept."""

    def __init__(self) -> None:
        self._last: dict[int, Stretch] = {}

    def follow(self, kind: int, place: int, limit: int, count: Callable[[int], int | None]) -> Stretch:
        """The stretch that holds ``place``, followed to ``limit`` at most.

        ``count`` says how many numbers the line at a place has; None, or ``BARE``, where it does not belong to it.
        """
        stretch = self._last.get(kind)
        if stretch is None or not stretch.first <= place <= stretch.stop:
            stretch = self._last[kind] = Stretch(place)
        while not stretch.closed and stretch.stop < limit:
            numbers = count(stretch.stop)
            if numbers is None or numbers == BARE:
                stretch.closed, stretch.bare = True, numbers == BARE
            else:
                stretch.sums.append(stretch.sums[-1] + numbers)
        return stretch
