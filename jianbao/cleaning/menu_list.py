"""The menu on top of a web page, where a tool wrote it down as a list.

Before: ``  • 認識某某``, ``  • 法規``, ``  • English`` above the title; ``* [關於](/about)``; ``     * [3]政治``
After: nothing.
Never: a list below a title, a colon or a heading, or of what the text speaks of; items of several words or with marks
of sentences; a text that is all list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import block_marks
from jianbao import regex as re
from jianbao.cleaning import texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line
from jianbao.print_columns import columns
from jianbao.word_lists import words

FEWEST, MOST = 2, 40
"""Items of a menu."""
ABOVE = 2
"""Lines above a menu: the site's name, the path of the page."""
WIDEST, WIDEST_NAME = 16, 48
"""Columns of an item, and of a line above."""
LEAST_KNOWN, KNOWN, SAID = 2, 0.3, 0.5
"""Items of a menu that are known, at least, and their share; the share of the items that the text says at most."""
SHORTEST = 22
"""Characters of a line of text."""
BELOW = 30
"""Lines below a menu among which running text stands."""

_ITEM = re.compile(r"^\s*(?:[•◦▪□○●]\s*|[*+·-]\s+)(?=\S)")
_LINK = re.compile(
    r"^(?:\[\d{1,3}\]\s*(?=\S)|\[(?P<words>[^\[\]]+)\](?:\([^()]*\)|\[[^\[\]]*\])$|`(?P<rst>[^`<>]+?)\s*<[^<>]*>`_{1,2}$)"
)
_STOPS = re.compile(r"[。，、；：！？,;:!?]|\d")
_PATH = re.compile(r"[>＞»›]|[/／].+[/／]")
"""What parts the places of a path; one stroke parts a headline as well: 快訊／颱風逼近東海."""


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """The items of a list that stands above the title."""
    places = texts.filled(lines[:200])
    plain = [lines[index].text.plain for index in places]
    first = next((at for at, text in enumerate(plain[: ABOVE + 1]) if _ITEM.match(text)), None)
    if first is None or not all(_may_stand_above(text, at > 0) for at, text in enumerate(plain[:first])):
        return
    says = any(not _may_stand_above(text) for text in plain[:first])
    end = first
    linked = 0
    items: list[str] = []
    while end < len(plain) and (match := _ITEM.match(plain[end])):
        text = plain[end][match.end() :].strip()
        link = _LINK.match(text)
        text = (link["words"] or link["rst"] or text[link.end() :] if link else text).strip()
        if columns(text) > WIDEST or _STOPS.search(text):
            return
        linked += link is not None
        items.append(text)
        end += 1
    if not FEWEST <= end - first <= MOST or end == len(plain):
        return
    if says and 2 * sum(map(_is_known, items)) < len(items):
        return  # below words of some length, which may be a title, most items are words of menus
    path = any(_PATH.search(text) for text in [*plain[:first], plain[end]])
    title, below = plain[end].strip(), plain[end : end + BELOW]
    if not (path or linked == len(items) or _are_of_menu(items, "".join(below))):
        return
    if texts.ends_sentence(title) or not any(map(_is_text, below)):
        return
    for at in range(first, end):
        yield whole(places[at], lines[places[at]], f"one of {end - first} items of a menu above the title")


def _are_of_menu(items: Sequence[str], below: str) -> bool:
    """Whether an item can only be a menu's, or a share of them are known and the text speaks of few of them."""
    if any(item.casefold() == door.casefold() for item in items for door in words("site_doors")):
        return True
    known, said = sum(map(_is_known, items)), sum(item in below for item in items)
    return known >= max(LEAST_KNOWN, KNOWN * len(items)) and said <= SAID * len(items)


def _may_stand_above(text: str, named: bool = False) -> bool:
    """Whether a line may be a site's name or the path of a page, and no title; or, where the site is ``named`` above,
    what it says of itself."""
    bare = text.strip()
    if block_marks.heading(text) or bare[-1] in "：:" or texts.ends_sentence(bare):
        return False
    wide = columns(bare)
    return wide <= WIDEST or (named and wide <= WIDEST_NAME) or (bool(_PATH.search(bare)) and wide <= 2 * WIDEST_NAME)


def _is_text(text: str) -> bool:
    """Whether a line is text, perhaps broken at a window's width."""
    return len(text.strip()) >= SHORTEST and ("，" in text or "。" in text or ". " in text)


def _is_known(text: str) -> bool:
    folded = text.casefold()
    return any(folded == word.casefold() for name in ("navigation", "page_words", "share") for word in words(name))
