"""The book that a review speaks of, in one line below its title: who wrote it, who published it, when, how thick it is.

Before: ``書評｜《海不吃人》`` / ``周海 著，濱海出版社，2026年3月，320頁`` / ``評者：林岸``
After: the title; the line is no title, and its writer and its year are not the review's.
Never: a sentence; such a line with no title above it.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads.meta_line import MetaLine

TOP = 6
"""Parts among which such a line stands."""
LONGEST = 120
"""Characters of it."""
FEWEST = 3
"""Cells of it: a writer or a publisher, and how old, how thick or how dear the book is."""
_CELLS = re.compile(r"[，,；;、/／|｜]|\s{2,}|\u3000+")
_WRITER = re.compile(r"^[^。]{2,30}?[\s\u3000]?(?:合?著|編著|编著|主?編|主?编|編選|编选|等著|[譯译])$")
_PUBLISHER = re.compile(
    r"(?:出版(?:社|公司|事業|事业|集團|集团|中心)?|[書书][局店坊館馆]|文化|印[書书][館馆]|Press|Books|Publishing|Publishers)(?:[（(][^（()）]{1,12}[)）])?$"
)
_COUNTED = re.compile(
    r"^(?:(?:19|20)\d\d\s?年?(?:\s?\d{1,2}\s?月)?(?:初版|出版|[再二三]版)?|\d{2,4}\s?[頁页]|ISBN.*|(?:定價|定价|售價|售价|NT\$|新臺幣|新台币)?\s?\d{2,4}\s?元?)$",
    re.I,
)


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with such a line told."""
    told = list(known)
    for n in range(1, min(TOP, len(known))):
        if known[n - 1].role in (Role.BODY, Role.BLOCK):
            break
        if known[n].role is Role.TITLE and _is_imprint(known[n].plain):
            told[n] = Known(known[n].part, Role.META, MetaLine(desk=True))
            break
    return told


def _is_imprint(text: str) -> bool:
    """Whether all of a line's cells are of a book's imprint but for one at most, its title perhaps."""
    cells = (
        [cell.strip(" 《》〈〉。") for cell in _CELLS.split(text.strip()) if cell.strip()]
        if len(text) <= LONGEST
        else []
    )
    kinds = [next((kind for kind in (_WRITER, _PUBLISHER, _COUNTED) if kind.search(cell)), None) for cell in cells]
    named = _WRITER in kinds or _PUBLISHER in kinds
    return len(cells) >= FEWEST and named and _COUNTED in kinds and kinds.count(None) <= 1
