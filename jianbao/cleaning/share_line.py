"""Lines that ask the reader to share, follow, subscribe or read on.

Before: ``分享到 Facebook LINE``; ``讚 1,204　分享　留言 38``; ``加入 LINE 好友，掌握最新消息``; ``（繼續閱讀…）``;
``訂閱電子報``; ``喜歡這篇文章嗎？請按讚並分享``;
``♪ 收聽本文朗讀 12:30``; ``全文共 2310 字，閱讀約需 6 分鐘``; ``覺得有用？轉寄給一位朋友``
After: nothing.
Never: a word over a text that speaks of it, or in a poem; a sentence of the text that speaks of sharing, or of the
company LINE.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jianbao.cleaning import texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line
from jianbao.word_lists import words

LONGEST = 70
WIDEST_CELL = 10
"""Characters of what a button says."""

_CELLS = re.compile(r"\s*[|｜]\s*|[\u3000\t]+|\s{2,}")

_SPLIT = re.compile(r"[\s\u3000|｜/／·•,，、：:【】\[\]（）()]+")
_NUMBERS = re.compile(r"[\d,.]+\s*[萬万KkwW+]?\s*(?:則|次|人|個|个|条|條|秒|分鐘|分钟|小時|小时|天|日|週|周|年)?前?\s*")
_SIZES = re.compile(
    r"^(?:[大中小特]{2,5}|[AT]?[大中小]|A[+＋-]?|[+＋-]|(?:Text|Font)|Size|默[认認]|超大|[標标][準准]|[大中小特]?字[號号級级體体型](?:大小|縮放|缩放|調整|调整|設定)?)$"
)
_CROWD = re.compile(
    r"^.{0,40}(?:和其他|及其他|與其他|and)\s*[\d,.]+\s*[萬万K]?\s*(?:人|位|others).{0,8}$|^所有心情\s*[：:]?\s*[\d,.]*$"
)
_ASK = re.compile(
    r"^(?:[^\w\s]{1,3}\s*)?(?:歡迎|立即|馬上|快來|快|趕快|請|按此|點此|點我|點擊|掃描|不想錯過.{0,12}|喜歡(?:這篇|本)?.{0,8}|更多.{0,12}請?)*\s*"
    r"(?:加入|下載|訂閱|追蹤|追踪|按讚|分享|關注|关注|掃描|點擊|點我|點此|收看|鎖定|follow|subscribe|download|join)"
    r".{0,28}(?:LINE|臉書|脸书|Facebook|FB|粉絲|粉絲團|粉專|App|電子報|頻道|YouTube|IG|Instagram|Telegram|官方帳號|好友|會員|通知|公眾號|公众号|"
    r"微信|二維碼|QR ?Code|Podcast|newsletter|連結|按鈕|群組|新聞)[^。]{0,24}[。！!]?$",
    re.I,
)
_DO = r"(?:按個?讚|点赞|點讚|分享|訂閱|订阅|追蹤|轉發|转发|留言|收藏|關注|关注)"
_REQUEST = re.compile(
    rf"^(?:(?:如果(?:你|您))?喜[歡欢].{{0,12}}?[？?！!，,]?\s*(?:請|请|歡迎|欢迎|別忘了|记得|記得)?(?:幫我|您|你)?{_DO}"
    rf"|(?:請|请|歡迎|欢迎|別忘了|记得|記得)(?:幫我|您|你)?{_DO}\s?[並和與及、或加，]?\s?{_DO})"
    rf"(?:\s?[並和與及、或加，]?\s?{_DO})*(?:給(?:親友|朋友|更多人)|出去|支持|喔|哦|吧)?[。！!～~]*$"
)
_PASS_ON = re.compile(
    r"^[^。]{0,24}(?:轉寄|转寄|轉發|转发|分享|推薦|推荐|介紹)(?:這|此|本|它|出去)?[^，。]{0,8}給[^，。]{0,10}(?:朋友|親友|同事|家人|更多人)"
    r"[^，。]{0,6}[。！!～]?$"
)
_PLAYER = re.compile(
    r"^[^\w\s]{0,3}\s*[^。，]{0,16}(?:音頻|音频|語音|语音|朗讀|朗读|聽新聞|听新闻|聽文章|收聽|收听|播放|影片|視頻|视频)[^。]{0,16}"
    r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?[^。]{0,6}$"
)
_CLOCK = re.compile(r"^\d{1,2}:\d{2}\s*/\s*\d{1,2}:\d{2}$")
_PLAY = re.compile(r"^[^\w\s]{1,3}\s*(?:點擊|点击|點選|按此)[^。]{0,4}(?:播放|收聽|收听|觀看|观看)[^。]{0,8}$")
_LENGTH = re.compile(r"^[^。，]{0,12}(?:約|约|共|計|计)\s*\d{3,5}\s*字[^。]{0,12}$")
_READING = re.compile(
    r"^[^。]{0,30}(?:讀完|读完|閱讀|阅读|全文|本文)[^。\d]{0,18}?\d{1,3}\s*(?:分鐘|分钟|min)[^，。]{0,4}。?$"
    r"|^\d{1,2}\s*(?:分鐘|分钟|min(?:ute)?s?)$"
)
_MORE = re.compile(
    r"^[^\w\s]{0,3}\s*(?:(?:繼續|继续|點我|點此|點擊|展開|查看|閱讀|阅读|觀看)"
    r"(?:閱讀|阅读|看|查看|更多|全文|完整|原文|內容|報導|影片|…|\.)+.{0,6}|閱讀更多|阅读更多|查看更多|"
    r"看完整(?:新聞|報導|內容)|更多內容(?:請看)?|Read (?:more|full|on).{0,20}|Continue reading.{0,20}"
    r"|Show more|Load more|載入更多"
    r"|顯示更多|全文閱讀|完整(?:內容|文章|報導)請?見?)"
    r"\s*[>＞»›→….]*\s*[）)】\]]?$",
    re.I,
)
_COUNT = re.compile(
    r"^(?:分享|讚|按讚|留言|收藏|轉發|Shares?|Likes?|[♡♥❤👍👏💬👁🔁]\ufe0f?)\s*[：:]?\s*[\d,.]+\s*[萬万千KkwW]?$"
)


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Lines that are buttons or requests."""
    buttons = {word.casefold() for word in words("share")}
    page = {word.casefold() for name in ("navigation", "page_words") for word in words(name)}
    following = texts.following(lines)
    prose = any(texts.is_prose(line.text.plain) for line in lines)
    for index, line in enumerate(lines):
        text = line.text.plain.strip()
        if not text or len(text) > LONGEST:
            continue
        if texts.heads(text, following[index]):
            continue
        if _are_buttons(text, buttons, page):
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


def _said(token: str) -> bool:
    """Whether a token is a word: not the size of a font, nor a heart or a thumb in front of a number."""
    return not _SIZES.match(token) and any(map(str.isalnum, token))


def _are_cells_of_buttons(text: str, buttons: set[str]) -> bool:
    """Whether a line is a row of short cells, all of which but one at most say what a button does: 分享到臉書."""
    cells = [cell.casefold() for cell in _CELLS.split(text) if cell]
    said = sum(any(word in cell for word in buttons if len(word) > 1) for cell in cells)
    return len(cells) >= 2 and max(map(len, cells)) <= WIDEST_CELL and said >= max(2, len(cells) - 1)


def _are_buttons(text: str, buttons: set[str], page: set[str]) -> bool:
    """Whether a line holds nothing but names of buttons and how often they were pressed."""
    counted = _NUMBERS.sub(" ", text)
    tokens = [token.casefold() for token in _SPLIT.split(counted) if _said(token)]
    if not tokens:
        sizes = [token for token in _SPLIT.split(texts.label(text)) if token]
        return counted == text and len(sizes) > 1 and all(map(_SIZES.match, sizes))
    pressed = [token for token in tokens if token in buttons]
    if not pressed or any(token not in buttons and token not in page for token in tokens):
        return _are_cells_of_buttons(text, buttons)
    if len(tokens) == 1 and texts.label(_NUMBERS.sub("", text)) in words("comment_labels"):
        return False
    return len(tokens) > 1 or len(texts.label(text)) > 1 or counted != text
