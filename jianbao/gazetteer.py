"""The editor's names (``knowledge/names.yml``): people, organisations, places, terms, with their regional forms."""

from __future__ import annotations

from dataclasses import dataclass

NAME_KINDS = ("person", "org", "place", "event", "document", "concept", "work", "animal")


@dataclass(frozen=True, slots=True)
class Alias:
    """Another wording of a name. ``only``: articles (``SEED-ORDINAL`` or seed names) where it holds; empty: all.

    ``not_before``/``not_after``: it is no mention right before or after these characters. ``error``: a slip of the
    sources, matched but never shown as a variant. ``needs_gloss``: only once the article has glossed it.
    """

    text: str
    only: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    error: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """One entry. ``forms`` has the word of each region, keys ``tw``, ``cn``, ``hk``, where the editor is sure of it."""

    id: str
    kind: str
    name: str
    line: int
    full: str = ""
    foreign: tuple[str, ...] = ()
    forms: tuple[tuple[str, str], ...] = ()
    aliases: tuple[Alias, ...] = ()
    page: str = "auto"
    link: str = "auto"
    description: str = ""

    def form(self, region: str) -> str:
        """The name in a region (``tw``, ``cn``, ``hk``); empty where no entry says."""
        return dict(self.forms).get(region, "")


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All names by id, sorted by id. ``pairs`` are words that consume text without being a name (中美, 日韓)."""

    names: tuple[Name, ...] = ()
    pairs: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
