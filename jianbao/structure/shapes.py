"""The shape of a line: does it end a sentence, could it be a title, how long does it look."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import east_asian_width

from jianbao import regex as re

LONGEST_WISH = 8
"""Han characters of the wish below a letter's closing formula."""

CLOSERS = "」』”’\"')）】》〉］]｣"
_TAIL = re.compile(rf"[{re.escape(CLOSERS)}\s]+$")
_STOPS = ("。", "！", "？", "!", "?", "…", "...", "．", "｡")
_OPEN_ENDS = ("，", "、", "；", "：", ",", ";", ":")
_LETTER = re.compile(r"[^\W\d_]")
_BULLET = re.compile(
    r"^(?:[•●◎◆◇■□▪▫▇█▌▍▎‣⁃∙·‧・※★☆▲△▼▽▶►➢➣➤➔❖❑✓✔﹒]|○(?!○)|．(?=[\u3400-\u9fff])"
    r"|[-\u2010\u2012–—\u2212*+^](?=\s))\s*"
)
_LOUD = re.compile(r"[！？!?：:，,「『“《】]|——|──|[\u3400-\u9fff][\s\u3000]+[\u3400-\u9fff「]")
_WISHING = re.compile(r"^(?:敬?祝(?:您|福|好)?|[順顺][祝頌颂]|[即敬][頌颂]|謹祝|此致|[耑專专]此)$")
_BRACKETED = re.compile(r"^[（(][^（()）]+[)）]$")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa]+")
_WIDE = re.compile(r"[\u4e00-\u9fff\u3001-\u3029\uff01-\uff60]+")
"""Characters known to be wide: most of all lines."""
_STOP_INSIDE = re.compile(r"[。｡](?:[^」』”’)）】》]|[」』”’]+\s*(?:[（(【〔\[◎]|\d{7}$))")
"""A full stop before more words, or before what stands in brackets behind a quotation."""
_NOT_SAID = re.compile(r"[\W_]+")


@lru_cache(maxsize=8192)
def width(text: str) -> float:
    """How long a text looks, in Han characters: a narrow character counts half."""
    rest = _WIDE.sub("", text)
    return len(text) - len(rest) + sum(map(_looks, rest))


@lru_cache(maxsize=8192)
def _looks(char: str) -> float:
    return 1.0 if east_asian_width(char) in "WFA" else 0.5


def bare_end(text: str) -> str:
    """The text without closing quotes and brackets at its end."""
    end = text[-40:]
    return (_TAIL.sub("", end) or end) if end[-1:] in CLOSERS or end[-1:].isspace() else end


@lru_cache(maxsize=8192)
def ends_sentence(text: str) -> bool:
    """Whether the line's last sentence is complete."""
    return _complete(bare_end(text))


def _complete(end: str) -> bool:
    """Whether the bare end of a line stops at a mark of a sentence's end, or at a dot behind a word."""
    word = len(end) > 1 and (end[-2].isalnum() or end[-2] in '_)%”’"')
    return end.endswith(_STOPS) or (word and end[-1] == ".")


def ends_statement(text: str) -> bool:
    """Whether it ends with a full stop: what a headline does not do, though it may ask or exclaim."""
    end = bare_end(text)
    return _complete(end) and end[-1] not in "！？!?"


def ends_open(text: str) -> bool:
    """Whether the line stops at a comma, semicolon or colon: more must come."""
    return text.endswith(_OPEN_ENDS)


@lru_cache(maxsize=8192)
def is_prose(text: str) -> bool:
    """Whether the line is running text: too long for a title, or a complete statement, or of several sentences."""
    if len(text) > 90 and width(text) > 80:
        return True
    return ends_statement(text) or ends_open(text) or bool(_STOP_INSIDE.search(text))


def is_title_like(text: str) -> bool:
    """Whether the line could be a title or a heading, as far as its shape goes."""
    return bool(_LETTER.search(text)) and len(text) >= 2 and not is_prose(text) and not bullet(text)


def is_loud(text: str) -> bool:
    """Whether the line has the marks of a headline: it exclaims, asks, quotes or has two halves."""
    return bool(_LOUD.search(text))


@lru_cache(maxsize=8192)
def bullet(text: str) -> int:
    """Length of a bullet at the start of the line, with the space after it; 0 if there is none."""
    match = _BULLET.match(text)
    return match.end() if match and match.end() < len(text) else 0


def is_bracketed(text: str) -> bool:
    """Whether a whole line stands in one pair of round brackets: a credit or a remark, no title."""
    return bool(_BRACKETED.match(text))


def has_han(text: str) -> bool:
    """Whether any Han character is in the text."""
    return bool(_HAN.search(text))


def kana(text: str) -> float:
    """Share of a text's characters that are kana."""
    return sum(map(len, _KANA.findall(text))) / len(text) if text else 0.0


def wants_wish(text: str) -> bool:
    """Whether a line is a letter's closing formula that a wish or a name follows: 敬祝, 此致."""
    return bool(_WISHING.match(text.strip("，,。：: 　")))


def closes_letter(text: str) -> bool:
    """Whether a line is a closing formula with its wish: 此致　敬禮."""
    formula, *wish = text.split(maxsplit=1)
    return bool(wish) and wants_wish(formula) and width(wish[0]) <= LONGEST_WISH


def key(text: str) -> str:
    """The words of a text alone: letters and digits, without case; for asking whether two lines say the same."""
    return _NOT_SAID.sub("", text.casefold())
