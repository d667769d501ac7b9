"""The last slide of a talk, which thanks those who listened and says where the speaker is reached.

Before: behind a form feed, or behind the foot of a slide, ``謝謝聆聽`` and ``ho.chinglan@example.org``, and no more.
After: nothing.
Never: thanks at the end of a speech or a letter, which stand on a page with other text or end a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import regex as re
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line
from jianbao.word_lists import words

MOST, FEWEST_PAGES = 5, 3
"""Lines with text on such a slide, and slides of a talk."""
LONGEST = 60
"""Characters of one of its lines."""
_BETWEEN = re.compile(r"[，,、！!？?～~·・\s]+")
_REACHED = re.compile(
    r"^(?:(?:e-?mail|電子郵件|电子邮件|信箱|郵箱|邮箱|電話|电话|手機|手机|聯絡方式|联系方式|網址|网址|tel|LINE)\s*[:：]?\s*)?"
    r"(?:[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)\S+|\+?[\d()（）\s-]{7,20}(?:#\d{1,6})?)$",
    re.I,
)


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """The lines of the last page, where these are all of them."""
    begin = _last_page(lines)
    last = [index for index in range(len(lines) - 1, begin - 1, -1) if lines[index].text.plain.strip()] if begin else []
    plain = [lines[index].text.plain.strip() for index in last]
    thanks = [_thanks(text) for text in plain]
    pairs = zip(plain, [*plain[1:], ""], strict=True)
    if len(last) <= MOST and any(thanks) and all(_belongs(text) or _goes_on(above, text) for text, above in pairs):
        yield from (whole(index, lines[index], "the last slide thanks and says no more") for index in reversed(last))


def _last_page(lines: Sequence[Line]) -> int:
    """The index of the first line of the last page: behind a form feed or, in a text without any, behind the lines
    that feet of slides took away; 0 where these tell no slides."""
    if lines and lines[-1].page:
        page = lines[-1].page
        begin = next((n + 1 for n in range(len(lines) - 1, -1, -1) if lines[n].page != page), 0)
        return begin if page >= FEWEST_PAGES - 1 else 0
    torn = [n for n in range(1, len(lines)) if lines[n].number > lines[n - 1].end + 1]
    return torn[-1] if len(torn) >= FEWEST_PAGES else 0


def _goes_on(above: str, text: str) -> bool:
    """Whether a line is the end of an address that the line above breaks off."""
    return above.endswith((".", "-", "@", "/")) and bool(_REACHED.match(above + text))


def _belongs(text: str) -> bool:
    reached = bool(_REACHED.match(text.rstrip(".-/")))
    return len(text) <= LONGEST and (_thanks(text) or reached)


def _thanks(text: str) -> bool:
    """Whether a line is words of thanks and nothing else, and ends no sentence."""
    bare = text.strip(" \u3000！!?？～~")
    pieces = [piece for piece in _BETWEEN.split(bare) if piece]
    said = words("closing_slides")
    known = bare in said or (bool(pieces) and all(piece in said for piece in pieces))
    return known and not text.endswith("。")
