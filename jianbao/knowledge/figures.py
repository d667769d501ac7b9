"""Numbers with their units: 2億6837萬6000美元, 47.2%, 三成五, 2.66億至3.04億美元."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path

from jianbao import regex as re
from jianbao.choice import any_of
from jianbao.data_file import load_data
from jianbao.document import BlockKind, Edition, EditionBlock
from jianbao.findings import DateFinding, Figure
from jianbao.first_characters import led

_DATA = Path(__file__).parent.parent / "data" / "units.yml"
_KINDS = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION, BlockKind.CAPTION, BlockKind.TABLE}
_ARABIC = r"(?:[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+|[0-9０-９]{1,15})(?:[.．][0-9０-９]{1,6})?"
_MIXED = rf"{_ARABIC}(?:[ ]?[千百十]?[萬億兆](?:{_ARABIC}[千百十]?[萬億兆]?)*|[千百])?"
_HAN = (
    r"[〇○零一二兩三四五六七八九十廿百千萬億兆]{1,15}(?:[多餘][百千萬億兆]{1,2})?(?:點[〇○零一二三四五六七八九]{1,4})?"
)
_FORMAL = r"[壹貳贰參叁叄肆伍陸柒捌玖][壹貳贰參叁叄肆伍陸柒捌玖拾佰仟萬億零]{1,15}"
_MANY = r"[數幾上好][十百千萬億兆]{1,3}"
_DIGIT = "〇○零一二兩三四五六七八九十百千"
_TO = r"[ ]?(?:至|到|-|－|–|—|~|～)[ ]?"
_DIGITS = {char: str(value) for value, char in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0", "兩": "2"}
_DIGITS |= dict(zip("壹貳贰參叁叄肆伍陸柒捌玖", "122333456789", strict=True))
_SCALES = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000, "萬": 10**4, "億": 10**8, "兆": 10**12}
_TENS = frozenset("十百千拾佰仟")
_ABOUT = re.compile(r"[多餘]")
_ON_CLOCK = re.compile("以[前後]|整|半|鐘|左右")
_UNITS = re.compile("單位[：:][^。\n]*$")
_SCALE = re.compile("[十百千]?[萬億兆]|[百千]")
_TOKEN = re.compile(r"[0-9]+(?:\.[0-9]+)?|.")


@cache
def _units() -> Mapping[str, Sequence[str]]:
    table: dict[str, list[str]] = load_data("units")
    return table


@cache
def _pattern() -> re.Pattern[str]:
    units = sorted((unit for group in _units().values() for unit in group), key=lambda unit: (-len(unit), unit))
    unit = any_of(units)
    number = rf"(?:{_MIXED}|{_HAN}|{_FORMAL}|{_MANY})"
    return led(
        rf"(?<![0-9０-９A-Za-z.．第])(?<!第[{_DIGIT}])(?<!第[{_DIGIT}]{{2}})(?<![0-9０-９][,，])(?<![A-Za-z]-)(?:"
        rf"百分之(?P<share>{_ARABIC}|{_HAN})(?:{_TO}(?:百分之)?(?P<share_to>{_ARABIC}|{_HAN}))?"
        rf"|(?P<tenths>[一二三四五六七八九1-9])成"
        rf"(?P<half>[一二三四五六七八九半])?"
        rf"(?![為立功長員本果就績分交熟年都份語見型軍名因敗形效品天])"
        rf"|(?P<low>{number})(?:[多餘])?[ ]?(?:{unit})?{_TO}"
        rf"(?P<high>{number})(?:[多餘])?[ ]?(?P<range_unit>{unit})"
        rf"|(?P<one>{number})(?:[多餘])?[ ]?(?P<unit>{unit})(?<!分(?=之))(?<!年(?=度))(?:[多餘])?"
        rf"|(?P<bare>{_MIXED}(?<=[萬億兆]))"
        rf")"
    )


def find(edition: Edition, dates: Sequence[DateFinding]) -> tuple[Figure, ...]:
    """All figures of an edition in text order; what ``dates`` covers is none.

    ``value`` is in the unit: a number, (low, high), or None for 數百萬. Counts of one thing (1名) are left out.
    """
    covered: dict[str, list[tuple[int, int]]] = {}
    for item in dates:
        covered.setdefault(item.block, []).append((item.start, item.end))
    out: list[Figure] = []
    for block in edition.blocks:
        if block.kind in _KINDS:
            out.extend(_in_block(block, covered.get(block.id, [])))
    return tuple(out)


def _in_block(block: EditionBlock, covered: Sequence[tuple[int, int]]) -> list[Figure]:
    out: list[Figure] = []
    index = 0
    for match in _pattern().finditer(block.text):
        while index < len(covered) and covered[index][1] <= match.start():
            index += 1
        if index < len(covered) and covered[index][0] < match.end():
            continue
        found = _figure(match)
        if found is None or _is_of_a_clock(block.text, match) or _is_unit_alone(block.text, match):
            continue
        value, unit = found
        if value is not None and not isinstance(value, tuple) and value <= 1 and unit in _units()["counters"]:
            continue
        if not any(char.isdecimal() for char in match[0]) and _idle(match[0], value, unit):
            continue
        out.append(Figure(match[0], value, unit, block.id, match.start(), match.end()))
    return out


def _is_of_a_clock(text: str, match: re.Match[str]) -> bool:
    """9時|42分, 中午|十二點: a time of day, not how long."""
    before = text[max(match.start() - 1, 0) : match.start()]
    if match["unit"] in ("分", "秒"):
        return before in tuple("時點分")
    return match["unit"] == "點" and (before in tuple("午晨晚夜早") or _ON_CLOCK.match(text, match.end()) is not None)


def _is_unit_alone(text: str, match: re.Match[str]) -> bool:
    """單位：百萬美元, 成本（億韓元）: what a table counts in."""
    if match["one"] is None or _SCALE.fullmatch(match["one"]) is None or not match.start():
        return False
    if _UNITS.search(text, max(match.start() - 20, 0), match.start()):
        return True
    before, after = text[match.start() - 1], text[match.end() : match.end() + 1]
    return (before in "（(" and after in ("）", ")")) or (before in "／/" and after == "")


def _idle(text: str, value: float | tuple[float, float] | None, unit: str) -> bool:
    """Whether a number in Han digits is more a word than a figure: 一年, 兩國, 三個, 千年."""
    plain = unit in _units()["counters"] or unit in _units()["time"]
    if not plain or value is None or isinstance(value, tuple):
        return False
    return value < 10 or (text[0] in "百千萬" and text[1] not in "百千萬億兆")


def _figure(match: re.Match[str]) -> tuple[float | tuple[float, float] | None, str] | None:
    if match["share"]:
        low, high = value_of(match["share"]), value_of(match["share_to"] or "")
        return (None if low is None else low if high is None else (low, high)), "%"
    if match["tenths"]:
        half = match["half"]
        tens = int(_DIGITS.get(match["tenths"], match["tenths"])) * 10
        return float(tens + int(_DIGITS.get(half or "", "5" if half else "0"))), "%"
    if match["low"]:
        unit = match["range_unit"]
        low, high = value_of(match["low"]), value_of(match["high"])
        if low is None or high is None:
            return None, unit
        if low > high:
            scale = re.search(r"[萬億兆]", match["high"])
            low = low * _SCALES[scale[0]] if scale and low * _SCALES[scale[0]] <= high else low
        return ((low, high) if low <= high else None), unit
    if match["one"]:
        return value_of(match["one"]), match["unit"]
    return value_of(match["bare"]), ""


def value_of(text: str) -> float | None:
    """The number that digits of any width and Han digits write, with 萬, 億, 兆; None for 數百 or nothing."""
    text = unicodedata.normalize("NFKC", text).replace(",", "").replace(" ", "").replace("廿", "二十")
    text = _ABOUT.sub("", text)
    text = "".join(_DIGITS.get(char, char) for char in text)
    if not text or text[0] in "數幾上好":
        return None
    whole, _, fraction = text.partition("點")
    total, section = Decimal(0), Decimal(0)
    current: Decimal | None = None
    for token in _TOKEN.findall(whole):
        if token in _TENS:
            section += (1 if current is None else current) * _SCALES[token]
            current = None
        elif token in ("萬", "億", "兆"):
            total += ((section + (current or 0)) or 1) * _SCALES[token]
            section, current = Decimal(0), None
        elif token[0].isdecimal():
            current = Decimal(token)
        else:
            return None
    value = total + section + (current or 0)
    if fraction.isdecimal():
        value += Decimal(f"0.{fraction}")
    return round(float(value), 6)
