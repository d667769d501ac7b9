"""The pages of a library, made and proved part by part: in forked processes where there are several, else here.

Workers inherit the library by forking; it is never sent. What differs from ``docs`` they lay ready in a staging folder,
so that no process ever holds all pages.
"""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from jianbao import script, site, workers
from jianbao.document import Edition
from jianbao.library import Library
from jianbao.project import Project
from jianbao.settings import Settings
from jianbao.site import drawings, verify
from jianbao.site.page import Page
from jianbao.site.parts import Part
from jianbao.site.redirects import redirect_pages
from jianbao.site.writer import Staged, has, stage

STAGING, DRAWINGS = "staged", "drawings"
"""Folders of the cache."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A page that does not say what its edition says."""

    slug: str
    seed: str
    message: str


@dataclass(frozen=True, slots=True)
class Made:
    """One part: its pages, ready, those that must not be published, and the kept drawings asked for up to it."""

    staged: tuple[Staged, ...]
    faults: tuple[Fault, ...]
    drawings: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Work:
    parts: list[Part]
    editions: Mapping[str, Edition]
    docs: Path
    staging: Path


_work: list[_Work] = []
"""What forked processes inherit."""


def make_all(project: Project, settings: Settings, library: Library, moved: Mapping[str, str], jobs: int) -> list[Made]:
    """Make every page; ``moved`` maps former slugs to present ones."""

    @lru_cache(maxsize=100_000)
    def convert(text: str, locale: str) -> str:
        return script.convert(text, locale, library.gazetteer)

    todo = site.parts(library, settings, convert)
    todo.append(partial(redirect_pages, moved, settings.locales))
    editions = (entry.editions[locale] for entry in library.entries for locale in settings.locales)
    by_path = {verify.briefing_path(edition): edition for edition in editions}
    _work.append(_Work(todo, by_path, project.docs, project.cache / STAGING))
    drawings.keep_in(project.cache / DRAWINGS)
    try:
        made = _make_parts(len(todo), jobs)
    finally:
        drawings.keep_in(None)
        _work.clear()
    drawings.prune(project.cache / DRAWINGS, frozenset().union(*(part.drawings for part in made)))
    return made


def _make_parts(count: int, jobs: int) -> list[Made]:
    if jobs == 1 or "fork" not in multiprocessing.get_all_start_methods():
        return [_make(number) for number in range(count)]
    gc.freeze()  # a collection in a child would touch, and so copy, every page of memory
    try:
        with workers.pool(jobs, "fork") as executor:
            return list(executor.map(_make, range(count)))
    finally:
        gc.unfreeze()


def _make(number: int) -> Made:
    work = _work[0]
    faults: list[Fault] = []
    staged = stage(_proved(work, work.parts[number](), faults), work.docs, work.staging)
    return Made(tuple(staged), tuple(faults), drawings.used())


def _proved(work: _Work, pages: Iterator[Page], faults: list[Fault]) -> Iterator[Page]:
    """The pages; a briefing's that is new is read back first."""
    for page in pages:
        edition = work.editions.get(page.path)
        if edition and not has(work.docs / page.path, page.content):
            fault = verify.fault_of(page, edition)
            if fault:
                faults.append(Fault(edition.slug, edition.seed, f"{page.path}: {fault}"))
        yield page
