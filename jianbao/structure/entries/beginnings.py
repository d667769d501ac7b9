"""Where the articles of a file begin, by the first of its signs that tells; the editor's own lines before all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jianbao.provenance import Removal
from jianbao.structure.blocks.known import Known
from jianbao.structure.entries import (
    aged_items,
    archive_records,
    archived_stories,
    articles,
    dated_items,
    page_stories,
    patterns,
    teasers,
    timed_items,
)
from jianbao.structure.entries.patterns import Entries
from jianbao.structure.heads import masthead
from jianbao.structure.heads.masthead import Masthead
from jianbao.structure.traces import Traces


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
    headlines = teasers.find(known) | timed_items.alone(known)
    removals = tuple(
        known[index].part.text.removed(teasers.CODE, "a headline without a story") for index in sorted(headlines)
    )
    known, behind = teasers.without(known, headlines)
    known, timed = timed_items.find(known)
    if not timed.starts:
        known, timed = dated_items.find(known)
    told = _told(known, seen)
    starts = masthead.without_feed_head(known, told or page_stories.more(known, articles.starts(known, behind)))
    marked, pattern = (known, timed) if timed.starts or told else patterns.find(known, seen)
    if not pattern.agrees(starts):
        return Begun(known, starts, removals, masthead.read(known, starts), Entries())
    removals += tuple(patterns.bullets(known, marked))
    above = masthead.of_entries(marked, pattern.starts[0])
    return Begun(marked, [0, *pattern.starts[1:]], removals, above, pattern)


def _told(known: Sequence[Known], seen: Traces) -> list[int]:
    """Where the stories or letters begin of a file whose records, rows of facts or mails tell it."""
    archived = archive_records.starts(known, seen) or archived_stories.starts(known) or aged_items.starts(known)
    return archived or (articles.letters(known) if seen.passed_on else [])
