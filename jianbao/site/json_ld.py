"""Structured data for machines: a briefing as schema.org ``Article``, a name or term as ``DefinedTerm``."""

from __future__ import annotations

import json
from typing import Any

from jianbao import regex as re
from jianbao.library import Entry
from jianbao.site.records import REGIONS, page_path
from jianbao.site.shelf import Shelf
from jianbao.word_lists import words

_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_ESCAPED = re.compile(f"[{''.join(_ESCAPES)}]")
_KINDS = {"news": "NewsArticle", "paper": "ScholarlyArticle", "op-ed": "OpinionNewsArticle", "letter": "Article"}
Item = dict[str, Any]


def script_safe(value: object) -> str:
    """JSON that may stand between ``<script type="application/ld+json">`` and its end tag, whatever it says."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _ESCAPED.sub(lambda char: _ESCAPES[char[0]], text)


def article(shelf: Shelf, entry: Entry) -> str:
    """A briefing, with what the text states about itself and the names that have pages."""
    edition = entry.editions[shelf.locale]
    meta = edition.meta
    item: Item = {
        "@context": "https://schema.org",
        "@type": _KINDS.get(meta.kind, "Article"),
        "headline": edition.title,
        "inLanguage": shelf.locale,
        "url": _url(shelf, page_path(entry.slug, shelf.locale)),
    }
    if meta.date:
        item["datePublished"] = meta.date.value
    if meta.authors:
        item["author"] = [author(who.value) for who in meta.authors]
    if meta.source:
        item["publisher"] = {"@type": "Organization", "name": meta.source.value}
    if topics := [shelf.topic(hit.topic_id) for hit in entry.findings.topics if hit.topic_id in shelf.topics]:
        item["about"] = topics
    linked = dict.fromkeys(link.name_id for link in entry.findings.links)
    labels = [shelf.name(name_id) for name_id in linked if shelf.knows(name_id)]
    mentions = [
        {"@type": "Thing", "name": label.text, "url": _url(shelf, f"{shelf.folder}{label.path}.html")}
        for label in labels
        if label.path
    ]
    if mentions:
        item["mentions"] = mentions
    return script_safe(item)


def author(name: str) -> Item:
    """Who wrote a text: a person, or those who write together under a name such as 編輯部."""
    together = name.endswith(words("collective_writers"))
    return {"@type": "Organization" if together else "Person", "name": name}


def defined_term(shelf: Shelf, name_id: str) -> str:
    """A name's page: what it is called here, elsewhere and abroad. KeyError for an unknown id."""
    name = next(name for name in shelf.library.gazetteer.names if name.id == name_id)
    label = shelf.name(name_id)
    others = [form for region, form in name.forms if region != REGIONS[shelf.locale]]
    words = dict.fromkeys(word for word in (*others, name.full, *name.foreign) if word and word != label.text)
    item: Item = {
        "@context": "https://schema.org",
        "@type": "DefinedTerm",
        "name": label.text,
        "inLanguage": shelf.locale,
        "inDefinedTermSet": _url(shelf, f"{shelf.folder}glossary.html"),
    }
    if label.path:
        item["url"] = _url(shelf, f"{shelf.folder}{label.path}.html")
    if words:
        item["alternateName"] = list(words)
    if name.description:
        item["description"] = shelf.convert(name.description)
    return script_safe(item)


def _url(shelf: Shelf, path: str) -> str:
    return f"{shelf.settings.site_url}{path}" if shelf.settings.site_url else f"/{path}"
