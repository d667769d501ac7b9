"""One build at a time in a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jianbao.diagnostics import EditorError

try:
    import fcntl
except ImportError:  # Windows: os.O_EXCL is all there is
    fcntl = None  # type: ignore[assignment]


@contextmanager
def build_lock(cache: Path) -> Iterator[None]:
    """Hold the lock of a build's folder. The system lets go of it when the process dies, however it dies.

    Raises ``EditorError`` if another build has it.
    """
    cache.mkdir(parents=True, exist_ok=True)
    path = cache / "lock"
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        if fcntl:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                holder = os.read(descriptor, 20).decode(errors="replace").strip()
                message = f"another build is at work here (process {holder or 'unknown'})"
                raise EditorError(str(cache.parent), None, message, "wait for it to end") from None
        os.ftruncate(descriptor, 0)
        os.write(descriptor, str(os.getpid()).encode())
        yield
    finally:
        os.close(descriptor)
