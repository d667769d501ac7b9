"""The works below a heading such as 參考文獻, one a line."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from jianbao import regex as re
from jianbao.document import BlockKind
from jianbao.structure.blocks.known import Role
from jianbao.structure.blocks.line_words import is_section
from jianbao.structure.blocks.sketch import Stroke
from jianbao.word_lists import words

REFERENCES = frozenset(
    (
        "參考文獻",
        "参考文献",
        "引用文獻",
        "引用文献",
        "徵引書目",
        "參考書目",
        "参考书目",
        "參考資料",
        "参考资料",
        "References",
        "Bibliography",
    )
)
_WORK = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)|《[^》]+》")
"""What each work in a list of references has: its year, or its title in marks."""


def state(strokes: Sequence[Stroke]) -> None:
    """The works below a heading such as 參考文獻, one a line, are items of a list."""
    inside = False
    for stroke, below in itertools.zip_longest(strokes, strokes[1:]):
        word = stroke.plain.strip("：: 【】")
        if word in REFERENCES:
            inside = True
        elif word in words("related_labels") and below is not None and below.kind is None and _WORK.search(below.plain):
            stroke.settle(BlockKind.HEADING)
            stroke.scheme, inside = "plain", True
        elif inside and stroke.kind is None and (_WORK.search(stroke.plain) or _is_entry(stroke, below)):
            stroke.settle(BlockKind.LIST_ITEM, 1)
        else:
            inside = False


def _is_entry(stroke: Stroke, below: Stroke | None) -> bool:
    """Whether a short line among works is one of them, without a year: no text stands below it."""
    return (
        stroke.known.role is Role.TITLE
        and not is_section(stroke.plain)
        and (below is None or below.known.role is not Role.BODY)
    )
