"""What pages of other things show of an article: the sentences around its finds, in the words of one edition.

Pages of names, of months and of topics show some sentences of dozens of articles each. They are cut once, when a seed
is read, so that such a page opens no text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import orjson

from jianbao import regex as re

_MONTH = re.compile(r"\d{4}(?:-\d{2}(?!\d))?")


def month_of(iso: str) -> str:
    """The month that a date falls in (``2026-02``), its year where it tells no month, empty for a decade."""
    match = _MONTH.match(iso)
    return match[0] if match else ""


class Excerpt(NamedTuple):
    """A find in its sentence: the block's id, what stands before it, the find, what stands after it."""

    block: str
    before: str
    text: str
    after: str


class CitedDate(NamedTuple):
    """A date in its sentence. ``iso`` may be empty; ``start`` is its place in the default edition's block."""

    iso: str
    inferred: bool
    start: int
    excerpt: Excerpt


class CitedQuotation(NamedTuple):
    """What somebody said, the speaker as the default edition has him; ``by_context``: not named beside the words."""

    block: str
    text: str
    speaker: str
    speaker_id: str
    by_context: bool


class CitedPoint(NamedTuple):
    """A sentence of the 提要."""

    block: str
    text: str


@dataclass(frozen=True, slots=True)
class Cited:
    """An article in one edition. ``mentions``: by name id, each sentence once; ``topics``: by topic id, the sentence
    that put the article there."""

    mentions: Mapping[str, tuple[Excerpt, ...]]
    dates: tuple[CitedDate, ...]
    quotations: tuple[CitedQuotation, ...]
    points: tuple[CitedPoint, ...]
    topics: Mapping[str, Excerpt]


def on_pages(editions: Mapping[str, Cited]) -> dict[str, bytes]:
    """By the pages that show something of an article, what they show: rows by locale, in JSON.

    The pages: ``"name ID"``, ``"said ID"``, ``"month 2026-02"``, ``"topic ID"``; those of feeds and of the briefing
    itself: ``"points"``, ``"dates"``, ``"quotations"``. The last three are always there.
    """
    shown: dict[str, dict[str, list[tuple[Any, ...]]]] = {}
    for locale, cited in editions.items():
        for page in ("points", "dates", "quotations"):
            _put(shown, page, locale, getattr(cited, page))
        for name_id, sentences in cited.mentions.items():
            _put(shown, f"name {name_id}", locale, sentences)
        for said in cited.quotations:
            _put(shown, f"said {said.speaker_id}", locale, (said,))
        for date in cited.dates:
            _put(shown, f"month {month_of(date.iso)}", locale, (date,))
        for topic, sentence in cited.topics.items():
            _put(shown, f"topic {topic}", locale, (sentence,))
    return {page: orjson.dumps(rows, default=tuple) for page, rows in shown.items()}


def _put(
    shown: dict[str, dict[str, list[tuple[Any, ...]]]], page: str, locale: str, rows: Iterable[tuple[Any, ...]]
) -> None:
    shown.setdefault(page, {}).setdefault(locale, []).extend(rows)
