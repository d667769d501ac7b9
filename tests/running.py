"""Runs the command line as a user does, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Run:
    """A finished run of the command line."""

    status: int
    out: str
    err: str


def run_cli(*arguments: str | Path, cwd: Path | None = None, root: Path = ROOT, timeout: float = 300) -> Run:
    """Run ``build.py`` as a user does, in a process of its own; that of another checkout with ``root``."""
    command = [sys.executable, str(root / "build.py"), *map(str, arguments)]
    done = subprocess.run(command, cwd=cwd or root, capture_output=True, text=True, timeout=timeout, check=False)
    return Run(done.returncode, done.stdout, done.stderr)
