"""Blocks of a page as an extractor wrote them, lines without a blank line between, and what is asked of them: how they
begin and end, what they number, call and quote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from jianbao import regex as re
from jianbao.document import Line
from jianbao.structure import measure
from jianbao.structure.blocks import numbering
from jianbao.structure.layout import column_numbers
from jianbao.structure.layout.column_numbers import Numbers
from jianbao.structure.layout.mixed_lines import NO_START
from jianbao.structure.layout.streams import Piece, Print
from jianbao.structure.notes import note_labels, page_notes
from jianbao.structure.notes.note_labels import Candidate

FIRST = 8
"""Columns by which a line in mid-sentence is short at most that may be the first of a paragraph, its indent lost."""

MIXED = 0.2
"""Share of Latin letters in a line from which on its width tells nothing of an indent."""

SPACE, CELL = 1.0, 0.4
"""Lines of the space around a heading; of a cell, others of whose row stand beside it."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines without a blank line between, with what is asked of them: the first and the last line of print, the numbers
    of headings, of notes that are called, how many lines are full, the quotations that are closed but not opened, and
    the other way about; ``bare``: nothing but a number, or a mark; ``cell``: as short as the cell of a table;
    ``joined``: no blank line stands before it."""

    lines: tuple[Line, ...]
    first: Piece
    last: Piece
    sections: Numbers = ()
    calls: Numbers = ()
    full: int = 0
    bare: bool = False
    cell: bool = False
    closes: int = 0
    opens: int = 0
    joined: bool = False

    @property
    def height(self) -> float:
        """How far down the page it goes, in lines: headings have space around them, cells stand side by side."""
        return CELL if self.cell or self.bare else len(self.lines) + SPACE * len(self.sections)

    @property
    def single(self) -> bool:
        """Whether it is one line of running text, as where the extractor wrote a line of either column in turns."""
        return len(self.lines) == 1 and not self.cell and not self.bare


def block_of(lines: Sequence[Line], print_: Print) -> Block:
    """What is asked of lines that stand together."""
    texts: list[str] = []
    for line in lines:
        text = line.text.plain.strip()
        if texts and text[0] in NO_START:
            texts[-1] += text
        else:
            texts.append(text)
    pieces = [Piece(text, measure.width(text)) for text in texts]
    sections = [found for piece in pieces if print_.is_heading(piece) and (found := column_numbers.section(piece.text))]
    calls = [(found.number,) for text in texts for found in note_labels.inline(text) if _is_call(text, found)]
    full = sum(abs(piece.width - print_.full) <= measure.BAND for piece in pieces)
    bare = len(pieces) == 1 and is_bare(texts[0])
    closes, opens = _quotations("".join(texts))
    cell = len(pieces) == 1 and _is_short(pieces[0], print_) and not sections
    return Block(tuple(lines), pieces[0], pieces[-1], tuple(sections), tuple(calls), full, bare, cell, closes, opens)


def _quotations(text: str) -> tuple[int, int]:
    """How many quotations and brackets a text closes that it did not open, and opens without closing them."""
    closes = opens = 0
    for char in _QUOTES.findall(text):
        if char in "「『《〈（“":
            opens += 1
        elif opens:
            opens -= 1
        else:
            closes += 1
    return closes, opens


_QUOTES = re.compile("[「」『』《》〈〉（）“”]")


def _is_call(text: str, found: Candidate) -> bool:
    return found.score >= page_notes.CLEAR or page_notes.is_mark(text)


def parted(groups: Sequence[list[Line]], print_: Print) -> Iterator[list[Line]]:
    """Blocks, without the cell of a table at the end of one that further cells follow: it is of the other column."""
    for group, after in pairwise([*groups, []]):
        last, below = (Piece(text, measure.width(text)) for text in (_last(group), _last(after)))
        above = _last(group[:-1])
        if len(after) == 1 and above and not measure.ENDING.search(above) and _are_cells(last, below, print_):
            yield group[:-1]
            yield group[-1:]
        else:
            yield group


def broken_up(block: Block, print_: Print) -> Iterator[Block]:
    """A block, parted where a heading or the first line of a paragraph stands behind a line in mid-sentence: no blank
    line tells that the column changes where it does so beside a blank of the other."""
    begin = 0
    pieces = [Piece(text, measure.width(text)) for text in (line.text.plain.strip() for line in block.lines)]
    for index, (before, after) in enumerate(pairwise(pieces), start=1):
        told = column_numbers.section(after.text) or _HEADING.fullmatch(after.text)
        heading = told and print_.is_heading(after)
        if (heading or is_first(after, print_)) and print_.is_open(before):
            yield replace(block_of(block.lines[begin:index], print_), joined=begin > 0)
            begin = index
    yield replace(block_of(block.lines[begin:], print_), joined=True) if begin else block


_HEADING = re.compile(r"[㐀-鿿、：（）]{4,}")
"""A heading that can be told from a line of a list."""


def _last(lines: Sequence[Line]) -> str:
    return lines[-1].text.plain.strip() if lines else ""


def _are_cells(piece: Piece, after: Piece, print_: Print) -> bool:
    return _is_short(piece, print_) and _is_short(after, print_) and not numbering.scheme(piece.text)


def _is_short(piece: Piece, print_: Print) -> bool:
    return piece.width < print_.full / 2 and not measure.ENDING.search(piece.text)


def is_bare(text: str) -> bool:
    """Whether a line is nothing but a number, or the mark of a note."""
    return text.isdigit() or page_notes.is_mark(text)


def is_first(piece: Piece, print_: Print) -> bool:
    """Whether a line is as wide as the first of a paragraph whose indent was lost."""
    starts = print_.full - FIRST < piece.width <= print_.full - 4 and not measure.ENDING.search(piece.text[-8:])
    return print_.indented and starts and measure.latin_share(piece.text) < MIXED


def is_low(before: Block, after: Block, print_: Print) -> bool:
    """Whether a numbered heading stands below the first line of its text, as its greater type makes it do."""
    heading = bool(after.sections) and len(after.lines) == 1
    return heading and before.single and print_.is_open(before.last) and is_first(before.first, print_)


def are_joined(blocks: Sequence[Block], print_: Print) -> bool:
    """Whether more paragraphs end within blocks than at their end: then a blank line parts something else."""
    texts = [[line.text.plain.strip() for line in block.lines] for block in blocks]
    within = sum(_ends_early(text, print_) for lines in texts for text in lines[:-1])
    return within > sum(
        _ends_early(lines[-1], print_) and not print_.is_heading(after.first)
        for lines, after in zip(texts, blocks[1:], strict=False)
    )


def _ends_early(text: str, print_: Print) -> bool:
    """Whether a line is the last of a paragraph, and shorter than full."""
    return measure.width(text) < print_.full - measure.BAND and bool(measure.ENDING.search(text[-8:]))
