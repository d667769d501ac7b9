"""Headings that stand behind the last sentence of the paragraph above them, as where a page's line breaks were lost.

Before: ``…才會立起來刻字。一、誰有權看`` over a paragraph, ``…刻了字。二、沒有名字的石碑`` over the next
After: paragraphs, and headings between them.
Never: a single one; numbers that do not count from 1; an item that ends as a sentence or has others in its line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jianbao import regex as re
from jianbao.structure.blocks import numbering
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.parts import Part

FEWEST = 2
"""Such headings of a text, at least."""
SHORTEST = 40
"""Characters of a paragraph with one behind it."""
_TAIL = re.compile(
    r"(?<=[。！？」』”])[ \u3000]*(?P<head>"
    r"(?:[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十]）|[■◆▌●])[ \u3000]?"
    r"[^。；：！？、「」■◆▌●]{2,20}|【[^【】。，]{2,16}】)$"
)


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with such headings cut off."""
    found = {
        n: match.start("head")
        for n, item in enumerate(known[:-1])
        if item.role is Role.BODY
        and len(item.plain) >= SHORTEST
        and known[n + 1].role is Role.BODY
        and (match := _TAIL.search(item.plain, max(len(item.plain) - SHORTEST, 0)))
    }
    if len(found) < FEWEST or not _are_alike([known[n].plain[at:] for n, at in found.items()]):
        return list(known)
    told: list[Known] = []
    for n, item in enumerate(known):
        told += _cut(item, found[n]) if n in found else [item]
    return told


def _are_alike(heads: Sequence[str]) -> bool:
    """Whether headings have the same sign in front, and their numbers count from 1."""
    schemes = [numbering.scheme(text) for text in heads]
    numbers = [scheme.value for scheme in schemes if scheme]
    if numbers:
        one = len({scheme.scheme for scheme in schemes if scheme}) == 1
        return one and numbers == [*range(1, len(heads) + 1)]
    return len({text[0] for text in heads}) == 1


def _cut(item: Known, at: int) -> tuple[Known, Known]:
    above, below = item.part.cut(0, at), item.part.cut(at)
    return Known(_without_gap(above, behind=True), Role.BODY), Known(_without_gap(below, behind=False), Role.TITLE)


def _without_gap(part: Part, *, behind: bool) -> Part:
    """The part without the blank lines between the two, of which there are none."""
    return replace(part, gap_after=0) if behind else replace(part, gap=0)
