"""Markdown to HTML by mkdocs, in parallel and only where something changed.

What must be built is shared out into shards, each an mkdocs build of its own (``one_build``); the pages of all shards
are, byte for byte, those of one build. What is proved to be unchanged is taken over from the published site.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from jianbao.diagnostics import EditorError
from jianbao.site.file_hashes import Hashes
from jianbao.site.folders import files, link_files
from jianbao.site.one_build import Shard, build_shard
from jianbao.site.writer import read_manifest, replace_file

SMALLEST_SHARD, LARGEST_SHARD = 60, 2000
"""Files under which another process costs more than it saves: mkdocs needs half a second to start. And files over which
its memory does: it holds all pages that it builds, some 80 kB each."""
_COMMON = ""
"""The name among the hashes of what all pages have in common."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a render reads and writes: ``target`` is the site in the making, ``state`` tells what ``published`` is.

    ``hashes`` knows the files of ``docs``, ``scratch`` a folder that is nobody else's.
    """

    config: Path
    docs: Path
    published: Path
    target: Path
    state: Path
    hashes: Hashes
    scratch: Path


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a render did: pages rendered, pages taken over, mkdocs' warnings, and the hashes of what it read.

    Without ``changed`` the published site is what would have been made, and nothing was. With ``anew`` nothing of it
    was taken over.
    """

    rendered: tuple[str, ...]
    kept: int
    warnings: tuple[str, ...]
    changed: bool
    anew: bool
    hashes: Mapping[str, str]


def render(place: Place, executor: Executor, jobs: int) -> Rendered:
    """Make the whole site in ``place.target``, taking over from the published one what is proved to be unchanged.

    The proof is ``place.state``. Call ``forget`` before the site is published and ``remember`` after it.
    """
    hashes, before = _hashes(place), _published(place)
    present = [path for path in hashes if path != _COMMON]
    _refuse_two_at_one_place(present)
    count = sum(path.endswith(".md") for path in present)
    if hashes == before:
        return Rendered((), count, (), changed=False, anew=False, hashes=hashes)
    anew = before.get(_COMMON) != hashes[_COMMON]
    same = set() if anew else {path for path in present if before.get(path) == hashes[path]}
    generated = read_manifest(place.docs)
    # Links on a hand-written page may lead to pages that came or went; generated pages then differ themselves.
    todo = [path for path in present if path not in same or (path.endswith(".md") and path not in generated)]
    gone = [] if anew else [built(path) for path in before if path and path not in same]
    if not anew:
        link_files(place.published, place.target, {*gone, *map(built, todo)})
    warnings = _build_shards(place, todo, anew, executor, jobs)
    pages = tuple(path for path in todo if path.endswith(".md"))
    return Rendered(pages, count - len(pages), warnings, changed=True, anew=anew, hashes=hashes)


def stands(place: Place) -> bool:
    """Whether the published site is what would be made."""
    return _hashes(place) == _published(place)


def forget(place: Place) -> None:
    """Take back the proof: the published site is about to change."""
    place.state.unlink(missing_ok=True)


def remember(place: Place, made: Rendered) -> None:
    """Note what the published site was made of."""
    replace_file(place.state, json.dumps(made.hashes, ensure_ascii=False, separators=(",\n", ":")).encode())


def _build_shards(
    place: Place, todo: Sequence[str], with_theme: bool, executor: Executor, jobs: int
) -> tuple[str, ...]:
    if not todo and not with_theme:
        return ()
    count = max(min(jobs, len(todo) // SMALLEST_SHARD), -(-len(todo) // LARGEST_SHARD), 1)
    shards = [
        Shard(
            str(place.config),
            str(place.docs),
            str(place.target),
            str(place.scratch / str(number)),
            tuple(todo[number::count]),
            with_theme and number == 0,
        )
        for number in range(count)
    ]
    shutil.rmtree(place.scratch, ignore_errors=True)
    warnings = {warning for messages in executor.map(build_shard, shards) for warning in messages}
    shutil.rmtree(place.scratch)
    return tuple(sorted(warnings))


def built(path: str) -> str:
    """Where mkdocs puts a file of ``docs``, under the site."""
    if not path.endswith(".md"):
        return path
    folder, _, name = path.rpartition("/")
    built = "index.html" if name == "README.md" else name.removesuffix(".md") + ".html"
    return f"{folder}/{built}" if folder else built


def _common(place: Place) -> str:
    """Hash of what all pages have in common."""
    common = hashlib.sha256(place.config.read_bytes())
    for name in ("mkdocs", "mkdocs-material", "Markdown", "pymdown-extensions", "Jinja2"):
        common.update(f"{name} {version(name)}\n".encode())
    overrides = place.config.parent / "templates" / "overrides"
    for path in files(overrides):
        common.update(path.encode() + (overrides / path).read_bytes())
    return common.hexdigest()


def _hashes(place: Place) -> dict[str, str]:
    """Hash of every file of ``docs`` that mkdocs sees, and of what all pages have in common."""
    present = {path: place.hashes.of(f"{place.docs}/{path}") for path in files(place.docs) if not _is_hidden(path)}
    return {_COMMON: _common(place), **present}


def _is_hidden(path: str) -> bool:
    return path.startswith(".") or "/." in path


def _refuse_two_at_one_place(paths: Iterable[str]) -> None:
    taken: dict[str, str] = {}
    for path in paths:
        other = taken.setdefault(built(path), path)
        if other != path:
            page, file = sorted((path, other), key=lambda one: not one.endswith(".md"))
            raise EditorError(f"docs/{file}", None, f"stands where the page of docs/{page} goes", "rename it")


def _published(place: Place) -> dict[str, str]:
    """What the published site was made of, as ``_hashes`` has it; empty where nobody knows."""
    try:
        loaded = json.loads(place.state.read_bytes())
    except (OSError, ValueError):
        return {}
    return loaded if isinstance(loaded, dict) and place.published.is_dir() else {}
