"""What is known of a text's notes on the way over its lines: those found so far, and which mark is the next."""

from __future__ import annotations

from dataclasses import dataclass, field

from jianbao import regex as re
from jianbao.structure import measure
from jianbao.structure.notes import note_labels
from jianbao.structure.notes.note_labels import Label
from jianbao.structure.rows import Row

REACH, NEAR = 400, 120
"""Lines of text above a note in which its mark is looked for; and those for a bare number: two or three pages."""

_BARE = ("plain", "dotted", "super")
"""Styles of notes whose marks may be bare numbers."""

FINISHED = re.compile(r"[。．.！？!?)）」』”〉》]\s*$|https?://\S+$")


@dataclass(slots=True)
class State:
    """Where the walk over the rows is: notes found so far, the body's text since the last notes, the open note.

    ``starred`` are lines of the head that end in a star, by their sign: a note with the sign explains them.
    """

    notes: list[list[Row]] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    inside: bool = False
    listed: bool = False
    cut: bool = False
    style: str = ""
    starred: dict[str, Row] = field(default_factory=dict)


def open_note(state: State, label: Label, row: Row) -> None:
    """Begin a note with its first line."""
    state.notes.append([row])
    state.labels.append(label)
    if label.number:
        state.style = label.style


def is_next(state: State, label: Label) -> bool:
    """Inside notes: whether a mark is that of the next one."""
    if label.style == "star":
        return state.labels[-1].style != "star" or len(label.sign) > len(state.labels[-1].sign)
    before = next((item for item in reversed(state.labels) if item.number), None)
    return label.number == (before.number + 1 if before else 1) and label.style in (state.style or label.style)


def give_back(state: State) -> None:
    """Give back to the body what the last note took of it: behind a line that ends the note, text with marks of later
    notes. So it is where nothing tells the pages apart."""
    note, label = state.notes[-1], state.labels[-1]
    later = range(label.number + 1, label.number + _AHEAD + 1)
    styles = _CALLS.get(label.style, (label.style,))
    called = -1
    for index in range(1, len(note)):
        inline = note_labels.inline(note[index].text)
        if any(found.number in later and found.style in styles and found.score >= CLEAR for found in inline):
            called = index
    for index in range(1, called + 1):
        if _closes(note[index - 1].text, note[index].text):
            state.body += [row.text for row in note[index:]]
            del state.body[:-REACH]
            del note[index:]
            return


def _closes(text: str, after: str) -> bool:
    """Whether a line is the last of a note, though nothing parts it from the next: no abbreviation, no cut address."""
    if _ADDRESS.search(text):
        return text[-1] == "." or not measure.is_latin(after[0])
    return bool(FINISHED.search(text)) and not _ABBREVIATED.search(text)


_ADDRESS = re.compile(r"https?://\S+$")

_ABBREVIATED = re.compile(r"(?<![A-Za-z])[A-Za-z]{1,3}\.$")

_CALLS = {"dotted": ("plain", "bracket", "super", "word"), "plain": ("plain", "super", "word")}
"""Styles of the marks that call a note of each style, where it is another than its own."""

_AHEAD = 8
"""Notes that one page may call."""

CLEAR = 3.0
"""Likeness of a number behind the end of a sentence to the mark of a note."""


def called_for(state: State, label: Label, row: Row) -> bool:
    """Whether the text above, since the mark of the note before, has a mark of this number.

    A note may stand pages below its mark, where the page of the mark was full.
    """
    styles = _CALLS.get(label.style, (label.style,))
    least = 2.0 if label.style == "dotted" else 1.5
    first = max(len(state.body) - NEAR, 0) if label.style in _BARE else 0
    for index, text in enumerate(state.body[first:], start=first):
        for found in note_labels.inline(text):
            if (
                found.number == label.number
                and found.style in styles
                and found.score >= least
                and (found.start > 0 or found.style == "plain")
            ):
                del state.body[:index]
                return True
    return False
