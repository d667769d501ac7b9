"""Headings that are wider than a narrow column of print: their lines found again.

Before: ``國小籃球隊奪下全縣第`` and ``三名`` over running text, where two other headings are just as wide as the first.
Never: a heading and a subheading below it, where no heading of the text is wider than the first or stops there.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure.layout.full_widths import has_ended, is_filled
from jianbao.structure.rows import Row
from jianbao.structure.starts import starts_unit

FEWEST = 3
"""Headings, the parted one among them, that stop at the width of the widest; one less where a character is all that
stands below one."""

SHORT = 7
"""Columns by which a heading is shorter than a full line at least: first lines of paragraphs are by less."""

NEARLY = 1
"""Columns by which these differ."""

NARROW = 0.5
"""Share of the widest that the last line of a heading has at most: else it may be a heading of its own."""

_PLAIN = re.compile(r"[㐀-鿿「」『』“”]+")
"""Han characters without the marks of sentences."""


def mark(rows: Sequence[Row], usual: int) -> None:
    """Set ``glued`` on the first line of each heading of two lines. ``usual``: the blank lines within a paragraph."""
    heads = [index for index in range(1, len(rows) - 1) if _is_head(rows, index, usual)]
    widest = max((rows[index].edge for index in heads), default=0)
    reach = [index for index in heads if rows[index].edge >= widest - NEARLY]
    cut = any(len(rows[index + 1].text) == 1 for index in reach)
    if len(reach) + cut < FEWEST:
        return
    for index in reach:
        last = rows[index + 1]
        below = rows[index + 2] if index + 2 < len(rows) else None
        short = _is_plain(last) and last.edge <= NARROW * widest and last.gap <= usual and not last.torn
        if short and below is not None and _opens(below):
            rows[index].glued = True


def _is_head(rows: Sequence[Row], index: int, usual: int) -> bool:
    """Whether a line without marks that is too short for text stands behind the end of a sentence, or apart."""
    row, above = rows[index], rows[index - 1]
    if not _is_plain(row) or row.glued or row.full is None or row.edge > row.full - SHORT:
        return False
    return has_ended(above) or row.gap > usual or above.torn or above.full is None


def _is_plain(row: Row) -> bool:
    return bool(_PLAIN.fullmatch(row.text)) and not starts_unit(row.text)


def _opens(row: Row) -> bool:
    """Whether a line is running text: full, or short by no more than an indent and what marks give."""
    return is_filled(row) and not has_ended(row)
