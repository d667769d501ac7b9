"""How notes are marked: numbers, brackets, circles, stars, at the start of a note and inside running text."""

from __future__ import annotations

from dataclasses import dataclass

from jianbao import regex as re

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

_YEAR = r"(?:19|20)\d\d\s?年"
"""A year that a note begins with: 4、2023年."""

_AT_START = (
    ("bracket", re.compile(r"[\[［〔【]\s*(?P<n>[0-9０-９]{1,3})\s*[\]］〕】]\s*[:：.]?\s*")),
    (
        "word",
        re.compile(
            r"(?:註釋|注釋|註解|註|注|附註|附注)\s*[（(\[]?(?P<n>[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})[)）\]]?\s*[:：.、．]?\s*"
        ),
    ),
    ("circled", re.compile(rf"(?P<n>[{_CIRCLED}])\s*")),
    ("super", re.compile(r"(?P<n>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\s*")),
    ("paren", re.compile(r"[（(]\s*(?P<n>[0-9０-９]{1,3})\s*[)）]\s*")),
    ("dotted", re.compile(rf"(?P<n>[0-9]{{1,3}})(?:(?:、|[.．]\s+)(?={_YEAR})|[.、．]\s*(?![0-9])|\s*[:：]\s*)")),
    (
        "plain",
        re.compile(
            r"(?P<n>(?!0\d(?:\s|$))[0-9]{1,3})(?![年月日](?!前|中|底))(?=\s|[^\W\d_]|[“”‘’\"'《〈「『（(]|$)\s*"
        ),
    ),
    ("star", re.compile(r"(?P<n>[*＊]{1,3}|[†‡])\s*")),
)
_FIRST = frozenset("[［〔【註注附（(*＊†‡0123456789⁰¹²³⁴⁵⁶⁷⁸⁹" + _CIRCLED)
"""What such a mark starts with: asked first, since most lines start otherwise."""
_CARET = re.compile(r"[\^↑]\s+(?=\S)")
"""What leads back to the mark in the text, behind the number of a note."""
_HAN_DIGITS = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Label:
    """A mark at the start of a note: number (0 for stars), style, the sign as printed, and where the body starts."""

    number: int
    style: str
    sign: str
    end: int


def at_start(text: str) -> Label | None:
    """The mark that a line starts with, or None."""
    if text[:1] not in _FIRST:
        return None
    for style, pattern in _AT_START:
        match = pattern.match(text)
        if match and not (style == "plain" and _COUNTED.match(text, match.end())):
            caret = _CARET.match(text, match.end())
            return Label(_value(match["n"], style), style, match["n"], caret.end() if caret else match.end())
    return None


def _value(sign: str, style: str) -> int:
    if style == "star":
        return 0
    if style == "circled":
        return _CIRCLED.index(sign) + 1
    if style == "super":
        return int(sign.translate(_SUPERSCRIPT))
    if sign.isdecimal():
        return int(sign)
    tens, _, ones = sign.rpartition("十") if "十" in sign else ("", "", sign)
    ten = (_HAN_DIGITS.find(tens) if tens else 1) * 10 if "十" in sign else 0
    return ten + (_HAN_DIGITS.find(ones) if ones else 0)


_COUNTED = re.compile(r"(?:分鐘|分钟|小時|小时|人|次|則|则|條|条|篇|個|个|位|萬|万|年|天|days?|min(?:ute)?s?)\S{0,4}$")
"""What a number alone in a line counts: no note is so short."""
_UNITS = (
    "年月日時点點分秒個个人名次屆届章節节條条號号頁页期卷元萬万億亿歲岁%％倍成公里級级種种項项位家國国度層层米尺噸吨"
)
_BEFORE = "。，、；：！？」』”’）)》〉】］…—～.,;:!?\"'"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place in running text that may be a mark: ``start`` to ``end``, and how much it looks like one."""

    start: int
    end: int
    number: int
    style: str
    score: float


_INLINE = re.compile(
    rf"(?P<bracket>[\[［〔]\s*[0-9０-９]{{1,3}}(?:\s*[,，、–\-~]\s*[0-9０-９]{{1,3}})*\s*[\]］〕])"
    r"|(?P<word>[（(\[〔［]\s*(?:註|注|附註|附注)\s*[一二三四五六七八九十]{1,3}\s*[)）\]〕］]"
    r"|[（(\[]?(?:註|注)\s*[0-9０-９]{1,3}[)）\]]?)"
    rf"|(?P<circled>[{_CIRCLED}])"
    r"|(?P<super>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})"
    r"|(?P<paren>[（(]\s*[0-9０-９]{1,3}\s*[)）])"
    r"|(?P<star>[*＊]{1,3}|[†‡])"
    r"|(?P<glued>(?<![0-9０-９.,])[0-9]{1,3}(?=(?:1[5-9]|20)[0-9]{2}\s?年))"
    r"|(?P<plain>(?<![0-9０-９])[0-9]{1,3}(?![0-9０-９]))"
)
_DECIMAL = re.compile(r"(?<![0-9])[0-9]{1,3}\.$")
"""What stands before the decimals of a number; a year may end a sentence."""

_NUMBER = re.compile(r"[0-9０-９]{1,3}")
_WRITTEN = re.compile("[一二三四五六七八九十]{1,3}")
_MAY_BE_MARK = re.compile(rf"[0-9０-９\[［〔（(註注⁰¹²³⁴⁵⁶⁷⁸⁹*＊†‡{_CIRCLED}]")
"""What such a place has: asked first, since most lines have nothing of it."""


def inline(text: str) -> list[Candidate]:
    """Everything in running text that may be the mark of a note, with its likeness; unlikely ones left out."""
    found: list[Candidate] = []
    if not _MAY_BE_MARK.search(text):
        return found
    # A mark in front of a year has run into it: 成立。101992 年
    for match in _INLINE.finditer(text):
        style = match.lastgroup or ""
        start, end = match.span()
        if style == "plain":
            score = _plain_score(text, start, end)
        elif style == "glued":
            style, score = "plain", 2.0 if start and text[start - 1] in _BEFORE else 0.0
        else:
            score = {"bracket": 4.0, "word": 4.0, "circled": 3.5, "super": 4.0, "paren": 2.5, "star": 2.0}[style]
            if start == 0:
                score -= 2.0
        if score <= 0:
            continue
        for number in _numbers(match[0], style):
            found.append(Candidate(start, end, number, style, score))
    return found


def _numbers(sign: str, style: str) -> list[int]:
    if style in ("circled", "super", "star"):
        return [_value(sign, style)]
    if style == "word" and (written := _WRITTEN.search(sign)):
        return [_value(written[0], style)]
    numbers = [int(digits) for digits in _NUMBER.findall(sign)]
    if style == "bracket" and len(numbers) == 2 and re.search(r"[–\-~]", sign) and 0 < numbers[1] - numbers[0] < 20:
        return list(range(numbers[0], numbers[1] + 1))
    return numbers


_DECIMAL = re.compile(r"(?<![\d.])(?!(?:1[5-9]|20)\d\d[.．])\d+[.．]$")
"""A number and its point, but no year at the end of a sentence: what follows are its decimals."""


_THOUSANDS = re.compile(r"[,，]\d{3}(?!\d)")
"""What stands behind the thousands of a number: 1,203."""


def _plain_score(text: str, start: int, end: int) -> float:
    """How much a bare number looks like a flattened superscript: what stands before and behind it."""
    before = text[:start].rstrip()[-1:] if start and text[start - 1].isspace() else text[start - 1 : start]
    if not before:  # no line starts with a closing mark: behind a number it ends what the line above says
        return SET_APART if text[end : end + 1] in _CLOSING else 0.0
    if _DECIMAL.search(text, max(start - 8, 0), start):
        return 0.0
    spaced = text[start - 1].isspace()
    behind = text[end : end + 1]
    after = text[end : end + 8].lstrip()[:1]
    if (
        before.isdecimal()
        or before in "-–/$¥€£#＃第約约共近逾達达前後后每"
        or (behind and behind in "%％.-–—~～至/:：°")
    ):
        return 0.0
    if _THOUSANDS.match(text, end):
        return 0.0
    if before in "表圖图" and _REFERRED.search(text, max(start - 4, 0), start):
        return 0.0
    if before in ":：" and text[max(start - 2, 0)].isdecimal():
        return 0.0  # minutes, or a score: 18:03
    if before == "." and _DECIMAL.search(text[max(start - 5, 0) : start]):
        return 0.0
    if after in _UNITS and after:
        penalty = 2.5 if before in _BEFORE and not spaced else 4.0
    elif behind.isascii() and behind.isalpha():
        penalty = 2.5
    else:
        penalty = 0.0
    if before in _BEFORE:
        base = 3.0 if before not in ".,:'\"" else 2.0
    elif spaced:
        return SET_APART if behind and behind in "，。；」』" and before not in _NAMED and not before.isascii() else 0.0
    elif before.isascii():
        base = 1.0 if before.isalpha() else 0.0
    else:
        base = 1.5
    if spaced:
        base -= 1.0
    return base - penalty


_REFERRED = re.compile(r"(?:^|[如見见由據据附與与和及在從从參参照，（(])[附圖图]?[表圖图]$")
"""What speaks of a table or a figure by its number: 如表1所示."""

_NAMED = "表圖图件註注章節节號号案條条頁页卷期版年月日第為为是有僅仅計计到至於于得剩"
"""What stands before a number that names or counts."""
_CLOSING = frozenset("，。；！？」』》")
SET_APART = 1.5
"""Likeness of a number that a space sets apart from its sentence, and nothing from the mark behind it."""

_MARK_AT_END = re.compile(r"(?<=[。，、；：！？」』”）])\s?(?:\d{1,3}|[①-⑳¹²³⁰⁴-⁹]+|[（(\[［]\d{1,3}[)）\]］])$")


def ends_in_mark(text: str) -> bool:
    """Whether a line ends in what may be the flattened mark of a note."""
    return bool(_MARK_AT_END.search(text))


def without_mark(text: str) -> str:
    """A line without the flattened mark of a note at its end."""
    return _MARK_AT_END.sub("", text)


_IN_BRACKETS = re.compile(r"(?<=[。，、；：！？」』”）])(?:[（(]\d{1,3}[)）]|[\[［]\d{1,3}[\]］])")


def in_brackets(text: str) -> list[str]:
    """The marks of notes in brackets behind the marks of sentences in a line."""
    return _IN_BRACKETS.findall(text)
