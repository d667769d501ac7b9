"""Chronologies: lines one below the other that each begin with a year or a day of it, in order.

Before: ``1886年　建港`` / ``1945年 易手`` / ``2025年11月3日：宣布改建``; ``1961年生於某縣`` / ``1984年某校畢業``.
After: text, and items of a list; no line of facts, no title.
Never: paragraphs that begin with a year and a comma; dates that go to and fro; two lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import regex as re

FEWEST = 3
"""Entries of a chronology."""
LONGEST = 200
"""Characters of an entry."""

_MOMENT = re.compile(
    r"^(?:(?P<y>(?:1[0-9]|20)\d\d)|(?:民國|民国|西元|公元)\s?(?P<era>\d{1,4}))\s?"
    r"(?:年\s?(?:(?P<m>\d{1,2})\s?月\s?(?:(?P<d>\d{1,2})\s?[日號号])?)?"
    r"|[./-](?P<m2>\d{1,2})(?:[./-](?P<d2>\d{1,2}))?)?(?:[\s\u3000：:│|｜]+|\s?[—–-]{1,2}\s?)(?=[^\s\d，。、])"
)

_LIFE = re.compile(
    r"^(?P<y>(?:1[0-9]|20)\d\d)\s?年(?:\s?(?P<m>\d{1,2})\s?月)?(?=[\u3400-\u9fff])[^。！？；]*[^。！？；：，、]$"
)
"""A year and right behind it what it brought, no sentence, as in the box about a person: 1984年某某學校畢業."""
SHORT = 40
"""Characters of such an entry."""


def runs(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Half-open places of the chronologies among texts."""
    begin = 0
    while begin < len(texts):
        end, moments = begin, list[tuple[int, ...]]()
        while end < len(texts) and (moment := _moment(texts[end])):
            moments.append(moment)
            end += 1
        if len(moments) >= FEWEST and moments in (sorted(moments), sorted(moments, reverse=True)):
            yield begin, end
        begin = max(end, begin + 1)


def _moment(text: str) -> tuple[int, ...] | None:
    """The year, or year, month and day, at the start of an entry."""
    match = _MOMENT.match(text) if len(text) <= LONGEST else None
    if match is None and len(text) <= SHORT and (life := _LIFE.match(text)):
        return tuple(int(life[part]) for part in ("y", "m") if life[part])
    return tuple(int(match[part]) for part in ("y", "era", "m", "m2", "d", "d2") if match[part]) if match else None
