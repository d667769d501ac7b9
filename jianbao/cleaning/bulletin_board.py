"""What a bulletin board puts around an article: the form for news, where it was sent from, the readers' comments.

Before: ``1.媒體來源:``; ``5.完整新聞連結: https://…``; ``※ 發信站: 批踢踢實業坊(ptt.cc), 來自: 203.0.113.5``;
``推 someone: 說得好 03/03 14:24``; ``→ someone: 補充``; ``: 二月要去出差`` below ``※ 引述《someone》之銘言：``
After: nothing, and of the form what was filled in; the rule ``--`` above the foot leaves too, with the writer's motto
between it and the foot; of words that a post quotes the colon alone.
Never: an arrow or 推 in front of anything but a user's name and a colon, fewer than two such lines without the foot,
what the writer adds below a comment; a form with fewer than three fields that count from 1; the word over a remark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import regex as re
from jianbao.cleaning import texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line

FEWEST = 2
"""Comments that are enough evidence where the board's own foot was not copied."""

MOTTO, LONGEST_MOTTO = 6, 80
"""Lines of a motto, as boards let writers have it below each of their posts, and characters of one."""

_FOOT = re.compile(
    r"^(?:※|◆|--|✎)?\s*(?:發信站|发信站|批踢踢實業坊|文章網址|文章网址|編輯|编辑|轉錄者|轉錄至看板|來源|来源|From|Origin|Modify)\s*[:：]"
)
_BOARD = re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b|\.cc\b|bbs|\.html\s*$|\[FROM:\s?[\d.*]+\]", re.I)
_PUSH = re.compile(r"^(?:推|噓|嘘|→|->)\s*(?P<user>[A-Za-z][A-Za-z0-9_]{1,14})\s*[:：]")
_FIELD = re.compile(
    r"^(?P<number>\d)\s*[.．、]\s*(?P<name>媒[體体][來来]源|[記记]者署名|(?:完整)?新[聞闻][標标][題题]|(?:完整)?新[聞闻][內内]文"
    r"|(?:完整)?新[聞闻][連链][結接]|[備备][註注])(?P<hint>[^：:]{0,40})[：:]\s*",
)
_RULE = re.compile(r"^--+$")
_LEADS = re.compile(r"^[※◆]\s?引述.{1,60}(?:之銘言|之铭言|的話|的话)[：:]?$")
_QUOTED = re.compile(r"^\s*[:：>＞][ \u3000]?")


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
    motto = {at: note for foot in sorted(feet) for at, note in _motto(plain, foot)}
    for at, note in sorted(motto.items()):
        yield whole(places[at], lines[places[at]], note)
    yield from _quoted(lines, places, plain)


def _motto(plain: Sequence[str], foot: int) -> Iterator[tuple[int, str]]:
    """The rule above the foot, and the motto of the writer between two rules or between a rule and the foot."""
    rules = [at for at in range(max(foot - MOTTO - 2, 0), foot) if _RULE.match(plain[at])]
    between = plain[rules[0] : foot] if rules else ()
    if rules and len(between) <= MOTTO + 2 and all(_is_motto(text) for text in between):
        for at in range(rules[0], foot):
            yield at, ("the rule" if at in rules else "the writer's motto") + " above the foot of a bulletin board"


def _is_motto(text: str) -> bool:
    return len(text) <= LONGEST_MOTTO and not _PUSH.match(text) and not _FOOT.match(text)


def _quoted(lines: Sequence[Line], places: Sequence[int], plain: Sequence[str]) -> Iterator[Finding]:
    """The colons in front of the words of another post, right below the line that says whose they are."""
    below = False
    for at, text in enumerate(plain):
        sign = _QUOTED.match(lines[places[at]].text.plain) if below else None
        if sign:
            yield Finding(places[at], 0, sign.end(), "sign of words that a post quotes")
        below = bool(sign) or (text[:1] in "※◆" and bool(_LEADS.match(text)))


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
