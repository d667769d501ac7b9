"""Where notes begin: a line that starts with the number that is next, and the text above calls for it, or a rule or a
heading says so.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure import measure
from jianbao.structure.notes import note_labels, page_foot, starred
from jianbao.structure.notes.note_heading import HEADING
from jianbao.structure.notes.note_labels import Label
from jianbao.structure.notes.note_walk import CLEAR, FINISHED, State, called_for
from jianbao.structure.rows import Row

_REMARKS = re.compile(r"附\s*[註注]\s*[:：]?")
"""A heading over remarks on a table as well as over notes: only a mark in the text tells."""

_WORKS = re.compile(r"\s*(?:\S{1,3}[、.．\s]\s*)?(?:[參参]\s*考|引\s*用|徵引|References|Bibliography|REFERENCES)")
"""The heading of works, not of remarks."""

RULE_LINE = re.compile(r"[_＿─━—–\-=﹍]{5,}")

_TOP = 4
"""Lines among which the number of a file's first entry stands."""
_SKIPPED = 2
"""Notes that may be missing in the sequence without ending it."""

SHORT = 24
"""Columns of print of a line that may be a heading."""
_SURE = 4
"""From here on a number that is next in its style needs no mark in the text: its mark may have run into a year."""


def rules_of_entries(rows: Sequence[Row]) -> frozenset[int]:
    """Rules that part the numbered entries of a file: a number behind each, counting from 1, that no text calls for.
    The first may stand on top of the file, without a rule above it."""
    rules = [n for n, row in enumerate(rows[:-1]) if RULE_LINE.fullmatch(row.text)]
    labels = [note_labels.at_start(rows[n + 1].text) for n in rules]
    numbers = [label.number for label in labels if label]
    if numbers[:1] == [2]:
        above = (note_labels.at_start(row.text) for row in rows[: min(rules[0], _TOP)])
        numbers[:0] = [1 for label in above if label and label.number == 1][:1]
    pages = {rows[n].line.page for n in rules}
    if len(numbers) < _SURE - 1 or numbers != list(range(1, len(numbers) + 1)) or len(pages) > 1:
        return frozenset()
    styles = {label.style for label in labels if label}
    called = any(
        found.number <= len(numbers) and found.style in styles and found.score >= CLEAR and found.start > 0
        for row in rows
        for found in note_labels.inline(row.text)
    )
    return frozenset() if called else frozenset(rules)


def opens_notes(state: State, rows: Sequence[Row], index: int, ruled: bool, label: Label | None) -> bool:
    """Whether a line that starts with a mark is the first of a page's notes."""
    row = rows[index]
    if label is None:
        return False
    if label.style == "star":
        above = state.starred.get(label.sign)
        return ruled or any(row is above for row in rows[: min(index, starred.HEAD)])
    numbered = [item for item in state.labels if item.number]
    expected = numbered[-1].number + 1 if numbered else 1
    if label.number != 1 and not expected <= label.number <= expected + _SKIPPED:
        return False
    if label.number > 1 and index and _goes_on(label, note_labels.at_start(rows[index - 1].text)):
        return False
    headed = index > 0 and bool(HEADING.fullmatch(rows[index - 1].text))
    ruled = ruled and (bool(state.notes) or any(FINISHED.search(text) for text in state.body))
    all_called = label.style == "dotted" and label.number == 1 and _are_all_called(state, rows, index)
    listed = headed and label.style in ("dotted", "bracket") and bool(_WORKS.match(rows[index - 1].text))
    if listed and not all_called and not called_for(state, label, row):
        return False  # a numbered list of works, of which no mark in the text speaks
    if listed and _are_notes_below(rows, index, label):
        return False
    if label.style == "plain" and not ruled and not headed and _is_heading(rows, index, label):
        return False
    remarks = headed and bool(_REMARKS.fullmatch(rows[index - 1].text))
    if ruled or (headed and label.number == 1 and not remarks):
        return True
    if state.style and label.style != state.style:
        return False
    if label.number == 1 and expected > 2 and label.style not in ("circled", "bracket", "word", "plain", "super"):
        return False
    if all_called or called_for(state, label, row) or page_foot.opens(state, rows, index, label):
        return True
    return label.number == expected >= _SURE and label.style == state.style != "plain"


def _are_notes_below(rows: Sequence[Row], index: int, label: Label) -> bool:
    """Whether notes with such marks stand below a heading of their own, behind a list of works."""
    for place in range(index + 1, len(rows) - 1):
        text = rows[place].text
        if HEADING.fullmatch(text) and not _WORKS.match(text):
            below = note_labels.at_start(rows[place + 1].text)
            if below and below.number == 1 and below.style == label.style:
                return True
    return False


def _is_heading(rows: Sequence[Row], index: int, label: Label) -> bool:
    """Whether a short line behind a bare number ends no sentence, and text that is no note stands below; or it is the
    number alone, the last of its page."""
    row = rows[index]
    after = rows[index + 1] if index + 1 < len(rows) else None
    if after is None or after.torn:
        return label.end == len(row.text)
    ends = bool(FINISHED.search(row.text)) or row.text[-1].isascii() or label.end == len(row.text)
    apart = row.text[len(label.sign) :][:1].isspace()
    return apart and not ends and measure.width(row.text) < SHORT and note_labels.at_start(after.text) is None


def _goes_on(label: Label, above: Label | None) -> bool:
    """Whether the line right above, which is no note, has the number before: the two are items of a list."""
    return above is not None and above.style == label.style and above.number == label.number - 1


def _are_all_called(state: State, rows: Sequence[Row], index: int) -> bool:
    """Whether the text has a number that may be a mark for each of the numbered lines to its end, in their order."""
    numbers = [number for row in rows[index:] if (number := _number(row))]
    count = len(numbers)
    if count < _SURE or numbers != list(range(1, count + 1)) or len(rows) - index > LONGEST * count:
        return False
    wanted = 1
    for text in state.body:
        for found in note_labels.inline(text):
            if (
                found.number == wanted
                and found.style in ("plain", "super")
                and found.score >= LIKELY
                and found.start > 0
            ):
                wanted += 1
    return wanted > count


def _number(row: Row) -> int:
    label = note_labels.at_start(row.text)
    return label.number if label else 0


LONGEST = 3
"""Lines of a note, on the average at most, where only numbers tell the notes."""
LIKELY = 1.5
"""Likeness of a number behind a word to the mark of a note: by itself it tells nothing."""


def opens_below(state: State, rows: Sequence[Row], rule: int) -> bool:
    """Whether a rule stands above the first of a page's notes."""
    return opens_notes(state, rows, rule + 1, True, note_labels.at_start(rows[rule + 1].text))
