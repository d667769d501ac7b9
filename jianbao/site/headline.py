"""Where a headline may break: between phrases, as budoux's models see them, never inside a name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from budoux import Parser, load_default_simplified_chinese_parser, load_default_traditional_chinese_parser

from jianbao import regex as re

_NOT_BEFORE = "，。、；：！？…—）」』》〉】〕·,.;:!?)]}%％ 　"
_IN_WORD = re.compile(r"[0-9A-Za-zÀ-ɏ.,%]{2}|第[0-9一二三四五六七八九十]")
_NOT_AFTER = "（「『《〈【〔([{"


@cache
def _parser(locale: str) -> Parser:
    if locale == "zh-Hans-CN":
        return load_default_simplified_chinese_parser()
    return load_default_traditional_chinese_parser()


def breaks(text: str, names: Sequence[tuple[int, int]], locale: str) -> list[int]:
    """Offsets at which a line may begin. ``names`` are stretches that stay whole."""
    found: list[int] = []
    offset = before = 0
    for phrase in _parser(locale).parse(text):
        whole = not any(start < offset < end for start, end in names)
        short = offset - before < 2 or len(text) - offset < 2
        around = text[max(offset - 1, 0) : offset + 1]
        whole = whole and not _IN_WORD.fullmatch(around)
        if offset and whole and not short and around[1] not in _NOT_BEFORE and around[0] not in _NOT_AFTER:
            found.append(offset)
            before = offset
        offset += len(phrase)
    return found
