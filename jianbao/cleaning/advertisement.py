"""Advertisements and notices about cookies.

Before: ``廣告``; ``請繼續往下閱讀…``; ``本網站使用 Cookie 以提供更好的服務，繼續瀏覽即表示同意``
After: nothing.
Never: a text about advertising or about cookies: a single word 廣告 inside a sentence, or over a text that speaks of
it; a paragraph of prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jianbao.cleaning import texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line

LONGEST = 140

_MARK = re.compile(
    r"^[\[【（(—\-~\s.…]*(?:廣告|广告|AD|ADs|Advertisement|ADVERTISEMENT|Sponsored|贊助內容|廣告贊助|贊助商廣告|廣編特輯"
    r"|推廣)[\]】）)—\-~\s.…]*$"
)
_GO_ON = re.compile(
    r"^[（(【\[]?\s*(?:廣告[\s，,、]*)?請?(?:繼續)?(?:往下|向下|下滑)(?:繼續)?(?:閱讀|滑動|捲動|看).{0,8}$|^文章未完.{0,12}$"
    r"|^廣告[（(].{0,16}[)）]$|^Story continues below.{0,20}$",
    re.I,
)
_COOKIE = re.compile(r"\bcookies?\b", re.I)
_CONSENT = re.compile(
    r"同意|接受|拒絕|繼續(?:使用|瀏覽)|瀏覽體驗|使用者體驗|用戶體驗|更好的服務|隱私權?(?:政策|聲明)|我們使用|本網站使用"
    r"|本站使用|accept|consent|agree|we use"
    r"|preferences|policy",
    re.I,
)


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Lines that are marks of advertisements or ask for consent."""
    following = texts.following(lines)
    for index, line in enumerate(lines):
        text = line.text.plain.strip()
        if not text or len(text) > LONGEST:
            continue
        if texts.heads(text, following[index]):
            continue
        if _MARK.match(text) or _GO_ON.match(text):
            yield whole(index, line, "mark of an advertisement")
        elif _COOKIE.search(text) and _CONSENT.search(text):
            yield whole(index, line, "asks for consent to cookies")
