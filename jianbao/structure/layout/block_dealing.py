"""Whether the blocks of a page surely stand in another order than they are read: the cheapest way to deal them out to
its columns, where leaving them as they are is clearly worse."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from jianbao.structure.heads import meta_lines
from jianbao.structure.layout import block_heads, column_numbers
from jianbao.structure.layout.column_paths import START, Path, begun, cheapest
from jianbao.structure.layout.page_blocks import Block
from jianbao.structure.layout.streams import Piece, Print

LEAST_SAVED, SAVED = 4.0, 0.5
"""What another order saves at least, as `Path.worth` counts it, on a page and for each of its blocks: a fifth comes
about by chance."""

LEAST_IF_SURE = 2.0
"""The same where nothing stays broken, and the columns change as extractors part a page."""

PARTED_SO = 1.5
"""What the changes of the column cost at most on a page that was parted as extractors do."""

LEAST_OF_LINES = 2.0
"""The same where many blocks are one full line each, as where the lines of two columns stand side by side: each of them
is a sign too."""

BROKEN, HEALED = 1.5, 0.4
"""What it costs at least that a block surely does not follow another; of such places in the order of the text, at least
one, the share that may be left in another."""

THIRD, WIDEST_OF_THREE = 4.0, 48
"""What a third column saves at least; the columns of print that each of three has at most."""


def dealt(blocks: Sequence[Block], print_: Print, below: Piece | None, sure: bool) -> Path | None:
    """The way to deal out the blocks, or None where leaving them as they are is not clearly worse."""
    costs: dict[tuple[int, int], float] = {}
    best = cheapest(blocks, 2, print_, costs, below)
    if best and print_.full <= WIDEST_OF_THREE:
        other = cheapest(blocks, 3, print_, costs, below)
        best = other if other and other.rank[0] < best.rank[0] - THIRD else best
    if best is None or not _are_filled(blocks, best.columns, print_, below):
        return None
    unmoved = begun(blocks, len(blocks), print_, costs)
    if sure:
        return best
    old, new = (_followings(blocks, path.columns) for path in (unmoved, best))
    broken, left = (_broken(blocks, pairs, print_) for pairs in (old - new, new - old))
    before, after = (_astray(blocks, path.columns) for path in (unmoved, best))
    broken, left = broken + max(before - after, 0), left + max(after - before, 0)
    saved = unmoved.worth - best.worth + (unmoved.turns - best.turns if print_.blocks else 0.0)
    if left or best.turns > PARTED_SO:
        lines = sum(block.single and block.full == 1 for block in blocks)
        texts = sum(not block.cell and not block.bare for block in blocks)
        least = (min if print_.blocks else max)(LEAST_SAVED, SAVED * texts)
        least = max(least - SAVED * lines, LEAST_OF_LINES)
    else:
        least = LEAST_IF_SURE
    return best if saved >= least and broken and left <= HEALED * broken else None


def _are_filled(blocks: Sequence[Block], columns: Sequence[Sequence[int]], print_: Print, below: Piece | None) -> bool:
    """Whether each column has some full lines. The last one, where the text ends, may have fewer if the one before it
    surely goes on in it."""
    filled = [sum(blocks[index].full for index in column) for column in columns]
    last, first = blocks[columns[-2][-1]].last, blocks[columns[-1][0]].first
    ends = below is START and filled[-1] and print_.is_open(last) and print_.cost(last, first) <= 0
    return min(filled[:-1] if ends else filled) >= block_heads.LEAST_FULL


def is_unread(blocks: Sequence[Block], print_: Print) -> bool:
    """Whether some blocks surely do not follow the one before, or headings do not count on."""
    columns = [range(len(blocks))]
    return _broken(blocks, _followings(blocks, columns), print_) > 0 or _astray(blocks, columns) > 0


def _astray(blocks: Sequence[Block], columns: Sequence[Sequence[int]]) -> int:
    """How many headings count back in an order of blocks."""
    return column_numbers.astray([found for column in columns for index in column for found in blocks[index].sections])


def _followings(blocks: Sequence[Block], columns: Sequence[Sequence[int]]) -> set[tuple[int, int]]:
    """Which block follows which in a column, but for numbers and cells."""
    lines = ([index for index in column if not blocks[index].bare and not blocks[index].cell] for column in columns)
    return {pair for column in lines for pair in pairwise(column)}


def _broken(blocks: Sequence[Block], pairs: Iterable[tuple[int, int]], print_: Print) -> int:
    """How many blocks surely do not follow the one before; a line of facts follows any, and any follows it."""
    return sum(
        print_.breaks(blocks[before].last, blocks[after].first, BROKEN)
        and not any(map(meta_lines.parse, (blocks[before].last.text, blocks[after].first.text)))
        for before, after in pairs
    )
