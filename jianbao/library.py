"""All briefings together: what the pages are drawn from, after the one barrier of a build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jianbao.diagnostics import Diagnostic
from jianbao.document import Edition
from jianbao.findings import Findings, Mention, Related
from jianbao.gazetteer import Gazetteer, Name


@dataclass(frozen=True, slots=True)
class Removed:
    """A removal as a reader sees it. ``ordinal`` is the article whose lines it stood in (0: none)."""

    code: str
    text: str
    seed_line: int
    seed_column: int
    reason: str
    ordinal: int = 0


@dataclass(frozen=True, slots=True)
class SeedReport:
    """One seed: what it is, what left it, what is doubtful. ``raw_lines`` are the seed's lines as they came."""

    name: str
    sha256: str
    encoding: str
    raw_lines: tuple[str, ...]
    characters: int
    removals: tuple[Removed, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of ``knowledge/topics.yml``. ``entities`` and ``words`` carry weights."""

    id: str
    title: str
    definition: str
    words: tuple[tuple[str, float], ...] = ()
    entities: tuple[tuple[str, float], ...] = ()
    minimum: float = 4.0
    line: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One article with everything about it. ``editions`` is keyed by locale, each with its slug."""

    slug: str
    editions: Mapping[str, Edition]
    findings: Findings
    removals: tuple[Removed, ...] = ()
    related: tuple[Related, ...] = ()
    backlinks: tuple[str, ...] = ()
    """Slugs of the briefings that list this one as related."""


@dataclass(frozen=True, slots=True)
class NameUse:
    """Where a name occurs: its mentions with the briefing's slug, in library order; whether it has a page."""

    name: Name
    slug: str
    mentions: tuple[tuple[str, Mention], ...]
    has_page: bool
    beside: tuple[tuple[str, int], ...] = ()
    """Names seen in the same paragraphs, with the number of such paragraphs, most first."""


@dataclass(frozen=True, slots=True)
class Library:
    """Everything. ``entries`` in order of seed name and ordinal; ``names`` by id, only those that occur."""

    entries: tuple[Entry, ...]
    seeds: tuple[SeedReport, ...]
    gazetteer: Gazetteer
    topics: tuple[Topic, ...]
    names: Mapping[str, NameUse]

    def entry(self, slug: str) -> Entry:
        """The entry of a slug. KeyError if there is none."""
        for entry in self.entries:
            if entry.slug == slug:
                return entry
        raise KeyError(slug)
