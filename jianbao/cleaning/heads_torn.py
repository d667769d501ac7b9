"""Heads that stand once, in the middle of a sentence that goes on over the end of a page.

A book says its own name on top of the left pages and the chapter's on the right ones: in a few pages each may stand
once. Between a whole line that ends no sentence and the text that goes on with it, below a page's end, there is room
for nothing but furniture.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise

from jianbao import regex as re
from jianbao.cleaning.head_rows import Row, is_sign, may_be_head, without_blanks
from jianbao.cleaning.heads_of_parts import is_numbered
from jianbao.word_lists import words

MOST, WIDEST = 2, 0.6
"""Lines of a head, and its width as a share of the whole line above it."""
WHOLE, RUNNING = 0.92, 16
"""Share of the measure that a whole line fills, and characters of one at least."""
FEWEST = 8
"""Lines of running text that tell the measure."""
ABOVE, COMMON = 2, 0.4
"""Lines of text above a page's end that are whole, and share of the lines of text that are as wide as the measure."""
BROKEN = 2
"""Lines that start, below a short one, with a mark that no line may start with: then many are pieces of lines."""
_NO_START = frozenset("，。、；：！？）》〉」』】．")
_NO_HEAD = re.compile(r"^[圖图表註注附(（【「『《〈“\"※＊*•·●○■□◆▲△→－—–\-]|^[0-9０-９]{1,3}\s*[.．、)）]|^[①-⑳]|[：:]")
"""What may stand on top of a page though a sentence goes on below it: a figure, a table, a note, an item."""
_WITHIN = re.compile(r"[。！？!?；;，]")
"""What stands in sentences, not in heads."""
_ENDS = re.compile(r"[。！？!?；;：:…][」』”’\"'）)]*[0-9]{0,2}$")
_HAN = re.compile(r"[\u3400-\u9fff\uac00-\ud7af\u3040-\u30ff]")


def find(rows: Sequence[Row], numbers: Container[int]) -> dict[int, str]:
    """Such heads by index of their line, with the evidence. ``numbers`` are the lines that are page numbers."""
    measure = _measure(rows)
    if not measure or _are_broken(rows, measure):
        return {}
    paged = rows[-1].page > rows[0].page
    notes: dict[int, str] = {}
    ends: list[Row] = []
    for place in range(1, len(rows)):
        if not (rows[place].page > rows[place - 1].page if paged else rows[place].index in numbers):
            continue
        begin, end = place, place
        while place - begin < MOST and _may_stand(rows, begin - 1, measure, numbers):
            begin -= 1
        while end - place <= MOST and _may_stand(rows, end, measure, numbers):
            end += 1
        heads = [row for row in rows[begin:end] if row.index not in numbers and not is_sign(row)]
        ends += heads
        if heads and _goes_on(rows, begin, end, measure):
            notes |= {row.index: "stands at the end of a page, in the middle of a sentence" for row in heads}
    said = {row.text for row in rows if row.index in notes}
    again = [row for row in ends if row.text in said and row.index not in notes]
    return notes | {row.index: "stands at the end of another page in the middle of a sentence" for row in again}


def _measure(rows: Sequence[Row]) -> int:
    """Characters of a whole line of the running text; 0 where its lines have no common width."""
    running = sorted(len(row.text) for row in rows if len(row.text) >= RUNNING and _HAN.search(row.text))
    if len(running) < FEWEST:
        return 0
    measure = running[int(len(running) * 0.8)]
    return measure if sum(length >= WHOLE * measure for length in running) >= COMMON * len(running) else 0


def _are_broken(rows: Sequence[Row], measure: int) -> bool:
    """Whether an extractor broke lines of print at marks: a piece of one looks like a head."""
    pieces = (row.text[0] in _NO_START and len(before.text) < WHOLE * measure for before, row in pairwise(rows))
    return sum(pieces) >= BROKEN


def _goes_on(rows: Sequence[Row], begin: int, end: int, measure: int) -> bool:
    """Whether the text above and below the lines between two places is one sentence: whole lines above, the last of
    which ends none, and below a line of text."""
    above = rows[max(begin - ABOVE, 0) : begin]
    below = rows[end] if end < len(rows) else None
    return (
        len(above) == ABOVE
        and len(above[0].text) >= WHOLE * measure
        and _is_whole(above[-1], measure)
        and below is not None
        and (_is_whole(below, measure) or (bool(_ENDS.search(below.text)) and below.text[-1] not in "：:"))
    )


def _is_whole(row: Row, measure: int) -> bool:
    """Whether a line is as wide as the text and ends no sentence."""
    return len(row.text) >= WHOLE * measure and bool(_HAN.search(row.text)) and not _ENDS.search(row.text)


def _may_stand(rows: Sequence[Row], place: int, measure: int, numbers: Container[int]) -> bool:
    """Whether a line may be one of a head or a foot: short, no page's number alone, nothing else that floats."""
    if not 0 <= place < len(rows):
        return False
    row = rows[place]
    return (
        row.index in numbers
        or is_sign(row)
        or (
            may_be_head(row)
            and len(row.text) <= WIDEST * measure
            and not _NO_HEAD.search(row.text)
            and not _WITHIN.search(row.text)
            and not is_numbered(row.text)
            and without_blanks(row.text) not in words("sections")
        )
    )
