"""Items of a list of the latest news: the time of day in front of each headline, a text below it.

Before: ``14:52 高麗航空復飛``, its text, ``[14:31] 日央行審議委員：不排除升息``, its text, … down the page.
After: each headline, its time apart, starts an article; the page's date holds for all; a headline over nothing leaves.
Never: the course of events within an article: its times rise below a headline, or below running text.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks import timed_turns
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.entries import stamps
from jianbao.structure.entries.patterns import Entries
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.structure.parts import Part

FEWEST = 3
"""Items with a text."""
HEAD = 8
"""Parts on top of a page among which such headlines run."""
WIDEST_NAME = 10
"""Han characters of a page's own name: a headline is wider."""

_ITEM = re.compile(
    r"^[\[【〔（(]?(?:(?:(?:19|20)\d\d[-/.年])?(?P<day>\d{1,2}(?:[-/.]|月)\d{1,2}日?)\s*)?"
    r"(?P<hour>[0-2]?\d)[:：](?P<minute>[0-5]\d)[\]】〕）)]?(?:[\s\u3000]*[|｜│丨／/·•][\s\u3000]*|[\s\u3000]+|(?<=[\]】〕）)]))(?=\S)"
)

_ZONE = re.compile(r"[（(]?(?:[\u3400-\u9fff]{2,6}(?:時間|时间)|GMT|UTC|[A-Z]{2,4}T)(?:[+-]\d{1,2}(?::\d{2})?)?[)）]?$")
"""The zone of a time, which is the page's own."""


def alone(known: Sequence[Known]) -> frozenset[int]:
    """The items over nothing: the headlines of other stories."""
    return frozenset(index for index in _items(known) if not _has_text(known, index)) or _ticker(known)


def _ticker(known: Sequence[Known]) -> frozenset[int]:
    """Timed headlines on top of a page, above the title of its text."""
    top = [index for index, item in enumerate(known[:HEAD]) if _headed(item)]
    text = next((index for index, item in enumerate(known) if item.role is Role.BODY and index not in top), len(known))
    title = next((index for index in range(text) if known[index].role is Role.TITLE and index not in top), text)
    above = [index for index in top if index < text]
    titled = (
        any(known[index].role is Role.TITLE and index not in top for index in range(above[-1], text))
        if above
        else False
    )
    return frozenset(above) if titled and len(above) < FEWEST and title < text else frozenset()


def find(known: Sequence[Known]) -> tuple[list[Known], Entries]:
    """The parts, the headlines among them told from their times, and the entries; none where there is no such list."""
    items = _items(known)
    found = list(known)
    facts: list[tuple[MetaLine, Part] | None] = []
    day, below = "", 0
    for index in items:
        for item in known[below:index]:
            day = item.meta.date if item.meta and len(item.meta.date) == 10 else day
        below = index
        plain = known[index].plain
        match = _ITEM.match(plain)
        end = match.end() if match else 0
        stamp = stamps.read(plain[:end].strip())
        date = (stamp.when(day) if stamp and (stamp.date or stamp.day) else "") or day
        meta = MetaLine(date=date, date_text=plain[:end].strip() if date != day else "", title=(end, len(plain)))
        found[index] = Known(known[index].part, Role.META, meta)
        facts.append(None)
    return found, Entries(tuple(items), 0, tuple(facts)) if items else Entries()


def _items(known: Sequence[Known]) -> list[int]:
    """The lines that begin with a time and have the shape of headlines; none if they are no list of news."""
    spoken = timed_turns.find([item.plain for item in known])
    matches = {index: match for index, item in enumerate(known) if index not in spoken and (match := _headed(item))}
    told = [index for index in matches if _has_text(known, index)]
    if len(told) < FEWEST or any(item.role in (Role.BODY, Role.BLOCK) for item in known[: told[0]]):
        return []
    times = [60 * int(matches[index]["hour"]) + int(matches[index]["minute"]) for index in told]
    dated = any(matches[index]["day"] for index in told)
    turns = sum(before < after for before, after in pairwise(times))
    names = all(
        shapes.width(item.plain) <= WIDEST_NAME and not shapes.is_loud(item.plain)
        for item in known[: told[0]]
        if item.role is Role.TITLE
    )
    falling = dated or turns <= max(1, len(times) // 10)
    return list(matches) if names and (falling or turns == len(times) - 1) else []


def _headed(item: Known) -> re.Match[str] | None:
    """The time in front of a headline."""
    plain = item.plain
    if len(plain) > 80 or item.role not in (Role.BODY, Role.TITLE) or (":" not in plain and "：" not in plain):
        return None
    match = _ITEM.match(plain)
    if match and _ZONE.match(plain, match.end()):
        return None
    return match if match and shapes.is_title_like(plain[match.end() :]) else None


def _has_text(known: Sequence[Known], index: int) -> bool:
    """Whether running text stands right below a headline, or below facts and pictures under it."""
    for item in known[index + 1 :]:
        if item.role in (Role.BODY, Role.BLOCK):
            return not _headed(item)
        if item.role not in (Role.META, Role.SIGNATURE, Role.CAPTION):
            return False
    return False
