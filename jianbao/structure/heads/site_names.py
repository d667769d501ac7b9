"""Lines above a title that name who issues the page, its site, its section or its series: none of them is the title."""

from __future__ import annotations

from collections.abc import Set

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known
from jianbao.structure.heads import persons
from jianbao.word_lists import words

LONGEST_ISSUER = 14
"""Han characters of an issuer's name."""
_WEEKDAY = re.compile(r"\s*[（(](?:星期|週|周)?[一二三四五六日][)）]$")
_SITE = re.compile(
    r"(?:客户端|客戶端|全球資訊網|資訊網|新闻网|新聞網|门户网站|入口網|官網|官网|主办|主辦|承办|承辦|官方網站|公众号|公眾號)$"
)
_DOMAIN = re.compile(r"^(?:www\.)?[a-z0-9-]+(?:\.[a-z]{2,6}){1,3}$", re.I)
_SLOGAN = re.compile(
    r"^.{2,10}(?:網|网|報|报|台|社|誌|志)\s*[：:\-–—|｜]\s*.{0,20}(?:網站|网站|媒體|媒体|平台|門戶|门户)$"
)
_BAR = re.compile(r"\s*[|｜>＞»›\\]+\s*|\s+[/／·・]\s+")
_SITE_NAMED = re.compile(
    r"^[\u3400-\u9fff]{2,8}\s*(?:[-–—|｜·]\s*[A-Z][A-Za-z]{1,12}|[a-z0-9-]+(?:\.[a-z]{2,6}){1,2})$"
)
"""A site's name in two scripts: 法廣 - RFI, 早報 zaobao.sg."""
_PAPER = re.compile(
    r"^(?:[A-Z][A-Za-z]{1,11} ?){0,3}[\u3400-\u9fff]{1,7}"
    r"(?:(?<![速簡简公通月年季海預预情警匯彙申回喜])[報报]|(?<![路電电管球水])[網网]|(?<![平舞陽阳月站講讲])[台臺]"
    r"|社|刊|誌|志|傳媒|传媒|視|视|頻道|频道)(?:\s+[A-Z][A-Za-z ]{1,24})?$"
)
"""A paper's, a site's or a station's name, and it may be in other letters again."""
_SERIES = re.compile(r"^[【〔《〈][^】〕》〉]{2,10}[】〕》〉](?:[之（(]?[一二三四五六七八九十\d]{1,3}[)）]?)?$")
_SECTION = re.compile(
    r"^[\u3400-\u9fff]{0,4}(?:動態|动态|發[布佈]|发布|消息|新聞|新闻|公告|資訊|资讯|訊息|信息|快訊|快讯|要聞|要闻|專區|专区|視窗|之窗|花絮|聚焦)$"
)
"""What sites call a list of news."""
_LETTERHEAD = re.compile(r"^[\u3400-\u9fff]{4,24}(?:[局部委院厅廳府办辦会會]|办公室|辦公室)文件$")
"""The head of the paper on which an office writes."""
_COUNTED = re.compile(
    r"^.{0,16}第\s*[\d一二三四五六七八九十百]{1,5}\s*(?:期|篇|封|講|讲|夜|輯|辑)(?:\s*(?:原創|原创|文章|推送|推文|來信|来信|分享)){0,2}$"
)
"""Which of a series a text is."""
_DIGIT = re.compile(r"\d")
_LATIN_END = re.compile(r"\s[A-Za-z ]+$")
_TOLD = re.compile(r"[\d：？！，。]")
"""In a line: it is no name."""
_TWO_SCRIPTS = re.compile(r"^(?:[\u3400-\u9fff]{2,12}\s+[A-Z][A-Za-z]+(?: [A-Za-z]+)*|[A-Z]{2,6}\s+[\u3400-\u9fff].*)$")
"""A name and the same in other letters."""
TOP_LINES, LONGEST_SITE = 3, 40
"""Lines of the seed among which a site's name stands above the row of its sections, and characters of the name."""


def is_of_site(text: str) -> bool:
    """Whether a line names an issuer, a section, or several: no title where another line may be it."""
    bare = _WEEKDAY.sub("", text).strip()
    if any(
        form.match(bare) for form in (_DOMAIN, _SLOGAN, _SITE_NAMED, _PAPER, _SERIES, _SECTION, _LETTERHEAD, _COUNTED)
    ):
        return True
    row = bare.split()
    if len(row) > 1 and all(len(word) <= 4 for word in row) and any(word in words("navigation") for word in row):
        return True
    latin = _LATIN_END.search(bare)
    if latin and persons.is_periodical(latin[0].strip()) and shapes.width(bare[: latin.start()]) <= LONGEST_ISSUER / 2:
        return True
    if bare in words("navigation") or bare in words("page_words") or bare in words("series"):
        return True
    if _SITE.search(bare) or (persons.is_organisation(bare) and shapes.width(bare) <= LONGEST_ISSUER):
        return not shapes.is_loud(bare)
    cells = _BAR.split(bare)
    return len(cells) >= 2 and all(
        cell and len(cell) <= (20 if shapes.has_han(cell) else 40) and not _DIGIT.search(cell) for cell in cells
    )


def over_menu(item: Known, menus: Set[int]) -> bool:
    """Whether a name in two scripts on top of a page stands right above its row of sections: it is the site's."""
    line, plain = item.part.first, item.plain
    named = _TWO_SCRIPTS.match(plain) is not None and len(plain) <= LONGEST_SITE and not _TOLD.search(plain)
    return named and line <= TOP_LINES and line + 1 in menus
