"""The export of a chat in which people talk to each other: one text, each message behind who sent it and when.

Before: ``3/9/2026 20:28 - 甲: …`` / ``3/9/2026 20:31 - 乙: 快還是慢？``, or the sender and the moment in a line of
its own: ``甲, [21.01.2025 21:52]``, ``甲 2026-11-22 21:33``
After: one article; a short message is no headline, a sender no writer of a story.
Never: a file of stories that one account passed on, each with its headline and text; senders who all speak once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from jianbao import regex as re
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import written_dates
from jianbao.structure.heads.meta_line import MetaLine

FEWEST, SENDERS, SHORT = 4, 2, 2
"""Messages, people who send them, and messages of a single line, at least."""
SHARE = 0.4
"""How many of all messages are of a single line, at least."""
TOP = 3
"""Lines of the export itself above the first message, at most."""
_DAY = r"(?:\d{1,2}[/.]\d{1,2}[/.]20\d\d|20\d\d[-/.]\d{1,2}[-/.]\d{1,2})"
_CLOCK = r"(?:[上下]午)?\s?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?"
_BEHIND = re.compile(rf"^\[?{_DAY},? {_CLOCK}\]? ?[-–]? ?(?P<name>[^\s:：][^:：]{{0,23}}): (?P<said>.+)$")
_ABOVE = re.compile(rf"^(?P<name>[^\s:：，。,][^:：，。,]{{0,19}}?),? \[?(?P<when>{_DAY},? {_CLOCK})\]?$")


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with the messages of such an export told to be text."""
    heads = _heads(known)
    told = list(known)
    if not _is_talk(known, heads):
        return told
    for n, end in pairwise((*heads, len(known))):
        own = "said" not in heads[n].re.groupindex
        told[n] = Known(known[n].part, Role.META, MetaLine(desk=True)) if own else Known(known[n].part, Role.BODY)
        for at in range(n + 1, end):
            if known[at].role in (Role.TITLE, Role.META, Role.SIGNATURE) and (own and end == n + 2):
                told[at] = Known(known[at].part, Role.BODY)
    first = next(iter(heads))
    days = written_dates.find(known[first].plain) if "when" in heads[first].re.groupindex else []
    if days and len(days[0].iso) == len("2026-01-01"):
        stated = MetaLine(date=days[0].iso, date_text=known[first].plain[days[0].start : days[0].end], desk=True)
        told[first] = Known(known[first].part, Role.META, stated)
    return told


def is_one(known: Sequence[Known]) -> bool:
    """Whether parts are the messages of such a chat."""
    return _is_talk(known, _heads(known))


def _heads(known: Sequence[Known]) -> dict[int, re.Match[str]]:
    """The parts that say who sent a message and when."""
    found = ((n, _BEHIND.match(item.plain) or _ABOVE.match(item.plain)) for n, item in enumerate(known))
    return {n: match for n, match in found if match}


def _is_talk(known: Sequence[Known], heads: dict[int, re.Match[str]]) -> bool:
    """Whether messages are of several people who answer each other, many of them in a line."""
    if len(heads) < FEWEST or next(iter(heads)) > TOP:
        return False
    senders = Counter(match["name"] for match in heads.values())
    if len(senders) < SENDERS or len(senders) == len(heads) or len({match.re for match in heads.values()}) > 1:
        return False
    own = "said" not in next(iter(heads.values())).re.groupindex
    single = sum(end - n == 1 + own for n, end in pairwise((*heads, len(known))))
    return single >= max(SHORT, SHARE * len(heads))
