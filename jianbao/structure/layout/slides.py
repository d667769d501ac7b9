"""Pages that begin anew each, as slides do: no paragraph goes on over the end of one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from jianbao.structure.layout.full_widths import has_ended
from jianbao.structure.rows import Row
from jianbao.structure.starts import starts_unit

FEWEST, SHARE = 4, 0.8
"""Pages, the first aside, that tell it, and the share of them that begin with headings."""
SHORT = 0.6
"""Share of the full width that a heading has at most."""


NEAR, BROAD = 0.9, 56
"""Share of the widest row of all slides that a row has which goes on below, and columns of print that this has."""
SIGNS = frozenset("•●○■□▪▫◆‣⁃◦∙·–-")
"""Bullets that may stand in lines of their own."""


def mark(rows: Sequence[Row], slides: frozenset[int] = frozenset()) -> None:
    """Set ``anew`` on the first rows of pages where most pages begin with a short line that ends no sentence, or with
    a number; of ``slides``, the pages that have headings, all rows."""
    if slides:
        _mark_slides(rows, slides)
        return
    begun = [n for n in range(1, len(rows)) if _begins_page(rows[n - 1], rows[n])]
    tops = [rows[n] for n in begun]
    heads = sum(starts_unit(rows[n].text) or _is_short(rows[n]) or _is_over_list(rows, n) for n in begun)
    if len(tops) >= FEWEST and heads >= SHARE * len(tops):
        for row in tops:
            row.anew = True


def _mark_slides(rows: Sequence[Row], slides: frozenset[int]) -> None:
    """Set what begins anew, stands alone or goes on below among the rows of slides."""
    widest = max((row.edge for row in rows), default=0)
    for above, row in pairwise(rows):
        page = row.line.page
        row.anew = row.anew or page > above.line.page
        row.alone = row.alone or row.text in SIGNS or (page > above.line.page and page in slides)
        if not row.anew and not row.alone and not above.alone and widest >= BROAD and not row.gap:
            full = above.edge >= NEAR * widest and not has_ended(above)
            if full and not starts_unit(row.text):
                above.glued, above.full = True, above.full or widest


def _begins_page(above: Row, row: Row) -> bool:
    """Whether a page ends between two rows: at a form feed or, in a text without any, where a foot was taken out."""
    foot = not row.line.page and row.torn and row.line.number > above.line.end + 1
    return row.line.page > above.line.page or foot


def _is_over_list(rows: Sequence[Row], index: int) -> bool:
    """Whether a line ends no sentence and stands apart over the first item of a list."""
    below = rows[index + 1] if index + 1 < len(rows) else None
    apart = below is not None and below.gap > 0 and not below.torn and starts_unit(below.text)
    return apart and not has_ended(rows[index])


def _is_short(row: Row) -> bool:
    return row.full is not None and row.edge <= SHORT * row.full and not has_ended(row)
