"""A part: what articles, heads and blocks are made from, one flow of text with what is known about its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from jianbao import regex as re
from jianbao.document import Block
from jianbao.provenance import MappedText
from jianbao.source import Seed
from jianbao.structure.layout.flow import Unit
from jianbao.structure.mark import Mark
from jianbao.structure.marked_lines import Marked
from jianbao.structure.traces import LONGEST_CAPTION, Traces

FLATTENED = 400
"""Characters of one line that holds several paragraphs."""

_STOP = re.compile(r"[。！？!?…][」』”’\"')）]*")


@dataclass(frozen=True, slots=True)
class Part:
    """One flow of text, or a block that an earlier step has recognised (``block``).

    ``first`` and ``last`` are lines of the seed, ``gap`` the blank lines before it, ``gap_after`` those behind it.
    ``caption`` says that the text stood at a photo: its credit or its copy was beside it; ``mark`` what it is by a
    mark in front of it.
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
    mark: Mark | None = None

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
    raw = list(_parts(items, seed, traces))
    for index, part in enumerate(raw):
        before = raw[index - 1].last if index else 0
        gap = max(part.first - before - 1, 0)
        gap_after = max(raw[index + 1].first - part.last - 1, 0) if index + 1 < len(raw) else 0
        parts.append(replace(part, gap=gap, gap_after=gap_after) if gap or gap_after else part)
    return parts


def _parts(items: Iterable[Unit | Block], seed: Seed, traces: Traces) -> Iterator[Part]:
    for item in items:
        part = _part(item, seed, traces.photos, traces.marked)
        if traces.credits and not part.block and not part.wrapped and len(part.plain) >= FLATTENED:
            yield from _captions_inside(part, traces)
        else:
            yield part


def _captions_inside(part: Part, traces: Traces) -> Iterator[Part]:
    """A story pasted as one line, parted where a caption with its credit stood between two of its paragraphs."""
    done = 0
    for end in _places(part.text, traces.credits):
        before = part.plain[max(done, end - LONGEST_CAPTION) : max(end - 1, 0)]
        stops = [match.end() for match in _STOP.finditer(before)]
        start = max(done, end - LONGEST_CAPTION) + stops[-1] if stops else done
        if start < end <= start + LONGEST_CAPTION and end < len(part.plain):
            if start > done:
                yield part.cut(done, start)
            yield replace(part.cut(start, end), caption=True)
            done = end
    yield part.cut(done) if done else part


def _places(text: MappedText, origins: Sequence[int]) -> Iterator[int]:
    """Where in a text the seed's offsets ``origins`` (sorted) lie, those within its range."""
    offset = at = 0
    last = 0
    for run in text.runs:
        for start, end in run.spans:
            while at < len(origins) and origins[at] < end:
                if last <= origins[at] and last:
                    yield offset + max(origins[at] - start, 0)
                at += 1
            offset += end - start
            last = end


def _part(item: Unit | Block, seed: Seed, photos: frozenset[int], marked: Marked) -> Part:
    if isinstance(item, Unit):
        text = item.text.strip()
        photo = not photos.isdisjoint(item.numbers)
        first, last = item.numbers[0], item.numbers[-1]
        return Part(
            text, first, last, wrapped=item.wrapped, page=item.page, caption=photo, mark=marked.marks.get(first)
        )
    spans = item.text.spans()
    first = seed.locate(spans[0].start).line if spans else 1
    return Part(item.text, first, seed.locate(spans[-1].end - 1).line if spans else 1, block=item)
