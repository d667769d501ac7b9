"""A command as a process of its own: how long it took, and how much memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock, seconds of all processors; MB of the largest process, the command's or one begun by it."""

    wall: float
    cpu: float
    memory: int


def cost(*command: str | Path) -> Cost:
    """Run a command from the checkout. ``SystemExit`` if it fails."""
    start = time.monotonic()
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.Popen(list(map(str, command)), cwd=ROOT, stdout=subprocess.DEVNULL, env=quiet)
    _, status, usage = os.wait4(process.pid, 0)  # the figures of a process have in them those of the ones it waited for
    if status:
        raise SystemExit(f"{command} failed with {status}")
    return Cost(time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024)


def python(*arguments: str | Path) -> Cost:
    """The same for this Python."""
    return cost(sys.executable, *arguments)
