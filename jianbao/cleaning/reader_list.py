"""What a feed reader, a list of saved pages or a daily mail of stories prints around each of its items.

Before: ``保留未讀　加星號　分享　在瀏覽器中開啟`` below each of three items or more, word for word; above the first
item ``Inoreader``, ``全部文章　未讀 (5)　排序：最新優先``, ``資料夾：東亞``.
So do counts of readers, buttons and words for days in a list whose items say how old they are (``某某報 / 3 小時前``).
After: nothing.
Never: a refrain; who signs each text; ``決議：照案通過`` below each item of minutes; a row without any word that pages
have for a button; a line of such words in a file without those rows, unless the reader's own name stands on top.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import pairwise

from jianbao import aged_line, line_forms
from jianbao import regex as re
from jianbao.cleaning import texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line
from jianbao.word_lists import words

LONGEST = 60
"""Characters of a row of buttons, and of a line on top of the list."""
WIDEST_CELL = 10
"""Characters of a button in Chinese."""
FEWEST = 3
"""Items below each of which the row stands."""
STEADY = 0.8
"""Share of the rows that stand below a text and above a headline."""
STACK = 2
"""Buttons in lines of their own."""
TOP = 8
"""Lines with text on top of a list among which its own words stand."""

_CELLS = re.compile(r"\s*[|｜·•／/]\s*|[\u3000\t]+|\s{2,}")
_NO_BUTTON = re.compile(r"[\d：:，。；！？「」《》]")
_OWN = line_forms.pattern("reader_list", "own", re.I)
_DAY = line_forms.pattern("reader_list", "day", re.I)
_END = line_forms.pattern("reader_list", "end", re.I)
_READERS = line_forms.pattern("reader_list", "readers", re.I)
_NAMED = line_forms.pattern("reader_list", "named", re.I)


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """The rows below the items, and the list's own words above the first."""
    places = texts.filled(lines)
    plain = [lines[index].text.plain.strip() for index in places]
    feet = {at for found in (*_feet(plain), *_stacks(plain)) for at in found}
    for at in sorted(feet):
        yield whole(places[at], lines[places[at]], "the same buttons below each item")
    text = next((at for at, said in enumerate(plain) if texts.is_prose(said)), 0)
    head = [at for at in range(min(text - 1, TOP)) if len(plain[at]) <= LONGEST]
    named = [at for at in head if _NAMED.match(plain[at])]
    own = [at for at in head if _OWN.search(plain[at])]
    aged = _beside_ages(plain) - feet
    for at in sorted(aged):
        yield whole(places[at], lines[places[at]], "a list's own words around items that say how old they are")
    feet |= aged
    if feet or (named[:1] == [0] and own):
        for at in sorted({*named, *own} - feet):
            yield whole(places[at], lines[places[at]], "a list's own words above its first item")
    for at in sorted(feet):
        if at + 2 < len(plain) and at + 1 not in feet and _DAY.match(plain[at + 1]):
            yield whole(places[at + 1], lines[places[at + 1]], "a list's word for the days of the items below")


def _beside_ages(plain: Sequence[str]) -> set[int]:
    """In a list whose items say how old they are: counts of readers, rows of buttons, words for days, and what is said
    of the list above its first item and below its last."""
    rows = aged_line.rows(plain)
    if not rows:
        return set()
    buttons = {word.casefold() for word in words("reader_buttons")}
    heads = {at - 1 for at in rows}
    short = [at for at, text in enumerate(plain) if at not in heads and len(text) <= LONGEST]
    forms = (_READERS, _DAY, _END)
    gone = {at for at in short if any(form.match(plain[at]) for form in forms) or _is_of(plain[at], buttons)}
    return gone | {at for at in short if at < min(rows[0] - 1, TOP) and not texts.is_prose(plain[at])}


def _is_of(text: str, buttons: Collection[str]) -> bool:
    """Whether a line is known buttons and hardly anything else."""
    cells = [cell for cell in _CELLS.split(text) if cell]
    known = sum(cell.casefold() in buttons for cell in cells)
    return bool(cells) and 3 * known >= 2 * len(cells) and all(len(cell) <= WIDEST_CELL for cell in cells)


def _feet(plain: Sequence[str]) -> Iterator[list[int]]:
    """Rows of buttons that come again word for word, each below a text and above a headline or nothing."""
    same: dict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(plain):
        if len(text) <= LONGEST:
            same[text].append(at)
    for text, found in same.items():
        if len(found) < FEWEST or any(after - before < FEWEST for before, after in pairwise(found)):
            continue
        below = sum(at > 0 and _tells(plain, at) for at in found)
        if below >= STEADY * len(found) and _are_buttons(text):
            yield found


def _stacks(plain: Sequence[str]) -> Iterator[list[int]]:
    """Buttons below each item that stand in lines of their own, several one below the other."""
    buttons = {word.casefold() for word in words("reader_buttons")}
    same: dict[tuple[str, ...], list[int]] = defaultdict(list)
    at = 0
    while at < len(plain):
        end = at
        while end < len(plain) and plain[end].casefold() in buttons:
            end += 1
        if end - at >= STACK and at and texts.ends_sentence(plain[at - 1]):
            same[tuple(plain[at:end])].append(at)
        at = max(end, at + 1)
    for stack, found in same.items():
        if len(found) >= FEWEST:
            yield [at + n for at in found for n in range(len(stack))]


def _tells(plain: Sequence[str], at: int) -> bool:
    """Whether a text ends right above a line, and none goes on right below it."""
    above = plain[at - 1]
    told = texts.is_prose(above) or texts.ends_sentence(above)
    return told and (at + 1 == len(plain) or not texts.is_prose(plain[at + 1]))


def _are_buttons(text: str) -> bool:
    """Whether a line is a row of short words, one of them at least a known button."""
    cells = [cell for cell in _CELLS.split(text) if cell]
    cells = cells if len(cells) > 1 else text.split()
    if len(cells) < 2 or any(_NO_BUTTON.search(cell) for cell in cells):
        return False
    if any(len(cell) > (2 * WIDEST_CELL if cell.isascii() else WIDEST_CELL) for cell in cells):
        return False
    return any(texts.label(cell).strip("….").casefold() in _buttons() for cell in cells)


@cache
def _buttons() -> frozenset[str]:
    lists = ("reader_buttons", "share", "page_words", "related_labels", "navigation")
    return frozenset(word.casefold() for name in lists for word in words(name))
