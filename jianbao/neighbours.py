"""The related briefings of the last build, kept so that those which an edit leaves alone are not sought again."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from pathlib import Path

from jianbao.knowledge.related import Near
from jianbao.library import Library
from jianbao.packing import packed
from jianbao.site.writer import replace_file


class Neighbours:
    """A file of the cache. A damaged one, or one of another program or knowledge, counts as empty."""

    def __init__(self, file: Path, common: str) -> None:
        """``common`` stands for the program and the knowledge."""
        self._file, self._common = file, common
        self.before: Mapping[str, Near] = {}
        """By slug, as ``relate`` takes it."""
        try:
            kept, before = pickle.loads(file.read_bytes())
        except Exception:  # a pickle can fail in any way; all are then sought anew
            return
        if kept == common:
            self.before = before

    def save(self, library: Library) -> None:
        """Keep what was found."""
        found = {slug: Near(listing.mark, listing.related) for slug, listing in library.listings.items()}
        if found != self.before:
            replace_file(self._file, packed((self._common, found)))
