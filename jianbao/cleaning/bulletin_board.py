"""What a bulletin board puts around an article: the form for news, where it was sent from, the readers' comments.

Before: ``1.媒體來源:``; ``5.完整新聞連結: https://…``; ``※ 發信站: 批踢踢實業坊(ptt.cc), 來自: 203.0.113.5``;
``推 someone: 說得好 03/03 14:24``; ``→ someone: 補充``
After: nothing, and of the form what was filled in; the rule ``--`` above the foot leaves too.
Never: an arrow or 推 in front of anything but a user's name and a colon, fewer than two such lines without the foot,
what the writer adds below a comment; a form with fewer than three fields that count from 1; the word over a remark.
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
_FIELD = re.compile(
    r"^(?P<number>\d)\s*[.．、]\s*(?P<name>媒[體体][來来]源|[記记]者署名|(?:完整)?新[聞闻][標标][題题]|(?:完整)?新[聞闻][內内]文"
    r"|(?:完整)?新[聞闻][連链][結接]|[備备][註注])(?P<hint>[^：:]{0,40})[：:]\s*",
)
_RULE = re.compile(r"^--+$")


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Lines of the foot, and comments, if the seed has the foot or several comments."""
    places = texts.filled(lines)
    plain = [lines[index].text.plain.strip() for index in places]
    feet = {at for at, text in enumerate(plain) if text[:1] in "※◆✎" and _FOOT.match(text) and _BOARD.search(text)}
    pushes = {at for at, text in enumerate(plain) if _PUSH.match(text)}
    yield from _form(lines, places, plain)
    if not feet and len(pushes) < FEWEST:
        return
    for at in sorted(feet | pushes):
        note = "foot of a bulletin board" if at in feet else "a reader's comment on a bulletin board"
        yield whole(places[at], lines[places[at]], note)
    for at in sorted(feet):
        if at and at - 1 not in feet and _RULE.match(plain[at - 1]):
            yield whole(places[at - 1], lines[places[at - 1]], "the rule above the foot of a bulletin board")


FIELDS = 3
"""Fields that make a form."""


def _form(lines: Sequence[Line], places: Sequence[int], plain: Sequence[str]) -> Iterator[Finding]:
    """The labels of a form's fields, and the address that one of them asks for; of a remark the number alone."""
    fields: list[tuple[int, re.Match[str]]] = []
    for at, text in enumerate(plain):
        match = _FIELD.match(text) if text[:1].isdigit() else None
        if match and int(match["number"]) == len(fields) + 1:
            fields.append((at, match))
    for at, match in fields if len(fields) >= FIELDS else ():
        line = lines[places[at]]
        begin = len(line.text.plain) - len(line.text.plain.lstrip())
        remark = match["name"][-1] in "註注"
        end = begin + (match.start("name") if remark else match.end())
        if match["name"][-1] in "結接":
            end = len(line.text)
            if at + 1 < len(plain) and plain[at + 1].startswith("http") and match.end() == len(plain[at]):
                yield whole(places[at + 1], lines[places[at + 1]], "address that a board's form asks for")
        yield Finding(places[at], begin, end, "field of a board's form")
