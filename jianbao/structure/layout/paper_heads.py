"""Heads of papers, each above its abstract: which of their lines stand alone, and titles over two lines.

Before: ``部落觀光的分潤爭議：從一份協`` / ``議書談起`` / ``廖偉倫、賴俊宏`` / ``摘`` / ``要``
After: title, writers and label, one line each.
Never: what stands above a title, which is narrower than the titles of the file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure import measure
from jianbao.structure.heads import abstract_heads
from jianbao.structure.layout.full_widths import has_ended
from jianbao.structure.rows import Row

FEWEST = 3
"""Heads among which the width of titles shows."""
LEAST = 20
"""Columns of the first line of a title over two lines."""

_KEYWORDS = re.compile(r"[關关][鍵键][詞词字]|Key\s?words", re.I)


def mark(rows: Sequence[Row]) -> None:
    """Set ``alone`` on writers, places and labels; ``glued`` on the first line of a title, and of a label, over two."""
    texts = [row.text for row in rows]
    for index, text in enumerate(texts[:-1]):
        if text in ("摘", "提") and texts[index + 1] == "要":
            rows[index].glued = rows[index].alone = rows[index + 1].alone = True
            texts[index] = f"{text}要"
    heads = abstract_heads.find(texts)
    for lines in heads:
        for index in (*lines, lines.stop):
            rows[index].alone = True
    _titles(rows, [lines.start - 1 for lines in heads if lines.start > 1])


def _titles(rows: Sequence[Row], last: Sequence[int]) -> None:
    """``last``: the row right above the writers of each paper."""
    if len(last) < FEWEST:
        return
    every = Counter(row.text for row in rows)
    widest = max(measure.width(rows[index].text) for index in last)
    for index in last:
        above, row = rows[index - 1], rows[index]
        broad = measure.width(above.text) >= max(widest, LEAST)
        words = any(_KEYWORDS.match(other.text) for other in rows[max(index - 2, 0) : index])
        whole = every[above.text] == 1 and not has_ended(above) and not words
        if broad and whole and row.gap <= 1 and not row.torn:
            above.glued = above.alone = True
