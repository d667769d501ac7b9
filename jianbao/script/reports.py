"""What this stage tells the editor: machine-converted articles, doubtful spellings, quotes without a partner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from jianbao.diagnostics import Diagnostic, Position, Severity
from jianbao.document import Block
from jianbao.script.codes import MACHINE, PROPOSAL, UNBALANCED
from jianbao.script.edits import PreparedArticle
from jianbao.script.quotes import pair_up
from jianbao.source import Seed

if TYPE_CHECKING:
    from jianbao.script.canonical import BlockScript

_HELP = {
    MACHINE: "read the repairs, then `ignore` this code with a reason",
    PROPOSAL: "`fix` the line if so",
    UNBALANCED: "`fix` the line if a mark is missing",
}


def diagnostics(
    sources: Sequence[Block],
    blocks: Sequence[Block],
    scripts: Sequence[BlockScript],
    prepared: PreparedArticle,
    seed: Seed,
) -> Iterator[Diagnostic]:
    """Diagnostics of one article, in the order of its blocks."""
    verdict = prepared.verdict
    first = next((block for block in sources if block.text.spans()), None)
    if verdict.machine and first:
        pairs = ", ".join(f"{pair[0]}→{pair[1]} {count}" for pair, count in verdict.pairs[:6])
        message = f"machine-converted: {verdict.rate:.1f} misspellings in 1,000 characters ({pairs}); repaired"
        yield _diagnostic(MACHINE, message, first, 0, seed)
    for source, block, script, item in zip(sources, blocks, scripts, prepared.blocks, strict=True):
        for proposal in item.proposals:
            message = f"{proposal.before} might be {proposal.after}, as in {proposal.word}; left as it is"
            yield _diagnostic(PROPOSAL, message, source, proposal.offset, seed)
        for place in pair_up(block.text.plain, script.protected)[1]:
            message = f"{block.text.plain[place]} has no partner in its paragraph"
            yield _diagnostic(UNBALANCED, message, block, place, seed)


def _diagnostic(code: str, message: str, block: Block, offset: int, seed: Seed) -> Diagnostic:
    position = seed.locate(block.text.origin(offset) or 0)
    severity = Severity.WARNING if code == MACHINE else Severity.INFO
    place = Position(position.line, position.column)
    return Diagnostic(severity, code, message, seed.name, place, _HELP[code], seed.line(position.line))
