"""Pages that list the whole library: home, all briefings, timeline, glossary; search and about beside them."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import groupby

from jianbao.site.charts import months, together
from jianbao.site.escape import Markdown
from jianbao.site.finds import Dated, dates
from jianbao.site.names import FOLDERS
from jianbao.site.page import Page
from jianbao.site.page_maker import Place, make_page
from jianbao.site.shelf import Label, Shelf
from jianbao.site.sorting import groups

Term = tuple[Label, str, str, str, list[str], int]
"""A name, its form in Taiwan, the mainland and Hong Kong, its foreign forms, and how often it is mentioned."""
NEWEST_SHOWN = 40
PEOPLE_SHOWN = 14


def all_briefings(shelf: Shelf) -> Page:
    """Every briefing, by year."""
    place = Place("briefings/index", shelf.words["all_briefings"])
    return make_page(shelf, place, "briefings.md.j2", years=_years(shelf))


def timeline(shelf: Shelf) -> Page:
    """Every date that a briefing names, in its sentence."""
    return make_page(shelf, Place("timeline", shelf.words["timeline"]), "timeline.md.j2", years=_timeline(shelf))


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


def home(shelf: Shelf) -> Page:
    """The first page."""
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
        together=Markdown(together(shelf.library, shelf.listings.values(), shelf.locale, shelf.to_locale)),
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


def _years(shelf: Shelf) -> list[tuple[str, list[str]]]:
    slugs = shelf.newest_first
    return [(year, list(found)) for year, found in groupby(slugs, key=lambda slug: shelf.date(slug)[:4])]


def _timeline(shelf: Shelf) -> list[tuple[str, list[tuple[str, list[Dated]]]]]:
    """Years, newest first; in a year its dates in order, each with the sentences that state it, the year alone last."""
    found: list[Dated] = []
    for entry in shelf.library.entries:
        seen: set[tuple[str, str]] = set()
        for row in dates(shelf, entry):
            told = {(row.day, row.block), (row.day, row.before + row.text + row.after)}
            if row.day[:4].isdigit() and not told & seen:
                found.append(row)
            seen |= told
    found.sort(key=lambda row: (row.day[:4], len(row.day) == len("2026"), row.day, shelf.rank[row.slug]))
    years = [(year, list(rows)) for year, rows in groupby(found, key=lambda row: row.day[:4])]
    return [
        (year, [(day, list(same)) for day, same in groupby(rows, key=lambda row: row.day)])
        for year, rows in reversed(years)
    ]


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
