"""What may be a heading, and how deep the headings lie."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from jianbao import regex as re
from jianbao.document import BlockKind
from jianbao.structure import shapes
from jianbao.structure.blocks import numbering, slide_pages
from jianbao.structure.blocks.line_words import is_section
from jianbao.structure.blocks.sketch import Stroke

WIDEST = 45
"""A heading is no wider than this, in Han characters."""
_ADDRESS = re.compile(r"^(?:CC|Cc|cc|To|TO|致|受文者|正本|副本)\s*[：:]")
_ADDRESSED = ("殿", "先生", "女士", "閣下", "鈞鑒", "鈞鑑", "台鑒", "勛鑒", "鈞啟", "大鑒", "收", "御中", "様")
_GREETS = re.compile(r"(?:各位|諸位|诸位|女士|同仁|同學|同学)[^。]{0,30}(?:好|早|早安|午安|晚安)[！!。]$")
"""How a speaker greets all."""
_BARE_NUMBER = re.compile(r"^[（(【]?(?:之|其)?[一二三四五六七八九十壹貳贰參叁叄肆伍陸陆柒捌玖拾]{1,3}[)）】]?$")
_ANNEX = re.compile(r"^(?:附件|附錄|附录|附表|Appendix|Annex)", re.I)


def is_bare_number(text: str) -> bool:
    """Whether a line is a Han number alone, as over the parts of an essay: 一, 之二."""
    return bool(_BARE_NUMBER.match(text))


def is_address(text: str) -> bool:
    """Whether a line names who is addressed: 某某先生, 受文者：某某."""
    return text.endswith(_ADDRESSED) or bool(_ADDRESS.match(text))


def is_addressee(text: str) -> bool:
    """Whether a line is somebody's title and what he is addressed with, as 某國外交部長　閣下."""
    return text.endswith(_ADDRESSED) and shapes.width(text) <= WIDEST and not shapes.is_prose(text)


def is_annex(text: str) -> bool:
    """Whether a line names what is attached to a text: 附件：某某一覽."""
    return bool(_ANNEX.match(text)) and not text.startswith("附表")


def head(stroke: Stroke) -> None:
    """Make a line a heading, unless it is decided, too wide for one, or greets all who are there."""
    if shapes.width(stroke.plain) > WIDEST or _GREETS.search(stroke.plain):
        stroke.settle(BlockKind.PARAGRAPH)
    else:
        stroke.settle(BlockKind.HEADING)
        annex = is_section(stroke.plain) or bool(_ANNEX.match(stroke.plain))
        stroke.scheme = stroke.scheme or ("section" if annex else "plain")


def _parts(strokes: Sequence[Stroke]) -> set[int]:
    """Unnumbered headings behind numbered ones, right below which the same numbers start from 1 again: each heads a
    further part, such as the text in another language or what is attached to it."""
    heads = [index for index, stroke in enumerate(strokes) if stroke.kind is BlockKind.HEADING]
    reached: dict[str, int] = {}
    found: set[int] = set()
    for index, below in itertools.pairwise(heads):
        number = numbering.scheme(strokes[index].plain) if strokes[index].scheme != "plain" else None
        after = numbering.scheme(strokes[below].plain) if number is None else None
        if number:
            reached[number.scheme] = max(reached.get(number.scheme, 0), number.value)
        elif after and after.value == 1 and reached.get(after.scheme, 0) >= 2 and strokes[index].scheme == "plain":
            found.add(index)
    return found


def opens_numbers(stroke: Stroke) -> bool:
    """Whether a line is the first of numbered headings: what stands right above it lies further out."""
    found = numbering.scheme(stroke.plain) if stroke.kind is BlockKind.HEADING else None
    return found is not None and found.value == 1


def levels(strokes: Sequence[Stroke]) -> None:
    """Levels of headings, from 2: numbered schemes nest in the order in which they first open."""
    order: list[str] = []
    base = 2
    parts = _parts(strokes)
    slides = frozenset(slide_pages.tops([stroke.known for stroke in strokes]))
    outer = any(
        above.kind is BlockKind.HEADING and above.scheme == "plain" and opens_numbers(below)
        for above, below in itertools.pairwise(strokes)
    )
    for index, stroke in enumerate(strokes):
        if stroke.kind is not BlockKind.HEADING or stroke.level:
            continue
        if index in parts:
            stroke.level, base, order = 2, 3, []
            continue
        following = strokes[index + 1].plain if index + 1 < len(strokes) else ""
        if stroke.scheme == "section" or (stroke.scheme == "plain" and not outer):
            numbered_above = bool(order) and stroke.scheme == "plain" and index not in slides
            stroke.level = min(base + (len(order) if numbered_above else 0), 6)
        else:
            if stroke.scheme in order:
                del order[order.index(stroke.scheme) + 1 :]
            else:
                order.append(stroke.scheme)
            stroke.level = min(base + len(order) - 1, 6)
        if (is_address(following) and stroke.scheme == "plain") or (_ANNEX.match(stroke.plain) and not order):
            base = min(stroke.level + 1, 6)
