"""What finds are sought in: all of an article but lines that are shown as they came."""

from __future__ import annotations

from dataclasses import replace

from jianbao.document import BlockKind, Edition


def within(edition: Edition) -> Edition:
    """The part of an edition that is read: nearly always all of it."""
    if all(block.kind is not BlockKind.LINES for block in edition.blocks):
        return edition
    return replace(edition, blocks=tuple(block for block in edition.blocks if block.kind is not BlockKind.LINES))
