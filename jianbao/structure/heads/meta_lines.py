"""Lines that state facts about an article: date, writer, outlet, series, issue, tags. One line may state several."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from jianbao import moments, needles
from jianbao.structure import shapes
from jianbao.structure.heads import (
    folio_lines,
    imprint_lines,
    journal_lines,
    paper_numbers,
    persons,
    post_lines,
    wire_lines,
    written_dates,
)
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import either, words

_KINDS = ("byline", "desk", "source", "date", "title", "tag", "issue", "manuscript")
_INITIALS = frozenset(
    case for kind in _KINDS for word in words(f"{kind}_labels") for case in word[0] + word[0].swapcase()
)
"""What labels begin with."""
_LABEL = re.compile(
    r"[\[【〔［]?\s*(?P<label>"
    + "|".join(f"(?P<{kind}>{either(f'{kind}_labels')})" for kind in _KINDS)
    + r")(?:\s*[：:﹕︰]\s*|\s*[\]】〕］]\s*[：:]?\s*|[\s\u3000]*[／/｜|丨][\s\u3000]*|(?P<dot>[‧・•·]))",
    re.I,
)
_WRITER = re.compile(
    r"(?:^|(?<=[\s\u3000|｜／/]))(?:本[報报刊社]|特約|特约)?(?:記者|记者|特派員|特派员|撰文|文)(?:[\s\u3000]*[：:／/][\s\u3000]*|[\s\u3000]+)"
    r"(?P<names>[\u3400-\u9fff·]{2,8}(?:[、，][\u3400-\u9fff·]{2,8}){0,4})(?=$|[\s\u3000|｜／/])"
)
_LABEL_WORD = re.compile(rf"^(?:{either('date_labels')})\s*[：:]?\s*", re.I)
_OUTLET = re.compile(
    r"^(?!\d+\s?[則则條条篇個个])(?!.*[并併並上入落斷断撒收補补漁渔球水管路][網网]$)(?![\u3400-\u9fff]{11,}[網网]$)"
    rf"[《〈]?(?:[\w\u3400-\u9fff·&'’. ]{{0,24}})?{either('outlets')}[》〉]?$"
)
_SERIES = re.compile(
    rf"^[【〔《〈「]?[\w\u3400-\u9fff·\s]{{0,12}}{either('series')}[】〕》〉」]?"
    r"(?:[（(][^（()）]{1,12}[）)]|之[一二三四五六七八九十\d]{1,3}|系列[一二三四五六七八九十\d]{1,3})?$"
)
_PLACE_VERB = re.compile(r"^[\u3400-\u9fff、]{2,8}(?:\d{1,2}日)?(?:報導|報道|报道|綜合報導|專電|電|訊)$")
_VERBS = ("報導", "報道", "报道")
"""What somebody does whose name stands in front, in a line of its own."""
_SEPARATOR = re.compile(r"[\s\u3000|｜／/·・•,，、>＞—–\-]+")
_WORD = re.compile(r"^[\u3400-\u9fff]{2,6}$")
_EDITION = re.compile(
    r"^[A-Z]?\d{1,2}\s*版?$|^[A-Z]\d{1,2}[\s：:]?[\u3400-\u9fff]{1,6}$"
    r"|^第?[A-Z0-9一二三四五六七八九十]{1,3}版[：:／/\s]?[\u3400-\u9fff]{0,6}$"
)
_ENACTED = re.compile(
    r"^(?:總統令?)?(?:制定|修正|增訂|訂定)?(?:公布|公佈|發布|發佈|施行|生效|印發|印发|頒布|颁布|編印)(?:全文\s*\d{1,4}\s*條|施行)?$"
)
_PAGED = re.compile(r"\s[A-Z]\d{1,2}(?:\s|$)")
"""The page of a paper, between its name and its section."""
_COUNTER = re.compile(r"^(?:閱讀|瀏覽|点阅|點閱|觀看|人氣|字數|字级|字級|views?)\S{0,10}$", re.I)
_ACCOUNT = re.compile(r"(?<=\S)官方(?:帳號|账号|賬號)$")
_SPREAD = re.compile(
    r"^(?P<label>[\u3400-\u9fff][ \u3000][\u3400-\u9fff]"
    r"|(?:[\u3400-\u9fff][ \u3000]){2,4}[\u3400-\u9fff])\s*[：:]\s*(?=\S)"
)
"""A label with a space behind each of its characters: 聯 絡 人：, 時　間：."""
_END_OF_WORD = re.compile(r"[\s\u3000|｜：:\[【（(]")
_BARS = re.compile(r"[|｜/／]")
_SAID = re.compile(r".{8}[。！？]$")
"""The end of a sentence."""
LONG_OUTLET = 3
"""Characters of an outlet's name, at least, beside which a writer's may stand without a slash."""
LONGEST_PLACE = 3
"""Han characters of a place beside a writer's name."""
FOREIGN = 10
"""Han characters of a foreign name."""
PLACE = 8
"""Characters of a place beside a day in brackets."""
_NAME_FIRST = re.compile(r"^(?P<name>[\u3400-\u9fff·]{2,8})\s*[|｜/／]\s*(?:文|撰文|撰稿|作者|著)$")
_NAME_LAST = re.compile(r"^(?:作者|撰文|撰稿|執筆|执笔|記者|记者)[\s\u3000]+(?P<name>[\u3400-\u9fff·]{2,4})$")
_NAME_ROLE = re.compile(
    r"^(?P<name>[\u3400-\u9fff·]{2,8})[\s\u3000]+(?:[譯译]|[編编][譯译]|整理|口述|撰文|[採采][寫写])$"
)
_CENTRE = re.compile(
    r"^[\u3400-\u9fff]{2,6}(?:中心|組|组)\s*[／/]\s*(?P<names>[\u3400-\u9fff、]{2,16}?)(?:綜合|综合)?(?:報導|報道|报道|整理)$"
)
_OWN_COLUMN = re.compile(r"^(?P<name>[\u3400-\u9fff]{2,4})(?:專欄|专栏)$")
_CLOCK = re.compile(
    r"^[\u3400-\u9fff]{2,4}(?:時間|时间)\s?(?:上午|下午|凌晨|晚上)?\s?\d{1,2}(?:[時时点點]\s?\d{1,2}\s?分|[:：]\d{2})$"
)
"""The time of day at some place, alone in a line: 香港時間11時05分."""
_AGO = re.compile(rf"^{either('date_labels')}\s*[：:]?\s*\d{{1,3}}\s*{either('time_units')}前$", re.I)
"""How long ago a page was changed, behind its label."""
_WRITES_FOR = re.compile(r"^[为為]\s?(?P<outlet>\S{2,16}?)\s?(?:撰稿|撰文|撰寫|撰写|供稿)$")
"""For whom a writer writes, behind his name."""
_READ = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,7}")
"""How often a page was read, behind the moment when it came out."""
_BY = re.compile(r"^(?:(?:[Ww]ritten )?[Bb]y|由)\s+(.+)$")
_REACHED = re.compile(r"^(?P<name>[\u3400-\u9fff·]{2,6})\s?(?:記者|记者)\s+\S+@\S+$")
"""A reporter and his address."""
_POSTS = "PWU發張刊寫"
"""What a line of a post begins with."""
_POSTED = re.compile(
    r"^(?:Posted|Published|Written|Updated|發表|發佈|發布|張貼|刊登|寫)\s?(?:on|於|在|于)?[\s:：]*"
    r"(?P<date>[^a-z\u3400-\u5e73\u5e75-\u6707\u6709-\uffff]{6,30}|[\d\s年月日]{6,20}"
    r"|[A-Z][a-z]+ \d{1,2},? \d{4})\s*(?:(?:by|作者|由|／|/)\s*(?P<name>[^\s，。]{1,20}))?$",
)
_RELEASED = "稿料報"
"""What the name of a press release ends with."""
_RELEASE = re.compile(
    r"^(?P<who>[\u3400-\u9fffA-Za-z（）()]{2,24}?)\s*(?P<what>新聞稿|新闻稿|聲明稿|新聞資料|新聞通報|會後新聞稿)$"
)
_HASHTAGS = re.compile(r"^(?:[#＃]\s?[^\s#＃]{1,20}[#＃]?[\s\u3000]*){2,}$|^[#＃][^\W\d][^\s#＃]{1,20}$")
_FACTS = (
    re.compile("[年년/／|｜]"),
    re.compile(either("outlets")),
    re.compile(either("series")),
    re.compile(r"(?:19|20|１９|２０)[0-9０-９]{2}|^1[0-2]\d[./-]\d{1,2}[./-]\d|[A-Z]\d|\d\s*版|[電訊电讯][)）】\]]?$"),
    re.compile(r"民國|民国|第.{1,12}[期號卷輯版]|Vol|No\.|記者|報導|報道|报道"),
)
"""Signs of facts, one of which a line of facts has; apart, as each is found faster so."""
_ADDRESS = re.compile(r"^(?:https?://|www\.)[!-~]+$|^[a-z0-9-]+(?:\.[a-z0-9-]+)+/[!-~]*$", re.I)
"""An address alone in a line."""
_PHASE = re.compile(r"[\u3400-\u9fff]{0,4}(?:工|成|始|束|行|動|动|幕|用|車|车|航|設|设)$")
"""What happened to a phase of some work, behind 第二期: no issue of a periodical."""
_PARTED = re.compile(r"[\s/／|｜]")
_BESIDE = re.compile(r"\s*[/／|｜]\s*|\s+")
_PHONE = re.compile(
    r"(?<!\d)(?:0\d{1,3}[-\s)]?\d{3,4}[-\s]?\d{3,4}|[\w.-]+@[\w-]+\.[\w.]+)(?:\s*(?:#|分機|轉)\s*\d+)?\s*$"
)
_SIGN_OF_FACTS = needles.of(*_FACTS)
_SIGN = needles.of(
    *(
        _PHONE,
        _CLOCK,
        _AGO,
        _SPREAD,
        _ADDRESS,
        _BY,
        _POSTED,
        _RELEASE,
        _HASHTAGS,
        _LABEL,
        _OWN_COLUMN,
        _NAME_FIRST,
        _NAME_ROLE,
    ),
    *(
        _NAME_LAST,
        _CENTRE,
        _PLACE_VERB,
        re.compile("[报報][道導]$|[撰供][稿文写寫]$"),
        re.compile(moments.PATTERN),
        re.compile("[；;《@]"),
    ),
    *(*paper_numbers.FORMS, *post_lines.FORMS, *wire_lines.FORMS, *imprint_lines.FORMS, written_dates.MAY_BE),
)
"""What a line of facts has, if it is none of several facts side by side."""


@lru_cache(maxsize=8192)
def parse(text: str) -> MetaLine | None:
    """What a line states about its article, if that is all that it says; else None."""
    if len(text) > 160 or not text:
        return None
    if not _SIGN.search(text):
        return _byline(text) or _mixed(text)
    first = text[0]
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
    posted = _POSTED.match(text) if first in _POSTS else None
    if posted:
        dates = written_dates.find(posted["date"])
        name = (posted["name"] or "").strip()
        if dates:
            return MetaLine(date=dates[0].iso, date_text=posted["date"].strip(), authors=(name,) if name else ())
    release = _RELEASE.match(text) if text[-1] in _RELEASED else None
    if release:
        return MetaLine(source=release["who"].strip(), series=release["what"])
    hashtags = _HASHTAGS.match(text) if first in "#＃" else None
    if hashtags:
        return MetaLine(tags=tuple(tag for tag in re.split(r"[\s#＃]+", text) if tag))
    return (
        wire_lines.parse(text)
        or imprint_lines.addressed(text)
        or _labelled(text)
        or imprint_lines.parse(text)
        or journal_lines.parse(text)
        or folio_lines.parse(text)
        or _byline(text)
        or _column(text)
        or _behind(text)
        or (_reported(text) if text[-1] in "導道导電訊" and len(text) <= 40 else None)
        or _mixed(text)
    )


def _behind(text: str) -> MetaLine | None:
    """``牧仁 | 文``, ``作者 牧仁``, ``牧仁 為某某網撰稿``: a name and what its bearer did, with no colon; names of any
    people."""
    name, _, rest = text.partition(" ") if " " in text else text.partition("\u3000")
    written = _WRITES_FOR.match(rest.strip()) if rest and persons.is_name(name) else None
    if written:
        return MetaLine(authors=(name,), source=written["outlet"])
    match = _NAME_FIRST.match(text) or _NAME_LAST.match(text)
    if match is None and (match := _NAME_ROLE.match(text)) and not persons.is_name(match["name"]):
        return None
    return MetaLine(authors=(match["name"],)) if match else None


def _reported(text: str) -> MetaLine | None:
    """``聯合早報 陳紫筠 吉隆坡報道``, ``生活中心／陳紫筠報導``: an outlet or a desk, names, and where they are."""
    centre = _CENTRE.match(text)
    if centre:
        names = persons.names_in(centre["names"])
        return MetaLine(authors=tuple(names), report=True) if names else None
    reporters = [cell.split() for cell in _BARS.split(text)]
    if len(reporters) > 1 and all(
        len(cell) == 2 and persons.is_name(cell[0]) and _PLACE_VERB.match(cell[1]) for cell in reporters
    ):
        return MetaLine(authors=tuple(name for name, _ in reporters), report=True)
    pieces = [piece for piece in _BESIDE.split(text) if piece]
    if not 2 <= len(pieces) <= 5 or not (pieces[-1] in _VERBS or _PLACE_VERB.match(pieces[-1])):
        return None
    outlet = pieces[0] if _OUTLET.match(pieces[0]) else ""
    names = pieces[1:-1] if outlet else pieces[:-1]
    if not names or not all(map(persons.is_name, names)):
        return None
    return MetaLine(authors=tuple(names), source=outlet, report=True)


def _column(text: str) -> MetaLine | None:
    """``何青嵐專欄``: a writer's own column."""
    match = _OWN_COLUMN.match(text.strip("【】〔〕〈〉《》"))
    return MetaLine(authors=(match["name"],), series=text) if match and persons.is_name(match["name"]) else None


def _byline(text: str) -> MetaLine | None:
    """``甲 / 乙 / 某某日報``: two writers or more, and the outlet behind them."""
    parted = len(text) <= 40 and _PARTED.search(text)
    pieces = [piece for piece in _BESIDE.split(text) if piece] if parted else []
    if len(pieces) == 2 and "/" in text.replace("／", "/") and _OUTLET.match(pieces[0]) and persons.is_name(pieces[1]):
        return MetaLine(authors=(pieces[1],), source=pieces[0])
    if len(pieces) == 2 and len(pieces[0]) >= LONG_OUTLET and _OUTLET.match(pieces[0]) and persons.is_name(pieces[1]):
        return MetaLine(authors=(pieces[1],), source=pieces[0])
    if len(pieces) < 3 or not _OUTLET.match(pieces[-1]) or not all(map(persons.is_name, pieces[:-1])):
        return None
    return MetaLine(authors=tuple(pieces[:-1]), source=pieces[-1].strip("《》〈〉"))


def _labelled(text: str) -> MetaLine | None:
    inner = text[1:-1] if text[:1] in "（(【〔" and text[-1:] in "）)】〕" else text
    shift = 1 if inner is not text else 0
    if inner.lstrip("[【〔［").lstrip()[:1] not in _INITIALS or not _LABEL.match(inner):
        return None
    labels = [
        match for match in _LABEL.finditer(inner) if match.start() == 0 or not inner[match.start("label") - 1].isalnum()
    ]
    if not labels or labels[0].start() > 0:
        return None
    facts: dict[str, object] = {}
    ends = [match.start() for match in labels[1:]] + [len(inner)]
    for match, end in zip(labels, ends, strict=True):
        value = inner[match.end() : end].strip(" \u3000|｜／/、，,;；")
        kind = next(kind for kind in _KINDS if match[kind])
        if facts.get("manuscript") or kind == "manuscript":
            facts["manuscript"] = True  # days of a manuscript are none of the paper's
            continue
        if match["dot"] and not persons.names_in(value):
            return None
        if not value and kind == "desk" and len(labels) == 1:
            return None
        if not _take(facts, kind or "", value, (shift + match.end(), shift + end)):
            return None
    if facts.pop("manuscript", False):
        facts["desk"] = True
    return MetaLine(**facts)  # type: ignore[arg-type]


def _take(facts: dict[str, object], kind: str, value: str, place: tuple[int, int]) -> bool:
    """Put a labelled value among the facts; False if the value is nothing that such a label has."""
    inside = written_dates.find(value) if kind in ("byline", "source") else []
    if inside:
        facts.setdefault("date", inside[0].iso)
        facts.setdefault("date_text", value[inside[0].start : inside[0].end])
        value = value[: inside[0].start].strip(" \u3000|｜／/、，,；;")
        if not value:
            return True
    if kind == "byline":
        about = re.match(r"([\u3400-\u9fff·]{2,12})[，,]", value)
        if about and persons.is_name(about[1]):
            facts["authors"], facts["affiliation"] = (about[1],), value[about.end() :].strip(" 。")
            return True
        reporter = wire_lines.reporters(value)
        if reporter:
            facts["authors"] = (*facts.get("authors", ()), *reporter.authors)  # type: ignore[misc]
            if reporter.source:
                facts.setdefault("source", reporter.source)
            return True
        both = persons.signed(value) or persons.bracketed(value) or persons.named(value)
        read = "" if both else persons.read_as(value)
        names = [both.name] if both else persons.names_in(value) or _foreign(value) or _placed(value)
        names = [read] if read else names
        if not names and len(value) > 24:
            return False
        facts["authors"] = (*facts.get("authors", ()), *(names or [value]))  # type: ignore[misc]
        if both:
            facts["affiliation"] = both.affiliation
    elif kind == "date":
        found = written_dates.find(value) or written_dates.find(f"民國{value}")
        if not found and not re.search(r"\d", value):
            return False
        if found and "date" not in facts:
            facts["date"], facts["date_text"] = found[0].iso, value
            rest = written_dates.without_clock(value[found[0].end :]) if found[0].end <= len(value) else ""
            for token in _SEPARATOR.split(rest) if len(rest) <= 24 else ():
                if token and (persons.is_name(token) or _OUTLET.match(token)):
                    _token(facts, token)
    elif kind == "source":
        if len(value) > 40:
            return False
        facts["source"] = re.sub(r"^[《〈](.*)[》〉]$", r"\1", _before_buttons(value))
    elif kind == "issue":
        facts["issue"] = value
    elif kind == "title":
        facts["title"] = place
    elif kind == "tag":
        facts["tags"] = tuple(
            tag.strip("#＃") for tag in re.split(r"[\s\u3000、，,;；/／|]+", value) if tag.strip("#＃")
        )
    else:
        facts["desk"] = len(value) <= 60 and not _SAID.search(value)  # no turn of who is in the chair
        return bool(facts["desk"])
    return True


def _before_buttons(value: str) -> str:
    """A value without the buttons of the page that stand behind it: 某某社　字體：[大 中 小]."""
    for blank in re.finditer(r"[\s\u3000|｜]+", value):
        word = _END_OF_WORD.split(value[blank.end() :], maxsplit=1)[0]
        if len(word) > 1 and (word in words("share") or word in words("page_words")):
            return value[: blank.start()]
    return value


def _foreign(value: str) -> list[str]:
    """Writers behind a label, parted by bars, of whom one at least has the parts of his name parted by a space."""
    pieces = [piece.strip() for piece in _BARS.split(value)]
    bare = ["".join(piece.split()) for piece in pieces]
    short = all(2 <= len(piece) <= FOREIGN and piece.isalpha() and shapes.has_han(piece) for piece in bare)
    spaced = any(len(piece.split()) == 2 for piece in pieces)
    return pieces if len(pieces) > 1 and short and spaced else []


def _placed(value: str) -> list[str]:
    """A writer behind a label, and beside a space the place he reports from: 林某某　台北."""
    pieces = value.split()
    if len(pieces) != 2 or not persons.is_name(pieces[0]):
        return []
    place = len(pieces[1]) <= LONGEST_PLACE and shapes.has_han(pieces[1]) and not persons.is_affiliation(pieces[1])
    return pieces[:1] if place else []


def _mixed(text: str) -> MetaLine | None:
    """A line of a date, an outlet, a series, an issue, with nothing else but labels, weekdays and times of day."""
    if not _SIGN_OF_FACTS.search(text) or not any(pattern.search(text) for pattern in _FACTS):
        return None
    plain = _ACCOUNT.sub("", text.strip("【】〔〕（）()[]　 "))
    dates = written_dates.find(plain) or written_dates.of_republic(plain)
    facts: dict[str, object] = {}
    rest = plain
    for found in reversed(dates):
        rest = rest[: found.start] + " | " + rest[found.end :]
    if dates:
        facts["date"], facts["date_text"] = dates[0].iso, written_dates.as_written(plain, dates[0])
        if len(dates[0].iso) == 4 and not rest.strip(" |"):
            return None
        rest = written_dates.without_clock(_LABEL_WORD.sub("", rest.strip(" |")))
    clocked = bool(dates) and len(dates[0].iso) == 10 and ":" in written_dates.narrow(plain)
    if clocked and _READ.fullmatch(rest.strip(" |　")):
        rest = ""
    label = _LABEL.search(rest)
    if dates and label and not rest[: label.start()].strip(" |　"):
        more = _labelled(rest[label.start() :].strip(" |　"))
        return replace(more, date=dates[0].iso, date_text=plain[: dates[0].end].strip()) if more else None
    signed = persons.signed(text) if not dates else None
    if signed and "/" in plain.replace("／", "/").replace("｜", "/").replace("|", "/"):
        return MetaLine(authors=(signed.name,), affiliation=signed.affiliation)
    issue = imprint_lines.ISSUE.search(rest)
    if issue and _PHASE.match(rest[issue.end() :]):
        return None
    if issue:
        facts["issue"] = issue[0]
        rest = rest[: issue.start()] + " " + rest[issue.end() :]
    writer = _WRITER.search(rest)
    if writer and persons.names_in(writer["names"]):
        facts["authors"] = tuple(persons.names_in(writer["names"]))
        rest = rest[: writer.start()] + " | " + rest[writer.end() :]
    leftover = rest.strip(" |　,，/／-—")
    if leftover and _token(facts, leftover):
        leftover = ""
    place = text[:1] in "（(" and text[-1:] in "）)" and dates and len(dates[0].iso) == 10
    if place and len(leftover) <= PLACE and leftover.isalpha():
        leftover = ""
    strange = (token for token in _SEPARATOR.split(leftover) if token and not _token(facts, token))
    odd = next(strange, None)
    if odd and not (issue and _WORD.match(odd) and ("|" in plain or "｜" in plain) and next(strange, None) is None):
        return None
    return MetaLine(**facts) if facts else None  # type: ignore[arg-type]


def _token(facts: dict[str, object], token: str) -> bool:
    token = token.strip("()（）【】[]")
    if not token or _COUNTER.match(token) or _LABEL_WORD.fullmatch(token):
        return True
    wire = wire_lines.reporters(token)
    if wire:
        facts["authors"] = wire.authors
        if wire.source:
            facts.setdefault("source", wire.source)
        return True
    paged = any(char.isdigit() for char in token) and " " in token
    if len(token) <= 12 and "date" not in facts and not paged and _SERIES.match(token):
        facts.setdefault("series", token.strip("【】〔〕《》〈〉「」"))
        return True
    if _EDITION.match(token) or _PLACE_VERB.match(token):
        facts.setdefault("desk", True)
        if _PLACE_VERB.match(token):
            facts["report"] = True
        return True
    if len(token) <= 24 and _OUTLET.match(token) and not _PAGED.search(token) and token not in words("navigation"):
        facts.setdefault("source", token.strip("《》〈〉"))
        return True
    if "date" in facts and _ENACTED.match(token):
        return True
    written = _WRITES_FOR.match(token) if token[0] in "为為" else None
    if written:
        facts.setdefault("source", written["outlet"])
        return True
    if token in words("series"):
        facts.setdefault("series", token)
        return True
    if "date" in facts and token in words("page_words"):
        return True
    if "date" in facts and token in words("navigation"):
        facts.setdefault("series", token)
        return True
    if "date" in facts and persons.is_name(token):
        facts["authors"] = (*facts.get("authors", ()), token)  # type: ignore[misc]
        return True
    return False
