"""The only place that writes pages: what changed, all of it laid ready first; what is no longer made goes.

A manifest lists the generated files. It is written before the first page with all names, old and new, and after the
last with those that remain, so that a build that was killed leaves nothing that the next does not know.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from stat import S_ISREG

from jianbao import regex as re
from jianbao.site.page import Page

MANIFEST = ".generated"
"""Under ``docs/``; mkdocs leaves names with a leading dot alone."""
_PLAIN = re.compile(r"\w[\w.-]*(?:/\w[\w.-]*)*", re.ASCII)
"""Paths that need no closer look: nearly all."""


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


@dataclass(frozen=True, slots=True)
class Staged:
    """A page that is ready: the hash of its bytes; whether ``docs`` has others: these lie in the staging folder."""

    path: str
    digest: str
    changed: bool


def stage(pages: Iterable[Page], docs: Path, staging: Path) -> list[Staged]:
    """Lay what differs from ``docs`` ready in ``staging``. ValueError for a path that would leave it."""
    staged = []
    for page in pages:
        if not _is_inside(page.path):
            raise ValueError(f"page path {page.path!r} is not a plain path under docs/")
        changed = not has(docs / page.path, page.content)
        if changed:
            ready = staging / page.path
            try:
                ready.write_bytes(page.content)
            except FileNotFoundError:
                ready.parent.mkdir(parents=True, exist_ok=True)
                ready.write_bytes(page.content)
        staged.append(Staged(page.path, hashlib.sha256(page.content).hexdigest(), changed))
    return staged


def commit(staged: Iterable[Staged], docs: Path, staging: Path) -> Written:
    """Bring ``docs`` to exactly the staged pages. ValueError for a path that comes twice."""
    pages: dict[str, bool] = {}
    folded: dict[str, str] = {}
    for item in staged:
        if item.path.casefold() in folded:
            raise ValueError(f"two pages at {item.path!r} and {folded[item.path.casefold()]!r}")
        folded[item.path.casefold()] = item.path
        pages[item.path] = item.changed
    docs.mkdir(parents=True, exist_ok=True)
    before = read_manifest(docs)
    gone = sorted(before - pages.keys())
    if before != pages.keys():
        _write_manifest(docs, before | pages.keys())
    changed = tuple(path for path in sorted(pages) if pages[path])
    for folder in sorted({path.rpartition("/")[0] for path in changed}):
        (docs / folder).mkdir(parents=True, exist_ok=True)
        _check_folder(docs / folder, docs)
    for path in changed:
        (staging / path).replace(docs / path)
    for path in gone:
        delete_file(docs, path)
    if before != pages.keys():
        _write_manifest(docs, pages)
    return Written(changed, tuple(path for path in sorted(pages) if not pages[path]), tuple(gone))


def write(pages: Iterable[Page], docs: Path, staging: Path) -> Written:
    """Stage and commit pages."""
    return commit(stage(pages, docs, staging), docs, staging)


def has(path: Path, content: bytes) -> bool:
    """Whether a regular file with just these bytes stands there."""
    try:
        there = path.lstat()
        return S_ISREG(there.st_mode) and there.st_size == len(content) and path.read_bytes() == content
    except (FileNotFoundError, NotADirectoryError):
        return False


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
    if has(target, content):
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    _check_folder(target.parent, root)
    replace_file(target, content)
    return True


def _check_folder(folder: Path, root: Path) -> None:
    if not folder.resolve().is_relative_to(root.resolve()):
        raise OSError(f"{folder} is a link out of {root}")


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


def _is_inside(path: str) -> bool:
    if _PLAIN.fullmatch(path):
        return True
    parts = PurePosixPath(path).parts
    plain = path == "/".join(parts) and not path.startswith("/") and "\\" not in path and ":" not in path
    return (
        bool(path) and plain and path.isprintable() and not any(part in {"..", "."} or part[0] == "." for part in parts)
    )
