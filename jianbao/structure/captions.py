"""Captions: text that stood at a photo, known by its label or because a credit or its own copy was beside it."""

from __future__ import annotations

from jianbao.document import Block, BlockKind
from jianbao.provenance import Removal
from jianbao.structure.parts import Part
from jianbao.structure.roles import caption_label

LABEL = "T05"


def block(part: Part, removals: list[Removal]) -> Block:
    """The caption without its label, which goes to ``removals``: every edition puts its own."""
    label = caption_label(part.plain)
    if label:
        removals.append(part.text.slice(0, label).removed(LABEL, "label of a caption"))
    return Block(BlockKind.CAPTION, part.text.slice(label).strip())
