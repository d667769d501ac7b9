"""Lines of print that an extractor broke off before a raised mark, which begins the next line: put together again.

Before: ``大使館回應``, ``1，瀾滄江出境水量只占全流域的百分之十三點五，把乾旱歸咎於上游``, and a note ``1`` below
After: ``大使館回應1，瀾滄江出境水量只占全流域的百分之十三點五，把乾旱歸咎於上游``
Never: items of lists, notes themselves, numbers that no note has, lines that together are longer than those of print.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from jianbao import regex as re
from jianbao.document import Line
from jianbao.provenance import MappedText
from jianbao.structure import measure
from jianbao.structure.layout import mixed_lines
from jianbao.structure.notes import note_labels
from jianbao.structure.rows import pages

FEWEST = 2
"""Lines of a text that begin so, where the mark is a bare number."""
AHEAD = 3
"""How far the number of a mark may be ahead of the one before it, whose neighbours stand in their lines."""
WIDE = 2
"""Lines of a text that may be wider than those of print."""
APART = 2
"""Lines from one with text to the next, where a blank one stands behind each."""
NEARLY = 3
"""Columns by which a line of print differs from a full one."""

_FRONT = re.compile(
    r"(?P<sign>[0-9]{1,3}|[\[［〔][0-9]{1,3}[\]］〕]|[①-⑳]|[註注][0-9]{1,3})(?=[，。；：、！？」』）》\u3400-\u9fff「《（])"
)
_CLOSED = frozenset("，。；！？」』）》")
"""What no line starts with: behind a mark it ends what stands before it."""
_BEFORE = re.compile(r"[\u3400-\u9fff，。、；：！？」』”）》〉…]$")
"""What stands before a mark."""


def joined(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, with each that begins with the mark of a note at the end of the line that it goes on from."""
    found = frozenset(_broken(lines))
    if not found:
        return lines
    result: list[Line] = []
    for line in lines:
        if id(line) not in found:
            result.append(line)
            continue
        while not result[-1].text.plain.strip():
            result.pop()  # where a blank line stands behind every line
        above = result[-1]
        text = MappedText.concat([above.text.slice(0, len(above.text.plain.rstrip())), line.text.strip()])
        result[-1] = replace(above, text=text, last=line.end)
    return result


def _broken(lines: Sequence[Line]) -> Iterator[int]:
    """The identities of the lines that begin with the next mark each, whose note stands further down."""
    starts = {id(line): match for line in lines if (match := _FRONT.match(line.text.plain.strip()))}
    if not starts:
        return
    widest = _widest(lines)
    notes, usual = _notes(lines), (mixed_lines.full_width(lines) or widest, widest)
    fit: list[tuple[Line, str]] = []
    for whole in pages(lines):
        page = [line for line in whole if line.text.plain.strip()]
        if not any(id(line) in starts for line in page[1:]):
            continue
        full = sorted({mixed_lines.full_width(page) or usual[0], *usual})
        fit += [
            (line, starts[id(line)]["sign"])
            for above, line in pairwise(page)
            if id(line) in starts and _goes_on(above, line, starts[id(line)].end(), full)
        ]
    marks = list(_in_turn(fit, notes, {id(line): place for place, line in enumerate(lines)}))
    sure = any(not sign.isdecimal() or starts[id(line)].string[len(sign)] in _CLOSED for line, sign in marks)
    if len(marks) >= FEWEST or sure:
        yield from (id(line) for line, _ in marks)


def _widest(lines: Sequence[Line]) -> int:
    """The width of the widest lines, where cells of tables are too many to tell what is common."""
    sizes = sorted((measure.width(line.text.plain.strip()) for line in lines), reverse=True)
    return sizes[min(WIDE, len(sizes) - 1)]


def _goes_on(above: Line, line: Line, end: int, full: Sequence[int]) -> bool:
    """Whether a line, its mark aside, makes a line of print together with the one right above it. ``full``: what full
    lines may be wide, the narrowest first."""
    before, rest = above.text.plain.strip(), line.text.plain.strip()[end:]
    if line.number > above.end + APART or not _BEFORE.search(before):
        return False
    whole = measure.width(before) + measure.width(rest)
    near = any(width - NEARLY <= whole <= width + 1 for width in full)
    return near or (rest[0] in _CLOSED and whole <= full[-1] + 1)


def _notes(lines: Sequence[Line]) -> Mapping[int, Sequence[int]]:
    """Where the lines stand that begin with a number as notes do, by number."""
    notes: dict[int, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        text = line.text.plain.strip()
        label = note_labels.at_start(text)
        if label and not (label.end < len(text) and text[label.end] in _CLOSED):
            notes[label.number].append(place)
    return notes


def _in_turn(
    fit: Sequence[tuple[Line, str]], notes: Mapping[int, Sequence[int]], place: Mapping[int, int]
) -> Iterator[tuple[Line, str]]:
    """Of the lines that may begin with marks, those whose numbers count up, or from 1 again, each with its note."""
    last = 0
    for line, sign in fit:
        label = note_labels.at_start(sign)
        if label is None or not (last < label.number <= last + AHEAD or label.number == 1):
            continue
        places = notes.get(label.number, [])
        at = bisect_right(places, place[id(line)])
        if at < len(places):
            last = label.number
            yield line, sign
