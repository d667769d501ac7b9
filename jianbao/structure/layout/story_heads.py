"""Headlines and reporters' lines of a newspaper's page, where nothing is blank between two stories; so a newsletter's.

Before: ``預計後年六月完工。``, ``日圓貶破155 旅日團費不降反漲``, ``記者某某／某地報導`` (a newsletter: ``文／某某``)
and running text, a line each.
After: the last two are known to be the head of a story.
Never: on a page without its name, day and number on top that has no two reporters' lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jianbao import regex as re
from jianbao.structure.blocks import signers
from jianbao.structure.heads import folio_lines, meta_lines, wire_lines
from jianbao.structure.layout.full_widths import has_ended
from jianbao.structure.rows import Row
from jianbao.word_lists import words

TOP = 4
"""Lines among which that with a paper's name and day stands."""
REPORTERS, APART = 2, 80
"""Reporters' lines that make a page without that line, and how many lines come to each at most."""
LONGEST_REPORTER = 40
"""Characters of a line that names reporters."""
MOST_HEADS = 6
"""Lines of a headline with what stands above and below it."""

_NAMED = re.compile("[記记]者|特派|[編编][譯译]")
"""What each reporters' line has."""
_WRITTEN = re.compile(r"(?!.*[，。])(?:[圖图]?文|[圖图]\s?[、‧・]?\s?文|撰[文稿]|採訪|采访)\s?[／/｜|：:]\s?[㐀-鿿]")
"""How a line of a newsletter begins that says who wrote the item below."""
_CREDIT = re.compile(r"[／/][攝摄]影?[）)]?$|(?:提供|翻攝|翻摄)[）)]?$")
_PAGED = re.compile(r"(?:^|[\s\u3000])(?:[A-Z]\d{1,2}|第\s?[一二三四五六七八九十\d]{1,3}\s?版)(?:$|[\s\u3000])")
"""The number of a newspaper's page in a line."""
_CLOSED = "）」』】〕"


@dataclass(frozen=True, slots=True)
class Heads:
    """Of each line of a page: whether it names reporters and nothing else, whether it is a headline or stands by one,
    and whether a paragraph or a caption may end with it."""

    told: list[bool]
    heads: list[bool]
    ended: list[bool]

    def begins(self, index: int) -> bool:
        """Whether a paragraph may begin with a line."""
        return index == 0 or self.ended[index - 1] or self.told[index - 1] or self.heads[index - 1]


def find(rows: Sequence[Row]) -> Heads | None:
    """What is known of the lines of a newspaper's page; None for any other text."""
    told = [is_reporter(row.text) for row in rows]
    folio = next((index for index, row in enumerate(rows[:TOP]) if _is_folio(row.text)), -1)
    if sum(told) < max(REPORTERS, len(rows) / APART) and folio < 0:
        return None
    ended = [_has_closed(row) or index == folio for index, row in enumerate(rows)]
    for index in range(1, len(rows)):
        told[index] = told[index] or (not ended[index - 1] and _is_signed(rows[index].text))
    return Heads(told, _above_reporters(rows, told, ended), ended)


def mark(rows: Sequence[Row]) -> None:
    """Set ``alone`` on the headlines and the reporters' lines of such a page."""
    found = find(rows)
    for row, told, head in zip(rows, found.told, found.heads, strict=True) if found else ():
        row.alone = row.alone or told or head


def _is_folio(text: str) -> bool:
    """Whether a line is a page's name, day and number, or its day and number alone."""
    if folio_lines.parse(text):
        return True
    if len(text) > LONGEST_REPORTER or not _PAGED.search(text):
        return False
    meta = meta_lines.parse(text)
    return meta is not None and len(meta.date) == 10 and not (meta.authors or meta.source or meta.title[1])


def is_reporter(text: str) -> bool:
    """Whether a line is nothing but who reports, and from where, or who wrote."""
    if _WRITTEN.match(text):
        return _is_signed(text)
    named = len(text) <= LONGEST_REPORTER and _NAMED.search(text) is not None
    return named and wire_lines.reporters(text) is not None


def is_written(text: str) -> bool:
    """Whether a line of a newsletter says who wrote the item below: 文／某某, no reporter's line."""
    return _WRITTEN.match(text) is not None


def _is_signed(text: str) -> bool:
    """Whether a line below an open one is nothing but who wrote."""
    meta = (meta_lines.parse(text) or signers.signed(text)) if len(text) <= LONGEST_REPORTER else None
    return meta is not None and bool(meta.authors) and not meta.date and not meta.title[1]


def _has_closed(row: Row) -> bool:
    return has_ended(row) or row.text[-1] in _CLOSED or is_credited(row.text)


def is_credited(text: str) -> bool:
    """Whether a line ends with who took a photo."""
    return bool(_CREDIT.search(text))


def _above_reporters(rows: Sequence[Row], told: Sequence[bool], ended: Sequence[bool]) -> list[bool]:
    """Which lines are headlines: those above a reporters' line, or a line that begins with 【本報訊】, up to the end of
    the story before, and names of columns and of pieces of opinion."""
    heads = [before and is_label(row.text) for row, before in zip(rows, [True, *ended], strict=False)]
    for index, reporter in enumerate(told):
        if not reporter and not wire_lines.start(rows[index].text):
            continue
        begin = index
        while begin and not ended[begin - 1] and not told[begin - 1] and index - begin < MOST_HEADS:
            begin -= 1
        whole = begin == 0 or ended[begin - 1] or told[begin - 1]
        for head in range(begin if whole else max(index - 1, 0), index):
            heads[head] = True
    return heads


def is_label(text: str) -> bool:
    """Whether a line is the name of a column or of a kind of piece, with a colon behind it or alone."""
    name = text.partition("：")[0]
    return name in words("series") or name in words("brief_names")
