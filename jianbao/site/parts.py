"""A site's files in parts that can be made apart, in any order and in several processes, and kept from build to build.

A part's key stands for all that its files are made of, apart from what is the same for all parts (the program, the
templates, the settings, the editor's knowledge): while it stays, the files stay. What a page shows of *other* briefings
than its own must be in its key; so must which names have a page, since links depend on that.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain

from jianbao.library import Library, Listing, NameUse, SeedReport, Topic
from jianbao.settings import Settings
from jianbao.site.briefing import briefing_page
from jianbao.site.calendar_file import NEWEST, calendar
from jianbao.site.cards import card_pages
from jianbao.site.exports import export_pages
from jianbao.site.feeds import LENGTH, site_feed, topic_feed
from jianbao.site.lists import (
    about,
    all_briefings,
    briefings_of_year,
    glossary,
    home_pages,
    search_page,
    years_of_briefings,
)
from jianbao.site.names import name_indexes, name_page, shown
from jianbao.site.page import Page
from jianbao.site.records import Convert, RecordWriter
from jianbao.site.redirects import redirect_pages
from jianbao.site.search_chunks import text_chunks
from jianbao.site.search_index import fold_page, index_files, listed, texts
from jianbao.site.shelf import Shelf
from jianbao.site.sitemap import sitemap_pages
from jianbao.site.source_pages import source_index, source_page
from jianbao.site.timeline_pages import by_month, timeline, timeline_month
from jianbao.site.topic_pages import topic_index, topic_of_year, topic_pages, years_of_topic


@dataclass(frozen=True, slots=True)
class Part:
    """Some files of the site in all editions: a name of its own, its key, how to make them; a briefing's slug."""

    name: str
    key: str
    make: Callable[[], Iterator[Page]]
    slug: str = ""


def parts(library: Library, settings: Settings, convert: Convert, moved: Mapping[str, str]) -> list[Part]:
    """All generated files; the largest parts first, so that processes end together.

    ``convert`` writes the editor's own words (topics, names) in an edition's script; ``moved`` maps former slugs to
    present ones.
    """
    made = _Parts(library, settings, convert)
    used = [topic for topic in library.topics if made.first.by_topic[topic.id]]
    return [
        *made.search(),
        *made.texts(),
        *made.timeline(),
        made.calendar(),
        *chain.from_iterable(map(made.topic, library.topics)),
        *made.exports(),
        Part("home", _key(made.all_outlines, made.names), partial(home_pages, made.shelves)),
        Part("briefings", _key(made.all_outlines), made.of_each(all_briefings)),
        *made.years(),
        Part("glossary", _key(made.all_outlines, made.names), made.of_each(glossary)),
        Part("topics", _key({id: len(slugs) for id, slugs in made.first.by_topic.items()}), made.of_each(topic_index)),
        Part("names", _key(made.names), lambda: chain.from_iterable(map(name_indexes, made.shelves))),
        made.sources(),
        Part("cards", _key(made.names, made.heads), partial(card_pages, library, convert, settings.locales)),
        made.sitemap(),
        made.feed("feed", made.first.newest_first, made.of_each(site_feed)),
        *(
            made.feed(f"feed {topic.id}", made.first.by_topic[topic.id], made.of_each(topic_feed, topic))
            for topic in used
        ),
        Part("redirects", _key(moved), partial(redirect_pages, moved, settings.locales)),
        Part("search page", "", made.of_each(search_page)),
        Part("about", "", made.of_each(about)),
        *(made.name(use) for use in library.names.values() if use.has_page),
        *chain.from_iterable(map(made.seed, library.seeds)),
        Part("search folds", _key(made.marks), made.folds),
    ]


class _Parts:
    """Names, keys and makers of the parts of one library."""

    def __init__(self, library: Library, settings: Settings, convert: Convert) -> None:
        self.library, self.locales = library, settings.locales
        self.shelves = [Shelf(library, settings, locale, convert) for locale in settings.locales]
        self.first = self.shelves[0]
        self.writer = RecordWriter(library, convert)
        listings = library.listings
        self.marks = {slug: f"{listing.digest} {listing.ordinal}" for slug, listing in listings.items()}
        """What stands for all that was read of a briefing."""
        self.outlines = {slug: listing.outline.hex() for slug, listing in listings.items()}
        """What stands for all that lists show of it."""
        self.all_outlines = _key(self.outlines)
        self.heads = {slug: _key(self._heading(listing)) for slug, listing in listings.items()}
        """What stands for its title and date."""
        self.related = [[item.slug for item in listing.related] for listing in listings.values()]
        self.names = _key([(use.name.id, use.has_page, use.briefings) for use in library.names.values()])
        """What stands for all names and where they occur."""
        self.named = {slug: frozenset(listing.names) for slug, listing in listings.items()}
        self.months = by_month(self.first)
        self.with_page = {use.name.id for use in library.names.values() if use.has_page}

    @cached_property
    def long_lists(self) -> list[str]:
        """Pages that lists were cut into."""
        years = years_of_briefings(self.first)
        topics = (
            f"topics/{topic.id}/{year}" for topic in self.library.topics for year in years_of_topic(self.first, topic)
        )
        return [*(f"timeline/{month}" for month in self.months), *(f"years/{year}" for year in years), *topics]

    def of_each(self, make: Callable[..., Page], *what: object) -> Callable[[], Iterator[Page]]:
        """A page of every edition."""
        return lambda: (make(shelf, *what) for shelf in self.shelves)

    def shown(self, slugs: Iterable[str], *pages: str) -> list[tuple[str, str, list[bytes]]]:
        """What stands for title, date and the sentences of briefings that some kinds of pages show."""
        cited = ((slug, self.library.listings[slug].cited) for slug in slugs)
        return [(slug, self.heads[slug], [found.get(page, b"") for page in pages]) for slug, found in cited]

    def briefing(self, listing: Listing) -> Part:
        near = [self.library.listings[item.slug] for item in listing.related]
        back = [self.library.listings[slug] for slug in listing.backlinks]
        reasons = [[(why.text, why.id, why.weight, why.count) for why in item.why] for item in listing.related]
        key = _key(
            self.marks[listing.slug],
            [(item.slug, item.score) for item in listing.related],
            reasons,
            [self.heads[other.slug] for other in (*near, *back)],
            self._pages(
                [*self.named[listing.slug], *listing.speakers, *(id for why in reasons for _, id, _, _ in why)]
            ),
        )
        return Part(f"briefing {listing.slug}", key, partial(self._briefing, listing.slug), listing.slug)

    def _briefing(self, slug: str) -> Iterator[Page]:
        entry = self.library.entry(slug)
        for shelf in self.shelves:
            yield briefing_page(shelf, entry)
            yield self.writer.page(entry, shelf.locale)

    def name(self, use: NameUse) -> Part:
        id, found = use.name.id, shown(self.first, use)
        key = _key(
            len(use.briefings),
            use.mentions,
            self.shown(found.newest, f"name {id}"),
            [self.heads[slug] for slug in (found.first, found.last) if slug],
            self.shown(found.said, f"said {id}"),
            [(other, count, other in self.with_page) for other, count in use.beside],
        )
        return Part(f"name {id}", key, self.of_each(name_page, use))

    def topic(self, topic: Topic) -> Iterator[Part]:
        slugs = self.first.by_topic[topic.id]
        named = {name_id for name_id, _ in topic.entities}.union(*(self.named[slug] for slug in slugs))
        outlines = [self.outlines[slug] for slug in slugs]
        key = _key(self.shown(slugs, f"topic {topic.id}"), outlines, self._pages(named))
        yield Part(f"topic {topic.id}", key, partial(topic_pages, self.shelves, topic))
        for year, found in years_of_topic(self.first, topic).items():
            key = _key([(slug, self.outlines[slug]) for slug in found])
            yield Part(f"topic {topic.id} {year}", key, self.of_each(topic_of_year, topic, year, found))

    def seed(self, seed: SeedReport) -> Iterator[Part]:
        """Its page and its briefings, one after the other: they show the same texts."""
        yield self.source(seed)
        for slug in self.first.by_seed.get(seed.name, ()):
            yield self.briefing(self.library.listings[slug])

    def source(self, seed: SeedReport) -> Part:
        slugs = self.first.by_seed.get(seed.name, ())
        return Part(f"source {seed.name}", _key(seed.outline, slugs), self.of_each(source_page, seed))

    def sources(self) -> Part:
        rows = [(seed.name, seed.characters, seed.encoding, seed.removals) for seed in self.library.seeds]
        return Part("sources", _key(rows, self.first.by_seed, self.heads), self.of_each(source_index))

    def sitemap(self) -> Part:
        make = partial(sitemap_pages, self.library, self.shelves[0].settings, self.long_lists)
        seeds = [seed.name for seed in self.library.seeds]
        return Part("sitemap", _key(list(self.heads), seeds, self.names, self.long_lists), make)

    def feed(self, name: str, slugs: Sequence[str], make: Callable[[], Iterator[Page]]) -> Part:
        outlines = [self.outlines[slug] for slug in slugs[:LENGTH]]
        return Part(name, _key(self.shown(slugs[:LENGTH], "points"), outlines), make)

    def timeline(self) -> Iterator[Part]:
        found = self.months
        days = [listing.days for listing in self.library.listings.values()]
        yield Part("timeline", _key(days, [] if found else self.shown(self.heads, "dates")), self.of_each(timeline))
        for month, slugs in found.items():
            key = _key(self.shown(slugs, f"month {month}"))
            yield Part(f"timeline {month}", key, self.of_each(timeline_month, month, slugs))

    def calendar(self) -> Part:
        return Part("calendar", _key(self.shown(self.first.newest_first[:NEWEST], "dates")), self.of_each(calendar))

    def years(self) -> Iterator[Part]:
        for year, slugs in years_of_briefings(self.first).items():
            key = _key([(slug, self.outlines[slug]) for slug in slugs])
            yield Part(f"year {year}", key, self.of_each(briefings_of_year, year, slugs))

    def search(self) -> Iterator[Part]:
        """The index of each edition, but for the texts."""
        for locale in self.locales:
            key = _key(self.marks, self.names)
            yield Part(f"search {locale}", key, partial(index_files, self.library, locale))

    def exports(self) -> Iterator[Part]:
        """The tables of each edition."""
        for shelf in self.shelves:
            yield Part(f"export {shelf.locale}", _key(self.all_outlines, self.related), partial(export_pages, shelf))

    def folds(self) -> Iterator[Page]:
        """What the indexes of all editions share: last, when these have counted what it needs."""
        yield fold_page(self.library, self.locales)

    def texts(self) -> Iterator[Part]:
        """The files of texts that a search looks through."""
        for shelf in self.shelves:
            titles = {topic.id: shelf.topic(topic.id) for topic in self.library.topics}
            for slugs in text_chunks(listed(self.library, shelf.locale)):
                make = partial(self._texts, shelf.locale, titles, slugs)
                key = _key([(slug, self.marks[slug]) for slug in slugs])
                yield Part(f"texts {shelf.locale} {slugs[0]}", key, make)

    def _texts(self, locale: str, titles: Mapping[str, str], slugs: Sequence[str]) -> Iterator[Page]:
        yield texts(self.library, locale, titles, slugs)

    def _heading(self, listing: Listing) -> object:
        """What other pages say of a briefing that is near."""
        metas = [listing.metas[locale] for locale in self.locales]
        return [(meta.title, meta.display_title, meta.date) for meta in metas], listing.slug, listing.reference

    def _pages(self, names: Iterable[str]) -> list[str]:
        return sorted(self.with_page & set(names))


def _key(*inputs: object) -> str:
    return hashlib.sha256(repr(inputs).encode("utf-8", "surrogatepass")).hexdigest()
