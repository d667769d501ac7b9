"""Lines of the page's own that stand among the cells of a table which a page cut: no cells.

Before: ``甲市`` / ``12`` / ``離島醫療白皮書`` / ``乙市`` / ``7``, the third the title of the text
After: the cells without that line, which stands below the table.
Never: names of columns; the words of a table that stands on top of the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.document import Line
from jianbao.structure import shapes
from jianbao.structure.layout.flow import Item
from jianbao.structure.tables import table_names
from jianbao.structure.tables.table_boxes import plain
from jianbao.structure.tables.table_looks import CAPTION, SOURCE, UNIT

OPENING = 6
"""Lines on top of the text that its pages may say again."""
SHORTEST, LONGEST = 4, 60
"""Letters of such a line, and characters."""

_STAMP = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+(?:[上下]午\s?)?\d{1,2}:\d{2}(?:\s?[AP]M)?(?:\s.*)?")
"""When a browser printed the page, and its title."""
_PAGE = re.compile(
    r"第\s?\d{1,3}\s?[頁页](?:\s?[，,/]?\s?共\s?\d{1,3}\s?[頁页])?|[-–—·・]\s?\d{1,3}\s?[-–—·・]|[Pp]\.\s?\d{1,3}"
)
_NUMBER = re.compile(r"^\d{1,3}\s+|\s+\d{1,3}$")


def own(items: Sequence[Item], filled: Sequence[int]) -> frozenset[int]:
    """The lines that say the page's title or number, or when it was printed."""
    opening: set[str] = set()
    top = 0
    for index in filled[:OPENING]:
        text = plain(items, index)
        if CAPTION.match(text) or SOURCE.match(text) or UNIT.match(text) or shapes.ends_sentence(text):
            break
        top += 1
        letters = _letters(text)
        if SHORTEST <= len(letters) <= LONGEST and not table_names.is_name(letters):
            opening.add(letters)
    return frozenset(index for index in filled[top:] if _is_own(items[index], opening))


def _is_own(item: Item, opening: set[str]) -> bool:
    text = item.text.plain.strip() if isinstance(item, Line) and len(item.text) <= LONGEST else ""
    if not text:
        return False
    return bool(_letters(text) in opening or _STAMP.fullmatch(text) or _PAGE.fullmatch(text))


def _letters(text: str) -> str:
    """A line without the number of the page in front or behind, and without spaces."""
    return "".join(_NUMBER.sub("", text.strip()).split())
