"""All briefings in one table: ``data/briefings.csv`` for spreadsheets, ``data/briefings.json`` for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from jianbao.library import Listing
from jianbao.site.page import Page
from jianbao.site.records import as_json, page_path, record_path
from jianbao.site.shelf import Shelf

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
Row = dict[str, Any]


def export_pages(shelf: Shelf) -> Iterator[Page]:
    """The table of one edition, in the library's order, in both forms."""
    rows = [_row(shelf, listing) for listing in shelf.listings.values()]
    yield Page(f"{shelf.folder}data/briefings.csv", _as_csv(rows))
    yield Page(f"{shelf.folder}data/briefings.json", as_json({"locale": shelf.locale, "briefings": rows}))


def _row(shelf: Shelf, listing: Listing) -> Row:
    slug, meta = listing.slug, shelf.meta(listing.slug)
    names = [name_id for name_id in dict.fromkeys(listing.names) if shelf.knows(name_id)]
    return {
        "slug": slug,
        "url": "/" + page_path(slug, shelf.locale),
        "record": "/" + record_path(slug, shelf.locale),
        "title": shelf.title(slug),
        "date": meta.date.value if meta.date else None,
        "ref_date": listing.reference.iso,
        "ref_source": listing.reference.source,
        "authors": [author.value for author in meta.authors],
        "affiliation": meta.affiliation.value if meta.affiliation else None,
        "source": meta.source.value if meta.source else None,
        "kind": meta.kind,
        "seed": listing.seed,
        "ordinal": listing.ordinal,
        "characters": shelf.size(slug).characters,
        "topics": [shelf.topic(hit.topic_id) for hit in listing.topics if hit.topic_id in shelf.topics],
        "names": [shelf.name(name_id).text for name_id in names],
        "mentions": sum(map(len, listing.paragraphs)),
        "dates": len(listing.days),
        "quotations": listing.quotations,
        "figures": listing.figures,
        "related": [related.slug for related in listing.related],
    }


def _as_csv(rows: list[Row]) -> bytes:
    """With a byte order mark, by which spreadsheets know UTF-8; lists joined by a semicolon.

    A cell that a spreadsheet would take for a formula gets an apostrophe in front: the texts are not ours.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if rows:
        writer.writerow(rows[0])
    for row in rows:
        writer.writerow(_cell(value) for value in row.values())
    return ("\ufeff" + out.getvalue()).encode()


def _cell(value: Any) -> str | int:
    if isinstance(value, int):
        return value
    text = "; ".join(value) if isinstance(value, list) else str(value or "")
    return f"'{text}" if text.startswith(_FORMULA) else text
