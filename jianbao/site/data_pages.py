"""Everything for programs: records, tables of all briefings, feeds, the timeline as a calendar."""

from __future__ import annotations

from collections.abc import Iterator

from jianbao.library import Library
from jianbao.settings import Settings
from jianbao.site.calendar_file import calendar_pages
from jianbao.site.exports import export_pages
from jianbao.site.feeds import feed_pages
from jianbao.site.page import Page
from jianbao.site.records import Convert, RecordWriter
from jianbao.site.shelf import Shelf


def data_pages(library: Library, settings: Settings, convert: Convert) -> Iterator[Page]:
    """The files of all editions that are published."""
    writer = RecordWriter(library, convert)
    for locale in settings.locales:
        shelf = Shelf(library, settings, locale, convert)
        for entry in library.entries:
            yield writer.page(entry, locale)
        yield from export_pages(shelf)
        yield from feed_pages(shelf)
        yield from calendar_pages(shelf)
