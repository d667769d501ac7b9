"""Lines one below the other that are a table by their looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from jianbao import regex as re
from jianbao.document import Line
from jianbao.provenance import MappedText
from jianbao.structure import measure
from jianbao.structure.layout.flow import Item
from jianbao.structure.tables import (
    table_boxes,
    table_cells,
    table_corners,
    table_gap_boxes,
    table_layout,
    table_numbered,
    table_programmes,
    table_tabs,
)
from jianbao.structure.tables.table_boxes import plain
from jianbao.structure.tables.table_cells import Parted
from jianbao.structure.tables.table_grid import Grid
from jianbao.structure.tables.table_runs import BARE, Stretches
from jianbao.structure.tables.table_solve import solve

WIDEST_CELL, FEWEST_CELLS, MOST_TRIES = 32, 9, 4
"""Columns of a line that is one cell of a table without a caption; how many such lines make one; and at how many lines
of one stretch a table is sought."""

FEWEST_TABS, FEWEST_ROWS = 2, 3
"""Tabs in a row, and rows, that are a table even without numbers."""

MOST_LINES, LONGEST_ROW = 400, 240

MOST_BLANK = 1
"""Blank lines between two lines of a table that is laid out."""

INDENT = 4
"""Blanks in front of a line that goes on in a cell, at least."""

CAPTION = re.compile(
    r"(?:[附圖图]?表|Table|TABLE)\s*(?:[一二三四五六七八九十]{1,3}|[A-Z]?[0-9]{1,3}(?:[-–.][0-9]{1,2})?)"
    r"\s*(?:[：:．.、\s　]|$)|(?:附表$|附?表(?:[：:\u3000]|\s{2})[\s\u3000]*\S)"
)

_PARTED = re.compile(r"\S\s+\S+\s+\S")

UNIT = re.compile(
    r"[（(]?\s*(?:單位|单位|Unit|(?:指[數数])?基期|[幣币]別?|(?:統計|资料|資料)(?:期[間间]|日期|[時时][間间]))\s*[：:]"
)

FIELD = re.compile(r"(?!單位|单位)[\u3400-\u9fff]{2,8}[：:]\s*\S+[\s\u3000]+[\u3400-\u9fff]{2,8}[：:]\s*\S")
"""Facts of a page, each behind its label."""

SOURCE = re.compile(
    r"(?:資料來源|资料来源|數據來源|数据来源|來源|来源|Source|說明|说明|備註|备注|附註|附注|註|注)(?:\s*[A-Za-z]+)?\s*[：:]",
    re.IGNORECASE,
)


def is_unit(items: Sequence[Item], filled: Sequence[int], place: int) -> bool:
    """Whether the filled line at a place says the unit of a table."""
    return place < len(filled) and bool(UNIT.match(plain(items, filled[place])))


def is_over(items: Sequence[Item], index: int) -> bool:
    """Whether a line among the cells of a table is its caption or says its unit: it stands above the table."""
    text = plain(items, index)
    return bool(CAPTION.match(text) or UNIT.match(text))


def grid_of(items: Sequence[Item], members: Sequence[int]) -> Grid | None:
    """The grid of the lines of a region."""
    lines = [items[n] for n in members]
    box = (
        table_boxes.grid(items, members)
        or table_gap_boxes.grid(items, members)
        or table_programmes.grid(items, members)
        or table_corners.grid(items, members)
        or table_numbered.grid(items, members)
        or table_tabs.grid(items, members)
    )
    if box:
        return box
    gaps = [not plain(items, index - 1) for index in members]
    return solve([line.text for line in lines if isinstance(line, Line)], gaps)


def is_prose(text: str) -> bool:
    """Whether a line has marks of sentences, or is too long for a row."""
    return bool(re.search(r"[。！？；，]", text)) or measure.width(text) > 120


def text_at(items: Sequence[Item], index: int) -> MappedText:
    """The text of an item."""
    return items[index].text


def run_of_rows(items: Sequence[Item], filled: Sequence[int], place: int, stretches: Stretches) -> list[int]:
    """The longest run of lines from ``place`` on that are rows of one table by their looks alone."""
    text = text_at(items, filled[place])
    if len(text) > LONGEST_ROW or not _PARTED.search(text.plain) or is_prose(text.plain):
        return []
    line = Parted(text)
    count = len(line.tight if len(line.tight) >= 3 else line.loose)
    if not 3 <= count <= 12:
        return []
    limit = min(place + MOST_LINES, len(filled))
    rows = stretches.follow(count, place + 1, limit, lambda n: _numbers_in_row(text_at(items, filled[n]), count))
    stop = min(rows.stop, limit)
    if stop - place < 3 or (rows.bare and rows.stop < limit):
        return []
    if rows.numbers(place + 1, stop) < 0.4 * count * (stop - place - 1):
        return []
    run = list(filled[place:stop])
    # A row of names over several columns may stand on top.
    return next((run[top:] for top in range(min(len(run) - 2, 3)) if grid_of(items, run[top:])), [])


def run_of_tabs(items: Sequence[Item], filled: Sequence[int], place: int) -> list[int]:
    """Lines from ``place`` on that have as many tabs, two at least: a page's own columns, whatever their cells hold."""
    tabs = table_boxes.tabs(plain(items, filled[place]))
    above = table_boxes.tabs(plain(items, filled[place - 1])) if place else 0
    if tabs < FEWEST_TABS or above == tabs:
        return []
    run = [*takewhile(lambda index: table_boxes.tabs(plain(items, index)) == tabs, filled[place : place + MOST_LINES])]
    least = 2 if table_boxes.opens(plain(items, filled[place])) else FEWEST_ROWS
    return run if len(run) >= least and grid_of(items, run) else []


def run_of_layout(
    items: Sequence[Item], filled: Sequence[int], place: int, sought: set[int], captioned: bool
) -> list[int]:
    """Lines from ``place`` on whose cells stand below one another between the same blanks. ``sought``: the lines of
    runs that were looked at already, and are none."""
    first = items[filled[place]] if place < len(filled) else None
    if not isinstance(first, Line) or filled[place] in sought:
        return []
    run: list[int] = []
    for index in filled[place : place + MOST_LINES]:
        line = items[index]
        near = not run or index - run[-1] <= 1 + MOST_BLANK
        if not isinstance(line, Line) or line.page != first.page or not near or not _is_laid_out(line, bool(run)):
            break
        run.append(index)
    if laid_out(items, run, captioned):
        return run
    sought.update(run)
    return []


def _is_laid_out(line: Line, inside: bool) -> bool:
    """Whether a line has cells, or ``inside`` a table may go on in the cells above."""
    plain = line.text.plain
    stripped = plain.strip()
    if len(plain) > LONGEST_ROW or SOURCE.match(stripped) or CAPTION.match(stripped) or FIELD.match(stripped):
        return False
    spots = table_layout.spots(plain)
    return len(spots) > 1 or (inside and len(spots) == 1 and spots[0][0] >= INDENT)


def laid_out(items: Sequence[Item], members: Sequence[int], captioned: bool) -> Grid | None:
    """The grid of lines by where their cells stand; None for too few lines."""
    texts = [items[n].text for n in members]
    return table_layout.solve(texts, captioned) if len(texts) >= FEWEST_ROWS else None


@dataclass(slots=True)
class Tries:
    """How often a table was sought in the stretch of short lines that ends at a place of the filled lines."""

    end: int = 0
    count: int = 0


def run_of_cells(items: Sequence[Item], filled: Sequence[int], place: int, tries: Tries) -> list[int]:
    """Lines from ``place`` on that are the cells of one table, where a unit or a blank line stands before them."""
    index = filled[place]
    if place < tries.end and tries.count >= MOST_TRIES:
        return []
    opens = (place and is_unit(items, filled, place - 1)) or (index and not plain(items, index - 1))
    if not opens or UNIT.match(plain(items, index)):
        return []
    run: list[int] = []
    numbers = 0
    for member in filled[place : place + MOST_LINES]:
        line = Parted(text_at(items, member))
        text = line.text.plain
        if len(line.tight) != 1 or measure.width(text) > WIDEST_CELL or is_prose(text) or SOURCE.match(text.strip()):
            break
        run.append(member)
        numbers += line.tight[0].numeric
    tries.end, tries.count = place + len(run), tries.count + 1 if place < tries.end else 1
    if len(run) < FEWEST_CELLS or numbers < 0.4 * len(run):
        return []
    return run if grid_of(items, run) else []


def _numbers_in_row(text: MappedText, count: int) -> int | None:
    """How many numbers are in a row of ``count`` cells; ``BARE`` where none is, None for any other line."""
    fits = len(text) <= LONGEST_ROW and not is_prose(text.plain)
    cells = table_cells.options(Parted(text), count) if fits else None
    return None if cells is None else sum(cell.numeric for cell in cells) or BARE
