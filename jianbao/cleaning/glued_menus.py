"""Words of menus on top of a page with nothing between them, as a browser's copied text has them.

Before: ``即時港聞兩岸國際觀點玩樂``; ``搜尋會員登入``
Never: a headline made of some such words; a line below the first running text, or one right above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jianbao import regex as re
from jianbao.cleaning import texts
from jianbao.document import Line
from jianbao.word_lists import words

TOP = 12
"""Lines with text on top of a page among which its menus stand."""
SECTIONS, BUTTONS = 5, 2
"""Names of sections that make a menu, and words that only pages have."""
COVERED = 0.7
"""Share of a menu's characters that words known as names of sections have."""
SHORTEST = 2
"""Characters of a word."""
_MARKS = re.compile(r"[^\u3400-\u9fffA-Za-z]")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A word of a menu, and a row of words that only pages have."""
    own = {word for name in ("page_words", "site_doors") for word in words(name)}
    menu = own | {*words("navigation")}
    return re.compile(_either(menu)), re.compile(rf"(?:{_either(own)}){{{BUTTONS},}}")


def _either(found: set[str]) -> str:
    whole = [word for word in found if len(word) >= SHORTEST and not _MARKS.search(word)]
    return "|".join(sorted(whole, key=lambda word: (-len(word), word)))


def find(lines: Sequence[Line]) -> set[int]:
    """The lines above a text that are such menus."""
    head: list[int] = []
    for index in texts.filled(lines)[: TOP + 1]:
        if texts.is_prose(lines[index].text.plain):
            break
        head.append(index)
    return {index for index in head[:-1] if _is_menu(lines[index].text.plain.strip())}


def _is_menu(text: str) -> bool:
    if _MARKS.search(text):
        return False
    word, buttons = _patterns()
    if buttons.fullmatch(text):
        return True
    found = word.findall(text)
    return len(found) >= SECTIONS and sum(map(len, found)) >= COVERED * len(text)
