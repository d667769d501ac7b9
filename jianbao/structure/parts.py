"""A part: what articles, heads and blocks are made from, one flow of text with what is known about its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from jianbao.document import Block
from jianbao.provenance import MappedText
from jianbao.source import Seed
from jianbao.structure.flow import Unit
from jianbao.structure.traces import Traces


@dataclass(frozen=True, slots=True)
class Part:
    """One flow of text, or a block that an earlier step has recognised (``block``).

    ``first`` and ``last`` are lines of the seed, ``gap`` the blank lines before it, ``gap_after`` those behind it.
    ``caption`` says that the text stood at a photo: its credit or its copy was beside it.
    """

    text: MappedText
    first: int
    last: int
    gap: int = 0
    gap_after: int = 0
    wrapped: bool = False
    page: int = 0
    block: Block | None = None
    caption: bool = False

    @property
    def plain(self) -> str:
        """The text as a reader sees it."""
        return self.text.plain

    def cut(self, start: int, stop: int | None = None) -> Part:
        """A stretch of the part's text, without white space at its ends."""
        return replace(self, text=self.text.slice(start, stop).strip())


def from_items(items: Iterable[Unit | Block], seed: Seed, traces: Traces) -> list[Part]:
    """Units and blocks as parts, with what cleaning's removals tell about their places."""
    parts: list[Part] = []
    for item in items:
        part = _part(item, seed, traces.photos)
        before = parts[-1].last if parts else 0
        gap = max(part.first - before - 1, 0)
        if parts:
            parts[-1] = replace(parts[-1], gap_after=gap)
        parts.append(replace(part, gap=gap))
    return parts


def _part(item: Unit | Block, seed: Seed, photos: frozenset[int]) -> Part:
    if isinstance(item, Unit):
        text = item.text.strip()
        photo = not photos.isdisjoint(item.numbers)
        first, last = item.numbers[0], item.numbers[-1]
        return Part(text, first, last, wrapped=item.wrapped, page=item.page, caption=photo)
    spans = item.text.spans()
    first = seed.locate(spans[0].start).line if spans else 1
    return Part(item.text, first, seed.locate(spans[-1].end - 1).line if spans else 1, block=item)
