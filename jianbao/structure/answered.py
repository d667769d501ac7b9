"""The words that a post on a bulletin board answers: below the line that says whose they are, each behind a colon.

Before: ``※ 引述《someone》之銘言：`` over ``: 二月要去出差一週，``, the colons taken off by cleaning
After: a paragraph over a quotation.
"""

from __future__ import annotations

from jianbao import regex as re
from jianbao.document import BlockKind, Cleaned
from jianbao.source import Seed
from jianbao.structure.mark import Mark

BOARD = "C20"
"""Code of cleaning: bulletin boards."""
_SIGN = re.compile(r"^\s*[:：>＞]\s*$")
LEADS = re.compile(r"^[※◆]\s?引述.{1,60}(?:之銘言|之铭言|的話|的话)[：:]?$")
"""The line that says whose words are quoted."""


def find(cleaned: Cleaned, seed: Seed) -> dict[int, Mark]:
    """The marks of such lines by their numbers."""
    quoted = {
        seed.locate(removal.spans[0].start).line
        for removal in cleaned.removals
        if removal.code == BOARD and _SIGN.match(removal.text)
    }
    if not quoted:
        return {}
    leads = (line.number for line in cleaned.lines if LEADS.match(line.text.plain.strip()))
    return {
        **dict.fromkeys(leads, Mark(BlockKind.PARAGRAPH)),
        **dict.fromkeys(quoted, Mark(BlockKind.QUOTATION)),
    }
