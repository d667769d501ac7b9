"""The items of lists whose bullets an extractor wrote elsewhere: as many as there are bullets at the foot of the page.

Before: ``提出三點：`` / ``學校每學期演練一次；`` / ``由長者錄製`` / ``影像；`` / ``締結備忘錄。``, three bullets below
After: three items.
Never: sentences below a colon that are more or fewer than the bullets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao.document import BlockKind, Cleaned, Line
from jianbao.source import Seed
from jianbao.structure import measure
from jianbao.structure.mark import Mark

TORN = "C43"
"""Code of cleaning: bullets apart from their items."""
FEWEST, MOST_LINES = 2, 8
"""Items of a list, and lines of an item at most."""
NARROWER = 0.8
"""Share of the widest line above which a line goes on below, where items end without a mark."""
_ENDS, _LAST, _OPENS = "；;", "。！？", "「『“"


def find(cleaned: Cleaned, seed: Seed) -> tuple[dict[int, Mark], set[int]]:
    """The marks of such items by the numbers of their lines, and the lines that go on in no line above them."""
    numbers = [seed.locate(gone.spans[0].start).line for gone in cleaned.removals if gone.code == TORN]
    marks: dict[int, Mark] = {}
    parted: set[int] = set()
    last = 0
    for first, end, count in _runs(sorted(numbers)):
        near = [line for line in cleaned.lines if last < line.number < first and line.text.plain.strip()]
        for item, behind in _items(near, count):
            marks[item] = Mark(BlockKind.LIST_ITEM, 1)
            parted |= {item, behind}
        last = end
    return marks, parted


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """First and last line, and count, of bullets one below the other."""
    run: list[int] = []
    for number in numbers:
        if run and number - run[-1] > 2:
            yield run[0], run[-1], len(run)
            run = []
        run.append(number)
    if run:
        yield run[0], run[-1], len(run)


def _items(lines: Sequence[Line], count: int) -> list[tuple[int, int]]:
    """The first line of each item, and the line behind it; none unless all lists together have ``count`` items."""
    leads = [n for n, line in enumerate(lines[:-1]) if line.text.plain.rstrip()[-1] in "：:"]
    leads = [n for n in leads if lines[n + 1].text.plain.strip()[0] not in _OPENS]
    lists = [found for n in leads if len(found := _marked(lines, n + 1)) >= FEWEST]
    if sum(map(len, lists)) != count:
        lists = [found for n in leads if len(found := _short(lines, n + 1, count)) == count]
        if len(lists) != 1:
            return []
    numbers = [*(line.number for line in lines), lines[-1].end + 1] if lines else []
    return [(numbers[begin], numbers[end]) for found in lists for begin, end in found]


def _marked(lines: Sequence[Line], begin: int) -> list[tuple[int, int]]:
    """Items that each end with a semicolon, and the last with a full stop."""
    found: list[tuple[int, int]] = []
    for n in range(begin, len(lines)):
        sign = lines[n].text.plain.rstrip()[-1]
        if sign in _ENDS or sign in _LAST:
            found.append((begin, n + 1))
            begin = n + 1
            if sign in _LAST:
                return found
        elif n - begin >= MOST_LINES:
            break
    return []


def _short(lines: Sequence[Line], begin: int, count: int) -> list[tuple[int, int]]:
    """So many lines, each of which stops early, with those that fill the column above it."""
    widest = max((measure.width(line.text.plain.strip()) for line in lines), default=0)
    found: list[tuple[int, int]] = []
    for n in range(begin, len(lines)):
        text = lines[n].text.plain.strip()
        if measure.width(text) < NARROWER * widest:
            found.append((begin, n + 1))
            begin = n + 1
            if len(found) == count:
                return found
        elif text[-1] in _LAST or n - begin >= MOST_LINES:
            break
    return []
