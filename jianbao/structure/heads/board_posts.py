"""The head of a post on a board of schools, as Dcard has it: the board, the title, the moment, and the writer's school,
with or without a name.

Before: ``旅遊板`` / ``到對馬的船班整理`` / ``3月14日 23:08`` / ``匿名　某某大學`` / text
After: the board is the series, the title the title, the school a printed line.
Never: a text whose first line is no board; a board above a list of titles.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import persons
from jianbao.structure.heads.meta_line import MetaLine

HEAD = 6
"""Parts among which the text begins."""
LONGEST_WRITER = 24
"""Characters of the line of the writer."""

_BOARD = re.compile(r"^(?:看板\s*[：:｜|]?\s*)?[\u3400-\u9fffA-Za-z]{1,10}[板版]$")
_NOBODY = re.compile(r"^(?:匿名|原\s?PO|這間學校|某間學校)(?=[\s\u3000·・-]|$)", re.I)


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with those of such a head told."""
    found = list(known)
    end = next((i for i, item in enumerate(known[:HEAD]) if item.role is Role.BODY), 0)
    head = known[:end]
    titles = [i for i, item in enumerate(head) if i and item.role is Role.TITLE and not _is_writer(item.plain)]
    writers = [i for i, item in enumerate(head) if i and item.role is Role.TITLE and _is_writer(item.plain)]
    days = [item for item in head if item.meta is not None and (item.meta.date or item.meta.posted)]
    if not head or not _BOARD.match(head[0].plain) or len(titles) != 1 or len(writers) > 1 or len(days) != 1:
        return found
    title = titles[0]
    found[0] = Known(known[0].part, Role.META, MetaLine(series=known[0].plain))
    found[title] = Known(known[title].part, Role.META, MetaLine(title=(0, len(known[title].plain))))
    for index in writers:
        found[index] = Known(known[index].part, Role.META, MetaLine(desk=True))
    return found


def _is_writer(text: str) -> bool:
    """Whether a line is the writer's: his school, or that he has no name."""
    if len(text) > LONGEST_WRITER or shapes.is_loud(text.replace("\u3000", "")):
        return False
    return bool(_NOBODY.match(text)) or (persons.is_organisation(text) and not shapes.ends_sentence(text))
