"""The story of a build, one function an arrow:

    seeds --read--> results --assemble--> library --pages--> Markdown --render--> HTML --verify--> published site

Reading and rendering are mapped over an executor; assembling is the one barrier. A seed that cannot be read costs
nothing but itself, and what is published stays until its successor is whole.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from jianbao import knowledge, publish, site
from jianbao.diagnostics import Diagnostic, EditorError, Severity
from jianbao.gazetteer import load_gazetteer
from jianbao.library import Entry, Library
from jianbao.lock import build_lock
from jianbao.permalinks import ArticleKey, Permalink, assign, dump_permalinks, load_permalinks, redirects
from jianbao.project import Project
from jianbao.reading import Knowledge, SeedInput, SeedResult, as_diagnostic, read_seeds, with_slugs
from jianbao.seed_cache import SeedCache
from jianbao.settings import Settings, load_settings
from jianbao.sidecar import load_sidecar
from jianbao.site import render
from jianbao.site.redirects import redirect_pages
from jianbao.site.writer import read_manifest, replace_file, write, write_file
from jianbao.source import find_seeds, read_bytes
from jianbao.topics import load_topics

BATCH = 16
"""Seeds a task: enough to outweigh what sending one costs, few enough to share the work evenly."""


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
    published: bool = False


@dataclass(slots=True)
class _Told:
    """Messages gathered on the way."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    bugs: list[tuple[str, str]] = field(default_factory=list)


def build(project: Project, options: Options) -> Outcome:
    """Build a project. ``EditorError`` for what stops the whole build; a bad seed is told in the outcome."""
    with build_lock(project.cache):
        publish.recover(project.site, project.cache)
        settings = load_settings(project.config)
        told = _Told()
        known = load_knowledge(project)
        with _executor(options) as executor:
            results = list(read_all(project, known, executor, options, told))
            library, links = assemble(project, results, known, told)
            written = write_docs(project, settings, library, links)
            rendered, published = 0, False
            if options.with_site:
                rendered = publish_site(project, executor, _jobs(options), told)
                published = True
    told.diagnostics = [shown(project, diagnostic) for diagnostic in told.diagnostics]
    return Outcome(
        len(library.seeds),
        len(library.entries),
        written,
        rendered,
        tuple(told.diagnostics),
        tuple(told.bugs),
        published,
    )


def check(project: Project, options: Options) -> Outcome:
    """Read all seeds and report, without writing anything."""
    told = _Told()
    known = load_knowledge(project)
    with _executor(options) as executor:
        results = list(read_all(project, known, executor, replace(options, with_site=False), told, cached=False))
    library, _ = assemble(project, results, known, told)
    diagnostics = tuple(shown(project, diagnostic) for diagnostic in told.diagnostics)
    return Outcome(len(library.seeds), len(library.entries), diagnostics=diagnostics, bugs=tuple(told.bugs))


def load_knowledge(project: Project) -> Knowledge:
    """The editor's names and topics; empty where the folder has none."""
    names, topics = project.knowledge / "names.yml", project.knowledge / "topics.yml"
    gazetteer = load_gazetteer(names if names.exists() else None)
    return Knowledge(gazetteer, load_topics(topics if topics.exists() else None, gazetteer))


def _knowledge_bytes(project: Project) -> bytes:
    files = (project.knowledge / "names.yml", project.knowledge / "topics.yml")
    return b"\0".join(file.read_bytes() if file.exists() else b"" for file in files)


def gather(project: Project, told: _Told) -> Iterator[SeedInput]:
    """The seeds as collected, in order of their names; those that cannot be used are told and left out."""
    for path in find_seeds(project.seeds):
        try:
            data = read_bytes(path)
            yield SeedInput(path.name, data, load_sidecar(path.with_suffix(".yml")))
        except EditorError as error:
            told.diagnostics.append(as_diagnostic(error))


def read_all(
    project: Project, known: Knowledge, executor: Executor, options: Options, told: _Told, *, cached: bool = True
) -> Iterator[SeedResult]:
    """Read every seed, from the cache where nothing changed; results in order of the seeds' names."""
    cache = SeedCache(project.cache / "seeds", _knowledge_bytes(project))
    pending: list[tuple[list[tuple[str, SeedInput]], Future[list[SeedResult]]]] = []
    results: list[SeedResult] = []
    batch: list[tuple[str, SeedInput]] = []

    def submit() -> None:
        if batch:
            task = executor.submit(read_seeds, [given for _, given in batch], known)
            pending.append((list(batch), task))
            batch.clear()

    for given in gather(project, told):
        key = cache.key(given)
        kept = cache.get(key) if cached else None
        if kept:
            results.append(kept)
        else:
            batch.append((key, given))
            if len(batch) == BATCH:
                submit()
    submit()
    for sent, task in pending:
        for (key, _), result in zip(sent, task.result(), strict=True):
            if cached:
                cache.put(key, result)
            results.append(result)
    if cached:
        cache.prune()
    for result in sorted(results, key=lambda result: result.name):
        told.diagnostics += result.diagnostics
        if result.bug:
            told.bugs.append((result.name, result.bug))
        options.listen(result)
        yield result


def assemble(
    project: Project, results: Sequence[SeedResult], known: Knowledge, told: _Told
) -> tuple[Library, tuple[Permalink, ...]]:
    """All readings together, each article under its address; and the registry of addresses."""
    keys = {
        ArticleKey(result.name, article.findings.ordinal, article.editions["zh-Hant-TW"].title): article
        for result in results
        for article in result.articles
    }
    links = assign(load_permalinks(project.permalinks), keys)
    slugs = {link.key: link.slug for link in links}
    entries = [
        Entry(slugs[key], with_slugs(article, slugs[key]), article.findings, article.removals)
        for key, article in keys.items()
    ]
    reports = [result.report for result in results if result.report]
    return knowledge.assemble(entries, reports, known.gazetteer, known.topics), links


def write_docs(project: Project, settings: Settings, library: Library, links: Iterable[Permalink]) -> int:
    """Write the Markdown and everything else that mkdocs takes as it is; the number of files that changed."""
    links = tuple(links)
    copied = 0 if project.is_checkout else _copy_assets(project)
    moved = redirects(links, {entry.slug for entry in library.entries})
    written = write(chain(site.pages(library, settings), redirect_pages(moved, settings.locales)), project.docs)
    registry = dump_permalinks(links).encode()
    if links and (not project.permalinks.exists() or project.permalinks.read_bytes() != registry):
        project.permalinks.parent.mkdir(parents=True, exist_ok=True)
        replace_file(project.permalinks, registry)
    return len(written.changed) + len(written.deleted) + copied


def publish_site(project: Project, executor: Executor, jobs: int, told: _Told) -> int:
    """Render, verify and publish; the number of pages that were rendered."""
    place = render.Place(
        project.config, project.docs, project.site, project.cache / "site-next", project.cache / "render.json"
    )
    rendered = render.render(place, executor, jobs)
    for warning in rendered.warnings:
        told.diagnostics.append(Diagnostic(Severity.WARNING, "W01", " ".join(warning.split()), "docs"))
    render.forget(place)
    publish.swap_in(place.target, project.site)
    render.remember(place)
    return len(rendered.rendered)


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


def _copy_assets(project: Project) -> int:
    """The checkout's hand-written pages and assets, for a site of another folder; the number that changed."""
    generated = read_manifest(project.assets)
    changed = 0
    for path in sorted(project.assets.rglob("*")):
        inside = path.relative_to(project.assets).as_posix()
        if path.is_file() and inside not in generated and not path.name.startswith("."):
            changed += write_file(project.docs, inside, path.read_bytes())
    return changed


def _jobs(options: Options) -> int:
    if options.jobs:
        return options.jobs
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _executor(options: Options) -> AbstractContextManager[Executor]:
    return nullcontext(options.executor) if options.executor else ProcessPoolExecutor(_jobs(options))
