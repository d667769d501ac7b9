"""Feeds pasted as text: tags, labels and addresses of their entries.

Before: ``<title>港口擴建</title>``; ``title: 港口擴建``; ``link: https://…``; ``<pubDate>Tue, 10 Feb 2026 08:30:00
+0800</pubDate>``
After: ``港口擴建``; the address leaves; ``Tue, 10 Feb 2026 08:30:00 +0800``
Never: a text with fewer than two lines that are a moment with its time zone and nothing else; an address within a
sentence; a label in Han characters; a tag within running text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import regex as re
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line
from jianbao.moments import PATTERN

FEWEST = 2
"""Moments with a time zone that make a feed."""

LONGEST = 200
"""Characters of a line that holds no text."""

_NAME = (
    r"(?:title|link|guid|id|pubDate|published|updated|lastBuildDate|date|dc:date|dc:creator|creator|author|name|category"
    r"|description|summary|content|content:encoded|source|item|entry|channel|feed|rss|language|generator|ttl|copyright)"
)
_TAG = rf"</?{_NAME}(?:\s[^<>]*)?/?>|<\?xml[^<>]*>|<!\[CDATA\[|\]\]>"
_EDGES = re.compile(rf"^(?:\s*(?:{_TAG}))+|(?:(?:{_TAG})\s*)+$", re.I)
_LABEL = re.compile(
    r"^\s*(?:title|pubDate|published|updated|description|summary|content(?::encoded)?)\s*:\s*(?=\S)", re.I
)
_LABELLED = re.compile(rf"^\s*[^\s:：]{{0,14}}\s*[:：]?\s*{PATTERN}\s*$")
_ADDRESS = re.compile(r"^(?:(?:link|guid|id|url|comments|連結|链接|網址|网址)\s*[:：]\s*)?(?:https?://|tag:)\S+$", re.I)
_SETTING = re.compile(
    r"^(?:language|generator|ttl|copyright|category|guid|id)\s*:\s*\S"
    r"|^<(?P<tag>language|generator|ttl|guid|id|category)(?:\s[^<>]*)?>[^<>]*</(?P=tag)>$|^<(?:link|category)\s[^<>]*/>$",
    re.I,
)


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Tags and labels around what the entries say, and lines that only programs read."""
    plain = [line.text.plain.strip() if len(line.text) <= LONGEST else "" for line in lines]
    if sum(1 for text in plain if _moment(text)) < FEWEST:
        return
    for index, line in enumerate(lines):
        text = plain[index]
        if text and (_SETTING.match(text) or _ADDRESS.match(_EDGES.sub("", text))):
            yield whole(index, line, "address or setting of a feed")
            continue
        body = line.text.plain
        if "<" in body or ">" in body:
            spans = [(match.start(), match.end()) for match in _EDGES.finditer(body)]
            yield from (Finding(index, start, end, "tag of a feed") for start, end in spans)
        label = _LABEL.match(body)
        if label:
            yield Finding(index, 0, label.end(), "label of a feed's entry")


def _moment(text: str) -> bool:
    """Whether a line is a moment with its time zone, perhaps behind a label or between tags."""
    return (text[-1:] == ">" or text[-1:].isalnum()) and ":" in text and bool(_LABELLED.match(_EDGES.sub("", text)))
