"""The editor's hand on one seed: ``seeds/NAME.yml`` beside ``seeds/NAME.txt``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What the editor states about one article. ``line`` is that of the entry in the sidecar."""

    line: int = 0
    title: str | None = None
    date: str | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class LineRange:
    """Lines of the seed, from 1, both included. ``entry_line`` is the line of the entry in the sidecar."""

    first: int
    last: int
    entry_line: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Fix:
    """On line ``line`` of the seed, ``before`` is to read ``after``."""

    line: int
    before: str
    after: str
    entry_line: int


@dataclass(frozen=True, slots=True)
class Ignore:
    """A diagnostic that the editor has seen and accepts: its code, the seed's line (None: all), and why."""

    code: str
    line: int | None
    reason: str
    entry_line: int


@dataclass(frozen=True, slots=True)
class Sidecar:
    """All of a sidecar; empty where there is none.

    ``articles`` maps an article's ordinal (from 1) to what the editor states; top-level title, date … are those of
    article 1. ``split``: lines of the seed where articles start (then no others do). ``keep``: lines that no rule may
    drop or repair. ``drop``: lines that leave.
    """

    path: str = ""
    articles: tuple[tuple[int, ArticleFacts], ...] = ()
    split: tuple[int, ...] = ()
    keep: tuple[LineRange, ...] = ()
    drop: tuple[LineRange, ...] = ()
    fix: tuple[Fix, ...] = ()
    ignore: tuple[Ignore, ...] = ()

    def facts(self, ordinal: int) -> ArticleFacts:
        """What the editor states about an article."""
        return dict(self.articles).get(ordinal, ArticleFacts())

    def keeps(self, line: int) -> bool:
        """Whether the editor forbids rules to touch a line of the seed."""
        return any(item.first <= line <= item.last for item in self.keep)
