"""The texts of the seeds, packed in sections: a page opens only what it shows, and only the last few stay open."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jianbao.citations import Cited
from jianbao.document import Edition
from jianbao.findings import Findings, Leads, Prepared
from jianbao.packing import packed

_OPEN_SEEDS, _OPEN_SECTIONS = 256, 1024
"""Held at a time: more than one page of a name or a topic shows, in one edition after another."""


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
    """An article in all editions (by locale), its finds, what left it, and what is made of these for other pages."""

    editions: Mapping[str, Edition]
    findings: Findings
    removals: tuple[Removed, ...]
    cited: Mapping[str, Cited]
    prepared: Mapping[str, Prepared]
    leads: Leads


@dataclass(frozen=True, slots=True)
class ReadSeed:
    """A seed's texts: its articles by ordinal, its lines as they came, and what was removed from it."""

    articles: Mapping[int, ReadArticle]
    raw_lines: tuple[str, ...] = ()
    removals: tuple[Removed, ...] = ()


def pack(seed: ReadSeed) -> bytes:
    """A seed's texts as an archive keeps them."""
    sections: dict[str, dict[int, Any]] = {"raw": {0: (seed.raw_lines, seed.removals)}}
    for ordinal, article in seed.articles.items():
        parts = {"findings": (article.findings, article.removals), "leads": article.leads}
        parts |= {f"edition {locale}": edition for locale, edition in article.editions.items()}
        parts |= {f"cited {locale}": cited for locale, cited in article.cited.items()}
        parts |= {f"search {locale}": prepared for locale, prepared in article.prepared.items()}
        for name, part in parts.items():
            sections.setdefault(name, {})[ordinal] = part
    return packed({name: packed(parts) for name, parts in sections.items()})


class Archive:
    """What was read of the seeds, by a seed's name and an article's ordinal. KeyError for what there is not."""

    def __init__(self, load: Callable[[str], bytes]) -> None:
        """``load`` gives what ``pack`` made of a seed, by its name."""
        self._seed = lru_cache(_OPEN_SEEDS)(lambda name: pickle.loads(load(name)))
        self._section = lru_cache(_OPEN_SECTIONS)(lambda name, section: pickle.loads(self._seed(name)[section]))

    def locales(self, seed: str) -> list[str]:
        """The locales of a seed's editions."""
        return [section.removeprefix("edition ") for section in self._seed(seed) if section.startswith("edition ")]

    def raw_lines(self, seed: str) -> tuple[str, ...]:
        """The seed's lines as they came."""
        lines: tuple[str, ...] = self._section(seed, "raw")[0][0]
        return lines

    def removals(self, seed: str) -> tuple[Removed, ...]:
        """All that was removed from a seed."""
        removals: tuple[Removed, ...] = self._section(seed, "raw")[0][1]
        return removals

    def edition(self, seed: str, ordinal: int, locale: str) -> Edition:
        """An article in one edition."""
        edition: Edition = self._section(seed, f"edition {locale}")[ordinal]
        return edition

    def findings(self, seed: str, ordinal: int) -> tuple[Findings, tuple[Removed, ...]]:
        """What was found in an article, and what left it."""
        found: tuple[Findings, tuple[Removed, ...]] = self._section(seed, "findings")[ordinal]
        return found

    def cited(self, seed: str, ordinal: int, locale: str) -> Cited:
        """What other pages show of an article."""
        cited: Cited = self._section(seed, f"cited {locale}")[ordinal]
        return cited

    def prepared(self, seed: str, ordinal: int, locale: str) -> Prepared:
        """What the search index needs of an article."""
        prepared: Prepared = self._section(seed, f"search {locale}")[ordinal]
        return prepared

    def leads(self, seed: str, ordinal: int) -> Leads:
        """What an article offers as candidates for names."""
        leads: Leads = self._section(seed, "leads")[ordinal]
        return leads
