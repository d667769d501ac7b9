"""Menus whose words stand one below the other, on top of a page, at its end, or among its text.

Before: ``首頁`` / ``國際`` / ``財經`` / ``生活``
Never: words behind a colon, or in the midst of the text where no word is one that only pages have.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.cleaning import menu_rows, page_foot, texts
from jianbao.document import Line
from jianbao.word_lists import words

STACK = 3
"""Words of a menu that stand one below the other, at least."""
SITE, KNOWN = 2, 2
"""Lines of a site's name above such words, and how many of the words are known, at least."""
_WORD = re.compile(r"^[^\W\d]{1,4}$")


def find(lines: Sequence[Line], menu: set[str], alone: set[str]) -> dict[int, int]:
    """Lines of menus with one word a line, and how many words each menu has. ``menu``: words of menus; ``alone``: words
    that only pages have.

    They stand before all running text or behind it, or one of them is a word that only pages have; the words on top
    of a page need not be known, if the first is known and another, and running text follows, nor those below its
    site's name.
    """
    places = texts.filled(lines)
    is_prose = [texts.is_prose(lines[index].text.plain) for index in places]
    prose = [at for at, said in enumerate(is_prose) if said]
    found: dict[int, int] = {}
    top = next((at for at, index in enumerate(places) if not _WORD.match(lines[index].text.plain.strip())), 0)
    if top and (is_prose[top] or page_foot.is_fact(lines[places[top]].text.plain.strip())):
        top -= lines[places[top - 1]].text.plain.strip().casefold() not in menu  # the last word may be the title
    known = sum(lines[index].text.plain.strip().casefold() in menu for index in places[:top])
    if top >= STACK and prose and lines[places[0]].text.plain.strip().casefold() in menu and known >= 2:
        found.update(dict.fromkeys(places[:top], top))
    found.update(
        _below_site([lines[index].text.plain.strip() for index in places], places, prose, menu) if prose else {}
    )
    at = 0
    while at < len(places):
        end = at
        while end < len(places) and lines[places[end]].text.plain.strip().casefold() in menu:
            end += 1
        if end < at + STACK:
            at = max(end, at + 1)
            continue
        run = [lines[index].text.plain.strip().casefold() for index in places[at:end]]
        outside = not prose or end <= prose[0] or at > prose[-1]
        after_colon = at > 0 and lines[places[at - 1]].text.plain.rstrip().endswith(("：", ":"))
        if len(set(run)) >= STACK and not after_colon and (outside or any(word in alone for word in run)):
            found.update(dict.fromkeys(places[at:end], len(run)))
        at = max(end, at + 1)
    return found


def _below_site(plain: Sequence[str], places: Sequence[int], prose: Sequence[int], menu: set[str]) -> dict[int, int]:
    """Words one below the other under the one or two lines of a site's name, above all running text: four or more of a
    section's length or known, two of them known, one of these the last."""
    first = next((at for at, text in enumerate(plain[: SITE + 1]) if at and _WORD.match(text)), 0)
    known = [text.casefold() in menu or text in words("share") for text in plain[: prose[0]]]
    end = next((at for at in range(first, len(known)) if not (known[at] or _WORD.match(plain[at]))), first)
    while end > first and not known[end - 1]:
        end -= 1
    if (
        not first
        or end - first <= STACK
        or sum(known[first:end]) < KNOWN
        or any(map(menu_rows.may_be_name, plain[first:end]))
    ):
        return {}
    return dict.fromkeys(places[first:end], end - first)
