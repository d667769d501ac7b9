"""The sitemap: every page with its editions. Only where the settings say where the site will live."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao.document import EDITION_FOLDERS, LOCALES
from jianbao.library import Library
from jianbao.settings import Settings
from jianbao.site.addresses import name_path, seed_slug
from jianbao.site.escape import html
from jianbao.site.names import FOLDERS
from jianbao.site.page import Page

_LISTS = ("index", "briefings/index", "topics/index", "timeline", "glossary", "sources/index", "search", "about")


def sitemap_pages(library: Library, settings: Settings, more: Sequence[str] = ()) -> Iterator[Page]:
    """``sitemap.xml``, or nothing; ``more`` are the pages that long lists were cut into."""
    if not settings.site_url:
        return
    lines = [f"<url>{_links(settings, path)}</url>" for path in sorted((*_paths(library), *more))]
    namespaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    body = "\n".join(lines)
    yield Page(
        "sitemap.xml", f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {namespaces}>\n{body}\n</urlset>\n'.encode()
    )


def _paths(library: Library) -> Iterator[str]:
    yield from _LISTS
    yield from (f"{folder}/index" for folder in FOLDERS)
    yield from (f"briefings/{slug}" for slug in library.listings)
    yield from (f"topics/{topic.id}" for topic in library.topics)
    yield from (name_path(use.name, use.slug) for use in library.names.values() if use.has_page)
    yield from (f"sources/{seed_slug(seed.name)}" for seed in library.seeds)


def _links(settings: Settings, path: str) -> str:
    addresses = {locale: f"{settings.site_url}{EDITION_FOLDERS[locale]}{path}.html" for locale in settings.locales}
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{locale}" href="{html(address)}"/>'
        for locale, address in addresses.items()
    )
    return f"<loc>{html(addresses[LOCALES[0]])}</loc>{others}"
