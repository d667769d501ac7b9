"""Heads and feet of a text of few pages, each of which stands once: their numbers go on from page to page.

``河岸月刊　2021 年 3 月號　｜　18`` and, at the end, ``19　｜　封面故事　舊渡口``: a number behind a bar, and the next
a page apart. ``丘陵論壇第 6 期　31`` on top of a page at whose foot stands ``- 31 -``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jianbao import regex as re
from jianbao.cleaning.head_rows import LEAST_PAGE, Row, carried, interrupts, may_be_head, names_issue, repeats
from jianbao.cleaning.numerals import page_number

OPENING, SHORTEST = 12, 4
"""Rows at the start of a text that its heads may say again, and characters of what they say."""
NEAREST = LEAST_PAGE + LEAST_PAGE // 2
"""Rows between two such heads at least, where nothing tells the pages."""
_BAR = re.compile(r"^[0-9]{1,4}(?:\s*[|｜]|\u3000|\s{2})|(?:[|｜]\s*|\u3000|\s{2})[0-9]{1,4}$")
"""A number behind a bar or a wide space."""
_NUMBER = re.compile(r"^[0-9ivxlc]{1,6}[\s|｜·‧・]+|[\s|｜·‧・]+[0-9ivxlc]{1,6}$")
_CELLS = re.compile(r"\s+|\s*[|｜：]\s*")


@dataclass(frozen=True, slots=True)
class _Head:
    """A row that may be a head, its place, the number it carries; whether it ``says`` what the text says elsewhere."""

    row: Row
    place: int
    value: int
    says: bool


def find(rows: Sequence[Row]) -> dict[int, str]:
    """Such heads by index of their line, with the evidence."""
    found = list(_heads(rows))
    chain = _longest(found, len(rows) - 1)
    notes: dict[int, str] = {}
    if len({head.row.key for head in chain}) > 1 and not _strays(found, chain) and _is_placed(rows, chain):
        numbers = ", ".join(str(head.value) for head in chain)
        notes = {head.row.index: f"carries a page number: {numbers} go on from page to page" for head in chain}
    return notes | _with_number_of_page(rows)


def _heads(rows: Sequence[Row]) -> Iterator[_Head]:
    """The rows that carry a number behind a bar or a wide space, or beside words that stand in a line of their own."""
    every = Counter(row.key for row in rows)
    opening = {_bare(said) for row in rows[:OPENING] for said in (row.text, *re.split(r"\s{2,}|\u3000+", row.text))}
    for place, row in enumerate(rows):
        if not may_be_head(row):
            continue
        for value, _ in carried(row.text):
            rest = _NUMBER.sub("", row.text)
            again = repeats(row, every) or any(
                len(cell) >= SHORTEST and cell in opening for cell in (_bare(rest), *map(_bare, _CELLS.split(rest)))
            )
            if again or names_issue(rest) or _BAR.search(row.text):
                yield _Head(row, place, value, again or names_issue(rest))


def _longest(found: Sequence[_Head], last: int) -> list[_Head]:
    """The longest run of heads whose numbers grow by one, a page apart; ``last`` is the place where the text ends."""
    best: list[_Head] = []
    chains: dict[int, list[_Head]] = {}
    for head in found:
        before = chains.get(head.value - 1, [])
        far = bool(before) and _is_page_on(before[-1], head, last)
        chains[head.value] = [*before, head] if far else [head]
        best = max(best, chains[head.value], key=len)
    return best


def _is_page_on(before: _Head, head: _Head, last: int) -> bool:
    if head.row.page != before.row.page:
        return head.row.page == before.row.page + 1
    least = LEAST_PAGE if head.place == last and before.place >= NEAREST else NEAREST  # the last page may be short
    return head.place - before.place >= least


def _strays(found: Sequence[_Head], chain: Sequence[_Head]) -> bool:
    """Whether another row carries a number in the same dress: then these may count anything."""
    return bool({head.row.index for head in found} - {head.row.index for head in chain})


def _is_placed(rows: Sequence[Row], chain: Sequence[_Head]) -> bool:
    """Whether the place of one head tells it, or the words of all: the first or the last of the text, between the
    halves of a sentence."""
    ends = any(head.place in (0, len(rows) - 1) or interrupts(rows, head.place) for head in chain)
    return ends or all(head.says for head in chain)


def _with_number_of_page(rows: Sequence[Row]) -> dict[int, str]:
    """Rows on top of a page that carry the number which stands, in the dress of a page number, at its foot."""
    numbers = [(place, found) for place, row in enumerate(rows) if (found := page_number(row.text)) and found.certain]
    notes: dict[int, str] = {}
    top = 0
    for place, number in numbers:
        row = rows[top]
        if (
            place - top >= NEAREST / 2
            and may_be_head(row)
            and number.value in [value for value, _ in carried(row.text)]
        ):
            notes[row.index] = f"carries the number of its page, {number.value}, which stands at the foot"
        top = place + 1
    return notes


def _bare(text: str) -> str:
    return "".join(text.split()).rstrip("：:")
