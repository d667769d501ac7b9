"""Bodies of notes: taken out of the lines at page bottoms, at chapter ends and from reference lists.

A line opens notes if it starts with the number that is next and the text above calls for it, or if a rule or a heading
says so. Notes go on until the page ends or the body resumes; a note that a page cut goes on below the next rule.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from jianbao.document import Block, BlockKind, Line
from jianbao.provenance import Removal
from jianbao.structure import apart, joints, measure
from jianbao.structure.blocks import roles
from jianbao.structure.heads import meta_lines
from jianbao.structure.layout import columns, interleaved, orphans, print_lines
from jianbao.structure.layout.flow import Item, Taken
from jianbao.structure.notes import caret_notes, detached_marks, note_labels, section_numbers, starred
from jianbao.structure.notes.note_heading import HEADING
from jianbao.structure.notes.note_labels import Label
from jianbao.structure.rows import Row, broad_edge, of_lines, usual_gap
from jianbao.structure.starts import starts_unit

RULE = "T11"
"""Code of the rule of dashes between the body and its notes."""

_REMARKS = re.compile(r"附\s*[註注]\s*[:：]?")
"""A heading over remarks on a table as well as over notes: only a mark in the text tells."""
_WORKS = re.compile(r"\s*(?:\S{1,3}[、.．\s]\s*)?(?:[參参]\s*考|引\s*用|徵引|References|Bibliography|REFERENCES)")
"""The heading of works, not of remarks."""
_RULE = re.compile(r"[_＿─━—–\-=﹍]{5,}")
_REACH = 120
"""Lines of text above a note in which its mark is looked for: two or three pages."""

_SKIPPED = 2
"""Notes that may be missing in the sequence without ending it."""

_SURE = 4
"""From here on a number that is next in its style needs no mark in the text: its mark may have run into a year."""

_FINISHED = re.compile(r"[。．.！？!?)）」』”〉》]\s*$|https?://\S+$")


@dataclass(slots=True)
class _State:
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


def take(lines: Sequence[Line], path: str = "") -> Taken:
    """Lines without the bodies of notes, and these as FOOTNOTE blocks, mark included. ``path`` is for diagnostics."""
    lines, diagnostics = interleaved.reorder(print_lines.whole(lines), path)
    lines = orphans.reorder(columns.reorder(lines))
    rows = detached_marks.reorder(of_lines(lines))
    usual, broad = usual_gap(rows), broad_edge(rows)
    state = _State(starred=starred.find(rows))
    gone: set[int] = set()
    removals: list[Removal] = []
    framed = _rules_of_entries(rows)
    headings = section_numbers.find(rows, broad)
    carets = caret_notes.find(rows)
    for index, row in enumerate(rows):
        label = carets.get(index) or (note_labels.at_start(row.text) if index not in headings else None)
        ends = (
            index in headings or (carets and index not in carets) or (state.inside and _ends(state, row, label, usual))
        )
        if state.inside and (ends or _is_text_again(state, rows, index, label, broad)):
            state.inside = state.listed = False
            state.cut = bool(state.notes) and not _finished(state.notes[-1])
        if state.inside:
            if label and _next(state, label):
                _release(state)
                _called_for(state, label, row)
                _open(state, label, row)
            else:
                state.notes[-1].append(row)
            continue
        closing = index + 1 == len(rows) or index in framed
        if _RULE.fullmatch(row.text) and not closing and _opens_below(state, rows, index):
            removals.append(row.line.text.removed(RULE, "rule between the text and its notes"))
            gone.add(index)
            continue
        if state.cut and row.ruled and not (label and _next(state, label)):
            state.inside, state.cut = True, False
            state.notes[-1].append(row)
            continue
        ruled = row.ruled or index - 1 in gone
        if label and _opens(state, rows, index, ruled, label):
            state.inside, state.cut = True, False
            state.listed = bool(index) and bool(HEADING.fullmatch(rows[index - 1].text))
            _open(state, label, row)
            continue
        state.body.append(row.text)
        del state.body[:-_REACH]
    if state.inside:
        _release(state)
    taken = {id(row.line) for note in state.notes for row in note}
    taken |= {id(rows[index].line) for index in gone}
    bare: dict[int, Line] = {}
    # A line of a note that ends in a star calls nothing.
    calls = {sign: row.line for sign, row in state.starred.items() if id(row.line) not in taken}
    for sign in sorted({label.sign for label in state.labels} & calls.keys()):
        line = calls[sign]
        bare[id(line)], star = starred.without(bare.get(id(line), line), sign)
        removals.append(star)
    items: tuple[Item, ...] = tuple(bare.get(id(line), line) for line in lines if id(line) not in taken)
    known = joints.words(row.line for note in state.notes for row in note)
    notes: list[Block] = []
    for note, label in zip(state.notes, state.labels, strict=True):
        text, hyphens = joints.join([row.line for row in note], known)
        removals += hyphens
        notes.append(Block(BlockKind.FOOTNOTE, text, label="" if label.sign in calls else label.sign))
    return Taken(items, tuple(notes), tuple(removals), diagnostics)


def _rules_of_entries(rows: Sequence[Row]) -> frozenset[int]:
    """Rules that part the numbered entries of a file: a number behind each, counting from 1, that no text calls for."""
    rules = [n for n, row in enumerate(rows[:-1]) if _RULE.fullmatch(row.text)]
    labels = [note_labels.at_start(rows[n + 1].text) for n in rules]
    numbers = [label.number for label in labels if label]
    pages = {rows[n].line.page for n in rules}
    if len(numbers) < _SURE - 1 or numbers != list(range(1, len(numbers) + 1)) or len(pages) > 1:
        return frozenset()
    styles = {label.style for label in labels if label}
    called = any(
        found.number <= len(numbers) and found.style in styles and found.score >= _CLEAR and found.start > 0
        for row in rows
        for found in note_labels.inline(row.text)
    )
    return frozenset() if called else frozenset(rules)


def _open(state: _State, label: Label, row: Row) -> None:
    state.notes.append([row])
    state.labels.append(label)
    if label.number:
        state.style = label.style


def _next(state: _State, label: Label) -> bool:
    """Inside notes: whether a mark is that of the next one."""
    if label.style == "star":
        return state.labels[-1].style != "star" or len(label.sign) > len(state.labels[-1].sign)
    before = next((item for item in reversed(state.labels) if item.number), None)
    return label.number == (before.number + 1 if before else 1) and label.style in (state.style or label.style)


def _release(state: _State) -> None:
    """Give back to the body what the last note took of it: behind a line that ends the note, text with marks of later
    notes. So it is where nothing tells the pages apart."""
    note, label = state.notes[-1], state.labels[-1]
    later = range(label.number + 1, label.number + _AHEAD + 1)
    styles = _CALLS.get(label.style, (label.style,))
    called = -1
    for index in range(1, len(note)):
        inline = note_labels.inline(note[index].text)
        if any(found.number in later and found.style in styles and found.score >= _CLEAR for found in inline):
            called = index
    for index in range(1, called + 1):
        if _closes(note[index - 1].text, note[index].text):
            state.body += [row.text for row in note[index:]]
            del state.body[:-_REACH]
            del note[index:]
            return


def _closes(text: str, after: str) -> bool:
    """Whether a line is the last of a note, though nothing parts it from the next: no abbreviation, no cut address."""
    if _ADDRESS.search(text):
        return text[-1] == "." or not measure.is_latin(after[0])
    return bool(_FINISHED.search(text)) and not _ABBREVIATED.search(text)


_ADDRESS = re.compile(r"https?://\S+$")
_ABBREVIATED = re.compile(r"(?<![A-Za-z])[A-Za-z]{1,3}\.$")

_CALLS = {"dotted": ("plain", "bracket", "super"), "plain": ("plain", "super")}
"""Styles of the marks that call a note of each style, where it is another than its own."""

_AHEAD = 8
"""Notes that one page may call."""

_CLEAR = 3.0
"""Likeness of a number behind the end of a sentence to the mark of a note."""


def _opens(state: _State, rows: Sequence[Row], index: int, ruled: bool, label: Label | None) -> bool:
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
    headed = index > 0 and bool(HEADING.fullmatch(rows[index - 1].text))
    ruled = ruled and (bool(state.notes) or any(_FINISHED.search(text) for text in state.body))
    if headed and label.style == "dotted" and _WORKS.match(rows[index - 1].text) and not _called_for(state, label, row):
        return False  # a numbered list of works, of which no mark in the text speaks
    remarks = headed and bool(_REMARKS.fullmatch(rows[index - 1].text))
    if ruled or (headed and label.number == 1 and not remarks):
        return True
    if state.style and label.style != state.style:
        return False
    if label.number == 1 and expected > 2 and label.style not in ("circled", "bracket", "word", "plain", "super"):
        return False
    if _called_for(state, label, row):
        return True
    return label.number == expected >= _SURE and label.style == state.style != "plain"


def _opens_below(state: _State, rows: Sequence[Row], rule: int) -> bool:
    """Whether a rule stands above the first of a page's notes."""
    return _opens(state, rows, rule + 1, True, note_labels.at_start(rows[rule + 1].text))


def _called_for(state: _State, label: Label, row: Row) -> bool:
    """Whether the text above, since the mark of the note before, has a mark of this number.

    A note may stand pages below its mark, where the page of the mark was full.
    """
    styles = _CALLS.get(label.style, (label.style,))
    least = 2.0 if label.style == "dotted" else 1.5
    for index, text in enumerate(state.body):
        for found in note_labels.inline(text):
            if found.number == label.number and found.style in styles and found.score >= least and found.start > 0:
                del state.body[:index]
                return True
    return False


def _ends(state: _State, row: Row, label: Label | None, usual: int) -> bool:
    """Whether the body resumes with this line."""
    if label and label.number and _next(state, label):
        return False
    if label is None and HEADING.fullmatch(row.text):
        return True
    if _is_of_foot(row.text):
        return True
    if state.listed:
        if row.torn:
            return False
        tight = all(note[0].gap == 0 for note in state.notes[-_LOOK:])
        return row.gap > (0 if tight else usual) and _finished(state.notes[-1])
    if row.torn:
        return True
    if len(state.notes[-1]) == 1 and detached_marks.alone(state.notes[-1][0]):
        return False
    if usual and row.gap == 0 and row.indent == 1:
        return True
    if row.gap == 1 and _is_word_of_stretched_line(state.notes[-1][-1], row):
        return False
    return row.gap > usual and _finished(state.notes[-1]) and not row.ruled


def _is_text_again(state: _State, rows: Sequence[Row], index: int, label: Label | None, broad: int) -> bool:
    """Whether the body resumes with a line that nothing parts from the notes above it.

    The note's last line ends it, and what follows is a numbered heading; or it is short, and what follows fills the
    measure of the body; or it is so much longer that the one below could only be the note's last, which does not end.
    """
    row, last = rows[index], state.notes[-1][-1]
    if state.listed or label is not None or row.torn or not _STOPPED.search(last.text):
        return False
    if detached_marks.alone(last):
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


def _goes_on_above(state: _State, row: Row, last: Row, broad: int) -> bool:
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
    ended = bool(_FINISHED.search(before.text)) and before.text[-2:] not in _QUOTED_PART
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
    if roles.is_end_mark(text) or apart.is_row_of_marks(text) or _ORIGIN.match(text):
        return True
    meta = meta_lines.parse(text) if _MADE.match(text) else None
    return meta is not None and bool(meta.authors or meta.desk)


def _finished(note: Sequence[Row]) -> bool:
    return bool(_FINISHED.search(note[-1].text)) or measure.width(note[-1].text) < _SHORT
