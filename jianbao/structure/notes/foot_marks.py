"""Marks alone in their lines at the foot of a page, and where the notes that they belong to may begin.

pdftotext writes raised numbers as lines of their own. Such a number is a note's where the text above calls it; the
first notes of a page, whose marks stand elsewhere, are told by a gap above them, by wider lines, or by
how many they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from jianbao import regex as re
from jianbao.structure import measure
from jianbao.structure.notes import note_labels
from jianbao.structure.notes.note_labels import Candidate, Label
from jianbao.structure.rows import Row

LONGEST = 9
"""Lines from the mark of a note to the next, or to the end of the page, at most."""
CALLED = 1.5
"""Likeness of a number in the text to the mark of a note."""
FINISHED = re.compile(r"[。．.！？!?)）]$|(?<![,，、])[」』”]$")
"""The end of a note."""


def alone(row: Row) -> Label | None:
    """The mark that is all of a line, or None."""
    label = note_labels.at_start(row.text) if len(row.text) <= 6 else None
    return label if label and label.number and label.end == len(row.text) else None


def at_foot(page: Sequence[Row]) -> dict[int, Label]:
    """The marks at the foot of a page, each all of its line and called above, by the index of their rows."""
    found = {index: label for index, row in enumerate(page) if (label := alone(row))}
    styles = Counter(label.style for label in found.values()).most_common(1)
    found = {index: label for index, label in found.items() if label.style == styles[0][0]}
    called = {other.number: at for at, row in reversed(list(enumerate(page))) for other in calls(row)} if found else {}
    called = _broken_off(page, found) | called
    marks: dict[int, Label] = {}
    until = len(page) - (len(found) > 1 and _is_folio(page, found))
    for index in sorted(found, reverse=True):
        if until - index > LONGEST:
            break
        number = found[index].number
        at = called.get(number)
        if at is None and found[index].style != "plain":  # called at the top of the next page
            at = called.get(number - 1)
        if at is not None and at < index < until and all(label.number != number for label in marks.values()):
            marks[index] = found[index]
            until = index
    return marks


def _broken_off(page: Sequence[Row], found: dict[int, Label]) -> dict[int, int]:
    """Where lines are no more than the mark that the text above them calls a note by, by their numbers: the note's own
    mark stands alone further below."""
    last = {label.number: index for index, label in found.items()}
    return {
        label.number: index
        for index, label in reversed(found.items())
        if index and index < last[label.number] and not page[index].gap and FINISHED.search(page[index - 1].text)
    }


def _is_folio(page: Sequence[Row], found: dict[int, Label]) -> bool:
    """Whether the last line of a page is a number apart from the notes, of which one has that number."""
    last = len(page) - 1
    own = found.get(last)
    return (
        own is not None
        and page[last].gap > 0
        and any(label.number == own.number and index != last for index, label in found.items())
    )


def calls(row: Row) -> list[Candidate]:
    """The numbers in a row that are surely the marks of notes."""
    return [found for found in note_labels.inline(row.text) if found.score >= CALLED]


def zones(
    page: Sequence[Row], marks: dict[int, Label], order: Sequence[int], first_anchor: int, anchors: dict[int, int]
) -> Iterator[int]:
    """Where the notes of a page may begin, their marks missing in front: the surest place first."""
    if anchors and min(anchors) == order[0]:
        yield anchors[order[0]]
        return
    style = next(iter(marks.values())).style
    called = -1
    for index in range(first_anchor):
        for found in calls(page[index]):
            if found.number in order and found.style in (style, "plain"):
                called = index
    if called < 0:
        return
    missing = sum(1 for number in order if not anchors or number < min(anchors))
    body = next(filter(None, (width(page[:end]) for end in (first_anchor, called + 1))), None)
    smaller = _of_smaller_type(page, called, first_anchor, missing, body) if body else None
    if body and smaller is not None and page[smaller].edge > body + 2 and not FINISHED.search(page[smaller - 1].text):
        yield smaller
    for index in range(first_anchor - 1, called, -1):
        if page[index].gap or page[index].torn:
            yield index
            break
    if smaller is not None:
        yield smaller


def _of_smaller_type(page: Sequence[Row], called: int, first_anchor: int, missing: int, body: int) -> int | None:
    """Where so many notes begin above a row, told by lines that are wider than those of the text, ``body``."""
    index = first_anchor - 1
    for _ in range(missing - 1):
        while index > called + 1 and not FINISHED.search(page[index - 1].text):
            index -= 1
        index -= 1
    while index > called + 1 and page[index - 1].edge > body + 2:
        index -= 1
    return index if index - 1 > called and abs(page[index - 1].edge - body) <= measure.BAND else None


def width(rows: Sequence[Row]) -> int | None:
    """The full width of the lines of a page."""
    return measure.full_width([row.edge for row in rows], [True] * len(rows))
