"""Drawings by Vega, each drawn once: kept from build to build under the hash of what it is drawn from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

import vl_convert

from jianbao.site.writer import replace_file

_END = "</svg>"
_folders: list[Path] = []
"""Where drawings are kept, at most one; forked processes inherit it."""
_used: set[str] = set()


def keep_in(folder: Path | None) -> None:
    """Keep drawings in a folder of the cache from now on, or, with None, no longer."""
    _folders[:] = [folder] if folder else []
    _used.clear()


def begin() -> None:
    """From now on ``used`` counts anew."""
    _used.clear()


def used() -> frozenset[str]:
    """Names of the kept drawings that this process asked for since ``begin``."""
    return frozenset(_used)


def prune(folder: Path, wanted: Iterable[str]) -> None:
    """Delete all kept drawings but those wanted."""
    if folder.is_dir():
        for name in {path.name for path in folder.iterdir()} - set(wanted):
            (folder / name).unlink(missing_ok=True)


def draw(spec: str) -> str:
    """The SVG of a Vega specification in JSON."""
    key = hashlib.sha256(f"{_version()}\0{spec}".encode()).hexdigest()
    _used.add(key)
    return _kept(key, spec)


@lru_cache(maxsize=256)
def _kept(key: str, spec: str) -> str:
    if not _folders:
        return str(vl_convert.vega_to_svg(spec))
    path = _folders[0] / key
    try:
        svg = path.read_text(encoding="utf-8")
        if svg.endswith(_END):
            return svg
    except (OSError, UnicodeDecodeError):
        pass  # not kept, or damaged: drawn anew
    svg = str(vl_convert.vega_to_svg(spec))
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, svg.encode())
    return svg


@lru_cache(maxsize=1)
def _version() -> str:
    return version("vl-convert-python")
