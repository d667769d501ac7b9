"""Which of two numbers is the day, where a page prints ``05/11/2025``: what else the page prints tells.

Before: ``07/08/2025 11:20 AM EDT`` above a text that was changed on ``07/15/2025``, or that tells of July 7.
After: 2025-07-08.
Never: a page that says nothing else of its days: there the day stands first, as in most countries.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import lru_cache

from jianbao import regex as re
from jianbao.structure.heads import written_dates
from jianbao.structure.heads.facts import Facts

NEAR = 45
"""Days between a text's day and another day that it prints, at most, for that one to tell the order."""
SAMPLE, MOST = 20_000, 200
"""Characters of a seed in which other days are looked for, and days that are compared."""

_PRINTED = re.compile(
    r"(?<![\d./-])(?P<one>0?[1-9]|[12]\d|3[01])(?P<mark>[./-])(?P<other>0?[1-9]|[12]\d|3[01])(?P=mark)(?P<y>(?:19|20)\d\d)(?![\d./-])"
)
_AMERICAN = re.compile(r"\b[ECMP][SD]?T\b")
"""Zones of the hour of a country where the month stands first."""
_DAY_OF_MONTH = re.compile(r"(?<!\d)(?P<m>1[0-2]|[1-9])\s?月\s?(?P<d>3[01]|[12]\d|[1-9])\s?[日號号]")


def settle(facts: Facts, text: str) -> None:
    """Turn the day and the month of the article's date where the seed's ``text`` tells that the month stands first."""
    printed = _PRINTED.search(facts.date_text) if facts.date is not None else None
    if facts.date is None or printed is None or printed["one"] == printed["other"] or not _turns(printed):
        return
    year, one, other = int(printed["y"]), int(printed["one"]), int(printed["other"])
    day_first, month_first = date(year, other, one), date(year, one, other)
    if facts.date.value == day_first.isoformat() and _is_month_first(day_first, month_first, facts.date_text, text):
        facts.date = replace(facts.date, value=month_first.isoformat())


def _turns(printed: re.Match[str]) -> bool:
    """Whether either number may be the month."""
    return int(printed["one"]) <= 12 and int(printed["other"]) <= 12


def _is_month_first(day_first: date, month_first: date, stated: str, text: str) -> bool:
    """Whether the month stands first: other dates of the same form tell, else the zone, else days near one reading."""
    told = _told(text)
    if told:
        return sum(told) > len(told) / 2
    if _AMERICAN.search(stated):
        return True
    days = _days(text, month_first.year)
    far = [min((abs(day - reading).days for day in days), default=NEAR + 1) for reading in (day_first, month_first)]
    return far[1] <= NEAR and far[1] < far[0]


@lru_cache(maxsize=2)
def _told(text: str) -> tuple[bool, ...]:
    """Of each date of the form that can be read in one way only, whether its month stands first."""
    return tuple(int(match["other"]) > 12 for match in _PRINTED.finditer(text) if not _turns(match))


@lru_cache(maxsize=4)
def _days(text: str, year: int) -> tuple[date, ...]:
    """The other days that a text prints, the first of them; one without a year is taken for one of ``year``."""
    text = text[:SAMPLE]
    printed = {match.start() for match in _PRINTED.finditer(text)}
    days = {
        date.fromisoformat(found.iso)
        for found in written_dates.find(text)
        if len(found.iso) == 10 and found.start not in printed
    }
    for match in _DAY_OF_MONTH.finditer(text):
        with suppress(ValueError):
            days.add(date(year, int(match["m"]), int(match["d"])))
    return tuple(sorted(days)[:MOST])
