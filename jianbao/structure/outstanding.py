"""Headings of a page that a browser of text wrote down: the text is set in, they stand out; the title is centred.

Before: ``試辦三週成交量略減`` at the margin between blank lines, over text that is set in by three spaces
After: a heading.
Never: a text that is not set in by as many spaces throughout; paragraphs whose first lines alone are set in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao.document import BlockKind, Line
from jianbao.structure import measure, shapes
from jianbao.structure.mark import Mark
from jianbao.structure.starts import starts_unit

INDENT = 3
"""Spaces by which ``lynx``, ``links`` and ``elinks`` set the text in."""
LONG, FEWEST, MUCH = 22, 3, 0.8
"""Characters of a line of text, such lines of a page, and the share of them that are set in so."""
WIDEST = 90
"""Columns of a heading."""
TOP = 12
"""Lines with text among which the title stands."""
CENTRED = 9
"""Spaces in front of a centred line, at least."""


def find(lines: Sequence[Line]) -> dict[int, Mark]:
    """The headings by the numbers of their lines; the title lies furthest out."""
    filled = [(index, line.text.plain) for index, line in enumerate(lines) if line.text.plain.strip()]
    long = [text for _, text in filled if len(text) >= LONG and ("，" in text or "。" in text) and not _is_item(text)]
    if sum(_spaces(text) == INDENT for text in long) < max(FEWEST, MUCH * len(long)):
        return {}
    found = {
        lines[index].number: Mark(BlockKind.HEADING, 2 + _spaces(text))
        for index, text in filled
        if _spaces(text) < INDENT and _is_heading(lines, index)
    }
    centred = list(_centred(lines, [index for index, _ in filled[:TOP]]))
    if len(centred) == 1:
        found[centred[0]] = Mark(BlockKind.HEADING, 1)
    return found


def _is_item(text: str) -> bool:
    """Whether a line is an item of a list, or goes on in one."""
    return _spaces(text) > INDENT and (_spaces(text) < CENTRED or starts_unit(text.strip()))


def _spaces(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _is_heading(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands alone and could be a heading by its shape."""
    text = lines[index].text.plain.strip()
    return _is_alone(lines, index) and measure.width(text) <= WIDEST and shapes.is_title_like(text) and text[0] != "["


def _is_alone(lines: Sequence[Line], index: int) -> bool:
    return not any(lines[side].text.plain.strip() for side in (index - 1, index + 1) if 0 <= side < len(lines))


def _centred(lines: Sequence[Line], places: Sequence[int]) -> Iterator[int]:
    for index in places:
        text = lines[index].text.plain
        if _spaces(text) >= CENTRED and _is_heading(lines, index):
            yield lines[index].number
        elif len(text) >= 2 * LONG and _spaces(text) == INDENT and shapes.is_prose(text.strip()):
            return
