"""What a popover says of a name: ``assets/cards/EDITION/N.js``, read by ``docs/assets/reader.js``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao.document import LOCALES
from jianbao.library import Library, Listing, NameUse
from jianbao.site.page import Page
from jianbao.site.reader_words import reader_words
from jianbao.site.records import REGIONS, Convert
from jianbao.site.shards import bucket, shard

FOLDER = "assets/cards"
CARD_FILES = 64
LAST_SHOWN = 3


def card_pages(
    library: Library, convert: Convert = lambda text, locale: text, locales: Sequence[str] = LOCALES
) -> Iterator[Page]:
    """The cards of all names that have a page, and the words of the reader's preferences; every edition.

    ``convert`` writes descriptions in the edition's script.
    """
    for locale in locales:
        folder = f"{FOLDER}/{locale.lower()}"
        files: list[dict[str, list[object]]] = [{} for _ in range(CARD_FILES)]
        for use in library.names.values():
            if use.has_page:
                files[bucket(use.slug, CARD_FILES)][use.slug] = _card(library, use, locale, convert)
        for number, cards in enumerate(files):
            yield shard(f"{folder}/{number}", cards)
        yield shard(f"{folder}/words", dict(reader_words("reader", locale)))


def _card(library: Library, use: NameUse, locale: str, convert: Convert) -> list[object]:
    """``[name, kind, other forms, description, how often, titles of the last briefings]``."""
    words = reader_words("cards", locale)
    name = use.name.form(REGIONS[locale]) or convert(use.name.name, locale)
    forms = [alias.text for alias in use.name.aliases if not alias.error]
    others = dict.fromkeys(form for form in (use.name.full, *forms, *use.name.foreign) if form and form != name)
    where = [library.listings[slug] for slug, _ in use.briefings]
    where.sort(key=lambda listing: _date(listing, locale), reverse=True)
    return [
        name,
        words[use.name.kind],
        list(others),
        convert(use.name.description, locale),
        words["count"].format(n=use.mentions, m=len(where)),
        [listing.title(locale) for listing in where[:LAST_SHOWN]],
    ]


def _date(listing: Listing, locale: str) -> str:
    date = listing.metas[locale].date
    return date.value if date else ""
