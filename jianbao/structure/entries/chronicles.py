"""Texts that tell one story by its stages, each below a headline and a day: they are one article.

Before: a title and a paragraph on the whole; ``道路恢復通車`` / ``2014年11月20日`` over text; further stages, the days
in order, and of all of them the first paragraph speaks
After: one article, the headlines its headings.
Never: a list of news, whose items speak of other things than what stands on top; items that name writers or outlets.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import mean

from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import title_words
from jianbao.word_lists import words

FEWEST = 3
"""Stages of a story."""
WIDEST = 24
"""Han characters of a stage's headline."""
LEAD = 40
"""Characters of what speaks of the whole."""
SHARED, NAMED = 0.12, 0.04
"""Share of the pairs of letters of the stages that come in the title and the first paragraphs, on average; the same
where the title says that the text is a chronicle, or the days are of several years."""
YEARS = 2
"""Years between the first and the last day that no list of news runs over."""
SAMPLE = 200
"""Characters of a stage that are looked at."""


def days(known: Sequence[Known], starts: Sequence[int]) -> list[int]:
    """The places of the days of the stages; empty where what begins at the ``starts`` is no one story."""
    if len(starts) <= FEWEST or starts[0]:
        return []
    top = known[: starts[1]]
    lead = "".join(item.plain for item in top if item.role is Role.BODY)
    if top[0].role is not Role.TITLE or len(lead) < LEAD or any(_is_day(item) for item in top):
        return []
    found: list[int] = []
    told: list[str] = []
    for begin, end in pairwise((*starts[1:], len(known))):
        day = next((index for index in range(begin, min(begin + 2, end)) if _is_day(known[index])), None)
        head = [item for item in known[begin : begin + 2] if item.role is Role.TITLE]
        rest = known[begin + 2 : end]
        if day is None or len(head) != 1 or not rest or any(item.role is not Role.BODY for item in rest):
            return []
        if shapes.width(head[0].plain) > WIDEST:
            return []
        found.append(day)
        told.append((head[0].plain + rest[0].plain)[:SAMPLE])
    dates = [meta.date for index in found if (meta := known[index].meta)]
    if dates != sorted(set(dates)):
        return []
    said = title_words.pairs_of(top[0].plain + "\n" + lead)
    years = int(dates[-1][:4]) - int(dates[0][:4])
    named = years >= YEARS or any(word in top[0].plain for word in words("chronicle_words"))
    shared = mean(title_words.share(text, said) for text in told)
    return found if shared >= (NAMED if named else SHARED) else []


def _is_day(item: Known) -> bool:
    """Whether a line says a day and nothing else."""
    meta = item.meta
    return meta is not None and len(meta.date) == 10 and shapes.key(item.plain) == shapes.key(meta.date_text)
