"""Headlines without a story: what a page or a dump shows of other articles.

Before: six headlines one under the other behind an article's last paragraph, the last of them with a lead.
After: five removals; the headline with a lead starts an article.
Never: names in a list, lines of a poem, rows of a table, contents: they are short, alike, or stand inside a text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from statistics import mean

from jianbao.structure import articles, persons, shapes
from jianbao.structure.roles import Known, Role, is_section

CODE = "T01"
_AGENDA = re.compile(r"^\d{1,2}[/月]\d{1,2}日?(?:[（(][一二三四五六日][)）])?[\s\u3000]")
"""A day in front: what is to come, in a calendar."""
FEWEST = 3
"""Headlines in a row below which nothing is taken."""


def find(known: Sequence[Known]) -> frozenset[int]:
    """Indices of parts that are headlines alone: a run of three or more that looks like headlines, at the seed's end.

    The last of a run goes free where running text follows it.
    """
    taken: set[int] = set()
    for begin, end in articles.runs(known):
        stories = sum(1 for item in known[end:] if item.role is Role.BODY) if len(known) - end <= 4 else 99
        if begin == 0 or stories > 3:
            continue
        lines = [i for i in range(begin, end) if known[i].role is Role.TITLE]
        first = next((n for n, i in enumerate(lines) if _headline(known[i])), len(lines))
        lines = lines[first:]
        if end < len(known):
            lines = lines[:-1]
        lines = [i for i in lines if not _AGENDA.match(known[i].plain)]
        if len(lines) >= FEWEST and _look_like_headlines([known[i].plain for i in lines]):
            taken.update(lines)
    return frozenset(taken)


def _headline(item: Known) -> bool:
    text = item.plain
    return shapes.width(text) >= 12 and not is_section(text) and not persons.is_affiliation(text)


def _look_like_headlines(texts: Sequence[str]) -> bool:
    loud = sum(1 for text in texts if shapes.is_loud(text) or not text[:1] > "\u2fff")
    return mean(shapes.width(text) for text in texts) >= 16 and loud >= 0.5 * len(texts)


def without(known: Sequence[Known], taken: Set[int]) -> tuple[list[Known], frozenset[int]]:
    """The parts that are left, and which of them (by index) stood right behind a headline alone."""
    left = [index for index in range(len(known)) if index not in taken]
    behind = frozenset(place for place, index in enumerate(left) if index - 1 in taken)
    return [known[index] for index in left], behind
