"""What an expression means once its year is known: days, months, quarters, festivals as ISO values."""

from __future__ import annotations

from jianbao.knowledge.date_expression import Expression
from jianbao.knowledge.date_values import day_iso, festival_month, lunar_day, month_iso

FESTIVALS = ("春節", "新年", "除夕", "元宵", "端午", "中秋")
_NOW = ("此時", "這時候", "這個時候")


def in_month(e: Expression, year: int, month: int) -> str | None:
    """Day, range of days, month or range of months; None for a day that the calendar does not have."""
    if e.day is not None:
        iso = day_iso(year, month, e.day)
        upto = day_iso(year, month, e.day_upto) if e.day_upto else None
        return f"{iso}/{upto}" if iso and upto else iso
    first = month_iso(year, month)
    if e.month_upto is None or e.month_upto == month:
        return first
    return f"{first}/{month_iso(year + (e.month_upto < month), e.month_upto)}"


def in_lunar_year(e: Expression, year: int) -> str | None:
    """The day of a month and day of China's calendar; None where it is not known which day is meant.

    With a year of the common era (2026年臘月廿三), the last months belong to one or the next: such a day is not known.
    """
    if e.lunar != "china" or e.month is None or e.day is None:
        return None
    iso = lunar_day(year, -e.month if e.leap else e.month, e.day)
    own_year = e.era or e.cycle is not None
    return iso if iso and (own_year or iso.startswith(f"{year:04d}")) else None


def in_year(e: Expression, year: int, this_month: int | None) -> str:
    """The year, or the part of it that the words name; ``this_month``: for 去年此時."""
    if e.year_upto is not None:
        return f"{year:04d}/{e.year_upto:04d}"
    if e.months is not None:
        first, last = e.months
        return f"{month_iso(year, first)}/{month_iso(year, last)}"
    part = e.part.removeprefix("農曆")
    if part == "元旦":
        return f"{year:04d}-01-01"
    if part in _NOW and this_month is not None:
        return month_iso(year, this_month)
    return festival_month(year, part.removesuffix("節") or part) or festival_month(year, part) or f"{year:04d}"
