"""Pages of names and their indexes: people, organisations, places, events, documents, concepts, works."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from jianbao.library import NameUse
from jianbao.site.addresses import NAME_FOLDERS, name_path
from jianbao.site.finds import voices
from jianbao.site.page import Page
from jianbao.site.page_maker import Place, make_page
from jianbao.site.shelf import Label, Shelf
from jianbao.site.sorting import groups

BRIEFINGS_SHOWN = 60
SENTENCES_SHOWN = 4
BESIDE_SHOWN = 16
QUOTATIONS_SHOWN = 60
FOLDERS = tuple(dict.fromkeys(NAME_FOLDERS.values()))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A mention in its sentence."""

    block: str
    place: str
    before: str
    text: str
    after: str


@dataclass(frozen=True, slots=True)
class Shown:
    """Slugs of the briefings that the page of a name shows: the newest, newest first; the earliest and the latest of
    those with a date; and the newest in which it speaks."""

    newest: tuple[str, ...]
    first: str | None
    last: str | None
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A briefing that mentions a name: the first sentences, and the others."""

    slug: str
    first: tuple[Sentence, ...]
    others: tuple[Sentence, ...]


def name_indexes(shelf: Shelf) -> Iterator[Page]:
    """An index for each folder of names."""
    in_folder: dict[str, list[NameUse]] = {folder: [] for folder in FOLDERS}
    for use in shelf.library.names.values():
        if use.has_page:
            in_folder[NAME_FOLDERS[use.name.kind]].append(use)
    for folder, uses in in_folder.items():
        rows = [(shelf.name(use.name.id), use.mentions) for use in uses]
        place = Place(f"{folder}/index", shelf.words[folder])
        yield make_page(
            shelf,
            place,
            "names.md.j2",
            groups=groups(rows, lambda row: row[0].text, shelf.locale),
            total=len(rows),
            folder=folder,
            most=sorted(rows, key=lambda row: -row[1])[:12],
            folders=FOLDERS,
        )


def shown(shelf: Shelf, use: NameUse) -> Shown:
    """Which briefings the page of a name shows, the same in all editions."""
    slugs = sorted((slug for slug, _ in use.briefings), key=shelf.rank.__getitem__)
    last = slugs[0] if slugs and shelf.date(slugs[0]) else None  # those without a date come last
    first = next((slug for slug in reversed(slugs) if shelf.date(slug)), None)
    said = shelf.by_speaker.get(use.name.id, ())[:QUOTATIONS_SHOWN]
    return Shown(tuple(slugs[:BRIEFINGS_SHOWN]), first, last, said)


def name_page(shelf: Shelf, use: NameUse) -> Page:
    """The page of a name that has one."""
    label, name, briefings = shelf.name(use.name.id), use.name, shown(shelf, use)
    beside = [(shelf.name(other), count) for other, count in use.beside]
    return make_page(
        shelf,
        Place(name_path(name, use.slug), label.text),
        "name.md.j2",
        {"name_id": name.id},
        use=use,
        name=name,
        label=label,
        variants=_variants(shelf, use),
        aliases=_aliases(shelf, use, label),
        description=shelf.convert(name.description),
        seen=[_seen(shelf, slug, name.id) for slug in briefings.newest],
        rest=len(use.briefings) - len(briefings.newest),
        briefings=len(use.briefings),
        first=briefings.first,
        last=briefings.last,
        said=list(islice(voices(shelf, name.id, briefings.said), QUOTATIONS_SHOWN)),
        beside=[(other, count) for other, count in beside if other.path][:BESIDE_SHOWN],
        folder=NAME_FOLDERS[name.kind],
    )


def _seen(shelf: Shelf, slug: str, name_id: str) -> Seen:
    """One line a sentence, though it may mention the name twice."""
    sentences = tuple(
        Sentence(block, shelf.place_label(block), before, text, after)
        for block, before, text, after in shelf.sentences(slug, f"name {name_id}")
    )
    return Seen(slug, sentences[:SENTENCES_SHOWN], sentences[SENTENCES_SHOWN:])


def _variants(shelf: Shelf, use: NameUse) -> list[tuple[str, str, str]]:
    """``(region, form, lang)`` where regions differ."""
    regions = (("tw", "taiwan", "zh-Hant-TW"), ("cn", "mainland", "zh-Hans-CN"), ("hk", "hong_kong", "zh-Hant-HK"))
    forms = [(shelf.words[key], use.name.form(region), lang) for region, key, lang in regions]
    return [row for row in forms if row[1]] if len({form for _, form, _ in forms if form}) > 1 else []


def _aliases(shelf: Shelf, use: NameUse, label: Label) -> list[str]:
    forms = (use.name.full, *(alias.text for alias in use.name.aliases if not alias.error))
    return list(dict.fromkeys(form for text in forms if text and (form := shelf.convert(text)) != label.text))
