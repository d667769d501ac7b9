"""Advertisements and notices about cookies.

Before: ``廣告``; ``請繼續往下閱讀…``; ``本網站使用 Cookie 以提供更好的服務，繼續瀏覽即表示同意``
a headline right below such a mark, parted from the text below it.
the buttons beside such a notice, ``接受全部　管理偏好``.
After: nothing.
Never: a text about advertising or about cookies: a single word 廣告 inside a sentence, or over a text that speaks of
it; a paragraph of prose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import needles
from jianbao import regex as re
from jianbao.cleaning import texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line
from jianbao.word_lists import words

LONGEST = 140
SHORTEST = 10
"""Characters of a headline."""

_MARK = re.compile(
    r"^[\[【（(—\-~\s.…]*(?:廣告|广告|AD|ADs|Advertisement|ADVERTISEMENT|Sponsored|贊助內容|廣告贊助|贊助商廣告|廣編特輯"
    r"|推廣)[\]】）)—\-~\s.…]*$"
)
_GO_ON = re.compile(
    r"^[（(【\[]?\s*(?:(?:廣告|广告)[\s，,、·・|｜—–-]*)?[請请]?(?:繼續|继续)?(?:往下|向下|下滑|[滾滚捲卷滑][動动])[以來来]?"
    r"(?:繼續|继续)?(?:[閱阅][讀读]|[滑捲卷滾滚][動动]|[瀏浏][覽览]|看).{0,8}$|^文章未完.{0,12}$"
    r"|^(?:廣告|广告)[（(].{0,16}[)）]$|^Story continues below.{0,20}$",
    re.I,
)
_LABELLED = re.compile(
    r"^[【\[［（(]\s*(?:廣告|广告|AD|Ad|Sponsored|贊助內容|赞助内容|廣編|廣編特輯|业配|業配)\s*[】\]］）)]\s*\S.{3,60}(?<![。！？；，])$"
)
_COOKIE = re.compile(r"(?<![A-Za-z])cookies?(?![A-Za-z])", re.I)
_SIGN = needles.of(_MARK, _GO_ON, _LABELLED, _COOKIE)
_CONSENT = re.compile(
    r"同意|接受|拒[絕绝]|[繼继][續续](?:使用|[瀏浏][覽览])|(?:[瀏浏][覽览]|使用者?|用[戶户])[的之]?[體体][驗验]|改善[您你]的|更好的服[務务]"
    r"|[隱隐]私[權权]?(?:政策|[聲声]明)|我[們们]使用|本[網网]?站使用|accept|consent|agree|we use"
    r"|preferences|policy",
    re.I,
)


_CELLS = re.compile(r"\s*[|｜／/\]\[]\s*|[\u3000\t]+|\s{2,}")
_BUTTONS_BEGIN = frozenset(word[0] for word in words("consent_buttons")) | frozenset("[【")


def _teasers(lines: Sequence[Line]) -> dict[int, int]:
    """Headlines glued to a mark above them and parted from the text by a blank line, by the mark's index: links to
    other stories, where the paragraphs are parted by blank lines and no such line stands elsewhere as a heading."""
    found: dict[int, int] = {}
    places = texts.filled(lines)
    begin = next((at for at, index in enumerate(places) if texts.is_prose(lines[index].text.plain)), len(places))
    end = next((at for at in reversed(range(len(places))) if texts.is_prose(lines[places[at]].text.plain)), 0)
    short = dict.fromkeys(index for index in places[begin:end] if not texts.is_prose(lines[index].text.plain))
    for mark in short:
        text = lines[mark].text.plain.strip()
        below = mark + 1
        glued = below in short and mark + 2 < len(lines) and not lines[mark + 2].text.plain.strip()
        if glued and _known(text) and len(lines[below].text.plain.strip()) >= SHORTEST:
            found[mark] = below
    headings = short.keys() - found.keys() - set(found.values())
    return {} if any(not _known(lines[index].text.plain.strip()) for index in headings) else found


def _known(text: str) -> bool:
    return bool(_MARK.match(text) or _GO_ON.match(text))


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Lines that are marks of advertisements or ask for consent."""
    if not any(_SIGN.search(line.text.plain) for line in lines):
        return
    following = texts.following(lines)
    above = texts.preceding(lines)
    prose = False
    teasers = _teasers(lines)
    for index, line in enumerate(lines):
        text = line.text.plain.strip()
        prose = prose or texts.is_prose(text)
        if not text or len(text) > LONGEST:
            continue
        if _is_consent_button(text) and any(_asks(near) for near in (above[index], following[index])):
            yield whole(index, line, "buttons beside a notice about cookies")
            continue
        if not _SIGN.search(text):
            continue
        if texts.heads(text, following[index]):
            continue
        if _MARK.match(text) or _GO_ON.match(text):
            yield whole(index, line, "mark of an advertisement")
            if index in teasers:
                yield whole(teasers[index], lines[teasers[index]], "a headline in the place of an advertisement")
        elif _LABELLED.match(text) and prose and not texts.is_prose(following[index]):
            yield whole(index, line, "behind the label of an advertisement")
        elif _asks(text):
            yield whole(index, line, "asks for consent to cookies")


def _asks(text: str) -> bool:
    """Whether a line asks for consent to cookies."""
    return len(text) <= LONGEST and bool(_COOKIE.search(text) and _CONSENT.search(text))


def _is_consent_button(text: str) -> bool:
    """Whether a line is one or several of the buttons of such a notice."""
    return text[:1] in _BUTTONS_BEGIN and all(
        cell in words("consent_buttons") for cell in _CELLS.split(text.strip("[]【】")) if cell
    )
