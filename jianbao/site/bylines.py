"""Where the printed lines of source, date and author stand on a page: those above the text in its head, the others in
the text where the seed has them, such as (責任編輯：…) at its end or the writer of a reply above his words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence

from jianbao.document import BlockKind, Edition, EditionBlock

_NO_BODY = {BlockKind.TITLE, BlockKind.BYLINE, BlockKind.FOOTNOTE}


def in_head(edition: Edition) -> list[EditionBlock]:
    """The lines above the text, in order."""
    placed = {line.id for lines in in_text(edition).values() for line in lines}
    return [block for block in edition.blocks if block.kind is BlockKind.BYLINE and block.id not in placed]


def in_text(edition: Edition) -> Mapping[str, Sequence[EditionBlock]]:
    """By the id of the block that they follow, the lines below the text's first one.

    A text in columns is not in the seed's order: a line follows the block that begins last of those before it.
    """
    body = [block for block in edition.blocks if block.kind not in _NO_BODY and block.seed_lines]
    if not body:
        return {}
    begins = sorted((block.seed_lines[0][0], number) for number, block in enumerate(body))
    found: dict[str, list[EditionBlock]] = {}
    for line in edition.blocks:
        if line.kind is BlockKind.BYLINE and line.seed_lines and line.seed_lines[0][0] > body[0].seed_lines[0][0]:
            _, before = begins[bisect_left(begins, (line.seed_lines[0][0], -1)) - 1]
            found.setdefault(body[before].id, []).append(line)
    return found


def groups(blocks: Sequence[EditionBlock], below: Collection[str]) -> Iterator[list[EditionBlock]]:
    """Blocks of one kind that follow each other, or the rows of one table, so that lines below any of them (``below``:
    the ids of such) come at the end of a group.
    """
    group: list[EditionBlock] = []
    for block in blocks:
        if group:
            last = group[-1]
            same = (block.kind, block.table) == (last.kind, last.table)
            if not same or (last.id in below and not block.table):
                yield group
                group = []
        group.append(block)
    if group:
        yield group
