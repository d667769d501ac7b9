"""The line on top of a newspaper's page or a gazette's: its name, its day or its issue, the number of the page.

``東海日報　中華民國七十四年三月十三日　星期三　第三版``, ``立法院公報　第114卷　第97期　委員會紀錄``,
``TUNG HAI DAILY NEWS　第一一〇四二號　今日出紙三大張``; the day may stand in front of the name, whose
characters may stand apart: ``海 疆 日 報``. No title, and no line of one, is so.
"""

from __future__ import annotations

from jianbao import regex as re
from jianbao.structure.heads import persons, written_dates
from jianbao.structure.heads.meta_line import MetaLine

LONGEST = 60
MOST_CELLS = 6
_CELLS = re.compile(r"[\s\u3000]*[|｜][\s\u3000]*|[\u3000\t]+|\s{2,}")
_NAME = re.compile(
    r"^(?:[\u3400-\u9fff]{2,10}(?:[報报]|公[報报]|[學学][報报]|月刊|週刊|周刊|季刊|[雜杂][誌志]|通[訊讯])"
    r"|[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){1,4})$"
)
_APART, _LETTERS = re.compile(r"\s"), re.compile(r"^(?:[\u3400-\u9fff]\s){2,}[\u3400-\u9fff]$")
"""The blanks between the characters of a name, and such a name."""
_WITH_NUMBER = re.compile(r"^(\S{2,16}公報)\s((?:總|总)?第\s*\S{1,6}\s*[卷期號号])$")
_NUMBER = re.compile(r"^(?:總|总)?第\s*[〇○零一二三四五六七八九十百千\d]{1,8}\s*[卷期號号]$")
_PAGE = re.compile(r"^(?:第\s*[一二三四五六七八九十\d]{1,3}\s*[版頁页]|[A-Z]\d{1,2}\s*版?)$")
_PAGED = re.compile(r"[版頁页]|[A-Z]\d")
_OF_PAGE = re.compile(
    r"^(?P<page>[A-Z]\d{1,2}\s*版?|第\s*[一二三四五六七八九十\d]{1,3}\s*[版頁页])[\s：:]{1,2}(?P<section>[\u3400-\u9fff・·]{2,8})$"
)
"""The number of a page with what it is about behind it: A1 要聞."""
_REST = re.compile(
    r"^[\s（(]*(?:(?:星期|週|周)[一二三四五六日天][）)]?)?\s*(?P<above>[\u3400-\u9fff・·]{2,10}?)?\s*"
    r"(?:第\s?[一二三四五六七八九十\d]{1,3}\s?[版頁页]|[A-Z]\d{1,2}\s?版?)\s*(?P<below>[\u3400-\u9fff・·]{2,10})?$"
)
"""What stands behind the day: the weekday, the number of the page, and on either side of it what it is about."""
_DIGIT = re.compile(r"\d|年")
_WEEKDAY_THERE = re.compile(r"[（(]?(?:星期|週|周)[一二三四五六日天][）)]?")
_WEEKDAY = re.compile(r"^(?:星期|週|周)[一二三四五六日天]$")
_SHEETS = re.compile(r"^(?:今日|本日)?(?:出紙|出版|發行|零售|每份)[\u3400-\u9fff\d]{1,8}$")
_REPORTER = re.compile(
    r"^(?:(?:本[報报]|特約|特约)?(?:記者|记者|特派員|特派员)\s?)?(?P<name>[\u3400-\u9fff]{2,4})(?:報導|报道|報道)?$"
)
"""Who wrote, beside the page: 記者某某, or his name alone."""
_LATIN_FACT = re.compile(r"^(?:Vol|No|Issue)\.?\s*\d{1,5}$", re.I)


def parse(text: str) -> MetaLine | None:
    """What such a line states: outlet, day, issue; None where a cell is not known or nothing but a name is."""
    return _at_wide_blanks(text) or _at_spaces(text)


def is_one(text: str) -> bool:
    """Whether a line, wherever it stands, is such a line with the paper's name, its day and the number of the page."""
    found = parse(text) if len(text) <= LONGEST and _PAGED.search(text) and _DIGIT.search(text) else None
    return found is not None and bool(found.source and found.date)


def running(text: str) -> MetaLine | None:
    """What a running head states that is such a line, or nothing but the paper's name and its day."""
    dates = written_dates.find(text) or written_dates.of_republic(text) if len(text) <= LONGEST else []
    if len(dates) != 1 or len(dates[0].iso) != 10:
        return None
    day = dates[0]
    rest = _WEEKDAY_THERE.sub("", text[: day.start] + " " + text[day.end :]).strip()
    if _NAME.match(rest):
        return MetaLine(date=day.iso, date_text=text[day.start : day.end].strip(), source=rest, desk=True)
    return parse(text)


def _at_spaces(text: str) -> MetaLine | None:
    """What such a line states whose cells single spaces part, or nothing does: the paper's name, one full day, perhaps
    the weekday and what the page is about, and the page's number."""
    if len(text) > LONGEST or not _PAGED.search(text):
        return None
    dates = written_dates.find(text) or written_dates.of_republic(text)
    if len(dates) != 1 or len(dates[0].iso) != 10:
        return None
    day = dates[0]
    name, rest = text[: day.start].strip(), _REST.match(text[day.end :])
    if " " in name and (page := _OF_PAGE.match(name.rpartition(" ")[0])):
        name = name.rpartition(" ")[2]
        told = _NAME.match(name) and not written_dates.without_clock(text[day.end :]).strip()
        date_text = text[day.start :].strip()
        return (
            MetaLine(date=day.iso, date_text=date_text, source=name, series=page["section"], desk=True)
            if told
            else None
        )
    if not _NAME.match(name) or rest is None or (rest["above"] and rest["below"]):
        return None
    section = "".join((rest["above"] or rest["below"] or "").split())
    return MetaLine(date=day.iso, date_text=text[day.start : day.end].strip(), source=name, series=section, desk=True)


def _at_wide_blanks(text: str) -> MetaLine | None:
    """What such a line states whose cells wide blanks or bars part."""
    if len("".join(text.split())) > LONGEST or not (
        "\u3000" in text or "  " in text or "\t" in text or "|" in text or "｜" in text
    ):
        return None
    cells = [cell for cell in _CELLS.split(text.strip()) if cell]
    numbered = _WITH_NUMBER.match(cells[0]) if cells else None
    cells = [*numbered.groups(), *cells[1:]] if numbered else cells
    cells = [_APART.sub("", cell) if len(cell.split()) > 2 and _LETTERS.match(cell) else cell for cell in cells]
    named = next((n for n, cell in enumerate(cells) if _NAME.match(cell)), None)
    if not 2 <= len(cells) <= MOST_CELLS or named is None:
        return None
    cells.insert(0, cells.pop(named))
    date, date_text, issue, of_paper, rest = "", "", "", False, list[str]()
    authors: tuple[str, ...] = ()
    for cell in cells[1:]:
        dates = written_dates.find(cell)
        if dates and len(dates[0].iso) == 10 and not written_dates.without_clock(cell[dates[0].end :]).strip():
            date, date_text = dates[0].iso, cell[: dates[0].end]
        elif _NUMBER.match(cell) or _LATIN_FACT.match(cell):
            issue += "".join(cell.split())
        elif _PAGE.match(cell) or _SHEETS.match(cell):
            of_paper = True
        elif page := _OF_PAGE.match(cell):
            of_paper = True
            rest.append(page["section"])
        elif (writer := _REPORTER.match(cell)) and persons.is_name(writer["name"]):
            authors = (*authors, writer["name"])
        elif not _WEEKDAY.match(cell):
            rest.append(cell)
    if not (date or issue) or not (of_paper or (rest and issue)) or len(rest) > 1:
        return None
    source = cells[0] if "\u3400" <= cells[0][0] <= "\u9fff" else ""
    return MetaLine(date, date_text, authors, source=source, series="".join(rest), issue=issue, desk=True)
