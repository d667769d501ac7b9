"""Boxes of facts, as pages of encyclopedias have: a name, a tab and a value a line; or names and values in turn, a line
each, below a first name that such boxes have.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.document import Line
from jianbao.provenance import MappedText
from jianbao.structure import measure
from jianbao.structure.joints import JOINT
from jianbao.structure.layout.flow import Item
from jianbao.structure.tables import table_cells
from jianbao.structure.tables.table_cells import Cell
from jianbao.structure.tables.table_grid import Grid, Row
from jianbao.word_lists import words

FEWEST_PAIRS, FEWEST_FACTS = 3, 4
"""Lines with a name and a value each, and lines of names and values in turn, at least."""
WIDEST_NAME, WIDEST_VALUE = 12, 64
"""Characters of a name, and columns of a value in a line of its own."""
MOST_LINES, LONGEST = 400, 240

_WORK = frozenset("《〈「『")
"""What the title of a work begins with."""
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
    pairs = [_is_pair(line.plain) for line in lines]
    if all(pairs) or (pairs[0] and sum(pairs) >= FEWEST_PAIRS and all(map(_may_go_on, _others(lines, pairs)))):
        facts: list[list[Cell]] = []
        for line, pair in zip(lines, pairs, strict=True):
            if pair:
                facts.append(table_cells.at_tabs(line))
            else:
                facts[-1][-1] = _longer(facts[-1][-1], line)
        return Grid(None, [[*fact] for fact in facts], [], [None] * len(facts))
    cells = [cell for line in lines for cell in table_cells.at_tabs(line)]
    if not opens(lines[0].plain) or len(cells) % 2:
        return None
    rows: list[Row] = [[*fact] for fact in zip(cells[::2], cells[1::2], strict=True)]
    return Grid(None, rows, [], [None] * len(rows))


def _pairs(items: Sequence[Item], filled: Sequence[int], place: int) -> list[int]:
    """Lines of a name, a tab and a value, unless most are facts about the text itself."""
    found: list[int] = []
    for at in range(place, min(place + MOST_LINES, len(filled))):
        pair = _is_pair(plain(items, filled[at]))
        if not pair and not (found and _goes_on(items, filled, at)):
            break
        found.append(filled[at])
    if sum(_is_pair(plain(items, index)) for index in found) < FEWEST_PAIRS or (
        place and _is_pair(plain(items, filled[place - 1]))
    ):
        return []
    names = [plain(items, index).partition("\t")[0].strip() for index in found if _is_pair(plain(items, index))]
    of_text = sum(any(name in words(f"{kind}_labels") for kind in _OF_TEXT) for name in names)
    return found if 2 * of_text < len(names) else []


def _goes_on(items: Sequence[Item], filled: Sequence[int], at: int) -> bool:
    """Whether a line without a tab, between two facts, is the rest of the value above it."""
    index, above = filled[at], filled[at - 1]
    facts = at + 1 < len(filled) and _is_pair(plain(items, filled[at + 1])) and filled[at + 1] == index + 1
    alike = plain(items, index)[0] in _WORK and plain(items, above).partition("\t")[2].strip()[:1] in _WORK
    return (facts or alike) and index == above + 1 and _is_pair(plain(items, above)) and _may_go_on(plain(items, index))


def _may_go_on(text: str) -> bool:
    return "\t" not in text and measure.width(text) <= WIDEST_VALUE and not re.search(r"[。！？：]", text)


def _others(lines: Sequence[MappedText], pairs: Sequence[bool]) -> list[str]:
    return [line.plain for line, pair in zip(lines, pairs, strict=True) if not pair]


def _longer(cell: Cell, line: MappedText) -> Cell:
    """A value with its second line behind it."""
    glue = "" if cell.plain[-1] in "、，；" else " "
    return Cell(MappedText.concat((cell.text, MappedText.inserted(glue, JOINT), line)), cell.start, cell.end)


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
