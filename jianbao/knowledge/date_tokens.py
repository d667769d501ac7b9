"""The words dates are made of: 2026年, 去(2025)年, 三月底, 8日, 上週三. Finds them, and steps around their traps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jianbao import regex as re
from jianbao.data_file import load_data
from jianbao.first_characters import led_source

_DATA = Path(__file__).parent.parent / "data"
_S = r"[ \u00a0\u3000]{0,2}"
_N = "[0-9０-９]"
_HAN = "〇○零一二三四五六七八九"
_TO = r"(?:[至到\-－–—~～]|から)"
_YEAR = rf"(?:{_N}{{4}}|[一二][{_HAN}0]{{3}})"
_MONTH = rf"(?:{_N}{{1,2}}|十[一二]?|[一二三四五六七八九])"
_DAY_DIGITS = rf"{_N}{{1,2}}"
_DAY_HAN = "(?:[二廿]十?[一二三四五六七八九]?|三十一?|卅一?|十[一二三四五六七八九]?|[一三四五六七八九])"
_NO_DIGIT_BEFORE = rf"(?<![0-9０-９%/{_HAN}十百千萬第])(?<![0-9０-９][.,:：])"
_JAPAN = "(?!本(?![會院部報署局處台黨區市校館刊]|公司)|元(?!旦))"
MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"

_NEW_YEAR = "[一二三四五六七八九十](?:[，。、；）日早晚至到]|$)"
"""After 年初: days of the lunar new year, 年初一、年初二."""
_FISCAL = "財政?年度?|會計年度|學年度?|年度"
_COUNTED = "[個次度年週周則篇件份幅項名位艘枚]|張(?![貼開])|封(?![城鎖關閉島路館殺])|集(?![會體結合團])|輪(?![流值])|批(?![准評發])"
"""After 本週一: so many of these in the week, no weekday."""
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"

_KINDS: tuple[tuple[str, str, str], ...] = (
    ("iso", "", rf"(?<![0-9A-Za-z./\-])(?P<iy>{_N}{{4}})(?P<isep>[-/.])(?P<im>{_N}{{1,2}})(?P=isep)(?P<id>{_N}{{1,2}})(?:{_S}{_TO}{_S}(?P<imu>{_N}{{1,2}})(?P=isep)(?P<idu>{_N}{{1,2}}))?(?![0-9A-Za-z])(?![./\-][0-9])"),
    ("roc-iso", "", r"(?<![0-9A-Za-z./\-])(?P<ry>1[0-9]{2})(?P<rsep>[./])(?P<rm>[0-9]{1,2})(?P=rsep)(?P<rd>[0-9]{1,2})(?![0-9A-Za-z])(?![./\-][0-9])"),
    ("english", "", rf"\b(?:(?P<em1>{_ENGLISH})\.?\s(?:(?P<ed1>[0-3]?[0-9])(?:st|nd|rd|th)?,?\s)?|(?P<ed2>[0-3]?[0-9])(?:st|nd|rd|th)?\s(?P<em2>{_ENGLISH})\.?,?\s)(?P<ey>(?:1[5-9]|20)[0-9]{{2}})\b"),
    ("lunar", "", rf"(?<![0-9０-９{_HAN}十第])(?=農曆|陰曆|舊曆|夏曆|閏|[正臘冬]月|[^月\n]{{1,2}}月(?:初|廿(?!十?[一二三四五六七八九]?日)))(?:(?:農|陰|舊|夏)曆{_S})?(?P<leap>閏)?(?P<lm>[正臘冬]|十[一二]?|[一二三四五六七八九]|{_N}{{1,2}}){_S}月{_S}(?P<ld>初[一二三四五六七八九十]|{_DAY_HAN}|{_N}{{1,2}})(?:{_S}日)?"),
    ("cycle", "", rf"(?P<cy>[{STEMS}][{BRANCHES}])(?:[（(]?[鼠牛虎兔龍蛇馬羊猴雞狗豬][)）]?)?年"),
    ("era", "year", rf"(?P<era>{{eras}}){_S}(?P<back>前)?{_S}(?P<e>元|{_N}{{1,3}}|[{_HAN}十廿卅百]{{1,6}})(?:(?:{_S}年?{_S}{_TO}|{_S}、){_S}(?P<eu>{_N}{{1,3}}|[{_HAN}十百]{{1,6}}))?{_S}年度?"),
    ("decade", "", rf"(?<![0-9０-９{_HAN}十])(?<!民國)(?:(?P<dc>{_N}{{2}}|二十一|二十|十九|上個?|本){_S}世紀{_S})?(?P<dy>{_N}{{3}}0|[一二][{_HAN}]{{2}}[〇○零]|{_N}0|[一二三四五六七八九]十|[一二三四五六七八九][〇○零]){_S}年代(?:前半|後半|初期?|中期|中葉|後期|末期?|早期|晚期)?"),
    ("year", "year", rf"(?<![0-9０-９%第{_HAN}])(?<![0-9０-９][.,])(?<![公西紀]元前)(?:西元|公元)?{_S}(?P<y>{_YEAR})(?:(?:{_S}年?{_S}{_TO}|{_S}、|/(?={_N}{{2,4}}{_S}(?:{_FISCAL}))){_S}(?P<yu>{_YEAR}|{_N}{{2}}))?{_S}(?:{_FISCAL}|年)"),
    ("anniversary", "", rf"{_NO_DIGIT_BEFORE}(?<![數幾多近約逾每])(?P<vn>{_N}{{1,3}}|[{_HAN}兩十百]{{1,5}}){_S}年前的?今[天日]"),
    ("ago", "ago", rf"{_NO_DIGIT_BEFORE}(?<![數幾多近約逾每])(?P<an>{_N}{{1,2}}|[兩一二三四五六七八九十]{{1,3}}){_S}(?P<au>年|個月|個?星期|個?禮拜|[週周]|天)[之以]?前"),
    ("year-roc", "", rf"{_NO_DIGIT_BEFORE}(?P<rf>1[0-5][0-9]|[89][0-9]){_S}年度(?!假|[\u3400-\u9fff]{{1,5}}字第)"),
    ("year-short", "year-short", rf"{_NO_DIGIT_BEFORE}(?P<sy>{_N}{{2,3}}|[{_HAN}十百]{{2,5}}){_S}年(?!度[\u3400-\u9fff]{{1,5}}字第)度?"),
    ("year-gloss", "", r"(?:大前|[今去前明後本])[(（](?P<gy>[0-9０-９]{2,4})年?[)）]年度?"),
    ("year-before", "year-before", "大?前年度?"),
    ("year-this", "year-this", "今年度?"),
    ("year-own", "year-own", "本(?:年度?|財年)"),
    ("year-last", "year-last", "(?:(?<!過)|(?<=[超高勝低通透經蓋趕贏輸]過))去年度?|上一?財年|(?<=[比較於])上年|上年(?=同[期月]|度|末|底)"),
    ("year-next", "year-next", "明年度?|(?<![年以近後未本原日月])[來来]年(?![輕齡])|下一?財年"),
    ("year-after", "year-after", "後年"),
    ("season", "season", "(?P<sn>[今去明])[春夏秋冬](?![天季日節])|這個?[春夏秋冬][天季]"),
    ("year-carried", "year-carried", "[同當翌隔次]年"),
    ("year-part", "", rf"的?(?:上|下|前|後)半年度?|的?(?:第(?P<qa>[一二三四1-4１-４])(?:(?:[、至到和及]|[\-－–—~～])第?(?P<qb>[一二三四1-4１-４]))?季度?|(?P<qc>[一二三四1-4１-４])季度|[首前](?P<qn>[二兩三23])季度?|[首前](?P<mn>{_N}{{1,2}}|[二兩三四五六七八九十]|十一)個?月(?!份|底|中|初)|首季度?)|Q(?P<qq>[1-4])(?![0-9A-Za-z])|(?<!大)年(?:初(?!{_NEW_YEAR})|[底末終中])(?![期步次選審央國華美間])|的?(?:此時|這個?時候)|同期|(?:農曆)?(?:春節|新年|除夕|元宵節?|端午節?|中秋節?)|元旦|的?[春夏秋冬][季天](?![的]?氣)"),
    ("month-last", "month-last", "(?:上上?個?)月份?"),
    ("month-this", "month-this", "(?:本|這個?|今)月份?"),
    ("month-next", "month-next", "(?:下下?個?)月份?"),
    ("month-carried", "month-carried", "[同當翌隔次]月"),
    ("month-gloss", "", r"[本今上][(（](?P<gmo>[0-9０-９]{1,2})月?[)）]月份?"),
    ("month", "month", rf"{_NO_DIGIT_BEFORE}(?<![每歲個])(?:(?P<lunar>農曆|陰曆){_S})?(?P<m>{_MONTH})(?:(?:{_S}月?{_S}{_TO}|{_S}、){_S}(?P<mu>{_MONTH}))?{_S}月份?"),
    ("month-part", "month-part", "月[初底中末]|月[上中下]旬"),
    ("day-gloss", "", r"[今昨明前後本][(（](?:(?P<gm>[0-9０-９]{1,2})[月/])?(?P<gd>[0-9０-９]{1,2})日?[)）](?:日|天|[晚早晨夜]間?)"),
    ("month-day", "", rf"(?<=月)(?P<md>{_DAY_DIGITS}|{_DAY_HAN})(?:(?:{_S}日?{_S}{_TO}|{_S}、){_S}(?P<mdu>{_DAY_DIGITS}|{_DAY_HAN}))?{_S}日(?![圓幣])"),
    ("day", "day", rf"{_NO_DIGIT_BEFORE}(?<![每數多幾半整共約逾])(?P<d>{_DAY_DIGITS})(?:(?:{_S}日?{_S}{_TO}|{_S}、){_S}(?P<du>{_DAY_DIGITS}))?{_S}日{_JAPAN}"),
    ("day-han", "day-han", rf"{_NO_DIGIT_BEFORE}(?<![每數多幾半整共約逾近今昨明次翌同當])(?P<hd>{_DAY_HAN})(?:(?:{_S}日?{_S}{_TO}|{_S}、){_S}(?P<hdu>{_DAY_HAN}))?{_S}日{_JAPAN}"),
    ("number-sign", "number-sign", rf"{_NO_DIGIT_BEFORE}(?P<nd>{_DAY_DIGITS}){_S}號"),
    ("day-this", "day-this", f"(?:今|本)日{_JAPAN}|今天|今[晚早晨]"),
    ("day-last", "day-last", f"昨日{_JAPAN}|昨天|昨[晚早晨夜]"),
    ("day-next", "day-next", f"明日{_JAPAN}|明天|明[晚早晨]"),
    ("day-before", "day-before", "大?前天|前晚"),
    ("day-after", "day-after", "大?後天"),
    ("day-carried", "day-carried", f"[同當翌隔次]日{_JAPAN}|當[天晚]|翌晨|次晨|隔天|同一天"),
    ("week-past", "", "過去這?一個?(?:週|周|星期|禮拜)(?![年邊遭])"),
    ("week", "week", f"(?:上上|上|本|這|下下|下)(?:個|一)?(?:週|周|星期|禮拜)(?:(?P<wd>[一二三四五六日天])(?!{_COUNTED}))?末?"),
    ("habit", "", "(?:星期|週|周|禮拜)[一二三四五六日天](?:至|到|-|－|–|~|～)(?:星期|週|周|禮拜)?[一二三四五六日天]"),
    ("weekday", "weekday", "(?:星期|週|周|禮拜)(?P<wd2>[一二三四五六日天])"),
    ("time-of-day", "time-of-day", "[上下]午|凌晨|清晨|早[上晨]|中午|午[間後夜]|傍晚|深夜|晚[間上]?|夜間"),
)  # fmt: skip
"""Name, entry of ``date_traps.yml``, pattern; the first that fits wins."""
_STARTS = rf"[0-9０-９〇○零一二三四五六七八九十廿卅A-SQ{STEMS}今昨明前後去來来本大同當翌隔次上下這的首第年月元農陰除端中春夏秋冬此西公民令平昭慶宣光咸道嘉乾雍康順崇萬永洪星週周禮過凌清早午傍深晚夜兩閏正臘舊]"
"""Any first character of a date word: passing over the others at once is most of the speed."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word: its kind (the names above), its place, and the named groups that matched."""

    kind: str
    start: int
    end: int
    text: str
    groups: Mapping[str, str]


@cache
def eras() -> Mapping[str, Mapping[str, Any]]:
    """Era name to ``before`` (the year before its first), ``last`` (its last year) and, if any, ``lunar``."""
    table: dict[str, dict[str, Any]] = load_data("eras")
    return table


@cache
def _pattern() -> re.Pattern[str]:
    traps = load_data("date_traps")
    era = "|".join(sorted(eras(), key=len, reverse=True))
    parts = []
    for kind, trap, source in _KINDS:
        guard = traps.get(trap, {})
        body = source.replace("{eras}", era)
        before, after = _guard(guard, "not_after", "<!"), _guard(guard, "not_before", "!")
        parts.append(f"(?P<{kind.replace('-', '_')}_>{led_source(f'{before}(?:{body}){after}')})")
    return re.compile(f"(?={_STARTS})(?:{'|'.join(parts)})")


_EXCEPT = re.compile(r"-\[(.*?)\]$")


def _guard(trap: Mapping[str, Any], side: str, sign: str) -> str:
    """Lookarounds for the words of a trap, those behind a date with the exceptions that stand in brackets; a look
    behind needs words of one length, hence one for each."""
    words = [_EXCEPT.sub(r"(?![\1])", str(word)) for word in trap.get(side, ())]
    lengths = sorted({len(str(word)) for word in trap.get(side, ())})
    if sign == "!":
        return f"(?!{'|'.join(words)})" if words else ""
    by_length = (
        [re.escape(str(word)) for word in trap.get(side, ()) if len(str(word)) == length] for length in lengths
    )
    return "".join(f"(?<!{'|'.join(group)})" for group in by_length)


@lru_cache(maxsize=1024)
def tokens(text: str) -> tuple[Token, ...]:
    """The date words of a text, left to right, none overlapping another. Texts of one article are asked for twice."""
    return tuple(map(_token, _pattern().finditer(text)))


def _token(match: re.Match[str]) -> Token:
    kind = (match.lastgroup or "")[:-1].replace("_", "-")
    groups = {key: value for key, value in match.groupdict().items() if value and not key.endswith("_")}
    return Token(kind, match.start(), match.end(), match[0], groups)
