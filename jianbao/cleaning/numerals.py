"""Page numbers as printed: Arabic, Roman and Chinese numerals, bare or in the dress of a page number."""

from __future__ import annotations

from typing import NamedTuple

from jianbao import regex as re

_DIGITS = r"[0-9０-９]{1,4}"
_ROMAN = r"[ivxlcIVXLC]{1,7}"
_HAN = r"[一二三四五六七八九十百〇零]{1,5}"
_ANY = rf"(?:{_DIGITS}|{_ROMAN}|{_HAN})"
_DRESS = r"[-–—－─―~～·‧・•．|｜*＊]{1,3}"

_STYLES = (
    ("total", True, re.compile(rf"(?:第\s*)?(?P<n>{_DIGITS})\s*[/／]\s*{_DIGITS}(?:\s*[頁页])?")),
    ("total", True, re.compile(rf"{_DRESS}\s*(?P<n>{_DIGITS})\s*[/／]\s*{_DIGITS}\s*{_DRESS}")),
    ("counted", True, re.compile(rf"第\s*(?P<n>{_ANY})\s*[頁页版](?:\s*[,，／/]?\s*[共總总全]\s*{_ANY}\s*[頁页])?")),
    ("named", True, re.compile(rf"(?:[Pp]age|[Pp]\.|PAGE|頁|页)\s*(?P<n>{_DIGITS})(?:\s*(?:of|/)\s*{_DIGITS})?")),
    ("dressed", True, re.compile(rf"{_DRESS}\s*(?P<n>{_ANY})\s*{_DRESS}")),
    ("bare", False, re.compile(rf"{_DRESS}\s*(?P<n>{_DIGITS})|(?P<m>{_DIGITS})\s*{_DRESS}")),
    ("bracketed", False, re.compile(rf"[\[(（〔【〈<]\s*(?P<n>{_DIGITS})\s*[\])）〕】〉>]")),
    ("bare", False, re.compile(rf"(?P<n>{_DIGITS})")),
    ("roman", False, re.compile(rf"(?P<n>{_ROMAN})")),
)

_MAYBE = re.compile(r"[0-9０-９ivxlcIVXLC一二三四五六七八九十百〇零\s\W第頁页版共總总全PpageAGEof]{1,24}")
"""What a page number can be made of: most lines are told apart by this alone."""

_HAN_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0}
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class Number(NamedTuple):
    """A page number: its value, its style, and whether the style alone says that it numbers a page."""

    value: int
    style: str
    certain: bool


def page_number(text: str) -> Number | None:
    """The page number that a line is, or None. ``text`` is without white space at its ends."""
    if not _MAYBE.fullmatch(text):
        return None
    for style, certain, pattern in _STYLES:
        match = pattern.fullmatch(text)
        value = numeral(next(filter(None, match.groups()))) if match else None
        if value:
            return Number(value, style, certain)
    return None


def numeral(text: str) -> int | None:
    """The value of a numeral, or None where the characters make no number."""
    if text.isdecimal():
        return int(text)
    lowered = text.lower()
    if all(char in _ROMAN_DIGITS for char in lowered):
        values = [_ROMAN_DIGITS[char] for char in lowered]
        value = sum(-n if n < max(values[i + 1 :], default=0) else n for i, n in enumerate(values))
        return value if _roman(value) == lowered else None
    return _han(text)


def _roman(value: int) -> str:
    out = ""
    for size, sign in ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv")):
        out += sign * (value // size)
        value %= size
    return out + "i" * value


def _han(text: str) -> int | None:
    if not any(char in "十百" for char in text):
        return int("".join(str(_HAN_DIGITS[char]) for char in text)) if all(c in _HAN_DIGITS for c in text) else None
    total, digit = 0, None
    for char in text:
        if char in _HAN_DIGITS:
            digit = _HAN_DIGITS[char]
        elif char in "十百":
            total += (1 if digit is None else digit) * (10 if char == "十" else 100)
            digit = None
        else:
            return None
    return total + (digit or 0)
