"""The note on rights or on who answers for it that an archive prints below each of its texts.

Before: ``本文章內容、商標由有關版權擁有人提供。某某公司不對內容的準確性負責。`` below each of two texts or more, word
for word.
After: nothing.
Never: such a sentence that comes once; a refrain, which speaks of no rights; one with more of the text right below.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from jianbao import line_forms
from jianbao import regex as re
from jianbao.cleaning import texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line

SHORTEST, LONGEST = 12, 240
"""Characters of a note."""
FEWEST = 2
"""Texts below which it stands."""

_RIGHTS = line_forms.pattern("rights_note", "rights", re.I)


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Notes on rights that come again word for word, each at a text's end."""
    following = texts.following(lines)
    same: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if SHORTEST <= len(line.text) <= LONGEST:
            same[line.text.plain.strip()].append(index)
    for text, found in same.items():
        if len(found) < FEWEST or not _RIGHTS.search(text) or any(texts.is_prose(following[index]) for index in found):
            continue
        for index in found:
            yield whole(index, lines[index], f"the same note on rights below each of {len(found)} texts")
