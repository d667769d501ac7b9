"""Heads and feet where form feeds tell the pages: what stands at the edges of several pages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import groupby, pairwise

from jianbao import regex as re
from jianbao.cleaning import heads_astray, slide_agendas, slide_counts
from jianbao.cleaning.head_rows import (
    ENDS_SENTENCE,
    Row,
    carried,
    is_sign,
    is_title,
    may_be_head,
    pairs_said,
    repeats,
    speaks,
    wrapped_titles,
)
from jianbao.cleaning.numerals import numeral, page_number

_PART = re.compile(r"^第?\s?(?P<n>[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s?(?P<word>[章節节編编]|、|[.．])")
"""The number of a part, and the word or mark behind it."""

_CELL = re.compile(r"[-−–+]?\d[\d,]*(?:[.,]\d+)[%％]?")
"""A number of a table, no page's."""

_WHOLE_PART = re.compile(r"第#(?:[章節节編编篇部條条回課课講讲堂幕點点]|單元|单元|階段|阶段)")
"""The number of a part that stands alone, as the key of its row."""

FEWEST_LEADERS = 3
"""Lines with leaders of a page that lists contents."""
_LEADERS = re.compile(r"(?:\.\s?|…|·\s?|‧\s?|．){3,}\s*[0-9]{1,4}$")

EDGE = 6
"""Rows at either end of a page among which heads are counted."""

DEEPEST = 8
"""Rows at either end of a page that can be heads at most."""


def find(rows: Sequence[Row]) -> dict[int, str]:
    """Heads and feet where form feeds tell the pages: peeled off each page's edges, outermost first."""
    pages = [list(group) for _, group in groupby(rows, key=lambda row: row.page)]
    listed = _listed(pages)
    sides = [
        [{row.key for row in side(page) if row.index not in listed and may_be_head(row)} for page in pages]
        for side in (_top, _foot)
    ]
    edges = [top | foot for top, foot in zip(*sides, strict=True)]
    counts = [Counter(head for edge in side for head in edge) for side in sides]
    numbered = _numbered_on_pages(pages)
    need = 2 if len(pages) <= 8 else 3
    headed = [
        sum(_in_head_pair(pair, count, need) for pair in pairs)
        for pairs, count in zip(([page[:2] for page in pages], [page[:-3:-1] for page in pages]), counts, strict=True)
    ]
    every = Counter(row.key for row in rows if row.index not in listed)
    wrapped = wrapped_titles(pages[0][:EDGE])
    said = pairs_said(rows)
    parts = _parts(rows) | slide_counts.keys(rows) | slide_agendas.keys(pages, every)
    sections = _going_on(pages, every)
    pairs = Counter((before.text, row.text) for page in pages for before, row in pairwise(page))
    notes: dict[int, str] = {}
    unfinished = under_head = False
    title = -1
    for number, page in enumerate(pages):
        gone: set[str] = set()
        for which, side in enumerate((page, page[::-1])):
            signs: list[Row] = []
            for place, row in enumerate(side[:DEEPEST]):
                if is_sign(row):
                    signs.append(row)
                    continue
                if page_number(row.text):
                    if row.index in numbered:
                        notes[row.index] = "page number in step with those of the heads"
                    continue
                if number and place == 0 and side is page and row.key in wrapped:
                    notes[row.index] = "the title over two lines again, on top of a page"
                    gone.add(row.key)
                    continue
                if row.index in notes or row.key in gone or row.key in parts or not may_be_head(row):
                    break
                if side is page and _is_label(side, place):
                    break
                if counts[which][row.key] >= need:
                    alone = not any(row.key in tops and gone & tops for tops in edges[1:]) or speaks(row, said)
                    if number == 0 and side is page and alone and is_title(row, side[place + 1 : place + 7], said):
                        title = row.index
                        break
                    notes[row.index] = f"stands at the edge of {counts[which][row.key]} pages"
                elif row.index in numbered:
                    notes[row.index] = "stands at the edge of a page with a number in step with the pages"
                elif number and repeats(row, every) and any(page_number(other.text) for other in side[:2]):
                    notes[row.index] = "repeats a line of the text beside a page number at the edge of a page"
                elif place < 2 and row.gap_after and _in_head_zone(side, place, headed[which]):
                    notes[row.index] = "stands beside a page number where other pages have their heads"
                elif number and place == 0 and side is page and _parts_count_on(rows, pages[number - 1], page):
                    notes[row.index] = "stands on top of a page, below a page number, between parts that count on"
                elif number and place == 0 and side is page and under_head and _is_below(page):
                    notes[row.index] = "the heading of a section below, where the pages before have their heads"
                elif number and place == 0 and side is page and row.key in sections:
                    notes[row.index] = "says on top of a page the heading of the section that goes on"
                elif number and repeats(row, every) and side is page and unfinished:
                    if _is_again(side, place, pairs):
                        break
                    notes[row.index] = "repeats a line of the text at the top of a page, in mid-sentence"
                else:
                    break
                gone.add(row.key)
                notes |= {sign.index: "ornament beside a head or a page number" for sign in signs}
        under_head = under_head or (number > 0 and page[0].index in notes)
        body = [row for row in page if row.index not in notes and not page_number(row.text)]
        unfinished = bool(body) and not ENDS_SENTENCE.search(body[-1].text)
    notes |= heads_astray.find(rows, notes) | heads_astray.inside(pages, notes)
    notes.pop(title, None)
    return notes


def _going_on(pages: Sequence[Sequence[Row]], every: Counter[str]) -> set[str]:
    """The keys of headings of sections that pages behind say again on top, and no other line: each stands once within
    the page where its section begins, behind the end of a sentence, and on top of the next ones."""
    last: dict[str, int] = {}
    found: set[str] = set()
    for number, page in enumerate(pages):
        top = page[0] if page else None
        if top and last.get(top.key) == number - 1 and every[top.key] == 2 + (top.key in found):
            found.add(top.key)
            last[top.key] = number
        for before, row in pairwise(page):
            if ENDS_SENTENCE.search(before.text) and len(row.key) >= SHORTEST_SECTION and all(map(_is_word, row.key)):
                last[row.key] = number
    return found


def _is_again(page: Sequence[Row], place: int, pairs: Counter[tuple[str, str]]) -> bool:
    """Whether a line and the one below it stand together more than once: the names of a table's columns, said again
    where a page cut it."""
    return place + 1 < len(page) and pairs[page[place].text, page[place + 1].text] > 1


def _is_label(page: Sequence[Row], place: int) -> bool:
    """Whether numbers with commas or points, a line each, stand below a line: it is the label of a table's row."""
    below = page[place + 1 : place + 3]
    return len(below) == 2 and all(_CELL.fullmatch(row.text) for row in below)


def _is_word(char: str) -> bool:
    return char.isalpha() or char == "#"


SHORTEST_SECTION = 5
"""Characters of the heading of a section that says enough not to be that of another."""


def _top(page: Sequence[Row]) -> Sequence[Row]:
    return page[:EDGE]


def _foot(page: Sequence[Row]) -> Sequence[Row]:
    return page[-EDGE:]


def _listed(pages: Sequence[Sequence[Row]]) -> set[int]:
    """The rows of lists of contents: what a page's leaders lead to is not what stands at its edge."""
    found: set[int] = set()
    for page in pages:
        leaders = [n for n, row in enumerate(page) if row.text[-1].isdecimal() and _LEADERS.search(row.text)]
        if len(leaders) >= FEWEST_LEADERS:
            found |= {row.index for row in page[max(leaders[0] - 1, 0) : leaders[-1] + 1]}
    return found


def _parts(rows: Sequence[Row]) -> set[str]:
    """The keys of parts each number of which stands once: heads would say it again on the pages of the part."""
    found = [row for row in rows if _WHOLE_PART.fullmatch(row.key)]
    every = Counter(row.text for row in found)
    return {row.key for row in found} - {row.key for row in found if every[row.text] > 1}


def _is_below(page: Sequence[Row]) -> bool:
    """Whether the first line of a page stands apart, and once more on the page: as the heading of a section there."""
    return page[0].gap_after > 0 and any(row.text == page[0].text for row in page[1:])


def _parts_count_on(rows: Sequence[Row], before: Sequence[Row], page: Sequence[Row]) -> bool:
    """Whether the first line of a page stands apart, a page number above it and right below it the heading of a part
    that counts on from an earlier one: no part begins between the two."""
    if len(page) < 2 or not page[0].gap_after or not before or not page_number(before[-1].text):
        return False
    if _PART.match(page[0].text) or not (below := _PART.match(page[1].text)):
        return False
    value = numeral(below["n"]) or 0
    above = (match for row in rows if row.index < page[0].index and (match := _PART.match(row.text)))
    last = next((numeral(match["n"]) for match in reversed([*above]) if match["word"] == below["word"]), None)
    return value > 1 and last == value - 1


def _in_head_pair(pair: Sequence[Row], counts: Counter[str], need: int) -> bool:
    """Whether the two outermost lines of a page are a page number and a head that repeats."""
    numbers = [page_number(row.text) is not None for row in pair]
    return len(pair) == 2 and sum(numbers) == 1 and counts[pair[numbers.index(False)].key] >= need


def _in_head_zone(side: Sequence[Row], place: int, headed: int) -> bool:
    """Whether a line shares the edge of its page with a page number alone, as heads do on several pages."""
    other = side[1 - place] if len(side) > 1 else None
    return headed >= 2 and other is not None and page_number(other.text) is not None


def _numbered_on_pages(pages: Sequence[Sequence[Row]]) -> set[int]:
    """Edge lines with a number that keeps its distance to the page's count: on three pages, on two of a few.

    One line that carries a number is enough where two other pages have theirs alone at that edge, and its page none.
    """
    offsets: dict[int, list[Row]] = defaultdict(list)
    carrying: dict[int, list[tuple[Row, bool]]] = defaultdict(list)
    alone: dict[int, set[tuple[int, bool]]] = defaultdict(set)
    for page in pages:
        for row in {row.index: row for row in (*page[:2], *page[-2:])}.values():
            top = row in page[:2]
            if number := page_number(row.text):
                offsets[number.value - row.page].append(row)
                alone[number.value - row.page].add((row.page, top))
            elif may_be_head(row):
                for value, _ in carried(row.text):
                    offsets[value - row.page].append(row)
                    carrying[value - row.page].append((row, top))
    need = 2 if len(pages) <= 3 else 3
    found = {
        row.index
        for offset, rows in offsets.items()
        if len(carrying[offset]) >= 2 and len({row.page for row in rows}) >= need
        for row in rows
    }
    for offset, rows in carrying.items():
        for row, top in rows:
            pages_alone = {page for page, side in alone[offset] if side is top}
            if len(pages_alone) >= 2 and not any(page == row.page for page, _ in alone[offset]):
                found.add(row.index)
    return found
