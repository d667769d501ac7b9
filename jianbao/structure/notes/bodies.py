"""Bodies of notes: taken out of the lines at page bottoms, at chapter ends and from reference lists.

Notes go on until the page ends or the body resumes; a note that a page cut goes on below the next rule.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from jianbao.document import Block, BlockKind, Line
from jianbao.provenance import Removal
from jianbao.structure import joints
from jianbao.structure.heads import abstract_heads
from jianbao.structure.layout import columns, interleaved, orphans, print_lines
from jianbao.structure.layout.flow import Item, Taken
from jianbao.structure.marked_lines import UNMARKED, Marked
from jianbao.structure.notes import (
    affiliations,
    broken_by_marks,
    caret_notes,
    counted_rows,
    detached_marks,
    note_labels,
    raised_marks,
    section_numbers,
    starred,
)
from jianbao.structure.notes.note_ends import ends_before, is_finished, is_text_again
from jianbao.structure.notes.note_heading import HEADING, OF_SECTION
from jianbao.structure.notes.note_starts import RULE_LINE, opens_below, opens_notes, rules_of_entries
from jianbao.structure.notes.note_walk import REACH, State, called_for, give_back, is_next, open_note
from jianbao.structure.rows import Row, broad_edge, of_lines, usual_gap

RULE = "T11"
"""Code of what stands between the body and its notes: a rule of dashes, a label."""


def take(lines: Sequence[Line], path: str = "", marked: Marked = UNMARKED) -> Taken:
    """Lines without the bodies of notes, and these as FOOTNOTE blocks, mark included. ``path`` is for diagnostics,
    ``marked`` tells items of numbered lists, and headings."""
    lines = broken_by_marks.joined(raised_marks.joined(lines))
    lines, diagnostics = interleaved.reorder(print_lines.whole(lines, marked.named), path)
    lines = orphans.reorder(columns.reorder(lines))
    rows = detached_marks.reorder(of_lines(lines))
    usual, broad = usual_gap(rows), broad_edge(rows)
    state = State(starred=starred.find(rows))
    gone: set[int] = set()
    removals: list[Removal] = []
    framed = rules_of_entries(rows)
    headings = section_numbers.find(rows, broad)
    headings |= {index for index, row in enumerate(rows) if row.line.number in marked.counted}
    headings |= counted_rows.find(rows)
    works = set(affiliations.find([row.text for row in rows[: affiliations.TOP + affiliations.REACH]]))
    works |= {index for lines in abstract_heads.find([row.text for row in rows]) for index in lines}
    headings |= works
    carets = caret_notes.find(rows)
    for index, row in enumerate(rows):
        label = carets.get(index) or (note_labels.at_start(row.text) if index not in headings else None)
        ends = (
            index in headings
            or (carets and index not in carets)
            or (state.inside and ends_before(state, row, label, usual))
        )
        if state.inside and (ends or is_text_again(state, rows, index, label, broad)):
            state.inside = state.listed = False
            state.cut = bool(state.notes) and not is_finished(state.notes[-1])
        if state.inside:
            if label and is_next(state, label):
                give_back(state)
                called_for(state, label, row)
                open_note(state, label, row)
            else:
                state.notes[-1].append(row)
            continue
        closing = index + 1 == len(rows) or index in framed
        if RULE_LINE.fullmatch(row.text) and not closing and opens_below(state, rows, index):
            removals.append(row.line.text.removed(RULE, "rule between the text and its notes"))
            gone.add(index)
            continue
        if state.cut and row.ruled and not (label and is_next(state, label)):
            state.inside, state.cut = True, False
            state.notes[-1].append(row)
            continue
        ruled = row.ruled or index - 1 in gone
        if label and opens_notes(state, rows, index, ruled, label):
            state.inside, state.cut = True, False
            state.listed = bool(index) and bool(HEADING.fullmatch(rows[index - 1].text))
            open_note(state, label, row)
            continue
        if index not in works:
            state.body.append(row.text)
            del state.body[:-REACH]
    if state.inside:
        give_back(state)
    taken = {id(row.line) for note in state.notes for row in note}
    for index in _labels(rows, taken):
        removals.append(rows[index].line.text.removed(RULE, "label of notes that stand apart from the text"))
        gone.add(index)
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


def _labels(rows: Sequence[Row], taken: Set[int]) -> list[int]:
    """Labels of a section's notes right above these, with text behind them: nothing is left for them to head."""
    last = max((index for index, row in enumerate(rows) if id(row.line) not in taken), default=0)
    return [
        index
        for index, below in enumerate(rows[1:last])
        if id(below.line) in taken and id(rows[index].line) not in taken and OF_SECTION.fullmatch(rows[index].text)
    ]
