"""All briefings together: what the pages are drawn from, after the one barrier of a build.

Texts and finds stay in the archive and are opened one by one; what lists, indexes and neighbours show of an article is
its ``Listing``, and only listings are held for all. So memory grows by some kilobytes an article.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import Any

from jianbao.archive import Archive, Removed
from jianbao.diagnostics import Diagnostic
from jianbao.document import Edition, Meta
from jianbao.findings import Findings, Leads, Prepared, ReferenceDate, Related, Terms, TopicHit
from jianbao.gazetteer import Gazetteer, Name


@dataclass(frozen=True, slots=True)
class SeedReport:
    """One seed: what it is, how much left it by which rule (code and number), what is doubtful."""

    name: str
    sha256: str
    encoding: str
    characters: int
    digest: str = ""
    """Equal only where all that was read of the seed is equal."""
    removals: tuple[tuple[str, int], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    outline: bytes = b""
    """Equal only where all of the rest is equal."""


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
class Size:
    """How long a text is: characters (Han) and words of other scripts together, and minutes to read it."""

    characters: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Listing:
    """What lists, indexes and neighbours show of an article.

    ``digest`` is equal only where all that was read is equal, ``outline`` only where all is that lists show, and of
    ``cited`` (keyed as ``citations.on_pages`` is) each only where the sentences are that such pages show: so an edit
    makes no page anew that it does not touch. ``metas``, ``sizes`` and ``lengths`` (characters of all blocks) are keyed
    by locale; ``paragraphs`` are the ids of the names in each paragraph that has any, in text order, as often as they
    are mentioned; ``speakers`` those of the quotations; ``days`` the ISO values of the dates; ``glosses`` name id and
    foreign form. ``terms`` are what likeness is measured by. ``backlinks`` are the slugs of the briefings that list
    this one as related.
    """

    seed: str
    ordinal: int
    digest: str
    outline: bytes
    cited: Mapping[str, bytes]
    metas: Mapping[str, Meta]
    sizes: Mapping[str, Size]
    lengths: Mapping[str, int]
    reference: ReferenceDate
    terms: Terms
    topics: tuple[TopicHit, ...] = ()
    paragraphs: tuple[tuple[str, ...], ...] = ()
    speakers: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    glosses: tuple[tuple[str, str], ...] = ()
    quotations: int = 0
    figures: int = 0
    slug: str = ""
    related: tuple[Related, ...] = ()
    mark: bytes = b""
    backlinks: tuple[str, ...] = ()

    def title(self, locale: str) -> str:
        """What to call the article on a page."""
        meta = self.metas[locale]
        return meta.title.value if meta.title else meta.display_title

    @property
    def names(self) -> Iterator[str]:
        """Ids of the names, in text order, as often as they are mentioned."""
        return chain.from_iterable(self.paragraphs)


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


@dataclass(frozen=True)
class NameUse:
    """Where a name occurs: slugs with the number of mentions, in library order; whether it has a page."""

    name: Name
    slug: str
    briefings: tuple[tuple[str, int], ...]
    has_page: bool
    beside: tuple[tuple[str, int], ...] = ()
    """Names seen in the same paragraphs, with the number of such paragraphs, most first."""

    @cached_property
    def mentions(self) -> int:
        """How often it is mentioned."""
        return sum(count for _, count in self.briefings)


@dataclass(frozen=True, slots=True)
class Library:
    """Everything. ``listings`` in order of seed name and ordinal; ``names`` by id, only those that occur."""

    listings: Mapping[str, Listing]
    """By slug."""
    archive: Archive
    seeds: tuple[SeedReport, ...]
    gazetteer: Gazetteer
    topics: tuple[Topic, ...]
    names: Mapping[str, NameUse]

    def entry(self, slug: str) -> Entry:
        """All about a briefing, from the archive. KeyError if there is none."""
        listing = self.listings[slug]
        findings, removals = self.archive.findings(listing.seed, listing.ordinal)
        editions = {locale: self.edition(slug, locale) for locale in listing.metas}
        return Entry(slug, editions, findings, removals, listing.related, listing.backlinks)

    @property
    def entries(self) -> Iterator[Entry]:
        """All about every briefing, one after the other."""
        return map(self.entry, self.listings)

    def edition(self, slug: str, locale: str) -> Edition:
        """One edition of a briefing, from the archive."""
        listing = self.listings[slug]
        return replace(self.archive.edition(listing.seed, listing.ordinal, locale), slug=slug)

    def cited(self, slug: str, locale: str, page: str) -> list[Any]:
        """What a page of other things shows of a briefing, from the archive: rows of ``citations.on_pages``."""
        listing = self.listings[slug]
        return self.archive.cited(listing.seed, listing.ordinal, locale, page)

    def prepared(self, slug: str, locale: str) -> Prepared:
        """What the search index needs of a briefing, from the archive."""
        listing = self.listings[slug]
        return self.archive.prepared(listing.seed, listing.ordinal, locale)

    def leads(self, slug: str) -> Leads:
        """What a briefing offers as candidates for names, from the archive."""
        listing = self.listings[slug]
        return self.archive.leads(listing.seed, listing.ordinal)
