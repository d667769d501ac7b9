"""The texts of the seeds, packed in sections: a page opens only what it shows, and only the last few stay open."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import orjson

from jianbao.document import Edition
from jianbao.findings import Findings, Leads, Prepared
from jianbao.packing import packed
from jianbao.sections import bind

_OPEN_TEXTS, _OPEN_CITATIONS = 256, 4096
"""Held at a time: more than one page of a name, a topic or a month shows, in one edition after another."""
_KEPT = ("name", "topic", "points", "dates", "quotations")
"""What the archive keeps of what is cited: a month's dates are among all, and so are a speaker's quotations."""


@dataclass(frozen=True, slots=True)
class Removed:
    """A removal as a reader sees it. ``ordinal`` is the article whose lines it stood in (0: none)."""

    code: str
    text: str
    seed_line: int
    seed_column: int
    reason: str
    ordinal: int = 0


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article in all editions (by locale), its finds, what left it, and what is made of these for other pages.

    ``cited``: as ``citations.on_pages`` has it.
    """

    editions: Mapping[str, Edition]
    findings: Findings
    removals: tuple[Removed, ...]
    cited: Mapping[str, bytes]
    prepared: Mapping[str, Prepared]
    leads: Leads


@dataclass(frozen=True, slots=True)
class ReadSeed:
    """A seed's texts: its articles by ordinal, its lines as they came, and what was removed from it."""

    articles: Mapping[int, ReadArticle]
    raw_lines: tuple[str, ...] = ()
    removals: tuple[Removed, ...] = ()


def pack(seed: ReadSeed) -> bytes:
    """A seed's texts as an archive keeps them: ``sections``."""
    sections = of_seed(seed.raw_lines, seed.removals)
    for ordinal, article in seed.articles.items():
        sections |= of_article(ordinal, article)
    return bind(sections)


def of_seed(raw_lines: tuple[str, ...], removals: tuple[Removed, ...]) -> dict[str, bytes]:
    """The section of what no article has alone."""
    return {"raw": packed((raw_lines, removals))}


def of_article(ordinal: int, article: ReadArticle) -> dict[str, bytes]:
    """The sections of one article."""
    parts = {"findings": (article.findings, article.removals), "leads": article.leads}
    parts |= {f"edition {locale}": edition for locale, edition in article.editions.items()}
    parts |= {f"search {locale}": prepared for locale, prepared in article.prepared.items()}
    sections = {f"{ordinal} {name}": packed(part) for name, part in parts.items()}
    cited = article.cited.items()
    return sections | {f"{ordinal} {page}": rows for page, rows in cited if page.startswith(_KEPT)}


class Archive:
    """What was read of the seeds, by a seed's name and an article's ordinal. KeyError for what there is not."""

    def __init__(self, load: Callable[[str, str], bytes]) -> None:
        """``load`` gives a section of what ``pack`` made, by the seed's name and its own."""
        self._texts: Callable[[str, str], Any] = lru_cache(_OPEN_TEXTS)(lambda *at: pickle.loads(load(*at)))
        self._citations: Callable[[str, str], Any] = lru_cache(_OPEN_CITATIONS)(lambda *at: orjson.loads(load(*at)))

    def raw_lines(self, seed: str) -> tuple[str, ...]:
        """The seed's lines as they came."""
        lines: tuple[str, ...] = self._texts(seed, "raw")[0]
        return lines

    def removals(self, seed: str) -> tuple[Removed, ...]:
        """All that was removed from a seed."""
        removals: tuple[Removed, ...] = self._texts(seed, "raw")[1]
        return removals

    def edition(self, seed: str, ordinal: int, locale: str) -> Edition:
        """An article in one edition."""
        edition: Edition = self._texts(seed, f"{ordinal} edition {locale}")
        return edition

    def findings(self, seed: str, ordinal: int) -> tuple[Findings, tuple[Removed, ...]]:
        """What was found in an article, and what left it."""
        found: tuple[Findings, tuple[Removed, ...]] = self._texts(seed, f"{ordinal} findings")
        return found

    def cited(self, seed: str, ordinal: int, locale: str, page: str) -> list[Any]:
        """What a page of other things shows of an article, as ``citations.on_pages`` has it."""
        rows: list[Any] = self._citations(seed, f"{ordinal} {page}")[locale]
        return rows

    def prepared(self, seed: str, ordinal: int, locale: str) -> Prepared:
        """What the search index needs of an article."""
        prepared: Prepared = self._texts(seed, f"{ordinal} search {locale}")
        return prepared

    def leads(self, seed: str, ordinal: int) -> Leads:
        """What an article offers as candidates for names."""
        leads: Leads = self._texts(seed, f"{ordinal} leads")
        return leads
