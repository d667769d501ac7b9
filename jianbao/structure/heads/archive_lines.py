"""The line in which an archive of newspapers says where a story stood: 報章 | A08 | 港聞 | By 某某 above it, or behind
it 【2025-11-14/某某報/B2版/地方】, 【某某報／2025-11-14／B2版／地方】."""

from __future__ import annotations

from jianbao import regex as re
from jianbao.first_characters import led
from jianbao.structure.heads import persons, written_dates
from jianbao.structure.heads.meta_line import MetaLine

FEWEST, MOST = 3, 6
"""Cells of such a line."""
WIDEST = 8
"""Characters of the name of a section."""
FORM = led(r"(?:^|[|｜])\s*[A-Z]{1,2}\d{1,3}\s*[|｜]")
_BAR = re.compile(r"\s*[|｜]\s*")
_PAGE = re.compile(r"^[A-Z]{1,2}\d{1,3}$")
_BY = re.compile(r"^(?:[Bb][Yy]|記者|记者|作者|文)[\s：:]+(?P<names>.{2,40})$")
_SIZE = re.compile(r"字[數数]\s*[：:]\s*\d+(?:\s*(?:words|字))?|\d+\s*(?:words|字)", re.I)
"""How long a story is."""
_SECTION = re.compile(r"^[\u3400-\u9fff]+$")


_DAY = r"(?:19|20)\d\d(?:[-/.年]\d{1,2}[-/.月]\d{1,2}日?|年/\d{1,2}月/\d{1,2}日)"
_ALONE = re.compile(_DAY)
_PAPER = r"[\u3400-\u9fffA-Za-z]{2,16}"
_SEP = r"\s*[／/，,｜|．]\s*"
_SECTION_OF = rf"(?:{_SEP}(?P<section>[\u3400-\u9fff．·‧]{{2,16}}))?"
_BEHIND = rf"{_SEP}第?[A-Z]{{0,2}}\d{{1,3}}(?:版|[頁页])?{_SECTION_OF}[】\]］〕）)]?$"
STAMPS = (
    re.compile(rf"^[【\[［〔（(]?(?P<day>{_DAY}){_SEP}(?P<paper>{_PAPER}){_BEHIND}"),
    re.compile(rf"^[【\[［〔（(]?(?P<paper>{_PAPER}){_SEP}(?P<day>{_DAY}){_BEHIND}"),
    re.compile(
        rf"^(?P<paper>{_PAPER}){_SEP}[A-Z]{{1,2}}\d{{1,3}}版?{_SEP}(?P<section>[\u3400-\u9fff]{{2,10}}){_SEP}(?P<day>{_DAY})$"
    ),
)
"""Day and paper, either first, or the day last, page and section of a story, in one line above or behind it."""


def stamp(text: str) -> MetaLine | None:
    """Day, paper and section of the line that stands above or behind a story; else None."""
    match = next((match for form in STAMPS if (match := form.match(text))), None)
    dates = written_dates.find(match["day"].replace("年/", "年").replace("月/", "月")) if match else []
    if match is None or not dates:
        return None
    return MetaLine(
        date=dates[0].iso, date_text=match["day"], source=match["paper"], series=match["section"] or "", desk=True
    )


def parse(text: str) -> MetaLine | None:
    """Section and writers of such a line; None where it has no page or a cell is anything else."""
    stamped = stamp(text)
    if stamped is not None:
        return stamped
    cells = [cell for cell in _BAR.split(text.strip()) if cell] if FORM.search(text) else []
    at = next((n for n, cell in enumerate(cells[:2]) if _PAGE.match(cell)), None)
    if at is None or not FEWEST <= len(cells) <= MOST:
        return None
    by = _BY.match(cells[-1])
    sections = cells[at + 1 : -1] if by else cells[at + 1 :]
    days = [cell for cell in sections if _ALONE.fullmatch(cell)]
    sections = [cell for cell in sections if cell not in days and not _SIZE.fullmatch(cell)]
    if not all(_SECTION.match(cell) and len(cell) <= WIDEST for cell in (*cells[:at], *sections)):
        return None
    names = (persons.names_in(by["names"]) or re.split(r"[、，,]\s*", by["names"])) if by else []
    day = days[0] if len(days) == 1 else ""
    dates = written_dates.find(day)
    return MetaLine(
        dates[0].iso if dates else "", day, tuple(names), series=sections[-1] if sections else "", desk=True
    )
