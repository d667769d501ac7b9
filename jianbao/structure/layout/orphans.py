"""The last word of a paragraph that an extractor wrote before the paragraph: put back behind it.

Before: ``年。``, a blank line, and the lines that stop at ``回收期約為六``. ``pdftotext`` writes it so where the last
line of a block is much narrower than the others. Nothing above wants the word, and the lines below want an end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jianbao import regex as re
from jianbao.document import Line
from jianbao.structure import measure
from jianbao.structure.rows import Row, broad_edge, of_lines, usual_gap

WIDEST = 6
"""Columns of an orphan: three characters."""

FEWEST = 6
"""Lines of a text whose widest tell how wide its paragraphs are set."""

_END = re.compile(r"[㐀-鿿」』）》]{0,2}[。！？][」』）》]?")
_ENDED = re.compile(r"[。！？!?：:；;][」』”’）)》〉]*(?:\d{1,3}|[①-⑳])?$")


def reorder(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, with each orphan behind the paragraph that it ends."""
    if not any(_is_orphan(line.text.plain.strip()) for line in lines):
        return lines
    rows = of_lines(lines)
    if len(rows) < FEWEST:
        return lines
    usual, broad = usual_gap(rows), broad_edge(rows)
    behind: dict[int, Line] = {}
    for index, row in enumerate(rows[:-1]):
        last = _home(rows, index, usual, broad) if _is_orphan(row.text) else None
        if last is not None:
            behind[id(rows[last].line)] = row.line
    moved = {id(line) for line in behind.values()}
    result: list[Line] = []
    for line in lines:
        result.append(replace(line, text=line.text.slice(0, 0)) if id(line) in moved else line)
        if id(line) in behind:
            result.append(behind[id(line)])
    return result


def _is_orphan(text: str) -> bool:
    return len(text) <= WIDEST and measure.width(text) <= WIDEST and _END.fullmatch(text) is not None


def _home(rows: Sequence[Row], index: int, usual: int, broad: int) -> int | None:
    """The row behind which the orphan at ``index`` belongs: the last of the lines below it, which are wrapped prose and
    stop in mid-sentence, where the line above it has ended and something parts it from both."""
    above = rows[index - 1] if index else None
    if above is not None and not _ENDED.search(above.text) and above.edge >= broad:
        return None
    if rows[index + 1].gap <= usual and not rows[index + 1].torn:
        return None
    last = index + 1
    while last + 1 < len(rows) and rows[last + 1].gap <= usual and not rows[last + 1].torn:
        last += 1
    block = rows[index + 1 : last + 1]
    wrapped = all(row.edge >= broad for row in (*block[1:], block[-1]))
    return last if wrapped and not _ENDED.search(block[-1].text) else None
