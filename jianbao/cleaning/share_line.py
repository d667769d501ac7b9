"""Lines that ask the reader to share, follow, subscribe or read on.

Before: ``分享到 Facebook LINE``; ``讚 1,204　分享　留言 38``; ``加入 LINE 好友，掌握最新消息``; ``（繼續閱讀…）``;
``訂閱電子報``; ``喜歡這篇文章嗎？請按讚並分享``;
``您的贊助，讓我們走得更遠　|　單筆贊助　|　定期定額``;
``♪ 收聽本文朗讀 12:30``; ``全文共 2310 字，閱讀約需 6 分鐘``; ``覺得有用？轉寄給一位朋友``
After: nothing.
Never: a word over a text that speaks of it, or in a poem; a sentence of the text that speaks of sharing, or of the
company LINE.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import line_forms, needles
from jianbao import regex as re
from jianbao.choice import any_of
from jianbao.cleaning import texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line
from jianbao.word_lists import words

LONGEST = 70
WIDEST_CELL = 10
"""Characters of what a button says."""

_DAY = re.compile(r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d")
_CELLS = re.compile(r"\s*[|｜]\s*|[\u3000\t]+|\s{2,}")

_TRANSLATE = frozenset(("翻譯", "翻译", "翻譯年糕", "翻译年糕", "Translate", "翻訳"))
"""A button that is none by itself: above a row of others."""
_AMONG = frozenset("XxＸ")
"""The name of a network that is one only among the buttons of others."""
_READ_ON = frozenset(("看更多", "閱讀更多", "阅读更多", "展開全文", "展开全文", "顯示更多", "显示更多"))
"""A button in the middle of a text, above its next paragraph; above other headlines it is the label of these."""
_SPLIT = re.compile(r"[\s\u3000|｜/／·•,，、：:【】\[\]（）()]+")
_NUMBERS = re.compile(r"[\d,.]+\s*[萬万KkwW+]?\s*(?:則|次|人|個|个|条|條|秒|分鐘|分钟|小時|小时|天|日|週|周|年)?前?\s*")
_SIZES = line_forms.pattern("share_line", "sizes")
_CROWD = line_forms.pattern("share_line", "crowd")
_ASK = line_forms.pattern("share_line", "ask", re.I)
_REQUEST = line_forms.pattern("share_line", "request")
_PASS_ON = line_forms.pattern("share_line", "pass_on")
_PLAYER = line_forms.pattern("share_line", "player")
_CLOCK = re.compile(r"^\d{1,2}:\d{2}\s*/\s*\d{1,2}:\d{2}$")
_PLAY = line_forms.pattern("share_line", "play")
_LENGTH = line_forms.pattern("share_line", "length")
_READING = line_forms.pattern("share_line", "reading")
_MORE = line_forms.pattern("share_line", "more", re.I)
_COUNT = line_forms.pattern("share_line", "count")
_SIGN = needles.of(
    _MORE, _COUNT, _CROWD, _PLAYER, _CLOCK, _PLAY, _LENGTH, _READING, _ASK, _REQUEST, _PASS_ON
)  # fmt: skip
_SIGN_OF_SIZES = needles.of(_SIZES)
_BUTTON = re.compile(any_of(sorted(word.casefold() for word in words("share"))))
_GLUED = re.compile(
    r"(?:a[+＋-]?(?=a|[^a-z]|$)|"
    + any_of(sorted((word.casefold() for word in words("share")), key=lambda word: (-len(word), word)))
    + ")"
)
"""One button of several that stand in a line without anything between them: A-A+微信扫一扫分享收藏."""
FEWEST_GLUED, FEWEST_LONG = 3, 2
"""Buttons of such a line; and where none of them is a single character, above a line that is no running text."""

FEWEST_CELLS = 3
"""What a site asks, and two buttons for it."""
_TO_READER = re.compile("[您你]|我[們们]")


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Lines that are buttons or requests."""
    buttons = {word.casefold() for word in words("share")}
    page = {word.casefold() for name in ("navigation", "page_words") for word in words(name)}
    following = texts.following(lines)
    above = texts.preceding(lines)
    prose = any(texts.is_prose(line.text.plain) for line in lines)
    for index, line in enumerate(lines):
        text = line.text.plain.strip()
        if not text or len(text) > LONGEST or _DAY.search(text):
            continue
        translates = text in _TRANSLATE and _are_buttons(following[index], buttons, page)
        translates |= text in _AMONG and any(
            _are_buttons(near, buttons, page) for near in (above[index], following[index])
        )
        if text in _READ_ON and texts.is_prose(above[index]) and texts.is_prose(following[index]):
            yield whole(index, line, "a button in the middle of the text")
            continue
        if _is_appeal(text, page):
            yield whole(index, line, "asks the reader to give, beside the buttons for it")
            continue
        if not (translates or _SIGN.search(text) or _may_be_buttons(text)):
            continue
        if texts.heads(text, following[index]):
            continue
        over_text = texts.is_prose(following[index])
        if translates or _are_buttons(text, buttons, page) or _are_glued(text, over_text):
            note = "buttons for sharing"
            sure = prose or not text.isalpha()
            yield whole(index, line, note) if sure else Finding(index, 0, len(line.text), f"{note}? Kept", doubt=True)
        elif _MORE.match(text) or _COUNT.match(text) or _CROWD.match(text):
            yield whole(index, line, "a link to read on, or a counter")
        elif (
            _PLAYER.match(text)
            or _CLOCK.match(text)
            or _PLAY.match(text)
            or _LENGTH.match(text)
            or _READING.match(text)
        ):
            yield whole(index, line, "a player, or how long the text takes to read")
        elif _ASK.match(text) or _REQUEST.match(text) or _PASS_ON.match(text):
            yield whole(index, line, "asks the reader to follow or subscribe")


def _is_appeal(text: str, page: set[str]) -> bool:
    """Whether a line is what a site asks of its readers and, side by side, the buttons for it."""
    cells = [cell.casefold() for cell in _CELLS.split(text) if cell] if _TO_READER.search(text) else []
    return len(cells) >= FEWEST_CELLS and bool(_TO_READER.search(cells[0])) and all(cell in page for cell in cells[1:])


def _said(token: str) -> bool:
    """Whether a token is a word: not the size of a font, nor a heart or a thumb in front of a number."""
    return not _SIZES.match(token) and any(map(str.isalnum, token))


def _are_cells_of_buttons(text: str, buttons: set[str]) -> bool:
    """Whether a line is a row of short cells, all of which but one at most say what a button does: 分享到臉書."""
    cells = [cell.casefold() for cell in _CELLS.split(text) if cell]
    if len(cells) < 2 or max(map(len, cells)) > WIDEST_CELL:
        return False
    said = sum(any(word in cell for word in buttons if len(word) > 1) for cell in cells)
    return said >= max(2, len(cells) - 1)


def _may_be_buttons(text: str) -> bool:
    """Whether a line has the name of a button in it, or is sizes of type and nothing else, as all rows of buttons."""
    if _BUTTON.search(text.casefold()):
        return True
    return bool(_SIGN_OF_SIZES.search(text)) and _are_sizes(text)


def _are_sizes(text: str) -> bool:
    sizes = [token for token in _SPLIT.split(texts.label(text)) if token]
    return len(sizes) > 1 and all(map(_SIZES.match, sizes))


def _are_glued(text: str, over_text: bool = True) -> bool:
    """Whether a line is names of buttons with nothing between them, and nothing else. ``over_text``: running text
    stands below it."""
    rest, found, shortest = text.casefold(), 0, len(text)
    while rest:
        match = _GLUED.match(rest)
        if not match:
            return False
        rest, found, shortest = rest[match.end() :].lstrip(), found + 1, min(shortest, match.end())
    return found >= (FEWEST_LONG if shortest > 1 and not over_text else FEWEST_GLUED)


def _are_buttons(text: str, buttons: set[str], page: set[str]) -> bool:
    """Whether a line holds nothing but names of buttons and how often they were pressed."""
    if _are_glued(text):
        return True
    counted = _NUMBERS.sub(" ", text)
    tokens = [token.casefold() for token in _SPLIT.split(counted) if _said(token)]
    if not tokens:
        return counted == text and _are_sizes(text)
    pressed = [token for token in tokens if token in buttons]
    if not pressed or any(token not in buttons and token not in page for token in tokens):
        return _are_cells_of_buttons(text, buttons)
    if len(tokens) == 1 and texts.label(_NUMBERS.sub("", text)) in words("comment_labels"):
        return False
    return len(tokens) > 1 or len(texts.label(text)) > 1 or counted != text
