"""All pages of Markdown, edition by edition."""

from __future__ import annotations

from collections.abc import Iterator

from jianbao.library import Library
from jianbao.settings import Settings
from jianbao.site.briefing import briefing_page
from jianbao.site.lists import list_pages
from jianbao.site.names import name_pages
from jianbao.site.page import Page
from jianbao.site.records import Convert
from jianbao.site.shelf import Shelf
from jianbao.site.source_pages import source_pages
from jianbao.site.topic_pages import topic_pages


def markdown_pages(library: Library, settings: Settings, convert: Convert) -> Iterator[Page]:
    """Every page in every edition that is published."""
    for locale in settings.locales:
        shelf = Shelf(library, settings, locale, convert)
        for entry in library.entries:
            yield briefing_page(shelf, entry)
        yield from list_pages(shelf)
        yield from topic_pages(shelf)
        yield from name_pages(shelf)
        yield from source_pages(shelf)
