"""How far into an article its finds are sought.

Nobody looks up the dates and quotations of the nine-millionth character of one article, and nobody waits for them. The
text itself is published whole, however long it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from jianbao.diagnostics import Diagnostic, Position, Severity
from jianbao.document import Edition, EditionBlock

CODE = "K07"
FARTHEST = 1_000_000
"""Characters of an article in which names, dates, quotations, figures and key points are sought: a long novel."""

_SENTENCE_ENDS = "。！？\n"


def within(edition: Edition) -> Edition:
    """The part of an edition in which finds are sought: nearly always all of it.

    Offsets hold for the whole edition. A block that goes beyond is cut behind a sentence, if it is running text.
    """
    if sum(len(block.text) for block in edition.blocks) <= FARTHEST:
        return edition
    return replace(edition, blocks=tuple(_within(edition.blocks)))


def _within(blocks: Iterable[EditionBlock]) -> Iterator[EditionBlock]:
    left = FARTHEST
    for block in blocks:
        if len(block.text) > left:
            if left and not block.cells:
                yield _first_sentences(block, left)
            return
        yield block
        left -= len(block.text)


def _first_sentences(block: EditionBlock, most: int) -> EditionBlock:
    end = max(block.text.rfind(mark, 0, most) for mark in _SENTENCE_ENDS) + 1 or most
    return replace(
        block,
        text=block.text[:end],
        marks=tuple(mark for mark in block.marks if mark.offset <= end),
        langs=tuple(run for run in block.langs if run.end <= end),
        shifts=(),
    )


def beyond(editions: Iterable[Edition]) -> Iterator[Diagnostic]:
    """A warning for each article that is longer than finds are sought in."""
    for edition in editions:
        size = sum(len(block.text) for block in edition.blocks)
        if size > FARTHEST:
            message = (
                f"the article has {size:,} characters; names, dates, quotations, figures and key points are sought"
                f" in the first {FARTHEST:,}"
            )
            help = "nothing of the text is lost; split the file where its parts begin"
            yield Diagnostic(Severity.WARNING, CODE, message, edition.seed, Position(edition.first_line), help)
