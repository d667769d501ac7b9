"""Date words put together: 去年 + 11月 + 7日 + 晚 is one expression, 1月31日 + 至 + 2月1日 a range."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from jianbao.knowledge.date_tokens import MONTH_NAMES, Token, eras, tokens
from jianbao.knowledge.numerals import to_int

_YEARS = {"year-this": 0, "year-own": 0, "year-last": -1, "year-before": -2, "year-next": 1, "year-after": 2}
_DAYS = {"day-this": 0, "day-last": -1, "day-next": 1}
_MONTHS = {"month-last": -1, "month-this": 0, "month-next": 1}
_GLOSSES = {"今": 0, "本": 0, "去": -1, "昨": -1, "前": -2, "明": 1, "後": 2, "大": -3}
_CARRIED = {"同": 0, "當": 0, "翌": 1, "隔": 1, "次": 1}
_WEEKDAYS = "一二三四五六日"

_YEAR_TAIL = re.compile(r"年?(?:[初末終](?![期次步審選任級])|底(?![特層部線])|中(?=[，。、；,;)）]|$))")
_MONTH_TAIL = re.compile(
    r"初(?![期次步審選任級])|[上中下]旬|底(?![特層部線])|末|中(?=[，。、；,;)）]|$)|間(?![諜接隔])|稍[早晚]"
)
_SERVED = re.compile(r"[0-9０-９一二三四五六七八九十]年[ ]?(?:又)?$")
"""Before a month: 3年6月 is how long, not when. What is a year has taken its month along."""
_BLANK = re.compile(r"[ \u3000]{0,2}$")
_YEAR_MONTH = re.compile(r"[ \u3000]{0,2}[,，]?的?[ \u3000]{0,2}$")
_DAY_WEEKDAY = re.compile(r"[ \u3000]?[,，(（]?[ \u3000]?$")
_RANGE = re.compile(r"[ \u3000]{0,2}(?:至|到|-|－|–|—|~|～|迄)[ \u3000]{0,2}$")


@dataclass(frozen=True, slots=True)
class Expression:
    """What the words say, before any reference date is known. Offsets are those of the text.

    ``year``, ``month``, ``day`` are stated numbers, ``*_upto`` the end of a range inside a word (2-3月).
    ``*_shift`` is a distance: from the reference date if ``anchor`` is "reference", from the date told before if it
    is "told". ``part`` is 底, 上半年, 第三季, 春節 …; ``until`` the far end of a range.
    """

    start: int
    end: int
    year: int | None = None
    year_upto: int | None = None
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
    month_part: str = ""
    decade: str = ""
    era: bool = False
    lunar: bool = False
    until: Expression | None = None

    @property
    def has_year(self) -> bool:
        """Whether the words themselves say which year, be it by its distance."""
        return self.year is not None or self.year_shift is not None


def find_expressions(text: str, *, republic: bool = False) -> list[Expression]:
    """All date expressions of a text in order. ``republic``: bare years of three digits are those of 民國."""
    words = list(tokens(text))
    out: list[Expression] = []
    index = 0
    position = 0
    while index < len(words):
        word = words[index]
        if word.start < position:
            index += 1
            continue
        made, index = _assemble(text, words, index, republic)
        if made is None:
            continue
        position = made.end
        last = out[-1] if out else None
        if last and _RANGE.match(text[last.end : made.start]) and (joined := _join(last, made)):
            out[-1] = joined
        else:
            out.append(made)
    return out


def _assemble(text: str, words: Sequence[Token], index: int, republic: bool) -> tuple[Expression | None, int]:
    """The expression that starts with the word at ``index``, and the index of the first word after it."""
    made = _first(words, index, text, republic)
    index += 1
    if made is None:
        return None, index
    made = _tail(text, made)
    while index < len(words):
        grown = _attach(text, made, words[index])
        if grown is None:
            break
        made = _tail(text, grown)
        index += 1
    opened = sum(text.count(mark, made.start, made.end) for mark in "(（")
    closed = sum(text.count(mark, made.start, made.end) for mark in ")）")
    if opened > closed and text[made.end : made.end + 1] in (")", "）"):
        made = replace(made, end=made.end + 1)
    return made, index


def _first(words: Sequence[Token], index: int, text: str, republic: bool) -> Expression | None:
    word = words[index]
    if word.kind == "year-short":
        following = words[index + 1] if index + 1 < len(words) else None
        dated = following is not None and following.kind == "month" and following.start - word.end <= 2
        year = _short_year(word.groups["sy"], dated, republic)
        return Expression(word.start, word.end, year=year, era=True) if year else None
    if word.kind in ("time-of-day", "number-sign"):
        return None
    if word.kind == "month" and _SERVED.search(text, max(word.start - 5, 0), word.start):
        return None
    return _plain(word)


def _short_year(digits: str, dated: bool, republic: bool) -> int | None:
    """115年3月, 97年 (民國), 九七年, 08年 → a year of four digits; None for what may be a duration."""
    value = to_int(digits)
    if value is None:
        return None
    if digits.isdecimal():
        if digits.startswith(("0", "０")):
            return 2000 + value
        return 1911 + value if (dated and 70 <= value <= 150) or (republic and 40 <= value <= 150) else None
    if any(char in digits for char in "十百"):
        return 1911 + value if republic and 20 <= value <= 150 else None
    if len(digits) == 3:
        return 1911 + value if 100 <= value <= 150 and (dated or republic) else None
    if digits[0] in "〇○零":
        return 2000 + value
    neighbours = abs(value // 10 - value % 10) == 1
    return 1900 + value if value >= 20 and (dated or not neighbours) else None


def _plain(word: Token) -> Expression | None:
    groups, kind = word.groups, word.kind
    base = Expression(word.start, word.end)
    if kind in ("iso", "roc-iso", "english"):
        return _numeric(word)
    if kind == "era":
        return _era(word)
    if kind == "decade":
        return _decade(word)
    if kind == "year":
        year, upto = to_int(groups["y"]), to_int(groups.get("yu", ""))
        if year is None or not 1000 <= year <= 2999:
            return None
        if upto is not None and upto < 100:
            upto += year // 100 * 100
        return replace(base, year=year, year_upto=upto if upto and upto > year else None)
    if kind == "year-gloss":
        year = to_int(groups["gy"]) or 0
        return replace(base, year=year if year >= 1000 else year + 1911, year_shift=_GLOSSES[word.text[0]])
    if kind in _YEARS:
        shift = -3 if word.text.startswith("大") else _YEARS[kind]
        return replace(base, year_shift=shift, anchor="reference")
    if kind == "year-carried":
        return replace(base, year_shift=_CARRIED[word.text[0]], anchor="told")
    if kind == "year-part":
        stands_alone = word.text[0] in "年上下第首Q" or word.text.startswith(("的第", "的上", "的下"))
        return replace(base, part=word.text, anchor="reference") if stands_alone else None
    if kind in _MONTHS:
        shift = _MONTHS[kind] * (2 if word.text[:2] in ("上上", "下下") else 1)
        return replace(base, month_shift=shift, anchor="reference")
    if kind == "month-carried":
        return replace(base, month_shift=_CARRIED[word.text[0]], anchor="told")
    if kind == "month":
        return _month(base, word)
    if kind == "month-part":
        return replace(base, month_shift=0, month_part=word.text, anchor="either")
    if kind in ("day", "day-han", "month-day"):
        return _day(base, word)
    if kind == "day-gloss":
        return _day_gloss(base, word)
    if kind in _DAYS:
        return replace(base, day_shift=_DAYS[kind], anchor="reference")
    if kind == "day-carried":
        return replace(base, day_shift=_CARRIED.get(word.text[0], 0), anchor="told")
    if kind == "week":
        shift = {"上": -1, "本": 0, "這": 0, "下": 1}[word.text[0]] * (2 if word.text[:2] in ("上上", "下下") else 1)
        weekday = _weekday(groups["wd"]) if "wd" in groups else None
        return replace(base, week_shift=shift, weekday=weekday, anchor="reference")
    if kind == "weekday":
        return replace(base, weekday=_weekday(groups["wd2"]), anchor="reference")
    return None


def _weekday(char: str) -> int:
    return _WEEKDAYS.index("日" if char == "天" else char) + 1


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
    return Expression(word.start, word.end, year=year, month=month, day=number, era=kind == "roc-iso")


def _era(word: Token) -> Expression | None:
    era, first, upto = eras()[word.groups["era"]], to_int(word.groups["e"]), to_int(word.groups.get("eu", ""))
    if first is None or not 1 <= first <= era["last"]:
        return None
    year = era["before"] + 1 - first if "back" in word.groups else era["before"] + first
    end = era["before"] + upto if upto and upto > first else None
    return Expression(word.start, word.end, year=year, year_upto=end, era=True, lunar=year < 1873)


def _decade(word: Token) -> Expression | None:
    digits = word.groups["dy"]
    value = to_int(digits)
    if value is None:
        return None
    if value < 100:
        century = {"二十": 19, "十九": 18}.get(word.groups.get("dc", ""), (to_int(word.groups.get("dc", "")) or 20) - 1)
        value += century * 100
    return (
        Expression(word.start, word.end, decade=f"{value // 10}X") if 1000 <= value <= 2999 and not value % 10 else None
    )


def _month(base: Expression, word: Token) -> Expression | None:
    month, upto = to_int(word.groups["m"]), to_int(word.groups.get("mu", ""))
    if month is None or not 1 <= month <= 12 or (upto is not None and not 1 <= upto <= 12):
        return None
    return replace(base, month=month, month_upto=upto, lunar="lunar" in word.groups)


def _days(word: Token) -> tuple[int | None, int | None]:
    """The day of any word for one, and the last of a range."""
    first = next((word.groups[key] for key in ("d", "hd", "md", "nd", "gd") if key in word.groups), "")
    last = next((word.groups[key] for key in ("du", "hdu", "mdu") if key in word.groups), "")
    return to_int(first), to_int(last)


def _day(base: Expression, word: Token) -> Expression | None:
    first, upto = _days(word)
    if first is None or not 1 <= first <= 31 or (upto is not None and not first < upto <= 31):
        return None
    return replace(base, day=first, day_upto=upto)


def _day_gloss(base: Expression, word: Token) -> Expression | None:
    day, month = to_int(word.groups["gd"]), to_int(word.groups.get("gm", ""))
    if day is None or not 1 <= day <= 31 or (month is not None and not 1 <= month <= 12):
        return None
    return replace(base, day=day, month=month, day_shift=_GLOSSES[word.text[0]])


def _tail(text: str, made: Expression) -> Expression:
    """With 初, 底, 中旬 … right after a year or a month."""
    if made.month_part or made.part or made.day is not None or made.day_shift is not None or made.decade:
        return made
    if made.month is not None or (made.month_shift is not None):
        match = _MONTH_TAIL.match(text, made.end)
        return replace(made, end=match.end(), month_part=match[0]) if match else made
    if made.has_year:
        match = _YEAR_TAIL.match(text, made.end)
        return replace(made, end=match.end(), part="年" + match[0].lstrip("年")) if match else made
    return made


def _attach(text: str, made: Expression, word: Token) -> Expression | None:
    """The expression with one more word, or None where the word starts another."""
    gap = text[made.end : word.start]
    if len(gap) > 5:
        return None
    kind = word.kind
    has_month = made.month is not None or made.month_shift is not None
    has_day = made.day is not None or made.day_shift is not None
    if kind == "time-of-day":
        fits = (has_day or made.weekday is not None) and _BLANK.match(gap)
        return replace(made, end=word.end) if fits else None
    if kind == "weekday":
        return _with_weekday(text, made, word, gap) if has_day and made.weekday is None else None
    if kind in ("day", "day-han", "month-day", "number-sign", "day-gloss"):
        return _with_day(made, word, gap) if has_month and not has_day and not made.month_part else None
    if made.weekday is not None and made.week_shift is None and not has_day and kind == "month":
        return _bracketed_day(made, word, gap)
    if not made.has_year or has_month or has_day or made.part or made.year_upto is not None:
        return None
    if kind == "month" and _YEAR_MONTH.match(gap):
        month = _month(made, word)
        return replace(month, end=word.end, lunar=made.lunar or month.lunar) if month else None
    if kind == "month-part" and _BLANK.match(gap):
        return None
    if kind == "year-part" and _BLANK.match(gap) and word.text[0] not in "年月":
        return replace(made, end=word.end, part=word.text.removeprefix("的"))
    return None


def _with_day(made: Expression, word: Token, gap: str) -> Expression | None:
    if not _BLANK.match(gap):
        return None
    day, upto = _days(word)
    if day is None or not 1 <= day <= 31 or made.month_upto is not None:
        return None
    return replace(made, end=word.end, day=day, day_upto=upto if upto and upto > day else None)


def _with_weekday(text: str, made: Expression, word: Token, gap: str) -> Expression | None:
    if not _DAY_WEEKDAY.match(gap):
        return None
    opened = gap.strip()[:1] in ("(", "（")
    closes = text[word.end : word.end + 1] in (")", "）")
    if opened and not closes:
        return None
    return replace(made, end=word.end + opened, weekday=_weekday(word.groups["wd2"]))


def _bracketed_day(made: Expression, word: Token, gap: str) -> Expression | None:
    """星期五(1月30日): the month here, the day comes with the next word, the bracket closes at the end."""
    if gap.strip() not in ("(", "（", "，", ",", ""):
        return None
    month = _month(made, word)
    return replace(month, end=word.end) if month else None


def _join(first: Expression, last: Expression) -> Expression | None:
    """One range of two expressions, the second as fine as the first or bound by it; None where they do not fit."""
    if first.until or last.until or first.decade or last.decade or last.anchor == "told":
        return None
    fine = [_grain(expression) for expression in (first, last)]
    if fine[0] != fine[1] or (last.weekday and not last.day):
        return None
    return replace(first, end=last.end, until=last)


def _grain(expression: Expression) -> str:
    if expression.day is not None or expression.day_shift is not None:
        return "day"
    if expression.month is not None or expression.month_shift is not None:
        return "month"
    return "year" if expression.has_year and not expression.part else "other"
