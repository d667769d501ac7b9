"""Stories that were passed on in a chat, as its export shows them: the moment, who sent it, and the headline in a line.

Before: ``26/02/2026, 22:05 - 島鏈觀察: *標題*`` above each text
After: a story each, with its day where the days of all tell whether the month stands first.
Never: fewer than three such lines; messages without a text below them; people who talk to each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from jianbao import regex as re
from jianbao.provenance import MappedText, Removal
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.entries import chat_talk
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.structure.parts import Part

STAR = "T06"
FEWEST, TEXT = 3, 30
"""Such lines of a file, and characters of the text below each, at least."""

_LINE = re.compile(
    r"^\[?(?P<when>(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<year>20\d\d),? \d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?)\]?"
    r" ?[-–]? ?(?P<name>[^\s:：*][^:：*]{1,23}): (?P<open>\*?)(?P<title>[^*]{5,80})(?P<close>\*?)$"
)


def state(known: Sequence[Known]) -> tuple[list[Known], list[Removal]]:
    """The parts, with such lines told, and the stars around their headlines."""
    found = list(known)
    hits = {at: match for at in range(len(known) - 1) if (match := _LINE.match(known[at].plain)) and _heads(known, at)}
    if len(hits) < FEWEST or chat_talk.is_one(known):
        return found, []
    days = [(int(match["a"]), int(match["b"])) for match in hits.values()]
    first, second = max(a for a, _ in days) > 12, max(b for _, b in days) > 12
    removals: list[Removal] = []
    for at, match in hits.items():
        part = known[at].part
        day, month = (int(match["a"]), int(match["b"])) if first else (int(match["b"]), int(match["a"]))
        iso = _iso(int(match["year"]), month, day) if first != second else ""
        for sign in ("open", "close"):
            removals += [part.text.slice(*match.span(sign)).removed(STAR, "mark of bold type")] if match[sign] else []
        whole = part.text.slice(0, match.start("open")) + part.text.slice(*match.span("title"))
        title = (match.start("open"), len(whole))
        stated = MetaLine(iso, match["when"] if iso else "", title=title, desk=True)
        found[at] = Known(_with_text(known[at], whole), Role.META, stated)
    return found, removals


def _with_text(item: Known, text: MappedText) -> Part:
    return replace(item.part, text=text)


def _heads(known: Sequence[Known], at: int) -> bool:
    below = known[at + 1]
    return below.role is Role.BODY and len(below.plain) >= TEXT


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
