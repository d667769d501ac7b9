"""All briefings together: what the pages are drawn from, after the one barrier of a build.

Texts and finds stay in the archive and are opened one by one; what lists, indexes and neighbours show of an article is
its ``Listing``, and only listings are held for all. So memory grows by some kilobytes an article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from jianbao.diagnostics import Diagnostic
from jianbao.document import Edition, Meta
from jianbao.findings import Findings, Prepared, ReferenceDate, Related, Terms, TopicHit
from jianbao.gazetteer import Gazetteer, Name

OPEN_SEEDS = 256
"""Seeds whose texts are held at a time: more than one page of a name or topic shows, in one edition after another."""


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
    """One seed: what it is, how much left it by which rule (code and number), what is doubtful."""

    name: str
    sha256: str
    encoding: str
    characters: int
    digest: str = ""
    """Equal only where all that was read of the seed is equal."""
    removals: tuple[tuple[str, int], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article in all editions (by locale), its finds, and what left it."""

    editions: Mapping[str, Edition]
    findings: Findings
    removals: tuple[Removed, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadSeed:
    """A seed's texts: its articles by ordinal, its lines as they came, and what was removed from it."""

    articles: Mapping[int, ReadArticle]
    raw_lines: tuple[str, ...] = ()
    removals: tuple[Removed, ...] = ()


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

    ``digest`` is equal only where all that was read is equal. ``metas``, ``sizes`` and
    ``prepared`` (what the search index needs) are keyed by locale;
    ``paragraphs`` are the ids of the names in each paragraph that has any, in text order, as often as they are
    mentioned; ``speakers`` those of the quotations; ``days`` the ISO values of the dates; ``glosses`` name id and
    foreign form. ``terms`` are what likeness is measured by. ``backlinks`` are the slugs of the briefings that list
    this one as related.
    """

    seed: str
    ordinal: int
    digest: str
    metas: Mapping[str, Meta]
    sizes: Mapping[str, Size]
    prepared: Mapping[str, Prepared]
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
    backlinks: tuple[str, ...] = ()

    def title(self, locale: str) -> str:
        """What to call the article on a page."""
        meta = self.metas[locale]
        return meta.title.value if meta.title else meta.display_title

    @property
    def names(self) -> Iterator[str]:
        """Ids of the names, in text order, as often as they are mentioned."""
        return (name_id for paragraph in self.paragraphs for name_id in paragraph)


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
    """Where a name occurs: slugs with the number of mentions, in library order; whether it has a page."""

    name: Name
    slug: str
    briefings: tuple[tuple[str, int], ...]
    has_page: bool
    beside: tuple[tuple[str, int], ...] = ()
    """Names seen in the same paragraphs, with the number of such paragraphs, most first."""

    @property
    def mentions(self) -> int:
        """How often it is mentioned."""
        return sum(count for _, count in self.briefings)


class Archive:
    """The texts of the seeds, opened when they are asked for; the last few stay open."""

    def __init__(self, load: Callable[[str], ReadSeed]) -> None:
        """``load`` gives what was read of a seed, by its name."""
        self.seed: Callable[[str], ReadSeed] = lru_cache(maxsize=OPEN_SEEDS)(load)


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
        article = self.archive.seed(listing.seed).articles[listing.ordinal]
        editions = {locale: replace(edition, slug=slug) for locale, edition in article.editions.items()}
        return Entry(slug, editions, article.findings, article.removals, listing.related, listing.backlinks)

    @property
    def entries(self) -> Iterator[Entry]:
        """All about every briefing, one after the other."""
        return map(self.entry, self.listings)
