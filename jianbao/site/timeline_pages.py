"""The timeline: every date that a briefing names, in its sentence; one page, or one a month where it would be long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import groupby

from jianbao.citations import month_of
from jianbao.site.finds import Dated, dates
from jianbao.site.page import Page
from jianbao.site.page_maker import Place, make_page
from jianbao.site.shelf import Shelf

LARGE = 2000
"""Dates from which on one page would be too long."""

Years = list[tuple[str, list[tuple[str, list[Dated]]]]]
"""Years, newest first, with their days, and these with the sentences that state them."""


def timeline(shelf: Shelf) -> Page:
    """All dates, or the months that have pages of their own."""
    place = Place("timeline", shelf.words["timeline"])
    found = by_month(shelf)
    if not found:
        return make_page(shelf, place, "timeline.md.j2", years=_years(shelf, shelf.listings), month="")
    counts = Counter(month for listing in shelf.listings.values() for day in listing.days if (month := month_of(day)))
    years = groupby(sorted(found, reverse=True), key=lambda month: month[:4])
    rows = [(year, [(month, counts[month]) for month in sorted(months)]) for year, months in years]
    return make_page(shelf, place, "timeline_months.md.j2", years=rows)


def timeline_month(shelf: Shelf, month: str, slugs: Iterable[str]) -> Page:
    """The dates of a month, or those of a year that tell no month; ``slugs``: the briefings that name them."""
    place = Place(f"timeline/{month}", f"{shelf.words['timeline']} {month}")
    years = _years(shelf, slugs, month)
    return make_page(shelf, place, "timeline.md.j2", years=years, month=month)


def by_month(shelf: Shelf) -> Mapping[str, tuple[str, ...]]:
    """The slugs of the briefings that name a date in a month (``2026-02``), or in a year and no month of it.

    Empty where one page holds all.
    """
    if sum(len(listing.days) for listing in shelf.listings.values()) < LARGE:
        return {}
    found: dict[str, list[str]] = {}
    for slug, listing in shelf.listings.items():
        for month in dict.fromkeys(map(month_of, listing.days)):
            if month:
                found.setdefault(month, []).append(slug)
    return {month: tuple(slugs) for month, slugs in found.items()}


def _years(shelf: Shelf, slugs: Iterable[str], month: str = "") -> Years:
    """The dates of some briefings, or only those of a month; in a year the year alone last."""
    found: list[Dated] = []
    for slug in slugs:
        seen: set[tuple[str, str]] = set()
        for row in dates(shelf, slug, month):
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
