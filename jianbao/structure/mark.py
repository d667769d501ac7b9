"""What a line is by a mark in front of it, or by its place."""

from __future__ import annotations

from dataclasses import dataclass

from jianbao.document import BlockKind


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line is, and how deep: a heading or an item from 1. ``listed``: a list of contents says it, and says
    nothing of other lines."""

    kind: BlockKind
    level: int = 0
    listed: bool = False
