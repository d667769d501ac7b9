"""What is costly to make, made once: bytes kept from build to build under the hash of what they are made of."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from jianbao.site.writer import replace_file

_SUM = hashlib.sha256().digest_size
_folders: list[Path] = []
"""Where things are kept, at most one; forked processes inherit it."""
_used: set[str] = set()


def keep_in(folder: Path | None) -> None:
    """Keep things in a folder of the cache from now on, or, with None, no longer."""
    _folders[:] = [folder] if folder else []
    _used.clear()


def begin() -> None:
    """From now on ``used`` counts anew."""
    _used.clear()


def used() -> frozenset[str]:
    """Names of the kept things that this process asked for since ``begin``."""
    return frozenset(_used)


def prune(folder: Path, wanted: Iterable[str]) -> None:
    """Delete all that is kept but what is wanted."""
    if folder.is_dir():
        for name in {path.name for path in folder.iterdir()} - set(wanted):
            (folder / name).unlink(missing_ok=True)


def name_of(sources: str) -> str:
    """What something made of ``sources`` is kept under; it counts as used."""
    name = hashlib.sha256(sources.encode("utf-8", "surrogatepass")).hexdigest()
    _used.add(name)
    return name


def kept(name: str, make: Callable[[], bytes]) -> bytes:
    """What is kept under a name. If nothing is, or if it is damaged: what ``make`` makes, which is kept."""
    path = _folders[0] / name if _folders else None
    if path:
        try:
            found = path.read_bytes()
        except OSError:
            found = b""
        if found[:_SUM] == hashlib.sha256(found[_SUM:]).digest():
            return found[_SUM:]
    made = make()
    if path:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, hashlib.sha256(made).digest() + made)
    return made
