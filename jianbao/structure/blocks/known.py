"""A part of a text with the role that it has by itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from jianbao.document import BlockKind
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.structure.parts import Part


class Role(Enum):
    """TITLE is anything with a title's shape: which one is a title, heading or list item, the place decides."""

    BODY = "body"
    TITLE = "title"
    META = "meta"
    SIGNATURE = "signature"
    EDITOR = "editor"
    CAPTION = "caption"
    SEPARATOR = "separator"
    END = "end"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Known:
    """A part with its role and, of a line that states facts, the facts."""

    part: Part
    role: Role
    meta: MetaLine | None = None

    @property
    def plain(self) -> str:
        """The part's text."""
        return self.part.text.plain


def kind_of(role: Role) -> BlockKind:
    """The block that a part of this role becomes where nothing else is said."""
    return {
        Role.META: BlockKind.BYLINE,
        Role.SIGNATURE: BlockKind.BYLINE,
        Role.END: BlockKind.BYLINE,
        Role.EDITOR: BlockKind.QUOTATION,
        Role.CAPTION: BlockKind.CAPTION,
    }.get(role, BlockKind.PARAGRAPH)
