"""Boxes of facts about a person whose names and values are set apart by wide blanks, the values one below the other.

``生年　　　　　　1902年3月14日`` / ``職業　　　　　　船長`` / ``　　　　　　　　隨筆家`` (the rest of the value above).
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.document import Line
from jianbao.provenance import MappedText
from jianbao.structure import measure
from jianbao.structure.joints import JOINT
from jianbao.structure.layout.flow import Item
from jianbao.structure.tables.table_cells import Cell
from jianbao.structure.tables.table_grid import Grid
from jianbao.word_lists import words

FEWEST, KNOWN = 4, 2
"""Facts of such a box at least, and how many of their names are those of facts about persons."""
MOST_LINES, LONGEST = 60, 100
"""Lines of a box, and characters of one."""
WIDEST_NAME = 16
"""Columns of a name."""
SLACK = 2
"""Columns by which values may stand out of line."""

_FACT = re.compile(r"^(?P<name>[^\s\d，。：:][^\s，。：:]*)(?:\u3000{2,}|[ \u3000]{3,})(?P<value>\S.*)$")
_REST = re.compile(r"^(?:\u3000{2,}|[ \u3000]{3,})(?P<value>\S.*)$")
_WIDE = re.compile(r"\S(?:\u3000{2,}|[ \u3000]{3,})\S")


def run(items: Sequence[Item], filled: Sequence[int], place: int) -> list[int]:
    """The lines of such a box that begins at ``place``; empty if none does."""
    found: list[int] = []
    column = 0
    known = names = 0
    for index in filled[place : place + MOST_LINES]:
        text = _plain(items[index])
        fact, rest = _FACT.match(text), _REST.match(text)
        match = fact or (rest if found else None)
        if match is None or len(text) > LONGEST or _WIDE.search(match["value"]) or match["value"].endswith("。"):
            break
        start = measure.width(text[: match.start("value")])
        if (found and abs(start - column) > SLACK) or (fact and measure.width(fact["name"]) > WIDEST_NAME):
            break
        if found and index != found[-1] + 1:
            break
        column = column or start
        known += fact is not None and (fact["name"] in words("person_labels") or fact["name"] in words("box_labels"))
        names += fact is not None
        found.append(index)
    return found if names >= FEWEST and known >= KNOWN else []


def grid(items: Sequence[Item], members: Sequence[int]) -> Grid | None:
    """The facts of a box, one a row; None if the lines are none."""
    if run(items, members, 0) != [*members]:
        return None
    facts: list[list[Cell]] = []
    for index in members:
        item = items[index]
        text = _plain(item)
        fact, rest = _FACT.match(text), _REST.match(text)
        if fact:
            facts.append([_cell(item.text, *fact.span("name")), _cell(item.text, *fact.span("value"))])
        elif rest and facts:
            last, more = facts[-1][-1], _cell(item.text, *rest.span("value"))
            glue = MappedText.inserted("" if last.plain[-1] in "、，；" else " ", JOINT)
            facts[-1][-1] = Cell(MappedText.concat((last.text, glue, more.text)), last.start, last.end)
    return Grid(None, [[*fact] for fact in facts], [], [None] * len(facts))


def _plain(item: Item) -> str:
    return item.text.plain.rstrip() if isinstance(item, Line) else ""


def _cell(text: MappedText, start: int, end: int) -> Cell:
    piece = text.slice(start, end).strip()
    return Cell(piece, start, start + len(piece))
