"""The pages: an assembled library as Markdown, data and assets, one ``Page`` a file."""

from __future__ import annotations

from collections.abc import Iterator

from jianbao.library import Library
from jianbao.settings import Settings
from jianbao.site.page import Page
from jianbao.site.parts import parts
from jianbao.site.records import Convert

__all__ = ["Page", "pages", "parts"]


def pages(library: Library, settings: Settings, convert: Convert = lambda text, locale: text) -> Iterator[Page]:
    """Every generated file. ``convert`` writes the editor's own words (topics, names) in an edition's script."""
    for part in parts(library, settings, convert, {}):
        yield from part.make()
