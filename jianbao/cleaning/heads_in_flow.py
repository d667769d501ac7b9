"""Heads and feet in text without form feeds: what repeats between halves of sentences or beside page numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from jianbao import regex as re
from jianbao.abstract_label import is_label
from jianbao.cleaning import heads_astray, heads_in_step
from jianbao.cleaning.head_rows import (
    ENDS_SENTENCE,
    LEAST_PAGE,
    Row,
    carried,
    interrupts,
    is_title,
    may_be_head,
    names_issue,
    pairs_said,
)
from jianbao.cleaning.numerals import page_number

SHORTEST_BESIDE = 5
"""Characters under which a line that repeats beside numbers is rather a cell of a table than a head."""

LONG = 8
"""Characters of a title that the first line of a text says, and more: a head, where it comes again in a sentence."""

_CLOSED = re.compile(r"[。！？!?][」』”’\"'）)]*$")
NARROWEST_LINE = 12
"""Characters of a line of a paragraph."""
LONGEST_PASSAGE = 12
"""Lines of a passage among which a sentence of it ends."""

OPENING = 8
"""Rows at the start of a text among which the title may repeat the head above it."""


def find(rows: Sequence[Row], numbers: set[int]) -> dict[int, str]:
    """Heads and feet in text without form feeds. ``numbers`` are the lines that are page numbers."""
    notes = heads_in_step.find(rows)
    notes |= _beside_once(rows, numbers) | _below_number(rows, numbers)
    said = pairs_said(rows)
    same: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        if may_be_head(row) and not is_label(row.text):
            same["".join(row.text.split())].append(place)
    for found in same.values():
        later = [place for place in found if place >= OPENING]
        if len(found) < 2 or not later or any(b - a < LEAST_PAGE for a, b in pairwise(later)):
            continue
        if any(_is_passage(rows, a, b) for a, b in pairwise(found)):
            continue
        opening = found[: len(found) - len(later)]
        torn = [place for place in later if interrupts(rows, place)]
        beside = [place for place in found if _beside_number(rows, place, numbers)]
        word = len(rows[found[0]].key) < SHORTEST_BESIDE
        on_top = bool(torn) and found[0] == 0 and any(_says(rows[0], other) for other in rows[1:OPENING])
        again = len(found) == 2 and bool(torn) and _goes_on(rows, *found)
        if len(torn) < 2 and not on_top and not again and (word or len(beside) < 2 or len(beside) < len(found) - 1):
            continue
        if (len(opening) == 1 and is_title(rows[opening[0]], rows[opening[0] + 1 : opening[0] + 7], said)) or again:
            opening = []
        elif len(opening) > 1 and opening[1] - opening[0] > 2:
            del opening[0]  # a title by itself, on a cover, and the heads behind it
        else:
            del opening[1:]  # a head, and the title below it
        for place in (*opening, *later):
            evidence = "interrupts sentences" if place in torn else "repeats beside page numbers"
            notes[rows[place].index] = f"{evidence}, as on {len(found)} pages"
    if not notes:
        return notes
    _keep_title(rows, notes)
    notes |= _beside_heads(rows, notes, numbers)
    notes |= heads_astray.find(rows, notes)
    if not numbers:
        notes |= _numbers_in_heads(rows, notes)
    return notes if len(notes) <= len(rows) / 4 else {}


def _keep_title(rows: Sequence[Row], notes: dict[int, str]) -> None:
    """Keep the last of the lines on top that say the first line again, where all of them would leave: the title."""
    same = [row for row in rows[:OPENING] if row.text == rows[0].text]
    if len(same) > 1 and all(row.index in notes for row in same):
        del notes[same[-1].index]


def _is_passage(rows: Sequence[Row], first: int, later: int) -> bool:
    """Whether what stands below a line at two places is alike as well, to the end of a sentence: a passage comes again,
    and no page begins."""
    for one, other in zip(rows[first + 1 : first + 1 + LONGEST_PASSAGE], rows[later + 1 :], strict=False):
        if one.key != other.key or one.gap_before:
            return _is_line_of(rows, first, later)
        if _CLOSED.search(one.text):
            return True
    return False


def _is_line_of(rows: Sequence[Row], first: int, later: int) -> bool:
    """Whether a line and one beside it, alike at both places, are as long as each other: two lines of a paragraph."""
    for step in (-1, 1):
        if not (first + step >= 0 and later + step < len(rows)):
            continue
        one, row = rows[first + step], rows[first]
        alike = one.key == rows[later + step].key and not (row.gap_before if step < 0 else one.gap_before)
        if alike and len(row.text) >= NARROWEST_LINE and abs(len(one.text) - len(row.text)) <= 1:
            return True
    return False


def _goes_on(rows: Sequence[Row], first: int, later: int) -> bool:
    """Whether a line is the heading of a section that began at ``first``, said once more, apart from the text, above
    what goes on of it."""
    row = rows[later]
    begins = first > 0 and bool(ENDS_SENTENCE.search(rows[first - 1].text))
    apart = row.gap_before > 0 and row.gap_after > 0
    return begins and apart and len(row.key) >= SHORTEST_BESIDE and row.key.isalpha()


def _says(row: Row, title: Row) -> bool:
    """Whether a line says the title that stands below it, and more."""
    said = title.key.strip("#")
    return len(said) >= LONG and may_be_head(title) and said in row.key and len(row.key) > len(title.key)


def _beside_heads(rows: Sequence[Row], heads: dict[int, str], numbers: set[int]) -> dict[int, str]:
    """What stands apart beside a page number where other page numbers have heads, and where it repeats beside heads;
    where a blank line stands behind every line, none says that a line stands apart."""
    notes: dict[int, str] = {}
    near = {
        place: [rows[n] for n in (place - 1, place + 1) if 0 <= n < len(rows)]
        for place, row in enumerate(rows)
        if row.index in numbers or row.index in heads
    }
    headed = sum(any(row.index in heads for row in near[n]) for n in near if rows[n].index in numbers)
    every = Counter(row.key for row in rows)
    usual = median(row.gap_before for row in rows)
    for place, around in near.items():
        if rows[place].index in numbers and headed >= 2 and not any(row.index in heads for row in around):
            alone = [row for row in around if min(row.gap_before, row.gap_after) > usual and may_be_head(row)]
            if len(alone) == 1:
                notes[alone[0].index] = "stands beside a page number where other pages have their heads"
        elif rows[place].index in heads and place < OPENING:
            for row in around:
                if row.key == rows[place].key:
                    continue  # the title itself, below the head that repeats it
                if row.index not in heads and every[row.key] > 1 and may_be_head(row) and row.index not in numbers:
                    notes[row.index] = f"stands beside a head, as on {every[row.key]} pages"
    return notes


def _numbers_in_heads(rows: Sequence[Row], heads: dict[int, str]) -> dict[int, str]:
    """Page numbers too few to be told by themselves, that grow by a page or two from head to head, the signs around
    them, and between two of them the head that carries the page number which is missing.

    A bare number beside a head that carries one itself is the mark of a note.
    """
    numbered: list[tuple[list[int], int]] = []
    every = Counter(row.text for row in rows)
    for group in heads_astray.groups(rows, heads):
        values = [number.value for place in group if (number := page_number(rows[place].text))]
        carry = any(
            rows[place].index in heads and every[rows[place].text] == 1 and any(carried(rows[place].text))
            for place in group
        )
        if len(values) == 1 and not carry:
            numbered.append((group, values[0]))
    if len(numbered) < 2 or any(not 1 <= after - before <= 2 for (_, before), (_, after) in pairwise(numbered)):
        return {}
    notes = {
        rows[place].index: "page number or sign beside a head, in step with those of the other heads"
        for group, _ in numbered
        for place in group
        if rows[place].index not in heads
    }
    for (first, low), (last, high) in pairwise(numbered):
        missing = range(low + 1, high)
        for row in rows[first[-1] + LEAST_PAGE : last[0] - LEAST_PAGE + 1]:
            apart = row.gap_before and row.gap_after and may_be_head(row)
            if apart and any(value in missing for value, _ in carried(row.text)):
                notes[row.index] = "carries the page number that is missing between those of two heads"
    return notes


def _beside_number(rows: Sequence[Row], place: int, numbers: set[int]) -> bool:
    """Whether a page number stands within two rows; the first rows of the text count as beside one."""
    around = (*rows[max(place - 2, 0) : place], *rows[place + 1 : place + 3])
    return place < 2 or any(row.index in numbers or page_number(row.text) for row in around)


def _below_number(rows: Sequence[Row], numbers: set[int]) -> dict[int, str]:
    """Lines right below a page number that name a periodical and its issue, or say what stands around the title."""
    around = {row.key for row in rows[:OPENING] if len(row.key) >= SHORTEST_BESIDE}
    return {
        row.index: "stands right below a page number, as the head of the next page"
        for above, row in pairwise(rows[OPENING:])
        if above.index in numbers
        and row.index not in numbers
        and may_be_head(row)
        and (row.key in around or names_issue(row.text))
    }


def _beside_once(rows: Sequence[Row], numbers: set[int]) -> dict[int, str]:
    """Lines next to a page number, apart from the text or right below the number, that say again what an earlier line
    said: section titles."""
    notes: dict[int, str] = {}
    if not numbers:
        return notes
    seen: set[str] = set()
    for place, row in enumerate(rows):
        near = (*rows[max(place - 1, 0) : place], *rows[place + 1 : place + 2])
        beside = any(other.index in numbers for other in near)
        on_top = place > 0 and rows[place - 1].index in numbers and len(row.key) >= SHORTEST_BESIDE
        apart = (row.gap_before and row.gap_after) or (on_top and row.key.isalpha())
        if beside and row.key in seen and apart and may_be_head(row):
            notes[row.index] = "repeats a line of the text beside a page number"
        seen.add(row.key)
    return notes
