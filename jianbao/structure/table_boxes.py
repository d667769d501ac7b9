"""Boxes of facts, as pages of encyclopedias have: a name, a tab and a value a line; or names and values in turn, a line
each, below a first name that such boxes have.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from jianbao.document import Line
from jianbao.structure import measure, table_cells
from jianbao.structure.flow import Item
from jianbao.structure.table_grid import Grid, Row
from jianbao.word_lists import words

FEWEST_PAIRS, FEWEST_FACTS = 3, 4
"""Lines with a name and a value each, and lines of names and values in turn, at least."""
WIDEST_NAME, WIDEST_VALUE = 12, 64
"""Characters of a name, and columns of a value in a line of its own."""
MOST_LINES, LONGEST = 400, 240

_OF_TEXT = ("byline", "desk", "source", "date", "title", "tag", "issue", "manuscript")
"""Labels of facts about a text."""


def plain(items: Sequence[Item], index: int) -> str:
    """The words of an item."""
    return items[index].text.plain.strip()


def tabs(text: str) -> int:
    """Tabs between the cells of a row; none in running text."""
    return text.count("\t") if "\t" in text and len(text) <= LONGEST and not text.endswith("。") else 0


def opens(text: str) -> bool:
    """Whether a line begins with the first name of a box."""
    return text.partition("\t")[0].strip() in words("box_labels")


def run(items: Sequence[Item], filled: Sequence[int], place: int) -> list[int]:
    """The lines of a box that begins at ``place``; empty if none does."""
    return _pairs(items, filled, place) or _turns(items, filled, place)


def grid(items: Sequence[Item], members: Sequence[int]) -> Grid | None:
    """The facts of a box, one a row; None if the lines are none."""
    lines = [items[index].text.strip() for index in members]
    if all(_is_pair(line.plain) for line in lines):
        rows: list[Row] = [[*table_cells.at_tabs(line)] for line in lines]
        return Grid(None, rows, [], [None] * len(rows))
    cells = [cell for line in lines for cell in table_cells.at_tabs(line)]
    if not opens(lines[0].plain) or len(cells) % 2:
        return None
    rows = [[*fact] for fact in zip(cells[::2], cells[1::2], strict=True)]
    return Grid(None, rows, [], [None] * len(rows))


def _pairs(items: Sequence[Item], filled: Sequence[int], place: int) -> list[int]:
    """Lines of a name, a tab and a value, unless most are facts about the text itself."""
    found = [*takewhile(lambda index: _is_pair(plain(items, index)), filled[place : place + MOST_LINES])]
    if len(found) < FEWEST_PAIRS or (place and _is_pair(plain(items, filled[place - 1]))):
        return []
    names = [plain(items, index).partition("\t")[0].strip() for index in found]
    of_text = sum(any(name in words(f"{kind}_labels") for kind in _OF_TEXT) for name in names)
    return found if 2 * of_text < len(names) else []


def _is_pair(text: str) -> bool:
    name, _, value = (piece.strip() for piece in text.partition("\t"))
    if tabs(text) != 1 or not 1 < len(name) <= WIDEST_NAME or not value:
        return False
    return not re.search(r"[。！？，；：:\d]", name)


def _turns(items: Sequence[Item], filled: Sequence[int], place: int) -> list[int]:
    """Names and values in turn, a line each, down to a sentence or to a wider gap."""
    if not opens(plain(items, filled[place])):
        return []
    found: list[int] = []
    blank = filled[place + 1] - filled[place] if place + 1 < len(filled) else 0
    for index in filled[place : place + MOST_LINES]:
        text = plain(items, index)
        wide = "\t" in text or measure.width(text) > WIDEST_VALUE or re.search(r"[。！？]", text)
        if wide or not isinstance(items[index], Line) or (found and index - found[-1] > blank):
            break
        found.append(index)
    if len(found) < FEWEST_FACTS or len(found) % 2 or found[-1] == filled[-1]:
        return []
    return found if all(len(plain(items, index)) <= WIDEST_NAME for index in found[::2]) else []
