"""Short news on a newspaper's page: one article, whose items keep their headlines.

Before: ``簡訊``, a headline and a paragraph of two lines, the next headline and its paragraph, to the end of the page.
After: an article ``簡訊`` with a heading for each item.
Never: a single item; a story with a reporter, with a second paragraph, or a longer one.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import masthead
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import words

FEWEST = 2
"""Items of such a column."""
LONGEST = 160
"""Characters of an item."""
_AROUND = " \u3000【】〔〕■◆●▍▌"
"""Marks around the name of a column."""


def state(known: Sequence[Known]) -> list[Known]:
    """The parts with the names of such columns as titles."""
    told = list(known)
    for index in columns(known):
        told[index] = Known(known[index].part, Role.META, MetaLine(title=(0, len(known[index].plain))))
    return told


def columns(known: Sequence[Known]) -> dict[int, int]:
    """Where such columns stand on a newspaper's page: their names, each with the place behind its last item."""
    labels = [index for index in range(1, len(known)) if _is_label(known[index])]
    if not labels or not (masthead.is_page(known) or masthead.is_issue(known)):
        return {}
    ends = {index: _end(known, index + 1) for index in labels if known[index - 1].role is Role.BODY}
    return {index: end for index, end in ends.items() if end - index > 2 * FEWEST}


def _is_label(item: Known) -> bool:
    return item.role in (Role.META, Role.TITLE) and item.plain.strip(_AROUND) in words("brief_names")


def _end(known: Sequence[Known], begin: int) -> int:
    """Where the items end: each is a headline and one short paragraph."""
    at = begin
    while at + 1 < len(known) and known[at].role is Role.TITLE and known[at + 1].role is Role.BODY:
        alone = at + 2 == len(known) or known[at + 2].role is not Role.BODY
        if not alone or len(known[at + 1].plain) > LONGEST:
            break
        at += 2
    return at
