"""Where articles start. Evidence is added up; a seed stays one article where there is not enough.

Between two stretches of running text lie short lines: the end of one article (who signed it), the head of the next
(title, date, writer, outlet), or just a heading. Only a run of such lines can hold a start, and at most one.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import takewhile

from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.blocks.line_words import closes_story
from jianbao.structure.entries.short_runs import SHORT, runs
from jianbao.structure.entries.start_points import Document
from jianbao.structure.heads import imprint_lines, led_titles, wire_lines

FEWEST_DATED = 2
"""Parts of an article, each below its date, that are a chronicle."""


def at_lines(known: Sequence[Known], lines: Sequence[int]) -> list[int]:
    """Indices of the parts that start an article; the first is 0, the others are the first at the editor's lines."""
    found = [next((i for i, item in enumerate(known) if item.part.first >= line), None) for line in lines]
    return sorted({0, *(index for index in found if index is not None)})


def starts(known: Sequence[Known], behind: Set[int]) -> list[int]:
    """Indices of the parts that start an article; the first is 0. ``behind`` are parts that stood right behind
    headlines alone."""
    document = Document(known, behind)
    led = led_titles.lead(known) or led_titles.enacted(known)
    chosen = [0]
    for begin, end in runs(known):
        start = document.start_in(begin, end, chosen[-1])
        if start is not None and start > max(chosen[-1], led):
            if not document.has_body(chosen[-1], start):
                continue
            chosen.append(start)
    if _is_chronicle(known, chosen):
        return [0]
    return sorted({*chosen, *_takes(known)})


def letters(known: Sequence[Known]) -> list[int]:
    """Where letters start in what somebody passed on by mail: each with its header; their parts are no articles. Empty
    where rows of marks part texts, or several have a writer or a day of their own: a digest is one story by story."""
    rows = sum(item.role is Role.SEPARATOR for item in known)
    stated = sum(_states(item) for item in known)
    heads = [index for index, item in enumerate(known) if imprint_lines.is_sender(item.plain)]
    later = [_head(known, index) for index in heads[1:]]
    own = len(heads) + FEWEST_DATED
    return [] if rows >= FEWEST_DATED or stated > own else sorted({0, *later})


def _states(item: Known) -> bool:
    """Whether a line of facts has a full day or a writer."""
    return item.role is Role.META and item.meta is not None and (len(item.meta.date) == 10 or bool(item.meta.authors))


def _head(known: Sequence[Known], index: int) -> int:
    """The first of the lines of facts around a mail's sender."""
    while index and known[index - 1].role is Role.META:
        index -= 1
    return index


def _takes(known: Sequence[Known]) -> list[int]:
    """Stories of an agency one below the other without headlines: each begins with its place line, and right above it
    the desk's names, an end mark or a rule close the one before."""
    begins = [i for i, item in enumerate(known) if item.role is Role.BODY and wire_lines.start(item.plain)]
    later = begins[1:]
    closed = all(
        known[index - 1].role in (Role.END, Role.SEPARATOR) or wire_lines.closes(above) or closes_story(above)
        for index in later
        for above in (known[index - 1].plain,)
    )
    return later if closed and begins[:1] == [0] else []


def _is_chronicle(known: Sequence[Known], starts: Sequence[int]) -> bool:
    """Whether what looks like articles are the dated parts of one: signed above the first only, and in rising order."""
    heads = [
        [item.meta for item in takewhile(lambda item: item.role in SHORT, known[begin:]) if item.meta]
        for begin in starts
    ]
    first, later = heads[0], heads[1:]
    if len(later) < FEWEST_DATED or not any(meta.authors for meta in first):
        return False
    dates = [meta.date for head in later for meta in head]
    alone = all(len(head) == 1 and not (head[0].authors or head[0].source) for head in later)
    return alone and all(len(date) == 10 for date in dates) and dates == sorted(set(dates))
