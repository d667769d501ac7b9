"""Blocks on top of a page that run over all its columns, or are its title and the names of its writers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from jianbao.document import Line
from jianbao.structure.heads import persons
from jianbao.structure.layout import page_heads
from jianbao.structure.layout.page_blocks import Block
from jianbao.structure.layout.streams import Print

LEAST_FULL = 3
"""Full lines that each column of a page has at least."""

ACROSS = 1.25
"""How much wider than a column a line is that runs over both."""

TITLES = 3
"""Blocks of a page among which one that begins with the title stands, behind the name of what it is printed in."""

TOP = 10
"""Blocks of a page among which its title and the names of its writers stand."""


def above(blocks: Sequence[Block], print_: Print) -> int:
    """How many blocks on top of a page run over both columns, or are names below such."""
    top = 0
    for index, block in enumerate(blocks[:TOP]):
        text = block.last.text
        across = max(block.first.width, block.last.width) > ACROSS * print_.full
        named = len(text) <= 40 and bool(persons.names_in(text))
        if (block.full < LEAST_FULL and (across or named)) or page_heads.runs_across(block.lines, ACROSS * print_.full):
            top = index + 1
    return top


def with_title(groups: list[list[Line]], full: int) -> tuple[list[list[Line]], int]:
    """The blocks of the first page with its title apart from the text below it, and how many end with the title; 0
    where it has none that is told by its lines."""
    for index, group in enumerate(groups[:TITLES]):
        texts = [line.text.plain.strip() for line in group]
        title = page_heads.title_lines(texts, full)
        if title:
            parts = [part for part in (group[:title], group[title:]) if part]
            return [*groups[:index], *parts, *groups[index + 1 :]], index + 1
        if len(group) > 1 or not page_heads.is_plain(texts[0]):
            break
    return groups, 0


def single(blocks: Sequence[Block]) -> list[str]:
    """The lines of the first blocks that are one line each."""
    return [block.first.text for block in takewhile(lambda block: len(block.lines) == 1, blocks)]
