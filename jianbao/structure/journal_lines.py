"""Lines of a journal's front matter: the journal with its issue and pages, writers with the marks of their notes, where
they work.

``海岸研究學刊　第 38 卷第 2 期（2024 年 6 月），頁 103–109``, ``陸文淵1，范佳寧2``,
``（1. 江北大學 地理系，江北 226000；2. …）``
"""

from __future__ import annotations

import re

from jianbao.structure import imprint_lines, persons, written_dates
from jianbao.structure.meta_line import MetaLine

MOST_WRITERS = 12

_NAMED = re.compile(
    r"(?P<name>[\u3400-\u9fff·]{3,20}(?:[（(][\u3400-\u9fff]{2,12}[)）])?)?[\s\u3000,，]*(?P<rest>第\s*[0-9０-９一二三四五六七八九十].{2,60})"
)
_PAGES = re.compile(
    r"(?:頁|页|pp?\.)\s*[0-9]+\s*[-–—－至~～]\s*[0-9]+(?:\s*[頁页])?|[0-9]+\s*[-–—－~～]\s*[0-9]+\s*[頁页]"
)
_VOLUME = re.compile(r"[卷輯辑].*[期號号]")
_BETWEEN = re.compile(r"[\s\u3000（）()，,、：:；;。.]")
_MARK = r"[0-9¹²³⁴⁵⁶⁷⁸⁹*＊†‡]{1,3}"
_MARKED = re.compile(rf"(?P<name>[\u3400-\u9fff·]{{2,6}}) ?{_MARK}(?:[,，]{_MARK})*[\s\u3000，,、;；]*")
_PLACES = re.compile(r"[1-9]\s*[.．、]?\s*(?P<place>[^；;0-9][^；;]{3,80})[；;]?\s*")


def parse(text: str) -> MetaLine | None:
    """What such a line states, if that is all that it says."""
    if text[0] == "第" or ("第" in text[3:36] and "\u3400" <= text[0] <= "\u9fff"):
        return issue(text)
    if text[0] in "（(" and text[-1] in ")）":
        return _places(text)
    return _writers(text) if len(text) <= 10 * MOST_WRITERS else None


def issue(text: str) -> MetaLine | None:
    """A journal's name, its issue and the pages; without a name the pages, and without pages volume and number."""
    match = _NAMED.fullmatch(text)
    number = imprint_lines.ISSUE.search(match["rest"]) if match else None
    if match is None or number is None:
        return None
    rest = match["rest"][: number.start()] + match["rest"][number.end() :]
    pages = _PAGES.search(rest)
    rest = left = _PAGES.sub("", rest)
    dates = written_dates.find(rest)
    for found in reversed(dates):
        left = left[: found.start] + left[found.end :]
    if _BETWEEN.sub("", left) or not (pages or (match["name"] and _VOLUME.search(number[0]))):
        return None
    return MetaLine(
        date=dates[0].iso if dates else "",
        date_text=written_dates.as_written(rest, dates[0]) if dates else "",
        source=match["name"] or "",
        issue="".join(number[0].split()),
        desk=True,
    )


def _writers(text: str) -> MetaLine | None:
    """Names, each with the mark of a note."""
    names: list[str] = []
    at = 0
    while at < len(text) and len(names) < MOST_WRITERS and (match := _MARKED.match(text, at)):
        names.append(match["name"])
        at = match.end()
    if at < len(text) or len(names) < 2 or not all(map(persons.is_name, names)):
        return None
    return MetaLine(authors=tuple(names))


def _places(text: str) -> MetaLine | None:
    """Where writers work, by number, in one bracket."""
    inner = text[1:-1].strip()
    places: list[str] = []
    at = 0
    while at < len(inner) and (match := _PLACES.match(inner, at)):
        places.append(match["place"])
        at = match.end()
    if at < len(inner) or not places or not all(map(_is_place, places)):
        return None
    return MetaLine(affiliation=inner)


def _is_place(text: str) -> bool:
    """Whether words name an organisation, and may be its town and its postcode."""
    return any(persons.is_organisation(word) or persons.is_affiliation(word) for word in re.split(r"[\s，,]+", text))
