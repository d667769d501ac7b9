"""What lines are by the marks of Markdown that cleaning took off them: headings, items, quotations; and the headings
of pages that browsers of text wrote down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from itertools import pairwise

from jianbao import block_marks
from jianbao import regex as re
from jianbao.document import BlockKind, Cleaned
from jianbao.source import Seed
from jianbao.structure import answered, contents_depth, measure, named_lines, outstanding, torn_items
from jianbao.structure.mark import Mark
from jianbao.structure.notes.note_heading import HEADING

MARKUP = "C42"
"""Code of cleaning: marks of Markdown."""
_BRACKETS = re.compile(r"^\s*\[\d{1,3}\]\s+\S")
FEWEST = 2
"""Notes with numbers in brackets."""
DEEPER = 2
"""Columns by which an item of a list within a list is set in further, at least."""


@dataclass(frozen=True, slots=True)
class Marked:
    """The marks of a seed's lines by their numbers. ``parted``: lines that go on in no line above them. ``counted``:
    items of numbered lists, which are no notes. ``written``: the text is written in Markdown. ``named``: what a running
    head or a list of contents says again."""

    marks: Mapping[int, Mark] = field(default_factory=dict)
    parted: frozenset[int] = frozenset()
    counted: frozenset[int] = frozenset()
    written: bool = False
    named: frozenset[int] = frozenset()


UNMARKED = Marked()


def read(cleaned: Cleaned, seed: Seed) -> Marked:
    """The marks that cleaning took off."""
    removals = [removal for removal in cleaned.removals if removal.code == MARKUP]
    if not removals:
        standing = answered.find(cleaned, seed) or contents_depth.find(cleaned) or outstanding.find(cleaned.lines)
        items, behind = torn_items.find(cleaned, seed)
        counted = frozenset(_not_notes(cleaned))
        named = named_lines.find(cleaned, seed)
        parted = frozenset(_parted(standing) | behind | _around(named, cleaned))
        return Marked({**standing, **items}, parted, counted, named=named)
    filled = {line.number for line in cleaned.lines if line.text.plain.strip()}
    found: dict[int, Mark] = {}
    indents: list[int] = []
    meanings = set[int]()
    for number in sorted({seed.locate(removal.spans[0].start).line for removal in removals}):
        raw = seed.line(number)
        if number not in filled:
            if number - 1 in filled and _is_drawn_below(seed, number):
                found[number - 1] = Mark(BlockKind.HEADING, block_marks.underline(raw))
            continue
        if number in found:
            continue
        if block_marks.quotation(raw):
            found[number] = Mark(BlockKind.QUOTATION)
        elif heading := block_marks.heading(raw):
            found[number] = Mark(BlockKind.HEADING, heading.level)
        elif block_marks.item(raw):
            found[number] = Mark(BlockKind.LIST_ITEM, _depth(indents, measure.indent(raw)))
        elif block_marks.is_bold(raw) and number + 1 not in filled:
            found[number] = Mark(BlockKind.HEADING, block_marks.BOLD)
        elif block_marks.definition(raw):
            meanings.add(number)
    return Marked(found, frozenset(_parted(found) | meanings), frozenset(_counted(cleaned, found)), True)


def _is_drawn_below(seed: Seed, number: int) -> bool:
    """Whether a line is drawn below a heading; a fence below the last line of code looks much like it."""
    around = [seed.line(near) if near else "" for near in range(number - 2, number + 1)]
    return len(around) - 1 in block_marks.underlines(around)


def _not_notes(cleaned: Cleaned) -> Iterator[int]:
    """Items of numbered lists, where the notes have their numbers in brackets."""
    items = [line for line in cleaned.lines if block_marks.is_numbered(line.text.plain)]
    if items and sum(bool(_BRACKETS.match(line.text.plain)) for line in cleaned.lines) >= FEWEST:
        yield from (line.number for line in items)


def _counted(cleaned: Cleaned, found: Mapping[int, Mark]) -> Iterator[int]:
    """Items of numbered lists, but for those below the heading of notes."""
    notes = False
    for line in cleaned.lines:
        mark = found.get(line.number)
        if mark is not None and mark.kind is BlockKind.HEADING:
            notes = bool(HEADING.fullmatch(line.text.plain.strip()))
        elif not notes and block_marks.is_numbered(line.text.plain):
            yield line.number


def _around(named: Set[int], cleaned: Cleaned) -> set[int]:
    """Lines and the next ones with text behind them."""
    filled = [line.number for line in cleaned.lines if line.text.plain.strip()]
    return {*named, *(after for before, after in pairwise(filled) if before in named)}


def _depth(indents: list[int], indent: int) -> int:
    """How deep an item lies, by how far it and those above it are set in."""
    while indents and indents[-1] >= indent + DEEPER:
        indents.pop()
    if not indents or indent >= indents[-1] + DEEPER:
        indents.append(indent)
    return min(len(indents), 3)


def _parted(found: Mapping[int, Mark]) -> set[int]:
    parted: set[int] = set()
    for number, mark in found.items():
        quoted = mark.kind is BlockKind.QUOTATION
        if not quoted or found.get(number - 1) != mark:
            parted.add(number)
        if mark.kind is BlockKind.HEADING or (quoted and number + 1 not in found):
            parted.add(number + 1)
    return parted
