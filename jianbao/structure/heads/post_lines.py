"""Head lines of posts: those of a bulletin board, of a WeChat account, of a social network."""

from __future__ import annotations

from jianbao import regex as re
from jianbao.structure.heads import persons, written_dates
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import either

_BOARD = ("作", "標", "标", "時", "看", "發", "发", "寄")
"""What the lines of a board's head begin with."""
_BOARD_AUTHOR = re.compile(
    r"^作者\s*[：:]?\s*(?P<id>[A-Za-z][A-Za-z0-9_]{1,14})\s*(?P<nick>[（(][^（()）]{0,30}[)）])?"
    r"(?:\s*(?:看板|站內|标题)\s*[：:]?\s*(?P<board>[\w.-]+))?$"
)
_BOARD_NAME = re.compile(r"^看板\s*[：:]?\s*(?P<board>[A-Za-z][\w-]{1,15})$", re.A)
_FLAT = re.compile(
    r"^作者\s*[：:]?\s*(?P<id>[A-Za-z][A-Za-z0-9_]{1,14})\s*(?:[（(][^（()）]{0,30}[)）])?\s*看板\s*[：:]?\s*(?P<board>[A-Za-z][\w-]{1,15}?)"
    r"\s*標題\s*[：:]?\s*(?P<title>\S.{2,80}?)\s*時間\s*[：:]?\s*(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b.{10,30}$",
    re.A,
)
"""The whole head in one line, as a page's text without its tags has it."""
_SENDER = re.compile(
    r"^[發发寄][信件][人者]\s*[：:]\s*(?P<id>[A-Za-z][\w.]{1,15})(?:@[\w.-]+)?\s*(?:[（(][^（()）]{0,30}[)）])?\s*[,，]?\s*"
    r"(?:信[區区]|看板)\s*[：:]\s*(?P<board>[\w.-]{2,20})$",
    re.A,
)
_SPREAD_TITLE = re.compile(r"^[標标]\s{1,4}[題题]\s*[：:]\s*(?=\S)")
_STATION = re.compile(r"^[發发]信站\s*[：:].{2,40}[（(](?P<day>(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b[^（()）]{10,30})[)）]")
"""The head of a post on an older board: who sent it to which, its title, from which machine and when."""
_BOARD_TITLE = re.compile(r"^標題\s*[：:]?\s*(?=(?:(?:Re|Fw|R|轉)\s*:\s*)?[\[［])")
_BOARD_TIME = re.compile(r"^時間\s*[：:]?\s*(?=(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b)")
_ACCOUNT = re.compile(r"^(?:原创|原創|Original)[\s\u3000]+(?P<rest>.+)$")
_PLACE = re.compile(r"[\s\u3000](?:發表於|发表于)?[\u3400-\u9fff]{2,4}$")
_LABELLED_TITLE = re.compile(r"^(?:原创|原創|Original)\s*[|｜丨]\s*(?=\S)")
"""The title of an account's own text, behind the word for it."""
_DAY = re.compile(r"^\d{1,2}月\d{1,2}日$")
_DIGIT = re.compile(r"[\d/／|｜：:（(]")
_WHEN = re.compile(r"^(?:\s*\d{1,2}[:：]\d{2}(?::\d{2})?(?:\s+(?:發表於|发表于)?[\u3400-\u9fff]{2,4})?)?$")
_AUDIENCE = r"(?:公開|公开|朋友|所有人|朋友的朋友|只限本人|Public|Friends)"
_SEEN_BY = re.compile(rf"^{_AUDIENCE}$")
_POSTED = re.compile(
    rf"^(?:(?:19|20)\d\d年)?\d{{1,2}}月\d{{1,2}}日\s*(?:(?:上午|下午|凌晨|晚上)?\s*\d{{1,2}}[:：]\d{{2}})?\s*(?:[·・•]\s*(?:{_AUDIENCE})?(?!\s*\d+\s?(?:分|min|小時|小时|字)).{{0,10}}|{_AUDIENCE})$"
    r"|^(?:(?:19|20)\d\d[-/.])?\d{1,2}[-/.]\d{1,2}\s+\d{1,2}:\d{2}\s*(?:来自|來自|发布于|發布於|from).{0,20}$"
    r"|^\d{1,2}月\d{1,2}日\s*(?:上午|下午)?\s*\d{1,2}[:：]\d{2}$"
    r"|^(?:昨天|今天|\d{1,2}\s*(?:小時|分鐘|天|小时|分钟)(?:前)?)\s*(?:\d{1,2}[:：]\d{2})?\s*[·・•].{0,10}$"
)

_CLOCK_FIRST = re.compile(
    r"^(?:上午|下午|凌晨|晚上|中午)?\s?\d{1,2}[:：]\d{2}(?:\s?[AP]M)?\s*[·•]\s*"
    r"(?P<day>(?:19|20)\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|[A-Z][a-z]{2,8} \d{1,2}, \d{4})"
    r"(?:\s*[·•]\s*[\d.,]+\s?[萬万千KkMm]?\s*(?:[次人]?\s?(?:查看|觀看|观看|檢視|检视|瀏覽|浏览)|[Vv]iews?))?$"
)
"""When a post was made, the time of day first, and how often it was seen: 上午8:55 · 2026年3月21日 · 36萬 次查看."""

LONGEST_BY = 100
"""Characters of a line that says who posted and when."""
_BY_WHOM = re.compile(
    r"^(?:(?:[樓楼]主|[1１][樓楼#])[\s\u3000：:]+)?(?P<name>[^\s，。：:|｜]{2,16})\s+(?:[發发][表錶布佈]|張貼|张贴|撰[寫写]|刊登|posted)\s?(?:於|于|在|on)?\s*[：:]?\s*(?P<day>(?:19|20)\d\d\s?[-/.年].{5,80})$",
    re.I,
)
_WRITER_ON = re.compile(
    r"^(?:作者|撰文|由|(?:(?:Posted|Written|Published) )?[Bb]y)\s+(?P<name>[^，。：:|｜]{2,16}?)\s+(?:於|于|在|on)\s+"
    r"(?P<day>.{8,60}?)\s*(?:[發发][表布佈]|張貼|张贴|刊登)?$"
)
"""The same with the day behind the name: 作者 某某 於 十一月 9, 2025; 由 某某 於 2025-11-09 發表."""
_CELLS = re.compile(r"[\s\u3000]*[|｜][\s\u3000]*|[\s\u3000]+[·・•]?[\s\u3000]*")
_COUNTED = re.compile(
    r"^[\u3400-\u9fffA-Za-z]{1,8}(?:\s?[（(]\s?[\d,.萬万KkMm]+\s?[)）]|[：:].{1,20})$|^[\d,.]+[\u3400-\u9fff]{1,4}$"
)
_WORK = re.compile(rf"^(?:本[報报刊台社網网])?(?:{either('byline_labels')}|[報报][導导道]|[綜综]合[報报][導导道])$")
"""What somebody did for a text: no outlet."""
_POSTED_AT = re.compile(
    r"^(?:Posted by|[張张][貼贴]者\s*[：:]?|[發发][佈布表]者\s*[：:]?)\s+(?P<name>[^，。：:|｜]{2,16}?)"
    r"\s+(?:at|於|于)\s+\d{1,2}:\d{2}(?:\s?[AP]M)?$"
)
"""Who posted at which time of day, below a text whose day stands above."""
_YEARLESS = re.compile(
    rf"^(?:{either('date_labels')}[於于]?\s?\d{{1,2}}月\d{{1,2}}日\s?\d{{1,2}}:\d{{2}}\s*[•·|｜]\s*){{1,2}}"
    r"(?P<name>\S{2,12})$"
)
"""When a text was changed and posted, without the year, and by whom."""
TAKEN_OVER = re.compile(r"^以下文章(?:来源于|來源於)\s*(?P<source>[^，,]{2,24}?)\s*[，,]\s*作者\s*(?P<name>\S{2,20})$")
"""The line of an account above a text of another account."""
FORMS = (
    _POSTED_AT,
    _YEARLESS,
    _CLOCK_FIRST,
    _BY_WHOM,
    _WRITER_ON,
    TAKEN_OVER,
    _BOARD_AUTHOR,
    _BOARD_NAME,
    _BOARD_TITLE,
    _BOARD_TIME,
    _LABELLED_TITLE,
    _ACCOUNT,
    _POSTED,
)
"""Each line of a post's head has one of these, or a date."""


def parse(text: str) -> MetaLine | None:
    """What a line of a post's head states; None for any other line."""
    stated = _POSTED_AT.match(text) or _YEARLESS.match(text)
    if stated:
        return MetaLine(authors=(stated["name"],))
    taken = TAKEN_OVER.match(text)
    if taken:
        return MetaLine(source=taken["source"], authors=(taken["name"],))
    return (_board(text) if text[:1] in _BOARD else None) or _account(text) or _by_whom(text) or _posted(text)


def is_audience(text: str) -> bool:
    """Whether a line says who may see a post."""
    return bool(_SEEN_BY.match(text))


def is_board_head(text: str) -> bool:
    """Whether a line is of the head that a bulletin board prints: the writer with the board, the title, the time."""
    return text[:1] in _BOARD and _board(text) is not None


def is_account(text: str) -> bool:
    """Whether a line is the one that an account prints below a title: 原创, writer, account, day."""
    return bool(_ACCOUNT.match(text))


def _board(text: str) -> MetaLine | None:
    flat = _FLAT.match(text)
    if flat:
        dates = written_dates.find(text[flat.end("title") :])
        return MetaLine(
            date=dates[0].iso if dates else "",
            date_text=text[flat.end("title") :].lstrip(" 時間：:"),
            authors=(flat["id"],),
            series=flat["board"],
            title=flat.span("title"),
            posted=True,
        )
    sender = _SENDER.match(text)
    if sender:
        return MetaLine(authors=(sender["id"],), series=sender["board"], posted=True)
    spread = _SPREAD_TITLE.match(text)
    if spread:
        return MetaLine(title=(spread.end(), len(text)))
    station = _STATION.match(text)
    if station:
        dates = written_dates.find(station["day"])
        return MetaLine(date=dates[0].iso, date_text=station["day"], desk=True) if dates else None
    author = _BOARD_AUTHOR.match(text)
    if author and (author["board"] or author["nick"] or "：" in text or ":" in text or "  " in text or "\t" in text):
        return MetaLine(authors=(author["id"],), series=author["board"] or "", posted=True)
    board = _BOARD_NAME.match(text)
    if board:
        return MetaLine(series=board["board"])
    title = _BOARD_TITLE.match(text)
    if title:
        return MetaLine(title=(title.end(), len(text)))
    if _BOARD_TIME.match(text):
        dates = written_dates.find(text)
        return MetaLine(date=dates[0].iso, date_text=text[dates[0].start : dates[0].end]) if dates else None
    return None


def _account(text: str) -> MetaLine | None:
    """``原创 周原 河流观察 2026年3月1日 19:30 北京``, all or a part of it; and a date with a clock and a place."""
    labelled = _LABELLED_TITLE.match(text)
    if labelled:
        return MetaLine(title=(labelled.end(), len(text)))
    match = _ACCOUNT.match(text)
    rest = match["rest"] if match else text
    dates = written_dates.find(rest)
    if dates and not _WHEN.match(rest[dates[0].end :]):
        return None
    place = _PLACE.search(rest) if dates else None
    placed = (
        place and not persons.is_organisation(place[0].strip()) and (dates[0].start == 0 or ":" in rest[dates[0].end :])
    )
    timed = bool(dates) and ":" in rest[dates[0].end :] and dates[0].start > 0
    if not match and not placed and not timed:
        return None
    printed = [word for word in (rest[: dates[0].start] if dates else rest).split() if not _DAY.match(word)]
    if not all(any(map(str.isalnum, word)) for word in printed):
        return None  # marks between facts side by side
    words = list(dict.fromkeys(printed))
    if len(words) > 4 or any(len(word) > 16 for word in words):
        return None
    if (
        timed
        and not (match or placed)
        and (len(printed) != 2 or any(len(word) > 8 or _DIGIT.search(word) for word in words))
    ):
        return None
    names = [word for word in words if persons.is_name(word)][:1] if words else []
    if len(words) == 2 and (match or not names):
        names = words[:1]  # the page prints the writer first
    others = [word for word in words if word not in names and not _WORK.match(word)]
    return MetaLine(
        date=dates[0].iso if dates else "",
        date_text=rest[dates[0].start : dates[0].end] if dates else "",
        authors=tuple(names),
        source=others[-1] if others else "",
    )


def _by_whom(text: str) -> MetaLine | None:
    """``北窗 發表於 2025-11-09 22:41　分類：東亞　閱讀(3,406)``: a name of any kind, the day, and counts and fields."""
    match = (_BY_WHOM.match(text) or _WRITER_ON.match(text)) if len(text) <= LONGEST_BY else None
    dates = written_dates.find(match["day"]) if match else []
    if match is None or not dates or dates[0].start or len(dates[0].iso) != 10:
        return None
    rest = written_dates.without_clock(match["day"][dates[0].end :])
    if not all(map(_COUNTED.match, filter(None, _CELLS.split(rest.strip(" |｜·・　"))))):
        return None
    return MetaLine(date=dates[0].iso, date_text=match["day"][: dates[0].end], authors=(match["name"],))


def _posted(text: str) -> MetaLine | None:
    """When a post was made and who may see it."""
    clocked = _CLOCK_FIRST.match(text)
    if clocked:
        days = written_dates.find(clocked["day"])
        return MetaLine(date=days[0].iso, date_text=clocked["day"], posted=True) if days else None
    if not _POSTED.match(text):
        return None
    dates = written_dates.find(text)
    date, words = (dates[0].iso, text[dates[0].start : dates[0].end]) if dates else ("", "")
    return MetaLine(date=date, date_text=words, posted=True)
