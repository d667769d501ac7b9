"""Lines that state facts about an article: date, writer, outlet, series, issue, tags. One line may state several."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from jianbao import moments, needles
from jianbao import regex as re
from jianbao.structure.heads import (
    archive_lines,
    feed_lines,
    folio_lines,
    imprint_lines,
    journal_lines,
    labelled_lines,
    mixed_facts,
    paper_numbers,
    persons,
    place_lines,
    post_lines,
    reposted_lines,
    speech_lines,
    switches,
    wire_lines,
    writer_lines,
    written_dates,
)
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import either

_SPREAD = re.compile(
    r"^(?P<label>[\u3400-\u9fff][ \u3000][\u3400-\u9fff]"
    r"|(?:[\u3400-\u9fff][ \u3000]){2,4}[\u3400-\u9fff])\s*[：:]\s*(?=\S)"
)
"""A label with a space behind each of its characters: 聯 絡 人：, 時　間：."""
_CLOCK = re.compile(
    r"^[\u3400-\u9fff]{2,4}(?:時間|时间)\s?(?:上午|下午|凌晨|晚上)?\s?\d{1,2}(?:[時时点點]\s?\d{1,2}\s?分|[:：]\d{2})$"
)
"""The time of day at some place, alone in a line: 香港時間11時05分."""
_AGO = re.compile(rf"^{either('date_labels')}\s*[：:]?\s*\d{{1,3}}\s*{either('time_units')}前$", re.I)
"""How long ago a page was changed, behind its label."""
_BY = re.compile(r"^(?:(?:[Ww]ritten |[Pp]osted )?[Bb]y|由)\s+(.+?)(?:\s(?:[發发][表布佈]|撰[寫写]|[張张][貼贴]))?$")
_CALLED = re.compile(r"(?=.*[\u3400-\u9fff_\d])(?=.*[^\W\d_])[\w·-]{2,14}$")
"""What a blogger calls himself, in Han characters or as an account: by 北緯四十三度, by sea_walker."""
_REACHED = re.compile(r"^(?P<name>[\u3400-\u9fff·]{2,6})\s?(?:記者|记者)\s+\S+@\S+$")
"""A reporter and his address."""
_POSTS = "PWU發发張张刊寫写"
"""What a line of a post begins with."""
_POSTED = re.compile(
    r"^(?:Posted|Published|Written|Updated|發表|发表|發佈|發布|发布|張貼|张贴|刊登|寫|写)\s?(?:on|於|在|于)?[\s:：]*"
    r"(?P<date>[^a-z\u3400-\u5e73\u5e75-\u6707\u6709-\uffff]{6,30}|[\d\s年月日]{6,20}"
    r"|[A-Z][a-z]+ \d{1,2},? \d{4})\s*(?:(?:by|作者|由|／|/)\s*(?P<name>[^\s，。\d][^\s，。]{0,19}))?$",
)
_RELEASED = "稿料報布佈e】〕"
"""What the name of a press release ends with."""
_RELEASE = re.compile(
    r"^[【〔]?(?P<who>[\u3400-\u9fffA-Za-z（）()]{2,24}?(?:[ \u3000][\u3400-\u9fff]{2,12})?)\s*"
    r"(?P<what>新聞稿|新闻稿|聲明稿|新聞資料|新聞通報|會後新聞稿"
    r"|(?<=[會会盟處处部局署院司])\s*新[聞闻][發发][布佈]|(?:Press|News) Release)[】〕]?$"
)
_WHEN = re.compile(
    r"(?:(?:即時|即时|立即)(?:發布|发布|發佈|发表|發表|公開)|FOR IMMEDIATE RELEASE)"
    r"(?:[，,、；／/\s]\s*[\u3400-\u9fffA-Za-z ]{0,12})?",
    re.I,
)
"""When a release may be printed: at once."""
_READ = re.compile(r"^\d{1,3} min(?:ute)?s? read\s*[·•∙|｜]\s*(?=\S)")
"""How long reading takes, in front of the day."""
_HASHTAGS = re.compile(r"^(?:[#＃]\s?[^\s#＃]{1,20}[#＃]?[\s\u3000]*){2,}$|^[#＃][^\W\d][^\s#＃]{1,20}$")
_ADDRESS = re.compile(r"^(?:https?://|www\.)[!-~]+$|^[a-z0-9-]+(?:\.[a-z0-9-]+)+/[!-~]*$", re.I)
"""An address alone in a line."""
_PHONE = re.compile(
    r"(?<!\d)(?:0\d{1,3}[-\s)]?\d{3,4}[-\s]?\d{3,4}|[\w.-]+@[\w-]+\.[\w.]+)(?:\s*(?:#|分機|轉)\s*\d+)?\s*$"
)
_KEYWORDS = re.compile(
    r"^(?:[關关][鍵键][詞词字])[\s\u3000]+(?P<words>[^\s。：:]{2,16}(?:[、，,；;]\s?[^\s。：:、，,；;]{1,16}){1,9})$"
)
"""Keywords behind their label without a colon."""
_MONTHLY = re.compile(
    r"^(?:19|20)\d\d\s?年\s?\d{1,2}\s?月[號号刊](?:[\s\u3000，,／/｜|]*(?:[總总]?第)\s?\d{1,4}\s?期)?$"
)
"""The issue of a magazine that comes out every month."""
_BRACKETS = "（(〔【［["
_SIGN = needles.of(
    *(
        _PHONE,
        _CLOCK,
        speech_lines.NOTE,
        _AGO,
        _SPREAD,
        _ADDRESS,
        _BY,
        _POSTED,
        _RELEASE,
        _HASHTAGS,
        _KEYWORDS,
        _MONTHLY,
        labelled_lines.LABEL,
        *writer_lines.FORMS,
    ),
    *(
        re.compile("[报報][道導]$|[撰供][稿文写寫]$"),
        re.compile(moments.PATTERN),
        re.compile("[；;《@]"),
    ),
    *(
        *paper_numbers.FORMS,
        *post_lines.FORMS,
        *wire_lines.FORMS,
        *place_lines.FORMS,
        *reposted_lines.FORMS,
        *imprint_lines.FORMS,
        archive_lines.FORM,
        *archive_lines.STAMPS,
        written_dates.MAY_BE,
    ),
)
"""What a line of facts has, if it is none of several facts side by side."""


@lru_cache(maxsize=8192)
def parse(text: str) -> MetaLine | None:
    """What a line states about its article, if that is all that it says; else None."""
    if len(text) > 160 or not text:
        return None
    read = _READ.match(text) if "0" <= text[0] <= "9" else None
    if read:
        return parse(text[read.end() :])
    bare = switches.before(text)
    stated = parse(bare) if bare and bare != text else None
    if stated is not None:
        return stated
    if text[0] in "即立Ff" and _WHEN.fullmatch(text):
        return MetaLine(desk=True)
    if not _SIGN.search(text):
        return writer_lines.spaced(text) or writer_lines.with_outlet(text) or mixed_facts.parse(text)
    first = text[0]
    if first in _BRACKETS and speech_lines.is_note(text):
        return MetaLine(desk=True)
    keywords = _KEYWORDS.match(text) if first in "關关" else None
    if keywords:
        return MetaLine(tags=tuple(re.split(r"[、，,；;]\s?", keywords["words"])))
    if first in "12" and _MONTHLY.match(text):
        return MetaLine(issue="".join(text.split()))
    if paper_numbers.is_one(text):
        return MetaLine(desk=True)
    reached = _REACHED.match(text) if "@" in text else None
    if reached:
        return MetaLine(authors=(reached["name"],), report=True)
    if len(text) <= 40 and ("0" in text or "@" in text) and _PHONE.search(text):
        return MetaLine(desk=True)
    if len(text) <= 20 and _CLOCK.match(text):
        return MetaLine(desk=True)
    spread = _SPREAD.match(text)
    if spread and spread["label"][::2] in ("單位", "单位"):
        unit = text[spread.end() :].strip()
        return MetaLine(source=unit) if persons.is_organisation(unit) else MetaLine(desk=True)
    if spread:
        closed = parse("".join(spread["label"].split()) + "：" + text[spread.end() :])
        return replace(closed, title=(0, 0)) if closed and not closed.title[1] else None
    if len(text) <= 20 and _AGO.match(text):
        return MetaLine(desk=True)
    if moments.is_moment(text):
        moment = written_dates.find(text)
        return MetaLine(date=moment[0].iso, date_text=text) if moment else MetaLine(desk=True)
    if first.isascii() and _ADDRESS.match(text):
        return MetaLine(desk=True)
    post = post_lines.parse(text)
    if post:
        return post
    by = _BY.match(text)
    if by and persons.names_in(by[1]):
        return MetaLine(authors=tuple(persons.names_in(by[1])))
    dates = written_dates.find(by[1]) if by else []
    label = labelled_lines.LABEL.search(by[1]) if by and first in "Bb" else None
    written = persons.names_in(by[1][: label.start()].strip(" \u3000|｜/／·")) if by and label else []
    more = labelled_lines.parse(by[1][label.start() :]) if by and label and written else None
    if by and dates and not written_dates.without_clock(by[1][dates[0].end :]).strip():
        wrote = persons.names_in(by[1][: dates[0].start].strip(" \u3000|｜/／·,，"))
        if wrote:
            return MetaLine(date=dates[0].iso, date_text=by[1][dates[0].start :].strip(), authors=tuple(wrote))
    if more:
        return replace(more, authors=(*written, *more.authors), title=(0, 0))
    if by and first in "Bb" and _CALLED.match(by[1]):
        return MetaLine(authors=(by[1],))
    posted = _POSTED.match(text) if first in _POSTS else None
    if posted:
        dates = written_dates.find(posted["date"])
        name = (posted["name"] or "").strip()
        if dates:
            return MetaLine(date=dates[0].iso, date_text=posted["date"].strip(), authors=(name,) if name else ())
    release = _RELEASE.match(text) if text[-1] in _RELEASED else None
    if release:
        return MetaLine(source=release["who"].strip(), series=release["what"].strip())
    hashtags = _HASHTAGS.match(text) if first in "#＃" else None
    if hashtags:
        return MetaLine(tags=tuple(tag for tag in re.split(r"[\s#＃]+", text) if tag))
    return (
        archive_lines.stamp(text)
        or writer_lines.sent(text)
        or place_lines.parse(text)
        or imprint_lines.addressed(text)
        or imprint_lines.printed(text)
        or labelled_lines.parse(text)
        or imprint_lines.parse(text)
        or journal_lines.parse(text)
        or folio_lines.parse(text)
        or archive_lines.parse(text)
        or feed_lines.parse(text)
        or writer_lines.parse(text)
        or mixed_facts.parse(text)
        or reposted_lines.parse(text)
    )
