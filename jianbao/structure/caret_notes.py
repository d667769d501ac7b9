"""Notes of an encyclopedia's page: under the heading of the references, a caret in front of each and no number.

Before: ``…啟用。[1]`` in the text, ``^ 某某. 書名. 2020.`` line by line under ``參考資料``
After: notes that their marks call: the n-th of them is that of mark n.
Never: lines with a caret of which there are fewer than marks in the text, or more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from jianbao.structure import note_labels
from jianbao.structure.note_labels import Label
from jianbao.structure.rows import Row

_CARET = re.compile(
    r"[\^↑]\s*(?:跳[轉转]至\s*[：:]?|Jump up to:?)?\s*"
    r"(?:\d{1,3}\.\d{1,2}\s+|[a-z]\s+(?=[a-z]\s|\S*[\u3400-\u9fff]))*"
)
FEWEST = 2


def label(text: str, number: int) -> Label | None:
    """The caret in front of a note as the mark of that number; None if there is none."""
    match = _CARET.match(text)
    return Label(number, "bracket", str(number), match.end()) if match and match.end() < len(text) else None


def find(rows: Sequence[Row]) -> dict[int, Label]:
    """The labels of rows with a caret, by index, where the text calls just as many notes by number in brackets."""
    first = next((index for index, row in enumerate(rows) if row.text[0] in "^↑"), len(rows))
    end = first
    while end < len(rows) and rows[end].text[0] in "^↑":
        end += 1
    if end - first < FEWEST:
        return {}
    called = {
        found.number for row in rows[:first] for found in note_labels.inline(row.text) if found.style == "bracket"
    }
    if called != set(range(1, end - first + 1)):
        return {}
    labels = {index: label(rows[index].text, index - first + 1) for index in range(first, end)}
    return {index: found for index, found in labels.items() if found}
