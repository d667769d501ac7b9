"""Entries of a file that repeats one pattern of lines: an aggregator's, a feed's pasted as text, a newsletter's.

What repeats is an anchor — a stamp (where and when), an address, a button to read on, a rule, a marked headline — at
one and the same place beside a headline and a text. Each by itself says nothing; three in step are a pattern.
Never: an article with headings, numbered parts, a timeline, comments, or links below its parts; turns of speech.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from jianbao.provenance import Removal
from jianbao.structure import shapes
from jianbao.structure.blocks import quoted_posts, timed_turns
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.entries import digests, entry_bounds, entry_facts, entry_marks, one_letter
from jianbao.structure.entries.entry_marks import Letter
from jianbao.structure.entries.entry_page import FEWEST, Group, Page
from jianbao.structure.heads import fact_tokens, imprint_lines, persons
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.structure.parts import Part
from jianbao.structure.traces import Traces

BULLET = "T06"
SHORTEST_TITLE = 6
"""Han characters of a headline, as most of a file's are at least."""

LONGEST_GREETING = 160
"""Characters of running text above the first entry that are no article."""

COVERED = 0.6
"""Share of the text that stands in entries."""


@dataclass(frozen=True, slots=True)
class Entries:
    """``starts``: the first part of each entry. ``tail``: how many parts stand behind the last one. ``facts``: for each
    entry what its stamp states, and where. Parts above the first entry are the file's head."""

    starts: tuple[int, ...] = ()
    tail: int = 0
    facts: tuple[tuple[MetaLine, Part] | None, ...] = ()

    def agrees(self, starts: Sequence[int], known: Sequence[Known]) -> bool:
        """Whether the pattern cuts as those starts do, which other evidence has found, or finer, or gives an entry all
        facts that stand between a rule and its headline."""
        if not self.starts or len(self.starts) > len(starts):
            return bool(self.starts)
        found = tuple(below_rule(known, start) for start in starts[1:])
        return tuple(starts[1:]) in (self.starts, self.starts[1:]) or found in (self.starts, self.starts[1:])

    def with_starts(self, starts: Sequence[int]) -> Entries:
        """These entries and others, which state nothing."""
        stated = dict(zip(self.starts, self.facts, strict=True))
        return replace(self, starts=tuple(starts), facts=tuple(stated.get(start) for start in starts))


def find(known: Sequence[Known], seen: Traces) -> tuple[list[Known], Entries]:
    """The parts, stamps and headlines among them with those roles, and the entries; none where nothing repeats.

    A headline loses the bullet in front of it. ``seen`` are the traces of what cleaning took.
    """
    page = Page(known, seen)
    if len(known) >= 2 * FEWEST and not timed_turns.find([item.plain for item in known]):
        of_digest = max(_patterns(page, digests.anchors(page)), key=_count, default=Entries())
        found = next(_patterns(page, page.anchors()), Entries())
        best = max((of_digest, found), key=_count)
        quoted = best.starts and quoted_posts.are_most(known, best.starts)
        if best.starts and not quoted and not one_letter.is_one(page, best.starts):
            return _told(page, best), best
    return list(known), Entries()


def _patterns(page: Page, anchors: Iterable[tuple[Sequence[Group], tuple[str, bool]]]) -> Iterator[Entries]:
    """What anchors of each kind make of a file, where they are a pattern."""
    found = (_pattern(page, groups, where, weak) for groups, (where, weak) in anchors)
    yield from (entries for entries in found if entries)


def _count(entries: Entries) -> int:
    return len(entries.starts)


def _pattern(page: Page, groups: Sequence[Group], where: str, weak: bool) -> Entries | None:
    """The entries that anchors of one kind part; None where they are no pattern."""
    if len(groups) < (FEWEST - 1 if where == "rule" else FEWEST):
        return None
    groups = groups if where else entry_bounds.below_head(page, groups)
    way = where or entry_bounds.way(page, groups)
    starts = entry_bounds.starts(page, groups, way) if way else []
    if len(starts) < FEWEST:
        return None
    end = entry_bounds.end(page, starts, groups, way)
    bounds = (*starts, end)
    texts = [sum(page.size(n) for n in range(*pair)) for pair in pairwise(bounds)]
    # Between rules a list may stand as well as a text.
    if not all(texts) and way != "rule":
        return None
    if not _headlines(page, bounds) or not _may_stand_above(page, starts[0], way, weak, groups):
        return None
    if sum(texts) < COVERED * sum(page.size(n) for n in range(len(page.known))):
        return None
    facts = digests.facts(page, bounds, entry_facts.facts(page, bounds, "end" if where == "below" else way))
    return Entries(tuple(starts), len(page.known) - end, facts)


def _headlines(page: Page, bounds: Sequence[int]) -> bool:
    """Whether the entries have headlines: one each, mostly different, and no names of people."""
    titles: list[str] = []
    for begin, end in pairwise(bounds):
        title = next((n for n in range(begin, end) if page.letters[n] is Letter.TITLE), None)
        if title is not None:
            titles.append(page.known[title].plain)
    if len(titles) < len(bounds) - 1:
        return False
    people = sum(bool(persons.names_in(title)) and shapes.width(title) < SHORTEST_TITLE for title in titles)
    wide = median(shapes.width(title) for title in titles) >= SHORTEST_TITLE
    return wide and len(set(titles)) > 0.9 * len(titles) and people <= 0.3 * len(titles)


def _may_stand_above(page: Page, first: int, way: str, weak: bool, groups: Sequence[Group]) -> bool:
    """Whether what stands above the first entry is the head of a file, and not that of an article with parts."""
    size = sum(page.size(n) for n in range(first))
    if way == "rule":
        return size <= 2 * LONGEST_GREETING
    ruled = all(begin and page.letters[begin - 1] is Letter.RULE for begin, _ in groups)
    if ruled or not weak:
        return size <= 4 * LONGEST_GREETING
    dates = [page.stamp(group).date for group in groups if group[0] < group[1]]
    rising = len([date for date in dates if date]) >= FEWEST and dates == sorted(dates) and dates[0] != dates[-1]
    own = any(page.letters[n] is Letter.TITLE and page.is_text(n + 1) for n in range(first))
    return not rising and not own and size <= LONGEST_GREETING


def _told(page: Page, found: Entries) -> list[Known]:
    """The parts with the roles that the pattern gives them."""
    parts = list(page.known)
    for index in range(found.starts[0]):
        if index in page.stamps:
            parts[index] = _of_head(page, index)
    bounds = (*found.starts, len(parts) - found.tail)
    for (begin, end), stated in zip(pairwise(bounds), found.facts, strict=True):
        first, last = page.texts(begin, end)
        for index in (*range(begin, first), *range(last + 1, end)):
            item = parts[index]
            if page.letters[index] is Letter.LINK or (stated and index in page.stamps):
                meta = _own(item.meta, stated[0] if stated else None) if item.meta else MetaLine(desk=True)
                parts[index] = Known(item.part, Role.META, meta)
        for index in range(begin, first):
            if page.letters[index] is Letter.SECTION:
                series = entry_marks.section(parts[index].plain)
                parts[index] = Known(parts[index].part, Role.META, MetaLine(series=series))
            elif page.letters[index] is Letter.NUMBER or (
                page.letters[index] is Letter.FACT and parts[index].meta is None
            ):
                parts[index] = Known(parts[index].part, Role.META, MetaLine(desk=True))
        title = next((n for n in range(begin, end) if page.letters[n] is Letter.TITLE), begin)
        if not _titled(parts[title]):
            parts[title] = Known(parts[title].part.cut(shapes.bullet(parts[title].plain)), Role.TITLE)
    return parts


def _of_head(page: Page, index: int) -> Known:
    """A stamp in a file's head: when it came out, and with its issue or in its first line, what it is called."""
    item, stamp = page.known[index], page.stamps[index]
    found = imprint_lines.ISSUE.search(item.plain)
    named = (piece for piece in stamp.pieces if not fact_tokens.ENACTED.match(piece))
    name = next(named, "") if found or not index else ""
    issue = "".join(found[0].split()) if found else ""
    if item.meta is not None:
        meta = replace(item.meta, source=item.meta.source or name, issue=item.meta.issue or issue)
        return replace(item, meta=meta)
    return Known(item.part, Role.META, MetaLine(stamp.date, source=name, issue=issue)) if stamp.date else item


def _own(meta: MetaLine, stated: MetaLine | None) -> MetaLine:
    """What a line states by itself, but for writers and a series that the pattern knows for an outlet."""
    outlet = stated.source if stated else ""
    series = "" if outlet and meta.series.endswith(outlet) else meta.series
    return replace(meta, authors=tuple(name for name in meta.authors if name != outlet), series=series)


def bullets(before: Sequence[Known], after: Sequence[Known]) -> Iterator[Removal]:
    """What ``find`` took off in front of headlines."""
    for old, new in zip(before, after, strict=True):
        bullet = shapes.bullet(old.plain)
        if bullet and old.part is not new.part:
            yield old.part.text.slice(0, bullet).removed(BULLET, "bullet before a headline")


def below_rule(known: Sequence[Known], start: int) -> int:
    """The first of the lines of facts that stand between a rule and a part; the part where no rule stands there."""
    first = start
    while first and known[first - 1].role is Role.META:
        first -= 1
    return first if first and known[first - 1].role is Role.SEPARATOR else start


def _titled(item: Known) -> bool:
    """Whether a line of facts says itself which part of it is the title."""
    return item.meta is not None and bool(item.meta.title[1])
