"""Tables that a text extractor has flattened to lines, rebuilt as rows of cells where that is certain.

A table stands below its caption and above its source, or is a run of lines that all have as many cells, most of them
numbers. What cannot be read with certainty stays lines, with a warning.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from jianbao.diagnostics import Diagnostic, Severity
from jianbao.document import Block, BlockKind, Line
from jianbao.provenance import Legality, MappedText, Removal
from jianbao.structure import measure, table_cells, table_layout, written_dates
from jianbao.structure.flow import Item, Taken
from jianbao.structure.starts import starts_unit
from jianbao.structure.table_cells import Cell, Parted
from jianbao.structure.table_grid import Grid, Row, by_cell, solve
from jianbao.structure.table_runs import BARE, Stretches
from jianbao.word_lists import words

CELL = "T14"
"""Code of the space between two cells, and of a label that is said again in each row it spans."""

REPEATED = "T15"
"""Code of names of columns that repeat over further groups of columns."""

UNREAD = "T16"
"""Code of a table that could not be read."""

LEGAL: Legality = {CELL: lambda before, after: not before and len(after) <= LONGEST_LABEL}
"""A space between cells, and a spanning label, stand where there was no character."""

LONGEST_LABEL = 40
MOST_ABOVE = 3
WIDEST_CELL, FEWEST_CELLS, MOST_TRIES = 32, 9, 4
"""Columns of a line that is one cell of a table without a caption; how many such lines make one; and at how many lines
of one stretch a table is sought."""

FEWEST_TABS, FEWEST_ROWS = 2, 3
"""Tabs in a row, and rows, that are a table even without numbers."""
FEWEST_FACTS = 4
"""Lines of names and values in turn, at least."""
WIDEST_NAME = 12
"""Characters of what stands in front of the only tab of a row: the name of what is behind it."""
MOST_LINES, LONGEST_ROW = 400, 240
MOST_BLANK = 1
"""Blank lines between two lines of a table that is laid out."""
INDENT = 4
"""Blanks in front of a line that goes on in a cell, at least."""

_OF_TEXT = ("byline", "desk", "source", "date", "title", "tag", "issue", "manuscript")
"""Labels of facts about a text."""
_CAPTION = re.compile(
    r"(?:附?表|Table|TABLE)\s*(?:[一二三四五六七八九十]{1,3}|[A-Z]?[0-9]{1,3}(?:[-–.][0-9]{1,2})?)"
    r"\s*(?:[：:．.、\s　]|$)|(?:附表$|附?表(?:[：:\u3000]|\s{2})[\s\u3000]*\S)"
)
_NUMBER_ALONE = re.compile(
    r"(?:附?表|Table|TABLE)\s*[一二三四五六七八九十A-Z0-9.–-]{1,5}(?:\s+(?:Table|TABLE|表)\s*[A-Z0-9.–-]{1,5})?"
)
_PARTED = re.compile(r"\S\s+\S+\s+\S")
_UNIT = re.compile(
    r"[（(]?\s*(?:單位|单位|Unit|(?:指[數数])?基期|[幣币]別?|(?:統計|资料|資料)(?:期[間间]|日期|[時时][間间]))\s*[：:]"
)
_FIELD = re.compile(r"(?!單位|单位)[\u3400-\u9fff]{2,8}[：:]\s*\S+[\s\u3000]+[\u3400-\u9fff]{2,8}[：:]\s*\S")
"""Facts of a page, each behind its label."""
_SOURCE = re.compile(
    r"(?:資料來源|资料来源|數據來源|数据来源|來源|来源|Source|說明|说明|備註|备注|附註|附注|註|注)(?:\s*[A-Za-z]+)?\s*[：:]",
    re.IGNORECASE,
)


def take(items: Sequence[Item], path: str = "") -> Taken:
    """Items with tables as consecutive TABLE blocks, one a row. ``path`` is for diagnostics."""
    result: list[Item] = []
    removals: list[Removal] = []
    diagnostics: list[Diagnostic] = []
    filled = [n for n, item in enumerate(items) if isinstance(item, Line) and item.text.plain.strip()]
    regions = {region.members[0]: region for region in _regions(items, filled)}
    beside = {index for region in regions.values() for index in region.above}
    beside.update(index for region in regions.values() for index in _sources(items, filled, region.members[-1]))
    number = 0
    at = 0
    while at < len(items):
        region = regions.get(at)
        if region is None:
            item = items[at]
            result.append(Block(BlockKind.PARAGRAPH, item.text.strip()) if at in beside else item)
            at += 1
            continue
        members = region.members
        lines = [items[n] for n in members]
        layout = _layout(items, members, region.captioned) if _goes_on_below(items, members) else None
        grid = layout or _grid(items, members) or _layout(items, members, region.captioned)
        if grid is None or not _keeps_all(grid, lines):
            if region.captioned:
                diagnostics.append(_unread(lines[0], path))
                result += [Block(BlockKind.PARAGRAPH, line.text.strip()) for line in lines]
            else:
                result += items[at : members[-1] + 1]
        else:
            number += 1
            result += _blocks(grid, number)
            removals += [cell.text.removed(REPEATED, "names of columns said before") for cell in grid.repeated]
        at = members[-1] + 1
    return Taken(tuple(result), (), tuple(removals), tuple(diagnostics))


@dataclass(frozen=True, slots=True)
class _Region:
    """Where a table may be: the indices of its filled lines, whether a caption says so, and those of the lines above
    it that are neither headings nor cells: its number, its title, its unit."""

    members: list[int]
    captioned: bool
    above: list[int]


def _regions(items: Sequence[Item], filled: Sequence[int]) -> Iterator[_Region]:
    """Where tables may be, in order."""
    place = 0
    tries, stretches = _Tries(), Stretches()
    sought: set[int] = set()
    while place < len(filled):
        text = _plain(items, filled[place])
        if _CAPTION.match(text) and not _is_prose(text):
            alone = bool(_NUMBER_ALONE.fullmatch(text))
            start = place + 1
            if alone and _is_unit(items, filled, start + 1) and not _is_unit(items, filled, start):
                start += 1
            while _is_unit(items, filled, start):
                start += 1
            members = _below_caption(items, filled, start)
            if len(members) < 2 or not _grid(items, members):
                members = _run_of_layout(items, filled, start, set(), True) or members
            if len(members) >= 2:
                end = filled.index(members[0], start)
                unnumbered = not re.search(r"[0-9一二三四五六七八九十]", text[:6])
                above = [n for n in filled[place:end] if alone or unnumbered or _UNIT.match(_plain(items, n))]
                yield _Region(members, True, above)
                place = end + len(members)
                continue
        run = (
            _run_of_tabs(items, filled, place)
            or _run_of_rows(items, filled, place, stretches)
            or _run_of_facts(items, filled, place)
            or _run_of_cells(items, filled, place, tries)
            or _run_of_layout(items, filled, place, sought, False)
        )
        if run:
            yield _Region(run, False, _above(items, filled, filled.index(run[0], place)))
            place = filled.index(run[0], place) + len(run)
            continue
        place += 1


def _is_unit(items: Sequence[Item], filled: Sequence[int], place: int) -> bool:
    return place < len(filled) and bool(_UNIT.match(_plain(items, filled[place])))


def _above(items: Sequence[Item], filled: Sequence[int], place: int) -> list[int]:
    """Lines right above a table without a caption that say its unit, or are a further row of names of columns."""
    above: list[int] = []
    while place and len(above) < MOST_ABOVE:
        place -= 1
        text = _plain(items, filled[place])
        if not _UNIT.match(text) and (len(Parted(_line(items, filled[place])).tight) < 2 or _is_prose(text)):
            break
        if written_dates.find(text) or written_dates.of_republic(text) or _FIELD.match(text):
            break
        above.append(filled[place])
    return above


def _sources(items: Sequence[Item], filled: Sequence[int], last: int) -> Iterator[int]:
    """Lines right below a table that say its source or remark on it, each whole in itself."""
    for place in range(bisect_right(filled, last), len(filled)):
        index = filled[place]
        text = _plain(items, index)
        below = _plain(items, index + 1) if index + 1 < len(items) else ""
        whole = not below or _SOURCE.match(below) or starts_unit(below)
        if not _SOURCE.match(text) or not whole or text[-1] in "，、,;；：:":
            return
        yield index


def _grid(items: Sequence[Item], members: Sequence[int]) -> Grid | None:
    """The grid of the lines of a region."""
    lines = [items[n] for n in members]
    if _plain(items, members[0]).partition("\t")[0] in words("box_labels"):
        facts = [cell for line in lines for cell in table_cells.at_tabs(line.text.strip())]
        rows: list[Row] = [[*fact] for fact in zip(facts[::2], facts[1::2], strict=False)]
        if len(facts) % 2 == 0:
            return Grid(None, rows, [], [None] * len(rows))
    if all(_is_pair(_plain(items, n)) for n in members):
        pairs = [table_cells.at_tabs(line.text.strip()) for line in lines]
        return Grid(None, [[*row] for row in pairs], [], [None] * len(pairs))
    gaps = [not _plain(items, index - 1) for index in members]
    return solve([line.text for line in lines if isinstance(line, Line)], gaps)


def _plain(items: Sequence[Item], index: int) -> str:
    item = items[index]
    return item.text.plain.strip()


def _is_prose(text: str) -> bool:
    return bool(re.search(r"[。！？；，]", text)) or measure.width(text) > 120


def _below_caption(items: Sequence[Item], filled: Sequence[int], start: int) -> list[int]:
    members: list[int] = []
    for index in filled[start : start + MOST_LINES]:
        text = _plain(items, index)
        if _SOURCE.match(text) or _is_prose(text) or _CAPTION.match(text) or starts_unit(text):
            break
        members.append(index)
    parted = [Parted(_line(items, index)) for index in members]
    if all(len(line.tight) == 1 for line in parted):
        if by_cell(parted):
            return members
        # A caption whose number stands alone says what it shows in the next line.
        if start and _NUMBER_ALONE.fullmatch(_plain(items, filled[start - 1])) and by_cell(parted[1:]):
            return members[1:]
    while members and len(Parted(_line(items, members[-1])).loose) == 1 and _words_at_end(items, members):
        members.pop()
    return members


def _words_at_end(items: Sequence[Item], members: Sequence[int]) -> bool:
    """Whether the last line is a word, while no other line of the table that is one word stands near: a heading."""
    last = Parted(_line(items, members[-1])).loose[0]
    if last.numeric:
        return False
    before = Parted(_line(items, members[-2])).loose if len(members) > 1 else []
    return len(before) > 1 or (len(before) == 1 and before[0].numeric)


def _line(items: Sequence[Item], index: int) -> MappedText:
    return items[index].text


def _run_of_rows(items: Sequence[Item], filled: Sequence[int], place: int, stretches: Stretches) -> list[int]:
    """The longest run of lines from ``place`` on that are rows of one table by their looks alone."""
    text = _line(items, filled[place])
    if len(text) > LONGEST_ROW or not _PARTED.search(text.plain) or _is_prose(text.plain):
        return []
    line = Parted(text)
    count = len(line.tight if len(line.tight) >= 3 else line.loose)
    if not 3 <= count <= 12:
        return []
    limit = min(place + MOST_LINES, len(filled))
    rows = stretches.follow(count, place + 1, limit, lambda n: _numbers_in_row(_line(items, filled[n]), count))
    stop = min(rows.stop, limit)
    if stop - place < 3 or (rows.bare and rows.stop < limit):
        return []
    if rows.numbers(place + 1, stop) < 0.4 * count * (stop - place - 1):
        return []
    run = list(filled[place:stop])
    # A row of names over several columns may stand on top.
    return next((run[top:] for top in range(min(len(run) - 2, 3)) if _grid(items, run[top:])), [])


def _run_of_tabs(items: Sequence[Item], filled: Sequence[int], place: int) -> list[int]:
    """Lines from ``place`` on that have as many tabs, two at least: a page's own columns, whatever their cells hold."""
    pairs = [*takewhile(lambda index: _is_pair(_plain(items, index)), filled[place : place + MOST_LINES])]
    if len(pairs) >= FEWEST_ROWS and not (place and _is_pair(_plain(items, filled[place - 1]))):
        names = [_plain(items, index).partition("\t")[0].strip() for index in pairs]
        of_text = sum(any(name in words(f"{kind}_labels") for kind in _OF_TEXT) for name in names)
        return pairs if 2 * of_text < len(names) else []
    tabs = _tabs(_plain(items, filled[place]))
    above = _tabs(_plain(items, filled[place - 1])) if place else 0
    if tabs < FEWEST_TABS or above == tabs:
        return []
    run = [*takewhile(lambda index: _tabs(_plain(items, index)) == tabs, filled[place : place + MOST_LINES])]
    box = _plain(items, filled[place]).partition("\t")[0].strip() in words("box_labels")
    return run if len(run) >= (2 if box else FEWEST_ROWS) and _grid(items, run) else []


def _is_pair(text: str) -> bool:
    """Whether a line is a name, a tab and a value, as the box of an encyclopedia has."""
    name, _, value = (piece.strip() for piece in text.partition("\t"))
    if "\t" not in text or _tabs(text) != 1 or not 1 < len(name) <= WIDEST_NAME or not value:
        return False
    return not re.search(r"[。！？，；：:\d]", name)


def _run_of_facts(items: Sequence[Item], filled: Sequence[int], place: int) -> list[int]:
    """The box of facts of an encyclopedia's page that opens with a known name: names and values in turn, a line each,
    down to a sentence or to a wider gap."""
    if _plain(items, filled[place]) not in words("box_labels"):
        return []
    run: list[int] = []
    blank = filled[place + 1] - filled[place] if place + 1 < len(filled) else 0
    for index in filled[place : place + MOST_LINES]:
        text = _plain(items, index)
        wide = "\t" in text or measure.width(text) > 2 * WIDEST_CELL or re.search(r"[。！？]", text)
        if wide or not isinstance(items[index], Line) or (run and index - run[-1] > blank):
            break
        run.append(index)
    if len(run) < FEWEST_FACTS or len(run) % 2 or run[-1] == filled[-1]:
        return []
    return run if all(len(_plain(items, index)) <= WIDEST_NAME for index in run[::2]) else []


def _run_of_layout(
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
    if _layout(items, run, captioned):
        return run
    sought.update(run)
    return []


def _is_laid_out(line: Line, inside: bool) -> bool:
    """Whether a line has cells, or ``inside`` a table may go on in the cells above."""
    plain = line.text.plain
    stripped = plain.strip()
    if len(plain) > LONGEST_ROW or _SOURCE.match(stripped) or _CAPTION.match(stripped) or _FIELD.match(stripped):
        return False
    spots = table_layout.spots(plain)
    return len(spots) > 1 or (inside and len(spots) == 1 and spots[0][0] >= INDENT)


def _layout(items: Sequence[Item], members: Sequence[int], captioned: bool) -> Grid | None:
    texts = [items[n].text for n in members]
    return table_layout.solve(texts, captioned) if len(texts) >= FEWEST_ROWS else None


def _goes_on_below(items: Sequence[Item], members: Sequence[int]) -> bool:
    """Whether a line with cells is so far set in that its first cell is missing."""
    plain = [items[n].text.plain for n in members]
    margin = min(len(text) - len(text.lstrip(" ")) for text in plain)
    return any(len(text) - len(text.lstrip(" ")) >= margin + INDENT for text in plain[1:])


def _tabs(text: str) -> int:
    """Tabs between the cells of a row; none in running text."""
    return text.count("\t") if "\t" in text and len(text) <= LONGEST_ROW and not text.endswith("。") else 0


@dataclass(slots=True)
class _Tries:
    """How often a table was sought in the stretch of short lines that ends at a place of the filled lines."""

    end: int = 0
    count: int = 0


def _run_of_cells(items: Sequence[Item], filled: Sequence[int], place: int, tries: _Tries) -> list[int]:
    """Lines from ``place`` on that are the cells of one table, where a unit or a blank line stands before them."""
    index = filled[place]
    if place < tries.end and tries.count >= MOST_TRIES:
        return []
    opens = (place and _is_unit(items, filled, place - 1)) or (index and not _plain(items, index - 1))
    if not opens or _UNIT.match(_plain(items, index)):
        return []
    run: list[int] = []
    numbers = 0
    for member in filled[place : place + MOST_LINES]:
        line = Parted(_line(items, member))
        text = line.text.plain
        if len(line.tight) != 1 or measure.width(text) > WIDEST_CELL or _is_prose(text) or _SOURCE.match(text.strip()):
            break
        run.append(member)
        numbers += line.tight[0].numeric
    tries.end, tries.count = place + len(run), tries.count + 1 if place < tries.end else 1
    if len(run) < FEWEST_CELLS or numbers < 0.4 * len(run):
        return []
    return run if _grid(items, run) else []


def _numbers_in_row(text: MappedText, count: int) -> int | None:
    """How many numbers are in a row of ``count`` cells; ``BARE`` where none is, None for any other line."""
    fits = len(text) <= LONGEST_ROW and not _is_prose(text.plain)
    cells = table_cells.options(Parted(text), count) if fits else None
    return None if cells is None else sum(cell.numeric for cell in cells) or BARE


def _blocks(grid: Grid, number: int) -> Iterator[Block]:
    if grid.header:
        yield _block(list(grid.header), number, True)
    seen: Cell | None = None
    for label, row in zip(grid.labels, grid.rows, strict=True):
        cells: list[Cell | None] = list(row)
        if label is not None:
            again = Cell(MappedText.inserted(label.plain[:LONGEST_LABEL], CELL))
            cells = [label if label is not seen else again, *cells]
            seen = label
        yield _block(cells, number, False)


def _block(row: Sequence[Cell | None], number: int, header: bool) -> Block:
    parts: list[MappedText] = []
    ranges: list[tuple[int, int]] = []
    offset = 0
    for cell in row:
        if ranges:
            parts.append(MappedText.inserted(" ", CELL))
            offset += 1
        size = len(cell.text) if cell else 0
        ranges.append((offset, offset + size))
        if cell:
            parts.append(cell.text)
        offset += size
    return Block(BlockKind.TABLE, MappedText.concat(parts), cells=tuple(ranges), table=number, header=header)


def _keeps_all(grid: Grid, lines: Sequence[Item]) -> bool:
    """Whether each character of the lines is in one cell, one label or one repeated name."""
    labels = {id(label): label for label in grid.labels if label}.values()
    placed = [*(grid.header or []), *(cell for row in grid.rows for cell in row)]
    cells = [*(cell for cell in placed if cell), *grid.repeated, *labels]
    kept = sorted(span for cell in cells for span in cell.text.spans())
    apart = all(before.end <= after.start for before, after in pairwise(kept))
    size = sum(len("".join(cell.plain.split())) for cell in cells)
    return apart and size == sum(len("".join(line.text.plain.split())) for line in lines)


def _unread(first: Item, path: str) -> Diagnostic:
    words = first.text.plain.strip()[:30]
    return Diagnostic(
        Severity.WARNING,
        UNREAD,
        f"the table that starts with {words!r} cannot be read with certainty; its lines stay text",
        path,
        help="write it as lines of cells parted by two spaces",
    )
