"""Those who write together, in a line of their own right below a title: a board of editors, a group, an office.

Before: ``新區經濟何以平穩`` / ``本刊編輯部``; ``「南海區域經濟」課題組``
After: the title, its writer.
Never: a heading inside a text; such a name where a writer or an office is named already; a clause that ends so.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import either

TOP = 6
"""Parts among which such a line stands."""
WIDEST = 20
"""Han characters of it."""
_NAME = re.compile(
    rf"(?!.*(?:[的了是在由被把讓让]|如何|為何|为何|成立|[專专][訪访]|[訪访][問问談谈]))[^\s，。：:；？！、（）()]{{0,16}}{either('collective_writers')}"
)
"""A name that ends so, and has no word of a clause."""
_OFFICE = re.compile("(?<![編编評评])[處处室部心]$")
"""The end of the name of an office, which above a day issues the text."""


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with such a line told."""
    for index in range(1, min(TOP, len(known) - 1)):
        above, item = known[index - 1], known[index]
        if above.role in (Role.BODY, Role.BLOCK) or (item.meta is not None and item.meta.authors):
            break
        if above.role is not Role.TITLE or item.role is not Role.TITLE or not _is_collective(item.plain):
            continue
        facts = [other.meta for other in known[: index + 2] if other.meta is not None]
        named = any(meta.authors or meta.source for meta in facts)
        issuer = _OFFICE.search(item.plain) and known[index + 1].meta is not None
        if named or issuer or _is_collective(above.plain) or not _ends_head(known, index + 1):
            break
        meta = MetaLine(authors=(item.plain.strip(),))
        return [*known[:index], Known(item.part, Role.META, meta), *known[index + 1 :]]
    return list(known)


def _is_collective(text: str) -> bool:
    name = text.strip()
    return shapes.width(name) <= WIDEST and bool(_NAME.fullmatch(name))


def _ends_head(known: Sequence[Known], index: int) -> bool:
    """Whether the text, its first heading, or a line of facts stands below."""
    item = known[index]
    heading = index + 1 < len(known) and known[index + 1].role is Role.BODY
    return item.role in (Role.BODY, Role.EDITOR) or item.meta is not None or heading
