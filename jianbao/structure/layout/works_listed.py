"""Works below a heading such as 參考文獻, over lines: where each begins, and which lines go on in one.

Before: ``參考文獻`` / ``Lowenthal, M. (2022). Intelligence (9th ed.).`` / ``Washington, DC: CQ Press.``
/ ``廖士賢（2020）。《補貼的政治》，碩士論文。`` / ``林若水（2024）。〈離島醫療〉，《學報》，第66`` / ``期，頁1–38。``
After: three works.
Never: lists of which fewer than three lines begin as a work does, text behind the list, headings below it.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure.blocks.line_words import is_section
from jianbao.structure.blocks.works_cited import REFERENCES
from jianbao.structure.notes.note_heading import HEADING
from jianbao.structure.rows import Row

FEWEST = 3
"""Lines that begin as works do, in a list."""
MOST = 4
"""Lines in which a work goes on, at most."""
NEARLY = 0.8
"""Part of the widest line that a line has at least which goes on though it ends a sentence."""

_NUMBER = r"^(?:[\[［【〔][0-9]{1,3}[\]］】〕]|[0-9]{1,3}[.．、)）])\s*"
_NUMBERED = re.compile(_NUMBER + r"\S")
_DATED = re.compile(r"^(?![（(])[^。《》〈〉「」]{2,90}?[（(](?:1[89]|20)\d\d[a-z]?(?:[,，年][^（()）]{0,14})?[)）]")
"""The writers and the year of a work, in front of its title."""
_TITLED = re.compile(r"^(?:[\u3400-\u9fff・·、，,\s]{2,24}[，,：:。.]\s*)?[《〈]\S")
"""A title in marks, and perhaps the writers in front of it."""
_GOES_ON = re.compile(r"^(?:https?://|www\.|doi\b|[a-z0-9&(（)）,.，。、；;:：]|[\u3400-\u9fff]{1,3}[，。])", re.I)
"""What no work begins with."""
_ENDED = re.compile(r"[。．.！？!?]$")
_HEADED = re.compile(
    r"^(?:第[一二三四五六七八九十\d]+[章節节]|[一二三四五六七八九十壹貳參肆伍陸柒捌玖]{1,3}、"
    r"|附[錄录件][一二三四五六七八九十\d]{0,2}(?:$|[\s：:、]))"
)
"""The number of a part, or an appendix."""


def mark(rows: Sequence[Row]) -> None:
    """Set ``anew`` on the first line of each work, and ``soft`` on each that goes on in the next."""
    at = 0
    while at < len(rows):
        if "".join(rows[at].text.strip("：: 【】").split()) not in REFERENCES:
            at += 1
            continue
        end = _end(rows, at + 1)
        works = rows[at + 1 : end]
        starts = _starts(works)
        if len(starts) >= FEWEST and starts[0] == 0:
            _part(works, frozenset(starts))
        at = end


def _end(rows: Sequence[Row], begin: int) -> int:
    """Where the list ends: at the next heading."""
    for at in range(begin, len(rows)):
        text = rows[at].text
        if is_section(text) or HEADING.fullmatch(text) or _HEADED.match(text):
            return at
    return len(rows)


def _starts(works: Sequence[Row]) -> list[int]:
    """The lines that begin a work: all of them with numbers, or with writers and a year, or a title in marks."""
    if works and _NUMBERED.match(works[0].text):
        return [n for n, row in enumerate(works) if _NUMBERED.match(row.text)]
    return [
        n
        for n, row in enumerate(works)
        if (_DATED.match(row.text) or _TITLED.match(row.text)) and not (n and _is_open(works[n - 1], row))
    ]


def _is_open(above: Row, row: Row) -> bool:
    """Whether a line stops in the middle of a work's words: the next, though it looks like one, is none."""
    return above.text[-1] in "，、,（(《〈&" or row.text[0] in "，。、）》〉"


def _part(works: Sequence[Row], starts: frozenset[int]) -> None:
    """Mark the works; the text behind the last of them, which is none, stays as it is."""
    widest = max(row.edge for row in works)
    inside = 0
    for n, row in enumerate(works):
        if n in starts:
            row.anew, inside = True, 0
            continue
        above = works[n - 1]
        inside += 1
        cut = not _ENDED.search(above.text) or above.edge >= NEARLY * widest or bool(_GOES_ON.match(row.text))
        if inside > MOST or not cut:
            return
        above.soft = True
