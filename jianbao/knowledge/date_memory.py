"""What an article has told of days so far, and the day that it is read from: what 8日, 三月 and 同年 lean on."""

from __future__ import annotations

from datetime import date

from jianbao.findings import ReferenceDate
from jianbao.knowledge.date_context import Context, Told
from jianbao.knowledge.date_expression import Expression
from jianbao.knowledge.date_values import day_iso

_AHEAD = 4
"""Months that a bare 11月 may lie ahead of the reference date without a word of the future."""
_NEAR = 3
"""Years; where a paragraph tells of a year further off, 兩年前 may count from there."""
_LONG_AGO = 15
"""Years; beside what is told of a time so far off, 今天 is nowadays."""
_FRESH = 45
"""Days between a month and day and the reference date within which they lean on it, not on the year told before."""


class Memory:
    """The state that resolving the dates of one article keeps.

    ``year``, ``month``, ``today`` of the reference date, as far as it states them; ``told``: the date told before;
    ``days``: which day a bare number meant; ``period``: the first month that the text states.
    """

    def __init__(self, reference: ReferenceDate) -> None:
        """``reference`` may be a day, a month or a year; what is finer than it stays unresolved."""
        parts = [int(part) for part in (reference.iso or "").split("-") if part.isdigit()]
        self.year = parts[0] if parts else None
        self.month = parts[1] if len(parts) > 1 else None
        self.today = date(parts[0], parts[1], parts[2]) if len(parts) > 2 else None
        self.told = Told()
        self.days: dict[int, date] = {}
        self.period: tuple[int, int] | None = None

    def month_told(self, context: Context) -> tuple[int, int] | None:
        """The month that figures are compared from: the last one told nearby, else the first that the text states."""
        told = self.told
        if told.month is not None and told.year is not None and context.block - told.block <= 1:
            return told.year, told.month
        return self.period

    def told_elsewhen(self, context: Context) -> bool:
        """Whether the paragraph is about another year than the reference date's: 兩年前 may count from there."""
        told = self.told
        if told.block != context.block or told.deictic or told.year is None or self.year is None:
            return False
        return abs(told.year - self.year) > _NEAR

    def nowadays(self, context: Context) -> bool:
        """Whether 今天 is set against a time long past, told of in the sentence before: it is no day then."""
        told = self.told
        if told.year is None or self.year is None or told.deictic or told.block != context.block:
            return False
        return self.year - told.year >= _LONG_AGO and context.sentence - told.sentence <= 1

    def near_year(self, month: int, context: Context) -> int | None:
        """The year that the reference date suggests for a month."""
        if self.year is None or self.month is None:
            return self.year if context.future else None
        ahead = month - self.month
        if ahead >= _AHEAD and not context.future:
            return self.year - 1
        if ahead <= -_AHEAD * 2 and context.future:
            return self.year + 1
        return self.year

    def carried_year(self, e: Expression, context: Context, near: int | None) -> int | None:
        """The year of the date told before, if this month leans on it rather than on the reference date."""
        told = self.told
        if told.year is None or told.since:
            return None
        if near is None:
            return told.year if context.block - told.block <= 2 else None
        if told.block != context.block:
            return None
        if told.deictic and told.year == self.year:
            later = told.month is not None and e.month is not None and (self.month or 0) < told.month <= e.month
            return told.year if later else None
        if told.deictic and (told.month or 0) > (e.month or 0) and near > told.year:
            return None
        if (told.month or 0) > (e.month or 0) and near == told.year + 1:
            return None
        if told.sentence == context.sentence or told.deictic:
            return told.year if not (told.deictic and context.future and told.year < near) else None
        if told.month is None or context.sentence - told.sentence > 2:
            return None
        fresh = e.day is not None and self.today is not None and self.age(near, e.month or 1, e.day) <= _FRESH
        return None if fresh else told.year

    def age(self, year: int, month: int, day: int) -> int:
        """Days between a date and the reference date."""
        try:
            return abs(((self.today or date.min) - date(year, month, day)).days)
        except ValueError:
            return 10**6

    def tell(self, context: Context, year: int, month: int | None, day: int | None, deictic: bool) -> None:
        """A date was told. ``deictic``: it was counted from the reference date, not stated."""
        since = context.since and month is None
        if month and day and day_iso(year, month, day) is None:
            day = None  # 2月30日 is no day to count from
        self.told = Told(year, month, day, context.block, context.sentence, since, deictic)
