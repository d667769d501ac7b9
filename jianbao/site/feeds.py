"""Atom feeds: of the whole site and of each topic, newest briefings first. No feed depends on when it was built."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import UTC, datetime

from feedgen.feed import FeedGenerator

from jianbao import regex as re
from jianbao.library import Topic
from jianbao.site.finds import key_points
from jianbao.site.page import Page
from jianbao.site.records import page_path
from jianbao.site.shelf import Shelf

LENGTH = 50
"""Entries of a feed."""
_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://jianbao.invalid/")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed_path(locale_folder: str, topic: str = "") -> str:
    """Where a feed lies: ``feed.xml`` for the site, ``topics/ID.xml`` for a topic."""
    return f"{locale_folder}topics/{topic}.xml" if topic else f"{locale_folder}feed.xml"


def site_feed(shelf: Shelf) -> Page:
    """The feed of an edition."""
    return _feed(shelf, "", shelf.convert(shelf.settings.site_title), shelf.newest_first)


def topic_feed(shelf: Shelf, topic: Topic) -> Page:
    """The feed of a topic that has briefings."""
    title = f"{shelf.convert(shelf.settings.site_title)}：{shelf.convert(topic.title)}"
    return _feed(shelf, topic.id, title, shelf.by_topic[topic.id])


def _feed(shelf: Shelf, topic: str, title: str, slugs: Sequence[str]) -> Page:
    path = feed_path(shelf.folder, topic)
    page = f"{shelf.folder}topics/{topic}.html" if topic else f"{shelf.folder}index.html"
    base = shelf.settings.site_url
    feed = FeedGenerator()
    feed.id(_urn(path))
    feed.title(_clean(title))
    feed.language(shelf.locale)
    feed.generator("Jianbao")
    feed.link(href=base + path if base else path.rpartition("/")[2], rel="self")
    feed.link(href=_address(base, page, path), rel="alternate", type="text/html")
    shown = list(slugs[:LENGTH])
    feed.updated(max((_moment(shelf.date(slug)) for slug in shown), default=_UNDATED))
    for slug in shown:
        _entry(feed, shelf, slug, path)
    return Page(path, feed.atom_str(pretty=True))


def _entry(feed: FeedGenerator, shelf: Shelf, slug: str, path: str) -> None:
    meta, entry = shelf.meta(slug), feed.add_entry(order="append")
    address = page_path(slug, shelf.locale)
    entry.id(_urn(address))
    entry.title(_clean(shelf.title(slug)) or slug)
    entry.link(href=_address(shelf.settings.site_url, address, path), rel="alternate", type="text/html")
    day = _moment(shelf.date(slug))
    entry.updated(day)
    if day != _UNDATED:
        entry.published(day)
    entry.author([{"name": _clean(name)} for name in _authors(shelf, slug)])
    points = [point.text for point in key_points(shelf, slug)]
    if points:
        entry.summary(_clean("\n".join(points)))
    for hit in shelf.listings[slug].topics:
        if hit.topic_id in shelf.topics:
            entry.category(term=hit.topic_id, label=_clean(shelf.topic(hit.topic_id)))
    if meta.source:
        entry.rights(_clean(meta.source.value))


def _authors(shelf: Shelf, slug: str) -> list[str]:
    """Atom wants an author: those stated, else the source, else the site."""
    meta = shelf.meta(slug)
    names = [author.value for author in meta.authors] or ([meta.source.value] if meta.source else [])
    return names or [shelf.convert(shelf.settings.site_title)]


def _address(base: str, target: str, path: str) -> str:
    """Absolute where the site's address is known, else relative to the feed."""
    return base + target if base else "../" * path.count("/") + target


def _moment(iso: str) -> datetime:
    """Midnight (UTC) of the first day of a date; 1970 for a briefing without one, which Atom does not allow."""
    parts = [int(part) for part in iso.split("-") if part.isdecimal()]
    if not parts:
        return _UNDATED
    year, month, day = (*parts, 1, 1)[:3]
    return datetime(year, month, day, tzinfo=UTC)


def _urn(path: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_SPACE, path)}"


def _clean(text: str) -> str:
    """Without the characters that XML does not allow."""
    return _NOT_XML.sub("", text).strip()
