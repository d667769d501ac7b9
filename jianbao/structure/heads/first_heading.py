"""Whether a short line right over the text is the first of its headings, and no writer and no part of the head.

What stands above the text is laid out as a head is; a heading is laid out as the headings further down are.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao.structure.blocks.known import Known, Role

FEWEST, STEADY = 2, 0.6
"""Headings further down, and the share of them that are laid out so."""


def is_first(known: Sequence[Known], index: int) -> bool:
    """Whether a line below a day, with a blank line above it and none below, is laid out as later headings are."""
    above = known[index - 1].meta if index else None
    if above is None or not above.date or not _is_laid_out(known, index):
        return False
    later = [n for n in range(index + 1, len(known) - 1) if _is_over_text(known, n)]
    return len(later) >= FEWEST and sum(_is_laid_out(known, n) for n in later) >= STEADY * len(later)


def _is_over_text(known: Sequence[Known], index: int) -> bool:
    return known[index].role is Role.TITLE and index + 1 < len(known) and known[index + 1].role is Role.BODY


def _is_laid_out(known: Sequence[Known], index: int) -> bool:
    """Whether a line stands apart from what is above it, and right over running text."""
    part = known[index].part
    return _is_over_text(known, index) and part.gap > 0 and not part.gap_after
