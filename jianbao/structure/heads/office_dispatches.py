"""Letters and announcements of an office in the form that offices fill in: the fields above their subject are its head.

Before: ``文化部　函`` / ``承辦人：某某`` / ``受文者：…`` / ``發文日期：…`` / ``發文字號：…號`` / ``主旨：…``
After: one text; its subject is the title, the office its source, the lines between the two are printed lines, and
nobody who is named there wrote it. So are the lines below it that say who gets it.
Never: a mail, a clipping or a programme with a subject, whose head has no number and addressee of an office.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import either

REACH = 18
"""Parts above the subject among which its head stands."""
FEWEST = 2
"""Fields of an office among them: to whom it is sent, when, its number."""
WIDEST = 60
"""Han characters of a field."""
_SUBJECT = re.compile(r"^主旨\s*[：:]")
_SENT = re.compile(r"^(?:受文者|[發发]文字[號号]|[發发]文日期)\s*[：:]")
_FIELD = re.compile(r"^[\u3400-\u9fff（）()　 ]{2,20}[：:](?![^。]*。)")
_KIND = re.compile(
    r"^(?P<office>[\u3400-\u9fff]{2,20}?)[\s　]*(?:函|書函|书函|公告|令|開會通知單|开会通知单)"
    r"(?:[（(][^（()）]{1,6}[)）])?$"
)
_BELOW = re.compile(rf"^(?:正本|副本|{either('circulation_labels')})\s*[：:]")


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with the fields of each such head told, and the lines below that say who gets it."""
    told = list(known)
    subjects = [n for n, item in enumerate(known) if item.role is Role.META and _SUBJECT.match(item.plain)]
    for n in subjects:
        begin = _begin(known, n)
        if sum(bool(_SENT.match(item.plain)) for item in known[begin:n]) < FEWEST:
            continue
        for at in range(begin, n):
            told[at] = _printed(known[at])
        end = next((m for m in subjects if m > n), len(known))
        for at in range(n + 1, end):
            if _BELOW.match(known[at].plain) and known[at].role in (Role.BODY, Role.TITLE, Role.META):
                told[at] = Known(known[at].part, Role.META, MetaLine(desk=True))
    return told


def _begin(known: Sequence[Known], subject: int) -> int:
    """Where the head above a subject begins: at the line of the office, or the first of the fields."""
    at = subject
    while at > max(subject - REACH, 0) and _is_field(known[at - 1]):
        at -= 1
    return at - 1 if at and _KIND.match(known[at - 1].plain) else at


def _is_field(item: Known) -> bool:
    free = item.role in (Role.META, Role.TITLE, Role.BODY) and not item.part.block
    return free and shapes.width(item.plain) <= WIDEST and bool(_FIELD.match(item.plain))


def _printed(item: Known) -> Known:
    """A line of the head: the office states the source, a day is kept, all else is printed."""
    office = _KIND.match(item.plain)
    if office:
        return Known(item.part, Role.META, MetaLine(source=office["office"]))
    if item.meta is not None and item.meta.date and _SENT.match(item.plain):
        return Known(item.part, Role.META, MetaLine(date=item.meta.date, date_text=item.meta.date_text))
    return Known(item.part, Role.META, MetaLine(desk=True))
