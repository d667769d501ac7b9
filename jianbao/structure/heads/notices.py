"""Notices of a death, and others that are made as a letter is: none of their short lines heads a part.

Before: ``訃聞`` / … / ``叨在`` / ``姻親戚友學誼　哀此訃`` / ``聞`` / ``孤哀子　曹永昌``.
After: the title, and paragraphs.
Never: a report about a death: facts stand below its title.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao.structure.blocks.known import Known, Role
from jianbao.word_lists import words

MOST = 40
"""Parts of a notice."""


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with the short lines below the title of a notice told to be text, up to the title of the next."""
    found = list(known)
    for index, item in enumerate(known):
        below = known[index + 1] if index + 1 < len(known) else None
        if item.role is not Role.TITLE or not _is_title(item.plain) or below is None or below.role is not Role.BODY:
            continue
        for at in range(index + 2, min(index + MOST, len(known))):
            facts = known[at + 1].meta if at + 1 < len(known) else None
            if known[at].role is Role.TITLE and (_is_title(known[at].plain) or (facts is not None and facts.opens)):
                break
            if known[at].role is Role.TITLE:
                found[at] = Known(known[at].part, Role.BODY)
    return found


def _is_title(text: str) -> bool:
    return len(text) <= 8 and "".join(text.split()).strip("【】《》") in words("notice_titles")
