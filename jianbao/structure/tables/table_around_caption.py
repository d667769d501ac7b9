"""Tables whose cells stand a line each, or between blank lines, around their caption.

Some extractors write a caption that stands in the middle of the print where it falls among the columns: cells stand
above it, and its unit and source among them. A page may end in the table.

Before: ``航線`` / ``甲線`` / ``乙線`` / ``丙線`` / ``表1　各線`` / ``班次`` / ``7`` / ``9`` / ``8``
After: rows of two cells below the caption.
Never: cells that fill no table with certainty; running text, items, headings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jianbao import regex as re
from jianbao.document import Line
from jianbao.provenance import MappedText
from jianbao.structure import joints, measure
from jianbao.structure.layout import cut_words
from jianbao.structure.layout.flow import Item
from jianbao.structure.starts import starts_unit
from jianbao.structure.tables import table_heads, table_named, table_names, table_number_columns, table_wrapped_rows
from jianbao.structure.tables.table_boxes import plain
from jianbao.structure.tables.table_cells import Cell, Parted, with_units
from jianbao.structure.tables.table_grid import Grid
from jianbao.structure.tables.table_looks import CAPTION, SOURCE, UNIT, is_prose

MOST_LINES = 160
"""Lines of such a table on each side of its caption at most."""
WRAPPED = 12
"""Columns of print of a line of a cell that may go on in the next."""
WIDEST = 44
"""Columns of print of a line of a cell."""
FEWEST = 6
"""Cells of such a table."""
TORN = 3
"""Cells above a caption, and below it, from which on both are of one table."""
ROWS = 0.2
"""Share of lines that are rows, from which on the lines are no cells."""
MOST_ASIDE = 3
"""Lines among the cells that say a unit or a source."""

_STOP = re.compile(r"[。！？；：:]$|[。！？；].")
_OF_TIME = re.compile(r"[年月日季度]")
_APART = re.compile(r"(?<=[\u3400-\u9fff]{2}) (?=[\u3400-\u9fff]{2})")
_DAY = re.compile(r"\d\s?月")


@dataclass(frozen=True, slots=True)
class Around:
    """A table: the indices of the lines of its cells, of those among them or above that say its caption, unit and
    source, and its grid; None where its cells are not told with certainty, though they stand on both sides."""

    members: list[int]
    aside: list[int]
    grid: Grid | None


def find(items: Sequence[Item], filled: Sequence[int]) -> Iterator[Around]:
    """The tables around captions, in order."""
    last = 0
    for place, index in enumerate(filled):
        text = plain(items, index)
        if place < last or not CAPTION.match(text) or is_prose(text):
            continue
        found = _around(items, filled, place, last)
        if found is not None:
            last = max(place, *(filled.index(n, last) for n in found.members)) + 1
            yield found


def _around(items: Sequence[Item], filled: Sequence[int], place: int, floor: int) -> Around | None:
    index = filled[place]
    alone = CAPTION.match(plain(items, index))
    first = place + 1 + bool(alone and alone.end() == len(plain(items, index)))  # what it shows is in the next line
    below, aside, closed = _below(items, filled, first)
    titles = filled[place:first]
    while first < len(filled) and UNIT.match(plain(items, filled[first])):
        first += 1
    wrapped = table_wrapped_rows.run(items, filled, first)
    if wrapped:
        return Around(wrapped[0], [*filled[place:first]], wrapped[1])
    above = _above(items, filled, place, floor)
    stretches = [(below, aside)] if below else []
    stretches += [(below[:closed], aside)] if 0 < closed < len(below) and not _numbers(items, below[closed:]) else []
    stretches += [([*above, *below], aside), ([*above, *below[:closed]], aside)] if above and below else []
    stretches += [(above, [])] if above else []
    if below and closed in (0, len(below)) and not aside and not _numbers(items, below[-1:]):
        stretches += [(members[:-1], others) for members, others in stretches if members[-1:] == below[-1:]]
    for members, others in stretches:  # last, without what may be the heading of the text below
        grid = solve(items, members)
        if grid is not None:
            inside = [n for n in others if n < members[-1]]
            return Around(members, sorted({*titles, *inside}), grid)
    if _is_torn(items, above, below):
        inside = [n for n in aside if n < below[-1]]
        return Around([*above, *below], sorted({*titles, *inside}), None)
    return None


def _numbers(items: Sequence[Item], members: Sequence[int]) -> int:
    """How many lines are a number each."""
    return sum(Cell(items[n].text.strip()).numeric for n in members)


def _is_torn(items: Sequence[Item], above: Sequence[int], below: Sequence[int]) -> bool:
    """Whether cells of one table stand on both sides of its caption: no line among those nearest is a row."""
    near = [*above[-TORN:], *below[:TORN]]
    alone = not any(len(_cut(items[n].text.strip())) > 1 for n in near)
    if min(len(above), len(below)) < TORN or table_names.opens(items[below[0]].text.plain.strip()):
        return False
    return alone and table_names.is_any_name(items[n].text.plain.strip() for n in above)


def _below(items: Sequence[Item], filled: Sequence[int], start: int) -> tuple[list[int], list[int], int]:
    """The lines of cells below a caption, those that say a unit or a source, and how many cells stand before the first
    source."""
    members: list[int] = []
    aside: list[int] = []
    closed = -1
    for place in range(start, min(start + MOST_LINES, len(filled))):
        index = filled[place]
        text = plain(items, index)
        if UNIT.match(text) or SOURCE.match(text):
            if len(aside) == MOST_ASIDE:
                break
            if SOURCE.match(text) and closed < 0:
                closed = len(members)
            aside.append(index)
        elif _is_cell(items[index], text):
            members.append(index)
        else:
            break
    return members, aside, len(members) if closed < 0 else closed


def _above(items: Sequence[Item], filled: Sequence[int], place: int, floor: int) -> list[int]:
    """The lines of cells right above a caption."""
    members: list[int] = []
    for at in range(place - 1, max(floor, place - MOST_LINES) - 1, -1):
        index = filled[at]
        text = plain(items, index)
        if (UNIT.match(text) and members) or (SOURCE.match(text) and at == place - 1):
            continue
        if not _is_cell(items[index], text):
            break
        members.append(index)
    return members[::-1]


def _is_cell(item: Item, text: str) -> bool:
    short = isinstance(item, Line) and 0 < measure.width(text) <= WIDEST and not _STOP.search(text)
    return short and "\t" not in text and "  " not in text and not CAPTION.match(text) and not starts_unit(text)


def solve(items: Sequence[Item], members: Sequence[int]) -> Grid | None:
    """The grid of lines that are cells or pieces of cells."""
    if len(members) < FEWEST:
        return None
    if sum(_is_row(items[n].text.strip()) for n in members) >= ROWS * len(members):
        return None
    tight = all(after == before + 1 for before, after in pairwise(members))
    for cells in _cells(items, members):
        if len(cells) >= FEWEST:
            grid = table_named.solve(cells, tight) or table_number_columns.solve(cells, tight)
            if grid is not None:
                return grid
    return None


def _cells(items: Sequence[Item], members: Sequence[int]) -> Iterator[list[Cell]]:
    """The cells: a line each; or where blank lines part most, what stands between two of these; or these cut at the
    spaces between numbers."""
    gaps = [items[after - 1].text.plain.strip() == "" for _, after in pairwise(members)]
    lines = [items[index].text.strip() for index in members]
    whole = lines
    if not any(gaps) and (joined := _unbroken(lines)):
        yield [Cell(text) for text in joined]
        return
    if 2 * sum(gaps) >= len(gaps):
        whole = []
        for text, gap in zip(lines, [True, *gaps], strict=True):
            if gap:
                whole.append(text)
                continue
            glue = " " if joints.needs_space(whole[-1].plain, text.plain) else ""
            whole[-1] = MappedText.concat([whole[-1], MappedText.inserted(glue, joints.JOINT), text])
    if any(_APART.search(text.plain) for text in whole):
        yield [part for text in whole for part in _parted(text)]
        return
    yield [Cell(text) for text in whole]
    if len(whole) < len(lines):
        yield [Cell(text) for text in lines]
    cut = [cell for text in whole for cell in _cut(text)]
    if len(cut) > len(whole):
        yield cut


def _parted(text: MappedText) -> Iterator[Cell]:
    """The cells of a line, cut between words: two cells, as no paper sets a blank inside one."""
    at = 0
    for blank in _APART.finditer(text.plain):
        yield Cell(text.slice(at, blank.start()))
        at = blank.end()
    yield Cell(text.slice(at, len(text)))


def _unbroken(lines: Sequence[MappedText]) -> list[MappedText]:
    """The lines, those over which a word of a wide cell runs put together; empty where there are none."""
    whole: list[MappedText] = []
    before = ""
    for text in lines:
        wide = measure.width(before) >= WRAPPED
        if wide and (text.plain[0] in "，、）」" or before[-1] in "，、（「" or _is_cut(before, text.plain)):
            whole[-1] = MappedText.concat([whole[-1], text])
        else:
            whole.append(text)
        before = text.plain
    return whole if len(whole) < len(lines) else []


def _is_cut(before: str, after: str) -> bool:
    """Whether a word goes on from one line to the next."""
    return cut_words.gain(before, after) >= table_heads.CUT


def _is_row(text: MappedText) -> bool:
    """Whether a line is a word, or a count and a word, and numbers behind it."""
    words = Parted(text).loose
    numbers = sum(word.numeric for word in words)
    return len(words) > 2 and words[-1].numeric and numbers < len(words) and not _DAY.search(text.plain)


def _cut(text: MappedText) -> list[Cell]:
    """A cell cut into a word and the numbers behind it, or into numbers, where it is nothing else."""
    line = Parted(text)
    words = list(with_units(line.loose, text, _OF_TIME))
    numbers = all(word.numeric or table_names.is_name(word.plain) for word in words[1:])
    if len(words) > 1 and numbers and not _DAY.search(text.plain) and (words[0].numeric or words[1].numeric):
        return words
    if len(words) > 1 and all(map(table_names.is_name, [word.plain for word in words])):
        return words
    return [Cell(text)]
