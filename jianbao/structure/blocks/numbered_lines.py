"""Numbered lines: headings of parts, or items of a list; and how deep the items lie."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from jianbao import regex as re
from jianbao.document import BlockKind
from jianbao.structure import shapes
from jianbao.structure.blocks import minutes_head, numbering
from jianbao.structure.blocks.headings import WIDEST, head
from jianbao.structure.blocks.known import Role
from jianbao.structure.blocks.sketch import Stroke
from jianbao.structure.heads import written_dates

_MORE_ITEMS = re.compile(r"[；;](?:以?及|和|與|与|或)?$")
"""The end of an item, another below it."""
_ALWAYS = {"編", "章", "節"}
_OVER_PARTS = {"壹", "甲", "案"}
"""Schemes that only number parts: among their headings a short sentence is one, too (伍、散會：下午5時。)."""
_QUESTION = re.compile(r"^(?:[QＱ]\s?|問題?\s?|问题?\s?)(\d{1,2}|[一二三四五六七八九十]{1,3})[\s\u3000.．、：:]+(?=\S)")
_NUMBER = re.compile(
    r"^([0-9]{1,2})(?![年月日時时分秒個个人名次歲岁倍萬万億亿元])(?=[㐀-鿿“「])[^，。；：！？,;:!?]{2,}$"
)
"""A title right behind its number, which counts nothing."""

FEWEST_PARTS = 2
"""Headings of one run that stand over text, where the same numbers are of a list elsewhere."""
FEWEST_GLUED, FEWEST_PARTED = 3, 2
"""Headings right behind their numbers that a text has; where parts as 2.1 are below them."""

_LEGAL = re.compile("[壹貳贰參叁叄肆伍陸陆柒捌玖拾]")
_PLAIN = str.maketrans("壹貳贰參叁叄肆伍陸陆柒捌玖拾", "一二二三三三四五六六七八九十")
"""Numbers as cheques have them, alone over the parts of a text."""


def state(strokes: Sequence[Stroke]) -> None:
    """Decide for numbered lines, one scheme at a time: headings, or items of a list."""
    groups: dict[str, list[int]] = defaultdict(list)
    for index, stroke in enumerate(strokes):
        found = numbering.scheme(stroke.plain) if stroke.kind is None else None
        if (found and found.end < len(stroke.plain)) or (found and found.scheme in ("章", "節", "條")):
            groups[found.scheme].append(index)
    _mistaken(strokes, groups)
    _bare(strokes)
    _questions(strokes)
    groups["1 "] = _counted(strokes, groups.get("1 ", [])) or _glued(strokes, "1.1" in groups)
    statute = len(groups.get("條", ())) >= 3
    for name, every in groups.items():
        fields, parts_behind = minutes_head.split(strokes, every, lambda i: _is_said_short(strokes, i))
        for i in fields:
            strokes[i].settle(BlockKind.PARAGRAPH)
        indices = every[len(fields) :]
        said = {i for i in indices if name in _OVER_PARTS and _is_said_short(strokes, i)}
        short = [i for i in indices if _heading_shape(strokes[i].plain) or (name == "案" and i in said)]
        short = [i for i in short if i - 1 not in indices or not _MORE_ITEMS.search(strokes[i - 1].plain)]
        leading = [i for i in short if _leads(strokes, i, name)]
        heads = name in _ALWAYS or (
            (bool(leading) and len(leading) >= 0.5 * len(indices)) and not (statute and name != "條")
        )
        heads = heads or (name == "壹" and len(leading) >= FEWEST_PARTS and len(said) == len(indices))
        parts = set() if heads or statute else _over_text(strokes, indices)
        parts |= {*parts_behind, *(said if heads else ())}
        for i in indices:
            stroke = strokes[i]
            stroke.scheme = name
            if name == "條":
                alone = stroke.plain[numbering.scheme(stroke.plain).end :].strip(" 　（）()")  # type: ignore[union-attr]
                prose = shapes.ends_sentence(stroke.plain) or shapes.ends_open(stroke.plain)
                head = len(alone) <= 20 and not prose and i + 1 < len(strokes)
                stroke.settle(BlockKind.HEADING if head else BlockKind.PARAGRAPH)
            elif (heads and i in short) or i in parts:
                stroke.settle(BlockKind.HEADING)
            elif name != "案" and (len(indices) >= 2 or name in ("（一）", "（1）", "（a）", "（i）", "①")):
                stroke.settle(BlockKind.LIST_ITEM, 1)
            else:
                stroke.scheme = ""


def _mistaken(strokes: Sequence[Stroke], groups: dict[str, list[int]]) -> None:
    """Put the only 叁 among 一, 二 and 四 with them: a converter took 三 for it."""
    alone, plain = groups.get("壹", []), groups.get("一", [])
    if len(alone) != 1 or not strokes[alone[0]].plain.startswith(("叁", "參")):
        return
    above = [strokes[i].plain[0] for i in plain if i < alone[0]][-1:]
    below = [strokes[i].plain[0] for i in plain if i > alone[0]][:1]
    if above == ["二"] and below in ([], ["四"]):
        plain[:] = sorted((*plain, *groups.pop("壹")))


def _bare(strokes: Sequence[Stroke]) -> None:
    """Numbers alone in a line that count from 1 through the text, with text in between, head its parts: 01, 02."""
    found: list[int] = []
    for index, stroke in enumerate(strokes):
        digits = "".join(stroke.plain.split())
        bare = stroke.kind is None and len(digits) <= 2 and (digits.isdecimal() or bool(_LEGAL.fullmatch(digits)))
        if bare and _value(digits) == len(found) + 1 and index + 1 < len(strokes):
            if found and index == found[-1] + 1:
                return
            found.append(index)
    for index in found if len(found) >= 2 else ():
        head(strokes[index])


def _value(digits: str) -> int:
    """The number that digits, or Han numerals of one place, say."""
    return int(digits) if digits.isdecimal() else "〇一二三四五六七八九十".index(digits.translate(_PLAIN)[:1])


def _questions(strokes: Sequence[Stroke]) -> None:
    """Questions that a letter and a number count from 1 through the text, with text below each, head its parts: Q1."""
    found: list[int] = []
    for index, stroke in enumerate(strokes[:-1]):
        match = _QUESTION.match(stroke.plain) if stroke.kind is None else None
        if match and written_dates.number(match[1]) == len(found) + 1 and shapes.width(stroke.plain) <= WIDEST:
            if found and index == found[-1] + 1:
                return
            found.append(index)
    for index in found if len(found) >= 2 else ():
        head(strokes[index])


def _over_text(strokes: Sequence[Stroke], indices: Sequence[int]) -> set[int]:
    """Of numbers that elsewhere in the text are of a list: those of a run from 1 on whose every line is short, with
    running text right below it, or points of its own that count from 1. They head the parts there."""
    found: set[int] = set()
    run: list[int] = []
    for i in (*indices, None):
        number = numbering.scheme(strokes[i].plain) if i is not None else None
        if number is None or number.value != len(run) + 1:
            if len(run) >= FEWEST_PARTS and all(_stands_over_text(strokes, n) for n in run):
                found.update(run)
            run = []
        if i is not None and number is not None and number.value == len(run) + 1:
            run.append(i)
    return found


def _stands_over_text(strokes: Sequence[Stroke], index: int) -> bool:
    below = strokes[index + 1] if index + 1 < len(strokes) else None
    if below is None or below.known.role is not Role.BODY or not _heading_shape(strokes[index].plain):
        return False
    own, found = numbering.scheme(strokes[index].plain), numbering.scheme(below.plain)
    return found is None or (own is not None and found.scheme != own.scheme and found.value == 1)


def _is_said_short(strokes: Sequence[Stroke], index: int) -> bool:
    """Whether a line is one sentence, no wider than a heading, that goes on nowhere."""
    text = strokes[index].plain
    return shapes.width(text) <= WIDEST and not re.search(r"[。！？；].", text) and not shapes.ends_open(text)


def _counted(strokes: Sequence[Stroke], indices: Sequence[int]) -> list[int]:
    """Those short lines with a bare number in front that count from 1: only so are they headings of a paper."""
    counted: list[int] = []
    for index in indices:
        found = numbering.scheme(strokes[index].plain)
        if found and found.value == len(counted) + 1 and _heading_shape(strokes[index].plain):
            counted.append(index)
    return counted if len(counted) >= 2 else []


def _glued(strokes: Sequence[Stroke], parted: bool) -> list[int]:
    """Short lines that an extraction left no blank in behind a number that counts from 1: 1前言, 2資料. ``parted`` says
    that the text has headings as 2.1."""
    found: list[int] = []
    for index, stroke in enumerate(strokes[:-1]):
        match = _NUMBER.match(stroke.plain) if stroke.kind is None else None
        if match and int(match[1]) == len(found) + 1 and _heading_shape(stroke.plain):
            found.append(index)
    return found if len(found) >= (FEWEST_PARTED if parted else FEWEST_GLUED) else []


def _heading_shape(text: str) -> bool:
    listed = text.endswith(("！", "!")) or bool(_MORE_ITEMS.search(text))
    return shapes.width(text) <= WIDEST and shapes.is_title_like(text) and not listed


def _leads(strokes: Sequence[Stroke], index: int, name: str) -> bool:
    """Whether something else than the next number of the same scheme follows."""
    if index + 1 >= len(strokes):
        return False
    following = numbering.scheme(strokes[index + 1].plain)
    return following is None or following.scheme != name


def item_levels(strokes: Sequence[Stroke]) -> None:
    """Depth of numbered items: in the order in which their schemes open within one list. What stands first behind
    other text is the outermost of its run, whatever list it goes on with."""
    stack: list[str] = []
    above, behind = 0, True
    for stroke in strokes:
        if stroke.kind is BlockKind.HEADING:
            stack = []
        if stroke.kind is not BlockKind.LIST_ITEM:
            behind = True
            continue
        if not stroke.scheme:
            continue
        if stroke.scheme in stack:
            del stack[stack.index(stroke.scheme) + 1 :]
        else:
            stack.append(stroke.scheme)
        above = len(stack) - 1 if behind else min(above, len(stack) - 1)
        behind = False
        stroke.level = min(len(stack) - above, 3)
