"""What reading a seed gave, kept under the hash of all that it depends on: seed, sidecar, knowledge, Jianbao itself.

Two files a seed: the result, which every build loads, and beside it the texts in sections, which are read where they
are needed.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from functools import lru_cache
from pathlib import Path

from jianbao.diagnostics import EditorError
from jianbao.sections import DamagedError, Table, read_section, read_table
from jianbao.seed_result import SeedInput, SeedResult
from jianbao.site.writer import replace_file

_TEXTS = ".texts"
_TABLES = 1024
"""Tables of sections held at a time."""


class SeedCache:
    """A folder of results. A damaged or foreign file in it counts as absent."""

    def __init__(self, folder: Path, knowledge: bytes) -> None:
        """``knowledge``: the bytes of the files that every reading depends on."""
        self._folder = folder
        self._common = hashlib.sha256(knowledge + code_version().encode()).digest()
        self._used: dict[str, str] = {}
        self._table = lru_cache(_TABLES)(_table)

    def ask(self, given: SeedInput) -> None:
        """From now on a name stands for this seed: its key is the hash of everything that the result depends on."""
        parts = (self._common, given.name.encode(), given.data, repr(given.sidecar).encode())
        hashes = b"".join(hashlib.sha256(part).digest() for part in parts)
        self._used[given.name] = hashlib.sha256(hashes).hexdigest()

    def forget(self, name: str) -> None:
        """The seed of this name cannot be used any more."""
        self._used.pop(name, None)

    @property
    def common(self) -> str:
        """The hash of what all results depend on."""
        return self._common.hex()

    @property
    def digest(self) -> str:
        """The hash of everything that all results asked for depend on."""
        return hashlib.sha256("\n".join(sorted(self._used.values())).encode()).hexdigest()

    def has(self, name: str) -> bool:
        """Whether something is kept of a seed asked for."""
        return os.path.exists(f"{self._folder}/{self._used[name]}")  # noqa: PTH110 - as below

    def get(self, name: str) -> SeedResult | None:
        """The result that is kept of a seed asked for, if its texts are kept, too."""
        path = f"{self._folder}/{self._used[name]}"
        try:
            with open(path, "rb") as file:  # noqa: PTH123 - a Path for each of 10,000 seeds costs as much as reading it
                kept = pickle.load(file)
        except Exception:  # a pickle can fail in any way; the seed is then read anew
            return None
        return kept if isinstance(kept, SeedResult) and os.path.exists(f"{path}{_TEXTS}") else None  # noqa: PTH110

    def put(self, name: str, packed: bytes, texts: bytes) -> None:
        """Keep the pickled result and texts of a seed asked for. Without the one (after a failure of ours) the other
        serves this build alone.
        """
        key = self._used[name]
        self._folder.mkdir(parents=True, exist_ok=True)
        replace_file(self._folder / f"{key}{_TEXTS}", texts)
        if packed:
            replace_file(self._folder / key, packed)

    def section(self, name: str, section: str) -> bytes:
        """A section of the packed texts of a seed asked for.

        ``EditorError`` if somebody damaged the file, KeyError if there is no such section.
        """
        path = self._folder / f"{self._used[name]}{_TEXTS}"
        try:
            table = self._table(path)
            with path.open("rb", buffering=0) as file:
                return read_section(file, table, section)
        except (FileNotFoundError, DamagedError):
            (self._folder / self._used[name]).unlink(missing_ok=True)
            raise EditorError(
                str(path), None, f"what was read of {name} is damaged", "build again: it is read anew"
            ) from None

    def prune(self) -> None:
        """Delete what this build did not ask for."""
        wanted = set(self._used.values())
        if self._folder.is_dir():
            for path in self._folder.iterdir():
                if path.name.removesuffix(_TEXTS) not in wanted:
                    path.unlink(missing_ok=True)


def _table(path: Path) -> Table:
    with path.open("rb") as file:
        return read_table(file)


@lru_cache(maxsize=1)
def code_version() -> str:
    """Hash of the program's files, data included, and of the libraries."""
    package = Path(__file__).parent
    digest = hashlib.sha256(libraries().encode())
    for path in sorted(package.rglob("*")):
        inside = path.relative_to(package)
        if path.is_file() and "__pycache__" not in inside.parts:
            digest.update(inside.as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def libraries() -> str:
    """Python and all that is installed beside Jianbao, with versions."""
    folders = {Path(folder) for folder in sys.path if folder and Path(folder).is_dir()}
    return "\n".join([sys.version, *sorted(path.name for folder in folders for path in folder.glob("*.dist-info"))])
