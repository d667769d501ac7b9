"""Minutes whose head is numbered, too: the lines of the meeting first, then its parts, all in one count.

Before: ``一、時間：…`` / ``二、地點：…`` / ``三、主席：…`` / ``四、報告事項`` / text / ``五、散會：下午五時。``
After: paragraphs, and headings from 四 on.
Never: a list of a programme's times and places alone, with no part behind them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks import numbering
from jianbao.structure.blocks.sketch import Stroke
from jianbao.word_lists import words

FEWEST_FIELDS, FEWEST_PARTS = 2, 2
"""Lines of the meeting, and parts behind them, at least."""
_LABEL = re.compile(r"\s*([^：:\s]{2,5})\s*[：:]")


def split(
    strokes: Sequence[Stroke], indices: Sequence[int], heads: Callable[[int], bool]
) -> tuple[list[int], list[int]]:
    """Of the numbered lines of one scheme, those of the meeting on top and those that head the parts behind them, as
    far as they count on and ``heads`` says that their shape allows it; nothing of lines that are no such minutes."""
    fields: list[int] = []
    for i in indices:
        found = numbering.scheme(strokes[i].plain)
        label = _LABEL.match(strokes[i].plain, found.end) if found and found.value == len(fields) + 1 else None
        if label is None or label[1] not in words("meeting_labels"):
            break
        fields.append(i)
    parts: list[int] = []
    for i in indices[len(fields) :]:
        found = numbering.scheme(strokes[i].plain)
        if found and found.value == len(fields) + len(parts) + 1 and heads(i):
            parts.append(i)
    named = any(shapes.is_title_like(strokes[i].plain) and "：" not in strokes[i].plain for i in parts)
    enough = named and len(fields) >= FEWEST_FIELDS and len(parts) >= FEWEST_PARTS
    return (fields, parts) if enough else ([], [])
