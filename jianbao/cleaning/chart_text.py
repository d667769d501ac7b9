"""The scales and legends of a chart, whose words an extraction left in the middle of the text.

Before: ``0``, ``20``, ``40``, ``60``, ``80``, ``甲島``, ``乙島``, ``2016 2018 2020 2022``, then ``圖一：各島的用電``.
After: ``圖一：各島的用電``
Never: a table, statistics in a sentence, a list of years, numbered items, marks of notes; numbers that make no scale; a
scale that neither stands at the caption of a figure nor cuts a sentence stays, with a warning.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from jianbao import regex as re
from jianbao.cleaning import chart_words
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line
from jianbao.word_lists import words as listed

LEAST = 4
"""Numbers in even steps that make a scale."""

LONGEST = 14
"""Characters of a word on a chart."""

MOST = 60
"""Lines of one chart at most."""

FEWEST_ON_AXIS = 4
"""Names along the axis of a chart, in one line, at least."""
FEWEST_NAMES, LONGEST_NAME = 2, 8
"""Names in the legend of a chart at least, one a row; characters of each."""

WIDEST = 160
"""Characters of a line across a chart."""

SHORTEST_HALF = 12
"""Characters of the first half of a sentence that a chart cuts, in its line; of the second, half as many."""

_TABLE = re.compile(r"(?:附?表|Table)\s*[一二三四五六七八九十0-9]{1,3}|[（(]?(?:單位|单位)\s*[：:]")
_NUMBER = re.compile(
    r"(?P<value>[-−–]?[0-9]{1,3}(?:,[0-9]{3})+|[-−–]?[0-9]+(?:\.[0-9]+)?)\s?(?P<unit>[%％年月日時歲萬億℃°]?)"
)
_WORDS = re.compile(r"\S+(?: \S+)*")
"""Words with single spaces belong together: more part the words of a chart."""

_UNIT = re.compile(r"[（(][^（()）。，]{1,8}[)）]|[%％]")
_PROSE = re.compile(r"[。！？；，、：:]")
_HEADING = re.compile(
    r"第[一二三四五六七八九十\d]{1,3}[章節节條条]|[壹貳參肆伍陸柒捌玖拾一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]"
)


_CLAUSE = re.compile(r"[，。；]")
_PROSE_END = re.compile(r"[。！？!?；;：:][」』”’\"'）)]*$")


class _Number(NamedTuple):
    """A number among the words of a chart: its row in the run, its value, its unit."""

    row: int
    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring lines that may all be words of a chart: their indices, their words, the numbers among them."""

    indices: list[int]
    rows: list[list[str]]
    numbers: list[_Number]


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """The lines of charts whose figures can be told, and a doubt where a scale stands by itself."""
    filled = [index for index, line in enumerate(lines) if line.text.plain.strip()]
    gone: set[int] = set()
    place = 0
    while place < len(filled):
        run = _run(lines, filled, place)
        end = place + len(run.indices)
        if len(run.numbers) >= LEAST and (scales := _scales(run.numbers)):
            before = [lines[index].text.plain.strip() for index in filled[max(place - 2, 0) : place]]
            after = [lines[index].text.plain.strip() for index in filled[end : end + 2]]
            for finding in _chart(lines, run, scales, before, after):
                if not finding.doubt:
                    gone.add(finding.index)
                yield finding
        place = max(end, place + 1)
    yield from chart_words.find(lines, filled, gone)


def _run(lines: Sequence[Line], filled: Sequence[int], place: int) -> _Run:
    run = _Run([], [], [])
    for index in filled[place : place + MOST]:
        words = _words(lines[index].text.plain.strip())
        if not words:
            break
        for word in words:
            if match := _NUMBER.fullmatch(word):
                value = float(match["value"].replace(",", "").replace("−", "-").replace("–", "-"))
                run.numbers.append(_Number(len(run.rows), value, match["unit"]))
        run.indices.append(index)
        run.rows.append(words)
    return run


def _words(text: str) -> list[str]:
    """The words of a line, if all may stand on a chart: numbers, and short words without the marks of running text."""
    if (
        len(text) > WIDEST
        or _PROSE.search(text)
        or chart_words.CAPTION.match(text)
        or _TABLE.match(text)
        or _HEADING.match(text)
    ):
        return []
    words = text.split()
    if not all(map(_NUMBER.fullmatch, words)):
        words = words if _along_axis(words) else _WORDS.findall(text)
    return [] if any(len(word) > LONGEST for word in words) else words


def _along_axis(words: Sequence[str]) -> bool:
    """Whether words with single spaces between them are names along an axis: of one length each."""
    return len(words) >= FEWEST_ON_AXIS and len(words[0]) <= LONGEST_NAME and len(set(map(len, words))) == 1


def _scales(numbers: Sequence[_Number]) -> list[list[_Number]]:
    """Stretches of the numbers that grow or fall by even steps, or by one factor, all of one unit."""
    scales: list[list[_Number]] = []
    start = 0
    while start + LEAST <= len(numbers):
        end = start + 2
        while end < len(numbers) and _in_scale(numbers[end - 2], numbers[end - 1], numbers[end]):
            end += 1
        if end - start >= LEAST:
            scales.append(list(numbers[start:end]))
            start = end
        else:
            start += 1
    return scales if any(_is_telling(scale) for scale in scales) or len(scales) >= 2 else []


def _in_scale(first: _Number, second: _Number, third: _Number) -> bool:
    step = second.value - first.value
    even = abs(third.value - second.value - step) <= 1e-6 * max(1.0, abs(step))
    factor = first.value * third.value > 0 and abs(second.value**2 - first.value * third.value) < 1e-6 * second.value**2
    return step != 0 and (even or factor) and first.unit == second.unit == third.unit


def _is_telling(scale: Sequence[_Number]) -> bool:
    """Whether no other numbers run so: those of notes and of items count up by one, too."""
    low, high = sorted((scale[0].value, scale[-1].value))
    return abs(scale[1].value - scale[0].value) != 1 or low == 0 or (low > 1500 and high < 2200) or bool(scale[0].unit)


def _chart(
    lines: Sequence[Line], run: _Run, scales: Sequence[Sequence[_Number]], before: Sequence[str], after: Sequence[str]
) -> Iterator[Finding]:
    if any(_TABLE.match(text) for text in before):
        return
    first, last = scales[0][0].row, scales[-1][-1].row
    captioned_below = any(chart_words.CAPTION.match(text) for text in after)
    captioned_above = bool(before and chart_words.CAPTION.match(before[-1]))
    others = len(run.numbers) - sum(map(len, scales))
    cuts = bool(before and after) and not others and _cuts(before[-1], after[0])
    if not (cuts or ((captioned_above or captioned_below) and others <= sum(map(len, scales)))):
        alone = all(_NUMBER.fullmatch(word) for number in scales[0] for word in run.rows[number.row])
        if alone and len(scales[0]) > LEAST:
            note = f"{len(scales[0])} numbers in even steps may be the scale of a chart; no figure is near, kept"
            yield Finding(run.indices[first], 0, len(lines[run.indices[first]].text), note, doubt=True)
        return
    if cuts or captioned_above:
        first = 0
    elif first and _UNIT.fullmatch(" ".join(run.rows[first - 1])):
        first -= 1
    if cuts or captioned_below:
        last = len(run.rows) - 1
    elif captioned_above:
        last = _legend(run.rows, last)
    place = "cuts a sentence" if cuts else "stands at the caption of a figure"
    for row in range(first, last + 1):
        index = run.indices[row]
        yield whole(index, lines[index], f"on a chart of {len(scales)} scales that {place}")


def _legend(rows: Sequence[Sequence[str]], last: int) -> int:
    """The last row of a chart behind its scales: its unit, and the names along its axis side by side, or two names or
    more of one length, one a row. A heading of the text that follows is rarely as long as they are."""
    texts = [" ".join(row) for row in rows]
    if last + 1 < len(texts) and _UNIT.fullmatch(texts[last + 1]):
        last += 1
    axis = rows[last + 1] if last + 1 < len(rows) else ()
    if len(axis) >= FEWEST_ON_AXIS and not any(map(_NUMBER.fullmatch, axis)):
        return last + 1
    names = list(takewhile(lambda text: len(text) == len(texts[last + 1]), texts[last + 1 :]))
    fit = len(names) >= FEWEST_NAMES and len(names[0]) <= LONGEST_NAME and not any(map(_NUMBER.fullmatch, names))
    return last + len(names) if fit and not set(names).intersection(listed("sections")) else last


def _cuts(before: str, after: str) -> bool:
    """Whether the lines around a chart are halves of one sentence."""
    return (
        len(before) >= SHORTEST_HALF
        and bool(_CLAUSE.search(before))
        and not chart_words.CAPTION.match(before)
        and not _PROSE_END.search(before)
        and len(after) >= SHORTEST_HALF // 2
        and bool(_CLAUSE.search(after))
        and not _HEADING.match(after)
    )
