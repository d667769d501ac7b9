"""Headings of numbered sections, where a number and a space stand before them as before notes: 1 緒論, 2.1 資料.

Such headings count from 1 through the text, and running text stands below each. What stands at the foot of a page has
neither.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure.rows import Row

LEAST, LEAST_PARTED = 3, 2
"""Sections that a text with such headings has; where one of them is parted into 2.1 and 2.2."""

WIDEST = 60
"""Columns of such a heading."""

APART = 4
"""Rows from one heading of a section to the next at least."""

_TITLE = r"(?![年月日時时分秒個个人名次歲岁倍萬万億亿元])(?=[㐀-鿿“「])[^，。；：！？,;:!?]{2,}"
"""A title: behind a number that nothing parts from it, no word that is counted."""

_SECTION = re.compile(r"(?P<n>\d{1,2})(?:[.．][ 　]*|[ 　]*)" + _TITLE)
_PART = re.compile(r"(?P<n>\d{1,2})[.．]\d{1,2}(?:[.．]\d{1,2})?[ 　]*" + _TITLE)


def find(rows: Sequence[Row], broad: int) -> frozenset[int]:
    """The rows, by index, that are headings of numbered sections and of their parts. ``broad``: as ``broad_edge``."""
    values: dict[int, int] = {}
    parts: dict[int, int] = {}
    for index, row in enumerate(rows):
        if not row.text[0].isdigit() or row.edge - row.indent > WIDEST:
            continue
        if match := _PART.fullmatch(row.text):
            parts[index] = int(match["n"])
        elif match := _SECTION.fullmatch(row.text):
            values[index] = int(match["n"])
    chain = _chain([(index, value) for index, value in values.items() if _heads(rows, index, broad, parts)])
    parted = {index for index, value in parts.items() if 1 <= value <= len(chain)}
    if len(chain) < (LEAST_PARTED if parted else LEAST):
        return frozenset()
    return frozenset(chain) | parted


def _heads(rows: Sequence[Row], index: int, broad: int, parts: dict[int, int]) -> bool:
    """Whether running text, or the heading of a section's part, stands below a row on the same page."""
    if index + 1 == len(rows) or rows[index + 1].line.page != rows[index].line.page:
        return False
    after = rows[index + 1]
    runs = after.edge >= broad or _is_broken(rows, index + 1)
    return index + 1 in parts or (runs and not after.text[0].isdigit() and not _is_cut(rows, index))


def _is_broken(rows: Sequence[Row], index: int) -> bool:
    """Whether a row is a piece of a line of print that was broken at a mark: the next starts with one that may not."""
    below = rows[index + 1] if index + 1 < len(rows) else None
    return below is not None and not below.gap and not below.torn and below.text[0] in "，。、；：！？"


def _is_cut(rows: Sequence[Row], index: int) -> bool:
    """Whether the line above stops in mid-sentence right above, as none does above a heading."""
    before = rows[index - 1] if index else None
    return before is not None and not rows[index].gap and not rows[index].torn and before.text[-1] in "，、"


def _chain(found: Sequence[tuple[int, int]]) -> list[int]:
    """The longest run of rows whose numbers count from 1, each well behind the one before."""
    runs: dict[int, list[int]] = {}
    for index, value in found:
        before = runs.get(value - 1, []) if value > 1 else []
        if value > 1 and (not before or index - before[-1] < APART):
            continue
        if value not in runs:
            runs[value] = [*before, index]
    return max(runs.values(), key=len, default=[])
