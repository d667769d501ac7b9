"""The file of addresses, and beside it in the cache what was read of it: parsing a long one takes seconds."""

from __future__ import annotations

import hashlib
import pickle
from pathlib import Path

from jianbao.packing import packed
from jianbao.permalinks import Permalink, dump_permalinks, load_permalinks
from jianbao.regular_file import read_regular
from jianbao.site.writer import replace_file

Links = tuple[Permalink, ...]


class Registry:
    """``file`` is the registry; ``parsed`` holds what was read of it, and the hash of what it was read of."""

    def __init__(self, file: Path, parsed: Path) -> None:
        self._file, self._parsed = file, parsed

    def load(self) -> Links:
        """As ``load_permalinks``; writes nothing."""
        return self._known() or load_permalinks(self._file)

    def save(self, links: Links) -> None:
        """Write the registry unless it says just this already."""
        known = self._known()
        if known == links:
            return
        if load_permalinks(self._file) != links:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self._file, dump_permalinks(links).encode())
        replace_file(self._parsed, packed((self._digest(), links)))

    def _known(self) -> Links:
        """What was read of the registry as it is now; empty where that is not known."""
        try:
            digest, links = pickle.loads(self._parsed.read_bytes())
        except Exception:  # a pickle can fail in any way; the registry itself is then read
            return ()
        return links if digest == self._digest() else ()

    def _digest(self) -> str:
        try:
            return hashlib.sha256(read_regular(self._file)).hexdigest()
        except OSError:
            return ""
