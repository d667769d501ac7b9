"""How to cite a briefing: GB/T 7714-2015 and Chicago, from what the text states."""

from __future__ import annotations

from jianbao.document import Edition
from jianbao.site.shelf import Shelf

_CARRIERS = {"news": "N/OL", "op-ed": "N/OL", "paper": "J/OL", "report": "R/OL"}


def gb_t_7714(shelf: Shelf, edition: Edition) -> str:
    """``作者. 題名[N/OL]. 出處, 期別 (日期). 網址.`` without what the text does not state."""
    meta = edition.meta
    authors = ", ".join(author.value for author in meta.authors)
    title = f"{edition.title}[{_CARRIERS.get(meta.kind, 'EB/OL')}]"
    source = ", ".join(part.value for part in (meta.source, meta.issue) if part)
    date = f"({meta.date.value})" if meta.date else ""
    return (
        ". ".join(
            part for part in (authors, title, " ".join(filter(None, (source, date))), url(shelf, edition)) if part
        )
        + "."
    )


def chicago(shelf: Shelf, edition: Edition) -> str:
    """Chicago in its Chinese form: 作者，〈題名〉，《出處》，日期，網站，網址。"""
    meta = edition.meta
    authors = "、".join(author.value for author in meta.authors)
    source = f"《{meta.source.value}》" if meta.source else ""
    issue = meta.issue.value if meta.issue else ""
    date = meta.date_text or (meta.date.value if meta.date else "")
    title = edition.title if edition.title.startswith("〈") else f"〈{edition.title}〉"
    site = shelf.convert(shelf.settings.site_title)
    return "，".join(part for part in (authors, title, source + issue, date, site, url(shelf, edition)) if part) + "。"


def url(shelf: Shelf, edition: Edition) -> str:
    """The page's address; without a known host its path from the site's root."""
    return f"{shelf.settings.site_url}{shelf.folder}briefings/{edition.slug}.html"
