"""The search index: which briefings may have a query, and the texts that prove it.

Files lie in ``assets/search/EDITION/`` and are scripts that call ``jianbao(name, data)``, since a page opened from a
folder may fetch nothing but scripts. ``assets/search.js`` is the other half; change them together.

- ``grams-N``: for each of ``buckets`` hash values, the briefings that have one of its grams (single characters and
  pairs of neighbours, folded). Grams that share a bucket share its briefings, which costs a few texts more to look at
  and saves naming 27,000 grams: the index stays far smaller than the text.
- ``texts-N``: some briefings with their facets and every paragraph. The browser looks for the query in them, so what
  it finds is exact: no miss (a text that has a query has all its grams), no false find.
- ``index``: where everything is, the names with their other forms, and the words of the interface.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jianbao.document import EDITION_FOLDERS, LOCALES, BlockKind, Edition
from jianbao.gazetteer import Name
from jianbao.library import Entry, Library
from jianbao.site.addresses import name_path
from jianbao.site.fold import fold, groups
from jianbao.site.interface import interface
from jianbao.site.page import Page
from jianbao.site.reader_words import reader_words
from jianbao.site.records import REGIONS, Convert
from jianbao.site.shards import bucket, shard

FOLDER = "assets/search"
GRAMS_PER_BUCKET = 8
BUCKETS_PER_FILE = 1024
CHARACTERS_PER_FILE = 24_000
"""Of text in one ``texts`` file; a briefing is never cut, so the longest may be alone in a larger one."""

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_LAST, _MORE = _DIGITS[:32], _DIGITS[32:]


def search_pages(
    library: Library, convert: Convert = lambda text, locale: text, locales: Sequence[str] = LOCALES
) -> Iterator[Page]:
    """All files of the index, every edition. ``convert`` writes topics in the edition's script."""
    used: set[str] = set()
    for locale in locales:
        entries = sorted(library.entries, key=lambda entry: (_date(entry.editions[locale]), entry.slug), reverse=True)
        topics = {topic.id: convert(topic.title, locale) for topic in library.topics}
        texts = [_document(topics, entry, locale) for entry in entries]
        for document in texts:
            used.update(fold(_text(document)))
        yield from _edition(library, locale, texts)
    yield shard(f"{FOLDER}/fold", groups(used))


def _edition(library: Library, locale: str, documents: Sequence[list[Any]]) -> Iterator[Page]:
    folder = locale.lower()
    by_gram: dict[str, list[int]] = {}
    for number, document in enumerate(documents):
        for gram in sorted(set(grams(fold(_text(document))))):
            by_gram.setdefault(gram, []).append(number)
    size = max(len(by_gram) // GRAMS_PER_BUCKET, 1)
    buckets: list[set[int]] = [set() for _ in range(size)]
    for gram, numbers in by_gram.items():
        buckets[bucket(gram, size)].update(numbers)
    for number, first in enumerate(range(0, size, BUCKETS_PER_FILE)):
        coded = " ".join(code(sorted(numbers)) for numbers in buckets[first : first + BUCKETS_PER_FILE])
        yield shard(f"{FOLDER}/{folder}/grams-{number}", coded)
    kinds = sorted({document[3] for document in documents})
    starts: list[int] = []
    for first, chunk in _chunks(documents):
        yield shard(f"{FOLDER}/{folder}/texts-{len(starts)}", chunk)
        starts.append(first)
    yield shard(
        f"{FOLDER}/{folder}/index",
        {
            "folder": EDITION_FOLDERS[locale],
            "briefings": len(documents),
            "buckets": size,
            "perFile": BUCKETS_PER_FILE,
            "texts": starts,
            "names": list(_names(library, locale)),
            "kinds": {kind: interface(locale).get(f"kind_{kind}", kind) for kind in kinds},
            "words": dict(reader_words("search", locale)),
        },
    )


def grams(text: str) -> Iterator[str]:
    """Every character and every pair of neighbours, without those that hold white space."""
    for index, char in enumerate(text):
        if char.isspace():
            continue
        yield char
        after = text[index + 1 : index + 2]
        if after and not after.isspace():
            yield char + after


def code(numbers: Sequence[int]) -> str:
    """Rising numbers as text: the distance to the one before in digits of 32, the last digit of each in upper case."""
    coded: list[str] = []
    before = -1
    for number in numbers:
        distance = number - before - 1
        digits = [_LAST[distance % 32]]
        while distance := distance // 32:
            digits.append(_MORE[distance % 32])
        coded.append("".join(reversed(digits)))
        before = number
    return "".join(coded)


def _date(edition: Edition) -> str:
    return edition.meta.date.value if edition.meta.date else ""


def _document(topics: Mapping[str, str], entry: Entry, locale: str) -> list[Any]:
    """``[slug, title, date, kind, source, topics, runs]``; the title is there if it is no block.

    A run is a block's id, its text, and the texts of the blocks whose ids count on from it: ``["p1", …, …]``.
    """
    edition = entry.editions[locale]
    return [
        entry.slug,
        "" if any(block.kind is BlockKind.TITLE for block in edition.blocks) else edition.title,
        _date(edition),
        edition.meta.kind,
        edition.meta.source.value if edition.meta.source else "",
        [topics[hit.topic_id] for hit in entry.findings.topics if hit.topic_id in topics],
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


def _text(document: list[Any]) -> str:
    return "\n".join(text for run in document[-1] for text in run[1:])


def _chunks(documents: Sequence[list[Any]]) -> Iterator[tuple[int, list[list[Any]]]]:
    chunk: list[list[Any]] = []
    first = size = 0
    for number, document in enumerate(documents):
        length = len(_text(document))
        if chunk and size + length > CHARACTERS_PER_FILE:
            yield first, chunk
            chunk, first, size = [], number, 0
        chunk.append(document)
        size += length
    if chunk:
        yield first, chunk


def _names(library: Library, locale: str) -> Iterator[list[str]]:
    """``[page or "", form, form …]`` of each name that occurs and has a page or more than one form."""
    for use in library.names.values():
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
