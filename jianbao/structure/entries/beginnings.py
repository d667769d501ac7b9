"""Where the articles of a file begin, by the first of its signs that tells; the editor's own lines before all."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from jianbao.provenance import Removal
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.entries import (
    abstracts,
    aged_items,
    archive_records,
    archived_stories,
    articles,
    chronicles,
    dated_items,
    newsletter_sections,
    page_stories,
    patterns,
    steady_items,
    story_sheets,
    teasers,
    timed_items,
    twin_headlines,
)
from jianbao.structure.entries.patterns import Entries
from jianbao.structure.heads import marked_titles, masthead
from jianbao.structure.heads.masthead import Masthead
from jianbao.structure.traces import Traces

LIKE_OTHERS = 0.5
"""How much of what other entries have at the middle, at least, a story has that no mark parts from the top."""


@dataclass(frozen=True, slots=True)
class Begun:
    """The parts of a file, the index at which each article starts, and what left the parts. ``head`` stands above the
    first article and holds for all; of a file that repeats one pattern, ``pattern`` says the rest."""

    known: Sequence[Known]
    starts: Sequence[int]
    removals: tuple[Removal, ...]
    head: Masthead
    pattern: Entries


def find(known: Sequence[Known], split: Sequence[int], seen: Traces) -> Begun:
    """Where articles begin. ``split``: the seed's lines at which the editor has them start, if he says it."""
    if split:
        starts = articles.at_lines(known, split)
        return Begun(known, starts, (), masthead.read(known, starts), Entries())
    if seen.cells:
        return Begun(known, story_sheets.starts(known, seen.cells), (), Masthead(), Entries())
    if seen.slides or marked_titles.is_one_text(known):
        return Begun(known, [0], (), masthead.read(known, [0]), Entries())
    told, papers = abstracts.find(known)
    if papers.starts:
        return _of_entries(known, told, papers)
    headlines = teasers.find(known) | timed_items.alone(known)
    removals = tuple(
        known[index].part.text.removed(teasers.CODE, "a headline without a story") for index in sorted(headlines)
    )
    known, behind = teasers.without(known, headlines)
    begun = _by_signs(known, behind, seen)
    if not _told(known, seen):
        marked, items = steady_items.find(known)
        if _tells_more(items, begun):
            begun = _of_entries(known, marked, items)
    days = frozenset(chronicles.days(known, begun.starts) if len(known) == len(begun.known) else ())
    if days:
        text = [Known(item.part, Role.BODY) if at in days else item for at, item in enumerate(known)]
        begun = Begun(text, [0], (), masthead.read(text, [0]), Entries())
    return replace(begun, removals=removals + begun.removals)


def _by_signs(known: Sequence[Known], behind: Set[int], seen: Traces) -> Begun:
    """What heads, days, stamps and other marks tell. ``behind``: parts that stood right behind headlines alone."""
    dated, timed = timed_items.find(known)
    if not timed.starts:
        dated, timed = dated_items.find(known)
    told = _told(dated, seen)
    found = told or twin_headlines.more(dated, page_stories.more(dated, articles.starts(dated, behind)))
    dated, found = (dated, found) if told else newsletter_sections.more(dated, found, seen.contents)
    starts = masthead.without_feed_head(dated, found)
    marked, pattern = (dated, timed) if timed.starts or told else patterns.find(dated, seen)
    if pattern.agrees(starts, dated):
        if _begins_with_story(dated, pattern.starts, starts):
            pattern = pattern.with_starts((starts[0], *pattern.starts))
        return _of_entries(dated, marked, pattern.with_starts(twin_headlines.more(marked, pattern.starts)))
    starts = [*starts[:1], *(patterns.below_rule(dated, start) for start in starts[1:])]
    return Begun(dated, starts, (), masthead.read(dated, starts), Entries())


def _begins_with_story(known: Sequence[Known], entries: Sequence[int], starts: Sequence[int]) -> bool:
    """Whether what stands above the first entry is a story as well, with a headline on top and as much text as others
    have. ``starts``: what other signs say, which cut alike."""
    if tuple(starts[1:]) != tuple(entries) or not entries or known[0].role is not Role.TITLE:
        return False
    bounds = (*starts, len(known))
    sizes = [
        sum(len(item.plain) for item in known[begin:end] if item.role is Role.BODY) for begin, end in pairwise(bounds)
    ]
    return sizes[0] >= LIKE_OTHERS * median(sizes[1:])


def _tells_more(items: Entries, begun: Begun) -> bool:
    """Whether items that all have the same lines tell more than other signs: more begin, or their stamps state more."""
    if len(items.starts) > len(begun.starts):
        return True
    if begun.pattern.starts:
        return _worth(items) > _worth(begun.pattern)
    dated = all(stated is not None and bool(stated[0].date_text) for stated in items.facts)
    return dated and len(items.starts) == len(begun.starts)


def _worth(found: Entries) -> tuple[int, int]:
    """How many entries there are, and how much their stamps state."""
    return len(found.starts), sum(bool(stated[0].date) + bool(stated[0].source) for stated in found.facts if stated)


def _of_entries(known: Sequence[Known], marked: Sequence[Known], found: Entries) -> Begun:
    """The entries of a file that repeats one pattern. ``marked`` are its parts as the pattern tells them."""
    removals = tuple(patterns.bullets(known, marked))
    return Begun(marked, [0, *found.starts[1:]], removals, masthead.of_entries(marked, found.starts[0]), found)


def _told(known: Sequence[Known], seen: Traces) -> list[int]:
    """Where the stories or letters begin of a file whose records, rows of facts or mails tell it."""
    archived = archive_records.starts(known, seen) or archived_stories.starts(known) or aged_items.starts(known)
    return archived or (articles.letters(known) if seen.passed_on else [])
