"""In which order briefings are numbered for search, and where the row of them is cut into files.

Oldest first, so that a new briefing comes last and moves no other one's number. Where a stretch is too long it is cut
before the briefing whose address has the least hash, and so on with both halves: where the cuts are depends on what is
near, and an edit moves no cut but, rarely, one of its own stretch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate
from zlib import crc32

MOST_CHARACTERS = 40_000
"""Of text in one ``texts`` file; a briefing is never cut, so the longest may be alone in a larger one."""
MOST_IN_GROUP = 1024
"""Briefings whose grams are coded together: what one edited briefing costs."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A briefing's place in the index of an edition. ``date`` is ISO or empty, ``characters`` its text's length."""

    slug: str
    date: str
    characters: int


def text_chunks(articles: Iterable[Listed]) -> list[tuple[str, ...]]:
    """The slugs that share a ``texts`` file, file by file, in the order of their numbers."""
    return _stretches(articles, lambda article: article.characters, MOST_CHARACTERS)


def gram_groups(articles: Iterable[Listed]) -> list[tuple[str, ...]]:
    """The slugs whose grams are coded together, group by group, in the order of their numbers."""
    return _stretches(articles, lambda article: 1, MOST_IN_GROUP)


def _stretches(articles: Iterable[Listed], size: Callable[[Listed], int], most: int) -> list[tuple[str, ...]]:
    ordered = sorted(articles, key=lambda article: (article.date, article.slug))
    ends = [0, *accumulate(map(size, ordered))]
    hashes = [crc32(article.slug.encode()) for article in ordered]
    found: list[tuple[str, ...]] = []
    waiting = [(0, len(ordered))]
    while waiting:
        first, last = waiting.pop()
        if last - first > 1 and ends[last] - ends[first] > most:
            cut = min(range(first + 1, last), key=lambda place: (hashes[place], place))
            waiting += [(cut, last), (first, cut)]
        elif first < last:
            found.append(tuple(article.slug for article in ordered[first:last]))
    return found
