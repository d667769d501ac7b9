"""The story of a build, one function an arrow:

    seeds --read--> results --assemble--> library --pages--> Markdown --render--> HTML --verify--> published site

Reading and rendering are mapped over an executor; assembling is the one barrier. A seed that cannot be read costs
nothing but itself, and what is published stays until its successor is whole.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from jianbao import knowledge, publish, workers
from jianbao.archive import Archive
from jianbao.collecting import load_knowledge, load_reading, no_cache, open_cache, read_all, seek
from jianbao.diagnostics import Diagnostic, EditorError, Told
from jianbao.knowledge import candidates
from jianbao.knowledge.candidate_search import find_candidates
from jianbao.library import Library
from jianbao.lock import build_lock
from jianbao.permalinks import ArticleKey, Permalink, assign
from jianbao.project import Project
from jianbao.registry import Registry
from jianbao.seed_result import Knowledge, SeedResult
from jianbao.settings import load_settings

if TYPE_CHECKING:
    from jianbao.knowledge.related import Near
    from jianbao.seed_cache import SeedCache
    from jianbao.stamp import Last


@dataclass(frozen=True, slots=True)
class Options:
    """How to build. ``listen`` hears of each seed when it has been read."""

    jobs: int = 0
    with_site: bool = True
    executor: Executor | None = None
    listen: Callable[[SeedResult], None] = lambda result: None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build came to. ``bugs`` are failures of our own, by seed; ``written`` counts files."""

    seeds: int = 0
    articles: int = 0
    written: int = 0
    rendered: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    bugs: tuple[tuple[str, str], ...] = ()


def build(project: Project, options: Options) -> Outcome:
    """Build a project. ``EditorError`` for what stops the whole build; a bad seed is told in the outcome."""
    # What only a build needs is half of all that there is to load.
    from jianbao.ledger import Ledger
    from jianbao.neighbours import Neighbours
    from jianbao.publishing import copy_assets, publish_site, site_stands, write_docs
    from jianbao.site.file_hashes import Hashes
    from jianbao.stamp import Last, Stamp

    with _room_in(project.out), build_lock(project.cache), _executor(options) as executor:
        publish.recover(project.site, project.cache)
        settings, jobs = load_settings(project.config), _jobs(options)
        told = Told()
        known = load_knowledge(project)
        cache = open_cache(project)
        seeds = seek(project, told, cache)
        collected = tuple(told.diagnostics)
        hashes = Hashes(project.cache / "hashes.json")
        stamp = Stamp(project, cache, hashes)
        last, assets = stamp.last(), copy_assets(project)
        written = assets
        if last and (not options.with_site or (last.with_site and not assets and site_stands(project, hashes))):
            hashes.save()
            return _told_again(project, collected, last, assets)
        if not options.executor:
            load_reading(seeds, cache)
        if options.with_site and not options.executor:
            workers.start(executor, jobs)
        results = read_all(seeds, known, executor, told, cache, options.listen, jobs)
        archive = Archive(cache.section)
        ledger = Ledger(project.cache / "parts.pickle", stamp.common, project.docs, hashes)
        near = Neighbours(project.cache / "neighbours.pickle", stamp.common)
        stands = last is not None and not told.bugs
        if not stands:
            stamp.drop()
        faithless: frozenset[str] = frozenset()
        while True:
            library, links = assemble(project, results, archive, known, faithless, near.before)
            anew = not stands or bool(faithless)
            rendered, unfit = 0, frozenset[str]()
            with workers.beside(partial(find_candidates, library), jobs if anew else 1) as proposals:
                if anew:
                    changed, unfit = write_docs(project, settings, library, links, ledger, told=told, jobs=jobs)
                    written = assets + changed
                    if not unfit and links:
                        registry(project).save(links)
                if options.with_site and not unfit:
                    rendered, unfit = publish_site(project, library, executor, jobs, hashes, told)
                if anew and not unfit:
                    candidates.write_candidates(proposals(), project.candidates)
            if not unfit:
                break
            faithless |= unfit
            if library.listings.keys() <= unfit:
                raise _no_briefing(told)
        near.save(library)
        if not told.bugs:
            after = tuple(told.diagnostics[len(collected) :])
            stamp.put(Last(len(library.seeds), len(library.listings), after, options.with_site))
        hashes.save()
    return _outcome(project, told, library, written, rendered)


def _told_again(project: Project, collected: Iterable[Diagnostic], last: Last, written: int) -> Outcome:
    """What a build came to that found all as the last one left it."""
    told = tuple(shown(project, diagnostic) for diagnostic in (*collected, *last.diagnostics))
    return Outcome(last.seeds, last.articles, written, 0, told)


def _no_briefing(told: Told) -> EditorError:
    """Not one page is right: that is no text's doing, and an empty site must not take the last good one's place."""
    help = "compare templates/ with the last commit; if nothing changed there, this is a fault of Jianbao"
    return EditorError("templates", None, f"no briefing can be shown: {told.diagnostics[-1].message}", help)


def check(project: Project, options: Options) -> Outcome:
    """Read all seeds and report, without writing anything."""
    told = Told()
    known = load_knowledge(project)
    with no_cache(project) as cache, _executor(options) as executor:
        results = read_all(seek(project, told, cache), known, executor, told, cache, options.listen)
        return _outcome(project, told, assemble(project, results, Archive(cache.section), known)[0])


def _outcome(project: Project, told: Told, library: Library, written: int = 0, rendered: int = 0) -> Outcome:
    return Outcome(
        seeds=len(library.seeds),
        articles=len(library.listings),
        written=written,
        rendered=rendered,
        diagnostics=tuple(shown(project, diagnostic) for diagnostic in told.diagnostics),
        bugs=tuple(told.bugs),
    )


def assemble(
    project: Project,
    results: Sequence[SeedResult],
    archive: Archive,
    known: Knowledge,
    faithless: Collection[str] = (),
    before: Mapping[str, Near] = MappingProxyType({}),
) -> tuple[Library, tuple[Permalink, ...]]:
    """All readings together, each article under its address; and the registry of addresses.

    ``faithless``: addresses of briefings that could not be shown as they are, and are left out. ``before``: the related
    briefings of the last build.
    """
    keys = {
        ArticleKey(listing.seed, listing.ordinal, listing.title("zh-Hant-TW")): listing
        for result in results
        for listing in result.listings
    }
    links = assign(registry(project).load(), keys)
    slugs = {link.key: link.slug for link in links}
    listings = [replace(listing, slug=slugs[key]) for key, listing in keys.items() if slugs[key] not in faithless]
    reports = [result.report for result in results if result.report]
    return knowledge.assemble(listings, archive, reports, known.gazetteer, known.topics, before), links


def registry(project: Project) -> Registry:
    """The project's addresses."""
    return Registry(project.permalinks, project.cache / "permalinks.pickle")


def names(project: Project, applying: bool) -> Iterator[str]:
    """Write names that the editor may want to ``candidates.yml``, or take his decisions there into ``names.yml``."""
    file = project.knowledge / "names.yml"
    if applying:
        yield from candidates.apply_candidates(project.candidates, file)
        return
    with no_cache(project) as cache:
        yield from candidates.write_candidates(find_candidates(read_library(project, cache)), project.candidates)


def read_library(project: Project, cache: SeedCache | None = None) -> Library:
    """All seeds, read and assembled, without building anything."""
    known = load_knowledge(project)
    cache = cache or open_cache(project)
    with _executor(Options()) as executor:
        told = Told()
        results = read_all(seek(project, told, cache), known, executor, told, cache)
    return assemble(project, results, Archive(cache.section), known)[0]


def shown(project: Project, diagnostic: Diagnostic) -> Diagnostic:
    """With the path as the user knows it: from where he stands, if the file lies below."""
    name = Path(diagnostic.path)
    if name.is_absolute() or len(name.parts) > 1:
        return diagnostic
    for folder in (project.seeds, project.knowledge, project.permalinks.parent):
        if (folder / name).is_symlink() or (folder / name).exists():
            return replace(diagnostic, path=_near(folder / name))
    return diagnostic


def _near(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _jobs(options: Options) -> int:
    if options.jobs:
        return options.jobs
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _room_in(folder: Path) -> Iterator[None]:
    """``EditorError`` where the disk is full: what the system says of it names any file but the one to look at."""
    try:
        yield
    except OSError as error:
        if error.errno not in {errno.ENOSPC, errno.EDQUOT}:
            raise
        help = "make room and build again; the published site stands as it was"
        raise EditorError(str(folder), None, "no room left on the disk", help) from None


@contextmanager
def _executor(options: Options) -> Iterator[Executor]:
    """The executor to work with. ``EditorError`` if a worker dies: the build ends, and what is published stays."""
    try:
        with nullcontext(options.executor) if options.executor else workers.pool(_jobs(options)) as executor:
            yield executor
    except BrokenExecutor:
        help = "build again; if memory is short, with --jobs 1"
        raise EditorError("build", None, "a worker process was killed from outside", help) from None
