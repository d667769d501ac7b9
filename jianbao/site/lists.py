"""Pages that list the whole library: home, all briefings, glossary; search and about beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby

from jianbao.site.charts import Pairs, months, pairs_in, together
from jianbao.site.escape import Markdown
from jianbao.site.names import FOLDERS
from jianbao.site.page import Page
from jianbao.site.page_maker import Place, make_page
from jianbao.site.shelf import Label, Shelf
from jianbao.site.sorting import groups

Term = tuple[Label, str, str, str, list[str], int]
"""A name, its form in Taiwan, the mainland and Hong Kong, its foreign forms, and how often it is mentioned."""
NEWEST_SHOWN = 40
LARGE = 1000
"""Briefings from which on one page would be too long."""
PEOPLE_SHOWN = 14


def all_briefings(shelf: Shelf) -> Page:
    """Every briefing, by year; where these are too many for a page, the newest, and the years on pages of their own."""
    place = Place("briefings/index", shelf.words["all_briefings"])
    slugs = shelf.newest_first if len(shelf.newest_first) < LARGE else shelf.newest_first[:NEWEST_SHOWN]
    counts = [(year, len(found)) for year, found in years_of_briefings(shelf).items()]
    return make_page(shelf, place, "briefings.md.j2", years=_years(shelf, slugs), pages=counts)


def briefings_of_year(shelf: Shelf, year: str, slugs: Sequence[str]) -> Page:
    """The briefings of a year, newest first; ``0`` are those without a date."""
    place = Place(f"years/{year}", f"{shelf.words['all_briefings']} {year_name(shelf, year)}")
    return year_page(shelf, place, slugs)


def year_page(shelf: Shelf, place: Place, slugs: Sequence[str]) -> Page:
    """A list of briefings of one year."""
    return make_page(shelf, place, "briefings.md.j2", years=_years(shelf, slugs), pages=[])


def year_name(shelf: Shelf, year: str) -> str:
    """What a year's page is called."""
    return year if year != "0" else shelf.words["undated"]


def years_of_briefings(shelf: Shelf) -> Mapping[str, tuple[str, ...]]:
    """The briefings of each year that has a page: none where one page holds all. ``0`` are those without a date."""
    return by_year(shelf, shelf.newest_first) if len(shelf.newest_first) >= LARGE else {}


def by_year(shelf: Shelf, slugs: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """Briefings, newest first, of each year, which is ``0`` for those without a date."""
    years = groupby(slugs, key=lambda slug: shelf.date(slug)[:4])
    return {year or "0": tuple(found) for year, found in years}


def glossary(shelf: Shelf) -> Page:
    """What names are called in Taiwan, on the mainland, in Hong Kong and abroad."""
    return make_page(shelf, Place("glossary", shelf.words["glossary"]), "glossary.md.j2", groups=_glossary(shelf))


def search_page(shelf: Shelf) -> Page:
    """The page of the search."""
    return make_page(shelf, Place("search", shelf.words["search"]), "search.md.j2")


def about(shelf: Shelf) -> Page:
    """What the site promises."""
    promises = shelf.words["about_promises"].split("|")
    return make_page(shelf, Place("about", shelf.words["about"]), "about.md.j2", promises=promises)


def home_pages(shelves: Sequence[Shelf]) -> Iterator[Page]:
    """The first page of every edition; what is counted is the same in all."""
    library = shelves[0].library
    pairs = pairs_in(library, library.listings.values())
    return (_home(shelf, pairs) for shelf in shelves)


def _home(shelf: Shelf, pairs: Pairs) -> Page:
    slugs = shelf.newest_first
    week = _week(shelf)
    people = [
        (shelf.name(use.name.id), use.mentions)
        for use in shelf.library.names.values()
        if use.has_page and use.name.kind == "person"
    ]
    topics = [(topic, len(shelf.by_topic[topic.id])) for topic in shelf.library.topics if shelf.by_topic[topic.id]]
    return make_page(
        shelf,
        Place("index", shelf.convert(shelf.settings.site_title)),
        "home.md.j2",
        {"home": True},
        week=week,
        newest=[slug for slug in slugs if slug not in week[1]][:NEWEST_SHOWN],
        total=len(slugs),
        latest=shelf.date(slugs[0]) if slugs else "",
        topics=sorted(topics, key=lambda row: -row[1]),
        people=sorted(people, key=lambda row: -row[1])[:PEOPLE_SHOWN],
        folders=FOLDERS,
        months=Markdown(months(shelf.library, shelf.locale, shelf.to_locale)),
        together=Markdown(together(shelf.library, pairs, shelf.locale, shelf.to_locale)),
    )


def _week(shelf: Shelf) -> tuple[str, list[str]]:
    """The calendar week of the newest briefing that is dated to the day, as ``first–last``, and its briefings."""
    days = {slug: shelf.date(slug) for slug in shelf.newest_first if len(shelf.date(slug)) == len("2026-02-03")}
    if not days:
        return "", []
    last = date.fromisoformat(max(days.values()))
    monday = last - timedelta(days=last.weekday())
    sunday = monday + timedelta(days=6)
    inside = [slug for slug, day in days.items() if monday.isoformat() <= day <= sunday.isoformat()]
    return f"{monday.isoformat()}–{sunday.isoformat()[5:]}", inside


def _years(shelf: Shelf, slugs: Sequence[str]) -> list[tuple[str, list[str]]]:
    return [(year, list(found)) for year, found in groupby(slugs, key=lambda slug: shelf.date(slug)[:4])]


def _glossary(shelf: Shelf) -> list[tuple[str, list[Term]]]:
    """Names with a foreign form or with forms that differ between regions, those of the texts' glosses included."""
    glossed: dict[str, Counter[str]] = {}
    for listing in shelf.listings.values():
        for name_id, form in listing.glosses:
            glossed.setdefault(name_id, Counter())[form] += 1
    rows: list[Term] = []
    for use in shelf.library.names.values():
        name = use.name
        foreign = list(
            dict.fromkeys([*name.foreign, *(text for text, _ in glossed.get(name.id, Counter()).most_common(2))])
        )
        tw, cn, hk = (name.form(region) for region in ("tw", "cn", "hk"))
        if foreign or len({tw, cn, hk} - {""}) > 1:
            rows.append((shelf.name(name.id), tw, cn, hk, foreign, use.mentions))
    return groups(rows, lambda row: row[0].text, shelf.locale)
