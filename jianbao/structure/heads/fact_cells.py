"""The cells of a row of facts: where each ends, and what it states.

``2026/2/3 14:05　記者 甲／港都報導　閱讀 1,234　字號 大 中 小``: a day with its time, a writer and his place,
a counter, a page's buttons.
"""

from __future__ import annotations

from collections.abc import Iterator

from jianbao import needles
from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.heads import imprint_lines, meta_lines, persons, written_dates
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import either

_GAP = re.compile(r"\s*[|｜¦]\s*|[\u3000\t]+|\s{2,}|\s+[·•・∙／/–—-]\s+|\s*[>＞»›]+\s*")
_FIELD = re.compile(
    r"(?<=[\s\u3000])(?=(?:"
    + "|".join(either(f"{kind}_labels") for kind in ("byline", "desk", "source", "date", "tag", "issue"))
    + r")\s*[：:\s\u3000]|字[號号級级體体型]|[Ii]ssue \d|[Vv]ol\.? ?\d|[Nn]o\.? ?\d|[#＃]\d"
    r"|(?:本報|本报|特約|特约)?[記记]者[\u3400-\u9fff])"
)
"""Where within a cell the next field begins."""
_COUNTER = re.compile(
    r"^[\u3400-\u9fff]{1,6}\s*[：:]?\s*[\d,.]+\s*[萬万Kk]?\s*(?:[字次人]|則|则|條|条|分鐘|分钟)?$|^[\d,.]+\s*[萬万Kk]?\s*[次人]?"
    r"(?:閱讀|阅读|瀏覽|浏览|點閱|观看|觀看|評論|评论|留言)$|^(?:片長|時長|时长|約|约|全長)?\s*\d{1,3}\s*(?:分鐘|分钟|小時|小时)$"
    r"|^\d+ min(?:ute)?s? read$",
    re.I,
)
_AGO = re.compile(
    rf"^(?:{either('date_labels')})?\s*[於于]?\s*\d{{1,3}}\s*{either('time_units')}前(?:更新|發布|发布)?$",
    re.I,
)
"""How long ago a page was made or changed."""
_SIZES = re.compile(r"^(?:字[號号級级體体型](?:大小)?[\s：:]*)?(?:[大中小特A][\s\u3000+＋-]*)*$")
_LATIN_ISSUE = re.compile(r"^(?:[A-Z][A-Za-z]+ ){0,3}(?:[A-Z][A-Za-z]+|No\.?|#)\s*(?:No\.?\s*)?\d{1,4}(?:-\d{1,4})?$")
_SHORT_ISSUE = re.compile(r"^(?:issue|vol\.?|no\.?|[#＃])\s?\d{1,4}$|^\d{2,4}\s*年第\s*\d{1,3}\s*[週周期號号季]$", re.I)
DATE_LABEL = re.compile(rf"^{either('date_labels')}\s+(?=\d)")
_NUMBER = re.compile(r"^(?:總|总)?第\s*[0-9０-９A-Z一二三四五六七八九十百〇○零-]{1,8}\s*[期號号卷輯辑]$")
_SPACED_LABEL = re.compile(
    r"^(?P<label>"
    + "|".join(either(f"{kind}_labels") for kind in ("byline", "desk", "source"))
    + r")[\s\u3000]+(?P<value>\S.{0,20})$"
)
_POSTED_BY = re.compile(r"^由\s*(?P<name>\S{2,16})(?:\s+(?:發表|发表|張貼|刊登)[在於于]\s*(?P<series>\S{1,16}))?$")
_AGENCY = re.compile(
    r"^(?P<agency>路透社?|法新社|美聯社|美联社|彭博|塔斯社|德新社|[\u3400-\u9fff]{2}(?<![報报商合])社)[\s\u3000]?"
    r"[\u3400-\u9fff]{2,6}(?:\d{1,2}日)?(?:電|电)?$"
)
"""An agency and the place it reports from: 路透東京."""
BYLINED = re.compile(r"^(?P<outlet>[^\s／/｜|（(]{2,12})\s*[／/｜|]\s*(?P<who>\S.{1,40})$")
"""An outlet, a slash, and its writer."""
SIGN = needles.of(
    *(written_dates.MAY_BE, *written_dates.OF_REPUBLIC, _NUMBER, imprint_lines.ISSUE, _LATIN_ISSUE, _SHORT_ISSUE),
    re.compile(either("issue_labels"), re.I),
)
"""What a row of facts has: a day or an issue."""
_EDGES = " \u3000，,；;|｜／【】[]〔〕"
_AFTER_DATE = re.compile(
    r"^[\s，,、：:]*(?:Published|Posted|Updated|Date|on|更新|發布|发布|發佈|上稿|刊登|出刊|出版|電|讯|訊)?[\s：:]*$",
    re.I,
)


def cells(text: str) -> Iterator[str]:
    """The cells of a row: parted by bars, wide spaces, labels, and by the ends of a date with its time of day."""
    for piece in _GAP.split(text.strip("【】[]〔〕 \u3000")):
        for cell in _FIELD.split(piece):
            bare = cell.strip(_EDGES)
            dates = written_dates.find(bare)
            if len(dates) != 1 or meta_lines.parse(bare):
                yield from (bare,) if bare else ()
                continue
            start = dates[0].start + len(bare[dates[0].start :]) - len(bare[dates[0].start :].lstrip())
            end = start + len(written_dates.as_written(bare, dates[0]))
            timed = ":" in bare[dates[0].end : end] and shapes.has_han(bare[end : end + 1])
            apart = not (start and bare[start - 1].isalnum()) and (
                timed or not (end < len(bare) and bare[end].isalnum())
            )
            pieces = (bare[:start], bare[start:end], bare[end:]) if apart else (bare,)
            yield from (stripped for part in pieces if (stripped := part.strip(_EDGES)))


def read(cell: str) -> MetaLine | None:
    """What a cell states, with nothing stated for a counter or a button; None for a strange cell."""
    if (
        _NUMBER.match(cell)
        or imprint_lines.ISSUE.fullmatch(cell)
        or _LATIN_ISSUE.match(cell)
        or _SHORT_ISSUE.match(cell)
    ):
        return MetaLine(issue=cell)
    cell = DATE_LABEL.sub("", cell)
    dates = written_dates.find(cell) or written_dates.of_republic(cell)
    if dates:
        rest = written_dates.without_clock(cell[: dates[0].start] + " " + cell[dates[0].end :])
        if _AFTER_DATE.match(rest):
            return MetaLine(date=dates[0].iso, date_text=written_dates.as_written(cell, dates[0]))
    if not written_dates.without_clock(cell).strip():
        return MetaLine(desk=True)
    if _COUNTER.match(cell) or _SIZES.match(cell) or _AGO.match(cell):
        return MetaLine(desk=True)
    posted = _POSTED_BY.match(cell)
    if posted:
        return MetaLine(authors=(posted["name"],), series=posted["series"] or "")
    label = _SPACED_LABEL.match(cell)
    stated = meta_lines.parse(cell)
    if label and stated is None:
        stated = meta_lines.parse(label["label"] + label["value"]) or meta_lines.parse(
            f"{label['label']}：{label['value']}"
        )
    agency = _AGENCY.match(cell) if stated is None else None
    if agency:
        return MetaLine(source=agency["agency"], report=True)
    bylined = BYLINED.match(cell) if stated is None else None
    if bylined and persons.is_organisation(bylined["outlet"]):
        who = persons.signed(bylined["who"]) or persons.bracketed(bylined["who"])
        authors = (who.name,) if who else tuple(persons.names_in(bylined["who"]))
        if authors:
            return MetaLine(authors=authors, affiliation=who.affiliation if who else "", source=bylined["outlet"])
    if stated is None and persons.is_periodical(cell):
        return MetaLine(series=cell)
    names = persons.names_in(cell) if not persons.is_organisation(cell) else []
    if stated is None and names and not _is_long_name(cell):
        return MetaLine(authors=tuple(names))
    return stated if stated is None or not stated.title[1] else None


def _is_long_name(cell: str) -> bool:
    """Whether a cell is as long as a name of two surnames, and shares its form with names of periodicals."""
    return len(cell) == 4 and shapes.has_han(cell)
