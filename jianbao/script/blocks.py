"""Names of an article's blocks, the same in all editions, and where in the seed a block stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from jianbao.document import Article, Block, BlockKind
from jianbao.source import Seed

_ORDER = {"t": 0, "b": 1, "p": 2, "n": 3}


def block_ids(article: Article) -> tuple[str, ...]:
    """An id for each of ``article.blocks``, then of its ``notes``: t0 title, b1 … bylines, p1 … body, n1 … notes."""
    numbers = Counter({"t": -1})
    ids: list[str] = []
    for block in article.blocks:
        letter = {BlockKind.TITLE: "t", BlockKind.BYLINE: "b"}.get(block.kind, "p")
        numbers[letter] += 1
        ids.append(f"{letter}{numbers[letter]}")
    return (*ids, *(f"n{number}" for number in range(1, len(article.notes) + 1)))


def ordered(ids: Sequence[str]) -> list[str]:
    """Ids in the order of an edition: title, bylines, body, notes."""
    return sorted(ids, key=lambda name: _ORDER[name[0]])


def seed_lines(block: Block, article: Article, seed: Seed) -> tuple[tuple[int, int], ...]:
    """Lines of the seed, from 1, both ends included, that a block's text was read from. Never empty."""
    ranges: list[tuple[int, int]] = []
    for start, end in block.text.spans():
        first, last = seed.locate(start).line, seed.locate(end - 1).line
        if ranges and all(not seed.line(number).strip() for number in range(ranges[-1][1] + 1, first)):
            ranges[-1] = (ranges[-1][0], max(ranges[-1][1], last))
        else:
            ranges.append((first, last))
    return tuple(ranges) or ((article.first_line, article.first_line),)
