"""Heads of later pages that say again what a journal's line on top of the text says: its name, its issue.

``104  海岸研究學刊  第 38 卷第 2 期`` below ``海岸研究學刊  第 38 卷第 2 期（2024 年 6 月），頁 103–105``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from jianbao.cleaning.head_rows import Row, may_be_head

SHORTEST = 4
"""Characters of a journal's name, or of an issue, that a head says."""

TOP = 3
"""Lines on top of a page among which its head stands."""

_ISSUE = re.compile(r"第[0-9０-９一二三四五六七八九十百]+[卷期號号輯辑]")
_NAME = r"^(?:[0-9]{1,4}\s+)?[《\u3400-\u9fff][\u3400-\u9fff·》]{2,19}"
_PART = r"第\s*[0-9０-９一二三四五六七八九十百]+\s*[卷期號号輯辑]\s*"
_LATIN = r"(?:\s+[A-Z][A-Za-z' ]{3,40}?)?"
_NAMED = re.compile(
    rf"{_NAME}{_LATIN}[\s，,（(]*(?:{_PART}){{2}}(?=$|[\s（(|｜·]|(?<=\s))"
    rf"|{_NAME}(?<=[報报刊誌志訊讯叢丛評评論论究》]){_LATIN}[\s，,（(]*{_PART}(?=$|[\s（(|｜·]|(?<=\s))"
    rf"|{_NAME}{_LATIN},?\s+(?:Vol\.\s*[0-9]+,?\s*)?No\.\s*[0-9]+(?=$|[\s（(|｜·])"
)
"""A periodical's name, it may be in two languages, and its issue."""
_YEAR = re.compile(r"(?:19|20)[0-9]{2}年$")
_FOLIO = re.compile(r"^[0-9]{1,4}(?=\D)|(?<=\D)[0-9]{1,4}$")


def find(rows: Sequence[Row]) -> dict[int, str]:
    """Such heads by index of their line, with the evidence."""
    notes = {
        page[0].index: "a periodical's name with its issue, on top of a later page"
        for page in _later(rows)
        if may_be_head(page[0]) and _NAMED.match(page[0].text)
    }
    return notes | _again(rows)


def _again(rows: Sequence[Row]) -> dict[int, str]:
    """Heads that say what the line on top of the text says."""
    imprint = _bare("".join(row.text for row in rows[:2]))
    issue = _ISSUE.search(imprint)
    if issue is None or rows[0].page == rows[-1].page:
        return {}
    name = _YEAR.sub("", imprint[: issue.start()])
    return {row.index: "says what the journal's line on top says" for row in _edges(rows) if _says(row, imprint, name)}


def _edges(rows: Sequence[Row]) -> Iterator[Row]:
    """The lines at the edges of all pages but the first."""
    for lines in _later(rows):
        yield from lines[:TOP]
        yield from lines[TOP:][-1:]


def _later(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The lines of each page but the first."""
    if rows[0].page != rows[-1].page:
        yield from (list(group) for page, group in groupby(rows, key=lambda row: row.page) if page != rows[0].page)


def _says(row: Row, imprint: str, name: str) -> bool:
    text = _FOLIO.sub("", _bare(row.text))
    if len(text) < SHORTEST or not may_be_head(row) or text not in imprint:
        return False
    return imprint.startswith(text) or bool(_ISSUE.match(text)) or text == name


def _bare(text: str) -> str:
    return "".join(text.split())
