"""The full stop of Chinese print that a reader of print took for a letter.

Before: ``船員僅及半數o該中心並將聘請教官二人`` in a text that has no other letter
After: ``船員僅及半數。該中心並將聘請教官二人``
Never: a text whose sentences have other Latin letters; a circle that stands for a character of a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import regex as re
from jianbao.cleaning.rule import Finding, Options
from jianbao.document import Line

_STOP = re.compile(r"(?<=[\u3400-\u9fff」』）])[oO](?=[\u3400-\u9fff「『（\s]|$)")
_LETTER = re.compile("[A-Za-zＡ-Ｚａ-ｚ]")
_SENTENCE = re.compile("[，。]")


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Such letters, if the sentences of the text have no others."""
    said = [(index, line.text.plain) for index, line in enumerate(lines) if _SENTENCE.search(line.text.plain)]
    found = [(index, match) for index, text in said for match in _STOP.finditer(text)]
    if not found or len(found) < sum(len(_LETTER.findall(text)) for _, text in said):
        return
    for index, match in found:
        yield Finding(index, *match.span(), "a letter where no other is, in the place of a full stop", "。")


def legal(before: str, after: str) -> bool:
    """Only a full stop for a round letter."""
    return before in ("o", "O") and after == "。"
