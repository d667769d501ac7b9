"""From a project's folders to what reading gave: the editor's knowledge, the seeds, and the cache between builds."""

from __future__ import annotations

import multiprocessing
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from jianbao import regex, workers
from jianbao.diagnostics import Diagnostic, EditorError, Severity, Told
from jianbao.gazetteer import load_gazetteer
from jianbao.packing import packed
from jianbao.project import Project
from jianbao.seed_result import Knowledge, SeedInput, SeedResult, as_diagnostic
from jianbao.sidecar import load_sidecar
from jianbao.source import find_seeds, read_bytes, strays
from jianbao.topics import load_topics

if TYPE_CHECKING:
    from jianbao.seed_cache import SeedCache

FEW = 100_000
"""Bytes of seeds that are read sooner than a process starts."""
MANY = 1_000
"""Results that take longer to load than a process to start."""
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


def load_reading(seeds: Sequence[Path], cache: SeedCache) -> None:
    """Load what reading needs, if processes forked from this one are going to read: they share it.

    Each would else spend more on it than on a dozen articles.
    """
    missing = [path for path in seeds if not cache.has(path.name)]
    many = len(missing) >= BATCH or sum(path.stat().st_size for path in missing) >= FEW
    if many and multiprocessing.get_start_method() == "fork":
        regex.compile_at_once()
        from jianbao.reading import load_tables

        load_tables()


def read_all(
    seeds: Sequence[Path],
    known: Knowledge,
    executor: Executor,
    told: Told,
    cache: SeedCache,
    listen: Callable[[SeedResult], None] = lambda result: None,
    jobs: int = 1,
) -> list[SeedResult]:
    """Read every seed that was sought, or take what the cache has of it; results in order of the seeds' names.

    A few are not read by the executor, as to start its processes takes longer, but here; or where there is much to load
    by a process of their own beside it. ``listen`` hears of each when all have been read.
    """
    shared = packed(known)
    results: list[SeedResult] = []

    def keep(sent: Iterable[SeedInput], answers: Iterable[tuple[bytes, bytes]]) -> None:
        for given, (read, texts) in zip(sent, answers, strict=True):
            result: SeedResult = pickle.loads(read)
            cache.put(given.name, read if not result.bug else b"", texts)
            results.append(result)

    missing = [path for path in seeds if not cache.has(path.name)]
    present = sorted(set(seeds).difference(missing))
    fresh = (given for path in missing if (given := _collected(path, told, cache)))
    few: list[SeedInput] = []
    pending: deque[tuple[list[SeedInput], Future[list[tuple[bytes, bytes]]]]] = deque()
    for batch in iter(lambda: list(islice(fresh, BATCH)), []):
        if pending or len(batch) == BATCH or sum(len(given.data) for given in batch) >= FEW:
            pending.append((batch, executor.submit(_read, batch, shared)))
        else:
            few = batch
    with workers.beside(partial(_read, few, shared), jobs if few and len(present) >= MANY else 1) as answers:
        for path in present:
            if kept := cache.get(path.name):
                results.append(kept)
            elif given := _collected(path, told, cache):  # what was kept is damaged
                keep([given], _read([given], shared))
        keep(few, answers())
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


def _read(batch: list[SeedInput], known: bytes) -> list[tuple[bytes, bytes]]:
    """Read a batch where there is one; only then all that reading needs is loaded."""
    if not batch:
        return []
    if len(batch) == BATCH:
        regex.compile_at_once()
    from jianbao.reading import read_seeds

    return read_seeds(batch, known)
