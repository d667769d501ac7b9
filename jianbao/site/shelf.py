"""A library as one edition shows it: everything that pages look up, by key, in that edition's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from jianbao.citations import CitedDate, CitedPoint, CitedQuotation, Excerpt, month_of
from jianbao.document import EDITION_FOLDERS, Meta
from jianbao.gazetteer import Name
from jianbao.library import Library, Listing, Size, Topic
from jianbao.settings import Settings
from jianbao.site.addresses import name_path
from jianbao.site.interface import interface
from jianbao.site.records import REGIONS, Convert


@dataclass(frozen=True, slots=True)
class Label:
    """A name as an edition calls it; ``path`` is its page without suffix, empty if it has none."""

    text: str
    path: str
    kind: str


class Shelf:
    """One edition of a library. Look-ups take constant time."""

    def __init__(self, library: Library, settings: Settings, locale: str, convert: Convert) -> None:
        """``convert`` writes the editor's words in the edition's script."""
        self.library, self.settings, self.locale, self.to_locale = library, settings, locale, convert
        self.folder = EDITION_FOLDERS[locale]
        self.words = interface(locale)
        self.listings: Mapping[str, Listing] = library.listings
        self.topics: Mapping[str, Topic] = {topic.id: topic for topic in library.topics}
        self._known: Mapping[str, Name] = {name.id: name for name in library.gazetteer.names}
        self._labels: dict[str, Label] = {}
        self._converted: dict[str, str] = {}

    def convert(self, text: str) -> str:
        """A word of the editor's in this edition's script."""
        if text not in self._converted:
            self._converted[text] = self.to_locale(text, self.locale) if text else ""
        return self._converted[text]

    def word(self, key: str, **values: object) -> str:
        """A word of the interface, filled in."""
        return self.words[key].format(**values)

    def title(self, slug: str) -> str:
        """What a briefing is called in this edition."""
        return self.listings[slug].title(self.locale)

    def meta(self, slug: str) -> Meta:
        """What is known about a briefing, in this edition's words."""
        return self.listings[slug].metas[self.locale]

    def name(self, name_id: str) -> Label:
        """What the edition calls a name, and where its page is."""
        if name_id not in self._labels:
            use, known = self.library.names.get(name_id), self._known[name_id]
            text = known.form(REGIONS[self.locale]) or self.convert(known.name)
            path = name_path(known, use.slug) if use and use.has_page else ""
            self._labels[name_id] = Label(text, path, known.kind)
        return self._labels[name_id]

    def knows(self, name_id: str) -> bool:
        """Whether there is such a name."""
        return name_id in self._known

    def place_label(self, block_id: str) -> str:
        """How a list refers to a block: ¶3, 題, 註 2."""
        letter, number = block_id[:1], block_id[1:]
        labels = {"p": f"¶{number}", "n": f"{self.words['note']} {number}", "b": self.words["byline"]}
        return labels.get(letter, self.words["title_block"])

    def topic(self, topic_id: str) -> str:
        """A topic's title."""
        return self.convert(self.topics[topic_id].title)

    def kind(self, kind: str) -> str:
        """A text's kind in words."""
        return self.words.get(f"kind_{kind}", self.words["kind_text"])

    def sentences(self, slug: str, page: str) -> list[Excerpt]:
        """The sentences of a briefing that the page of a name or a topic shows."""
        return [Excerpt(*row) for row in self.library.cited(slug, self.locale, page)]

    def dates(self, slug: str, month: str = "") -> list[CitedDate]:
        """The dates of a briefing in text order, or those in a month."""
        return [
            CitedDate(iso, inferred, start, Excerpt(*sentence))
            for iso, inferred, start, sentence in self.library.cited(slug, self.locale, "dates")
            if not month or month_of(iso) == month
        ]

    def quotations(self, slug: str) -> list[CitedQuotation]:
        """Who says what in a briefing, in text order."""
        return [CitedQuotation(*row) for row in self.library.cited(slug, self.locale, "quotations")]

    def points(self, slug: str) -> list[CitedPoint]:
        """A briefing's 提要."""
        return [CitedPoint(*row) for row in self.library.cited(slug, self.locale, "points")]

    def date(self, slug: str) -> str:
        """ISO: the date that the text states, else the one inferred for it; empty if neither."""
        stated = self.meta(slug).date
        return stated.value if stated else self.listings[slug].reference.iso or ""

    def date_is_inferred(self, slug: str) -> bool:
        """Whether ``date`` is not the text's own statement."""
        return self.meta(slug).date is None and bool(self.date(slug))

    def size(self, slug: str) -> Size:
        """Length of title and body, without notes."""
        return self.listings[slug].sizes[self.locale]

    @cached_property
    def newest_first(self) -> tuple[str, ...]:
        """Slugs by date, newest first; undated ones last; then by seed and place in it."""
        order = {slug: number for number, slug in enumerate(self.listings)}
        dated = sorted(order, key=order.__getitem__)
        return tuple(sorted(dated, key=self.date, reverse=True))

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """A briefing's place among all, newest first."""
        return {slug: number for number, slug in enumerate(self.newest_first)}

    @cached_property
    def by_topic(self) -> Mapping[str, tuple[str, ...]]:
        """Slugs of each topic, newest first."""
        found: dict[str, list[str]] = {topic.id: [] for topic in self.library.topics}
        for slug in self.newest_first:
            for hit in self.listings[slug].topics:
                if hit.topic_id in found:
                    found[hit.topic_id].append(slug)
        return {topic: tuple(slugs) for topic, slugs in found.items()}

    @cached_property
    def by_speaker(self) -> Mapping[str, tuple[str, ...]]:
        """Slugs of the briefings that quote a name, newest first."""
        found: dict[str, list[str]] = {}
        for slug in self.newest_first:
            for name_id in dict.fromkeys(self.listings[slug].speakers):
                found.setdefault(name_id, []).append(slug)
        return {name_id: tuple(slugs) for name_id, slugs in found.items()}

    @cached_property
    def by_seed(self) -> Mapping[str, tuple[str, ...]]:
        """Slugs of each seed's briefings, in the seed's order."""
        return {
            seed: tuple(listing.slug for listing in found)
            for seed, found in groupby(self.listings.values(), key=lambda listing: listing.seed)
        }
