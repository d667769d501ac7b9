"""Running heads and feet: the title of a book, a journal or a section that stood on top or at the foot of each page.

Before: ``84  Review of Global Politics, No.71, July 2020`` between two halves of a sentence.
After: nothing.
Never: a title where it stands first or alone; a line that repeats but ends a sentence; a line without repetition,
position at the edge of a page, or a number in step with the pages as evidence.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from jianbao.cleaning.numerals import numeral, page_number
from jianbao.cleaning.page_number import find as page_numbers
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line

LONGEST = 60
"""Characters of the longest line that is taken for a head."""

EDGE = 6
"""Rows at either end of a page among which heads are counted."""

DEEPEST = 8
"""Rows at either end of a page that can be heads at most."""

_NUMERALS = re.compile(r"[0-9０-９]+|(?<=第)[一二三四五六七八九十百〇零]+")
_GAPS = re.compile(r"\s{2,}")
_ENDS_SENTENCE = re.compile(r"[。！？!?；;，,、：:][」』”’\"'）)]*$")
_NUMBER_FIRST = re.compile(r"([0-9０-９]{1,4}|[ivxlc]{1,6})(?:\s+|\s*[|｜·‧・]\s*)\D.*")
_NUMBER_LAST = re.compile(r".*\D(?:\s+|\s*[|｜·‧・]\s*)([0-9０-９]{1,4}|[ivxlc]{1,6})(?:\s*[·‧・|｜–—-])?")


@dataclass(frozen=True, slots=True)
class _Row:
    index: int
    text: str
    key: str
    page: int
    gap_before: int
    gap_after: int = 0


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Lines that are heads or feet of pages."""
    rows = _rows(lines)
    if not rows:
        return
    if lines[-1].page:
        notes = _by_edge(rows)
    else:
        notes = _by_flow(rows, {finding.index for finding in page_numbers(lines, options)})
    for index in sorted(notes):
        yield whole(index, lines[index], notes[index])


def _rows(lines: Sequence[Line]) -> list[_Row]:
    rows: list[_Row] = []
    gap = 0
    for index, line in enumerate(lines):
        text = _GAPS.sub("  ", line.text.plain.strip())
        if not text:
            gap += 1
            continue
        if rows:
            last = rows[-1]
            rows[-1] = _Row(last.index, last.text, last.key, last.page, last.gap_before, gap)
        rows.append(_Row(index, text, key(text) if len(text) <= LONGEST else text, line.page, gap))
        gap = 0
    if rows:
        last = rows[-1]
        rows[-1] = _Row(last.index, last.text, last.key, last.page, last.gap_before, gap + 1)
    return rows


def key(text: str) -> str:
    """A line with its numerals and spaces folded: what heads of different pages share."""
    return "".join(_NUMERALS.sub("#", text).split())


def _may_be_head(row: _Row) -> bool:
    return (
        len(row.text) <= LONGEST
        and row.text[0] not in "，。、；：！？）》〉」』〕］,.;:!?)]"
        and len(row.key.strip("#.-—·[]()（）/")) >= 2
        and not _ENDS_SENTENCE.search(row.text)
    )


def _by_edge(rows: Sequence[_Row]) -> dict[int, str]:
    """Heads and feet where form feeds tell the pages: peeled off each page's edges, outermost first."""
    pages = [list(group) for _, group in groupby(rows, key=lambda row: row.page)]
    edges = [{row.key for row in (*page[:EDGE], *page[-EDGE:]) if _may_be_head(row)} for page in pages]
    counts = Counter(head for edge in edges for head in edge)
    numbered = _numbered_on_pages(pages)
    need = 2 if len(pages) <= 8 else 3
    headed = [
        sum(_in_head_pair(pair, counts, need) for pair in pairs)
        for pairs in ([page[:2] for page in pages], [page[:-3:-1] for page in pages])
    ]
    every = Counter(row.key for row in rows)
    notes: dict[int, str] = {}
    unfinished = False
    for number, page in enumerate(pages):
        gone: set[str] = set()
        for which, side in enumerate((page, page[::-1])):
            signs: list[_Row] = []
            for place, row in enumerate(side[:DEEPEST]):
                if not any(char.isalnum() for char in row.text) and len(row.text) <= 3:
                    signs.append(row)
                    continue
                if page_number(row.text):
                    if row.index in numbered:
                        notes[row.index] = "page number in step with those of the heads"
                    continue
                if row.index in notes or row.key in gone or not _may_be_head(row):
                    break
                if counts[row.key] >= need:
                    alone = not any(row.key in tops and gone & tops for tops in edges[1:])
                    if number == 0 and side is page and alone and _is_title(row, side[place + 1 : place + 7]):
                        break
                    notes[row.index] = f"stands at the edge of {counts[row.key]} pages"
                elif row.index in numbered:
                    notes[row.index] = "stands at the edge of a page with a number in step with the pages"
                elif number and _repeats(row, every) and any(page_number(other.text) for other in side[:2]):
                    notes[row.index] = "repeats a line of the text beside a page number at the edge of a page"
                elif place < 2 and row.gap_after and _in_head_zone(side, place, headed[which]):
                    notes[row.index] = "stands beside a page number where other pages have their heads"
                elif number and _repeats(row, every) and side is page and unfinished:
                    notes[row.index] = "repeats a line of the text at the top of a page, in mid-sentence"
                else:
                    break
                gone.add(row.key)
                notes |= {sign.index: "ornament beside a head or a page number" for sign in signs}
        body = [row for row in page if row.index not in notes and not page_number(row.text)]
        unfinished = bool(body) and not _ENDS_SENTENCE.search(body[-1].text)
    return notes


def _in_head_pair(pair: Sequence[_Row], counts: Counter[str], need: int) -> bool:
    """Whether the two outermost lines of a page are a page number and a head that repeats."""
    numbers = [page_number(row.text) is not None for row in pair]
    return len(pair) == 2 and sum(numbers) == 1 and counts[pair[numbers.index(False)].key] >= need


def _in_head_zone(side: Sequence[_Row], place: int, headed: int) -> bool:
    """Whether a line shares the edge of its page with a page number alone, as heads do on several pages."""
    other = side[1 - place] if len(side) > 1 else None
    return headed >= 2 and other is not None and page_number(other.text) is not None


def _repeats(row: _Row, every: Counter[str]) -> bool:
    """Whether the line, a page number at its ends aside, is also another line of the text."""
    bare = row.key.strip("#")
    return len(bare) >= 4 and every[bare] - (bare == row.key) > 0


def _is_title(row: _Row, below: Sequence[_Row]) -> bool:
    """Whether a line on top of the first page is the title itself: then no title stands below it."""
    if any(page_number(word) for word in (row.text.split()[0], row.text.split()[-1])):
        return False
    joined = "".join(other.key for other in below)
    bare = row.key.strip("#")
    return bare not in joined and not any(len(other.key) >= 6 and other.key in bare for other in below)


def _numbered_on_pages(pages: Sequence[Sequence[_Row]]) -> set[int]:
    """Edge lines with a number that keeps its distance to the page's count: on three pages, on two of a few."""
    offsets: dict[int, list[_Row]] = defaultdict(list)
    heads: Counter[int] = Counter()
    for page in pages:
        for row in {row.index: row for row in (*page[:2], *page[-2:])}.values():
            if number := page_number(row.text):
                offsets[number.value - row.page].append(row)
            elif _may_be_head(row):
                for value, _ in _carried(row.text):
                    offsets[value - row.page].append(row)
                    heads[value - row.page] += 1
    need = 2 if len(pages) <= 3 else 3
    return {
        row.index
        for offset, found in offsets.items()
        if heads[offset] >= 2 and len({row.page for row in found}) >= need
        for row in found
    }


def _carried(text: str) -> Iterator[tuple[int, str]]:
    """The page numbers that a line may carry, each with the end of the line where it stands."""
    if (match := _NUMBER_FIRST.fullmatch(text)) and (value := numeral(match[1])):
        yield value, "first"
    if (match := _NUMBER_LAST.fullmatch(text)) and (value := numeral(match[1])):
        yield value, "last"


def _by_flow(rows: Sequence[_Row], numbers: set[int]) -> dict[int, str]:
    """Heads and feet in text without form feeds. ``numbers`` are the lines that are page numbers."""
    notes = _numbered_in_step(rows)
    notes |= _beside_once(rows, numbers)
    same: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        if _may_be_head(row):
            same["".join(row.text.split())].append(place)
    for found in same.values():
        later = [place for place in found if place >= OPENING]
        if len(found) < 2 or not later or any(b - a < PAGE for a, b in pairwise(later)):
            continue
        opening = found[: len(found) - len(later)]
        torn = [place for place in later if _interrupts(rows, place)]
        beside = [place for place in found if _beside_number(rows, place, numbers)]
        word = len(rows[found[0]].key) < SHORTEST_BESIDE
        if len(torn) < 2 and (word or len(beside) < 2 or len(beside) < len(found) - 1):
            continue
        if len(opening) == 1 and _is_title(rows[opening[0]], rows[opening[0] + 1 : opening[0] + 7]):
            opening = []
        for place in (*opening[:1], *later):
            evidence = "interrupts sentences" if place in torn else "repeats beside page numbers"
            notes[rows[place].index] = f"{evidence}, as on {len(found)} pages"
    notes |= _beside_heads(rows, notes, numbers)
    return notes if len(notes) <= len(rows) / 4 else {}


def _beside_heads(rows: Sequence[_Row], heads: dict[int, str], numbers: set[int]) -> dict[int, str]:
    """What stands apart beside a page number where other page numbers have heads, and where it repeats beside heads."""
    notes: dict[int, str] = {}
    near = {
        place: [rows[n] for n in (place - 1, place + 1) if 0 <= n < len(rows)]
        for place, row in enumerate(rows)
        if row.index in numbers or row.index in heads
    }
    headed = sum(any(row.index in heads for row in near[n]) for n in near if rows[n].index in numbers)
    every = Counter(row.key for row in rows)
    for place, around in near.items():
        if rows[place].index in numbers and headed >= 2 and not any(row.index in heads for row in around):
            alone = [row for row in around if row.gap_before and row.gap_after and _may_be_head(row)]
            if len(alone) == 1:
                notes[alone[0].index] = "stands beside a page number where other pages have their heads"
        elif rows[place].index in heads and place < OPENING:
            for row in around:
                if row.key == rows[place].key:
                    continue  # the title itself, below the head that repeats it
                if row.index not in heads and every[row.key] > 1 and _may_be_head(row) and row.index not in numbers:
                    notes[row.index] = f"stands beside a head, as on {every[row.key]} pages"
    return notes


SHORTEST_BESIDE = 5
"""Characters under which a line that repeats beside numbers is rather a cell of a table than a head."""

OPENING = 8
"""Rows at the start of a text among which the title may repeat the head above it."""

PAGE = 8
"""Rows that a page has at least."""


def _interrupts(rows: Sequence[_Row], place: int) -> bool:
    """Whether the text before and behind a line, page numbers aside, is one sentence."""
    before = next((r for r in reversed(rows[max(place - 3, 0) : place]) if not page_number(r.text)), None)
    after = next((r for r in rows[place + 1 : place + 4] if not page_number(r.text)), None)
    if before is None or after is None or _ENDS_SENTENCE.search(before.text):
        return False
    return len(before.text) >= 12 and len(after.text) >= 6


def _beside_number(rows: Sequence[_Row], place: int, numbers: set[int]) -> bool:
    """Whether a page number stands within two rows; the first rows of the text count as beside one."""
    around = (*rows[max(place - 2, 0) : place], *rows[place + 1 : place + 3])
    return place < 2 or any(row.index in numbers or page_number(row.text) for row in around)


def _beside_once(rows: Sequence[_Row], numbers: set[int]) -> dict[int, str]:
    """Lines next to a page number, apart from the text, that say again what an earlier line said: section titles."""
    notes: dict[int, str] = {}
    seen: set[str] = set()
    for place, row in enumerate(rows):
        near = (*rows[max(place - 1, 0) : place], *rows[place + 1 : place + 2])
        beside = any(other.index in numbers for other in near)
        if beside and row.key in seen and row.gap_before and row.gap_after and _may_be_head(row):
            notes[row.index] = "repeats a line of the text beside a page number"
        seen.add(row.key)
    return notes


def _numbered_in_step(rows: Sequence[_Row]) -> dict[int, str]:
    """Lines that carry numbers which grow with the lines, as page numbers do: heads of one wording, and others that
    fit in between and stand apart from the text or repeat a line of it."""
    every = Counter(row.key for row in rows)
    sided = [(row, value, side) for row in rows if _may_be_head(row) for value, side in _carried(row.text)]
    heads = [(row, value) for row, value, _ in sided]
    counted = [(row, numeral(match[0]) or 0) for row in rows if (match := _COUNTED.match(row.text))]
    groups: dict[tuple[str, str], list[tuple[_Row, int]]] = defaultdict(list)
    for row, value, side in sided:
        groups[row.key, side].append((row, value))
    notes: dict[int, str] = {}
    for group in sorted(groups.values(), key=len, reverse=True)[:MOST_HEADS]:
        if len(group) < 2 or not _in_step(group, rows[-1]) or (not _steady(group) and _counts_else(group, counted)):
            continue
        mine = {row.index for row, _ in group}
        fits = [
            (row, value)
            for row, value in heads
            if row.index not in mine
            and _fits(group, row, value, 0.5)
            and (_fits(group, row, value, 0.25) or (row.gap_before and row.gap_after) or _repeats(row, every))
        ]
        ends = {rows[0].index, rows[-1].index} & {row.index for row, _ in group}
        if len(group) + len(fits) >= 3 or (ends and len(group[0][0].key) >= 8):
            for row, value in (*group, *fits):
                notes[row.index] = f"carries page number {value}, in step with {len(group) + len(fits) - 1} others"
    return notes


MOST_HEADS = 12
"""Wordings of heads that one text has at most."""

_COUNTED = re.compile(r"[0-9]{1,4}(?![0-9])")


def _fits(group: Sequence[tuple[_Row, int]], row: _Row, value: int, pages: float) -> bool:
    """Whether a number stands within ``pages`` of where the numbers of a group let expect it."""
    (first, low), (last, high) = group[0], group[-1]
    pace = (last.index - first.index) / (high - low)
    return abs(first.index + (value - low) * pace - row.index) <= pages * pace


def _steady(group: Sequence[tuple[_Row, int]]) -> bool:
    """Whether at least five numbers grow by the same step each time: notes of the pages do not refute these."""
    steps = {after[1] - before[1] for before, after in pairwise(group)}
    return len(group) >= 5 and len(steps) == 1 and steps <= {1, 2}


def _counts_else(group: Sequence[tuple[_Row, int]], counted: Sequence[tuple[_Row, int]]) -> bool:
    """Whether the numbers in between stand elsewhere than pages would have them: then notes or items are counted."""
    low, high = group[0][1], group[-1][1]
    between = [(row, value) for row, value in counted if low < value < high]
    fit = {value for row, value in between if _fits(group, row, value, 0.5)}
    return high - low > 2 and len({value for _, value in between} - fit) >= 0.4 * (high - low - 1)


def _in_step(group: Sequence[tuple[_Row, int]], end: _Row) -> bool:
    """Whether numbers grow, and by about as many lines a page everywhere; the text's last page may be shorter."""
    paces = [(b.index - a.index) / (n - m) if n > m else 0.0 for (a, m), (b, n) in pairwise(group)]
    if group[-1][0] is end and paces[-1] > 0:
        del paces[-1]
        if not paces:
            return group[0][1] == 1 and group[0][0].index >= 1.5 * PAGE
    middle = sorted(paces)[len(paces) // 2]
    return (
        min(paces) >= 1.5 * PAGE and max(paces) <= 200 and all(middle / 2.5 <= pace <= middle * 2.5 for pace in paces)
    )
