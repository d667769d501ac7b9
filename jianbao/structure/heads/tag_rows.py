"""A row of words below the day or the writer of a text, above it: its tags, which no label says.

Before: title / ``出版：2023-08-07 18:09`` / ``原住民族 / 保留地 / 土地正義`` / text that speaks of all three
After: tags.
Never: a row above the day, where a subtitle stands; names; words of which the text does not speak.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import persons
from jianbao.structure.heads.meta_line import MetaLine

TOP, FEWEST, MOST = 8, 3, 8
"""Parts among which such a row stands, and words of it."""
SAID = 0.7
"""Share of its words of which the text speaks."""
SAMPLE = 6000
"""Characters of the text in which they are looked for."""
_BETWEEN = re.compile(r"[\s\u3000]*[/／、|｜][\s\u3000]*|[\s\u3000]+")
_WORD = re.compile(r"#?[\u3400-\u9fffA-Za-z0-9·]{2,10}")


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with such a row told."""
    told = list(known)
    first = next((n for n, item in enumerate(known[:TOP]) if item.role is Role.BODY), 0)
    titled = any(item.role is Role.TITLE for item in known[:1]) or any(
        item.meta is not None and item.meta.title[1] for item in known[:first]
    )
    for n in range(1, first if titled else 0):
        above = known[n - 1].meta
        if known[n].role is not Role.TITLE or above is None or not (above.date or above.authors):
            continue
        words = [word for word in _BETWEEN.split(known[n].plain) if word]
        if not FEWEST <= len(words) <= MOST or not all(map(_WORD.fullmatch, words)):
            continue
        if any(map(persons.is_name, words)) or any(map(persons.is_organisation, words)):
            continue
        text = "".join(item.plain for item in known[first : first + 40])[:SAMPLE]
        if sum(word.strip("#") in text for word in words) >= SAID * len(words):
            tags = tuple(word.strip("#") for word in words)
            told[n] = Known(known[n].part, Role.META, MetaLine(tags=tags))
    return told
