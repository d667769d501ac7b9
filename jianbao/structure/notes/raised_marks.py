"""Marks in the text that an extractor wrote in lines of their own, since they are raised: put back behind their words.

Before: ``才能走路。``, ``1`` and ``鹽田停曬是一個``, with a note below that starts with ``1``, as PyMuPDF writes them.
After: ``才能走路。1``; and in one line with what follows where the three add up to a line of print.
Never: numbers that no note has, numbers of pages and of items, cells of tables.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace

from jianbao import regex as re
from jianbao.document import Line
from jianbao.provenance import MappedText
from jianbao.structure import measure
from jianbao.structure.layout import mixed_lines
from jianbao.structure.notes import note_labels
from jianbao.structure.notes.note_labels import Label
from jianbao.structure.rows import pages
from jianbao.structure.starts import starts_unit

FEWEST = 2
"""Bare numbers of a text that stand so."""

AHEAD = 3
"""How far the number of a mark may be ahead of the one before it, whose neighbours stand in their lines."""

REACH = 200
"""Lines from a mark to its note, at most."""

LONGEST = 4
"""Characters of a mark."""

CALLED = 1.5
"""Likeness of a number in the text to the mark of a note."""

NEARLY = 3
"""Columns by which a line of print differs from a full one."""

_CALLED = re.compile(r"[㐀-鿿，。、；：！？」』”’）)》〉】］…]$")
"""What stands before a mark."""


def joined(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, with each mark that is a line of its own at the end of the line above."""
    marks = _marks(lines)
    if not marks:
        return lines
    result: list[Line] = []
    for page in pages(lines):
        full = mixed_lines.full_width(page) if any(id(line) in marks for line in page) else None
        marked = False
        for line in page:
            if id(line) in marks or (marked and full and _is_rest(result[-1], line, full)):
                above = next((n for n in range(len(result) - 1, -1, -1) if result[n].text.plain.strip()), -1)
                result[above] = _one(result[above], line)
            else:
                result.append(line)
            marked = id(line) in marks
    return result


def _marks(lines: Sequence[Line]) -> frozenset[int]:
    """The identities of the lines that are the next mark each, with a note of their number below; none where there are
    few."""
    texts = [line.text.plain.strip() for line in lines]
    alone = {n: label for n in range(1, len(lines) - 1) if (label := _alone(lines, texts, n))}
    if not _are_enough(alone.values()):
        return frozenset()
    sizes = sorted(measure.width(text) for text in texts if text)
    broad = sizes[3 * len(sizes) // 4] - measure.BAND
    notes: dict[tuple[str, int], list[int]] = {}
    for index, text in enumerate(texts):
        label = note_labels.at_start(text)
        if label and (label.end == len(text) or measure.ENDING.search(text) or measure.width(text) >= broad):
            notes.setdefault((_style(label), label.number), []).append(index)
    found: dict[int, Label] = {}
    called: set[tuple[str, int]] = set()
    last = 0
    for index, text in enumerate(texts):
        label = note_labels.at_start(text)
        sign = (_style(label), label.number) if label else None
        if index not in alone or sign is None or label is None:
            inline = note_labels.inline(text)
            last = max((mark.number for mark in inline if 0 < mark.number - last <= AHEAD), default=last)
            called |= {(_plain(mark.style), mark.number) for mark in inline if mark.start and mark.score >= CALLED}
            called.discard(sign or ("", 0))
            continue
        if sign in called:  # the mark of the note itself
            called.discard(sign)
            continue
        places = notes.get(sign, [])
        at = bisect_right(places, index)
        noted = at < len(places) and places[at] <= index + REACH
        if noted and (label.number == 1 or last < label.number <= last + AHEAD):
            found[id(lines[index])] = label
            called.add(sign)
            last = label.number
    return frozenset(found) if _are_enough(found.values()) else frozenset()


def _are_enough(labels: Collection[Label]) -> bool:
    """Whether so many marks tell: a bare number may be a number of anything."""
    return len(labels) >= FEWEST or any(_style(label) != "plain" for label in labels)


def _style(label: Label) -> str:
    return _plain(label.style)


def _plain(style: str) -> str:
    return "plain" if style in ("super", "dotted") else style


def _alone(lines: Sequence[Line], texts: Sequence[str], index: int) -> Label | None:
    """The mark that a line is and nothing else, right behind words and in the middle of its page; else None."""
    text, above = texts[index], texts[index - 1] or texts[max(index - 2, 0)]
    label = note_labels.at_start(text) if 0 < len(text) <= LONGEST else None
    if label is None or label.end < len(text) or not label.number or not _CALLED.search(above):
        return None
    before, line, after = lines[index - 1 : index + 2]
    if label.style != "plain" and not (texts[index - 1] or texts[index + 1]):
        return label if before.page == line.page else None  # blank lines between all lines of the text
    near = before.page == line.page == after.page and line.number <= before.end + 1 and after.number <= line.end + 1
    ends = bool(texts[index - 1]) and measure.ENDING.search(above)
    return label if near and (texts[index + 1] or ends) else None


def _is_rest(before: Line, after: Line, full: int) -> bool:
    """Whether a line goes on in the line of print that its raised mark broke off."""
    text = after.text.plain.strip()
    if not text or starts_unit(text):
        return False
    whole = measure.width(before.text.plain.strip()) + measure.width(text)
    return full - NEARLY <= whole <= full


def _one(before: Line, after: Line) -> Line:
    text = MappedText.concat([before.text.slice(0, len(before.text.plain.rstrip())), after.text.strip()])
    return replace(before, text=text, last=after.end)
