"""Libraries of articles that a test made, without seeds or files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from io import BytesIO

from jianbao.archive import Archive, ReadArticle, ReadSeed, pack
from jianbao.gazetteer import Gazetteer
from jianbao.knowledge import assemble
from jianbao.library import Entry, Library, Listing, NameUse, SeedReport, Topic
from jianbao.listing import list_article
from jianbao.reading import read_article
from jianbao.sections import read_section, read_table


def listed(entry: Entry) -> Listing:
    """What the library keeps of an article."""
    made = list_article(_article(entry, Gazetteer()))
    return replace(made, slug=entry.slug, related=entry.related, backlinks=entry.backlinks)


def archive(entries: Iterable[Entry], gazetteer: Gazetteer, raw_lines: tuple[str, ...] = ()) -> Archive:
    """The texts of articles by seed."""
    seeds: dict[str, dict[int, ReadArticle]] = {}
    for entry in entries:
        seeds.setdefault(entry.findings.seed, {})[entry.findings.ordinal] = _article(entry, gazetteer)
    return opened({name: pack(ReadSeed(articles, raw_lines)) for name, articles in seeds.items()})


def opened(texts: Mapping[str, bytes]) -> Archive:
    """An archive of what ``pack`` made, by a seed's name."""
    files = {name: BytesIO(packed) for name, packed in texts.items()}
    tables = {name: read_table(file) for name, file in files.items()}
    return Archive(lambda name, section: read_section(files[name], tables[name], section))


def _article(entry: Entry, gazetteer: Gazetteer) -> ReadArticle:
    return read_article(entry.editions, entry.findings, entry.removals, gazetteer)


def shelve(
    entries: Sequence[Entry],
    gazetteer: Gazetteer,
    topics: tuple[Topic, ...] = (),
    uses: Mapping[str, NameUse] | None = None,
    seeds: tuple[SeedReport, ...] = (),
) -> Library:
    """A library of just these, as they are."""
    listings = {entry.slug: listed(entry) for entry in entries}
    return Library(listings, archive(entries, gazetteer, ("raw <b>",)), seeds, gazetteer, topics, uses or {})


def assembled(entries: Sequence[Entry], gazetteer: Gazetteer, topics: Sequence[Topic] = ()) -> Library:
    """A library with all that assembling adds."""
    return assemble(map(listed, entries), archive(entries, gazetteer), (), gazetteer, topics)
