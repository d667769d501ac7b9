"""Notes that stand at the foot of a page, told by their place: the last lines of the page, counted on.

Before: ``1. 某書，頁32。`` / ``2. 同前註。`` as the last lines of a page whose text has ``費用1。``, ``選擇2，``
Never: items of a list, which the text goes on below; numbers that no text above has in their order.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao.structure.notes import note_labels
from jianbao.structure.notes.note_labels import Label
from jianbao.structure.notes.note_walk import FINISHED, State
from jianbao.structure.rows import Row

FEWEST = 2
"""Notes of a page whose marks nothing else tells."""
MOST_LINES = 30
"""Lines of the notes of a page at most."""
LIKELY = 1.5
"""Likeness of a number behind a word to the mark of a note."""
_CALLS = ("plain", "super")


def opens(state: State, rows: Sequence[Row], index: int, label: Label) -> bool:
    """Whether the lines from a row to the end of its page are notes, this the first, all called above in turn."""
    numbers = _to_end(rows, index, label)
    if len(numbers) < FEWEST or index == 0 or note_labels.at_start(rows[index - 1].text) is not None:
        return False
    wanted = label.number
    marks: set[int] = set()
    for text in state.body:
        for found in note_labels.inline(text):
            if found.style in _CALLS and found.score >= LIKELY:
                marks.add(found.number)
                wanted += found.number == wanted
    before = next((item for item in reversed(state.labels) if item.number), None)
    if before and before.style == label.style and before.number == label.number - 1:
        return 2 * len(marks.intersection(numbers)) >= len(numbers)
    return wanted > numbers[-1]


def _to_end(rows: Sequence[Row], index: int, label: Label) -> list[int]:
    """The numbers of the lines down to the end of the page, each one more than the one before and each note whole."""
    numbers = [label.number]
    at = index + 1
    while at < len(rows) and not rows[at].torn and at - index < MOST_LINES:
        other = note_labels.at_start(rows[at].text)
        if other and other.style == label.style and other.number == numbers[-1] + 1:
            if not FINISHED.search(rows[at - 1].text):
                return []
            numbers.append(other.number)
        at += 1
    ends = at == len(rows) or rows[at].torn
    return numbers if ends and FINISHED.search(rows[at - 1].text) else []
