"""What the words of a date say, before it is known what they are counted from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expression:
    """What the words say, before any reference date is known. Offsets are those of the text.

    ``year``, ``month``, ``day`` are stated numbers, ``*_upto`` the end of a range inside a word (2-3月); ``cycle`` is
    the place of a year in the cycle of sixty (丙午: 42). ``*_shift`` is a distance: from the reference date if
    ``anchor`` is "reference", from the date told before if it is "told". ``part`` is 底, 春節 …; ``months`` first and
    last month of a quarter or half; ``lunar`` whose lunar calendar month and day are of ("china", "japan"), ``leap``
    its 閏; ``ago``: so long before; ``until`` the far end of a range.
    """

    start: int
    end: int
    year: int | None = None
    year_upto: int | None = None
    cycle: int | None = None
    month: int | None = None
    month_upto: int | None = None
    day: int | None = None
    day_upto: int | None = None
    year_shift: int | None = None
    month_shift: int | None = None
    day_shift: int | None = None
    week_shift: int | None = None
    weekday: int | None = None
    anchor: str = ""
    part: str = ""
    months: tuple[int, int] | None = None
    month_part: str = ""
    decade: str = ""
    era: bool = False
    lunar: str = ""
    leap: bool = False
    ago: bool = False
    until: Expression | None = None

    @property
    def has_year(self) -> bool:
        """Whether the words themselves say which year, be it by its distance."""
        return self.year is not None or self.year_shift is not None or self.cycle is not None

    @property
    def grain(self) -> str:
        """The finest thing that the words say: day, month, year or other."""
        if self.day is not None or self.day_shift is not None:
            return "day"
        if self.month is not None or self.month_shift is not None:
            return "month"
        return "year" if self.has_year and not self.part else "other"
