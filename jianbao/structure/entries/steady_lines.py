"""What the lines of a file look like to somebody who asks whether its items all have the same lines in one order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.entries import stamps
from jianbao.structure.heads import written_dates

DAY, TEXT, ADDRESS, LABELLED, HEADLINE, SHORT = "DBALHT"
"""Forms: a line with a day and little else, running text, an address, a label with its value, a headline with its day
beside it, any other short line."""

LONGEST_SHORT = 44
"""Han characters of a line that is no running text."""
LONGEST_VALUE = 24
"""Han characters behind a label."""
NARROWEST_TITLE = 5
"""Han characters that a headline has besides its day."""

_LABELLED = re.compile(r"^[^\s：:，。（）()]{2,6}\s?[：:]\s*\S")
_BETWEEN = " \t\u3000|｜／/·・•-–—,，:："
_BRACKETS = {"（": "）", "(": ")", "【": "】", "[": "]", "［": "］", "〔": "〕"}


class Group(NamedTuple):
    """One line, or several paragraphs of running text one after the other: parts ``begin`` to ``end``."""

    begin: int
    end: int
    form: str


def groups(known: Sequence[Known], headlines_first: bool) -> list[Group]:
    """The lines of a file with their forms; rules between them are none.

    ``河內時報　3月4日`` may be a headline with its day as well as a day with an outlet: ``headlines_first`` says which.
    """
    forms = [(n, _form(item, headlines_first)) for n, item in enumerate(known) if item.role is not Role.SEPARATOR]
    found: list[Group] = []
    for form, run in groupby(forms, key=lambda pair: pair[1]):
        places = [n for n, _ in run]
        if form == TEXT:
            found.append(Group(places[0], places[-1] + 1, form))
        else:
            found += (Group(n, n + 1, form) for n in places)
    return found


def _form(item: Known, headlines_first: bool) -> str:
    plain = item.plain.strip()
    if item.role is Role.BLOCK:
        return TEXT
    if stamps.is_address(plain):
        return ADDRESS
    if headlines_first and dated(plain) is not None:
        return HEADLINE
    stamp = stamps.read(plain)
    if stamp is not None and (len(stamp.date) >= len("2026-03") or stamp.day or stamp.ago is not None):
        return DAY
    bare = plain[1:-1] if _BRACKETS.get(plain[:1]) == plain[-1:] else plain
    if _LABELLED.match(bare) and shapes.width(bare) <= LONGEST_VALUE:
        return LABELLED
    if dated(plain) is not None:
        return HEADLINE
    if shapes.ends_statement(plain) or shapes.width(plain) > LONGEST_SHORT:
        return TEXT
    return SHORT


class Dated(NamedTuple):
    """A headline with its day beside it: where its own words are, the day, and the word in brackets at its edges.
    ``stamp`` is the bracket that says a day without its year; ``date`` is then empty."""

    title: tuple[int, int]
    date: str
    date_text: str
    beside: str
    stamp: stamps.Stamp | None = None


def dated(text: str) -> Dated | None:
    """A headline whose line begins or ends with its day, in brackets or not; None for any other line."""
    if len(text) > 2 * LONGEST_SHORT or shapes.ends_statement(text):
        return None
    days = [day for day in written_dates.find(text) if len(day.iso) == len("2026-03-20")]
    if not days:
        return _stamped(text)
    if len(days) != 1:
        return None
    day = days[0]
    written = written_dates.as_written(text, day)
    start, end = 0, len(text)
    words: list[str] = []
    for begin, stop, inner in _bracketed(text):
        if begin <= day.start and day.end <= stop:
            words.append(text[begin + 1 : stop - 1].replace(written, "").strip(_BETWEEN))
        else:
            words.append(inner)
        start, end = (stop, end) if begin == 0 else (start, begin)
    if start <= day.start and day.end <= end:  # the day stands outside of brackets
        if text[start : day.start].strip(_BETWEEN) and text[day.start + len(written) : end].strip(_BETWEEN):
            return None
        before = bool(text[start : day.start].strip(_BETWEEN))
        start, end = (start, day.start) if before else (day.start + len(written), end)
    start, end = _trimmed(text, start, end)
    if shapes.width(text[start:end]) < NARROWEST_TITLE:
        return None
    return Dated((start, end), day.iso, written, next(filter(None, words), ""))


def is_stamped(text: str) -> bool:
    """Whether a headline names its outlet and its day."""
    head = dated(text)
    return head is not None and stamps.is_outlet(head.beside)


def _stamped(text: str) -> Dated | None:
    """A headline with a bracket at its end that names an outlet and a day without its year: ``（某某報 3/19）``."""
    for begin, stop, inner in _bracketed(text):
        stamp = stamps.read(inner) if stop == len(text) else None
        if stamp is not None and stamp.day and stamp.says_where and shapes.width(text[:begin]) >= NARROWEST_TITLE:
            return Dated((0, begin), "", inner, stamp.labelled or stamp.pieces[0], stamp)
    return None


def _bracketed(text: str) -> Iterator[tuple[int, int, str]]:
    """Brackets at the start and at the end of a line, with the words in them."""
    close = text.find(_BRACKETS.get(text[:1], "\n"))
    if 0 < close < len(text) - 1:
        yield 0, close + 1, text[1:close].strip()
    opening = next((sign for sign, closing in _BRACKETS.items() if text.endswith(closing)), "\n")
    begin = text.rfind(opening)
    if begin > close:
        yield begin, len(text), text[begin + 1 : -1].strip()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _BETWEEN:
        start += 1
    while end > start and text[end - 1] in _BETWEEN:
        end -= 1
    return start, end


def affixed(text: str) -> tuple[tuple[int, int], str]:
    """A headline and the word that a dash or a bracket parts from it (empty if none does)."""
    match = _AFFIXED.match(text)
    if match:
        name = "of" if match["of"] else "by"
        return match.span("title"), match[name]
    return (0, len(text)), ""


_AFFIXED = re.compile(
    r"^(?P<title>\S.{5,60}?)(?:\s+[-–—|｜]\s+(?P<of>[^\s，。：；|｜-]{2,14})|[（(](?P<by>[^（()）\d]{2,14})[)）])$"
)
