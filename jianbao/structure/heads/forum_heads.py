"""The head of a post in a forum: what it is about behind a bracket that says it was passed on, and an account's name.

Before: ``【轉貼】渡船口的一百年`` / ``kuroshio88`` / ``2026/03/01 22:52``; on top of a page ``沈知遠`` / ``@kuroshio``
After: the title behind the bracket, and the writer; the sign of an account is no title.
Never: an outlet behind such a bracket, or where another title stands above the text; a word that is no account's name.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import persons
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import words

HEAD = 6
"""Parts among which the text begins."""
SHORTEST = 6
"""Han characters of a title behind a bracket."""
_PASSED_ON = re.compile(r"^[【〔［\[][轉转分][載载貼贴錄录享][】〕］\]]\s*(?=\S)")
LONGEST_NAME = 16
"""Characters of a name above the sign of an account."""
_HANDLE = re.compile(r"^@[A-Za-z0-9_.]{2,24}$")
_ACCOUNT = re.compile(r"^[a-z][a-z0-9_]{3,15}$|^[A-Za-z][A-Za-z_]{1,14}(?=[\d_])[\d_]{1,6}$", re.A)


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with such lines told."""
    told = list(known)
    end = next((n for n, item in enumerate(known[:HEAD]) if item.role is Role.BODY), 0)
    titles = [n for n in range(end) if known[n].role is Role.TITLE]
    bracket = _PASSED_ON.match(known[0].plain) if end else None
    others = any(shapes.width(known[n].plain) >= SHORTEST and not _ACCOUNT.match(known[n].plain) for n in titles)
    if bracket and not others and _is_title(known[0].plain[bracket.end() :]):
        told[0] = Known(known[0].part, Role.META, MetaLine(title=(bracket.end(), len(known[0].plain))))
    if (
        len(titles) > 1
        and titles[:2] == [0, 1]
        and _HANDLE.match(known[1].plain)
        and len(known[0].plain) <= LONGEST_NAME
    ):
        told[0] = Known(known[0].part, Role.META, MetaLine(authors=(known[0].plain,)))
        told[1] = Known(known[1].part, Role.META, MetaLine(desk=True))
    for n in titles:
        below = known[n + 1].meta if n + 1 < end else None
        timed = below is not None and len(below.date) == 10 and ":" in known[n + 1].plain and not below.authors
        if n and timed and _ACCOUNT.match(known[n].plain) and known[n].plain not in words("outlets"):
            told[n] = Known(known[n].part, Role.META, MetaLine(authors=(known[n].plain,)))
    return told


def _is_title(text: str) -> bool:
    named = persons.is_organisation(text) or text in words("outlets")
    return not named and shapes.width(text) >= SHORTEST
