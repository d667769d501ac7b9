"""The finished site takes the place of the old one in one step."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def swap_in(finished: Path, published: Path) -> None:
    """Make ``finished`` the published site and delete the old one. Both are on one file system.

    On Linux the two folders change places in one system call; elsewhere two renames follow each other, and
    ``recover`` puts the old site back if a build dies between them.
    """
    if not published.exists():
        finished.rename(published)
        return
    if not _exchange(finished, published):
        old = _old(published, finished.parent)
        published.rename(old)
        finished.rename(published)
        finished = old
    shutil.rmtree(finished, ignore_errors=True)


def recover(published: Path, cache: Path) -> None:
    """After a build that died: the published site back in its place, what it left half done away."""
    old = _old(published, cache)
    if old.exists() and not published.exists():
        old.rename(published)
    for folder in (old, *cache.glob("site-next*")):
        shutil.rmtree(folder, ignore_errors=True)


def _old(published: Path, cache: Path) -> Path:
    return cache / f"{published.name}-old"


def _exchange(one: Path, other: Path) -> bool:
    if not sys.platform.startswith("linux"):
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    if rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    if ctypes.get_errno() in {errno.ENOSYS, errno.EINVAL, errno.EPERM}:
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))
