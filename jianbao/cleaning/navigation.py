"""Menus, breadcrumbs and feet of web pages.

Before: ``首頁 > 國際 > 亞洲``; ``目前位置：某某網 >> 兩岸 >> 正文``; ``即時 政治 國際 財經 生活``; ``上一篇：…``;
``版權所有 © 2026 …``; a menu with a word a line at a page's end; ``地理[編輯]``;
``總覽　重要政策　出版品`` above a title; ``上一頁　1　2　3　下一頁``; ``Download PDF　|　© Institute 2026``;
the fields of a form to log in
After: nothing; of the last ``地理``.
Never: a sentence; a single word that could be a heading or a section's name; a line with words that no menu has;
words one below the other behind a colon or in the midst of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from jianbao import line_forms, needles
from jianbao import regex as re
from jianbao.cleaning import glued_menus, login_form, menu_rows, menu_stacks, texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line
from jianbao.first_characters import led
from jianbao.word_lists import either, words

LONGEST = 120
TOP = 4
"""Lines with text in which a page's rows of sections stand."""
HEAD = 24
"""Lines with text among which the first eight are looked for that are nothing by their form."""
HEADLINE, NEIGHBOUR = 60, 12
"""Characters of the headline of another story, and of the word above it."""
STACK = 3
"""Cells of a row of sections, at least."""
KNOWN = 2
"""Words of a row between bars that are known as words of menus, at least."""

_SPLIT = re.compile(r"[\s\u3000|｜/／>＞»›→·•,，、]+")
_CRUMBS = line_forms.pattern("navigation", "crumbs", re.I)
_PATH = re.compile(r"^[^\s>＞»›\\]{1,10}(?:\s*(?:[>＞»›]{1,2}|\\)\s*[^>＞»›\\。，！？]{1,12}){1,5}$")
_LONG_PATH = re.compile(r"^[^>＞»›。！？]{1,30}(?:\s*[>＞»›]{1,2}\s*[^>＞»›。，！？]{1,14}){2,6}$")
"""A path whose first piece holds a site's name beside the word for its front page."""
_BAR = re.compile(r"[|｜]")
CELL = 14
"""Characters of a cell between bars, of a row that has words that only pages have."""
_CELLS = led(r"\s*[|｜]\s*|[\u3000\t]+|\s{2,}|\s+[/／·・•]\s*|[/／]\s+")
_TRANSLATED = led(rf"{_CELLS.pattern}|(?<=[\u3400-\u9fff])\s(?=[A-Z])")
"""Between buttons, or a button and its name in English."""
_TOLD = re.compile(
    rf"^(?:{either('byline_labels')}|{either('desk_labels')}|{either('source_labels')})\s*[：:／/｜|]\s*[^\s｜|]{{2,10}}(?:$|[\s\u3000])"
)
"""A row that says who wrote and photographed, its names behind bars."""
_REPORTED = re.compile(r"(?:報導|報道|报道|报导)[】〕）)]?$")
"""The end of a row that says who reports from where."""
_RIGHTS = line_forms.pattern("navigation", "rights", re.I)
_LICENSED = re.compile(r"(?:版[权權]所有|Copyright|©).*[\u3400-\u9fff]ICP[备備证證]")
"""A notice of rights with the number under which a site is licensed."""
_PAGER = line_forms.pattern("navigation", "pager", re.I)
_BARS = re.compile(r"^[^\s|｜。，！？：:]{1,6}(?:\s*[|｜]\s*[^\s|｜。，！？：:\d]{1,6}){3,}$")
_FIXED = line_forms.pattern("navigation", "fixed", re.I)
_NEIGHBOUR = re.compile(r"^[<＜«‹←>＞»›→\s]*[上下前後后]一[篇則则條条](?:新聞|新闻|文章)?\s*[：:<＜«‹←>＞»›→\s]*$")
_LINKS = re.compile(r"^(?:[»›▶►▸➤❯]+\s*[^\s»›▶►▸➤❯。，]{1,14}(?: [A-Za-z]+)?[\s\u3000]*){2,}$")
"""Links side by side, each behind an arrow."""
_SIGN_OF_FORM = needles.of(_FIXED, _CRUMBS, _PAGER)
_SIGN_OF_RIGHTS = needles.of(_RIGHTS)
_EDIT_LINK = re.compile(
    r"(?<=\S)\s*\[\s*(?:編輯|编辑|編輯原始碼|编辑源代码|edit)(?:\s*[|｜]\s*[^\[\]]{2,8})?\s*\]$", re.I
)


_WANTED = re.compile(rf"\s*[\[［](?:{either('editors_ask')}|citation needed|who|when|which)[？?]?[\]］]")
"""What the editors of an encyclopedia ask for, behind a sentence."""


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Lines that are navigation by their words or form, and the links behind headings that open an editor."""
    menu = {word.casefold() for word in words("navigation")}
    alone = {word.casefold() for word in words("page_words")}
    longest = max(8, *map(len, menu | alone))
    stacked = menu_stacks.find(lines, menu | alone, alone)
    form = login_form.find(lines)
    rows = _rows(lines, menu | alone, form)
    on_top = menu_rows.find(lines) | glued_menus.find(lines)
    beside = _beside(lines)
    above = 0
    for index, line in enumerate(lines):
        text = line.text.plain.strip()
        if not text:
            continue
        note = "" if len(text) > LONGEST else _said_by_form(text, above)
        if index in form:
            note = "a field of a form to log in"
        elif not note and index in beside:
            note = "the headline of the story before or after, below the word for it"
        elif not note and index in stacked:
            note = f"one of {stacked[index]} words of menus one below the other"
        elif not note and index in rows:
            note = "a row of sections above the title"
        elif not note and len(text) <= LONGEST and (_is_menu(text, menu, alone, longest) or _with_rights(text)):
            note = "nothing but words of menus"
        elif not note and index in on_top:
            note = "a row of words of the site on top of its page"
        link = _EDIT_LINK.search(line.text.plain) if text[-1] == "]" and len(text) <= LONGEST else None
        if not link and not note and ("]" in text or "］" in text):
            for wanted in _WANTED.finditer(line.text.plain):
                yield Finding(index, wanted.start(), wanted.end(), "editors ask for a source")
        if link:
            yield Finding(index, link.start(), link.end(), "opens an editor")
        elif note:
            yield whole(index, line, note)
        above += link is not None or not note


def _said_by_form(text: str, above: int) -> str:
    """What a line is by its form alone, or empty. ``above``: lines that stay above it."""
    if _SIGN_OF_FORM.search(text):
        cells = [cell for cell in _TRANSLATED.split(text) if cell]
        if _FIXED.match(text) or (len(cells) > 1 and all(map(_FIXED.match, cells))):
            return "a page's own words"
        if _CRUMBS.match(text) and not texts.ends_sentence(text):
            return "breadcrumbs from the front page"
        if _PAGER.match(text):
            return "links to the other pages of a list"
    if text[0] in "»›▶►▸➤❯" and _LINKS.match(text):
        return "links side by side, each behind an arrow"
    if above < TOP and "：" not in text and (_PATH.match(text) or _BARS.match(text) or _LONG_PATH.match(text)):
        return "a path or row of sections on top of the page"
    return ""


def _beside(lines: Sequence[Line]) -> set[int]:
    """The headlines of the stories before and after, each in the line below its word: 上一篇 / 下一篇, near each other
    and behind all running text."""
    places = texts.filled(lines)
    found: set[int] = set()
    words = [at for at, index in enumerate(places) if _is_neighbour(lines[index].text.plain.strip())]
    for at, following in pairwise((*words, len(places))):
        near = any(abs(other - at) in (1, 2) for other in words)
        if near and at + 1 < min(following, len(places)):
            text = lines[places[at + 1]].text.plain.strip()
            if (
                len(text) <= HEADLINE
                and "。" not in text
                and not any(texts.is_prose(lines[index].text.plain) for index in places[at + 2 : at + 2 + STACK])
            ):
                found.add(places[at + 1])
    return found


def _is_neighbour(text: str) -> bool:
    """Whether a line is the word for the story before or after, and no more."""
    return len(text) <= NEIGHBOUR and bool(_NEIGHBOUR.match(text))


def _rows(lines: Sequence[Line], known: set[str], form: frozenset[int]) -> set[int]:
    """Rows of sections on top of a page: three or more short cells, a longer line without cells below them before the
    text, and one known word, a path beside them, or five cells.

    Never: a headline in three parts, a row of names, the head of a table.
    """
    head = [index for index in texts.filled(lines) if index not in form][:HEAD]
    by_form = {index for index in head if _said_by_form(lines[index].text.plain.strip()[: LONGEST + 1], TOP)}
    places = [index for index in head if index not in by_form][:8]
    plain = [lines[index].text.plain.strip() for index in places]
    top = next((at for at, text in enumerate(plain) if texts.is_prose(text)), len(plain))
    found: set[int] = set()
    for at, text in enumerate(plain[: min(top, TOP)]):
        cells = [cell for cell in _CELLS.split(text) if cell]
        spaced = text.split()
        place = head.index(places[at])
        beside = any(
            _PATH.match(other) or _CRUMBS.match(other)
            for other in (lines[index].text.plain.strip() for index in head[max(place - 1, 0) : place + 2])
        )
        han = all(not word.isascii() and _is_cell(word) and not menu_rows.may_be_name(word) for word in spaced)
        apart = sum(len(word) == 1 for word in spaced) > len(spaced) / 2  # the characters of a headline, set apart
        sections = (beside or not apart) and len(spaced) >= 5 and max(map(len, spaced)) <= 4
        first = at == 0 and len(spaced) >= STACK and max(map(len, spaced)) <= 4
        sections = sections or (first and sum(word.casefold() in known for word in spaced) >= 2)
        if len(cells) < STACK and ((beside and han) or sections):
            cells = spaced
        if len(cells) < STACK or not all(map(_is_cell, cells)) or _TOLD.match(text) or _REPORTED.search(text):
            continue
        if any(word in _works() and menu_rows.may_be_name(name) for word, name in pairwise(cells)):
            continue
        under = plain[at + 1].split() if at + 1 < len(plain) else []
        if abs(len(under) - len(cells)) <= 1 and any(char.isdigit() for word in under[1:] for char in word):
            continue
        below = [other for other in plain[at + 1 : top] if len(_CELLS.split(other)) < STACK]
        named = sum(cell.casefold() in known for cell in cells)
        names = sum(len(cell) <= 4 and cell.startswith(words("surnames")) for cell in cells)
        sure = named or beside or len(cells) >= 5 or all(cell.isascii() for cell in cells)
        if (
            sure
            and (named or beside or names < len(cells) / 2)
            and any(len(other) > max(map(len, cells)) for other in below)
        ):
            found.add(places[at])
    return found


@cache
def _works() -> frozenset[str]:
    """What somebody did for a text, as credits name it in front of him."""
    return frozenset((*words("byline_labels"), *words("desk_labels"), *"文圖图攝摄"))


def _is_cell(cell: str) -> bool:
    """Whether a cell has the form of a section's name."""
    if cell.isascii():
        return len(cell) <= 20 and len(cell.split()) <= 3 and not any(map(str.isdigit, cell))
    return len(cell) <= 6 and not re.search(r"[\d，。：:！？!?「」]", cell)


def _with_rights(text: str) -> bool:
    """Whether short cells stand beside a notice of rights."""
    if not _SIGN_OF_RIGHTS.search(text):
        return False
    if len(text) <= LONGEST and _LICENSED.search(text):
        return True
    cells = [cell for cell in _CELLS.split(text) if cell]
    return (
        len(cells) >= 2
        and any(map(_RIGHTS.match, cells))
        and all(len(cell) <= 20 or _RIGHTS.match(cell) for cell in cells)
    )


def _is_menu(text: str, menu: set[str], alone: set[str], longest: int) -> bool:
    """Whether a line is words of menus. ``longest``: characters of the longest word that is looked for."""
    if text.casefold() in alone:
        return True
    pieces = _SPLIT.split(text)
    if max(map(len, pieces)) > max(longest, CELL) and (len(pieces) == 1 or text.casefold() not in menu):
        return False
    tokens = [token for token in pieces if any(map(str.isalnum, token))]
    if len(tokens) == 1:
        return False
    if text.casefold() in menu:
        return True
    if tokens and all(token.casefold() in alone for token in tokens):
        return True
    buttons = [token.casefold() for token in tokens]
    if all(word in menu or word in alone for word in buttons) and any(word in alone for word in buttons):
        return True
    known = sum(1 for token in tokens if token.casefold() in menu)
    barred = len(tokens) > STACK - 1 and len(_BAR.findall(text)) >= len(tokens) - 1 and max(map(len, tokens)) <= CELL
    if barred and known >= KNOWN and known >= len(tokens) / 2 and any(token.casefold() in alone for token in tokens):
        return True
    if len(tokens) == 2 and known == 2 and re.search(r"[\t|｜]|\s{2}|\u3000", text):
        return True
    return len(tokens) >= 3 and known >= 0.75 * len(tokens) and max(map(len, tokens)) <= 8
