"""Headings on top of slides that an earlier slide announces: they are no heads of pages.

Before: a slide with ``市場規模``, ``產業政策`` and ``展望`` below ``大綱``, and each again on top of one of the next
Never: what stands a third time: the heading of a section, in the list of contents and on the pages of the section.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from jianbao.cleaning.head_rows import Row

FEWEST = 2
"""Headings that one slide announces."""


def keys(pages: Sequence[Sequence[Row]], every: Counter[str]) -> set[str]:
    """The keys of such headings: each stands twice, once among the lines of one and the same slide."""
    tops = {page[0].key for page in pages if page and every[page[0].key] == 2}
    last = {page[0].key: number for number, page in enumerate(pages) if page}
    found: set[str] = set()
    for number, page in enumerate(pages):
        said = {key for row in page[1:] if (key := row.key) in tops and last[key] > number}
        if len(said) >= FEWEST:
            found |= said
    return found
