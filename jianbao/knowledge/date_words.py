"""What one date word says by itself: 去年, 三月, 8日, 第二季, 令和8年, 農曆正月初一, 兩年前."""

from __future__ import annotations

from dataclasses import replace

from jianbao.knowledge.date_expression import Expression
from jianbao.knowledge.date_tokens import BRANCHES, MONTH_NAMES, STEMS, Token, eras
from jianbao.knowledge.numerals import to_int

_YEARS = {"year-this": 0, "year-own": 0, "year-last": -1, "year-before": -2, "year-next": 1, "year-after": 2}
_DAYS = {"day-this": 0, "day-last": -1, "day-next": 1, "day-before": -2, "day-after": 2}
_MONTHS = {"month-last": -1, "month-this": 0, "month-next": 1}
_GLOSSES = {"今": 0, "本": 0, "去": -1, "昨": -1, "前": -2, "明": 1, "後": 2, "大": -3, "上": -1}
_CARRIED = {"同": 0, "當": 0, "翌": 1, "隔": 1, "次": 1}
_WEEKS = {"上": -1, "本": 0, "這": 0, "下": 1}
_WEEKDAYS = "一二三四五六日"
_LUNAR_MONTHS = {"正": 1, "冬": 11, "臘": 12}
_AGO_AT_MOST = {"年": 9, "個月": 23, "天": 29}
"""What is longer is a round number."""
_WEEKS_AGO_AT_MOST = 9
_CENTURIES = {"二十一": 20, "二十": 19, "十九": 18, "上": 19, "上個": 19, "本": 20}
_JAPAN_SOLAR = 1873


def read_word(word: Token) -> Expression | None:
    """What a word says if it is the first of an expression; None for one that says nothing alone."""
    groups, kind = word.groups, word.kind
    base = Expression(word.start, word.end)
    if kind in ("iso", "roc-iso", "english"):
        return _numeric(word)
    if kind == "era":
        return _era(word)
    if kind == "cycle":
        return replace(base, cycle=_cycle(groups["cy"]), anchor="reference") if _cycle(groups["cy"]) >= 0 else None
    if kind == "decade":
        return _decade(word)
    if kind == "year":
        year, upto = to_int(groups["y"]), to_int(groups.get("yu", ""))
        if year is None or not 1000 <= year <= 2999:
            return None
        if upto is not None and upto < 100:
            upto += year // 100 * 100
        return replace(base, year=year, year_upto=upto if upto and upto > year else None)
    if kind == "year-roc":
        return replace(base, year=1911 + int(groups["rf"]), era=True)
    if kind == "year-gloss":
        year = to_int(groups["gy"]) or 0
        return replace(base, year=year if year >= 1000 else year + 1911, year_shift=_GLOSSES[word.text[0]])
    if kind in _YEARS:
        shift = -3 if word.text.startswith("大") else _YEARS[kind]
        return replace(base, year_shift=shift, anchor="reference")
    if kind == "year-carried":
        return replace(base, year_shift=_CARRIED[word.text[0]], anchor="told")
    if kind == "year-part":
        return read_part(base, word) if _stands_alone(word) else None
    if kind == "season":
        return replace(base, year_shift=_GLOSSES[groups.get("sn", "今")], anchor="reference")
    if kind == "anniversary":
        ago = to_int(groups["vn"])
        return replace(base, year_shift=-ago, day_shift=0, anchor="reference") if ago else None
    if kind == "ago":
        return _ago(base, word)
    if kind in _MONTHS:
        shift = _MONTHS[kind] * (2 if word.text[:2] in ("上上", "下下") else 1)
        return replace(base, month_shift=shift, anchor="reference")
    if kind == "month-carried":
        return replace(base, month_shift=_CARRIED[word.text[0]], anchor="told")
    if kind == "month-gloss":
        month = to_int(groups["gmo"])
        fits = month is not None and 1 <= month <= 12
        return replace(base, month=month, month_shift=_GLOSSES[word.text[0]], anchor="reference") if fits else None
    if kind == "month":
        return read_month(base, word)
    if kind == "lunar":
        return read_lunar(base, word)
    if kind == "month-part":
        return replace(base, month_shift=0, month_part=word.text, anchor="either")
    return _day_or_week(base, word)


def _day_or_week(base: Expression, word: Token) -> Expression | None:
    groups, kind = word.groups, word.kind
    if kind in ("day", "day-han", "month-day"):
        return _day(base, word)
    if kind == "day-gloss":
        return _day_gloss(base, word)
    if kind in _DAYS:
        further = (word.text[0] == "大") * (1 if _DAYS[kind] > 0 else -1)
        return replace(base, day_shift=_DAYS[kind] + further, anchor="reference")
    if kind == "day-carried":
        return replace(base, day_shift=_CARRIED.get(word.text[0], 0), anchor="told")
    if kind == "week-past":
        return replace(base, week_shift=-1, anchor="reference")
    if kind == "week":
        shift = _WEEKS[word.text[0]] * (2 if word.text[:2] in ("上上", "下下") else 1)
        weekday = read_weekday(groups["wd"]) if "wd" in groups else None
        return replace(base, week_shift=shift, weekday=weekday, anchor="reference")
    if kind == "weekday":
        return replace(base, weekday=read_weekday(groups["wd2"]), anchor="reference")
    return None


def read_short_year(digits: str, dated: bool, republic: int) -> int | None:
    """115年3月, 97年 (民國), 九七年, 08年 → a year of four digits; None for what may be a duration.

    ``dated``: a month follows. ``republic``: the least number that counts years of 民國, 0 for none.
    """
    value = to_int(digits)
    if value is None:
        return None
    if digits.isdecimal():
        if digits.startswith(("0", "０")):
            return 2000 + value
        return 1911 + value if (dated and 70 <= value <= 150) or (republic and republic <= value <= 150) else None
    if any(char in digits for char in "十百"):
        return 1911 + value if republic and republic // 2 <= value <= 150 else None
    if len(digits) == 3:
        return 1911 + value if 100 <= value <= 150 and (dated or republic) else None
    if digits[0] in "〇○零":
        return 2000 + value if value < 100 else None
    neighbours = abs(value // 10 - value % 10) == 1
    return 1900 + value if 20 <= value < 100 and (dated or not neighbours) else None


def read_weekday(char: str) -> int:
    """一 … 六, 日, 天 → 1 … 7."""
    return _WEEKDAYS.index("日" if char == "天" else char) + 1


def read_month(base: Expression, word: Token) -> Expression | None:
    """``base`` with the month, or range of months, of a word."""
    month, upto = to_int(word.groups["m"]), to_int(word.groups.get("mu", ""))
    if month is None or not 1 <= month <= 12 or (upto is not None and not 1 <= upto <= 12):
        return None
    return replace(base, month=month, month_upto=upto, lunar="china" if "lunar" in word.groups else base.lunar)


def read_lunar(base: Expression, word: Token) -> Expression | None:
    """``base`` with month and day of the lunar calendar."""
    name = word.groups["lm"]
    month = _LUNAR_MONTHS.get(name) or to_int(name)
    day = to_int(word.groups["ld"].removeprefix("初"))
    if month is None or day is None or not (1 <= month <= 12 and 1 <= day <= 30):
        return None
    return replace(base, month=month, day=day, lunar="china", leap="leap" in word.groups)


def read_part(base: Expression, word: Token) -> Expression:
    """``base`` with the quarter, half, festival or end of a year of a word."""
    return replace(base, part=word.text.removeprefix("的"), months=_months(word))


def read_days(word: Token) -> tuple[int | None, int | None]:
    """The day of any word for one, and the last of a range."""
    first = next((word.groups[key] for key in ("d", "hd", "md", "nd", "gd") if key in word.groups), "")
    last = next((word.groups[key] for key in ("du", "hdu", "mdu") if key in word.groups), "")
    return to_int(first), to_int(last)


def _stands_alone(word: Token) -> bool:
    text = word.text.removeprefix("的")
    return "mn" not in word.groups and (text[0] in "年上下第首Q" or "qc" in word.groups or "qn" in word.groups)


def _months(word: Token) -> tuple[int, int] | None:
    groups, text = word.groups, word.text.removeprefix("的")
    if first := to_int(groups.get("qa") or groups.get("qc") or groups.get("qq") or ""):
        last = to_int(groups.get("qb", "")) or first
        return first * 3 - 2, max(first, last) * 3
    if "qn" in groups:
        return 1, 6 if groups["qn"] in "二兩2" else 9
    if "mn" in groups:
        last = to_int(groups["mn"]) or 0
        return (1, last) if 2 <= last <= 12 else None
    if text.startswith("首季"):
        return 1, 3
    return (1, 6) if text.startswith(("上半", "前半")) else (7, 12) if text.startswith(("下半", "後半")) else None


def _ago(base: Expression, word: Token) -> Expression | None:
    number, unit = to_int(word.groups["an"]), word.groups["au"]
    if not number or number > _AGO_AT_MOST.get(unit, _WEEKS_AGO_AT_MOST):
        return None
    ago = replace(base, anchor="reference", ago=True)
    if unit == "年":
        return replace(ago, year_shift=-number)
    if unit == "個月":
        return replace(ago, month_shift=-number)
    return replace(ago, day_shift=-number) if unit == "天" else replace(ago, week_shift=-number)


def _cycle(name: str) -> int:
    """甲子 → 0, 癸亥 → 59; -1 for what the cycle does not have."""
    stem, branch = STEMS.index(name[0]), BRANCHES.index(name[1])
    return next((place for place in range(stem, 60, 10) if place % 12 == branch), -1)


def _numeric(word: Token) -> Expression | None:
    groups, kind = word.groups, word.kind
    if kind == "english":
        name = groups.get("em1") or groups["em2"]
        day = groups.get("ed1") or groups.get("ed2")
        month = MONTH_NAMES.index(name[:3].lower()) + 1
        year: int | None = int(groups["ey"])
        number = int(day) if day else None
    else:
        prefix = "i" if kind == "iso" else "r"
        year, found, number = (to_int(groups[prefix + part]) for part in "ymd")
        month = found or 0
        if year is not None and kind == "roc-iso":
            year += 1911
    if year is None or not (1000 <= year <= 2999 and 1 <= month <= 12 and (number is None or 1 <= number <= 31)):
        return None
    until = None
    if "imu" in groups:
        last_month, last_day = to_int(groups["imu"]), to_int(groups["idu"])
        until = Expression(word.start, word.end, month=last_month, day=last_day)
        if not (last_month and 1 <= last_month <= 12 and last_day and 1 <= last_day <= 31):
            until = None
    return Expression(word.start, word.end, year=year, month=month, day=number, era=kind == "roc-iso", until=until)


def _era(word: Token) -> Expression | None:
    era, first, upto = eras()[word.groups["era"]], to_int(word.groups["e"]), to_int(word.groups.get("eu", ""))
    if first is None or not 1 <= first <= era["last"]:
        return None
    year = era["before"] + 1 - first if "back" in word.groups else era["before"] + first
    end = era["before"] + upto if upto and upto > first else None
    lunar = era.get("lunar", "")
    if lunar == "japan" and year >= _JAPAN_SOLAR:
        lunar = ""
    return Expression(word.start, word.end, year=year, year_upto=end, era=True, lunar=lunar)


def _decade(word: Token) -> Expression | None:
    digits, century = word.groups["dy"], word.groups.get("dc", "")
    value = to_int(digits)
    if value is None:
        return None
    if value < 100:
        value += _CENTURIES.get(century, (to_int(century) or 20) - 1) * 100
    fits = 1000 <= value <= 2999 and not value % 10
    return Expression(word.start, word.end, decade=f"{value // 10}X") if fits else None


def _day(base: Expression, word: Token) -> Expression | None:
    first, upto = read_days(word)
    if first is None or not 1 <= first <= 31 or (upto is not None and not first < upto <= 31):
        return None
    return replace(base, day=first, day_upto=upto)


def _day_gloss(base: Expression, word: Token) -> Expression | None:
    day, month = to_int(word.groups["gd"]), to_int(word.groups.get("gm", ""))
    if day is None or not 1 <= day <= 31 or (month is not None and not 1 <= month <= 12):
        return None
    return replace(base, day=day, month=month, day_shift=_GLOSSES[word.text[0]])
