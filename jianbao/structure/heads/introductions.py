"""What an account says of itself on top of a page, above the title of the text.

Before: ``河套紀事`` / ``講述黃河邊的人和事。每週三更新。`` / the title / ``原創 喬文遠 河套紀事``.
After: lines of the page; the text begins with its title.
Never: a lead, which stands below a title; a line that speaks of anything else.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import words

MOST, LONGEST = 3, 80
"""Parts of an introduction, and characters of each."""
NAME = 10
"""Characters of an account's name."""


def state(known: Sequence[Known], accounts: Set[str]) -> list[Known]:
    """The parts, with an account's introduction told to be lines of its page. ``accounts`` are those that the page
    asked to follow."""
    spoken = next((i for i, item in enumerate(known[:MOST]) if item.role is Role.BODY), None)
    if spoken is None or not _speaks_of_account(known[spoken].plain):
        return list(known)
    title = next((i for i in range(spoken + 1, min(MOST + 1, len(known))) if known[i].role is Role.TITLE), None)
    if title is None or title + 1 >= len(known) or any(len(item.plain) > LONGEST for item in known[:title]):
        return list(known)
    below = known[title + 1]
    faced = below.meta is not None and below.meta.opens
    named = next((item.plain.strip() for item in known[:spoken] if item.role is Role.TITLE), "")
    if not faced and not (named in accounts and below.role is Role.BODY):
        return list(known)
    if shapes.width(named) > NAME or any(item.meta is not None and item.meta.date for item in known[:title]):
        return list(known)
    found = list(known)
    for index in range(title):
        if known[index].role is Role.TITLE:
            found[index] = Known(known[index].part, Role.META, MetaLine(source=named))
        elif known[index].role is Role.BODY:
            found[index] = Known(known[index].part, Role.META, MetaLine(desk=True))
    return found


def _speaks_of_account(text: str) -> bool:
    """Whether a short text says what an account is, or how often it comes out."""
    return len(text) <= LONGEST and any(word in text for word in words("account_words"))
