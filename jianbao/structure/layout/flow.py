"""What the PDF steps of this package hand to one another: lines, units, and what left on the way."""

from __future__ import annotations

from dataclasses import dataclass

from jianbao.diagnostics import Diagnostic
from jianbao.document import Block, Line
from jianbao.provenance import MappedText, Removal


@dataclass(frozen=True, slots=True)
class Unit:
    """One flow of text: all lines of a paragraph joined, or a single heading, list item or other line.

    ``numbers`` are the seed's lines it was joined from, in order. ``indent`` is that of its first line in columns (a
    Han character or an ideographic space counts two). ``wrapped`` says that its lines belong to hard-wrapped prose, so
    that a unit of one line that is far from full is known to end early. ``blank_before``: blank lines stand before it
    that are no part of the document's line spacing.
    """

    text: MappedText
    numbers: tuple[int, ...]
    indent: int = 0
    wrapped: bool = False
    blank_before: bool = False
    page: int = 0


Item = Line | Block
"""A line still to be read, or a block already recognised that stands between lines."""

Loose = Item | Unit
"""An item, or a line that is known to be a unit by itself."""


@dataclass(frozen=True, slots=True)
class Taken:
    """After a step that takes blocks out of the lines.

    ``items`` are what stays, in reading order, recognised blocks (table rows) among them; ``notes`` are FOOTNOTE
    blocks in the order of the seed, which stand nowhere yet.
    """

    items: tuple[Item, ...]
    notes: tuple[Block, ...] = ()
    removals: tuple[Removal, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """After hard wraps are undone: units, and blocks that were there before, in reading order."""

    items: tuple[Unit | Block, ...]
    removals: tuple[Removal, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """After notes found their marks: the body's blocks, with marks, and the notes in the order of their marks.

    A note whose mark is nowhere is in ``blocks`` as a QUOTATION at the end of its section.
    """

    blocks: tuple[Block, ...]
    notes: tuple[Block, ...]
    removals: tuple[Removal, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
