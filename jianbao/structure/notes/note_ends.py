"""Where notes end, and the text resumes."""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure import apart, measure
from jianbao.structure.blocks import line_words
from jianbao.structure.heads import meta_lines
from jianbao.structure.notes import foot_marks
from jianbao.structure.notes.note_heading import HEADING
from jianbao.structure.notes.note_labels import Label
from jianbao.structure.notes.note_walk import FINISHED, State, is_next
from jianbao.structure.rows import Row
from jianbao.structure.starts import starts_unit


def ends_before(state: State, row: Row, label: Label | None, usual: int) -> bool:
    """Whether the body resumes with this line."""
    if label and label.number and is_next(state, label):
        return False
    if label is None and HEADING.fullmatch(row.text):
        return True
    if _is_of_foot(row.text):
        return True
    if state.listed:
        if row.torn:
            return False
        tight = all(note[0].gap == 0 for note in state.notes[-_LOOK:])
        return row.gap > (0 if tight else usual) and is_finished(state.notes[-1])
    if row.torn:
        return True
    if len(state.notes[-1]) == 1 and foot_marks.alone(state.notes[-1][0]):
        return False
    if usual and row.gap == 0 and row.indent == 1:
        return True
    if row.gap == 1 and _is_word_of_stretched_line(state.notes[-1][-1], row):
        return False
    return row.gap > usual and is_finished(state.notes[-1]) and not row.ruled


def is_text_again(state: State, rows: Sequence[Row], index: int, label: Label | None, broad: int) -> bool:
    """Whether the body resumes with a line that nothing parts from the notes above it.

    The note's last line ends it, and what follows is a numbered heading; or it is short, and what follows fills the
    measure of the body; or it is so much longer that the one below could only be the note's last, which does not end.
    """
    row, last = rows[index], state.notes[-1][-1]
    if state.listed or label is not None or row.torn or not _STOPPED.search(last.text):
        return False
    if foot_marks.alone(last):
        return False
    if row.text[0] in measure.CLOSING or row.text.isascii() or _PATH.fullmatch(row.text):
        return False
    if _PART.match(row.text):
        return True
    if measure.latin_share(row.text) > 0.5:
        return False
    after = rows[index + 1] if index + 1 < len(rows) else None
    cut = after is not None and not after.gap and after.text[0] in measure.CLOSING
    if last.edge < broad and (row.edge >= broad or cut):
        return True
    if _goes_on_above(state, row, last, broad):
        return True
    if last.edge < broad:
        return False
    goes_on = after is not None and not after.torn and not measure.ENDING.search(row.text)
    return goes_on and not cut and row.edge <= last.edge - 2 * measure.BAND


def _goes_on_above(state: State, row: Row, last: Row, broad: int) -> bool:
    """Whether a line goes on in the sentence that the notes cut, at the foot of a column or of a page: it is as wide
    as the lines of the body, which those of notes are not; or the note's last line is short."""
    above = state.body[-1] if state.body else ""
    if measure.ENDING.search(above) or measure.width(above) < broad:
        return False
    widest, body = max(item.edge for note in state.notes[-_LOOK:] for item in note), broad + measure.BAND
    if last.edge <= max(widest, body) - measure.BAND:
        return True
    return not measure.ENDING.search(row.text) and abs(row.edge - body) <= NEARLY and row.edge <= widest - measure.BAND


NEARLY = 3
"""Columns by which a full line of the body differs from the others."""

_STOPPED = re.compile(r"[。.]$|https?://\S+$")

_PART = re.compile(
    r"第[一二三四五六七八九十\d]{1,3}[章節节]|[壹貳參叁肆伍陸柒捌玖拾一二三四五六七八九十]{1,3}、\S{1,30}$"
)
"""A numbered part of the body: no note goes on with one."""


def _is_word_of_stretched_line(before: Row, row: Row) -> bool:
    """Whether a line behind a blank one is a further word of a line of print that an extractor took for columns."""
    if row.text.isascii() and _PATH.fullmatch(row.text):
        return True
    if measure.width(before.text) >= _SHORT or starts_unit(row.text):
        return False
    ended = bool(FINISHED.search(before.text)) and before.text[-2:] not in _QUOTED_PART
    return not (ended and not before.gap) if measure.width(row.text) < _SHORT else bool(before.gap) and not ended


_PATH = re.compile(r"\S*[/_]\S*")
"""An address or a piece of one: no text resumes with it."""

_QUOTED_PART = (",”", "，”", ",」", "，」")

_SHORT = 16

_LOOK = 3
"""Notes of a list that show whether blank lines part them."""

_MADE = re.compile(r"^[（(【]?[\u3400-\u9fff]{2,6}\s*[：:｜|／/]\s*\S{1,20}$")
"""Who made a text, behind the word for his part in it."""

_ORIGIN = re.compile(r"(?:資料|资料|數據|数据)(?:來源|来源)\s*[：:]\s*\S")
"""Where the facts of the whole text are from, below its notes."""


def _is_of_foot(text: str) -> bool:
    """Whether a line marks the end of the text, or says who wrote, edited or checked it: no note goes on with one."""
    if line_words.is_end_mark(text) or apart.is_row_of_marks(text) or _ORIGIN.match(text):
        return True
    meta = meta_lines.parse(text) if _MADE.match(text) else None
    return meta is not None and bool(meta.authors or meta.desk)


def is_finished(note: Sequence[Row]) -> bool:
    """Whether the last line of a note ends it, by its mark or because it is short."""
    return bool(FINISHED.search(note[-1].text)) or measure.width(note[-1].text) < _SHORT
