"""Lines right above and below a table that are no cells of it and no text: its unit, its source, remarks on it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from jianbao.structure.heads import written_dates
from jianbao.structure.layout.flow import Item
from jianbao.structure.starts import starts_unit
from jianbao.structure.tables.table_boxes import plain
from jianbao.structure.tables.table_cells import Parted
from jianbao.structure.tables.table_looks import FIELD, SOURCE, UNIT, is_prose, text_at

MOST_ABOVE = 3


def above(items: Sequence[Item], filled: Sequence[int], place: int) -> list[int]:
    """Lines right above a table without a caption that say its unit, or are a further row of names of columns."""
    found: list[int] = []
    while place and len(found) < MOST_ABOVE:
        place -= 1
        text = plain(items, filled[place])
        if all(len(word) == 1 for word in text.split()):
            break  # a title whose characters stand apart
        if not UNIT.match(text) and (len(Parted(text_at(items, filled[place])).tight) < 2 or is_prose(text)):
            break
        if written_dates.find(text) or written_dates.of_republic(text) or FIELD.match(text):
            break
        found.append(filled[place])
    return found


def sources(items: Sequence[Item], filled: Sequence[int], last: int) -> Iterator[int]:
    """Lines right below a table that say its source or remark on it, each whole in itself."""
    for place in range(bisect_right(filled, last), len(filled)):
        index = filled[place]
        text = plain(items, index)
        below = plain(items, index + 1) if index + 1 < len(items) else ""
        whole = not below or SOURCE.match(below) or starts_unit(below)
        if not SOURCE.match(text) or not whole or text[-1] in "，、,;；：:":
            return
        yield index
