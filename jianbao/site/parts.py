"""A site's files in parts that can be made apart, in any order and in several processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain

from jianbao.library import Entry, Library
from jianbao.settings import Settings
from jianbao.site.briefing import briefing_page
from jianbao.site.calendar_file import calendar_pages
from jianbao.site.cards import card_pages
from jianbao.site.exports import export_pages
from jianbao.site.feeds import feed_pages
from jianbao.site.lists import list_pages
from jianbao.site.names import name_pages
from jianbao.site.page import Page
from jianbao.site.records import Convert, RecordWriter
from jianbao.site.search_index import search_pages
from jianbao.site.shelf import Shelf
from jianbao.site.sitemap import sitemap_pages
from jianbao.site.source_pages import source_pages
from jianbao.site.topic_pages import topic_pages

BRIEFINGS = 40
"""Briefings a part."""

Part = Callable[[], Iterator[Page]]


def parts(library: Library, settings: Settings, convert: Convert) -> list[Part]:
    """All generated files. ``convert`` writes the editor's own words (topics, names) in an edition's script.

    The largest parts come first, so that processes end together.
    """
    shelves = [Shelf(library, settings, locale, convert) for locale in settings.locales]
    writer = RecordWriter(library, convert)
    found: list[Part] = [
        partial(search_pages, library, convert, settings.locales),
        partial(_of_all, topic_pages, shelves),  # the editions share their drawings
        partial(_of_all, list_pages, shelves),
    ]
    for shelf in shelves:
        found += [partial(make, shelf) for make in (name_pages, source_pages, export_pages, feed_pages, calendar_pages)]
    found.append(partial(sitemap_pages, library, settings))
    found.append(partial(card_pages, library, convert, settings.locales))
    for start in range(0, len(library.entries), BRIEFINGS):
        chunk = library.entries[start : start + BRIEFINGS]
        found += [partial(_briefings, shelf, writer, chunk) for shelf in shelves]
    return found


def _of_all(make: Callable[[Shelf], Iterator[Page]], shelves: Sequence[Shelf]) -> Iterator[Page]:
    return chain.from_iterable(make(shelf) for shelf in shelves)


def _briefings(shelf: Shelf, writer: RecordWriter, entries: Sequence[Entry]) -> Iterator[Page]:
    for entry in entries:
        yield briefing_page(shelf, entry)
        yield writer.page(entry, shelf.locale)
