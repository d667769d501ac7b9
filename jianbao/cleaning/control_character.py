"""Characters that nobody can see: controls, zero-width spaces, bidirectional marks, stray soft hyphens.

Before: ``高市<U+200B>早苗`` and ``<U+202E>txt.exe``
After: ``高市早苗`` and ``txt.exe``
Never: tabs; joiners inside emoji or between letters of scripts that need them; Mongolian and ideographic variation
selectors; a soft hyphen at a line end, which tells that a word goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import regex as re
from jianbao.cleaning.rule import Finding, Options
from jianbao.document import Line

_UNSEEN_ALWAYS = (
    "\\x00-\\x08\\x0e-\\x1b\\x7f-\\x84\\x86-\\x9f\\u200b\\u200c\\u200d\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2064"
    "\\u2066-\\u206f\\ufeff\\ufff9-\\ufffc\\u061c\\u3164\\uffa0\\U000e0000-\\U000e007f"
)
_UNSEEN = re.compile(f"[{_UNSEEN_ALWAYS}]+|\\u00ad(?!\\s*$)")
_BREAK = "\\x0b\\x1c-\\x1f\\x85\\u2028\\u2029"
_BREAKS = re.compile(f"[{_BREAK}]+")
_ANY = re.compile(f"[{_UNSEEN_ALWAYS}\\u00ad{_BREAK}]")
_JOINERS = frozenset("\u200c\u200d")


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Every stretch of unseen characters. A break within a line becomes a space."""
    for index, line in enumerate(lines):
        text = line.text.plain
        if not _ANY.search(text):
            continue
        for match in _UNSEEN.finditer(text):
            if not (_JOINERS.issuperset(match[0]) and _joins(text, match.start(), match.end())):
                yield Finding(index, match.start(), match.end(), f"{len(match[0])} × U+{ord(match[0][0]):04X}")
        for match in _BREAKS.finditer(text):
            yield Finding(index, match.start(), match.end(), f"line break U+{ord(match[0][0]):04X}", " ")


def legal(before: str, after: str) -> bool:
    """Only breaks become something, and only a space."""
    return after == " " and bool(_BREAKS.fullmatch(before))


def _joins(text: str, start: int, end: int) -> bool:
    """Whether a joiner stands between two characters that it can join: neither ASCII, Han, kana, Hangul nor space."""
    sides = text[start - 1 : start], text[end : end + 1]
    return all(side and not side.isspace() and not side.isascii() and not _plain(side) for side in sides)


def _plain(char: str) -> bool:
    return "\u2e80" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7ff" or "\uf900" <= char <= "\uffef"
