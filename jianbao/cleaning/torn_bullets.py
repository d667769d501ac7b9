"""Bullets that an extractor wrote one below the other, away from the items that they stood before.

Before: ``•`` / ``•`` / ``•`` at the foot of a page whose text has the three items
After: nothing; the items are told by where they stand.
Never: a bullet alone above the text of its item; rows of stars between parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line

FEWEST = 2
"""Bullets one below the other, at least."""
_SIGNS = frozenset("•●○■▪◆‣⁃∙·")


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Such bullets."""
    run: list[int] = []
    for index, line in enumerate(lines):
        text = line.text.plain.strip()
        if text in _SIGNS:
            run.append(index)
        elif text:
            yield from _of(run, lines)
            run = []
    yield from _of(run, lines)


def _of(run: Sequence[int], lines: Sequence[Line]) -> Iterator[Finding]:
    if len(run) >= FEWEST:
        yield from (whole(index, lines[index], f"one of {len(run)} bullets apart from their items") for index in run)
