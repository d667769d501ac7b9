"""Titles with their writer, column and outlet in one line, bars between them: ``標題｜某某｜某某專欄｜某某報``.

Never: a line with a cell that is none of these beside the title; a column alone in front of a title.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.heads import fact_tokens, like_names, meta_lines, persons
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import words

MOST = 5
"""Cells of such a line."""
SHORTEST, WIDEST = 5, 12
"""Han characters of a title, and of what stands beside it."""
LONGEST_NAME = 4
"""Han characters of a name."""
SITE = 6
"""Han characters of a site's name."""
_BAR = re.compile(r"\s*[|｜丨︱]\s*")


class Barred(NamedTuple):
    """Where the title stands in a line, and what the line states beside it."""

    start: int
    end: int
    stated: MetaLine


def read(text: str) -> Barred | None:
    """The title of a line with bars, and what stands beside it; None for any other line."""
    bars = list(_BAR.finditer(text))
    if not 0 < len(bars) < MOST:
        return None
    places = list(zip([0, *(bar.end() for bar in bars)], [*(bar.start() for bar in bars), len(text)], strict=True))
    cells = [_stated(text[start:end]) for start, end in places]
    left = [place for place, cell in zip(places, cells, strict=True) if cell is None]
    told = [cell for cell in cells if cell is not None]
    if len(left) > 1 and left[-1] is places[-1] and any(cell.authors for cell in told) and _is_site(text, left):
        told.append(MetaLine(source=text[slice(*left.pop())]))
    if len(left) != 1 or shapes.width(text[slice(*left[0])]) < SHORTEST or not any(_opens(cell) for cell in told):
        return None
    stated = MetaLine()
    for cell in told:
        stated = replace(
            stated,
            authors=(*stated.authors, *cell.authors),
            source=stated.source or cell.source,
            series=stated.series or cell.series,
        )
    return Barred(*left[0], stated)


def _is_site(text: str, left: Sequence[tuple[int, int]]) -> bool:
    """Whether the last of the cells that state nothing is a site's name: much shorter than the title."""
    *others, name = (text[start:end] for start, end in left)
    return shapes.width(name) <= SITE and 2 * shapes.width(name) <= max(map(shapes.width, others))


def _opens(cell: MetaLine) -> bool:
    return bool(cell.authors or cell.source)


def _stated(cell: str) -> MetaLine | None:
    """What a cell beside a title states: a writer, an outlet or a column; None for any other."""
    if shapes.width(cell) > WIDEST or shapes.is_loud(cell):
        return None
    if len(cell) <= LONGEST_NAME and persons.is_name(cell) and not like_names.is_word(cell):
        return MetaLine(authors=(cell,))
    if cell.endswith((*words("series"), *words("opinion"))):
        return MetaLine(series=cell)
    if fact_tokens.OUTLET.match(cell):
        return MetaLine(source=cell)
    meta = meta_lines.parse(cell)
    return meta if meta is not None and meta.authors and not (meta.date or meta.title[1]) else None
