"""Which short line above a text is its title, where a page's or a periodical's own words stand there too.

A title speaks of what the text speaks of: its pairs of characters come in the text. The name of a site, a button, a
section do not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from jianbao.structure import shapes
from jianbao.structure.blocks import numbering
from jianbao.structure.blocks.roles import Known, Role
from jianbao.structure.heads import persons, post_lines, wire_lines
from jianbao.word_lists import words

LONGEST_ISSUER = 14
"""Han characters of an issuer's name."""
_JUDGMENT = re.compile(
    r"^[\u3400-\u9fff]{0,18}?(?:法院|法庭)?(?:[\d（）()]{2,6}年?度?[\u3400-\u9fff]{1,6}第?\d+[號号])?"
    r"(?:民事|刑事|行政|家事|憲法|行政訴訟|商業|智慧財產)[\u3400-\u9fff]{0,6}(?:判[決决]|裁定|裁[決决]|[調调]解)[書书]?$"
)
"""What a court calls what it has decided."""
_WEEKDAY = re.compile(r"\s*[（(](?:星期|週|周)?[一二三四五六日][)）]$")
_SITE = re.compile(
    r"(?:客户端|客戶端|全球資訊網|資訊網|新闻网|新聞網|门户网站|入口網|官網|官网|主办|主辦|承办|承辦|官方網站|公众号|公眾號)$"
)
_ACCOUNT = re.compile(r"^(?:原創|原创|Original)[\s\u3000]+\S")
"""The line of an account, which stands right below the title."""
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
_DASHES = "—─―–-"
"""What a subtitle begins with."""
_LATIN_END = re.compile(r"\s[A-Za-z ]+$")
_DIGIT = re.compile(r"\d")
_TOLD = re.compile(r"[\d：？！，。]")
"""In a line: it is no name."""
_TWO_SCRIPTS = re.compile(r"^(?:[\u3400-\u9fff]{2,12}\s+[A-Z][A-Za-z]+(?: [A-Za-z]+)*|[A-Z]{2,6}\s+[\u3400-\u9fff].*)$")
"""A name and the same in other letters."""
_SAID = re.compile(r"[\u3400-\u9fff\d]{2,}|[^\W\d_\u3400-\u9fff]{3,}")
SAMPLE = 3000
"""Characters of the text that are looked at."""
MOST_LINES = 30
"""Lines of the seed in which a page's top lies."""
LONG_ENOUGH = 200
"""Characters of a text that would say a word of its title."""
RUBRIC = 2
"""Han characters of the name of a section that no title is as short as."""
TOP = 6
"""Parts on top of all among which a title stands that is a sentence, and below it the text."""
LONGEST_SENTENCE = 40
"""Han characters of such a title."""
ORDER = 14
"""Parts of an order above the law that it enacts at most."""
TOP_LINES, LONGEST_SITE = 3, 40
"""Lines of the seed among which a site's name stands above the row of its sections, and characters of the name."""
LEAD, LONGEST_LEAD = 2, 240
"""Paragraphs of a lead above the title at most, and characters of one."""
NARROWEST = 6
"""Han characters of a title that is preferred to a line above it."""
MUCH, LITTLE = 0.2, 0.34
"""Share of a title's pairs that come in the text; and how small a part of it the line above reaches."""


def above(known: Sequence[Known], menus: Set[int], heads: Sequence[str] = ()) -> int:
    """How many parts stand above the title and are none: 0 where the first that could be a title may well be it.

    ``menus`` are lines of the seed that were a page's navigation: below such, a short word names a section. ``heads``
    are the running heads that were taken off the pages: one that speaks of what the text does is no site's name.
    """
    end = next((i for i, item in enumerate(known) if _is_text(item)), len(known))
    labelled = next((i for i, item in enumerate(known[:end]) if item.meta is not None and item.meta.title[1]), -1)
    if labelled > 0:
        return labelled
    led = lead(known) or enacted(known)
    if led:
        return led
    lines = [i for i, item in enumerate(known[:end]) if item.role is Role.TITLE]
    if len(lines) < 2 or end == len(known):
        return 0
    taken = next((i for i in range(end) if post_lines.TAKEN_OVER.match(known[i].plain)), end)
    if 0 < taken < lines[-1] and not any(_is_posted(item) for item in known[:taken]):
        return next(i for i in lines if i > taken)
    court = next((i for i in lines if _JUDGMENT.match("".join(known[i].plain.split()))), 0)
    if court and known[court].part.first <= MOST_LINES:
        return court
    text = "".join(item.plain for item in known[end : end + 40] if item.role is Role.BODY)[:SAMPLE]
    pairs = pairs_of(text)
    said = {i: share(known[i].plain, pairs) for i in lines}
    first = lines[0]
    owned = next((i for i in lines[1:] if _ACCOUNT.match(known[i + 1].plain)), 0)
    while owned and known[owned].plain[0] in _DASHES and owned - 1 in lines:
        owned -= 1
        if owned == first:
            return 0
    if owned:
        return owned - (owned - 1 in lines and known[owned - 1].plain.endswith(("，", "：")))
    enough = len(text) >= LONG_ENOUGH
    rubrics = next((n for n, i in enumerate(lines) if not _is_rubric(known[i].plain, said[i], enough)), 0)
    if rubrics:
        at, widest = lines[rubrics], max(shapes.width(known[i].plain) for i in lines[:rubrics])
        facts = known[at + 1].meta
        wide = shapes.width(known[at].plain) >= max(NARROWEST + 2, 1.5 * widest)
        if wide and facts is not None and facts.opens and _could_be(known[at].plain):
            return at
    running = shapes.key(known[first].plain) in {shapes.key(_DIGIT.sub("", head)) for head in heads}
    owner = _over_menu(known[first], menus)
    if (owner or _is_of_site(known[first].plain)) and not (running and said[first] >= MUCH):
        own = [i for i in lines[1:] if _could_be(known[i].plain) and not _is_of_site(known[i].plain)]
        least = max(MUCH, said[first]) if owner else MUCH
        below = [i for i in own if _faced(known, i, end)] or [i for i in own if said[i] >= least]
        if below:
            return below[0]
    below_button = _below_button(known, lines, menus, said)
    if below_button:
        return below_button
    if shapes.is_loud(known[first].plain):
        return 0
    lines = _down_to_facts(known, lines, said)
    line = known[first].part.first
    if line <= MOST_LINES and not menus.isdisjoint(range(1, line)):
        for i in lines[1:]:
            if said[i] >= MUCH and _could_be(known[i].plain) and _section(known, first, i, end):
                return i
    word = not said[first] and shapes.width(known[first].plain) <= NARROWEST
    better = [
        i
        for i in lines[1:]
        if _could_be(known[i].plain)
        and said[first] <= LITTLE * said[i]
        and said[i] >= (MUCH / 4 if word and _dated(known[first:i]) else MUCH / 2 if word else MUCH)
    ]
    best = max(better, key=lambda i: said[i] * min(shapes.width(known[i].plain), 16), default=0)
    return best if best and (said[first] == 0 or shapes.width(known[best].plain) >= 1.5 * NARROWEST) else 0


def sentence(known: Sequence[Known]) -> list[Known]:
    """The parts, with a title told that is a sentence with its full stop: the first text of all, short, no other title
    above it, facts right below it and text below them."""
    first = next((i for i, item in enumerate(known[:TOP]) if item.role is Role.BODY), None)
    if first is None or shapes.width(known[first].plain) > LONGEST_SENTENCE or first + 2 >= len(known):
        return list(known)
    item, below = known[first], known[first + 1 : first + 5]
    broken = item.plain.endswith(("，", "：")) and below[0].role is Role.TITLE
    named = broken or (below[0].role is Role.TITLE and shapes.width(below[0].plain) <= NARROWEST)
    at = 1 if named else 0
    while broken and at < len(below) - 1 and _is_beside(below[at]):
        at += 1
    stated = below[at].meta if at < len(below) else None
    dated = any(other.meta is not None and len(other.meta.date) == 10 for other in known[first + 1 : first + TOP])
    again = sum(one.role is Role.BODY and other.role is Role.META for one, other in pairwise(known)) > 1
    if stated is None or not stated.opens or stated.title[1] or not dated or again or wire_lines.start(item.plain):
        return list(known)
    above = (other.plain for other in known[:first] if other.role is Role.TITLE)
    titled = any(not _is_of_site(plain) and (shapes.width(plain) > NARROWEST or not broken) for plain in above)
    text = any(other.role is Role.BODY for other in known[first + 2 : first + 2 + TOP])
    if titled or not text or numbering.scheme(item.plain) or (shapes.ends_open(item.plain) and not broken):
        return list(known)
    return [*known[:first], Known(item.part, Role.TITLE), *known[first + 1 :]]


def _is_beside(item: Known) -> bool:
    """Whether a line between a title and its day is a writer's name or a column's."""
    if item.meta is not None:
        return bool(item.meta.series) and not item.meta.opens
    return item.role is Role.TITLE and shapes.width(item.plain) <= NARROWEST


def enacted(known: Sequence[Known]) -> int:
    """The title of a law below the order that enacts it: the order's text says the title, its numbered articles stand
    right below; 0 where that is not so."""
    said = ""
    for index, item in enumerate(known[:ORDER]):
        plain = item.plain.strip("《》 ")
        below = known[index + 1].plain if index + 1 < len(known) else ""
        numbered = numbering.scheme(below)
        law = numbered is not None and numbered.scheme in ("編", "章", "條")
        if index > 1 and law and shapes.width(plain) >= NARROWEST - 2 and plain in said and "\n" not in plain:
            return index
        if item.role is Role.BODY:
            said += item.plain
        elif item.role is Role.BLOCK:
            return 0
    return 0


def lead(known: Sequence[Known]) -> int:
    """The title, where a lead under its label (導讀) stands above it and facts below it; 0 where that is not so."""
    if (
        not known
        or known[0].role is not Role.TITLE
        or "".join(known[0].plain.split()).strip("：:【】[]") not in words("lead_labels")
    ):
        return 0
    title = next((i for i, item in enumerate(known[1 : LEAD + 2], 1) if item.role is not Role.BODY), 0)
    if title < 2 or known[title].role is not Role.TITLE or not _faced(known, title, len(known)):
        return 0
    return title if all(len(item.plain) <= LONGEST_LEAD for item in known[1:title]) else 0


def _below_button(known: Sequence[Known], lines: Sequence[int], menus: Set[int], said: Mapping[int, float]) -> int:
    """The title of a letter that a site sends out, right below a button that asks to subscribe: the site's name and
    what it says of itself stand above it, and of these the text says less; 0 where that is not so."""
    for at, i in enumerate(lines[1:3], 1):
        line = known[i].part.first
        if line - 1 not in menus or line > MOST_LINES or said[i] < MUCH:
            continue
        if all(said[other] <= LITTLE * said[i] for other in lines[:at]) and not persons.names_in(known[i].plain):
            return i
    return 0


def _down_to_facts(known: Sequence[Known], lines: list[int], said: Mapping[int, float]) -> list[int]:
    """The lines down to the first that speaks of what the text does and has its day right below: what stands below
    the day is no title."""
    for n, i in enumerate(lines[:-1]):
        facts = known[i + 1].meta
        stated = facts is not None and len(facts.date) == 10 and not facts.title[1]
        if stated and said[i] >= MUCH / 2 and _could_be(known[i].plain) and not _is_of_site(known[i].plain):
            return lines[: n + 1]
    return lines


def _is_posted(item: Known) -> bool:
    """Whether a line is the day of the post: the title stands above it."""
    return item.meta is not None and len(item.meta.date) == 10


def _is_text(item: Known) -> bool:
    """Whether a part is text, not a number or a dot between the lines of a page's head."""
    return item.role is Role.BLOCK or (item.role is Role.BODY and len(shapes.key(item.plain)) > NARROWEST)


def _is_rubric(text: str, said: float, enough: bool) -> bool:
    """Whether a line above a title may name a section or a site alone: one word, that the text does not say at all.
    ``enough``: the text is so long that it would say a word of its title; else only the shortest words are taken."""
    if said or shapes.is_loud(text):
        return False
    return shapes.width(text) <= (NARROWEST if enough else RUBRIC) or (text.isascii() and len(text.split()) == 1)


def _is_of_site(text: str) -> bool:
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


def _over_menu(item: Known, menus: Set[int]) -> bool:
    """Whether a name in two scripts on top of a page stands right above its row of sections: it is the site's."""
    line, plain = item.part.first, item.plain
    named = _TWO_SCRIPTS.match(plain) is not None and len(plain) <= LONGEST_SITE and not _TOLD.search(plain)
    return named and line <= TOP_LINES and line + 1 in menus


def _faced(known: Sequence[Known], index: int, end: int) -> bool:
    """Whether facts or an agency's place line stand right below a line, or facts below the one line under it."""
    if index + 1 < len(known) and wire_lines.start(known[index + 1].plain):
        return True
    return any(item.meta is not None and item.meta.opens for item in known[index + 1 : min(index + 3, end)])


def _section(known: Sequence[Known], first: int, title: int, end: int) -> bool:
    """Whether a word on top of a page names a section: the line below is a title, much longer, with facts below it."""
    wide = shapes.width(known[title].plain) >= 2 * NARROWEST and shapes.width(known[first].plain) < NARROWEST
    return wide and any(item.meta is not None and item.meta.opens for item in known[title + 1 : min(title + 3, end)])


def _dated(between: Sequence[Known]) -> bool:
    """Whether a date stands among lines: what is above it and what is below it are not one title."""
    return any(item.meta is not None and bool(item.meta.date or item.meta.posted) for item in between)


def _could_be(text: str) -> bool:
    return (
        text[0] not in _DASHES
        and shapes.width(text) >= NARROWEST
        and not _is_sentence(text)
        and not persons.names_in(text)
        and shapes.has_han(text)
    )


def _is_sentence(text: str) -> bool:
    """Whether a line asks or exclaims at such a length that it is rather the text's first sentence."""
    return shapes.ends_sentence(text) and shapes.width(text) > 24


def share(text: str, pairs: set[str]) -> float:
    """Share of a line's pairs of letters, and of its words in other letters, that come in the text."""
    own = pairs_of(text)
    return len(own & pairs) / len(own) if own else 0.0


def pairs_of(text: str) -> set[str]:
    """The pairs of letters that stand side by side in words of Han characters, and the words in other letters."""
    words = _SAID.findall(text.casefold())
    han = [word for word in words if shapes.has_han(word) or word.isdigit()]
    return {one + two for word in han for one, two in pairwise(word)} | {*words}.difference(han)
