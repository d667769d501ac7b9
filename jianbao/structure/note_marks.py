"""Marks of notes found in running text, paired with the bodies of the notes, and taken out of the text."""

from __future__ import annotations

from collections.abc import Sequence

from jianbao.document import Block
from jianbao.structure.flow import Placed


def place(blocks: Sequence[Block], notes: Sequence[Block], path: str = "") -> Placed:
    """Blocks of one article with ``marks``, and its notes in the order of their marks. ``path`` is for diagnostics."""
    return Placed(tuple(blocks), tuple(notes))
