"""The imprint at the end of an issue: who publishes and edits it, and where he can be reached.

Before: ``發行人：某某　編輯：某某、某某`` / ``會址：某市某路　電話：(03)900-0000`` below the last text
After: printed lines, no headings and no text.
Never: who is to be called about a release; a row of facts with text behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.structure.rows import Row
from jianbao.word_lists import either

MOST, LONGEST, FEWEST = 5, 120, 2
"""Lines of such an imprint, characters of one, and fields of all together at least."""
_FIELD = re.compile(r"(?:^|[\s\u3000|｜／/])[\u3400-\u9fffA-Za-z-]{2,8}\s?[：:](?=\s?\S)")
_ISSUES = re.compile(rf"(?:{either('imprint_labels')})\s?[：:]")


def mark(rows: Sequence[Row]) -> None:
    """Set ``anew`` on the lines of such an imprint, however full the lines above them are."""
    last = [row for row in rows[-MOST:] if len(row.text) <= LONGEST and _FIELD.match(row.text)]
    first = next((n for n, row in enumerate(last) if _ISSUES.match(row.text)), len(last))
    for row in last[first:]:
        row.anew = True


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with the lines of such an imprint told."""
    begin = len(known)
    while begin > max(1, len(known) - MOST) and _is_row(known[begin - 1]):
        begin -= 1
    rows = known[begin:]
    fields = sum(len(_FIELD.findall(item.plain)) for item in rows)
    if fields < FEWEST or not _ISSUES.match(rows[0].plain):
        return list(known)
    told = [item if item.meta is not None else Known(item.part, Role.META, MetaLine(desk=True)) for item in rows]
    return [*known[:begin], *told]


def _is_row(item: Known) -> bool:
    """Whether a line is one field or more, and no sentence."""
    text = item.plain
    short = item.role in (Role.TITLE, Role.META, Role.BODY) and len(text) <= LONGEST
    return short and "。" not in text and bool(_FIELD.match(text))
