"""Numbers of parts that an extractor wrote in lines of their own, since a wide space parts them from the name.

Before: ``01`` right above each of three headings or more; ``第一節``, a blank line and ``評估緣起``; or ``第二章`` and
``第一節`` below each other, then ``現況與弱點`` and ``水源結構``
After: ``第一節 評估緣起``; ``第二章 現況與弱點`` and ``第一節 水源結構``.
Never: an article of a law over its sentences; a number over running text; a name of one character.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from jianbao import regex as re
from jianbao.document import Line
from jianbao.provenance import MappedText

CODE = "C45"
"""Code of the space between number and name."""
MOST = 3
"""Numbers one below the other, before their names."""
FEWEST = 3
"""Headings with a number of two digits on top."""
LONGEST = 30
"""Characters of a name."""
APART = 1
"""Blank lines between a number and its name."""
_NUMBER = re.compile(
    r"第\s?[0-9０-９一二三四五六七八九十百]{1,4}\s?[章節节編编篇部講讲課课]|(?:附錄|附录|附件|單元|单元)\s?[0-9一二三四五六七八九十]{1,2}"
    r"|[壹貳參肆伍陸柒捌玖拾]{1,2}、|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]"
)
_NAME = re.compile(r"(?=.{0,3}[\u3400-\u9fff])[^\s，。；！？!?,;：:（(【「][^。；！？!?;]+(?<![，、：:])")
_OVER_CONTENTS = ("錄", "录", "次")
"""The second half of the word over a contents page, which an extractor wrote behind the first number."""
_LEADERS = re.compile(r"[\s.．·⋯…‧・]{3,}[0-9]{1,4}$")
"""What leads from a name to its page in a list of contents."""


def joined(lines: Sequence[Line], kept: frozenset[int] = frozenset()) -> tuple[Line, ...]:
    """The lines, with each such number in front of its name; blank lines where the names stood. ``kept``: the numbers
    of lines that the editor holds."""
    gone: dict[int, Line] = {}
    plain = [line.text.plain.strip() for line in lines]
    for numbers, names in (*_found(plain), *_padded(plain)):
        if any(lines[n].number in kept or lines[n].page != lines[numbers[0]].page for n in (*numbers, *names)):
            continue
        for number, name in zip(numbers, names, strict=True):
            text = (lines[number].text.strip(), MappedText.inserted(" ", CODE), lines[name].text.strip())
            gone[number] = replace(lines[number], text=MappedText.concat(text))
            gone[name] = replace(lines[name], text=MappedText())
    return tuple(gone.get(n, line) for n, line in enumerate(lines))


def _found(texts: Sequence[str]) -> Iterator[tuple[list[int], list[int]]]:
    """The places of numbers, and of their names."""
    filled = [n for n, text in enumerate(texts) if text]
    at = 0
    while at < len(filled):
        count = 0
        while at + count < len(filled) and _NUMBER.fullmatch(texts[filled[at + count]]):
            count += 1
        behind = at + count
        if at and texts[filled[at - 1]] == "目" and behind < len(filled) and texts[filled[behind]] in _OVER_CONTENTS:
            behind += 1
        numbers, names = filled[at : at + count], filled[behind : behind + count]
        if 0 < count <= MOST and len(names) == count and all(_is_name(texts, n) for n in names):
            apart = [after - before for before, after in pairwise((filled[behind - 1], *names))]
            if max(apart) <= APART + 1:
                yield numbers, names
        at += max(count, 1)


def _padded(texts: Sequence[str]) -> list[tuple[list[int], list[int]]]:
    """The places of ``01``, ``02`` and so on in order, each on top of a heading between two blank lines."""
    found = [n for n, text in enumerate(texts[:-1]) if len(text) == 2 and text.isdecimal() and text.isascii()]
    counted = [int(texts[n]) for n in found] == [*range(1, len(found) + 1)]
    heads = all(
        not texts[n - 1] and _is_name(texts, n + 1) and not texts[min(n + 2, len(texts) - 1)] for n in found if n
    )
    return [([n], [n + 1]) for n in found] if counted and heads and len(found) >= FEWEST else []


def _is_name(texts: Sequence[str], place: int) -> bool:
    """Whether a line may be the name of a part: a short one, of no sentence and with no number of its own."""
    name = _LEADERS.sub("", texts[place])
    return 2 <= len(name) <= LONGEST and bool(_NAME.fullmatch(name)) and not _NUMBER.match(name)
