"""Small advertisements that a newspaper's page has between its stories.

Before: ``遺失啟事：茲遺失漁船船員手冊一本聲明作廢　陳阿旺``; ``救心　日本原裝　心悸氣喘　各大藥房有售``; ``分類廣告``
After: nothing.
Never: a line of a file that reports from nowhere, as 【某地訊】 does; a sentence of a story; a line inside a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import line_forms, needles
from jianbao import regex as re
from jianbao.cleaning import texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line

LONGEST = 90
FEWEST_CELLS = 3
"""Pieces of a line that praises goods, at least: no story is set so."""

_LABEL, _NOTICE, _GOODS = (line_forms.pattern("advertisement", kind) for kind in ("label", "notice", "goods"))
_SIGN = needles.of(_LABEL, _NOTICE, _GOODS)
_DATELINE = re.compile(r"^[\s\u3000]*[【〔\[［（(〈][^】〕\]］）)〉]{2,14}[訊電讯电][】〕\]］）)〉]")
_GAP = re.compile(r"[\s\u3000]+")


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Such lines, behind the end of a story or one another."""
    if not any(_DATELINE.match(line.text.plain) for line in lines):
        return
    open_end = False
    for index in texts.filled(lines):
        text = lines[index].text.plain.strip()
        if not open_end and len(text) <= LONGEST and _SIGN.search(text) and _is_ad(text):
            yield whole(index, lines[index], "a small advertisement between stories")
            continue
        open_end = not texts.ends_sentence(text)


def _is_ad(text: str) -> bool:
    if _LABEL.match(text) or _NOTICE.match(text):
        return True
    return len(_GAP.split(text)) >= FEWEST_CELLS and bool(_GOODS.search(text)) and not re.search("[。，；]", text)
