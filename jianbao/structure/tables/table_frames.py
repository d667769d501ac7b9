"""Tables that tools draw with characters: boxes of lines, bars between cells, rules of dashes below the names.

Before: ``┌──┬──┐``, ``│年度│件數│`` and ``├──┼──┤``; ``+---+---+`` and ``| a | b |``; ``年度| 件數`` over ``---|---``
After: rows of cells; the frame leaves.
Never: lines with bars without a rule of the same width in cells among them, or bars at both ends of each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from jianbao import regex as re
from jianbao.document import Block, BlockKind, Line
from jianbao.print_columns import columns
from jianbao.provenance import MappedText, Removal
from jianbao.structure import joints
from jianbao.structure.layout.flow import Item, Taken
from jianbao.structure.tables.table_blocks import block
from jianbao.structure.tables.table_grid import CELL

_BAR = re.compile(r"[│┃║|](?<!\\\|)")
_DRAWN = "─━═┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛┠┨┯┷┿╂╭╮╰╯"
_RULE = re.compile(rf"^[\s│┃║|:+=\-{_DRAWN}]*[=\-─━═]{{2}}[\s│┃║|:+=\-{_DRAWN}]*$")
_CORNERS = _DRAWN[3:]
_OF_CELLS = re.compile(rf"[=\-─━═:]{{2}}\s*[│┃║|+{_CORNERS}]\s*[=\-─━═:]{{2}}|^[│┃║|+{_CORNERS}]\s*[=\-─━═:]{{3}}")
"""Two cells of a rule, or the corner that it begins with."""
_SIGN = re.compile(rf"[│┃║|{_DRAWN}]|\+[-=]")
_ENDS = "│┃║|"
FEWEST, MOST = 2, 24
"""Columns of a table."""
LONGEST = 1200
"""Characters of a line of a table."""
_NUMERIC = re.compile(r"[\d,.%％()+\-–— ]*\d[\d,.%％()+\-–— ]*")


@dataclass(slots=True)
class _Frame:
    """A table that was drawn: its lines, and its rows of cells in groups between rules."""

    lines: Sequence[Line]
    groups: list[list[list[MappedText]]] = field(default_factory=list)


def take(items: Sequence[Item]) -> Taken:
    """Items with drawn tables as consecutive TABLE blocks, one a row."""
    result: list[Item] = []
    removals: list[Removal] = []
    number = index = 0
    while index < len(items):
        begin, end = _run(items, index)
        result += items[index:begin]
        lines = [item for item in items[begin:end] if isinstance(item, Line)]
        frame = _frame(lines) if len(lines) >= FEWEST else None
        if frame is None:
            index = max(end, index + 1)
            result += items[begin:index]
            continue
        number += 1
        blocks, gone = _blocks(frame, number)
        result += blocks
        removals += gone
        index = end
    return Taken(tuple(result), (), tuple(removals))


def next_number(items: Sequence[Item]) -> int:
    """The number of the next table."""
    return 1 + max((item.table for item in items if isinstance(item, Block)), default=0)


def _run(items: Sequence[Item], index: int) -> tuple[int, int]:
    """The lines from ``index`` on that may be a frame, as their first and the behind-last: where none of them is a
    rule, those behind the last without bars at both ends."""
    begin, end, ruled = index, index, False
    while end < len(items):
        item = items[end]
        text = item.text.plain.strip() if isinstance(item, Line) else ""
        if not text or len(text) > LONGEST or not _SIGN.search(text):
            break
        rule = _is_rule(text)
        if not rule and not _BAR.search(text):
            break
        ruled = ruled or rule
        end += 1
        if text[0] not in _ENDS or text[-1] not in _ENDS:
            begin = end
    return (index if ruled else begin), end


def _is_rule(text: str) -> bool:
    return bool(_RULE.match(text) and (_OF_CELLS.search(text) or text[0] in _CORNERS or text[:2] in ("+-", "+=")))


def _frame(lines: Sequence[Line]) -> _Frame | None:
    """The rows of lines that draw a table; None where their cells do not agree."""
    rules = [_is_rule(line.text.plain.strip()) for line in lines]
    texts = [line.text for line, rule in zip(lines, rules, strict=True) if not rule]
    is_open = any(text.plain.lstrip()[0] not in _ENDS for text in texts)
    rows = [_Drawn(text, is_open) for text in texts]
    count = max((len(row.cells) for row in rows), default=0)
    if not FEWEST <= count <= MOST or len(rows) < FEWEST or (any(rules) and not any(rules[:2])):
        return None
    if not any(rules) and any(len(row.cells) < count for row in rows):
        return None
    model = next(row for row in rows if len(row.cells) == count)
    frame = _Frame(lines, [[]])
    drawn = iter(rows)
    for rule in rules:
        if not rule:
            frame.groups[-1].append(next(drawn).placed(model))
        elif frame.groups[-1]:
            frame.groups.append([])
    frame.groups = [group for group in frame.groups if group]
    return frame


class _Drawn:
    """A line cut at its bars: the cells, and the column of print at which each begins. ``is_open``: lines of the table
    begin and end without a bar."""

    def __init__(self, text: MappedText, is_open: bool) -> None:
        plain = text.plain
        bars = [match.start() for match in _BAR.finditer(plain)]
        cuts = [-1, *bars] if is_open else bars
        if is_open or plain[bars[-1] + 1 :].strip():
            cuts.append(len(plain))
        self.cells = [text.slice(low + 1, high).strip() for low, high in pairwise(cuts)]
        self.starts = [columns(plain[: low + 1]) for low in cuts[:-1]]

    def placed(self, model: _Drawn) -> list[MappedText]:
        """The cells below those of the line that has most: one over several columns stands in the first of them."""
        count = len(model.cells)
        row = [MappedText()] * count
        aligned = all(any(abs(start - other) < FEWEST for other in model.starts) for start in self.starts)
        at = -1
        for left, (cell, start) in enumerate(zip(self.cells, self.starts, strict=True)):
            nearest = min(range(count), key=lambda n: abs(model.starts[n] - start)) if aligned else 0
            at = min(max(at + 1, nearest), count - len(self.cells) + left)
            row[at] = cell
        return row


def _blocks(frame: _Frame, number: int) -> tuple[list[Block], list[Removal]]:
    """The rows as blocks, and the frame as removals."""
    gone = list(_drawn(frame))
    ruled = len(frame.groups) > FEWEST or len(frame.groups[-1]) == 1
    rows: list[list[MappedText]] = []
    for place, group in enumerate(frame.groups):
        stacks: list[list[list[MappedText]]] = []
        for line in group:
            if stacks and (ruled or not line[0].plain or (place == 0 and len(frame.groups) > 1)):
                stacks[-1].append(line)
            else:
                stacks.append([line])
        rows += [[_joined(cells, gone) for cells in zip(*stack, strict=True)] for stack in stacks]
    filled = [n for n in range(len(rows[0])) if any(row[n].plain for row in rows)]
    rows = [[row[n] for n in filled] for row in rows if any(cell.plain for cell in row)]
    blocks: list[Block] = []
    while len(rows) > FEWEST and rows[0][0].plain and not any(cell.plain for cell in rows[0][1:]):
        blocks.append(Block(BlockKind.PARAGRAPH, rows.pop(0)[0]))
    names = [cell.plain for cell in rows[0]]
    header = len(frame.groups) > 1 and all(names) and not any(map(_NUMERIC.fullmatch, names))
    header = header and (len(names) > FEWEST or not ruled or _is_centred(frame))
    return [*blocks, *(block(row, number, header and row is rows[0]) for row in rows)], gone


def _is_centred(frame: _Frame) -> bool:
    """Whether the cells of the first row alone stand in the middle of theirs: names over columns."""
    texts = [line.text.plain for line in frame.lines if not _is_rule(line.text.plain.strip())]
    cells = [[text[low.end() : high.start()] for low, high in pairwise(_BAR.finditer(text))] for text in texts]
    around = [all(cell[:1] == cell[-1:] == " " and cell.strip() for cell in row) for row in cells]
    return around[0] and not any(cell.startswith(" ") for row in cells[1:] for cell in row)


def _joined(cells: Sequence[MappedText], gone: list[Removal]) -> MappedText:
    """A cell of several lines as one."""
    lines = [Line(0, cell) for cell in cells if cell.plain]
    if not lines:
        return MappedText()
    text, hyphens = joints.join(lines)
    gone += hyphens
    return text


def _drawn(frame: _Frame) -> Iterator[Removal]:
    """What the table was drawn with."""
    for line in frame.lines:
        if _is_rule(line.text.plain.strip()):
            yield line.text.strip().removed(CELL, "drawn around a table")
            continue
        for bar in _BAR.finditer(line.text.plain):
            yield line.text.slice(*bar.span()).removed(CELL, "drawn around a table")
