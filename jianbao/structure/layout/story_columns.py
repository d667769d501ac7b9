"""Pages of newspapers, whose stories are set in columns of different widths one below the other.

Before: a story in lines of 23 characters, the next in lines of 17, briefs in lines of 36; between them headlines and
lines such as ``記者某某／某地報導``; nothing is blank.
After: each line knows the width of its own story; headlines and reporters' lines stand alone.
Never: lines that fit no few widths.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from jianbao import regex as re
from jianbao.structure import measure
from jianbao.structure.heads import written_dates
from jianbao.structure.layout import cut_words, story_heads
from jianbao.structure.layout.full_widths import has_ended
from jianbao.structure.layout.story_heads import Heads
from jianbao.structure.rows import Row
from jianbao.structure.starts import starts_unit

NARROWEST = 16
"""Columns of the narrowest column: eight characters."""
MOST_WIDTHS, LEAST = 8, 3
"""Widths that are looked at, and full lines that show one."""
INDENT = 4
"""Columns of the indent of a paragraph, which the extraction leaves out."""
SQUEEZED, LONGER = 4, 2
"""Columns by which a full line is short, and is too long: where marks were squeezed or pushed out."""
BELOW_HEAD, SWITCH, NEARLY, HEAD, ODD, OVER = 1.0, 2.0, 0.02, 0.4, 1.5, 3.0
"""What it costs that the width changes at a headline, or elsewhere, that a line is nearly full, is a headline, fits no
width, or is wider than its column."""
MOST_ODD = 0.06
"""Share of lines that fit no width up to which a page is taken to be set in such columns."""
REST = 0.5
"""Share of a headline's width that its second line has at most."""
UNEQUAL = 0.34
"""Share of the length of a headline's first clause by which the second differs from it at most."""

FEW = 5
"""Characters of the rest of a headline that is no headline of its own."""
NEARLY_FULL, BELOW = 2, 8
"""Columns by which a headline that fills its column is narrower, beside a mark that hangs out of it; lines below a
headline that tell how wide the column is."""

_STRETCHED = re.compile(r"(?:[㐀-鿿，。、；：] ){4}[㐀-鿿，。、；：]")
"""Characters that an extractor set apart, since the line was stretched to the width of its column."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_BLANK = re.compile(r"[ \u3000]+")


def mark(rows: Sequence[Row]) -> None:
    """Set ``full`` on the rows of such a page, ``alone`` on its headlines and reporters' lines, ``glued`` on the first
    line of a headline of two."""
    known = story_heads.find(rows)
    if known is None:
        return
    page = _Page(rows, known)
    chosen = _cheapest(page) if page.costs else []
    odd = sum(page.costs[width][index] > HEAD for index, width in enumerate(chosen))
    if odd > MOST_ODD * len(rows):
        chosen = []
    for index, (row, width) in enumerate(zip(rows, chosen, strict=False)):
        row.full = width
        known.heads[index] = known.heads[index] or page.costs[width][index] == HEAD
    for row, told, head in zip(rows, known.told, known.heads, strict=True):
        row.alone = row.alone or told or head
    for index, (row, after) in enumerate(pairwise(rows)):
        below = rows[index + 2 : index + 2 + BELOW]
        rest = known.heads[index + 1] and _is_rest(row, after, max((line.edge for line in below), default=0))
        row.glued = row.glued or (known.heads[index] and (rest or story_heads.is_credited(after.text)))


class _Page:
    """The lines of a page, what is known of them, and by the width of a column how badly each fits one."""

    def __init__(self, rows: Sequence[Row], known: Heads) -> None:
        self.rows = rows
        self.known = known
        self.costs = {width: self._costs(width) for width in _widths(rows, known)}

    def _costs(self, width: int) -> list[float]:
        costs: list[float] = []
        heads = 0
        for index in range(len(self.rows)):
            costs.append(self._cost(index, width, 0 < heads < story_heads.MOST_HEADS))
            heads = heads + 1 if costs[-1] == HEAD else 0
        return costs

    def _cost(self, index: int, width: int, below_head: bool) -> float:
        """How badly a line fits a column of a width. ``below_head``: the line above would be a headline."""
        row = self.rows[index]
        if self.known.told[index] or self.known.heads[index] or _STRETCHED.search(row.text):
            return 0.0
        begins, ended = below_head or self.known.begins(index), self.known.ended[index]
        if row.edge > width + LONGER:
            return HEAD if begins and not has_ended(row) else OVER
        if row.edge >= width - SQUEEZED or (begins and self._opens(index, width)):
            return 0.0 if row.edge in (width, width - INDENT if begins else width) else NEARLY
        if ended:
            return 0.2 if begins else 0.05
        if any(width - SQUEEZED <= row.edge + other <= width + LONGER for other in self._beside(index)):
            return 0.2
        if row.edge >= width - 2 * SQUEEZED and measure.latin_share(row.text) > 0.2:
            return 0.3
        return HEAD if begins and not starts_unit(row.text) and row.text[-1] not in "，、；" else ODD

    def _opens(self, index: int, width: int) -> bool:
        """Whether a line may be the first of a paragraph whose indent was lost: what the next line begins with would
        not have fitted into it."""
        row = self.rows[index]
        after = self.rows[index + 1].text if index + 1 < len(self.rows) else ""
        near = row.edge > width - INDENT - SQUEEZED - LONGER
        short = row.edge + measure.first_token(after) <= width - INDENT - LONGER
        return near and (self.known.ended[index] or not short)

    def _beside(self, index: int) -> list[int]:
        rows = self.rows
        return [rows[near].edge for near in (index - 1, index + 1) if 0 <= near < len(rows)]


def _widths(rows: Sequence[Row], known: Heads) -> list[int]:
    """The widths that full lines of the page's columns may have."""
    votes: Counter[int] = Counter()
    for index, row in enumerate(rows):
        if known.told[index] or known.heads[index] or known.ended[index] or _STRETCHED.search(row.text):
            continue
        votes[row.edge] += 1
        if known.begins(index):
            votes[row.edge + INDENT] += 1
    found: list[int] = []
    while len(found) < MOST_WIDTHS:
        near = {size: votes[size] + votes[size - 1] + votes[size - 2] for size in votes if size >= NARROWEST}
        best = max(near, key=lambda size: (near[size], votes[size]), default=0)
        if near.get(best, 0) < LEAST:
            break
        found.append(best)
        for size in range(best - LONGER, best + LONGER + 1):
            del votes[size]
    return sorted(found)


def _cheapest(page: _Page) -> list[int]:
    """The width of each line's column so that the lines fit best and it seldom changes."""
    known, widths, costs = page.known, [*page.costs], [*page.costs.values()]
    best = [own[0] for own in costs]
    came: list[list[int]] = []
    for index in range(1, len(page.rows)):
        least = min(range(len(widths)), key=best.__getitem__)
        change = best[least] + _change(known, index)
        origin = [least if change < cost else n for n, cost in enumerate(best)]
        came.append(origin)
        best = [(change if origin[n] != n else best[n]) + own[index] for n, own in enumerate(costs)]
    at = min(range(len(widths)), key=best.__getitem__)
    chosen = [widths[at]]
    for origin in reversed(came):
        at = origin[at]
        chosen.append(widths[at])
    return chosen[::-1]


def _change(known: Heads, index: int) -> float:
    """What it costs that a line is the first of another column's width."""
    if known.heads[index] or known.told[index]:
        return BELOW_HEAD
    return SWITCH if known.begins(index) else float("inf")


def _is_rest(row: Row, after: Row, width: int) -> bool:
    """Whether a line is the rest of the headline above: a character, the rest of a word, what is too short for another
    headline, or what its second clause wants to be as long as the first; or the headline is as wide as the column.
    ``width`` is that of the lines below both."""
    if len(after.text) == 1 and after.text.isalpha():
        return True
    if _BLANK.search(after.text):
        return False
    if written_dates.find(row.text):
        return False
    few = _HAN.match(after.text) is not None and len(after.text) <= min(FEW, len(row.text) - 2)
    if few and not (has_ended(after) or story_heads.is_label(after.text)):
        return True
    if width - NEARLY_FULL - LONGER <= row.edge <= width and not has_ended(row):
        return True
    if row.edge >= after.edge - LONGER and cut_words.gain(row.text, after.text) > 1.0:
        return True
    clauses = [len(clause) for clause in _BLANK.split(row.text)]
    if len(clauses) == 2:
        first, second, whole = clauses[0], clauses[1], clauses[1] + len(after.text)
        return second < first - 1 and abs(whole - first) <= max(1, UNEQUAL * first)
    return after.edge <= REST * row.edge and cut_words.gain(row.text, after.text) > 1.0
