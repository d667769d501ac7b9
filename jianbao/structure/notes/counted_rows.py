"""Rows of a table that are counted: the number in front of each is that of a row, no mark of a note.

Before: ``排名 國家 件數`` / ``1 甲國 977,635`` / ``2 乙國 916,174``; or a cell a line, ``排名`` / ``國家`` / ``1`` / …
Never: notes below a rule; numbers that no first cell of a table heads and that stand before running text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import regex as re
from jianbao.structure.rows import Row
from jianbao.word_lists import words

FEWEST = 2
"""Rows below a first cell that says that they are counted."""
FEWEST_BARE, FEWEST_WORDS = 3, 3
"""Rows that nothing heads, and words of each, the last a number."""
MOST_COLUMNS = 8
"""Columns of a table whose cells stand a line each."""
MOST_LINES = 3
"""Lines of a row, those over which its words run on among them."""

_COUNT = re.compile(r"(\d{1,3})(?:\s+(\S.*))?")
_NUMBER = re.compile(r"[-−–+]?[\d,]*\.?\d+[%％]?")


def find(rows: Sequence[Row]) -> frozenset[int]:
    """The rows, by index, that begin with the number of a row of a table."""
    labels = frozenset(words("counting_labels"))
    found: set[int] = set()
    for index, row in enumerate(rows):
        head = row.text.split(maxsplit=1)
        if head[0] in labels:
            found.update(_beside(rows, index) if len(head) > 1 else _one_by_one(rows, index))
        elif row.text[0] == "1":
            found.update(_alike(rows, index))
    return frozenset(found)


def _beside(rows: Sequence[Row], head: int) -> Iterator[int]:
    """Lines below the names of the columns that count from 1, other words behind each number."""
    counted: list[int] = []
    for index in range(head + 1, len(rows)):
        match = _COUNT.fullmatch(rows[index].text)
        if match and match[2] and int(match[1]) == len(counted) + 1:
            counted.append(index)
        elif not counted or index - counted[-1] >= MOST_LINES or "。" in rows[index].text:
            break
    if len(counted) >= FEWEST:
        yield from counted


def _one_by_one(rows: Sequence[Row], head: int) -> Iterator[int]:
    """Lines below a first cell that are 1, 2, 3 and nothing else: right below it, or as far apart as the columns are
    many."""
    for width in range(1, MOST_COLUMNS + 1):
        counted: list[int] = []
        for index in range(head + width, len(rows), width):
            if rows[index].text != str(len(counted) + 1):
                break
            counted.append(index)
        if len(counted) > FEWEST:
            yield from counted
            return


def _alike(rows: Sequence[Row], first: int) -> Iterator[int]:
    """Lines that count from 1, each of as many words, the last of which is a number."""
    counted: list[int] = []
    size = len(rows[first].text.split())
    for index in range(first, len(rows)):
        cells = rows[index].text.split()
        if len(cells) != size or cells[0] != str(len(counted) + 1) or not _NUMBER.fullmatch(cells[-1]):
            break
        counted.append(index)
    if size >= FEWEST_WORDS and len(counted) >= FEWEST_BARE:
        yield from counted
