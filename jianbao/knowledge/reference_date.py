"""The day that 今日, 上月, 去年 are counted from: stated, or inferred from the articles around, or unknown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from jianbao import regex as re
from jianbao.document import BlockKind, Edition
from jianbao.findings import ReferenceDate
from jianbao.knowledge.clauses import around
from jianbao.knowledge.date_context import FUTURE
from jianbao.knowledge.date_expression import Expression
from jianbao.knowledge.date_grammar import find_expressions

_BODY = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION, BlockKind.QUOTATION, BlockKind.BYLINE}
_END_CODE = re.compile(r"(?:^|[）)])\s*(1[0-4][0-9])([01][0-9])([0-3][0-9])\s*$")
_LINES_ABOVE = 3
_SHORT = 40
"""Characters of a line that may stand above a text with its date."""
_DOUBT = 10
"""Days of jumping that the date an article fixes by itself is worth."""
_WIDE = 15
"""Days of the month further apart than this belong to two months: the small ones are the later ones."""
_CHAIN = 3
"""So many dated articles in a row show in which direction of time a seed runs."""
_SANDWICH = 10
"""An article without a clue takes the date before it if the one after it is not further than so many days."""


@dataclass(frozen=True, slots=True)
class _Clue:
    """What an article says about its own day.

    ``stated``: the ISO date of its head; ``printed``: one that stands alone above its text. ``day``: of 今(20)日, or
    the last bare day that it tells as past. ``after``: the latest (month, day) that it tells as past. ``before``: the
    first bare day that it tells as to come. ``year``: its own, by 去(2025)年.
    """

    stated: str | None = None
    printed: bool = False
    day: int | None = None
    after: tuple[int, int] | None = None
    before: int | None = None
    year: int | None = None


def infer(editions: Sequence[Edition]) -> list[ReferenceDate]:
    """One reference date for each edition of a seed, in the order given, which is that of the seed.

    A date in an article's head is explicit. Without one, a day of the month (今(20)日, or the last that is told as
    past) becomes a date by the articles before and after: a collection runs in one direction of time. Only the year
    is inferred where nothing but 去(2025)年 is there. All else is unknown.
    """
    clues = [_clue(edition) for edition in editions]
    days = _chain(clues)
    years = _years(clues, days)
    out = []
    for clue, day, year in zip(clues, days, years, strict=True):
        if clue.stated:
            out.append(ReferenceDate(clue.stated, "inferred" if clue.printed else "explicit"))
        elif day is not None:
            out.append(ReferenceDate(day.isoformat(), "inferred"))
        elif year is not None:
            out.append(ReferenceDate(f"{year:04d}", "inferred"))
        else:
            out.append(ReferenceDate(None, "unknown"))
    return out


def _clue(edition: Edition) -> _Clue:
    if edition.meta.date is not None:
        return _Clue(stated=edition.meta.date.value)
    if stated := _end_code(edition):
        return _Clue(stated=stated)
    if printed := _above(edition):
        return _Clue(stated=printed, printed=True)
    year: int | None = None
    today: int | None = None
    bare: list[int] = []
    coming: list[int] = []
    after: list[tuple[int, int]] = []
    for block in edition.blocks:
        if block.kind not in _BODY:
            continue
        leaning = False
        told = 0
        for found in find_expressions(block.text):
            if found.year is not None and found.year_shift is not None:
                year = year or found.year - found.year_shift
            if found.day is None or found.lunar:
                leaning = leaning or found.has_year or found.month is not None
            elif found.day_shift is not None:
                today = today or max(found.day - found.day_shift, 1)
            elif not found.has_year:
                future = _to_come(block.text, found)
                if found.month is not None and not future:
                    after.append((found.month, found.day))
                # A bare day that cannot lean on the day told before it in the paragraph speaks of the present.
                elif found.month is None and found.month_shift is None and (not leaning or found.day < told):
                    (coming if future else bare).append(found.day)
                leaning, told = leaning or found.month is not None, found.day if found.month else told
            else:
                leaning, told = True, 0
    if today is None and bare:
        today = max(day for day in bare if day <= _WIDE or max(bare) - min(bare) <= _WIDE)
    return _Clue(None, False, today, max(after, default=None), min(coming, default=None), year)


def _end_code(edition: Edition) -> str | None:
    """The date that news agencies of Taiwan put at the end: （編輯：蕭博文）1150115."""
    body = [block.text for block in edition.blocks if block.kind in _BODY]
    match = _END_CODE.search(body[-1]) if body else None
    day = _date(1911 + int(match[1]), int(match[2]), int(match[3])) if match else None
    return day.isoformat() if day else None


def _above(edition: Edition) -> str | None:
    """The day of a short line above the text that is little else: 2026-02-14 by 阿哲."""
    above = [block for block in edition.blocks if block.kind in _BODY or block.kind == BlockKind.HEADING]
    for block in above[:_LINES_ABOVE]:
        found = find_expressions(block.text) if len(block.text) <= _SHORT else []
        first = found[0] if len(found) == 1 else None
        if first is not None and first.year and first.month and first.day and not first.lunar and not first.until:
            rest = block.text[: first.start] + block.text[first.end :]
            day = _date(first.year, first.month, first.day)
            if day is not None and len(rest) <= _SHORT // 2 and not rest.rstrip().endswith(("。", "！", "？")):
                return day.isoformat()
        if len(block.text) > _SHORT:
            return None
    return None


def _to_come(text: str, found: Expression) -> bool:
    """Whether the clause around a date speaks of the future."""
    return any(FUTURE.search(part) for part in around(text, found.start, found.end))


def _chain(clues: Sequence[_Clue]) -> list[date | None]:
    """A day for each article that has a clue, so that the seed as a whole jumps as little as it can."""
    year = next((clue.year for clue in clues if clue.year), None)
    own = [_own_day(clue, clue.year or year) for clue in clues]
    if not any(own):
        return own
    best = min((_path(clues, own, way) for way in (-1, 1, 0)), key=lambda found: found[0])
    return _fill(clues, best[1])


def _path(clues: Sequence[_Clue], own: Sequence[date | None], way: int) -> tuple[int, list[date | None]]:
    """The cheapest row of days, and its cost; ``way`` is the direction of time (0: none, at a price)."""
    low, high = min(day for day in own if day), max(day for day in own if day)
    out: list[date | None] = [None] * len(clues)
    rows: list[tuple[int, dict[date, tuple[int, date | None]]]] = []
    for index, clue in enumerate(clues):
        costs = _options(clue, own[index], low, high)
        if not costs:
            continue
        previous = rows[-1][1] if rows else {}
        row: dict[date, tuple[int, date | None]] = {}
        for day, cost in costs.items():
            reached = min(((total + _step(old, day, way), old) for old, (total, _) in previous.items()), default=None)
            row[day] = (cost + reached[0], reached[1]) if reached else (cost, None)
        rows.append((index, row))
    day = min(rows[-1][1], key=lambda item: (rows[-1][1][item][0], item))
    total = rows[-1][1][day][0] + (len(rows) if way == 0 else 0)
    for index, row in reversed(rows):
        out[index] = day
        day = row[day][1] or day
    return total, out


def _options(clue: _Clue, own: date | None, low: date, high: date) -> dict[date, int]:
    """The days an article may have, with what each costs: none for the day that its own clues fix."""
    if clue.stated:
        return {own: 0} if own else {}
    if clue.day is None:
        return {}
    first, last = low.year * 12 + low.month - 1, high.year * 12 + high.month - 1
    days = (_date(index // 12, index % 12 + 1, clue.day) for index in range(first - 1, min(last, first + 36) + 2))
    return {day: 0 if day == own else _DOUBT for day in days if day} | ({own: 0} if own else {})


def _step(old: date, day: date, way: int) -> int:
    away = (day - old).days
    return abs(away) * (4 if way and away * way < 0 else 1)


def _own_day(clue: _Clue, year: int | None) -> date | None:
    """The day that an article's own clues fix: its head's, or the first day of that number after the latest told."""
    if clue.stated:
        return date.fromisoformat(clue.stated) if len(clue.stated) == 10 else None
    if clue.day is None or clue.after is None or year is None:
        return None
    month = clue.after[0] if clue.day >= clue.after[1] else clue.after[0] + 1
    return _date(year + (month > 12), (month - 1) % 12 + 1, clue.day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _direction(days: Sequence[date | None]) -> int:
    """1 for a seed that runs forward in time, -1 for the newest first, 0 where it is not clear."""
    known = [day for day in days if day]
    steps = [(b - a).days for a, b in pairwise(known) if a != b]
    if len(known) < _CHAIN:
        return 0
    forward, backward = sum(step > 0 for step in steps), sum(step < 0 for step in steps)
    return 1 if forward >= 3 * backward and forward else -1 if backward >= 3 * forward and backward else 0


def _fill(clues: Sequence[_Clue], days: list[date | None]) -> list[date | None]:
    """Days for articles without a clue that stand between two of nearly the same day."""
    out = list(days)
    for index, day in enumerate(days):
        if day is not None or clues[index].stated:
            continue
        earlier = next((item for item in reversed(days[:index]) if item), None)
        later = next((item for item in days[index + 1 :] if item), None)
        if earlier and later and _direction(days) and abs((later - earlier).days) <= _SANDWICH:
            out[index] = later
    return out


def _years(clues: Sequence[_Clue], days: Sequence[date | None]) -> list[int | None]:
    """Years for articles without a day: their own, or that of a seed that runs in one direction."""
    runs = _direction(days) != 0
    out: list[int | None] = []
    for index, clue in enumerate(clues):
        around = [item for item in (*reversed(days[:index]), *days[index + 1 :]) if item] if runs else []
        out.append(clue.year or (around[0].year if around else None))
    return out
