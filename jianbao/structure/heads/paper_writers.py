"""The writers of a paper with marks behind their names, and the lines below that say where each works.

Before: ``王小明1 李大華2*`` over ``1某大學某系`` / ``2某研究所`` / ``*通訊作者：…``
After: writers; what the first of them is; printed lines.
Never: a list whose items are offices, below no names.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import abstract_heads, like_names, persons
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.structure.notes import affiliations

BELOW_TITLE = 4
"""Parts on top of a text among which the name of one writer stands below the title."""
_ONE = re.compile(r"(?P<name>[\u3400-\u9fff]{2,4})\s?(?:[1-9]|[¹²³])")
"""One name with the mark of a note behind it."""


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with these lines told."""
    top = known[: affiliations.TOP + affiliations.REACH]
    lines = affiliations.find(["" if item.role is Role.BLOCK else item.plain for item in top])
    found = list(known)
    for index in lines[1:]:
        works = affiliations.place(known[index].plain)
        found[index] = Known(known[index].part, Role.META, MetaLine(affiliation=works, desk=True))
    if not lines and not any(item.meta and item.meta.authors for item in found[: len(top)]):
        lines = [n for n in range(1, min(BELOW_TITLE, len(known) - 1)) if _is_one(known, n)][:1]
    for index in lines[:1]:
        names = affiliations.names(known[index].plain)
        found[index] = Known(known[index].part, Role.META, MetaLine(authors=names))
    _state_above_abstract(found)
    return found


def _state_above_abstract(known: list[Known]) -> None:
    """Tell the lines between the title and the label of the abstract, if they are writers, and where these
    work, and in no brackets, which are told elsewhere."""
    texts = ["。" if item.role is Role.BLOCK else item.plain for item in known[: affiliations.TOP]]
    for lines in abstract_heads.find(texts)[:1]:
        if lines.start and not any("（" in texts[n] or "(" in texts[n] for n in lines):
            for index in (n for n in lines if known[n].meta is None):
                stated = abstract_heads.writers(texts[index])
                works = MetaLine(affiliation=abstract_heads.works(texts[index]), desk=True)
                known[index] = Known(known[index].part, Role.META, stated or works)


def _is_one(known: Sequence[Known], index: int) -> bool:
    """Whether a part is one name with a mark, right below a title and over something else than a title."""
    match = _ONE.fullmatch(known[index].plain)
    beside = known[index - 1].role is Role.TITLE and known[index + 1].role is not Role.TITLE
    return match is not None and beside and persons.is_name(match["name"]) and not like_names.is_word(match["name"])
