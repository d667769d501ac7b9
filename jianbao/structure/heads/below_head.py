"""What a head leaves on top of the body: facts below a lead, and the title printed once more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jianbao.document import Block, BlockKind
from jianbao.provenance import Removal
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import head_titles, labelled_lines
from jianbao.structure.heads.facts import Facts
from jianbao.structure.heads.title_words import same_title

_BELOW_LEAD = (Role.META, Role.SIGNATURE, Role.CAPTION)
LEAD = 2
"""Paragraphs of a lead at most."""

SHORTEST = 5
"""Letters of a title that is told when it is printed once more, whole."""


def below_lead(known: Sequence[Known], facts: Facts) -> list[Known]:
    """The body, with the facts told that stand below a lead: two lines of facts or more, or one that names the
    writers by a label, right under the first paragraph or the second, running text below them."""
    first = next((i for i, item in enumerate(known[: LEAD + 1]) if item.role is not Role.BODY), 0)
    end = next((i for i in range(first, len(known)) if known[i].role not in _BELOW_LEAD), len(known))
    stated = [i for i in range(first, end) if known[i].role is Role.META]
    sure = any(
        meta
        and (
            (meta.authors and not facts.authors and (meta.report or labelled_lines.parse(known[i].plain) is not None))
            or (len(meta.date) == 10 and ("：" in known[i].plain or (meta.authors and meta.source)))
        )
        for i in stated
        for meta in (known[i].meta,)
    )
    if (
        not first
        or facts.title is None
        or len(stated) < (1 if sure else 2)
        or end == len(known)
        or known[end].role is not Role.BODY
    ):
        return list(known)
    found = list(known)
    for i in stated:
        meta = known[i].meta
        if meta is not None and not meta.title[1]:
            facts.state(meta, known[i].part)
            found[i] = Known(known[i].part, Role.META, replace(meta, desk=True))
    return found


def without_title(known: Sequence[Known], head: Sequence[Block], removals: list[Removal]) -> list[Known]:
    """The body without the title where it is printed once more among its first lines, say below an abstract."""
    titles = [shapes.key(block.text.plain) for block in head if block.kind is BlockKind.TITLE]
    left: list[Known] = []
    for index, item in enumerate(known):
        short = index < 8 and item.role is Role.TITLE
        mine = shapes.key(item.plain)
        if short and any(same_title(title, mine) or (len(mine) >= SHORTEST and mine == title) for title in titles):
            removals.append(item.part.text.removed(head_titles.REPEATED, "the title again"))
        else:
            left.append(item)
    return left
