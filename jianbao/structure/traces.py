"""What cleaning's removals tell about the text that stayed: a credit says that a photo was there, a rule that a part ended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jianbao.document import Cleaned
from jianbao.provenance import Removal
from jianbao.source import Seed

CREDIT, COPY, RULE, HEAD, TAGS = "C06", "C07", "C05", "C40", "C09"
"""Codes of cleaning: image credit, duplicated caption, rule line, running head, tag list."""


@dataclass(frozen=True, slots=True)
class Traces:
    """``photos``: lines that stand at a photo. ``rules``: lines that were rules, sorted. ``heads``: running heads' texts.

    ``tags``: the words of tag lists that stood above or below the text.
    """

    photos: frozenset[int] = frozenset()
    rules: tuple[int, ...] = ()
    heads: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


def read(cleaned: Cleaned, seed: Seed) -> Traces:
    """The traces in a seed's removals. A whole line's credit marks the text right before it, a copy its original."""
    filled = {line.number for line in cleaned.lines if line.text.plain.strip()}
    photos: set[int] = set()
    for removal in cleaned.removals:
        if removal.code in (CREDIT, COPY):
            line = seed.locate(removal.spans[0].start).line
            photos.update(_beside(line, filled))
    return Traces(
        frozenset(photos),
        tuple(sorted(_lines(cleaned.removals, RULE, seed))),
        tuple(removal.text.strip() for removal in cleaned.removals if removal.code == HEAD),
        tuple(word for removal in cleaned.removals if removal.code == TAGS for word in removal.text.split()),
    )


def _lines(removals: Iterable[Removal], code: str, seed: Seed) -> set[int]:
    return {seed.locate(removal.spans[0].start).line for removal in removals if removal.code == code}


def _beside(line: int, filled: set[int]) -> Iterable[int]:
    """The line itself if text is left on it, else the text up to two lines before, else none."""
    if line in filled:
        return ()
    return next(((number,) for number in (line - 1, line - 2) if number in filled), ())
