"""Dates as they are written in heads of articles: read as ISO, with the place where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from jianbao import needles
from jianbao import regex as re
from jianbao.first_characters import led

WIDE = {ord("０") + n: str(n) for n in range(10)} | {ord("／"): "/", ord("－"): "-", ord("．"): ".", ord("："): ":"}
"""Full width digits and marks; the length of a text stays the same."""

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "０": 0, "元": 1}
_N = r"[0-9〇○零一二三四五六七八九十百元廿卅]"
_Y = _N.replace("元", "")
"""A year; 元 alone is the first of an era, in front of one it ends a name: 大紀元2026年."""
_ERAS = {
    "民國": 1911,
    "民国": 1911,
    "中華民國": 1911,
    "中华民国": 1911,
    "令和": 2018,
    "平成": 1988,
    "昭和": 1925,
    "大正": 1911,
    "明治": 1867,
    "大韓民國": 1918,
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_PATTERNS = (
    led(
        rf"(?:(?:西元|公元|公[曆历])\s*)?(?P<era>(?:中\s*[華华]\s*)?民\s*[國国]|令和|平成|昭和|大正|明治)?\s*(?P<y>元|{_Y}{{1,9}})\s*[年년](?:\s*(?P<m>{_N}{{1,3}})\s*[月월]"
        rf"(?:\s*(?P<d>{_N}{{1,3}})\s*[日號号일])?)?"
    ),
    re.compile(
        rf"(?<!{_N})(?P<y>[一二][〇○零一二三四五六七八九]{{3}})[.．·](?P<m>十?[一二三四五六七八九十])[.．·](?P<d>{_N}{{1,3}})(?!{_N})"
    ),
    re.compile(
        r"(?P<era>(?:中華)?民國|(?:中华)?民国)\s*(?P<y>[0-9]{2,3})[./-](?P<m>[0-9]{1,2})[./-](?P<d>[0-9]{1,2})(?![0-9])"
    ),
    re.compile(
        r"(?<![0-9./-])(?P<y>(?:19|20)[0-9]{2})\s?[./-]\s?(?P<m>[0-9]{1,2})(?:\s?[./-]\s?(?P<d>[0-9]{1,2})(?:\.(?![0-9]))?)?(?![0-9./-])"
    ),
    re.compile(r"(?<![0-9])(?P<y>(?:19|20)[0-9]{2})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})(?=(?:19|20)[0-9]{2}-[0-9]{2}-)"),
    re.compile(r"(?<![0-9])(?P<y>(?:19|20)[0-9]{2})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12][0-9]|3[01])(?![0-9])"),
    re.compile(r"(?<![0-9])(?P<y>20[0-9]{2})\s+(?P<m>[0-9]{2})/(?P<d>[0-9]{2})(?=\s+[0-9]{2}:[0-9]{2})"),
    re.compile(
        r"(?<![0-9一二十])(?P<m>[0-9]{1,2}|十?[一二三四五六七八九十])\s?月\s?(?P<d>[0-9]{1,2})\s?[日號号]?[,，]\s?(?P<y>(?:19|20)[0-9]{2})年?(?![0-9])"
    ),
    re.compile(
        r"(?<![0-9./-])(?P<d>0?[1-9]|[12][0-9]|3[01])(?P<mark>[./-])(?P<m>0?[1-9]|1[0-2])(?P=mark)(?P<y>(?:19|20)[0-9]{2})(?![0-9./-])"
    ),
    re.compile(r"(?<![0-9./-])(?P<m>0?[1-9]|1[0-2])/(?P<d>1[3-9]|2[0-9]|3[01])/(?P<y>(?:19|20)[0-9]{2})(?![0-9./-])"),
    re.compile(
        r"(?<![0-9])(?P<d>[0-9]{1,2})\s+(?P<m>1[0-2]|0?[1-9]|十?[一二三四五六七八九十])\s?月,?\s+(?P<y>(?:19|20)[0-9]{2})(?![0-9])"
    ),
    re.compile(
        r"(?:民國|民国|令和|平成|昭和|主[體体])\s?[0-9元]{1,3}\s?年?\s?[（(](?P<y>(?:19|20)[0-9]{2})年?[)）]\s?年?\s?(?P<m>[0-9]{1,2})\s?月\s?(?P<d>[0-9]{1,2})\s?日"
    ),
    re.compile(
        r"(?P<y>(?:19|20)[0-9]{2})\s?年?\s?[（(](?:民國|民国|令和|平成|昭和|主[體体])\s?[0-9元]{1,3}\s?年?[)）]\s?年?\s?(?P<m>[0-9]{1,2})\s?月\s?(?P<d>[0-9]{1,2})\s?日"
    ),
    re.compile(r"(?P<y>(?:19|20)[0-9]{2})\s+оны\s+(?P<m>[0-9]{1,2})\s+сарын\s+(?P<d>[0-9]{1,2})"),
    re.compile(
        rf"\b(?P<name>{_MONTH_NAME})\s+(?:(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s+)?(?P<y>(?:19|20)[0-9]{{2}})\b",
        re.I,
    ),
    re.compile(
        rf"\b(?P<name>{_MONTH_NAME})\s+(?P<d>[0-9]{{1,2}})\s+[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?\s+(?P<y>(?:19|20)[0-9]{{2}})\b",
        re.I,
    ),
    re.compile(rf"\b(?P<y>(?:19|20)[0-9]{{2}})[\s,/-]+(?P<name>{_MONTH_NAME})[\s/-]+(?P<d>[0-9]{{1,2}})\b", re.I),
    re.compile(
        rf"\b(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+(?P<name>{_MONTH_NAME}),?\s+(?P<y>(?:19|20)[0-9]{{2}})\b", re.I
    ),
)
_DIGIT = re.compile("[0-9]")
_OF_DATES = re.compile("[12１２年\ub144民一二]")
"""A text with a date has one of these: found sooner than the next."""
_WIDE = re.compile(f"[{''.join(map(chr, WIDE))}]")
MAY_BE = re.compile(
    r"(?:19|20|１９|２０)[0-9０-９]{2}|[年년]|民\s*[國国]\s*\d|[一二][〇○零九八][一二三四五六七八九〇○零]{2}[.．·]"
)
_BARE_ROC = re.compile(
    r"(?:^|(?<=[\s|｜/（(：:]))(?P<y>1[0-9]{2}|[5-9][0-9])\s?年\s?(?P<m>[0-9]{1,2})\s?月\s?(?P<d>[0-9]{1,2})\s?日"
)
_ROC_MARKS = re.compile(
    r"(?:^|(?<=[\s|｜（(]))(?P<y>1[0-2][0-9])(?P<mark>[./-])(?P<m>[0-9]{1,2})(?P=mark)(?P<d>[0-9]{1,2})(?![0-9./-])"
)
OF_REPUBLIC = (_BARE_ROC, _ROC_MARKS)
"""Days of the Republic without its name, digits and marks in half width."""
_WEEKDAY = (
    r"(?:[（(]?\s*(?:星期|週|周|禮拜)?[一二三四五六日天]\s*[)）]|(?:星期|週|周|禮拜)[一二三四五六日天]|[（(][月火水木金土][)）]"
    r"|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b\.?)"
)
_TIME = (
    r"(?:(?:上午|下午|凌晨|晚間|晚上|早上|中午|AM|PM|오전|오후|\bat\b)?\s*[0-9]{1,2}(?:[:：時时點点][0-9]{2}(?:[:：分][0-9]{2})?|[時时點点](?![0-9]))\s*"
    r"(?:秒|分|AM|PM)?(?:\s*[（(]?(?:(?:GMT|UTC|CST|JST|HKT|KST|SGT|[ECMP][SD]?T\b)[+0-9:]*"
    r"|(?:格林尼治|格林威治|[臺台]北|台灣|臺灣|台湾|香港|北京|東京|东京|日本|首爾|首尔|韓國|韩国|新加坡|莫斯科|倫敦|伦敦|紐約|纽约|華盛頓|华盛顿"
    r"|(?:美[國国]?|歐洲|欧洲|澳洲)?[東东西中]部|美[東东西]|當地|当地|世界)(?:標準|标准|夏令|協調|协调)?(?:時間|时间))[)）]?)?)"
)
_LUNAR = (
    r"(?:(?:農曆|农历|夏曆|夏历|陰曆|阴历)?\s*(?:歲次|岁次)?(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥][\u3400-\u9fff]?年\s*)?"
    r"[閏闰]?(?:[正一二三四五六七八九十冬臘腊]|十[一二])月(?:大|小)?\s*(?:初[一二三四五六七八九十]|十[一二三四五六七八九]|廿[一二三四五六七八九]?"
    r"|[二三]十)(?![日號号\d]))"
)
"""A day of the lunar calendar, as papers print it beside the date."""
_TRIM = re.compile(rf"{_WEEKDAY}|{_TIME}|{_LUNAR}", re.I)
_SIGN_OF_CLOCK = needles.of(_TRIM)


_BESIDE = re.compile(rf"(?:[\s\u3000]*(?:{_WEEKDAY}|{_TIME}))*", re.I)


class WrittenDate(NamedTuple):
    """A date in a text: half-open offsets, and ISO to the day, month or year that is written."""

    start: int
    end: int
    iso: str


def narrow(text: str) -> str:
    """The text with full width digits and marks in half width, character by character."""
    return text.translate(WIDE) if _WIDE.search(text) else text


def find(text: str) -> list[WrittenDate]:
    """All dates with a year, in order, none inside another."""
    if not _OF_DATES.search(text) or not MAY_BE.search(text):
        return []
    plain = narrow(text)
    found: list[WrittenDate] = []
    for hit in sorted(_hits(plain), key=lambda hit: (hit.start, -hit.end)):
        if not found or hit.start >= found[-1].end:
            found.append(hit)
    return found


def of_republic(text: str) -> list[WrittenDate]:
    """Days in years of the Republic without their name, each behind a space or mark: 114年10月8日, 114.10.08.

    Only for lines that state facts and nothing else; in running text such years are too often something else.
    """
    plain = narrow(text)
    if not _DIGIT.search(plain):
        return []
    matches = sorted((match for form in OF_REPUBLIC for match in form.finditer(plain)), key=lambda match: match.start())
    dated = ((match, _iso({**match.groupdict(), "era": "民國"})) for match in matches)
    return [WrittenDate(match.start(), match.end(), iso) for match, iso in dated if iso]


def of_code(text: str) -> str:
    """The day of a compact code of an agency, as year of the Republic, month and day: 1150312; empty for none."""
    return _iso({"era": "民國", "y": text[:-4], "m": text[-4:-2], "d": text[-2:]}) or "" if text.isdecimal() else ""


def _hits(plain: str) -> Iterator[WrittenDate]:
    # All but the first pattern want a digit.
    for pattern in _PATTERNS if _DIGIT.search(plain) else _PATTERNS[:1]:
        for match in pattern.finditer(plain):
            iso = _iso(match.groupdict())
            if iso:
                yield WrittenDate(match.start(), match.end(), iso)


def as_written(text: str, date: WrittenDate) -> str:
    """A date of ``text`` as it is printed, with the weekday and the time of day behind it."""
    beside = _BESIDE.match(narrow(text), date.end)
    return text[date.start : beside.end() if beside else date.end].strip()


def without_clock(text: str) -> str:
    """The text without weekdays, times of day and days of the lunar calendar, which may stand beside a date."""
    plain = narrow(text)
    return _TRIM.sub(" ", plain) if _SIGN_OF_CLOCK.search(plain) else plain


def _iso(groups: dict[str, str | None]) -> str | None:
    year = number(groups["y"] or "")
    if year is None:
        return None
    era = groups.get("era")
    year += _ERAS["".join(era.split())] if era else 0
    if not 1800 <= year <= 2100:
        return None
    name = groups.get("name")
    month = _MONTHS.index(name[:3].lower()) + 1 if name else number(groups.get("m") or "")
    day = number(groups.get("d") or "")
    if month is None:
        return f"{year}"
    try:
        return date(year, month, day).isoformat() if day else f"{date(year, month, 1):%Y-%m}"
    except ValueError:
        return None


def number(text: str) -> int | None:
    """A number in ASCII or Han digits, positional (二〇二六) or with 十, 廿, 卅 and 百; None for anything else."""
    if not text:
        return None
    if text.isascii():
        return int(text) if text.isdigit() else None
    text = text.replace("廿", "二十").replace("卅", "三十")
    if not any(char in text for char in "十百"):
        digits = [_DIGITS.get(char, int(char) if char in "0123456789" else -1) for char in text]
        return int("".join(map(str, digits))) if min(digits) >= 0 else None
    total, digit = 0, 0
    for char in text:
        if char in "十百":
            total += (digit or 1) * (100 if char == "百" else 10)
            digit = 0
        elif char in _DIGITS:
            digit = _DIGITS[char]
        else:
            return None
    return total + digit
