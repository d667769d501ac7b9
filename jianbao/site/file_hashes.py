"""Hashes of files, remembered from build to build: a file is read again only if the file system tells of a change."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import time
from pathlib import Path
from stat import S_ISLNK

from jianbao.site.writer import replace_file

_SECOND = 1_000_000_000
_FINE, _COARSE = _SECOND // 10, 2 * _SECOND
"""How far apart two changes must be to get different times: file systems with fractions of a second, and others."""

_Told = tuple[int, int, int, int]
"""Size, times of the last change of content and of anything, file number."""


class Hashes:
    """SHA-256 of files by path, size, times and file number.

    As in git's index a file that changed only just before it was read is read again the next time: another change
    might have come too soon to get another time.
    """

    def __init__(self, store: Path) -> None:
        """``store``: the file that keeps them. Absent or damaged it holds nothing, and every file is read."""
        self._store = store
        self._kept = _load(store)
        self._asked: dict[str, tuple[_Told, str]] = {}
        self._unsettled: set[str] = set()

    def of(self, path: Path | str) -> str:
        """The hash of a file's content, in hexadecimal; links are followed. ``OSError`` if it cannot be read."""
        name = os.fspath(path)
        return self._of(name, os.stat(name))  # noqa: PTH116 - a Path for each of 100,000 files costs more than the call

    def of_plain(self, path: str) -> str:
        """The same of a file that is no link. ``OSError`` for a link, too."""
        found = os.lstat(path)
        if S_ISLNK(found.st_mode):
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), path)
        return self._of(path, found)

    def _of(self, name: str, found: os.stat_result) -> str:
        told = found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino
        known = self._asked.get(name) or self._kept.get(name)
        if known and known[0] == told and name not in self._unsettled:
            self._asked[name] = known
            return known[1]
        now = time.time_ns()
        with open(name, "rb") as file:  # noqa: PTH123 - as above
            digest = hashlib.sha256(file.read()).hexdigest()
        self._asked[name] = (told, digest)
        youngest = max(told[1], told[2])
        if now - youngest < (_FINE if youngest % _SECOND else _COARSE):
            self._unsettled.add(name)
        else:
            self._unsettled.discard(name)
        return digest

    def save(self) -> None:
        """Keep the hashes that were asked for, and forget the others."""
        settled = {name: known for name, known in self._asked.items() if name not in self._unsettled}
        if settled == self._kept:
            return
        self._store.parent.mkdir(parents=True, exist_ok=True)
        replace_file(self._store, _dump(settled))
        if abs(self._store.stat().st_mtime_ns - time.time_ns()) > _SECOND * 60:
            self._store.unlink()  # a file server whose clock is not ours: its times prove nothing
        self._kept = settled


def _load(store: Path) -> dict[str, tuple[_Told, str]]:
    try:
        loaded = json.loads(store.read_bytes())
        return {
            name: ((int(size), int(content), int(any_), int(number)), str(digest))
            for name, (size, content, any_, number, digest) in loaded.items()
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _dump(known: dict[str, tuple[_Told, str]]) -> bytes:
    return json.dumps({name: [*told, digest] for name, (told, digest) in known.items()}, separators=(",", ":")).encode()
