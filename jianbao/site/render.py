"""Markdown to HTML by mkdocs, in parallel and only where something changed.

With the navigation spelled out in ``mkdocs.yml`` a page's HTML depends on its own Markdown, the theme and the names of
the other pages, not on their contents. So a shard is an ordinary mkdocs build in which all pages are known but only
some are rendered; the shards' pages together are, byte for byte, those of one build.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files, InclusionLevel

from jianbao.diagnostics import EditorError
from jianbao.site.mistakes import of_mkdocs
from jianbao.site.writer import read_manifest, replace_file

SMALLEST_SHARD = 60
"""Pages under which another process costs more than it saves: mkdocs needs half a second to start."""


@dataclass(frozen=True, slots=True)
class Shard:
    """One mkdocs build: the pages to render (paths under ``docs``), and whether to copy what is no page."""

    config: str
    docs: str
    site: str
    pages: frozenset[str]
    with_static: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a render reads and writes: ``target`` is the site in the making, ``state`` tells what ``published`` is."""

    config: Path
    docs: Path
    published: Path
    target: Path
    state: Path


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a render did: pages rendered, pages taken over, mkdocs' warnings, and the hashes of what it read.

    Without ``changed`` the published site is what would have been made, and nothing was.
    """

    rendered: tuple[str, ...]
    kept: int
    warnings: tuple[str, ...]
    changed: bool
    hashes: Mapping[str, str]


class _OnlySome(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]
    """mkdocs' own means to leave files out of a site, used from within."""

    def __init__(self, shard: Shard) -> None:
        super().__init__()
        self.shard = shard

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        for file in files:
            wanted = file.src_uri in self.shard.pages if file.is_documentation_page() else self.shard.with_static
            if not wanted:
                file.inclusion = InclusionLevel.EXCLUDED
        return files


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def render_shard(shard: Shard) -> list[str]:
    """Build one shard; mkdocs' warnings.

    ``EditorError`` for a mistake in ``mkdocs.yml``, an override of the theme or a hand-written page.
    """
    logger, handler = logging.getLogger("mkdocs"), _Warnings()
    logger.addHandler(handler)
    logger.propagate = False
    try:
        config = load_config(shard.config, docs_dir=shard.docs, site_dir=shard.site, strict=False)
        config.plugins["only-some"] = _OnlySome(shard)
        config.validation.links.anchors = logging.DEBUG  # no shard sees its neighbours' anchors; verify does
        config.validation.nav.omitted_files = logging.DEBUG
        build(config)
    except (Exception, SystemExit) as error:  # mkdocs leaves by either
        mistake = of_mkdocs(error, Path(shard.config), handler.messages)
        if mistake:
            raise mistake from error
        raise
    finally:
        logger.removeHandler(handler)
    return handler.messages


def render(place: Place, executor: Executor, jobs: int) -> Rendered:
    """Make the whole site in ``place.target``, taking over from the published one what is proved to be unchanged.

    The proof is ``place.state``. Call ``forget`` before the site is published and ``remember`` after it.
    """
    present = _fingerprint(place)
    _refuse_two_at_one_place(present)
    before = _load_state(place.state) if place.published.is_dir() else {}
    pages = [path for path in present if path.endswith(".md")]
    generated = read_manifest(place.docs)
    if before.get("") == present[""]:
        same = {path for path in present if path and before.get(path) == present[path]}
        # Links on a hand-written page may lead to pages that came or went; generated pages then differ themselves.
        todo = [path for path in pages if path not in same or path not in generated]
        statics = [path for path in present if path and not path.endswith(".md") and path not in same]
        gone = [built(path) for path in before if path and path not in same]
        if not (todo or statics or gone):
            return Rendered((), len(pages), (), changed=False, hashes=present)
        _take_over(place, gone)
    else:
        statics, todo = None, pages
    warnings = _run_shards(place, todo, statics is None, executor, jobs)
    for path in statics or ():
        _copy(place.docs / path, place.target / path)
    return Rendered(tuple(todo), len(pages) - len(todo), tuple(sorted(set(warnings))), changed=True, hashes=present)


def _refuse_two_at_one_place(paths: Iterable[str]) -> None:
    taken: dict[str, str] = {}
    for path in paths:
        other = taken.setdefault(built(path), path)
        if other != path:
            page, file = sorted((path, other), key=lambda one: not one.endswith(".md"))
            raise EditorError(f"docs/{file}", None, f"stands where the page of docs/{page} goes", "rename it")


def forget(place: Place) -> None:
    """Take back the proof: the published site is about to change."""
    place.state.unlink(missing_ok=True)


def remember(place: Place, made: Rendered) -> None:
    """Note what the published site was made of."""
    replace_file(place.state, json.dumps(made.hashes, ensure_ascii=False, separators=(",\n", ":")).encode())


def _run_shards(place: Place, todo: Sequence[str], static: bool, executor: Executor, jobs: int) -> list[str]:
    if not todo and not static:
        return []
    count = max(min(jobs, len(todo) // SMALLEST_SHARD), 1)
    folders = [place.target.with_name(f"{place.target.name}-{number}") for number in range(count)]
    shards = [
        Shard(str(place.config), str(place.docs), str(folder), frozenset(todo[number::count]), static and number == 0)
        for number, folder in enumerate(folders)
    ]
    warnings = [warning for messages in executor.map(render_shard, shards) for warning in messages]
    for shard, folder in zip(shards, folders, strict=True):
        _merge(folder, place.target, None if shard.with_static else {built(path) for path in shard.pages}.__contains__)
        shutil.rmtree(folder)
    return warnings


def _merge(folder: Path, target: Path, wanted: Callable[[str], bool] | None) -> None:
    """Move a shard's files into the site; without ``wanted`` all of them, and the folder itself if it can be."""
    if wanted is None and not target.exists():
        folder.rename(target)
        folder.mkdir()
        return
    for path in files(folder):
        if wanted is None or wanted(path):
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).replace(target / path)


def _take_over(place: Place, gone: Iterable[str]) -> None:
    """The published site's files in the next one, as hard links: they are replaced there, never written into."""
    left_out = set(gone)
    for path in files(place.published):
        if path not in left_out:
            (place.target / path).parent.mkdir(parents=True, exist_ok=True)
            _link(place.published / path, place.target / path)


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    shutil.copyfile(source, target)


def built(path: str) -> str:
    """Where mkdocs puts a file of ``docs``, under the site."""
    if not path.endswith(".md"):
        return path
    folder, _, name = path.rpartition("/")
    built = "index.html" if name == "README.md" else name.removesuffix(".md") + ".html"
    return f"{folder}/{built}" if folder else built


def files(folder: Path) -> list[str]:
    """All files under a folder, as sorted paths with ``/``; links to folders are not followed."""
    found = []
    for place, _, names in os.walk(folder):
        inside = Path(place).relative_to(folder).as_posix()
        found += [name if inside == "." else f"{inside}/{name}" for name in names]
    return sorted(found)


def _fingerprint(place: Place) -> dict[str, str]:
    """Hash of every file of ``docs`` that mkdocs sees; under the empty path that of all they have in common."""
    common = hashlib.sha256(place.config.read_bytes())
    for name in ("mkdocs", "mkdocs-material", "Markdown", "pymdown-extensions", "Jinja2"):
        common.update(f"{name} {version(name)}\n".encode())
    paths = [path for path in files(place.docs) if not any(part.startswith(".") for part in path.split("/"))]
    overrides = place.config.parent / "templates" / "overrides"
    for path in files(overrides):
        common.update(path.encode() + (overrides / path).read_bytes())
    hashes = {path: hashlib.sha256((place.docs / path).read_bytes()).hexdigest() for path in paths}
    return {"": common.hexdigest(), **hashes}


def _load_state(state: Path) -> dict[str, str]:
    try:
        loaded = json.loads(state.read_bytes())
    except (OSError, ValueError):
        return {}
    return loaded if isinstance(loaded, dict) else {}
