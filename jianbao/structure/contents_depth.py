"""Headings of which a page's list of contents, which cleaning took, said how deep they lie: ``2.1 早期構想``.

Before: below ``目錄`` ``1 背景``, ``2 發展``, ``2.1 早期構想``; in the text the headings without numbers
After: the headings, those of sections of sections one level further in.
Never: the name of a section that every text may have, which tells more by itself; a list without a second level, or of
which fewer than two thirds of the entries head anything.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator

from jianbao import regex as re
from jianbao.document import BlockKind, Cleaned
from jianbao.structure import shapes
from jianbao.structure.mark import Mark
from jianbao.word_lists import words

CONTENTS = frozenset(("C18", "C19", "C26"))
"""Codes of cleaning: a page and a list of contents, the furniture of an encyclopedia's page."""
FEWEST, SHARE = 3, 2 / 3
"""Entries that head something, and their share."""
OUTER = 2
"""Level of a section."""
LONGEST = 60
"""Characters of an entry."""
_ENTRY = re.compile(r"^\s*(?P<n>\d{1,2}(?:\.\d{1,2}){0,3})\.?[\s\u3000]+(?P<title>\S.{0,60})$")


def find(cleaned: Cleaned) -> dict[int, Mark]:
    """The marks of such headings by the numbers of their lines."""
    entries = [
        match for removal in cleaned.removals if removal.code in CONTENTS and (match := _ENTRY.match(removal.text))
    ]
    if len(entries) < FEWEST or entries[0]["n"] != "1" or not any("." in match["n"] for match in entries):
        return {}
    found = dict(_headed(cleaned, entries))
    enough = len(found) >= max(FEWEST, SHARE * len(entries))
    return {number: mark for number, mark in found.items() if enough and mark is not None}


def _headed(cleaned: Cleaned, entries: list[re.Match[str]]) -> Iterator[tuple[int, Mark | None]]:
    """The lines that say the entries, one after the other; no mark for the name of a section of every text."""
    places: dict[str, deque[int]] = defaultdict(deque)
    for place, match in enumerate(entries):
        places[shapes.key(match["title"])].append(place)
    at = 0
    for line in cleaned.lines:
        text = line.text.plain.strip()
        said = places.get(shapes.key(text)) if text and len(text) <= LONGEST else None
        while said and said[0] < at:
            said.popleft()
        if said:
            at = said.popleft() + 1
            level = entries[at - 1]["n"].count(".") + OUTER
            yield line.number, None if text in words("sections") else Mark(BlockKind.HEADING, level, listed=True)
