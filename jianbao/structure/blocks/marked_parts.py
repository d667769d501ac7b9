"""Parts that a mark of Markdown in front of them makes headings, items or quotations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jianbao import block_marks
from jianbao.document import BlockKind
from jianbao.structure import shapes
from jianbao.structure.blocks import numbering
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.blocks.line_words import is_section
from jianbao.structure.blocks.sketch import Stroke
from jianbao.structure.mark import Mark


def roles(known: Sequence[Known]) -> list[Known]:
    """The parts, the marked ones with the roles that their marks give them. A line in bold type is a heading where it
    could be one by its shape; an item that states a fact of the text still does."""
    return [_role(item) if item.part.mark is not None else item for item in known]


def _role(item: Known) -> Known:
    mark = item.part.mark
    if mark is None or item.role is Role.BLOCK:
        return item
    if mark.kind is not BlockKind.HEADING:
        return item if item.role in (Role.META, Role.SEPARATOR) else Known(item.part, Role.BODY)
    if mark.level == block_marks.BOLD and item.role is not Role.TITLE:
        return Known(replace(item.part, mark=None), item.role, item.meta)
    return Known(item.part, Role.TITLE)


def state(strokes: Sequence[Stroke]) -> None:
    """Settle the marked parts of a body."""
    outer: list[int] = []
    for stroke in strokes:
        mark = stroke.known.part.mark
        if mark is None or stroke.known.role is Role.META:
            continue
        if mark.listed:
            stroke.settle(BlockKind.HEADING, mark.level)
        elif mark.kind is BlockKind.HEADING:
            while outer and outer[-1] >= mark.level:
                outer.pop()
            outer.append(mark.level)
            stroke.settle(BlockKind.HEADING, min(len(outer) + 1, 6))
            stroke.drop = shapes.bullet(stroke.plain)
        else:
            stroke.settle(mark.kind, mark.level)


def rest(strokes: Sequence[Stroke]) -> None:
    """Where headings have marks, the short lines that have none and no number are paragraphs."""
    if any(mark.level < block_marks.BOLD and not mark.listed for stroke in strokes if (mark := _heading(stroke))):
        for stroke in strokes:
            if stroke.known.role is Role.TITLE and not is_section(stroke.plain) and not numbering.scheme(stroke.plain):
                stroke.settle(BlockKind.PARAGRAPH)


def _heading(stroke: Stroke) -> Mark | None:
    mark = stroke.known.part.mark
    return mark if mark is not None and mark.kind is BlockKind.HEADING else None
