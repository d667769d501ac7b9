"""Who may speak, and by what word: the values that finding a speaker works with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from jianbao.knowledge.quotation_marks import Quoted


@dataclass(frozen=True, slots=True)
class Person:
    """A known name in a block: ``kind`` as in names.yml; ``name_id`` None for one that only the article knows."""

    start: int
    end: int
    name: str
    name_id: str | None
    kind: str = "person"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A subject. ``kind``: name, description, group, pronoun (他) or again (這位官員: somebody told of before)."""

    text: str
    name_id: str | None = None
    kind: str = "name"

    @property
    def leans(self) -> bool:
        """Whether it has yet to be found out whom it means."""
        return self.kind in ("pronoun", "again")


class Candidate(NamedTuple):
    """A possible subject and its place."""

    start: int
    end: int
    speaker: Speaker


class Verb(NamedTuple):
    """A verb of saying; ``view`` for X的說法, where X stands before it like an owner."""

    start: int
    end: int
    view: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block: its offsets, the names in it outside quotations, the quotations in it."""

    start: int
    end: int
    people: Sequence[Person]
    quotes: Sequence[Quoted]


def start_of(person: Person) -> int:
    """The key by which persons are sorted."""
    return person.start
