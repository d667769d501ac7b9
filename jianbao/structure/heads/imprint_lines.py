"""Lines that name makers and places of publication: a mail's sender, credits in brackets, a periodical's issue."""

from __future__ import annotations

from dataclasses import replace

from jianbao import regex as re
from jianbao.structure.heads import persons, written_dates
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import either

ISSUE = re.compile(
    r"第\s*[0-9０-９一二三四五六七八九十百千○〇零]+\s*[期號卷輯](?:\s*第\s*[0-9０-９一二三四五六七八九十百]+\s*[期號])?"
    r"|(?:總第|总第)\s*[0-9]+\s*期|\b(?:Vol\.?\s*\d+(?:,?\s*No\.?\s*\d+)?|No\.\s*\d+|EP\.?\s*\d+|Ep\.?\s*\d+)|(?:19|20)\d\d\s*年\s*\d{1,2}\s*月[號号]"
    r"|(?:(?:19|20)\d\d\s*年?\s*)?[春夏秋冬]季?[號号刊]"
)
"""The issue of a periodical, wherever it stands in a line."""

_NAMED = re.compile(
    r"^(?:[^\s《》，。｜|：:]{2,8}\s*[｜|：:]?\s*)?《(?P<name>[^《》]{2,24})》(?:[雙双半]?[年月季旬週周日]刊|雜誌|杂志)?"
    r"\s*(?P<rest>.{2,60})$"
)
_PRINTED = re.compile(
    r"^[（(【]?(?:原?[載载刊][於于]?|[來来]源[：:])?\s*(?P<day>(?:19|20)\d\d[年./-]\s?\d{1,2}[月./-]\s?\d{1,2}日?)[\s，,]*"
    r"《(?P<name>[^《》]{2,16})》\s*[，,]?\s*(?:第?\s?[A-Z]?\d{1,3}\s?版)?[)）】]?$"
)
"""The day on which a paper printed a text, in front of the paper's name."""
_PAGES = re.compile(r"第\s*[A-Z]?\d{1,3}\s*版|(?:頁|页|pp?\.)\s*\d+(?:\s*[-–—－至~]\s*\d+)?|總第\s*\d+\s*期")
_TRANSLATES = re.compile(r"^(?:編譯|编译|翻譯|翻译|譯|整理)")
_CREDIT = re.compile(
    rf"^(?:(?P<byline>{either('byline_labels')})|{either('desk_labels')})[\s\u3000：:]*(?P<names>[^，。；：:]{{2,60}})$"
)
_MAIL = re.compile(
    r"^(?:寄件者|寄件人|發件人|发件人|發送人|发送人|From)\s*[：:]\s*[\"“”']?(?P<name>[^<＜@\[]{2,30}?)[\"“”']?\s*"
    r"[<＜\[][^>＞\]\s]+@[^>＞\]\s]+[>＞\]]\s*[;；]?$",
    re.I,
)
_OFFICE = re.compile(r"(?:[訊讯報报刊誌志社室組组處处會会站網网局台臺館馆院所]|[觀观]察|快[遞递]|簡[報报])$")
"""How the name of a sender ends that is no person."""
_WROTE = re.compile(
    r"^(?:[於于在]|On\s)?(?P<before>[^<＜]{0,60}?)(?P<name>[^，,<＜:：\d]{2,30}?)\s*[<＜][^>＞\s]+@[^>＞\s]+[>＞](?P<behind>[^。]{0,60}?)"
    r"(?:[寫写]道|wrote)\s*[：:]$",
    re.I,
)
"""Who wrote what stands below, and when, as mail programs say it."""
_ADDRESSED = re.compile(
    r"^(?:To|Cc|Bcc|Reply-To|收件者|收件人|副本)\s*[：:]\s*[^，。]{0,30}[<＜]?[^\s@]+@[^\s@]+[>＞]?.{0,40}$", re.I
)
_ROLE = re.compile(
    r"^(?:作者|記者|撰文)[，,]\s*(?P<name>[^，。：:]{2,30})$|^職稱[，,：:]\s*(?P<job>[^，。]{2,30})$|^發自[\u3400-\u9fff、]{2,10}$"
)
_WRITTEN = re.compile(
    rf"^(?:(?:{either('byline_labels')})[\s\u3000：:／/]+)?(?P<who>[\u3400-\u9fff·、]{{2,20}}?)[\s\u3000，,]+"
    r"(?:原[載载刊][於于]?[：:]?\s?)?《(?P<name>[^《》]{2,16})》[\s\u3000，,]*"
    r"(?P<day>(?:19|20)\d\d[年./-]\s?\d{1,2}[月./-]\s?\d{1,2}日?)$"
)
"""Who wrote a text, the paper that printed it and the day."""
FORMS = (_MAIL, _WRITTEN, _ADDRESSED, _ROLE, _NAMED, _PRINTED)
"""Each line of a maker or a place is one of these, or credits parted by semicolons."""


def is_sender(text: str) -> bool:
    """Whether a line of a mail's header names who sent it."""
    return "@" in text and bool(_MAIL.match(text))


def wrote(text: str) -> MetaLine | None:
    """Who wrote what stands below, and when, on top of a mail that was passed on as an answer."""
    match = _WROTE.match(text) if "@" in text else None
    days = written_dates.find(match["before"] + match["behind"]) if match else []
    return replace(_sender(match["name"]), date=days[0].iso, date_text=text) if match and days else None


def addressed(text: str) -> MetaLine | None:
    """A mail's sender or addressees; ``作者，某某``, ``職稱，記者``, ``發自金邊`` of a page's head."""
    addressed = "@" in text
    mail = _MAIL.match(text) if addressed else None
    if mail:
        return _sender(mail["name"])
    if addressed and _ADDRESSED.match(text):
        return MetaLine(desk=True)
    role = _ROLE.match(text)
    if role:
        names = persons.names_in(role["name"] or "")
        return MetaLine(authors=tuple(names), affiliation=role["job"] or "", desk=True)
    return None


def printed(text: str) -> MetaLine | None:
    """Who wrote a text, the paper that printed it and the day: 文／某某　原載《某報》2025年3月1日."""
    match = _WRITTEN.match(text) if "《" in text else None
    names = [name for name in match["who"].split("、") if name] if match else []
    days = written_dates.find(match["day"]) if match and all(map(persons.is_name, names)) else []
    if match is None or not names or not days:
        return None
    source = match["name"].strip()
    return MetaLine(date=days[0].iso, date_text=match["day"], authors=tuple(names), source=source)


def _sender(name: str) -> MetaLine:
    """Who sent a mail: a writer, or whoever sends it out."""
    name = re.sub(r"^(?:[AP]M|上午|下午|[週周]\S|星期\S)\s+", "", name.strip("\"'“” "))
    person = persons.is_name(name) and not _OFFICE.search(name)
    return MetaLine(authors=(name,)) if person else MetaLine(source=name)


def parse(text: str) -> MetaLine | None:
    """Credits of several makers, or a periodical with its issue."""
    return _credits(text) or _periodical(text)


def _credits(text: str) -> MetaLine | None:
    """``（記者 甲、乙；編譯 丙）``: several makers in one bracket, parted by semicolons."""
    pieces = re.split(r"[；;]\s*", text[1:-1]) if text[:1] in "（(【" and text[-1:] in "）)】" else []
    found = [_CREDIT.match(piece) for piece in pieces]
    if len(found) < 2 or not all(found):
        return None
    writers = [match for match in found if match and match["byline"]]
    own = [match for match in writers if not _TRANSLATES.match(match["byline"])]
    names = [name.strip() for match in own or writers for name in re.split(r"[、，,]", match["names"])]
    return MetaLine(authors=tuple(name for name in names if persons.is_name(name)), desk=True)


def _periodical(text: str) -> MetaLine | None:
    """``《東亞研究》第9卷第2期（2024年12月），頁45–78``: a periodical with its issue; ``（2026年2月11日《某某日報》
    第14版）``: the day in front of it."""
    match = _NAMED.match(text) if "《" in text else None
    printed = _PRINTED.match(text) if "《" in text else None
    day = written_dates.find(printed["day"]) if printed else []
    if printed and day and len(day[0].iso) == 10:
        return MetaLine(date=day[0].iso, date_text=printed["day"].strip(), source=printed["name"].strip())
    if not match:
        return None
    rest = match["rest"]
    issue, dates = ISSUE.search(rest), written_dates.find(rest)
    left = _PAGES.sub("", rest.replace(issue[0], "") if issue else rest)
    for found in dates:
        left = left.replace(rest[found.start : found.end], "")
    if not (issue or dates) or re.sub(r"[\s（()），,、：:號号.]", "", left):
        return None
    return MetaLine(
        date=dates[0].iso if dates else "",
        date_text=rest[dates[0].start : dates[0].end] if dates else "",
        source=match["name"].strip(),
        issue="".join(issue[0].split()) if issue else "",
    )
