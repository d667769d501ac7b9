"""Rows of fields and of years, one below the other: each is a line by itself, however wide the lines around are.

Before: ``董事長：柯以謙`` / ``成立日期：民國78年`` / ``員工人數：1,142人``; ``1989　公司成立`` /
``2004　開闢航線`` / ``2021　上市``.
Never: fewer than three in a row; the last of them where it is so wide that its value may go on below.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from jianbao import regex as re
from jianbao.structure.rows import Row

FEWEST = 3
"""Rows of one form, one below the other."""
WIDEST, NARROW = 90, 44
"""Columns of a row, and of the last one, whose value might go on below."""

_FIELD = re.compile(r"[㐀-鿿][㐀-鿿\s（）()／/]{0,12}[㐀-鿿）)]\s*[：:]\s*\S")
_YEAR = re.compile(r"(?:(?:19|20)\d\d|民國\s?\d{1,3})\s?年?(?:\s?\d{1,2}月)?[\s\u3000]+\S")


def mark(rows: Sequence[Row]) -> None:
    """Set ``alone`` on such rows."""
    for form, group in groupby(rows, key=_form):
        run = list(group) if form else []
        if len(run) < FEWEST:
            continue
        for row in run[:-1]:
            row.alone = True
        run[-1].alone = run[-1].alone or run[-1].edge < NARROW


def is_field(text: str) -> bool:
    """Whether a line is a short label, a colon and a value that is no sentence."""
    return text[-1] not in "。，；、" and bool(_FIELD.match(text))


def _form(row: Row) -> str:
    """Which form a row has; empty if it has none, or ends a sentence."""
    if row.edge > WIDEST or row.text[-1] in "。，；、":
        return ""
    if ("：" in row.text or ":" in row.text) and is_field(row.text):
        return "field"
    return "year" if row.text[0] in "12民" and _YEAR.match(row.text) else ""
