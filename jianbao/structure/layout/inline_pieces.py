"""Sentences that a tool tore at their links and bold words, a line each: the pieces go on below.

Before: ``…以`` over ``手機程式`` over ``出價，喊價聲從此安靜下來。``; ``…的紀錄`` over ``[1]`` over ``。``, as
``get_text("\\n")`` of BeautifulSoup writes them
After: one paragraph.
Never: where neither a line begins with a mark that none may begin with, nor words stand alone between pieces; a title
above a text; lines that blank ones part.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure.layout.full_widths import has_ended
from jianbao.structure.rows import Row
from jianbao.structure.starts import starts_unit

LONG = 30
"""Characters of a line with a comma in it that is no title."""
SHORT = 12
"""Characters of a link or a bold word between two pieces of a sentence."""
FEWEST = 2
"""Words alone between such pieces that show a torn text by themselves."""
HEAD = 2
"""Lines on top of a text, where titles stand."""
_IMPOSSIBLE = frozenset("，。、；：！？）》〉」』】")
_BINDING = frozenset("以於于在和與与及為为是由向從从被把將将至的")
"""Characters that bind what comes before to what follows: no heading ends with one."""
_OPEN = ("，", "、", "（", "「", "『", "《", "〈")
_REMARKED = re.compile(r"[。！？!?][」』”’]*\s?(?:[（(〔\[【][^（()）〔〕【】\[\]]{1,12}[)）〕\]】])+$")
"""A sentence, and behind it what the audience did, or the mark of a note."""
_MARK = re.compile(r"[\[［〔(（]\d{1,3}[\]］〕)）]")


def mark(rows: Sequence[Row]) -> None:
    """Set ``soft`` on the pieces that go on below, in a text whose lines are of no one width."""
    torn = [index for index in range(1, len(rows)) if _is_piece(rows, index)]
    if not any(rows[index].text[0] in _IMPOSSIBLE for index in torn) and _words_between(rows) < FEWEST:
        return
    for index in torn:
        rows[index - 1].soft = True
        if _MARK.fullmatch(rows[index].text) and index + 1 < len(rows) and rows[index + 1].text[0] in _IMPOSSIBLE:
            rows[index].soft = not rows[index + 1].gap
    for index in range(HEAD, len(rows) - 1):
        row, after = rows[index], rows[index + 1]
        if not _near(row, after) or row.soft or has_ended(row) or _REMARKED.search(row.text[-24:]):
            continue
        if _is_within(row) or (rows[index - 1].soft and _is_word(row) and not _is_whole(rows, index)):
            row.soft = True


def _words_between(rows: Sequence[Row]) -> int:
    """How many words stand alone between a line that stops within a sentence and a longer one."""
    return sum(
        _is_within(row) and _near(row, word) and _is_word(word) and _near(word, after) and len(after.text) > SHORT
        for row, word, after in zip(rows, rows[1:], rows[2:], strict=False)
    )


def _is_piece(rows: Sequence[Row], index: int) -> bool:
    """Whether a line surely goes on in the one above: it begins with a mark that no line may, or is a note's mark."""
    before, row = rows[index - 1], rows[index]
    return _near(before, row) and (row.text[0] in _IMPOSSIBLE or bool(_MARK.fullmatch(row.text)))


def _near(row: Row, after: Row) -> bool:
    return row.full is None and not after.gap and not after.torn and not starts_unit(after.text)


def _is_within(row: Row) -> bool:
    """Whether a line stops within a sentence, as no title does."""
    if row.text.endswith(_OPEN) or (len(row.text) >= LONG and "，" in row.text):
        return True
    return row.text[-1] in _BINDING and len(row.text) > SHORT / 2


def _is_word(row: Row) -> bool:
    return len(row.text) <= SHORT and not any(char in "，。；：！？" for char in row.text)


def _is_whole(rows: Sequence[Row], index: int) -> bool:
    """Whether a word ends a sentence after all: what stands below it is one of its own."""
    return rows[index + 1].text[0] in "【「" and has_ended(rows[index + 1]) and not rows[index - 1].text.endswith(_OPEN)
