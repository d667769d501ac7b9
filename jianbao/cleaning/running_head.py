"""Running heads and feet: the title of a book, a journal or a section that stood on top or at the foot of each page.

Before: ``84  Review of Global Politics, No.71, July 2020`` between two halves of a sentence.
After: nothing.
Never: a title where it stands first or alone; a line that repeats but ends a sentence; a line without repetition,
position at the edge of a page, or a number in step with the pages as evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao.cleaning import (
    head_rows,
    heads_at_edges,
    heads_counted,
    heads_in_flow,
    heads_of_few,
    heads_of_issue,
    heads_of_papers,
    heads_of_parts,
    heads_on_top,
    heads_said,
    heads_torn,
)
from jianbao.cleaning.page_number import find as page_numbers
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line
from jianbao.word_lists import words


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Lines that are heads or feet of pages."""
    rows = head_rows.rows_of(lines)
    if not rows:
        return
    numbers = {finding.index for finding in page_numbers(lines, options)}
    notes = heads_at_edges.find(rows) if lines[-1].page else heads_in_flow.find(rows, numbers)
    once = heads_of_few.find(rows) | heads_counted.find(rows, numbers)
    notes = once | heads_of_issue.find(rows) | heads_on_top.find(rows, numbers) | notes
    for find_more in (heads_of_parts.find, heads_torn.find):
        notes |= find_more([row for row in rows if row.index not in notes or row.index in numbers], numbers)
    for index in heads_of_parts.kept(rows, notes):
        del notes[index]
    for index in heads_of_papers.kept(rows) & notes.keys():
        del notes[index]
    notes |= heads_of_papers.find(rows) | heads_on_top.first_number(rows, notes, numbers)
    notes = heads_said.find(rows, notes) | notes
    buttons = {word.casefold() for name in ("share", "page_words") for word in words(name)}
    for index in sorted(notes):
        if lines[index].text.plain.strip().casefold() in buttons and not lines[-1].page:
            continue  # a button of a page, which stands there more than once
        yield whole(index, lines[index], notes[index])
