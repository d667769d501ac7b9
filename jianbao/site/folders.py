"""Folders with very many files: what lies in them, and a second name for each."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterator
from pathlib import Path


def files(folder: Path) -> list[str]:
    """All files under a folder, as sorted paths with ``/``; links to folders are not followed."""
    return sorted(inside + name for inside, names in _walk(folder) for name in names)


def link_files(source: Path, target: Path, left_out: Collection[str]) -> None:
    """Every file under ``source`` also under ``target``, as hard links, but those left out (paths with ``/``).

    Where the file system has no hard links they are copied.
    """
    for inside, names in _walk(source):
        wanted = [name for name in names if inside + name not in left_out]
        if wanted:
            (target / inside).mkdir(parents=True, exist_ok=True)
            _link_all(f"{source}/{inside}", f"{target}/{inside}", wanted)


def _link_all(source: str, target: str, names: list[str]) -> None:
    for name in names:
        try:
            os.link(source + name, target + name)
        except OSError:
            shutil.copyfile(source + name, target + name)


def _walk(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Each folder as a prefix of its files' paths (empty, or ending in ``/``), and their names."""
    todo = [""]
    while todo:
        inside = todo.pop()
        names = []
        with os.scandir(folder / inside) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    todo.append(f"{inside}{entry.name}/")
                elif not entry.is_dir():
                    names.append(entry.name)
        yield inside, names
