"""The pages: an assembled library as Markdown, data and assets, one ``Page`` a file."""

from __future__ import annotations

from collections.abc import Iterator

from jianbao.library import Library
from jianbao.settings import Settings
from jianbao.site.cards import card_pages
from jianbao.site.data_pages import data_pages
from jianbao.site.page import Page
from jianbao.site.pages import markdown_pages
from jianbao.site.records import Convert
from jianbao.site.search_index import search_pages

__all__ = ["Page", "pages"]


def pages(library: Library, settings: Settings, convert: Convert = lambda text, locale: text) -> Iterator[Page]:
    """Every generated file. ``convert`` writes the editor's own words (topics, names) in an edition's script."""
    yield from markdown_pages(library, settings, convert)
    yield from data_pages(library, settings, convert)
    yield from search_pages(library, convert, settings.locales)
    yield from card_pages(library, convert, settings.locales)
