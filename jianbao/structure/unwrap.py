"""Hard wraps undone: lines joined to the flows of text that they were before somebody broke them."""

from __future__ import annotations

from collections.abc import Sequence

from jianbao.document import Block
from jianbao.structure.flow import Item, Unit, Unwrapped


def units(items: Sequence[Item], path: str = "") -> Unwrapped:
    """Units in reading order; blocks among the items stay where they are. ``path`` is for diagnostics."""
    kept = (
        item if isinstance(item, Block) else Unit(item.text.strip(), (item.number,), page=item.page)
        for item in items
        if isinstance(item, Block) or item.text.plain.strip()
    )
    return Unwrapped(tuple(kept))
