"""The rest of a very long seed: articles of lines as they came, each as long as a page can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from jianbao.document import Article, Block, BlockKind, Line, Meta
from jianbao.source import Seed
from jianbao.structure.blocks import kinds

LONGEST = 200_000
"""Characters of an article, about."""


def articles(rest: Sequence[Line], seed: Seed, before: int) -> Iterator[Article]:
    """One after another; ``before`` is how many articles the seed has above."""
    size = 0
    places: list[int] = []
    for line in rest:
        places.append(size // LONGEST)
        size += len(line.text)
    for place, group in groupby(zip(places, rest, strict=True), key=lambda item: item[0]):
        lines = [line for _, line in group]
        blocks = tuple(Block(BlockKind.LINES, line.text) for line in lines)
        last = seed.locate(lines[-1].text.spans()[-1].end - 1).line
        name = f"{seed.name.rpartition('.')[0]}（續{place + 1}）第{lines[0].number}至{last}行"
        meta = Meta(display_title=name, language=kinds.language(blocks))
        ordinal = before + place + 1
        yield Article(seed.name, seed.sha256, ordinal, meta, blocks, first_line=lines[0].number, last_line=last)
