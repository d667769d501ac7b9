"""From date expressions to values: against the reference date, or carried over from the date told before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from jianbao.findings import ReferenceDate
from jianbao.knowledge.date_context import NOTHING_TOLD, UNKNOWN, Context, Told, Value
from jianbao.knowledge.date_expression import Expression
from jianbao.knowledge.date_parts import FESTIVALS, in_lunar_year, in_month, in_year
from jianbao.knowledge.date_values import add_months, day_iso, month_iso, week_iso, weekday_near

_REACH = 3
"""Days that a bare 8日 may lie ahead of the reference date without a word of the future."""
_AHEAD = 4
"""Months that a bare 11月 may lie ahead of the reference date without a word of the future."""
_NEAR = 3
"""Years; where a paragraph tells of a year further off, 兩年前 may count from there."""
_LONG_AGO = 15
"""Years; beside what is told of a time so far off, 今天 is nowadays."""
_COMPARED = ("較", "比", "較之", "相較於", "相比")
"""Before 上月: the month before the one that the figures are of."""
_FRESH = 45
"""Days between a month and day and the reference date within which they lean on it, not on the year told before."""


class Resolver:
    """Resolves the expressions of one article, which must come in text order."""

    def __init__(self, reference: ReferenceDate) -> None:
        """``reference`` may be a day, a month or a year; what is finer than it stays unresolved."""
        parts = [int(part) for part in (reference.iso or "").split("-") if part.isdigit()]
        self._year = parts[0] if parts else None
        self._month = parts[1] if len(parts) > 1 else None
        self._today = date(parts[0], parts[1], parts[2]) if len(parts) > 2 else None
        self._told = Told()
        self._days: dict[int, date] = {}
        self._period: tuple[int, int] | None = None

    @property
    def this_year(self) -> str:
        """The year of the reference date as an ISO value, "" where it has none."""
        return f"{self._year:04d}" if self._year is not None else ""

    def resolve(self, expression: Expression, context: Context) -> Value:
        """The value of one expression; it is remembered for those after it."""
        value = self._value(expression, context)
        if expression.until is not None and value.iso:
            value = self._range(expression, value, context)
        return value

    def _range(self, expression: Expression, value: Value, context: Context) -> Value:
        assert expression.until is not None and value.iso is not None
        first = value.iso
        told = self._told
        last_part = expression.until
        if not last_part.has_year and last_part.month is not None and told.year is not None:
            earlier = told.month is not None and last_part.month < told.month
            last_part = replace(last_part, year=told.year + (1 if earlier else 0))
        elif last_part.month is None and last_part.day is not None and told.month is not None:
            last_part = replace(last_part, year=told.year, month=told.month)
        last = self._value(last_part, context)
        if last.iso is None or "/" in first or "/" in last.iso or "X" in first + last.iso:
            return value
        return Value(f"{first}/{last.iso}", value.certainty, value.basis) if first < last.iso else value

    def _value(self, e: Expression, context: Context) -> Value:
        if e.decade:
            return Value(e.decade, "explicit", "stated")
        if e.has_year:
            return self._with_year(e, context)
        if e.anchor == "told":
            return self._told_value(e, context)
        if e.week_shift is not None or (e.weekday is not None and e.day is None):
            return self._weekday(e, context)
        if e.day_shift is not None:
            return self._day_shift(e, context)
        if e.month_shift is not None:
            return self._month_shift(e, context)
        if e.month is not None:
            return self._bare_month(e, context)
        if e.day is not None:
            return self._bare_day(e, context)
        return self._bare_part(e, context)

    # -- years ---------------------------------------------------------------------------------------------------
    def _with_year(self, e: Expression, context: Context) -> Value:
        if e.ago and self._told_elsewhen(context):
            return UNKNOWN
        year, certainty, basis = self._year_of(e)
        if year is None:
            return Value(None, "inferred", basis)
        deictic = e.year is None and e.anchor == "reference"
        if e.day_shift is not None:
            return self._anniversary(year)
        if e.part == "同月":
            return self._same_month(e, year, context)
        if e.month is not None and e.lunar:
            return self._with_lunar(e, year, Value(None, certainty, basis), context)
        if e.month is not None:
            iso = in_month(e, year, e.month)
            if e.day is None and e.month_upto is None:
                self._period = self._period or (year, e.month)
            self._tell(context, year, e.month, e.day, deictic)
            return Value(iso or f"{year:04d}", certainty, basis)
        self._tell(context, year, None, None, deictic)
        iso = in_year(e, year, self._month)
        if e.part.removeprefix("農曆").startswith(FESTIVALS):
            return Value(iso, "inferred", "season")
        return Value(iso, certainty, basis)

    def _anniversary(self, year: int) -> Value:
        """七十年前的今天: the day of the reference date in another year."""
        return Value(day_iso(year, self._today.month, self._today.day)) if self._today is not None else UNKNOWN

    def _same_month(self, e: Expression, year: int, context: Context) -> Value:
        """上年同月: a year before the month that the text is about, else before the month of the reference date."""
        about = self._month_told(context)
        if about is not None:
            return Value(month_iso(about[0] + (e.year_shift or 0), about[1]), "inferred", "carried")
        return Value(month_iso(year, self._month)) if self._month is not None else Value(f"{year:04d}")

    def _month_told(self, context: Context) -> tuple[int, int] | None:
        """The month that figures are compared from: the last one told nearby, else the first that the text states."""
        told = self._told
        if told.month is not None and told.year is not None and context.block - told.block <= 1:
            return told.year, told.month
        return self._period

    def _year_of(self, e: Expression) -> tuple[int | None, str, str]:
        """The year, how certain it is, and what it rests on."""
        if e.year is not None:
            return e.year, "explicit", "era" if e.era else "stated"
        if e.cycle is not None:
            near = () if self._year is None else (self._year, self._year - 1, self._year + 1)
            return next((year for year in near if (year - 4) % 60 == e.cycle), None), "inferred", "ref_date"
        if e.anchor == "told":
            told = self._told.year
            return None if told is None else told + (e.year_shift or 0), "inferred", "carried"
        return None if self._year is None else self._year + (e.year_shift or 0), "inferred", "ref_date"

    def _with_lunar(self, e: Expression, year: int, unknown: Value, context: Context) -> Value:
        """A month, or a day, of the lunar calendar: the day where it is sure, the year of a lone month."""
        iso = in_lunar_year(e, year)
        if iso is not None:
            day = date.fromisoformat(iso)
            self._tell(context, day.year, day.month, day.day, e.year is None)
            return replace(unknown, iso=iso)
        self._tell(context, year, None, None, e.year is None)
        sure = e.lunar == "japan" or e.era or e.day is None
        return replace(unknown, iso=f"{year:04d}") if sure else unknown

    def _told_elsewhen(self, context: Context) -> bool:
        """Whether the paragraph is about another year than the reference date's: 兩年前 may count from there."""
        told = self._told
        if told.block != context.block or told.deictic or told.year is None or self._year is None:
            return False
        return abs(told.year - self._year) > _NEAR

    # -- what leans on the date told before ----------------------------------------------------------------------
    def _told_value(self, e: Expression, context: Context) -> Value:
        told, near = self._told, context.block - self._told.block <= 2
        if not near or told.year is None:
            return NOTHING_TOLD
        if e.day_shift is not None:
            if told.month is None or told.day is None:
                return NOTHING_TOLD
            day = self._shifted(date(told.year, told.month, told.day), e.day_shift)
            if day is None:
                return NOTHING_TOLD
            self._tell(context, day.year, day.month, day.day, told.deictic)
            return Value(day.isoformat(), "inferred", "carried")
        if told.month is None or e.month_shift is None:
            return NOTHING_TOLD
        year, month = add_months(told.year, told.month, e.month_shift)
        self._tell(context, year, month, e.day, told.deictic)
        return Value(in_month(e, year, month), "inferred", "carried")

    # -- what leans on the reference date ------------------------------------------------------------------------
    def _weekday(self, e: Expression, context: Context) -> Value:
        if self._today is None or (e.ago and self._told_elsewhen(context)):
            return UNKNOWN
        if e.week_shift is None:
            assert e.weekday is not None
            day = weekday_near(self._today, e.weekday, future=context.future or context.until)
        else:
            monday = self._today - timedelta(days=self._today.isoweekday() - 1) + timedelta(weeks=e.week_shift)
            if e.weekday is None:
                return Value(week_iso(monday))
            day = monday + timedelta(days=e.weekday - 1)
        self._tell(context, day.year, day.month, day.day, True)
        return Value(day.isoformat())

    def _day_shift(self, e: Expression, context: Context) -> Value:
        if e.ago and self._told_elsewhen(context):
            return UNKNOWN
        if e.day_shift == 0 and e.day is None and self._nowadays(context):
            return UNKNOWN
        anchor = self._today
        if context.quoted and self._told.day and self._told.block == context.block and self._told.year:
            anchor = date(self._told.year, self._told.month or 1, self._told.day)
        if anchor is None:
            return UNKNOWN
        day = self._shifted(anchor, e.day_shift or 0)
        if day is None:
            return UNKNOWN
        if e.day is not None and day.day != e.day:
            return self._bare_day(replace(e, day_shift=None), context)
        if not context.quoted:
            self._tell(context, day.year, day.month, day.day, True)
        return Value(day.isoformat())

    def _nowadays(self, context: Context) -> bool:
        """Whether 今天 is set against a time long past, told of in the sentence before: it is no day then."""
        told = self._told
        if told.year is None or self._year is None or told.deictic or told.block != context.block:
            return False
        return self._year - told.year >= _LONG_AGO and context.sentence - told.sentence <= 1

    @staticmethod
    def _shifted(day: date, days: int) -> date | None:
        try:
            return day + timedelta(days=days)
        except OverflowError:
            return None

    def _month_shift(self, e: Expression, context: Context) -> Value:
        told = self._told
        if e.anchor == "either" and told.month and told.year and told.sentence == context.sentence:
            year, month = told.year, told.month
            return Value(month_iso(year, month), "inferred", "carried")
        about = self._month_told(context) if e.month_shift == -1 and context.before.endswith(_COMPARED) else None
        if about is not None:
            return Value(month_iso(*add_months(*about, -1)), "inferred", "carried")
        if e.ago and self._told_elsewhen(context):
            return UNKNOWN
        if self._year is None or self._month is None:
            return UNKNOWN
        year, month = add_months(self._year, self._month, e.month_shift or 0)
        if e.month is not None and e.month != month:
            return self._bare_month(replace(e, month_shift=None), context)
        self._tell(context, year, month, e.day, True)
        return Value(in_month(e, year, month))

    def _bare_month(self, e: Expression, context: Context) -> Value:
        assert e.month is not None
        if e.lunar:
            return UNKNOWN
        told = self._told
        near = self._near(e, e.month, context)
        carried = self._carried_year(e, context, near)
        if carried is not None:
            self._tell(context, carried, e.month, e.day, told.deictic)
            return Value(in_month(e, carried, e.month), "inferred", "carried")
        if near is None:
            return UNKNOWN
        self._tell(context, near, e.month, e.day, True)
        return Value(in_month(e, near, e.month))

    def _near(self, e: Expression, month: int, context: Context) -> int | None:
        """The year that the reference date suggests for a month."""
        if self._year is None or self._month is None:
            return self._year if context.future else None
        ahead = month - self._month
        if ahead >= _AHEAD and not context.future:
            return self._year - 1
        if ahead <= -_AHEAD * 2 and context.future:
            return self._year + 1
        return self._year

    def _carried_year(self, e: Expression, context: Context, near: int | None) -> int | None:
        """The year of the date told before, if this month leans on it rather than on the reference date."""
        told = self._told
        if told.year is None or told.since:
            return None
        if near is None:
            return told.year if context.block - told.block <= 2 else None
        if told.block != context.block:
            return None
        if told.deictic and told.year == self._year:
            later = told.month is not None and e.month is not None and (self._month or 0) < told.month <= e.month
            return told.year if later else None
        if told.deictic and (told.month or 0) > (e.month or 0) and near > told.year:
            return None
        if (told.month or 0) > (e.month or 0) and near == told.year + 1:
            return None
        if told.sentence == context.sentence or told.deictic:
            return told.year if not (told.deictic and context.future and told.year < near) else None
        if told.month is None or context.sentence - told.sentence > 2:
            return None
        fresh = e.day is not None and self._today is not None and self._age(near, e.month or 1, e.day) <= _FRESH
        return None if fresh else told.year

    def _age(self, year: int, month: int, day: int) -> int:
        """Days between a date and the reference date."""
        try:
            return abs(((self._today or date.min) - date(year, month, day)).days)
        except ValueError:
            return 10**6

    def _bare_day(self, e: Expression, context: Context) -> Value:
        assert e.day is not None
        told = self._told
        same = told.block == context.block and told.month is not None and told.year is not None
        if same and (told.day or 0) <= e.day and (told.sentence == context.sentence or self._today is None):
            assert told.year is not None and told.month is not None
            iso = in_month(e, told.year, told.month)
            self._tell(context, told.year, told.month, e.day, told.deictic)
            return Value(iso, "inferred", "carried")
        if self._today is None:
            return UNKNOWN
        if e.day in self._days:
            year, month = self._days[e.day].year, self._days[e.day].month
        else:
            shift = 0
            if e.day > self._today.day + _REACH and not context.future:
                shift = -1
            elif e.day < self._today.day - 20 and context.future:
                shift = 1
            year, month = add_months(self._today.year, self._today.month, shift)
        iso = in_month(e, year, month)
        if iso:
            self._days.setdefault(e.day, date(year, month, e.day))
            self._tell(context, year, month, e.day, True)
        return Value(iso)

    def _bare_part(self, e: Expression, context: Context) -> Value:
        """年底, 下半年, 第三季 without a year."""
        told = self._told
        if told.year is not None and told.block == context.block and context.sentence - told.sentence <= 1:
            return Value(in_year(e, told.year, self._month), "inferred", "carried")
        if self._year is None:
            return UNKNOWN
        year = self._year
        if e.months is not None and self._month is not None and not context.future:
            year -= e.months[0] > self._month
        return Value(in_year(e, year, self._month))

    def _tell(self, context: Context, year: int, month: int | None, day: int | None, deictic: bool) -> None:
        since = context.since and month is None
        if month and day and day_iso(year, month, day) is None:
            day = None  # 2月30日 is no day to count from
        self._told = Told(year, month, day, context.block, context.sentence, since, deictic)
