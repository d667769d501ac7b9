"""Numbers as Chinese text writes them: 12, １２, 十二, 一百一十五, 二○二六, 九〇."""

from __future__ import annotations

import unicodedata

DIGITS = "〇○零一二三四五六七八九"
_VALUES = {"〇": 0, "○": 0, "零": 0, "元": 1, "兩": 2, "廿": 20, "卅": 30} | {
    digit: value for value, digit in enumerate("一二三四五六七八九", 1)
}
_UNITS = {"十": 10, "百": 100, "千": 1000}


def to_int(text: str) -> int | None:
    """The whole number of ``text``, in digits of either width or Han digits, by place or with 十百千; or None."""
    text = "".join(text.split())
    if not text:
        return None
    if all(char.isdecimal() for char in text):
        return int(unicodedata.normalize("NFKC", text))
    if all(char in DIGITS or char.isdecimal() for char in text):
        return int("".join(str(_VALUES.get(char, char)) if not char.isdecimal() else str(int(char)) for char in text))
    return _with_units(text)


def _with_units(text: str) -> int | None:
    total, current = 0, 0
    for char in text:
        if char in _UNITS:
            total += (current or 1) * _UNITS[char]
            current = 0
        elif char in ("廿", "卅"):
            total += _VALUES[char]
        elif char in _VALUES:
            current = _VALUES[char]
        elif char.isdecimal():
            current = current * 10 + int(char)
        else:
            return None
    return total + current
