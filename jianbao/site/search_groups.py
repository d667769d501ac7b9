"""The briefings of an edition whose grams are coded together: what the index needs of them, made once for a group.

An edit touches one group; what is kept of the others stands, and their texts need not be opened.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cached_property
from inspect import getsource

import numpy as np

from jianbao.findings import Prepared
from jianbao.library import Library
from jianbao.site import fold, search_grams
from jianbao.site.kept import kept, name_of
from jianbao.site.search_grams import Measure, Size, group_grams, measure


class Group:
    """A group of an edition, by the slugs of its briefings in order."""

    def __init__(self, library: Library, locale: str, slugs: Sequence[str]) -> None:
        self._library, self._locale, self._slugs = library, locale, slugs
        listings = [library.listings[slug] for slug in slugs]
        marks = [_MAKERS, locale, *(f"{listing.digest} {listing.ordinal}" for listing in listings)]
        self._sources = "\n".join(marks)

    @property
    def measure(self) -> Measure:
        """How many grams there are, to lay them out."""
        return self._counted[0]

    @property
    def used(self) -> str:
        """The characters of the texts that were folded."""
        return self._counted[1]

    def coded(self, size: Size) -> list[str]:
        """As ``group_grams``."""

        def make() -> bytes:
            return "\n".join(group_grams(size, self._prepared)).encode()

        return kept(name_of(f"{self._sources}\n{size}"), make).decode().split("\n")

    @cached_property
    def _counted(self) -> tuple[Measure, str]:
        head, _, sample = kept(name_of(self._sources), self._count).partition(b"\n")
        entries, used = json.loads(head)
        return Measure(entries, np.frombuffer(sample, "<u4")), used

    def _count(self) -> bytes:
        found = measure(self._prepared)
        used = "".join(sorted(set[str]().union(*(text.used for text in self._prepared))))
        return json.dumps([found.entries, used]).encode() + b"\n" + found.sample.astype("<u4").tobytes()

    @cached_property
    def _prepared(self) -> list[Prepared]:
        return [self._library.prepared(slug, self._locale) for slug in self._slugs]


_MAKERS = hashlib.sha256("".join(map(getsource, (fold, search_grams))).encode()).hexdigest()
"""What grams are and how they are coded is part of what they are made of."""
