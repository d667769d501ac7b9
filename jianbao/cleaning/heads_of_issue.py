"""Heads of later pages that say again what the lines on top of the text say: a journal's name and issue, the title.

``104  海岸研究學刊  第 38 卷第 2 期`` below ``海岸研究學刊  第 38 卷第 2 期（2024 年 6 月），頁 103–105``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from jianbao import regex as re
from jianbao.cleaning.head_rows import Row, may_be_head, names_issue, without_blanks
from jianbao.first_characters import led
from jianbao.word_lists import either

SHORTEST = 4
"""Characters of a journal's name, or of an issue, that a head says."""

TOP = 3
"""Lines on top of a page among which its head stands."""

OPENING, SHORTEST_TITLE = 6, 6
"""Lines at the start of a text among which its title stands; characters of a title that a head says."""

_NUMBER = re.compile("[0-9]{1,4}")
_ISSUE = re.compile(r"第[0-9０-９一二三四五六七八九十百]+[卷期號号輯辑]")
_ISSUE_AND_PAGE = re.compile(rf"(?:{_ISSUE.pattern})+[0-9]{{1,4}}")
_NAME = r"^(?:[0-9]{1,4}\s+)?[《\u3400-\u9fff][\u3400-\u9fff·》]{2,19}"
_PART = r"第\s*[0-9０-９一二三四五六七八九十百]+\s*[卷期號号輯辑]\s*"
_LATIN = r"(?:\s+[A-Z][A-Za-z' ]{3,40}?)?"
_NAMED = re.compile(
    rf"{_NAME}{_LATIN}[\s，,（(]*(?:{_PART}){{2}}(?=$|[\s（(|｜·]|(?<=\s))"
    rf"|{_NAME}(?<=[報报刊誌志訊讯叢丛評评論论究》]){_LATIN}[\s，,（(]*{_PART}(?=$|[\s（(|｜·]|(?<=\s))"
    rf"|{_NAME}{_LATIN},?\s+(?:Vol\.\s*[0-9]+,?\s*)?No\.\s*[0-9]+(?=$|[\s（(|｜·])"
)
"""A periodical's name, it may be in two languages, and its issue."""
_PERIODICAL = re.compile(rf"《?[\u3400-\u9fff]{{2,12}}{either('periodical_endings')}》?")
"""A periodical's name by what it ends in."""
_YEAR = re.compile(r"(?:19|20)[0-9]{2}年$")
_FOLIO = led(r"^[0-9]{1,4}(?=\D)|(?<=\D)[0-9]{1,4}$")


def find(rows: Sequence[Row]) -> dict[int, str]:
    """Such heads by index of their line, with the evidence."""
    notes = {
        page[0].index: "a periodical's name with its issue, on top of a later page"
        for page in _later(rows)
        if may_be_head(page[0]) and _NAMED.match(page[0].text)
    }
    return notes | _again(rows) | _repeated(rows) | _beside_numbers(rows) | _with_issue(rows)


def _with_issue(rows: Sequence[Row]) -> dict[int, str]:
    """What stands on top of the text, its issue and the number of a page, in one line or in one each: an extractor
    leaves the foot of the only page with a number below its last column, wherever that ends."""
    names = {without_blanks(row.text) for row in rows[:TOP] if may_be_head(row)}
    names = {name for name in names if len(name) >= SHORTEST}
    notes: dict[int, str] = {}
    for place in range(OPENING, len(rows)):
        if rows[place].index in notes or not any(without_blanks(rows[place].text).startswith(name) for name in names):
            continue
        for count in range(1, TOP + 1):
            foot = rows[place : place + count]
            said = without_blanks("".join(row.text for row in foot))
            if any(said.startswith(name) and _ISSUE_AND_PAGE.fullmatch(said, len(name)) for name in names):
                notes |= {row.index: "what stands on top of the text, its issue and a page number" for row in foot}
                break
    return notes


def _beside_numbers(rows: Sequence[Row]) -> dict[int, str]:
    """The name of a periodical and a bare number, both apart from the text, the first two lines of a later page."""
    notes: dict[int, str] = {}
    for page in _later(rows):
        pair = page[:2]
        names = [row for row in pair if _PERIODICAL.fullmatch(without_blanks(row.text)) and may_be_head(row)]
        numbers = [row for row in pair if _NUMBER.fullmatch(row.text)]
        if len(page) > len(pair) and len(names) == len(numbers) == 1 and all(row.gap_after for row in pair):
            notes[names[0].index] = "a periodical's name beside a page number"
            notes[numbers[0].index] = "page number beside a periodical's name"
    return notes


def _repeated(rows: Sequence[Row]) -> dict[int, str]:
    """Lines below the text's head that are a periodical's name with its issue, one and the same several times: an
    extractor that reads columns leaves the feet of pages in the middle of their text."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        if may_be_head(row) and names_issue(_FOLIO.sub("", row.text).strip()):
            places[row.key].append(place)
    return {
        rows[place].index: f"a periodical's name with its issue, as in {len(found)} places"
        for found in places.values()
        for place in (found if len(found) > 1 else ())
        if place >= OPENING
    }


def _again(rows: Sequence[Row]) -> dict[int, str]:
    """Heads that say what the line on top of the text says."""
    imprint = without_blanks("".join(row.text for row in rows[:2]))
    issue = _ISSUE.search(imprint)
    name = _YEAR.sub("", imprint[: issue.start()]) if issue else ""
    titles = {
        without_blanks(row.text).rstrip("：:")
        for row in rows[:OPENING]
        if len(row.text) >= SHORTEST_TITLE and (may_be_head(row) or row.text[-1] in "：:")
    }
    if rows[0].page != rows[-1].page:
        places = [
            n
            for n in _edges(rows)
            if _is_title(rows[n], titles) or _is_over(rows, n, titles) or (name and _says(rows[n], imprint, name))
        ]
    else:
        places = _within(rows, imprint, name, titles)
    said = [place for place in places if not _is_title(rows[place], titles)]
    if not any(name and _says(rows[place], imprint, name) for place in said):
        said = []  # numbers that are the only ones beside heads tell themselves
    beside = [n for place in said for n in (place - 1, place + 1) if _is_folio_of(rows, n, place)]
    notes = {rows[place].index: "page number beside a head" for place in beside}
    return notes | {rows[place].index: "says what the lines on top of the text say" for place in places}


def _within(rows: Sequence[Row], imprint: str, name: str, titles: set[str]) -> list[int]:
    """Where nothing tells the pages: lines that say what the title or the journal's line says, a page number in them
    or beside the journal's name; then further pieces of that line, apart from the text."""
    found: list[int] = []
    pieces: list[int] = []
    for place in range(OPENING, len(rows)):
        row = rows[place]
        if _is_title(row, titles):
            found.append(place)
        elif name and _says(row, imprint, name):
            text = without_blanks(row.text)
            if text != _FOLIO.sub("", text) or any(_is_folio_of(rows, n, place) for n in (place - 1, place + 1)):
                found.append(place)
            elif row.gap_before and (row.gap_after or place + 1 == len(rows)):
                pieces.append(place)
    return found + pieces if found else []


def _is_title(row: Row, titles: set[str]) -> bool:
    """Whether a line is one of ``titles`` and a page number."""
    text = without_blanks(row.text)
    return text not in titles and _FOLIO.sub("", text) in titles and may_be_head(row)


def _is_over(rows: Sequence[Row], place: int, titles: set[str]) -> bool:
    """Whether a line is one of ``titles``, beside a number that stands alone."""
    return without_blanks(rows[place].text) in titles and any(
        _is_folio_of(rows, n, place) for n in (place - 1, place + 1)
    )


def _is_folio_of(rows: Sequence[Row], place: int, head: int) -> bool:
    """Whether a line is nothing but a number, beside a head that carries none, on its page and apart from the text."""
    if not 0 <= place < len(rows) or rows[place].page != rows[head].page or not _NUMBER.fullmatch(rows[place].text):
        return False
    text = without_blanks(rows[head].text)
    return text == _FOLIO.sub("", text) and bool(rows[place].gap_before or rows[place].gap_after)


def _edges(rows: Sequence[Row]) -> Iterator[int]:
    """The places of the lines at the edges of all pages but the first."""
    for page, group in groupby(range(len(rows)), key=lambda place: rows[place].page):
        if page != rows[0].page:
            places = list(group)
            yield from places[:TOP]
            yield from places[TOP:][-1:]


def _later(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The lines of each page but the first."""
    if rows[0].page != rows[-1].page:
        yield from (list(group) for page, group in groupby(rows, key=lambda row: row.page) if page != rows[0].page)


def _says(row: Row, imprint: str, name: str) -> bool:
    text = _FOLIO.sub("", without_blanks(row.text))
    if len(text) < SHORTEST or not may_be_head(row) or text not in imprint:
        return False
    return imprint.startswith(text) or bool(_ISSUE.match(text)) or text == name
