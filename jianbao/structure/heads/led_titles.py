"""Titles below text of their own, a lead or an order that enacts a law; and titles that are sentences."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from jianbao.structure import shapes
from jianbao.structure.blocks import numbering
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import persons, site_names, wire_lines
from jianbao.structure.heads.title_words import NARROWEST
from jianbao.word_lists import words

TOP = 6
"""Parts on top of all among which a title stands that is a sentence, and below it the text."""
LONGEST_SENTENCE = 40
"""Han characters of such a title."""
ORDER = 14
"""Parts of an order above the law that it enacts at most."""
PASSED = 5
"""Parts below a law's title among which its first article stands."""
LEAD, LONGEST_LEAD = 2, 240
"""Paragraphs of a lead above the title at most, and characters of one."""


def sentence(known: Sequence[Known]) -> list[Known]:
    """The parts, with a title told that is a sentence with its full stop: the first text of all, short, no other title
    above it, facts right below it and text below them."""
    first = next((i for i, item in enumerate(known[:TOP]) if item.role is Role.BODY), None)
    if first is None or shapes.width(known[first].plain) > LONGEST_SENTENCE or first + 2 >= len(known):
        return list(known)
    item, below = known[first], known[first + 1 : first + 5]
    broken = item.plain.endswith(("，", "：")) and below[0].role is Role.TITLE
    named = broken or (below[0].role is Role.TITLE and shapes.width(below[0].plain) <= NARROWEST)
    at = 1 if named else 0
    while broken and at < len(below) - 1 and _is_beside(below[at]):
        at += 1
    stated = below[at].meta if at < len(below) else None
    dated = any(other.meta is not None and len(other.meta.date) == 10 for other in known[first + 1 : first + TOP])
    again = sum(one.role is Role.BODY and other.role is Role.META for one, other in pairwise(known)) > 1
    if stated is None or not stated.opens or stated.title[1] or not dated or again or wire_lines.start(item.plain):
        return list(known)
    above = (other.plain for other in known[:first] if other.role is Role.TITLE)
    titled = any(
        not site_names.is_of_site(plain) and (shapes.width(plain) > NARROWEST or not broken) for plain in above
    )
    text = any(other.role is Role.BODY for other in known[first + 2 : first + 2 + TOP])
    if titled or not text or numbering.scheme(item.plain) or (shapes.ends_open(item.plain) and not broken):
        return list(known)
    return [*known[:first], Known(item.part, Role.TITLE), *known[first + 1 :]]


def _is_beside(item: Known) -> bool:
    """Whether a line between a title and its day is a writer's name or a column's."""
    if item.meta is not None:
        return bool(item.meta.series) and not item.meta.opens
    return item.role is Role.TITLE and shapes.width(item.plain) <= NARROWEST


def enacted(known: Sequence[Known]) -> int:
    """The title of a law below the order that enacts it: the order's text says the title, its numbered articles stand
    right below, or below who passed it when, in brackets, and the word contents; 0 where that is not so."""
    said = ""
    for index, item in enumerate(known[:ORDER]):
        plain = item.plain.strip("《》 ")
        below = next((text for other in known[index + 1 : index + PASSED] if not _is_passed(text := other.plain)), "")
        numbered = numbering.scheme(below)
        law = numbered is not None and numbered.scheme in ("編", "章", "條")
        if index > 1 and law and shapes.width(plain) >= NARROWEST - 2 and plain in said and "\n" not in plain:
            return index
        if item.role is Role.BODY:
            said += item.plain
        elif item.role is Role.BLOCK:
            return 0
    return 0


def _is_passed(text: str) -> bool:
    """Whether a line between a law's title and its first article says in brackets who passed it, or heads contents."""
    return shapes.is_bracketed(text) or "".join(text.split()) in words("contents_labels")


def lead(known: Sequence[Known]) -> int:
    """The title, where a lead under its label (導讀) stands above it and facts below it; 0 where that is not so."""
    if (
        not known
        or known[0].role is not Role.TITLE
        or "".join(known[0].plain.split()).strip("：:【】[]") not in words("lead_labels")
    ):
        return 0
    title = next((i for i, item in enumerate(known[1 : LEAD + 2], 1) if item.role is not Role.BODY), 0)
    if title < 2 or known[title].role is not Role.TITLE or not faced(known, title, len(known)):
        return 0
    return title if all(len(item.plain) <= LONGEST_LEAD for item in known[1:title]) else 0


def faced(known: Sequence[Known], index: int, end: int) -> bool:
    """Whether facts or an agency's place line stand right below a line, or facts or a writer's name below the one line
    under it."""
    if index + 1 < len(known) and wire_lines.start(known[index + 1].plain):
        return True
    below = known[index + 1 : min(index + 3, end)]
    return any((item.meta is not None and item.meta.opens) or persons.is_name(item.plain) for item in below)
