"""Heads of one page that no other page shows again.

One says what the title below it says, with a page number in it or below it; another carries a number in the dress of a
page number: ``周邊情勢半月刊    第 1 頁`` on top of a text, or at its end. One at the edge of a later page
says over some of the facts that stand side by side around the title: the institute and its series. One on top of a
later page puts the issuer's whole line and words of the title's together: ``審計部專案審計報告``.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from jianbao import regex as re
from jianbao.cleaning.head_rows import Row, may_be_head, without_blanks
from jianbao.cleaning.numerals import Number, page_number

LONGEST_NUMBER = 6
"""Words that a page number is made of at most: 第 1 頁 ， 共 3 頁."""

SHORTEST = 6
"""Characters of a title that a head may repeat."""

FIRST = 3
"""Rows on top of the first page among which its number stands."""
TOP, FEWEST_CELLS = 6, 2
"""Rows among which the row of facts about a text stands, and cells of it that a head has at least."""
LONG = 8
"""Characters of words on top of a text that a later page says again, alone."""
SHORTEST_ISSUER, SHORTEST_REST = 3, 4
"""Characters of the line of an issuer, and of the words of a title beside it."""
_CELLS = re.compile(r"\s{2,}|\u3000+")
_PRINTED = re.compile(
    r"^[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4},?\s+(?:[上下中]午|凌晨|早上|晚上)?\s?[0-9]{1,2}:[0-9]{2}(?:\s?[AP]M)?\s+"
)
"""When a browser printed a page, in front of its title."""
_FOLIO = re.compile(r"^[0-9]{1,4}(?:\s{2,}|\u3000+)|(?:\s{2,}|\u3000+)[0-9]{1,4}$")


def find(rows: Sequence[Row], numbers: Container[int] = ()) -> dict[int, str]:
    """Such heads by index of their line, with the evidence. ``numbers`` are the lines that are page numbers."""
    notes: dict[int, str] = {}
    begin = 0
    while begin < len(rows) and may_be_head(rows[begin]) and _repeats_below(rows[begin], rows[begin + 1 : begin + 4]):
        notes[rows[begin].index] = "says what the title below it says"
        begin += 1
        row = rows[begin] if begin < len(rows) else None
        apart = row is not None and row.gap_before and row.gap_after and row.index not in numbers
        if (
            row is not None
            and page_number(row.text)
            and (
                apart
                or not any(page_number(other.text) for other in rows[begin + 1 :])
                or (row.index not in numbers and _heads_others(rows, begin - 1))
            )
        ):
            notes[row.index] = "page number beside a head that says what the title says"
            begin += 1
    notes |= _facts_again(rows) | _issuer_and_title(rows)
    if rows[-1].page == rows[0].page:
        for side in (rows[begin:], rows[begin:][::-1]):
            for row in takewhile(_has_number_of_only_page, side):
                notes[row.index] = "carries the number of the only page"
    return notes


def _heads_others(rows: Sequence[Row], head: int) -> bool:
    """Whether a head, and below it a number, stands further down as it does on top of the text."""
    same = (below for row, below in pairwise(rows[head + TOP :]) if row.text == rows[head].text)
    return any(page_number(below.text) for below in same)


def first_number(rows: Sequence[Row], notes: Mapping[int, str], pages: Container[int] = ()) -> dict[int, str]:
    """The number of the first page, alone beside a line that heads later pages, where their numbers left, or where the
    next number stands beside the head that left. ``pages`` are the lines that are page numbers."""
    gone = [row for row in rows if row.index in notes]
    numbers = [int(row.text) for row in gone if row.text.isdecimal()]
    heads = {row.key for row in gone if not row.text.isdecimal()}
    top = rows[:FIRST]
    if heads.isdisjoint(row.key for row in top):
        return {}
    near = [] if numbers else [row for row in _beside(rows, notes) if row not in top and row.index not in pages]
    numbers += [int(row.text) for row in near]
    stay = [row for row in top if row.index not in notes and row.text.isdecimal()]
    first = [row for row in stay if [int(row.text) + 1] == numbers[:1]]
    found = {row.index: "number of the first page, one less than the next" for row in first}
    return found | {row.index: "number beside a head, one more than the first" for row in near[: len(first)]}


def _beside(rows: Sequence[Row], notes: Mapping[int, str]) -> Iterator[Row]:
    """Lines that are a number, right above or below one that left."""
    for above, below in pairwise(rows):
        for row, other in ((above, below), (below, above)):
            stays = row.index not in notes and len(row.text) < LONGEST_NUMBER
            if stays and other.index in notes and row.text.isdecimal():
                yield row


def _facts_again(rows: Sequence[Row]) -> dict[int, str]:
    """Lines at the edges of later pages whose cells all are cells of one wider row around the title."""
    facts = [set(_CELLS.split(row.text)) for row in rows[:TOP]]
    beside = {cell for cell in _CELLS.split(rows[0].text) if len(cell) >= LONG} if "  " in rows[0].text else set()
    tops = [row for before, row in pairwise(rows) if row.page > before.page and row.gap_after and row.text in beside]
    again = {row.index: "says again what stands on top of the text" for row in tops if may_be_head(row)}
    facts = [cells for cells in facts if len(cells) > FEWEST_CELLS]
    edges = [row for before, row in pairwise(rows) if row.page > before.page]
    edges += [row for row, after in pairwise(rows) if rows[0].page < row.page < after.page]
    edges += [rows[-1]] if rows[-1].page > rows[0].page else []
    return again | {
        row.index: "says again what stands beside the title"
        for row in edges
        if facts
        and may_be_head(row)
        and any(_is_part(_CELLS.split(_FOLIO.sub("", row.text)), cells) for cells in facts)
    }


def _issuer_and_title(rows: Sequence[Row]) -> dict[int, str]:
    """Lines apart on top of later pages that are one whole line of the text's head and some of another, no more."""
    head = [bare for row in rows[:TOP] if may_be_head(row) and len(bare := without_blanks(row.text)) >= SHORTEST_ISSUER]
    tops = [row for before, row in pairwise(rows) if row.page > before.page and row.gap_after and may_be_head(row)]
    return {
        row.index: "the issuer and words of the title, on top of a page"
        for row in tops
        if any(_adds_to(without_blanks(row.text), line, other) for line in head for other in head if other != line)
    }


def _adds_to(text: str, line: str, other: str) -> bool:
    """Whether a text is a line, with a stretch of another in front of it or behind it."""
    rest = text.removeprefix(line) if text.startswith(line) else text.removesuffix(line)
    return rest != text and len(rest) >= SHORTEST_REST and rest in other


def _is_part(cells: Sequence[str], facts: set[str]) -> bool:
    return FEWEST_CELLS <= len(cells) < len(facts) and facts.issuperset(cells)


def _has_number_of_only_page(row: Row) -> bool:
    if not may_be_head(row) or page_number(row.text):
        return False
    return any(number.certain and number.value == 1 for number, _ in _numbers(row.text))


def _repeats_below(row: Row, near: Sequence[Row]) -> bool:
    """Whether a line with a page number in it, or below it, or with the time at which a browser printed it, says what
    the next one or two lines say, or begin with: a title without what stands below it or behind its colon."""
    below = [without_blanks(other.text) for other in near if page_number(other.text) is None]
    said = {without_blanks(rest) for _, rest in _numbers(row.text)} | {without_blanks(_PRINTED.sub("", row.text))}
    said.discard(without_blanks(row.text))
    if near and page_number(near[0].text):
        said.add(without_blanks(row.text))
    titles = {"".join(below[:count]) for count in (1, 2)}
    return any(len(text) >= SHORTEST and any(title.startswith(text) for title in titles) for text in said)


def _numbers(text: str) -> Iterator[tuple[Number, str]]:
    """The page numbers that a line may begin or end with, each with the rest of the line."""
    words = text.split()
    for count in range(min(LONGEST_NUMBER, len(words) - 1), 0, -1):
        for number, rest in ((words[:count], words[count:]), (words[-count:], words[:-count])):
            if found := page_number(" ".join(number)):
                yield found, " ".join(rest)
