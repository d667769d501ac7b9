"""Pieces of one head or foot that an extractor wrote in several places: under the columns above which they stood.

A head of several words is one line of print. Where the page has columns, ``pdftotext`` gives each word to the column
that it stands with. The giveaway is that the words stand together on another page, and that each page has each once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Sequence
from itertools import pairwise

from jianbao.cleaning.head_rows import ENDS_SENTENCE, LEAST_PAGE, Row, interrupts, is_sign, may_be_head
from jianbao.cleaning.numerals import page_number

SHORTEST = 4
"""Characters of a piece: a shorter one may be a cell of a table at the edge of a page."""

SHARE = 0.5
"""Share of the pages with the rest of a head that have the piece at least."""

DEEPEST = 4
"""Rows on top of a page among which the lines of a head stand."""

RUNNING_TEXT = 10
"""Characters of a line that is running text, whatever it ends in."""


def find(rows: Sequence[Row], heads: Container[int]) -> dict[int, str]:
    """Further pieces of known ``heads`` (by index of line), with the evidence."""
    partners: dict[str, set[str]] = defaultdict(set)
    seen: Counter[str] = Counter()
    for group in groups(rows, heads):
        known = {rows[place].key for place in group if rows[place].index in heads}
        seen.update(known)
        beside = [place for place in (group[0] - 1, group[-1] + 1) if _apart(rows, place)]
        for piece in known | {rows[place].key for place in beside}:
            if len(piece) >= SHORTEST and "#" not in piece:
                partners[piece] |= known - {piece}
    every: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        if row.key in partners:
            every[row.key].append(place)
    notes: dict[int, str] = {}
    for piece, others in partners.items():
        pages = max((seen[other] for other in others), default=0)
        astray = [place for place in every[piece] if _ends_column(rows, place)]
        count = len(every[piece])
        once = all(after - before >= LEAST_PAGE for before, after in pairwise(every[piece]))
        if once and astray and SHARE * pages <= count <= pages and count > len(astray):
            for place in every[piece]:
                if rows[place].index not in heads:
                    notes[rows[place].index] = "piece of a head that stands together on another page"
    return notes


def inside(pages: Sequence[Sequence[Row]], heads: Container[int]) -> dict[int, str]:
    """Heads that stand inside their page: once on a page whose edges lack what the pages before and behind have."""
    edges = [{row.key for row in page if row.index in heads} for page in pages]
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for number, edge in enumerate(edges):
        for key in edge:
            first.setdefault(key, number)
            last[key] = number
    notes: dict[int, str] = {}
    for number, (page, edge) in enumerate(zip(pages, edges, strict=True)):
        counts = Counter(row.key for row in page)
        for row in page:
            between = (
                len(row.key.strip("#")) >= SHORTEST and row.key in first and first[row.key] < number < last[row.key]
            )
            if between and row.key not in edge and counts[row.key] == 1 and may_be_head(row):
                notes[row.index] = "head of the pages before and behind, inside its page"
    return notes | _beside_partner(pages, heads)


def _beside_partner(pages: Sequence[Sequence[Row]], heads: Container[int]) -> dict[int, str]:
    """The second line of a head of two, a line or two below the first where an extractor set a heading between."""
    pairs = Counter(
        (above.key, row.key)
        for page in pages
        for above, row in pairwise(page[:DEEPEST])
        if above.index in heads and row.index in heads
    )
    below = {above: row for (above, row), times in pairs.items() if times > 1}
    notes: dict[int, str] = {}
    for page in pages:
        first = page[0] if page and page[0].index in heads else None
        second = below.get(first.key) if first is not None else None
        if second and not any(row.key == second and row.index in heads for row in page):
            found = [row for row in page[1:DEEPEST] if row.key == second and may_be_head(row)]
            notes |= {row.index: "the second line of a head whose first stands on top of the page" for row in found[:1]}
    return notes


def groups(rows: Sequence[Row], heads: Container[int]) -> list[list[int]]:
    """Runs of rows that are heads, page numbers and the signs around them, by place; each has a head at least."""
    found: list[list[int]] = []
    for place, row in enumerate(rows):
        if row.index in heads or page_number(row.text) or is_sign(row):
            if found and found[-1][-1] == place - 1:
                found[-1].append(place)
            else:
                found.append([place])
    return [group for group in found if any(rows[place].index in heads for place in group)]


def _apart(rows: Sequence[Row], place: int) -> bool:
    if not 0 <= place < len(rows):
        return False
    row = rows[place]
    return bool(row.gap_before and row.gap_after) and may_be_head(row)


def _ends_column(rows: Sequence[Row], place: int) -> bool:
    """Whether a line hangs on the running text before it and is apart from what follows, or cuts a sentence."""
    row, before = rows[place], rows[place - 1] if place else None
    if before is None or not may_be_head(row):
        return False
    prose = len(before.text) >= RUNNING_TEXT or bool(ENDS_SENTENCE.search(before.text))
    return (prose and not row.gap_before and row.gap_after > 0) or interrupts(rows, place)
