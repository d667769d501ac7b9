"""From date expressions to values: against the reference date, or carried over from the date told before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from jianbao.findings import ReferenceDate
from jianbao.knowledge.date_context import NOTHING_TOLD, UNKNOWN, Context, Value
from jianbao.knowledge.date_expression import Expression
from jianbao.knowledge.date_memory import Memory
from jianbao.knowledge.date_parts import FESTIVALS, in_lunar_year, in_month, in_year
from jianbao.knowledge.date_values import add_months, day_iso, month_iso, week_iso, weekday_near

_REACH = 3
"""Days that a bare 8日 may lie ahead of the reference date without a word of the future."""
_COMPARED = ("較", "比", "較之", "相較於", "相比")
"""Before 上月: the month before the one that the figures are of."""


class Resolver:
    """Resolves the expressions of one article, which must come in text order."""

    def __init__(self, reference: ReferenceDate) -> None:
        """``reference`` may be a day, a month or a year; what is finer than it stays unresolved."""
        self._memory = Memory(reference)

    @property
    def this_year(self) -> str:
        """The year of the reference date as an ISO value, "" where it has none."""
        return f"{self._memory.year:04d}" if self._memory.year is not None else ""

    def resolve(self, expression: Expression, context: Context) -> Value:
        """The value of one expression; it is remembered for those after it."""
        value = self._value(expression, context)
        if expression.until is not None and value.iso:
            value = self._range(expression, value, context)
        return value

    def _range(self, expression: Expression, value: Value, context: Context) -> Value:
        assert expression.until is not None and value.iso is not None
        first = value.iso
        told = self._memory.told
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
        if e.ago and self._memory.told_elsewhen(context):
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
                self._memory.period = self._memory.period or (year, e.month)
            self._memory.tell(context, year, e.month, e.day, deictic)
            return Value(iso or f"{year:04d}", certainty, basis)
        self._memory.tell(context, year, None, None, deictic)
        iso = in_year(e, year, self._memory.month)
        if e.part.removeprefix("農曆").startswith(FESTIVALS):
            return Value(iso, "inferred", "season")
        return Value(iso, certainty, basis)

    def _anniversary(self, year: int) -> Value:
        """七十年前的今天: the day of the reference date in another year."""
        today = self._memory.today
        return Value(day_iso(year, today.month, today.day)) if today is not None else UNKNOWN

    def _same_month(self, e: Expression, year: int, context: Context) -> Value:
        """上年同月: a year before the month that the text is about, else before the month of the reference date."""
        about = self._memory.month_told(context)
        if about is not None:
            return Value(month_iso(about[0] + (e.year_shift or 0), about[1]), "inferred", "carried")
        return Value(month_iso(year, self._memory.month)) if self._memory.month is not None else Value(f"{year:04d}")

    def _year_of(self, e: Expression) -> tuple[int | None, str, str]:
        """The year, how certain it is, and what it rests on."""
        if e.year is not None:
            return e.year, "explicit", "era" if e.era else "stated"
        if e.cycle is not None:
            now = self._memory.year
            near = () if now is None else (now, now - 1, now + 1)
            return next((year for year in near if (year - 4) % 60 == e.cycle), None), "inferred", "ref_date"
        if e.anchor == "told":
            told = self._memory.told.year
            return None if told is None else told + (e.year_shift or 0), "inferred", "carried"
        return None if self._memory.year is None else self._memory.year + (e.year_shift or 0), "inferred", "ref_date"

    def _with_lunar(self, e: Expression, year: int, unknown: Value, context: Context) -> Value:
        """A month, or a day, of the lunar calendar: the day where it is sure, the year of a lone month."""
        iso = in_lunar_year(e, year)
        if iso is not None:
            day = date.fromisoformat(iso)
            self._memory.tell(context, day.year, day.month, day.day, e.year is None)
            return replace(unknown, iso=iso)
        self._memory.tell(context, year, None, None, e.year is None)
        sure = e.lunar == "japan" or e.era or e.day is None
        return replace(unknown, iso=f"{year:04d}") if sure else unknown

    # -- what leans on the date told before ----------------------------------------------------------------------
    def _told_value(self, e: Expression, context: Context) -> Value:
        told, near = self._memory.told, context.block - self._memory.told.block <= 2
        if not near or told.year is None:
            return NOTHING_TOLD
        if e.day_shift is not None:
            if told.month is None or told.day is None:
                return NOTHING_TOLD
            day = self._shifted(date(told.year, told.month, told.day), e.day_shift)
            if day is None:
                return NOTHING_TOLD
            self._memory.tell(context, day.year, day.month, day.day, told.deictic)
            return Value(day.isoformat(), "inferred", "carried")
        if told.month is None or e.month_shift is None:
            return NOTHING_TOLD
        year, month = add_months(told.year, told.month, e.month_shift)
        self._memory.tell(context, year, month, e.day, told.deictic)
        return Value(in_month(e, year, month), "inferred", "carried")

    # -- what leans on the reference date ------------------------------------------------------------------------
    def _weekday(self, e: Expression, context: Context) -> Value:
        today = self._memory.today
        if today is None or (e.ago and self._memory.told_elsewhen(context)):
            return UNKNOWN
        if e.week_shift is None:
            assert e.weekday is not None
            day = weekday_near(today, e.weekday, future=context.future or context.until)
        else:
            monday = today - timedelta(days=today.isoweekday() - 1) + timedelta(weeks=e.week_shift)
            if e.weekday is None:
                return Value(week_iso(monday))
            day = monday + timedelta(days=e.weekday - 1)
        self._memory.tell(context, day.year, day.month, day.day, True)
        return Value(day.isoformat())

    def _day_shift(self, e: Expression, context: Context) -> Value:
        if e.ago and self._memory.told_elsewhen(context):
            return UNKNOWN
        if e.day_shift == 0 and e.day is None and self._memory.nowadays(context):
            return UNKNOWN
        anchor = self._memory.today
        told = self._memory.told
        if context.quoted and told.day and told.block == context.block and told.year:
            anchor = date(told.year, told.month or 1, told.day)
        if anchor is None:
            return UNKNOWN
        day = self._shifted(anchor, e.day_shift or 0)
        if day is None:
            return UNKNOWN
        if e.day is not None and day.day != e.day:
            return self._bare_day(replace(e, day_shift=None), context)
        if not context.quoted:
            self._memory.tell(context, day.year, day.month, day.day, True)
        return Value(day.isoformat())

    @staticmethod
    def _shifted(day: date, days: int) -> date | None:
        try:
            return day + timedelta(days=days)
        except OverflowError:
            return None

    def _month_shift(self, e: Expression, context: Context) -> Value:
        told = self._memory.told
        if e.anchor == "either" and told.month and told.year and told.sentence == context.sentence:
            year, month = told.year, told.month
            return Value(month_iso(year, month), "inferred", "carried")
        about = self._memory.month_told(context) if e.month_shift == -1 and context.before.endswith(_COMPARED) else None
        if about is not None:
            return Value(month_iso(*add_months(*about, -1)), "inferred", "carried")
        if e.ago and self._memory.told_elsewhen(context):
            return UNKNOWN
        if self._memory.year is None or self._memory.month is None:
            return UNKNOWN
        year, month = add_months(self._memory.year, self._memory.month, e.month_shift or 0)
        if e.month is not None and e.month != month:
            return self._bare_month(replace(e, month_shift=None), context)
        self._memory.tell(context, year, month, e.day, True)
        return Value(in_month(e, year, month))

    def _bare_month(self, e: Expression, context: Context) -> Value:
        assert e.month is not None
        if e.lunar:
            return UNKNOWN
        told = self._memory.told
        near = self._memory.near_year(e.month, context)
        carried = self._memory.carried_year(e, context, near)
        if carried is not None:
            self._memory.tell(context, carried, e.month, e.day, told.deictic)
            return Value(in_month(e, carried, e.month), "inferred", "carried")
        if near is None:
            return UNKNOWN
        self._memory.tell(context, near, e.month, e.day, True)
        return Value(in_month(e, near, e.month))

    def _bare_day(self, e: Expression, context: Context) -> Value:
        assert e.day is not None
        told = self._memory.told
        same = told.block == context.block and told.month is not None and told.year is not None
        if same and (told.day or 0) <= e.day and (told.sentence == context.sentence or self._memory.today is None):
            assert told.year is not None and told.month is not None
            iso = in_month(e, told.year, told.month)
            self._memory.tell(context, told.year, told.month, e.day, told.deictic)
            return Value(iso, "inferred", "carried")
        if self._memory.today is None:
            return UNKNOWN
        if e.day in self._memory.days:
            year, month = self._memory.days[e.day].year, self._memory.days[e.day].month
        else:
            shift = 0
            if e.day > self._memory.today.day + _REACH and not context.future:
                shift = -1
            elif e.day < self._memory.today.day - 20 and context.future:
                shift = 1
            year, month = add_months(self._memory.today.year, self._memory.today.month, shift)
        iso = in_month(e, year, month)
        if iso:
            self._memory.days.setdefault(e.day, date(year, month, e.day))
            self._memory.tell(context, year, month, e.day, True)
        return Value(iso)

    def _bare_part(self, e: Expression, context: Context) -> Value:
        """年底, 下半年, 第三季 without a year."""
        told = self._memory.told
        if told.year is not None and told.block == context.block and context.sentence - told.sentence <= 1:
            return Value(in_year(e, told.year, self._memory.month), "inferred", "carried")
        if self._memory.year is None:
            return UNKNOWN
        year = self._memory.year
        if e.months is not None and self._memory.month is not None and not context.future:
            year -= e.months[0] > self._memory.month
        return Value(in_year(e, year, self._memory.month))
