"""Lines of a journal's front matter: the journal with its issue and pages, writers with the marks of their notes, where
they work.

``海岸研究學刊　第 38 卷第 2 期（2024 年 6 月），頁 103–109``, ``陸文淵1，范佳寧2``,
``（1. 江北大學 地理系，江北 226000；2. …）``, ``林若薇（本中心研究員）、高橋誠（東京海洋大學副教授）``
"""

from __future__ import annotations

from jianbao import regex as re
from jianbao.structure.heads import imprint_lines, persons, written_dates
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import either

MOST_WRITERS = 12
FEWEST_CELLS = 3
"""Cells of a row of facts on top of a text, at least."""
LONGEST = 120
"""Characters of a row of writers."""

_NAMED = re.compile(
    r"《?(?P<name>[\u3400-\u9fff·]{3,20}(?:[（(][\u3400-\u9fff]{2,12}[)）])?)?》?[\s\u3000,，;；.．|｜]*"
    r"(?P<rest>(?:第\s*[0-9０-９一二三四五六七八九十]|\d{1,3}\s*[卷輯辑]|Vol\.|\d{1,3}\s?[(（]\d{1,2}[)）]|(?:19|20)\d\d\s*(?:年|[,，]?\s*\d{0,3}\s?[(（])).{2,60})"
)
_COUNTED_ALONE = re.compile(r"第\s*[0-9０-９一二三四五六七八九十百]+\s*[卷輯辑]$")
"""A volume's number in front of that of its issue: no journal's name."""
_SHORT = re.compile(
    r"\d{1,3}\s*[卷輯辑]\s*\d{1,3}\s*[期號号]|(?<=年)\s*\d{1,2}\s*期|(?<!\d)\d{0,3}\s?[(（]\s*[0-9]{1,2}\s*[)）]"
)
"""An issue as catalogues write it: 12卷1期, 2024年03期, 38(2)."""
_SAID_TWICE = re.compile(r"(?P<name>[\u3400-\u9fff·]{2,6})\s?[（(](?:[A-Z][\w.'’-]*[\s,]*){2,4}[)）]\s*")
_PAGES = re.compile(
    r"(?:頁|页|pp?\.)\s*[0-9]+\s*[-–—－至~～]\s*[0-9]+(?:\s*[頁页])?|[0-9]+\s*[-–—－~～]\s*[0-9]+\s*[頁页]"
    r"|(?<=[:：|｜])\s*[0-9]+\s*[-–—－]\s*[0-9]+(?=$|[,，])"
)
_PAGES_ALONE = re.compile(r"(?:頁|页|pp\.)\s*[0-9]+\s*[-–—－~～]\s*[0-9]+(?:\s*[頁页])?")
_VOLUME = re.compile(r"[卷輯辑].*[期號号]")
_COUNTED = re.compile(r"(?:總|总)第\s*[0-9]+\s*期|(?:19|20)\d\d\s*年(?=\s*第)")
"""What tells an issue besides its number: the year whose issues are counted, the count of all issues."""
_OFTEN = re.compile(r"(?:半月|雙月|双月|月|雙週|双周|週|周|季|半年|年)刊$")
_BETWEEN = re.compile(r"[\s\u3000（）()，,、：:；;。.|｜]")
_YEAR = re.compile(r"(?:19|20)\d\d\s*年?")
_OF_YEAR = re.compile(r"(?:19|20)\d\d\s?[(（]\d{2}[)）]")
"""A year's issue behind a journal's name: that is enough."""
_MARK = r"[0-9¹²³⁴⁵⁶⁷⁸⁹*＊†‡]{1,3}"
_MARKED = re.compile(rf"(?P<name>[\u3400-\u9fff·]{{2,6}}) ?{_MARK}(?:[,，]{_MARK})*[\s\u3000，,、;；]*")
_STARRED = re.compile(r"(?P<name>[\u3400-\u9fff·]{2,6}) ?[*＊∗†‡]{1,3}")
_BRACKETED = re.compile(
    r"(?P<name>[\u3400-\u9fff·]{2,8})[（(](?P<what>[^（()）。]{2,30})[)）][\s\u3000]*(?:[、，,；;和與及]\s*|$)"
)
_PLACES = re.compile(r"[1-9]\s*[.．、]?\s*(?P<place>[^；;0-9][^；;]{3,80})[；;]?\s*")


def parse(text: str) -> MetaLine | None:
    """What such a line states, if that is all that it says."""
    if is_identifier(text) or _PAGES_ALONE.fullmatch(text):
        return MetaLine(desk=True)
    if len(text) <= LONGEST and (text[0] in "第《" or "\u3400" <= text[0] <= "\u9fff"):
        found = issue(text) or _said_twice(text)
        if found:
            return found
    if text[0].isdigit() and (found := _day_and_pages(text)):
        return found
    if text[0] in "（(" and text[-1] in ")）":
        return _places(text)
    return _writers(text) if len(text) <= LONGEST else None


def _day_and_pages(text: str) -> MetaLine | None:
    """When an issue came out, and the pages: ``2026年9月　第57-84頁``."""
    pages = _PAGES.search(text)
    if pages is None or pages.end() < len(text):
        return None
    rest = text[: pages.start()].rstrip(" \u3000第，,；;|｜")
    dates = written_dates.find(rest)
    if len(dates) != 1 or dates[0].start or dates[0].end < len(rest):
        return None
    return MetaLine(date=dates[0].iso, date_text=rest, desk=True)


def is_row(text: str) -> bool:
    """Whether a line is cells between wide blanks, one of them a month or a day and no more."""
    cells = re.split(r"\s{2,}|\u3000+", text) if "  " in text or "\u3000" in text else []
    found = (written_dates.find(cell) for cell in cells) if len(cells) >= FEWEST_CELLS else ()
    return any(dates and dates[0].end - dates[0].start == len(cell) for dates, cell in zip(found, cells, strict=False))


def issue(text: str) -> MetaLine | None:
    """A journal's name, its issue and the pages; without a name the pages, and without pages volume and number."""
    match = _NAMED.fullmatch(text)
    if match is None:
        return None
    unnamed = _COUNTED_ALONE.match(match["name"] or "")
    name, behind = ("", text) if unnamed else (match["name"] or "", match["rest"])
    counted = _COUNTED.search(behind)
    whole = _COUNTED.sub(lambda found: " " * len(found[0]), behind)
    number = _SHORT.search(whole) or imprint_lines.ISSUE.search(whole)
    if number is None:
        return None
    rest = _OFTEN.sub("", whole[: number.start()] + whole[number.end() :])
    pages = _PAGES.search(rest)
    rest = left = _PAGES.sub("", rest)
    dates = written_dates.find(rest)
    for found in reversed(dates):
        left = left[: found.start] + left[found.end :]
    left = _YEAR.sub("", left, count=1)
    enough = counted or _VOLUME.search(number[0]) or _OF_YEAR.fullmatch(behind)
    if _BETWEEN.sub("", left) or not (pages or (name and enough)):
        return None
    return MetaLine(
        date=dates[0].iso if dates else "",
        date_text=written_dates.as_written(rest, dates[0]) if dates else "",
        source=name,
        issue="".join(number[0].split()),
        desk=True,
    )


def is_identifier(text: str) -> bool:
    """Whether a line is nothing but labels of a paper, each with a code behind it: its DOI, its class."""
    return bool(_IDENTIFIER.fullmatch(text))


_IDENTIFIER = re.compile(
    r"(?:(?:(?:繁|簡|简)[體体]中文|英文|日文|韓文|韩文)\s*[；;|｜,，]?\s*)?"
    rf"(?:(?:DOI|ISSN|CN|{either('manuscript_labels')})\s*[：:]\s*[!-~]+(?: [A-Z]?[\d./-]+)*[\s\u3000]*)+",
    re.IGNORECASE,
)


def _said_twice(text: str) -> MetaLine | None:
    """Writers in Han characters, each with his name in Latin letters behind it."""
    found = [_SAID_TWICE.fullmatch(item.strip()) for item in re.split(r"[；;、]", text)]
    names = [match["name"] for match in found if match]
    if len(names) < len(found) or len(names) > MOST_WRITERS or not any(map(persons.is_name, names)):
        return None
    return MetaLine(authors=tuple(names))


def _writers(text: str) -> MetaLine | None:
    """Names, each with the mark of a note, as a line of facts."""
    names = marked(text)
    return MetaLine(authors=names) if names else None


def marked(text: str) -> tuple[str, ...]:
    """Names, each with the mark of a note, two at least or one behind which a star stands; none where a line has
    anything else."""
    names: list[str] = []
    at = 0
    starred = _STARRED.fullmatch(text)
    if starred and persons.is_name(starred["name"]):
        return (starred["name"],)
    while at < len(text) and len(names) < MOST_WRITERS and (match := _MARKED.match(text, at)):
        names.append(match["name"])
        at = match.end()
    if at < len(text) or len(names) < 2 or not all(map(persons.is_name, names)):
        return ()
    return tuple(names)


def bracketed(text: str) -> MetaLine | None:
    """Names, two at least, each with what he is in brackets."""
    if len(text) > LONGEST or text[-1] not in ")）":
        return None
    found = list(_BRACKETED.finditer(text))
    if not 2 <= len(found) <= MOST_WRITERS or sum(len(match[0]) for match in found) != len(text):
        return None
    if not any(persons.is_name(match["name"]) for match in found):
        return None
    if not all(persons.is_affiliation(match["what"]) for match in found):
        return None
    return MetaLine(authors=tuple(match["name"] for match in found), affiliation=text)


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
