"""Rows of a site's own words on top of its page, side by side with nothing but spaces or bars between them.

Before: ``明報新聞網 要聞 港聞 社評 觀點``; ``回首頁 網站導覽 意見信箱 雙語詞彙 English``; ``某某網 會員專區 搜尋``;
``harbour-notes.com 港口資訊入口``.
Never: a headline in parts, none of which is a word that only pages have; a line below the first of the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.cleaning import texts
from jianbao.document import Line
from jianbao.word_lists import either, words

TOP = 12
"""Lines with text on top of a page among which its rows stand."""
WORDS, FEW = 4, 3
"""Words of a row; behind the name of a site, or with two words that only pages have."""
KNOWN, SHARE, BESIDE_SITE = 4, 0.6, 2
"""How many words of a row are words of menus, and their share, where no word is one that only pages have; and how many
behind the name of a site."""
WORD, LATIN, SITE = 6, 20, 12
"""Characters of a word, of one in Latin letters, of a site's name in front."""

SMALL = 1
"""Words of a row at most that begin with a small letter: a sentence in English has more."""
NAME = 3
"""Characters of a person's name."""

_APART = re.compile(r"[\s\u3000|｜]+")
_MARKS = re.compile(r"[，。；：！？「」『』《》（）()【】、:!?]")
_OUTLET = re.compile(rf"\S*{either('outlets')}$")


def find(lines: Sequence[Line]) -> set[int]:
    """The lines above a text that are such rows."""
    known = {word.casefold() for word in words("navigation")}
    own = {word.casefold() for word in (*words("site_doors"), *words("page_words")) if len(word) > 1}
    found: set[int] = set()
    for index in texts.filled(lines)[:TOP]:
        text = lines[index].text.plain.strip()
        if texts.is_prose(text):
            break
        if _DOMAIN.fullmatch(text) or _is_row(text, known, own):
            found.add(index)
    return found


_DOMAIN = re.compile(r"[a-z][a-z0-9-]+(?:\.[a-z0-9-]+){0,2}\.[a-z]{2,6}(?:[\s\u3000]+[\u3400-\u9fff]{2,14})")
"""A site's name as its address has it, with what it says of itself."""


def _is_row(text: str, known: set[str], own: set[str]) -> bool:
    row = _APART.split(text.strip())
    if len(row) < FEW or _MARKS.search(text) or sum(map(str.islower, row)) > SMALL:
        return False
    site = bool(_OUTLET.match(row[0])) and len(row[0]) <= SITE and row[0].casefold() not in known
    if not all(map(_is_word, row[1:])) or not (site or _is_word(row[0])):
        return False
    doors = sum(word.casefold() in own for word in row)
    strange = [word for word in row[site:] if word.casefold() not in known | own]
    if doors < BESIDE_SITE and any(map(may_be_name, strange)) and not any(word in words("site_doors") for word in row):
        return False  # who wrote, beside a button
    named = doors + sum(word.casefold() in known - own for word in row)
    if doors and ((len(row) >= WORDS and named > 1) or site or doors > 1):
        return True
    return (named >= KNOWN and named >= SHARE * len(row)) or (site and len(row) >= WORDS and named >= BESIDE_SITE)


def may_be_name(word: str) -> bool:
    """Whether a word is as long as a person's name and begins with a surname, or says who reports."""
    return (len(word) <= NAME and word.startswith(words("surnames"))) or word.endswith(("記者", "记者"))


def _is_word(word: str) -> bool:
    """Whether a word is as short as a menu's, and no number."""
    return len(word) <= (LATIN if word.isascii() else WORD) and not any(map(str.isdigit, word))
