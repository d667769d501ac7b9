"""Who hands a text in, field by field on top of it: ``姓名：何青嵐`` / ``單位：某某大學``, or in one line
``姓名／單位：何青嵐／某某大學``.

Before: short lines beside the title, over the text.
After: the writer, and where he works.
Never: a box about somebody's life; the fields of somebody of whom the text speaks, which stand below running text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import regex as re
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import persons
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.structure.heads.title_block import MOST

LONGEST = 60
"""Characters of such a line."""
FEWEST = 2
"""Fields of a form."""
_NAME = r"(?:作者|投稿者|報告人|发表人|發表人)?姓[\s\u3000]*名"
_WHERE = (
    r"(?:服[務务]|工作|所[屬属]|任[職职])?(?:[單单][\s\u3000]*位|[機机][構构])"
    r"|(?:就[讀读])?[學学]校(?:系所|科系)?"
)
_WHAT = r"[職职][\s\u3000]*[稱称]|[現现][職职]|系[級级所]|年[級级]|[學学][號号]"
_FIELD = re.compile(
    rf"^(?:(?P<name>{_NAME})|(?P<where>{_WHERE})|(?P<what>{_WHAT}))\s*[：:]\s*(?P<value>[^。，：:]{{2,40}})$"
)
_BOTH = re.compile(
    rf"^{_NAME}\s*[／/、]\s*(?:{_WHERE}|{_WHAT})(?:\s*[：:]\s*|[\s\u3000]+)(?P<name>[^\s／/、，。]{{2,12}})"
    r"[\s\u3000／/、]+(?P<where>[^。，：:]{4,40})$"
)


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with the fields above the text told that say who hands it in."""
    found = list(known)
    fields = dict(_fields(known))
    named = any(meta.authors for meta in fields.values())
    single = any(meta.authors and meta.affiliation for meta in fields.values())
    if named and (single or len(fields) >= FEWEST):
        for index, meta in fields.items():
            found[index] = Known(known[index].part, Role.META, meta)
    return found


def _fields(known: Sequence[Known]) -> Iterator[tuple[int, MetaLine]]:
    """The fields above all running text, and what each states."""
    for index, item in enumerate(known[:MOST]):
        if item.role is Role.BLOCK or len(item.plain) > LONGEST:
            return
        both = _BOTH.match(item.plain) if "名" in item.plain else None
        if both and (persons.is_name(both["name"]) or persons.is_affiliation(both["where"])):
            yield index, MetaLine(authors=(both["name"],), affiliation=both["where"].strip())
        field = _FIELD.match(item.plain)
        if not field and item.role is Role.BODY:
            return
        if field and field["name"]:
            names = persons.names_in(field["value"]) or [field["value"].strip()]
            yield index, MetaLine(authors=tuple(names))
        elif field:
            yield index, MetaLine(affiliation=field["value"].strip() if field["where"] else "", desk=True)
