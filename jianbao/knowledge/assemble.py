"""From single briefings to the library: related briefings, backlinks, and where each name is used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jianbao.gazetteer import Gazetteer
from jianbao.knowledge.name_uses import name_uses
from jianbao.knowledge.related import relate
from jianbao.library import Entry, Library, SeedReport, Topic


def assemble(
    entries: Sequence[Entry], seeds: Sequence[SeedReport], gazetteer: Gazetteer, topics: Sequence[Topic]
) -> Library:
    """The library of all entries, ordered by seed and ordinal whatever order they come in.

    Fills ``related`` and ``backlinks`` of the entries and the uses of names. Slugs must be unique.
    """
    ordered = sorted(entries, key=lambda entry: (entry.findings.seed, entry.findings.ordinal))
    related = relate(ordered, gazetteer, topics)
    backlinks: dict[str, list[str]] = {}
    for entry in ordered:
        for item in related[entry.slug]:
            backlinks.setdefault(item.slug, []).append(entry.slug)
    filled = tuple(
        replace(entry, related=related[entry.slug], backlinks=tuple(backlinks.get(entry.slug, ()))) for entry in ordered
    )
    return Library(
        entries=filled,
        seeds=tuple(sorted(seeds, key=lambda seed: seed.name)),
        gazetteer=gazetteer,
        topics=tuple(topics),
        names=name_uses(filled, gazetteer),
    )
