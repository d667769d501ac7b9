"""Turns of speech in a text whose lines are broken: each begins a paragraph, however full the line above it is.

Before: ``裴部長允中：零次。`` or ``答：零次。`` below a full line that ends a sentence.
After: a paragraph of its own.
Never: a word before a colon that comes once, or only where a line happens to begin with it in mid-paragraph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from jianbao import regex as re
from jianbao.structure import measure
from jianbao.structure.rows import Row

FEWEST, SHORTEST = 2, 6
"""Turns of a speaker, and lines of a text of turns."""
LONGEST = 15
"""Characters of who speaks and the colon: 主席（某議長某某）：."""

_SPEAKER = re.compile(
    r"(?:[\u3400-\u9fff·]{1,10}|[\u3400-\u9fff]{2,4}（[\u3400-\u9fff·]{2,8}）|[QＱAＡ]\d{0,2})(?=[：:])"
)
_ASKED = (("問", "答"), ("问", "答"), ("Q", "A"), ("Ｑ", "Ａ"))
"""Labels of questions and of answers."""


def mark(rows: Sequence[Row]) -> bool:
    """Set ``turn`` on the rows that open with the name of a speaker who speaks more than once, behind the end of a
    paragraph at least once; where half of all rows open with a name or a label, on all these, and that is returned."""
    named = [(above, row) for above, row in pairwise(rows) if "：" in row.text[:LONGEST] or ":" in row.text[:LONGEST]]
    found = [(above, row, match[0]) for above, row in named if (match := _SPEAKER.match(row.text))]
    times = Counter(name for _, _, name in found)
    sure = {name for above, _, name in found if times[name] >= FEWEST and _over(above)}
    for ask, answer in _ASKED:
        if min(times[ask], times[answer]) >= FEWEST:
            sure |= {ask, answer}
    spoken = 2 * len(found) >= len(rows) >= SHORTEST
    for _, row, name in found:
        row.turn = spoken or name in sure
    return spoken


def _over(row: Row) -> bool:
    """Whether a paragraph ends with a row: it ends a sentence, well before the full width."""
    return (
        bool(measure.ENDING.search(row.text))
        and row.full is not None
        and row.edge < row.full - min(2 * measure.BAND, row.full // 4)
    )
