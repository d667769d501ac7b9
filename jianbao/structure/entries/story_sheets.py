"""Sheets of stories saved as text: a story in each row, its title, day, outlet, writer and text in columns.

Before: ``日期<tab>媒體<tab>標題<tab>內文`` over rows, or the same with commas and quotes (CSV), a text perhaps over
several lines between its quotes
After: an article each row; what no column's name tells is a printed line.
Never: tables whose texts are short; rows of unequal cells; sheets without a name for the titles or for the texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from jianbao import regex as re
from jianbao.document import Line
from jianbao.provenance import MappedText, Removal
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import persons, written_dates
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.structure.layout.flow import Unit
from jianbao.structure.tables.table_grid import CELL
from jianbao.word_lists import words

FEWEST_COLUMNS, FEWEST_ROWS = 3, 2
LONGEST_NAME = 12
"""Characters of a column's name."""
SHORTEST_TEXT = 60
"""Characters that the texts of a sheet have at the middle at least."""
LONGEST_SOURCE = 30
"""Characters of an outlet's name."""
MOST_LINES = 200
"""Lines of one text between quotes."""

_KINDS = ("title", "text", "date", "source", "byline", "tag")
_OF_OUTLETS = ("媒體", "媒体", "報別", "报别", "網站", "网站")
"""What sheets call the column of outlets, beside what stands in front of them elsewhere."""
_CELL = {mark: re.compile(rf'[ ]*"((?:[^"]|"")*)"[ ]*(?={mark}|$)|([^{mark}]*)') for mark in "\t,;"}
_BETWEEN = re.compile(r"\s*[、，,；;／/]\s*")


@dataclass(frozen=True, slots=True)
class Sheet:
    """``units`` are the cells of a sheet, title first and text last in each row; ``kinds`` says of a cell by the
    seed's offset where it begins what it is. Empty for a file that is no such sheet."""

    units: tuple[Unit, ...] = ()
    kinds: dict[int, str] = field(default_factory=dict)
    removals: tuple[Removal, ...] = ()


@dataclass(frozen=True, slots=True)
class _Cell:
    """The lines of a cell, each with its number in the seed."""

    lines: list[tuple[MappedText, int]]

    @property
    def size(self) -> int:
        return sum(len(text) for text, _ in self.lines)


_Record = tuple[list[_Cell], list[Removal]]


def take(lines: Sequence[Line]) -> Sheet:
    """The sheet that a file is."""
    filled = [line for line in lines if line.text.plain.strip()]
    if len(filled) <= FEWEST_ROWS:
        return Sheet()
    mark = next((mark for mark in _CELL if filled[0].text.plain.count(mark) >= FEWEST_COLUMNS - 1), "")
    kinds = _names(filled[0].text.plain, mark) if mark else []
    if "title" not in kinds or "text" not in kinds:
        return Sheet()
    records: list[_Record] = []
    at = 0
    while at < len(filled):
        record, at = _record(filled, at, mark, len(kinds))
        if record is None:
            return Sheet()
        records.append(record)
    rows = [cells for cells, _ in records[1:]]
    text = kinds.index("text")
    if len(rows) < FEWEST_ROWS or median(row[text].size for row in rows) < SHORTEST_TEXT:
        return Sheet()
    names = [line.removed(CELL, "names of the columns of a sheet") for cell in records[0][0] for line, _ in cell.lines]
    return _told(rows, kinds, [*names, *(mark for _, marks in records for mark in marks)])


def state(known: Sequence[Known], cells: Mapping[int, str]) -> list[Known]:
    """The parts, with each cell of a sheet told by its column's name."""
    return [_cell(item, cells.get(item.part.text.origin(0) or 0, "")) for item in known] if cells else list(known)


def starts(known: Sequence[Known], cells: Mapping[int, str]) -> list[int]:
    """The parts that begin a story; none where the file is no sheet."""
    return [at for at, item in enumerate(known) if cells.get(item.part.text.origin(0) or 0) == "title"]


def _names(head: str, mark: str) -> list[str]:
    """What each column holds; empty where the first line does not name columns."""
    cells = [(match[1] or match[2] or "").strip() for match in _matches(head, mark)]
    if len(cells) < FEWEST_COLUMNS or not all(len(cell) <= LONGEST_NAME for cell in cells):
        return []
    kinds = [_kind(cell) for cell in cells]
    return kinds if len([kind for kind in kinds if kind == "title"]) == 1 == kinds.count("text") else []


def _kind(name: str) -> str:
    if name in _OF_OUTLETS:
        return "source"
    spoken = {name, name.capitalize(), name.lower()}
    return next((kind for kind in _KINDS if spoken.intersection(words(f"{kind}_labels"))), "other")


def _matches(text: str, mark: str) -> Iterator[re.Match[str]]:
    at = 0
    while True:
        match = _CELL[mark].match(text, at)
        if match is None:
            return
        yield match
        if match.end() >= len(text):
            return
        at = match.end() + 1


def _record(lines: Sequence[Line], at: int, mark: str, columns: int) -> tuple[_Record | None, int]:
    """The cells of the record that begins at a line, of one line or, where a quote is open, of several."""
    end = at + 1
    quotes = lines[at].text.plain.count('"')
    while quotes % 2 and mark != "\t" and end < min(at + MOST_LINES, len(lines)):
        quotes += lines[end].text.plain.count('"')
        end += 1
    whole = "\n".join(line.text.plain for line in lines[at:end])
    matches = list(_matches(whole, mark))
    if len(matches) != columns:
        return None, end
    bounds = [0]
    for line in lines[at:end]:
        bounds.append(bounds[-1] + len(line.text.plain) + 1)
    cells: list[_Cell] = []
    gone: list[Removal] = []
    done = 0
    for match in matches:
        begin, stop = match.span(1) if match[1] is not None else match.span(2)
        gone += [
            text.removed(CELL, "between the cells of a sheet") for text, _ in _cut(lines[at:end], bounds, done, begin)
        ]
        cells.append(_Cell(list(_cut(lines[at:end], bounds, begin, stop))))
        done = stop
    gone += [
        text.removed(CELL, "between the cells of a sheet") for text, _ in _cut(lines[at:end], bounds, done, len(whole))
    ]
    return (cells, gone), end


def _cut(lines: Sequence[Line], bounds: Sequence[int], begin: int, stop: int) -> Iterator[tuple[MappedText, int]]:
    """The stretches of lines between two places of their joined text that are not blank."""
    for line, low in zip(lines, bounds, strict=False):
        text = (
            line.text.slice(max(begin - low, 0), max(stop - low, 0)).strip() if begin < low + len(line.text) else None
        )
        if text is not None and text.plain:
            yield text, line.number


def _told(rows: Sequence[Sequence[_Cell]], kinds: Sequence[str], removals: Sequence[Removal]) -> Sheet:
    """The cells of all rows as units, title first and text last."""
    units: list[Unit] = []
    told: dict[int, str] = {}
    order = sorted(range(len(kinds)), key=lambda n: (kinds[n] != "title", kinds[n] == "text"))
    for row in rows:
        for n in order:
            for text, number in row[n].lines:
                told[text.origin(0) or 0] = kinds[n]
                units.append(Unit(text, (number,)))
    return Sheet(tuple(units), told, tuple(removals))


def _cell(item: Known, kind: str) -> Known:
    """A cell with what its column says of it."""
    text = item.plain
    if kind == "title":
        return Known(item.part, Role.TITLE)
    if kind == "text":
        return Known(item.part, Role.BODY)
    if kind == "date" and (dates := written_dates.find(text) or written_dates.of_republic(text)):
        return Known(item.part, Role.META, MetaLine(date=dates[0].iso, date_text=text))
    if kind == "source" and len(text) <= LONGEST_SOURCE:
        return Known(item.part, Role.META, MetaLine(source=text))
    if kind == "byline":
        names = persons.names_in(text) or [name for name in _BETWEEN.split(text) if name]
        return Known(item.part, Role.META, MetaLine(authors=tuple(names)))
    if kind == "tag":
        return Known(item.part, Role.META, MetaLine(tags=tuple(_BETWEEN.split(text))))
    return Known(item.part, Role.META, MetaLine(desk=True)) if kind else item
