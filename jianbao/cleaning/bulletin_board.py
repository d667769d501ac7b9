"""The foot of an article of a bulletin board: where it was sent from, its address, and the readers' one-line comments.

Before: ``※ 發信站: 批踢踢實業坊(ptt.cc), 來自: 203.0.113.5``; ``推 someone: 說得好 03/03 14:24``; ``→ someone: 補充``
After: nothing; the rule ``--`` above them leaves too.
Never: an arrow or 推 in front of anything but a user's name and a colon, fewer than two such lines without the foot,
what the writer adds below a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jianbao.cleaning import texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line

FEWEST = 2
"""Comments that are enough evidence where the board's own foot was not copied."""

_FOOT = re.compile(
    r"^(?:※|◆|--|✎)?\s*(?:發信站|发信站|批踢踢實業坊|文章網址|文章网址|編輯|编辑|轉錄者|轉錄至看板|來源|来源|From|Origin|Modify)\s*[:：]"
)
_BOARD = re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b|\.cc\b|bbs|\.html\s*$", re.I)
_PUSH = re.compile(r"^(?:推|噓|嘘|→|->)\s*(?P<user>[A-Za-z][A-Za-z0-9_]{1,14})\s*[:：]")
_RULE = re.compile(r"^--+$")


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Lines of the foot, and comments, if the seed has the foot or several comments."""
    places = texts.filled(lines)
    plain = [lines[index].text.plain.strip() for index in places]
    feet = {at for at, text in enumerate(plain) if text[:1] in "※◆✎" and _FOOT.match(text) and _BOARD.search(text)}
    pushes = {at for at, text in enumerate(plain) if _PUSH.match(text)}
    if not feet and len(pushes) < FEWEST:
        return
    for at in sorted(feet | pushes):
        note = "foot of a bulletin board" if at in feet else "a reader's comment on a bulletin board"
        yield whole(places[at], lines[places[at]], note)
    for at in sorted(feet):
        if at and at - 1 not in feet and _RULE.match(plain[at - 1]):
            yield whole(places[at - 1], lines[places[at - 1]], "the rule above the foot of a bulletin board")
