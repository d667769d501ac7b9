"""The timeline as an iCalendar file: every day, week and span of days that the newest briefings name."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from jianbao.citations import CitedDate
from jianbao.site.page import Page
from jianbao.site.records import page_path
from jianbao.site.shelf import Shelf

_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://jianbao.invalid/timeline/")
NEWEST = 500
"""Briefings whose days are in it: a calendar is for what is near, and programs choke on many thousands of entries."""
_SUMMARY = 60
"""Characters of a title before it is cut."""


def calendar_path(folder: str) -> str:
    """Where an edition's calendar lies."""
    return f"{folder}timeline.ics"


def calendar(shelf: Shelf) -> Page:
    """The calendar of one edition. Months, years and decades are no appointments: they stay on the timeline page."""
    made = Calendar()
    made.add("prodid", "-//Jianbao//timeline//ZH")
    made.add("version", "2.0")
    made.add("x-wr-calname", shelf.convert(shelf.settings.site_title))
    for event in _events(shelf):
        made.add_component(event)
    return Page(calendar_path(shelf.folder), made.to_ical())


def _events(shelf: Shelf) -> list[Event]:
    rows: dict[tuple[date, date, str, str], Event] = {}
    for slug in shelf.newest_first[:NEWEST]:
        for found in shelf.dates(slug):
            span = days(found.iso)
            if span is None:
                continue
            sentence = "".join(found.excerpt[1:])
            key = (*span, slug, sentence)
            if key not in rows:
                rows[key] = _event(shelf, slug, found, span, sentence)
    return [rows[key] for key in sorted(rows)]


def _event(shelf: Shelf, slug: str, found: CitedDate, span: tuple[date, date], sentence: str) -> Event:
    sentence = " ".join(sentence.split())
    inferred = f"（{shelf.words['inferred']}）" if found.inferred else ""
    cut = sentence if len(sentence) <= _SUMMARY else sentence[: _SUMMARY - 1] + "…"
    event = Event()
    event.add("uid", str(uuid.uuid5(_SPACE, f"{shelf.locale} {slug} {found.excerpt.block} {found.start}")))
    # Not when the file was made, but when what it says holds: the same input gives the same bytes.
    event.add("dtstamp", datetime.combine(span[0], time(), tzinfo=UTC))
    event.add("dtstart", span[0])
    event.add("dtend", span[1] + timedelta(days=1))
    event.add("summary", cut + inferred)
    event.add("description", f"{sentence}\n{' '.join(shelf.title(slug).split())}")
    event.add("transp", "TRANSPARENT")
    if shelf.settings.site_url:
        event.add("url", f"{shelf.settings.site_url}{page_path(slug, shelf.locale)}#{found.excerpt.block}")
    return event


def days(iso: str | None) -> tuple[date, date] | None:
    """First and last day of an ISO day, week or span of days; None for anything else and for days no calendar has."""
    if not iso:
        return None
    first, _, last = iso.partition("/")
    try:
        if "W" in iso:
            if last:
                return None
            monday = date.fromisocalendar(int(first[:4]), int(first[6:]), 1)
            return monday, monday + timedelta(days=6)
        if len(first) != 10 or (last and len(last) != 10):
            return None
        start = date.fromisoformat(first)
        return start, date.fromisoformat(last) if last else start
    except ValueError:
        return None
