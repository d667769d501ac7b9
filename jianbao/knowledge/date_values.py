"""Calendar arithmetic of date findings: ISO values of days, weeks, months, years, decades and ranges of them."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from lunar_python import Lunar

SEASONS = {"春節": (1, 1), "新年": (1, 1), "除夕": (1, 1), "元宵": (1, 15), "端午": (5, 5), "中秋": (8, 15)}
"""Festivals of the lunar calendar, by lunar month and day."""


def day_iso(year: int, month: int, day: int) -> str | None:
    """``2026-02-08``, or None where the calendar has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def month_iso(year: int, month: int) -> str:
    """``2026-02``."""
    return f"{year:04d}-{month:02d}"


def week_iso(day: date) -> str:
    """The ISO week of a day: ``2026-W06``."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def add_months(year: int, month: int, shift: int) -> tuple[int, int]:
    """Year and month a number of months later or, if negative, before."""
    index = year * 12 + month - 1 + shift
    return index // 12, index % 12 + 1


def weekday_near(anchor: date, weekday: int, *, future: bool) -> date:
    """The last such weekday up to ``anchor``, or the first after it."""
    back = (anchor.isoweekday() - weekday) % 7
    day = anchor - timedelta(days=back)
    return day + timedelta(days=7) if future and day < anchor else day


@lru_cache(maxsize=1024)
def lunar_day(year: int, month: int, day: int) -> str | None:
    """The day of a month (negative: leap) and day of China's lunar calendar; None if there is none or it is not sure.

    Before 1645 the calendar was reckoned in another way.
    """
    if not 1645 <= year <= 2100:
        return None
    try:
        solar = Lunar.fromYmd(year, month, day).getSolar()
    except Exception:  # the library raises nothing more precise for a day that a month does not have
        return None
    return day_iso(solar.getYear(), solar.getMonth(), solar.getDay())


@lru_cache(maxsize=1024)
def festival_month(year: int, name: str) -> str | None:
    """The month in which a festival of the lunar calendar begins in a year; None for one not known."""
    place = SEASONS.get(name)
    if place is None or not 1900 <= year <= 2100:
        return None
    solar = Lunar.fromYmd(year, *place).getSolar()
    return month_iso(solar.getYear(), solar.getMonth())


def precision_of(iso: str) -> str:
    """day, week, month, quarter, year, decade or range."""
    if "/" in iso:
        first, _, last = iso.partition("/")
        months = len(first) == len(last) == 7 and first[:4] == last[:4] and "W" not in iso
        if months and int(last[5:]) - int(first[5:]) == 2 and int(first[5:]) % 3 == 1:
            return "quarter"
        return "range"
    if iso.endswith("X"):
        return "decade"
    if "W" in iso:
        return "week"
    return {4: "year", 7: "month", 10: "day"}[len(iso)]
