"""Lines with what the steps of structure ask about their place: gaps, tears, indents, rules of white space."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jianbao.document import Line
from jianbao.structure import measure

RULE_OF_SPACES = 20
"""Columns of a line of white space that stands for a drawn rule: extractors leave such a line above notes."""


@dataclass(slots=True)
class Row:
    """A line that has text.

    ``gap`` counts the blank lines before it; ``torn`` says that a page or a column ended or lines were removed before
    it, ``ruled`` that a rule of spaces stands before it, ``stop`` that a line of only white space follows at once,
    ``trailing`` that the line ends in white space. ``edge`` is the column where it ends. ``full`` is the full width of
    the text around it, where that is wrapped; ``glued`` says that the next row is of the same line of print, ``signed``
    that the row is names of the text's writers, ``alone`` that it is a line by itself: the
    heading of a numbered section, a journal's issue; ``turn`` that it opens with the name of a speaker and a colon,
    ``other`` that it says a head in Han characters in another language, ``anew`` that it begins a page whose text has
    begun on none before, or is a field of the head of minutes or of an imprint; ``soft`` that a tool broke it between
    words.
    """

    line: Line
    text: str
    indent: int
    edge: int
    gap: int = 0
    torn: bool = False
    ruled: bool = False
    stop: bool = False
    trailing: bool = False
    full: int | None = None
    glued: bool = False
    signed: bool = False
    alone: bool = False
    turn: bool = False
    other: bool = False
    anew: bool = False
    soft: bool = False


def of_lines(lines: Sequence[Line]) -> list[Row]:
    """The rows of lines, in order."""
    rows: list[Row] = []
    gap, before = 0, None
    torn = ruled = False
    for line in lines:
        plain = line.text.plain
        torn = torn or (before is not None and _is_torn(before, line))
        text = plain.strip()
        if text:
            indent = measure.indent(plain)
            edge = indent + measure.width(text)
            rows.append(Row(line, text, indent, edge, gap, torn, ruled, trailing=plain[-1].isspace()))
            gap, torn, ruled = 0, False, False
        else:
            gap += 1
            ruled = ruled or len(plain) >= RULE_OF_SPACES
            if rows and plain and before is rows[-1].line:
                rows[-1].stop = True
        before = line
    return rows


def _is_torn(before: Line, line: Line) -> bool:
    """Whether a page or a column ended between two lines, or lines were removed there."""
    return line.page != before.page or not (0 <= line.number - before.end <= 1 or line.follows)


def broad_edge(rows: Sequence[Row]) -> int:
    """The column that all full lines of a text reach, as far as a look at all lines together can tell."""
    return sorted(row.edge for row in rows)[int(0.6 * (len(rows) - 1))] - measure.BAND if rows else 0


def usual_gap(rows: Sequence[Row]) -> int:
    """How many blank lines stand between two lines of one paragraph: none, or one in double-spaced extractions."""
    broad = broad_edge(rows)
    gaps = [after.gap for row, after in itertools.pairwise(rows) if row.edge >= broad and not after.torn]
    return 1 if gaps and sum(gap >= 1 for gap in gaps) > 0.7 * len(gaps) else 0


def pages(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines of one page each: a page ends at a form feed or, where there is none, where its furniture was taken out."""
    page: list[Line] = []
    fed = bool(lines) and lines[0].page != lines[-1].page
    for line in lines:
        if page and (line.page != page[-1].page or (not fed and line.number > page[-1].end + 1)):
            yield page
            page = []
        page.append(line)
    if page:
        yield page


def blocks_of(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines with text that no blank line parts, together."""
    blocks: list[list[Line]] = [[]]
    for line in lines:
        if line.text.plain.strip():
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]
