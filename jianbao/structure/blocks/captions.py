"""Captions: text that stood at a photo, known by its label or because a credit or its own copy was beside it."""

from __future__ import annotations

from collections.abc import Sequence

from jianbao.document import Block, BlockKind
from jianbao.provenance import Removal
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.blocks.line_words import caption_label
from jianbao.structure.parts import Part
from jianbao.word_lists import words

LABEL = "T05"
_BARS = "▍▌▎ "
"""What stands in front of a caption and is no word of it."""
MOST = 12
"""Photos of a page at most."""
LONGEST = 120
"""Characters of what a photo shows."""


def block(part: Part, removals: list[Removal]) -> Block:
    """The caption without its label, which goes to ``removals``: every edition puts its own."""
    label = caption_label(part.plain) or len(part.plain) - len(part.plain.lstrip(_BARS))
    if label:
        removals.append(part.text.slice(0, label).removed(LABEL, "label of a caption"))
    return Block(BlockKind.CAPTION, part.text.slice(label).strip())


def at_end(known: Sequence[Known]) -> tuple[list[Known], list[Removal]]:
    """The parts, with what stands behind a label of photos at the end of all (相片) told to be captions, and the label
    taken out. The text is over above such a label: a date, a signer or an end mark closes it."""
    places = range(max(len(known) - MOST - 1, 1), len(known) - 1)
    label = next((i for i in reversed(places) if known[i].plain.strip("：: ") in words("photo_labels")), None)
    shown = known[label + 1 :] if label is not None else []
    plain = all(item.role in (Role.BODY, Role.TITLE, Role.CAPTION) and len(item.plain) <= LONGEST for item in shown)
    if label is None or not plain or known[label - 1].role not in (Role.META, Role.END, Role.SIGNATURE, Role.SEPARATOR):
        return list(known), []
    removal = known[label].part.text.removed(LABEL, "label of captions")
    return [*known[:label], *(Known(item.part, Role.CAPTION) for item in shown)], [removal]
