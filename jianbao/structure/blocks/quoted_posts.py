"""Posts that a text quotes one by one: below a numbered heading the account, the time of the post, and its words.

Before: ``一、里長（Facebook）`` / ``謝添福`` / ``11月12日 下午10:47 ·`` / text; ``二、引水人`` / ``night_shift``; or
under headings in brackets, ``【關於船期】``, several posts below each.
After: account and time are printed lines of the post, no headings; the file stays one text.
Never: a single post; entries of a list, whose headlines have no number that counts from 1 or no account below.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks import numbering
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import persons
from jianbao.structure.heads.meta_line import MetaLine

FEWEST = 2
"""Numbered headings with a post below."""
WIDEST, SHORT = 24, 12
"""Han characters of an account's name, and of one that no heading stands above."""

_AGE = re.compile(
    r"^(?:昨天|今天|剛剛|刚刚|\d{1,3}\s?(?:秒|分鐘|分钟|分|小時|小时|天|日|週|周|個月|个月|年|[smhdw])前?)(?:\s?\d{1,2}[:：]\d{2})?"
    r"(?:\s*[·・•].{0,10})?$"
)
"""How long ago a post was made."""
_TIME = re.compile(
    r"^(?:(?:19|20)\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?\s*(?:上午|下午|凌晨|晚上|中午)?\s?\d{1,2}[:：]\d{2}(?::\d{2})?"
    r"(?:\s*(?:[·・•]|来自|來自|发布于|發布於).{0,20})?$"
)
_LABEL = re.compile(r"^【[^】]{2,12}】$")
"""A heading in brackets over posts."""
_HANDLE = re.compile(r"^@\S+$|^[A-Za-z][\w.]*[._\d][\w.]*$")


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with the accounts and the times of quoted posts told."""
    times = [
        index
        for index in range(2, len(known) - 1)
        if len(known[index].plain) <= 2 * WIDEST and _is_time(known[index]) and not _is_time(known[index + 1])
    ]
    below_name = [index for index in times if _is_account(known[index - 1])]
    labelled = [index for index in below_name if _LABEL.match(known[index - 2].plain)]
    if len(labelled) >= FEWEST and len({known[index - 2].plain for index in labelled}) == len(labelled):
        return _told(known, [index for index in below_name if index in labelled or _is_below_text(known, index)])
    headed = [index for index in below_name if numbering.scheme(known[index - 2].plain)]
    if len(headed) < FEWEST:
        return list(known)
    schemes = [numbering.scheme(known[index - 2].plain) for index in headed]
    numbers = [scheme.value for scheme in schemes if scheme]
    above = known[: headed[0] - 2]
    if numbers != sorted(set(numbers)) or numbers[0] != 1 or not any(item.role is Role.TITLE for item in above):
        return list(known)
    own = (
        index
        for index in below_name
        if index in headed or _HANDLE.match(known[index - 1].plain) or _is_named(known[index - 1].plain)
    )
    return _told(known, own)


def _told(known: Sequence[Known], times: Iterable[int]) -> list[Known]:
    """The parts, with posts' times and the accounts above them told to be such."""
    found = list(known)
    for index in times:
        for at in (index - 1, index):
            found[at] = replace(known[at], role=Role.META, meta=MetaLine(desk=True, posted=True))
    return found


def _is_below_text(known: Sequence[Known], index: int) -> bool:
    """Whether the account above a post's time stands right below the text of another post, under a short name."""
    return known[index - 2].role is Role.BODY and shapes.width(known[index - 1].plain) <= SHORT


def are_most(known: Sequence[Known], starts: Sequence[int]) -> bool:
    """Whether below most of some headlines stands such a post."""
    posts = sum(any(is_post(item) for item in known[start + 1 : start + 3]) for start in starts)
    return 2 * posts > len(starts)


def is_post(item: Known) -> bool:
    """Whether a part is the account or the time of a quoted post."""
    return item.meta is not None and item.meta.posted and item.meta.desk


def _is_time(item: Known) -> bool:
    return item.plain[:1].isdigit() and bool(_TIME.match(item.plain) or _AGE.match(item.plain))


def _is_account(item: Known) -> bool:
    """Whether a line may be the name of who posts: short, no heading of a part, no sentence."""
    if item.role not in (Role.TITLE, Role.META, Role.SIGNATURE) and not _HANDLE.match(item.plain):
        return False
    plain = item.plain
    return shapes.width(plain) <= WIDEST and not numbering.scheme(plain) and not shapes.ends_sentence(plain)


def _is_named(text: str) -> bool:
    return bool(persons.is_name(text) or persons.is_organisation(text))
