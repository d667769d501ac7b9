"""From single briefings to the library: related briefings, backlinks, and where each name is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from jianbao.archive import Archive
from jianbao.gazetteer import Gazetteer
from jianbao.knowledge.name_uses import name_uses
from jianbao.knowledge.related import Features, Near, relate
from jianbao.library import Library, Listing, SeedReport, Topic


def assemble(
    listings: Iterable[Listing],
    archive: Archive,
    seeds: Iterable[SeedReport],
    gazetteer: Gazetteer,
    topics: Sequence[Topic],
    before: Mapping[str, Near] = MappingProxyType({}),
) -> Library:
    """The library of all articles, ordered by seed and ordinal whatever order they come in.

    Fills ``related`` and ``backlinks`` of the listings and the uses of names. Slugs must be given and unique.
    ``before`` is as in ``relate``.
    """
    ordered = sorted(listings, key=lambda listing: (listing.seed, listing.ordinal))
    features = [_features(listing) for listing in ordered]
    near = relate(features, gazetteer, topics, before)
    backlinks: dict[str, list[str]] = {}
    for listing in ordered:
        for item in near[listing.slug].related:
            backlinks.setdefault(item.slug, []).append(listing.slug)
    filled = [
        replace(
            listing,
            related=near[listing.slug].related,
            mark=near[listing.slug].mark,
            backlinks=tuple(backlinks.get(listing.slug, ())),
        )
        for listing in ordered
    ]
    return Library(
        listings={listing.slug: listing for listing in filled},
        archive=archive,
        seeds=tuple(sorted(seeds, key=lambda seed: seed.name)),
        gazetteer=gazetteer,
        topics=tuple(topics),
        names=name_uses(filled, (feature.names for feature in features), gazetteer),
    )


def _features(listing: Listing) -> Features:
    topics = tuple(hit.topic_id for hit in listing.topics)
    return Features(listing.slug, listing.terms, Counter(listing.names), topics)
