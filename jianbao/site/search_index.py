"""The search index: which briefings may have a query, and the texts that prove it.

Files lie in ``assets/search/EDITION/`` and are scripts that call ``jianbao(name, data)``, since a page opened from a
folder may fetch nothing but scripts. ``assets/search.js`` is the other half; change them together.

- ``grams-N``: for each bucket of grams (``search_grams``) the briefings that have one of them, by numbers: one string
  for each group of briefings (``search_chunks``), counted from the group's first.
- ``texts-SLUG``: some briefings with their facets and every paragraph, from SLUG on. The browser looks for the query in
  them, so what it finds is exact: no miss (a text that has a query has all its grams), no false find.
- ``index``: where everything is, the names with their other forms, and the words of the interface.

An edited briefing changes its group's strings, its own ``texts`` file and, where a cut moved, the index.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from jianbao.document import EDITION_FOLDERS, LOCALES, BlockKind, Edition
from jianbao.gazetteer import Name
from jianbao.library import Library, NameUse
from jianbao.site.addresses import name_path
from jianbao.site.fold import fold, groups
from jianbao.site.interface import interface
from jianbao.site.page import Page
from jianbao.site.reader_words import reader_words
from jianbao.site.records import REGIONS, Convert
from jianbao.site.search_chunks import Listed, gram_groups, text_chunks
from jianbao.site.search_grams import Size, gram_size
from jianbao.site.search_groups import Group
from jianbao.site.shards import shard

FOLDER = "assets/search"


def search_pages(
    library: Library, convert: Convert = lambda text, locale: text, locales: Sequence[str] = LOCALES
) -> Iterator[Page]:
    """All files of the index, every edition. ``convert`` writes topics in the edition's script."""
    for locale in locales:
        yield from index_files(library, locale)
        titles = {topic.id: convert(topic.title, locale) for topic in library.topics}
        yield from (texts(library, locale, titles, slugs) for slugs in text_chunks(listed(library, locale)))
    yield fold_page(library, locales)


def index_files(library: Library, locale: str) -> Iterator[Page]:
    """All files of an edition but the texts."""
    order = listed(library, locale)
    chunks, together = text_chunks(order), gram_groups(order)
    groups = [Group(library, locale, slugs) for slugs in together]
    size = gram_size([group.measure for group in groups])
    yield from gram_files(locale, size, [group.coded(size) for group in groups])
    kinds = {listing.metas[locale].kind for listing in library.listings.values()}
    yield index_page(locale, size, chunks, together, kinds, library.names.values())


def texts(library: Library, locale: str, titles: Mapping[str, str], slugs: Iterable[str]) -> Page:
    """A ``texts`` file; ``titles`` are those of the topics in the edition's script."""
    documents = []
    for slug in slugs:
        topics = [hit.topic_id for hit in library.listings[slug].topics]
        documents.append(document(library.edition(slug, locale), topics, titles))
    return text_file(locale, documents)


def listed(library: Library, locale: str) -> list[Listed]:
    """What decides where briefings stand in the index."""
    return [
        Listed(slug, date.value if (date := listing.metas[locale].date) else "", listing.lengths[locale])
        for slug, listing in library.listings.items()
    ]


def gram_files(locale: str, size: Size, coded: Sequence[Sequence[str]]) -> Iterator[Page]:
    """The ``grams`` files of an edition, from what ``group_grams`` made of each group."""
    for number in range(1 << size.file_bits):
        yield shard(f"{_folder(locale)}/grams-{number}", [files[number] for files in coded])


def text_file(locale: str, documents: Sequence[list[Any]]) -> Page:
    """A ``texts`` file, from the documents of one chunk."""
    return shard(f"{_folder(locale)}/texts-{documents[0][0]}", documents)


def index_page(
    locale: str,
    size: Size,
    chunks: Sequence[Sequence[str]],
    together: Sequence[Sequence[str]],
    kinds: Iterable[str],
    names: Iterable[NameUse],
) -> Page:
    """An edition's ``index``: ``chunks`` and ``together`` are all slugs as they are cut into files and groups."""
    starts = accumulate((len(slugs) for slugs in chunks), initial=0)
    return shard(
        f"{_folder(locale)}/index",
        {
            "folder": EDITION_FOLDERS[locale],
            "briefings": sum(map(len, chunks)),
            "bucketBits": size.bucket_bits,
            "fileBits": size.file_bits,
            "groups": list(accumulate((len(slugs) for slugs in together[:-1]), initial=0)),
            "texts": [[start, slugs[0]] for start, slugs in zip(starts, chunks, strict=False)],
            "names": list(_names(names, locale)),
            "kinds": {kind: interface(locale).get(f"kind_{kind}", kind) for kind in sorted(kinds)},
            "words": dict(reader_words("search", locale)),
        },
    )


def fold_page(library: Library, locales: Sequence[str]) -> Page:
    """The table that the browser folds with, for the folded characters that occur in some edition."""
    together = ((locale, slugs) for locale in locales for slugs in gram_groups(listed(library, locale)))
    used = set[str]().union(*(Group(library, locale, slugs).used for locale, slugs in together))
    return shard(f"{FOLDER}/fold", groups(used))


def _folder(locale: str) -> str:
    return f"{FOLDER}/{locale.lower()}"


def _date(edition: Edition) -> str:
    return edition.meta.date.value if edition.meta.date else ""


def document(edition: Edition, topics: Iterable[str], titles: Mapping[str, str]) -> list[Any]:
    """``[slug, title, date, kind, source, topics, runs]``; the title is there if it is no block.

    A run is a block's id, its text, and the texts of the blocks whose ids count on from it: ``["p1", …, …]``.
    ``topics`` are the article's by id, ``titles`` what they are called in the edition.
    """
    return [
        edition.slug,
        "" if any(block.kind is BlockKind.TITLE for block in edition.blocks) else edition.title,
        _date(edition),
        edition.meta.kind,
        edition.meta.source.value if edition.meta.source else "",
        [titles[id] for id in topics if id in titles],
        _runs(edition),
    ]


def _runs(edition: Edition) -> list[list[str]]:
    runs: list[list[str]] = []
    expected = ""
    for block in edition.blocks:
        if block.id != expected:
            runs.append([block.id])
        runs[-1].append(block.text)
        letter = block.id.rstrip("0123456789")
        expected = f"{letter}{int(block.id[len(letter) :] or 0) + 1}"
    return runs


def _names(uses: Iterable[NameUse], locale: str) -> Iterator[list[str]]:
    """``[page or "", form, form …]`` of each name that occurs and has a page or more than one form."""
    for use in uses:
        forms: dict[str, str] = {}
        for form in _forms(use.name, REGIONS[locale]):
            if len(form) > 1:
                forms.setdefault(fold(form), form)
        if use.has_page or len(forms) > 1:
            yield [name_path(use.name, use.slug) if use.has_page else "", *forms.values()]


def _forms(name: Name, region: str) -> list[str]:
    """Every wording that means this name wherever it stands, the edition's own first."""
    aliases = [alias.text for alias in name.aliases if not alias.only and not alias.error]
    return [name.form(region) or name.name, name.name, *(form for _, form in name.forms), *aliases, *name.foreign]
