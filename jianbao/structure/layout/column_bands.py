"""The bands of a page in which an extractor wrote its columns in turns: what stands beside what.

``pdftotext`` parts a page where lines of all columns stand side by side, and writes each band from the left to the
right before the next one below. So a column that goes on in a lower band begins there about as far down as the others:
what it lacks above would be a blank of the page. A column that is over leaves no such blank.
"""

from __future__ import annotations

from dataclasses import dataclass

TOLERATED, BLANK, MOST = 0.5, 0.3, 1.5
"""Lines of a blank that headings and their space explain; what each more costs, and what a blank costs at most."""

TURN, SKIP = 0.01, 0.4
"""What it costs that the column changes, where all else is equal, and that one which has begun is left out on the way
to the right."""


@dataclass(frozen=True, slots=True)
class Bands:
    """How far down each column goes, in lines; the one that was last written, and where the band begins it is in."""

    heights: tuple[float, ...]
    side: int = 0
    top: float = 0.0

    def with_block(self, side: int, height: float) -> tuple[Bands, float]:
        """The page with a block more in a column, and what the blank above it costs."""
        top, own = self.top, self.heights[side]
        turned = TURN if side != self.side else 0.0
        if side < self.side:
            top = max(self.heights[side : self.side + 1])
        elif side > self.side + 1 and all(self.heights[self.side + 1 : side]):
            turned += SKIP
        blank = max(top - own, 0.0) if own and side != self.side else 0.0
        begun = max(own, top) if own and side != self.side else own
        heights = (*self.heights[:side], begun + height, *self.heights[side + 1 :])
        return Bands(heights, side, top), turned + min(BLANK * max(blank - TOLERATED, 0.0), MOST)
