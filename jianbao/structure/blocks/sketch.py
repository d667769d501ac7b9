"""The plan of an article's body while it is drawn: for each part the kind of block that it will be."""

from __future__ import annotations

from dataclasses import dataclass

from jianbao.document import BlockKind
from jianbao.structure.blocks.known import Known


@dataclass(slots=True)
class Stroke:
    """One part of the body. ``kind`` None is undecided; ``level`` as in ``Block``; ``drop`` leading characters leave.

    ``scheme`` names the numbering of a heading or item. ``split`` is the offset where the part becomes two blocks, the
    first a paragraph.
    """

    known: Known
    kind: BlockKind | None = None
    level: int = 0
    scheme: str = ""
    drop: int = 0
    split: int = 0

    @property
    def plain(self) -> str:
        """The part's text."""
        return self.known.part.text.plain

    def settle(self, kind: BlockKind, level: int = 0) -> None:
        """Decide the kind, unless it is decided."""
        if self.kind is None:
            self.kind, self.level = kind, level
