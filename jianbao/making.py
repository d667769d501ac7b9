"""The pages of a library, made and proved part by part: in forked processes where there are several, else here.

Parts whose key and files are those of the last build stand. Workers inherit the library by forking; it is never sent.
What differs from ``docs`` they lay ready in a staging folder, so that no process ever holds all pages.
"""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jianbao import script, workers
from jianbao.diagnostics import EditorError
from jianbao.ledger import Ledger, Record
from jianbao.library import Library
from jianbao.project import Project
from jianbao.settings import Settings
from jianbao.site import kept, verify
from jianbao.site.page import Page
from jianbao.site.parts import Part
from jianbao.site.parts import parts as parts_of
from jianbao.site.writer import Staged, has, stage

STAGING, KEPT = "staged", "kept"
"""Folders of the cache."""
_TOGETHER = 8
"""Parts sent to a process at a time."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A page that does not say what its edition says, or that cannot be made."""

    slug: str
    seed: str
    message: str


@dataclass(frozen=True, slots=True)
class Made:
    """One part: its pages, ready, those that must not be published, and the names of what is kept for it."""

    staged: tuple[Staged, ...]
    faults: tuple[Fault, ...]
    kept: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Work:
    parts: Sequence[Part]
    library: Library
    briefings: Mapping[str, tuple[str, str]]
    """Slug and locale of each briefing's page."""
    docs: Path
    staging: Path


_work: list[_Work] = []
"""What forked processes inherit."""


def make_all(
    project: Project, settings: Settings, library: Library, moved: Mapping[str, str], ledger: Ledger, jobs: int
) -> tuple[list[Staged], list[Fault]]:
    """Every page, ready or standing, and faults; the ledger learns what was made.

    ``moved`` maps former slugs to present ones.
    """

    @lru_cache(maxsize=100_000)
    def convert(text: str, locale: str) -> str:
        return script.convert(text, locale, library.gazetteer)

    parts = parts_of(library, settings, convert, moved)
    standing = {part.name: files for part in parts if (files := ledger.standing(part.name, part.key)) is not None}
    todo = [part for part in parts if part.name not in standing]
    briefings = {
        verify.briefing_path(slug, locale): (slug, locale) for slug in library.listings for locale in settings.locales
    }
    _work.append(_Work(todo, library, briefings, project.docs, project.cache / STAGING))
    kept.keep_in(project.cache / KEPT)
    try:
        made = _make_parts(len(todo), jobs)
    finally:
        kept.keep_in(None)
        _work.clear()
    for part, one in zip(todo, made, strict=True):
        ledger.note(part.name, Record(part.key, {item.path: item.digest for item in one.staged}, one.kept))
    ledger.keep_only(part.name for part in parts)
    kept.prune(project.cache / KEPT, ledger.kept())
    staged = [Staged(path, digest, changed=False) for files in standing.values() for path, digest in files.items()]
    staged += [item for one in made for item in one.staged]
    return staged, [fault for one in made for fault in one.faults]


def _make_parts(count: int, jobs: int) -> list[Made]:
    if jobs == 1 or count < _TOGETHER or "fork" not in multiprocessing.get_all_start_methods():
        return [_make(number) for number in range(count)]
    gc.freeze()  # a collection in a child would touch, and so copy, every page of memory
    try:
        with workers.pool(jobs, "fork") as executor:
            few = max(1, min(_TOGETHER, count // (jobs * _TOGETHER)))
            return list(executor.map(_make, range(count), chunksize=few))
    finally:
        gc.unfreeze()


def _make(number: int) -> Made:
    work = _work[0]
    faults: list[Fault] = []
    part = work.parts[number]
    kept.begin()
    try:
        staged = stage(_proved(work, part.make(), faults), work.docs, work.staging)
    except EditorError:
        raise
    except Exception as error:
        if not part.slug:
            raise
        faults.append(Fault(part.slug, work.library.listings[part.slug].seed, f"{type(error).__name__}: {error}"))
        staged = []
    return Made(tuple(staged), tuple(faults), kept.used())


def _proved(work: _Work, pages: Iterator[Page], faults: list[Fault]) -> Iterator[Page]:
    """The pages; a briefing's that is new is read back first."""
    for page in pages:
        if page.path in work.briefings and not has(work.docs / page.path, page.content):
            slug, locale = work.briefings[page.path]
            edition = work.library.edition(slug, locale)
            fault = verify.fault_of(page, edition)
            if fault:
                faults.append(Fault(slug, edition.seed, f"{page.path}: {fault}"))
        yield page
