"""Numbers of printed pages that an extraction left between the lines.

Before: ``— 12 —``, ``第 3 頁``, ``3 / 20``, ``· 15 ·``, ``xiv`` or ``7`` on a line of its own, where a page ended.
After: nothing.
Never: a number whose value does not grow with the pages, a year, a row of a table, the mark of a note.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice, pairwise, takewhile

from jianbao.cleaning.head_rows import ENDS_SENTENCE
from jianbao.cleaning.numerals import Number, page_number
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line

EDGE = 8
"""Rows at either end of a page among which its number is looked for."""

TOP = 3
"""Rows on top of a page among which its number may stand a second time."""

FEWEST_PAIRS = 3
"""Pages whose numbers stand twice."""

SPREAD = 6
"""Rows of text that a page has at least: numbers that follow one another more closely count something else."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    index: int
    row: int
    page: int
    number: Number
    apart: bool


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Lines that are page numbers, by position at the edge of pages or by sequence through the text."""
    found: list[_Candidate] = []
    rows = 0
    for index, line in enumerate(lines):
        plain = line.text.plain.strip()
        if not plain:
            continue
        if len(plain) <= 24 and (number := page_number(plain)):
            found.append(_Candidate(index, rows, line.page, number, _apart(lines, index)))
        rows += 1
    if not found:
        return
    paged = lines[-1].page > 0
    chosen = _by_edge(found, lines) if paged else _by_sequence(found, rows)
    for candidate, note in sorted(chosen.items(), key=lambda item: item[0].index):
        yield whole(candidate.index, lines[candidate.index], note)


def _by_edge(found: Sequence[_Candidate], lines: Sequence[Line]) -> dict[_Candidate, str]:
    """Candidates near the edges of pages whose value keeps its distance to the page's count.

    A number that its dress does not give away must stand at the very edge, and all such numbers must be in one step.
    """
    depth = _depths(lines)
    near = [
        item
        for item in found
        if depth[item.index] < (EDGE if item.number.certain else 2) and not _marks_note(lines, item, depth[item.index])
    ]
    pages: dict[tuple[int, str], set[int]] = defaultdict(set)
    for item in near:
        pages[_step(item)].add(item.page)
    plain = max((key for key in pages if key[1] in _UNCERTAIN), key=lambda key: len(pages[key]), default=None)
    chosen: dict[_Candidate, str] = {}
    for _, group in groupby(near, key=lambda item: item.page):
        fit = [item for item in group if item.number.certain or (_step(item) == plain and len(pages[_step(item)]) >= 2)]
        if fit:
            best = max(fit, key=lambda item: (len(pages[_step(item)]), -depth[item.index]))
            for item in fit:  # some pages have their number at the top and at the foot
                if item is best or item.number.certain:
                    chosen[item] = f"number at the edge of a page, in step on {len(pages[_step(item)])} pages"
                elif best.number.certain and item.number.value == best.number.value:
                    chosen[item] = "the page's number once more, at its other edge"
    counted = {item.page for item in chosen}
    for item in near if len(counted) > 1 else ():
        over = item.index and not lines[item.index - 1].text.plain.strip()
        if item.number.style == "roman" and over and not depth[item.index] and item.page < min(counted):
            chosen[item] = "number of a page in front of those that are counted"
    return chosen


def _marks_note(lines: Sequence[Line], item: _Candidate, depth: int) -> bool:
    """Whether a bare number is a raised mark: above the last line of its page, which ends a sentence."""
    if item.number.certain or depth != 1:
        return False
    below = takewhile(lambda line: line.page == item.page, islice(lines, item.index + 1, None))
    filled = [text for line in below if (text := line.text.plain.strip())]
    return len(filled) == 1 and bool(ENDS_SENTENCE.search(filled[0]))


_UNCERTAIN = ("bare", "roman", "bracketed")


def _step(item: _Candidate) -> tuple[int, str]:
    return item.number.value - item.page, item.number.style


def _depths(lines: Sequence[Line]) -> dict[int, int]:
    """How many filled lines of the same page stand between each filled line and the nearer edge."""
    depths: dict[int, int] = {}
    filled = [index for index, line in enumerate(lines) if line.text.plain.strip()]
    for _, group in groupby(filled, key=lambda index: lines[index].page):
        page = list(group)
        for place, index in enumerate(page):
            depths[index] = min(place, len(page) - 1 - place)
    return depths


def _apart(lines: Sequence[Line], index: int) -> bool:
    """Whether blank lines, or lines that have left, stand on both sides of a line."""
    number = lines[index].number
    before, after = lines[index - 1] if index else None, lines[index + 1] if index + 1 < len(lines) else None
    return (before is None or not before.text.plain.strip() or before.number < number - 1) and (
        after is None or not after.text.plain.strip() or after.number > number + 1
    )


def _by_sequence(found: Sequence[_Candidate], rows: int) -> dict[_Candidate, str]:
    """Candidates of one style that count up by one, a page of rows apart."""
    chosen: dict[_Candidate, str] = {}
    for style in dict.fromkeys(item.number.style for item in found):
        kin = [item for item in found if item.number.style == style]
        certain = kin[0].number.certain
        apart = [item for item in kin if item.apart]
        for items in (kin,) if certain else (apart,) if style == "bracketed" else (apart, kin):
            chain = _longest_chain(items)
            edge = len(items) == 1 and certain and chain[0].row in (0, 1, rows - 2, rows - 1)
            strays = len(items) - len(chain)
            most = len(chain) if items is apart else 0.5 * len(chain)
            whole = certain and chain[-1].row == rows - 1
            if len(chain) >= (2 if certain else 3) and _page_like(chain, whole) and (certain or strays <= most):
                chosen |= dict.fromkeys(chain, f"one of {len(chain)} numbers that count up through the text")
                break
            if edge:
                chosen[chain[0]] = "page number at an end of the text"
        if style == "bare" and not any(item in chosen for item in kin):
            if _is_only_page(kin, rows):
                chosen[kin[-1]] = "number of the only page, at its end"
            elif _stand_twice(kin):
                chosen |= dict.fromkeys(kin, "the page's number at either edge, next to those of its neighbours")
            elif _are_all_pages(kin, rows):
                chosen |= dict.fromkeys(kin, f"one of {len(kin)} numbers that count from 1 to the end of the text")
    return chosen | _once_more(found, chosen)


def _once_more(found: Sequence[_Candidate], chosen: Mapping[_Candidate, str]) -> dict[_Candidate, str]:
    """Bare numbers apart from the text on top of a page at whose foot the same number stands, dressed."""
    more: dict[_Candidate, str] = {}
    begin = 0
    above: list[_Candidate] = []
    for item in found:
        if item.number.style == "bare" and item.apart and item.row - begin < TOP:
            above.append(item)
        elif item in chosen and item.number.certain:
            same = (other for other in above if other.number.value == item.number.value)
            more |= dict.fromkeys(same, "the page's number once more, at its other edge")
            begin, above = item.row + 1, []
    return more


def _is_only_page(kin: Sequence[_Candidate], rows: int) -> bool:
    """Whether the last line of a text is a 1 by itself, and no mark of a note: these come with others of their kind."""
    last = kin[-1]
    alone = len(kin) == 1 or any(item.number.value == 1 for item in kin[:-1])
    return last.number.value == 1 and last.apart and last.row == rows - 1 >= SPREAD and alone


def _are_all_pages(kin: Sequence[_Candidate], rows: int) -> bool:
    """Whether the lines that are a number by itself count from 1, rows of a page apart, and the last ends the text, in
    an extraction that leaves no blank lines."""
    counted = [item.number.value for item in kin] == list(range(1, len(kin) + 1))
    apart = all(after.row - before.row > SPREAD for before, after in pairwise(kin))
    return (
        len(kin) > 1
        and counted
        and apart
        and kin[0].row > SPREAD
        and kin[-1].row == rows - 1
        and not any(item.apart for item in kin)
    )


def _stand_twice(kin: Sequence[_Candidate]) -> bool:
    """Whether the lines that are a number by itself count up in pairs, as where each page has its number in its head
    and at its foot: the two a page apart, the foot of one right above the head of the next."""
    values = [item.number.value for item in kin]
    counted = values == sorted(values) and sorted(set(values)) == list(range(values[0], values[-1] + 1))
    if not counted or len(set(values)) < FEWEST_PAIRS or len(kin) < 2 * len(set(values)) - 1:
        return False
    return all(
        after.row - before.row >= SPREAD if after.number.value == before.number.value else after.row - before.row <= TOP
        for before, after in pairwise(kin)
    )


def _longest_chain(items: Sequence[_Candidate]) -> list[_Candidate]:
    """The longest run of candidates that count up, one missing at most, with rows of text in between."""
    chains: dict[int, list[_Candidate]] = {}
    best: list[_Candidate] = []
    for item in items:
        chain: list[_Candidate] = []
        for back in (1, 2):
            before = chains.get(item.number.value - back)
            if before and item.row - before[-1].row >= (SPREAD if not item.number.certain else 2):
                chain = before
                break
        chain.append(item)
        chains[item.number.value] = chain
        best = max(best, chain, key=len)
    return best


def _page_like(chain: Sequence[_Candidate], whole: bool) -> bool:
    """Whether the rows between the numbers of a chain are of one order: those of pages are. ``whole``: the last ends
    the text, and its page may be short."""
    steps = [after.row - before.row for before, after in pairwise(chain)]
    steps = sorted([chain[0].row, *steps[:-1]] if whole else steps)
    middle = steps[len(steps) // 2]
    return middle >= SPREAD and sum(step <= 3 * middle for step in steps) >= 0.7 * len(steps)
