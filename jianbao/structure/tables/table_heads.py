"""The lines above a table's numbers made one row of names: groups of columns, names that were cut to fit their column.

Before: ``國別　114年9月　114年10月`` over ``人次　年增率　人次　年增率``; ``較上年同月增`` over ``減``
After: ``國別``, ``114年9月 人次``, ``114年9月 年增率``, …; ``較上年同月增減``
Never: groups that do not stand over columns of their own; a name that is whole without what stands below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from jianbao import regex as re
from jianbao.provenance import MappedText
from jianbao.structure import joints
from jianbao.structure.layout import cut_words
from jianbao.structure.tables.table_cells import Cell, with_units
from jianbao.structure.tables.table_grid import CELL, LONGEST_LABEL, Row
from jianbao.word_lists import words as listed

CUT = 2.0
"""What a word gains at least, as a natural logarithm, over which two lines of a name are one."""
_SEVERAL = re.compile(r"(.{2,}).+\1$")
_DIGIT = re.compile(r"\d")
_UNIT = re.compile(r"[年月日季期度]")
"""What begins behind a number and is one name with it."""


def merged(rows: Sequence[Row]) -> Row | None:
    """One row of names from rows that stand one below the other; None where that is not certain."""
    names: Row | None = list(rows[-1])
    for upper in reversed(rows[:-1]):
        names = _two(upper, names) if names else None
    return names


def _two(upper: Row, lower: Row) -> Row | None:
    below = [n for n, cell in enumerate(lower) if cell]
    if all(upper[n] for n in below):
        cut = [is_cut(upper[n], lower[n]) for n in below]
        whole = len(below) == len(lower)
        if all(cut) or (whole and 2 * sum(cut) >= len(cut)):
            return [rejoined(above, cell) for above, cell in zip(upper, lower, strict=True)]
    return _grouped(upper, lower)


def is_cut(above: Cell | None, below: Cell | None) -> bool:
    """Whether a cell is the rest of a name that the width of its column cut."""
    if above is None or below is None or below.numeric:
        return False
    one, other = above.plain, below.plain
    if other[0] in "（(" or one.count("（") > one.count("）") or one.count("(") > one.count(")"):
        return True
    return cut_words.gain(one, other) >= CUT


def rejoined(above: Cell | None, below: Cell | None) -> Cell | None:
    """Two lines of a name as one."""
    if above is None or below is None:
        return above or below
    glue = [MappedText.inserted(" ", joints.JOINT)] if joints.needs_space(above.plain, below.plain) else []
    return Cell(MappedText.concat([above.text, *glue, below.text]), above.start, above.end)


def _grouped(upper: Row, lower: Row) -> Row | None:
    """Each name behind that of its group; names that no other stands below stay."""
    result: Row = [None] * len(lower)
    for named, columns in groupby(range(len(lower)), lambda n: lower[n] is not None):
        run = list(columns)
        if not named:
            for n in run:
                result[n] = upper[n]
            continue
        if run[0] == 0 and upper[0] is None:
            result[0] = lower[0]
            run = run[1:]
        spans = _spans(upper, lower, run)
        if spans is None:
            return None
        for begin, members in spans:
            for place, n in enumerate(members):
                result[n] = _behind(upper[begin], lower[n], place > 0)
    return result if all(result) and all(upper[n] is None or result[n] for n in range(len(upper))) else None


def _spans(upper: Row, lower: Row, run: Sequence[int]) -> list[tuple[int, list[int]]] | None:
    """The groups over a run of columns, each with those that it stands over: as many each, or all one."""
    groups = [n for n in run if upper[n]]
    if not run:
        return []
    if not groups or len(run) % len(groups) or len(run) == len(groups):
        return None
    size = len(run) // len(groups)
    blocks = [list(run[start : start + size]) for start in range(0, len(run), size)]
    said = [cell.plain for n in run if (cell := lower[n])]
    if any(group not in block for group, block in zip(groups, blocks, strict=True)):
        return None
    if len(groups) == 1 and len({*said}) < len(said):
        return None  # two groups that no blank parts
    return list(zip(groups, blocks, strict=True))


def _behind(group: Cell | None, name: Cell | None, again: bool) -> Cell | None:
    if group is None or name is None or len(group.plain) > LONGEST_LABEL:
        return None
    said = MappedText.inserted(group.plain, CELL) if again else group.text
    return Cell(MappedText.concat([said, MappedText.inserted(" ", CELL), name.text]), name.start, name.end)


def of_lines(lines: Sequence[Sequence[Cell]], texts: Sequence[MappedText], count: int) -> Row | None:
    """The names of ``count`` columns in the words of the lines above them, read line by line; None where that is not
    certain. ``texts`` are the lines whole."""
    return of_words([list(words_of(line, text)) for line, text in zip(lines, texts, strict=True)], count)


def of_words(words: Sequence[Sequence[Cell]], count: int) -> Row | None:
    """The same of lines whose words are known."""
    columns = merged([[*line] for line in words]) if all(len(line) == count for line in words) else None
    return columns or _in_groups(words, count) or _cut_in_lines(words, count) or _in_stream(words, count)


def words_of(line: Sequence[Cell], text: MappedText) -> Iterator[Cell]:
    """The words of a line, a number and the unit of time behind it as one: 114 年."""
    return with_units(line, text, _UNIT)


def _in_groups(lines: Sequence[Sequence[Cell]], count: int) -> Row | None:
    """The name of the first column, groups, and names that repeat from group to group."""
    at = next((n for n, line in enumerate(lines) if len(line) == count - 1 and n), 0)
    names = lines[at]
    rest = [word for n, line in enumerate(lines) if n != at for word in line]
    if not at or len(lines) - 1 > at or len(rest) < 3 or any(word.numeric for word in (*rest, *names)):
        return None
    groups = len(rest) - 1
    size, left = divmod(len(names), groups)
    said = [name.plain for name in names]
    if left or size < 2 or said != said[:size] * groups:
        return None
    alone = [line[0] for line in lines[:at] if len(line) == 1]
    known = [word for word in rest if _is_corner(word.plain)]
    corner = (known or (alone if len(alone) == 1 else rest))[0]
    if len(known) > 1 or _DIGIT.search(corner.plain):
        return None
    tops = [word for word in rest if word is not corner]
    upper: Row = [corner]
    for top in tops:
        upper += [top, *[None] * (size - 1)]
    return _grouped(upper, [None, *names])


def _in_stream(lines: Sequence[Sequence[Cell]], count: int) -> Row | None:
    """Groups and names a line each: the name of the first column, the groups, and names that repeat."""
    cells = [word for line in lines for word in line]
    groups = len(cells) - count
    return _in_groups([cells[: groups + 1], cells[groups + 1 :]], count) if groups > 1 else None


def are_several(text: str) -> bool:
    """Whether it is the names of several columns that nothing parts: 人數比率人數."""
    return _SEVERAL.match(text) is not None


def _is_corner(text: str) -> bool:
    return text in listed("corner_labels") or text[-1] in "別别"


def _cut_in_lines(lines: Sequence[Sequence[Cell]], count: int) -> Row | None:
    """Names one after the other, some over two lines or more: each line's end that parts a word or a bracket."""
    cells: list[Cell] = []
    for line in lines:
        for place, word in enumerate(line):
            if not place and cells and is_cut(cells[-1], word):
                cells[-1] = rejoined(cells[-1], word) or word
            else:
                cells.append(word)
    named = len(cells) == count and not any(cell.numeric or are_several(cell.plain) for cell in cells)
    return [*cells] if named else None
