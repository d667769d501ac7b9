"""The only place that writes pages: what changed, through a temporary name; what is no longer made goes.

A manifest lists the generated files. It is written before the first page with all names, old and new, and after the
last with those that remain, so that a build that was killed leaves nothing that the next does not know.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from jianbao.site.page import Page

MANIFEST = ".generated"
"""Under ``docs/``; mkdocs leaves names with a leading dot alone."""


@dataclass(frozen=True, slots=True)
class Written:
    """Paths under ``docs/``: what was written anew, what stands as it was, what was deleted."""

    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    deleted: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """Every generated file, sorted."""
        return tuple(sorted((*self.changed, *self.unchanged)))


def write(pages: Iterable[Page], docs: Path) -> Written:
    """Bring ``docs`` to exactly these generated pages. ValueError for a path that leaves it or comes twice."""
    by_path: dict[str, bytes] = {}
    folded: dict[str, str] = {}
    for page in pages:
        _check(page.path)
        if page.path.casefold() in folded:
            raise ValueError(f"two pages at {page.path!r} and {folded[page.path.casefold()]!r}")
        folded[page.path.casefold()] = page.path
        by_path[page.path] = page.content
    docs.mkdir(parents=True, exist_ok=True)
    before = read_manifest(docs)
    gone = sorted(before - by_path.keys())
    if before != by_path.keys():
        _write_manifest(docs, before | by_path.keys())
    changed: list[str] = []
    unchanged: list[str] = []
    for path in sorted(by_path):
        written = write_file(docs, path, by_path[path])
        (changed if written else unchanged).append(path)
    for path in gone:
        delete_file(docs, path)
    if before != by_path.keys():
        _write_manifest(docs, set(by_path))
    return Written(tuple(changed), tuple(unchanged), tuple(gone))


def read_manifest(docs: Path) -> set[str]:
    """The generated files of the last build, as paths under ``docs/``."""
    try:
        lines = (docs / MANIFEST).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return set()
    return {line for line in lines if _is_inside(line)}


def _write_manifest(docs: Path, paths: Iterable[str]) -> None:
    replace_file(docs / MANIFEST, "".join(f"{path}\n" for path in sorted(paths)).encode())


def write_file(root: Path, path: str, content: bytes) -> bool:
    """Write a file unless it has these bytes already; whether it was written. Never through a link out of ``root``."""
    target = root / path
    try:
        if target.read_bytes() == content and not target.is_symlink():
            return False
    except (FileNotFoundError, NotADirectoryError):
        pass
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.parent.resolve().is_relative_to(root.resolve()):
        raise OSError(f"{target.parent} is a link out of {root}")
    replace_file(target, content)
    return True


def replace_file(target: Path, content: bytes) -> None:
    """Put a file in place whole: readers see the old bytes or the new ones."""
    temporary = target.with_name(f".{target.name[:40]}.{os.getpid()}.part")
    try:
        temporary.write_bytes(content)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def delete_file(root: Path, path: str) -> None:
    """Delete a file and the folders that it leaves empty."""
    target = root / path
    target.unlink(missing_ok=True)
    for folder in target.parents:
        if folder == root:
            return
        try:
            folder.rmdir()
        except OSError:
            return


def _check(path: str) -> None:
    if not _is_inside(path):
        raise ValueError(f"page path {path!r} is not a plain path under docs/")


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    plain = path == "/".join(parts) and not path.startswith("/") and "\\" not in path and ":" not in path
    return (
        bool(path) and plain and path.isprintable() and not any(part in {"..", "."} or part[0] == "." for part in parts)
    )
