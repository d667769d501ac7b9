"""From a project's folders to what reading gave: the editor's knowledge, the seeds, and the cache between builds."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from jianbao.diagnostics import Diagnostic, EditorError, Severity, Told
from jianbao.gazetteer import load_gazetteer
from jianbao.packing import packed
from jianbao.project import Project
from jianbao.reading import Knowledge, SeedInput, SeedResult, as_diagnostic, read_seeds
from jianbao.sidecar import load_sidecar
from jianbao.source import find_seeds, read_bytes, strays
from jianbao.topics import load_topics

if TYPE_CHECKING:
    from jianbao.seed_cache import SeedCache

FEW = 100_000
"""Bytes of seeds that are read sooner than a process starts."""
BATCH = 16
"""Seeds a task: enough to outweigh what sending one costs, few enough to share the work evenly."""


def load_knowledge(project: Project) -> Knowledge:
    """The editor's names and topics; empty where the folder has none."""
    names, topics = project.knowledge / "names.yml", project.knowledge / "topics.yml"
    gazetteer = load_gazetteer(names if names.exists() else None)
    return Knowledge(gazetteer, load_topics(topics if topics.exists() else None, gazetteer))


def _knowledge_bytes(project: Project) -> bytes:
    files = (project.knowledge / "names.yml", project.knowledge / "topics.yml")
    return b"\0".join(file.read_bytes() if file.exists() else b"" for file in files)


def open_cache(project: Project) -> SeedCache:
    """The project's own cache of readings."""
    from jianbao.seed_cache import SeedCache

    return SeedCache(project.cache / "seeds", _knowledge_bytes(project))


@contextmanager
def no_cache(project: Project) -> Iterator[SeedCache]:
    """A cache that begins empty and leaves nothing behind."""
    from jianbao.seed_cache import SeedCache

    with TemporaryDirectory() as folder:
        yield SeedCache(Path(folder), _knowledge_bytes(project))


def seek(project: Project, told: Told, cache: SeedCache) -> list[Path]:
    """The seeds in order of their names, each named to the cache with the key of what reading it gives.

    Those that cannot be used are told and left out.
    """
    seeds = find_seeds(project.seeds)
    for name, reason in strays(seeds):
        told.diagnostics.append(Diagnostic(Severity.WARNING, "E04", f"no sidecar of a seed: {reason}", name))
    return [path for path in seeds if _collected(path, told, cache)]


def _collected(path: Path, told: Told, cache: SeedCache) -> SeedInput | None:
    try:
        given = SeedInput(path.name, read_bytes(path), load_sidecar(path.with_suffix(".yml")))
    except EditorError as error:
        told.diagnostics.append(as_diagnostic(error))
        cache.forget(path.name)
        return None
    cache.ask(given)
    return given


def read_all(
    seeds: Iterable[Path],
    known: Knowledge,
    executor: Executor,
    told: Told,
    cache: SeedCache,
    listen: Callable[[SeedResult], None] = lambda result: None,
) -> list[SeedResult]:
    """Read every seed that was sought, or take what the cache has of it; results in order of the seeds' names.

    A few are read here and not by the executor: to start a process takes longer. ``listen`` hears of each when all have
    been read.
    """
    pending: deque[tuple[list[SeedInput], Future[list[tuple[bytes, bytes]]]]] = deque()
    results: list[SeedResult] = []
    batch: list[SeedInput] = []
    shared = packed(known)

    def submit() -> None:
        if batch:
            task = executor.submit(read_seeds, list(batch), shared)
            pending.append((list(batch), task))
            batch.clear()

    def keep(sent: Iterable[SeedInput], answers: Iterable[tuple[bytes, bytes]]) -> None:
        for given, (read, texts) in zip(sent, answers, strict=True):
            result: SeedResult = pickle.loads(read)
            cache.put(given.name, read if not result.bug else b"", texts)
            results.append(result)

    for path in seeds:
        if kept := cache.get(path.name):
            results.append(kept)
        elif given := _collected(path, told, cache):
            batch.append(given)
            if len(batch) == BATCH:
                submit()
    if not pending and sum(len(given.data) for given in batch) < FEW:
        keep(batch, read_seeds(batch, shared))
    else:
        submit()
    while pending:
        sent, task = pending.popleft()
        keep(sent, task.result())
    cache.prune()
    results.sort(key=lambda result: result.name)
    for result in results:
        told.diagnostics += result.diagnostics
        if result.bug:
            told.bugs.append((result.name, result.bug))
        listen(result)
    return results
