"""The order of the steps from lines to articles."""

from __future__ import annotations

from collections.abc import Sequence

from jianbao.diagnostics import Diagnostic
from jianbao.document import Article, Block, BlockKind, Cleaned, Meta, Structured
from jianbao.provenance import Legality, Removal
from jianbao.sidecar import Sidecar
from jianbao.source import Seed
from jianbao.structure import joints, note_marks, notes, tables, unwrap
from jianbao.structure.flow import Unit

LEGAL: Legality = {**joints.LEGAL}
"""Which substitutions of this stage are legal, by code."""


def read(cleaned: Cleaned, seed: Seed, sidecar: Sidecar) -> Structured:
    """Articles in the order of the seed, with every character of the clean lines in a block, a note or a removal."""
    removals: list[Removal] = []
    diagnostics: list[Diagnostic] = []
    bodies = notes.take(cleaned.lines, seed.name)
    tabled = tables.take(bodies.items, seed.name)
    unwrapped = unwrap.units(tabled.items, seed.name)
    for step in (bodies, tabled, unwrapped):
        removals += step.removals
        diagnostics += step.diagnostics
    blocks = tuple(_block(item) for item in unwrapped.items)
    placed = note_marks.place(blocks, bodies.notes, seed.name)
    article = Article(
        seed.name,
        seed.sha256,
        1,
        Meta(display_title=_first_words(placed.blocks)),
        placed.blocks,
        placed.notes,
        1,
        len(seed.line_starts),
    )
    return Structured(
        (article,) if placed.blocks else (),
        (*removals, *placed.removals),
        (*diagnostics, *placed.diagnostics),
    )


def _block(item: Unit | Block) -> Block:
    return item if isinstance(item, Block) else Block(BlockKind.PARAGRAPH, item.text)


def _first_words(blocks: Sequence[Block]) -> str:
    return next((block.text.plain[:20] for block in blocks), "")
