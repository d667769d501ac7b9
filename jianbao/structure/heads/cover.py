"""The cover of a report: series, institute, date, notices around the title, in short lines before the running text.

A cover is told by its page, which has no running text, or by its title, which is the running head of the pages behind.
Its lines state facts where they can, and are kept as printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from jianbao import regex as re
from jianbao.document import Field
from jianbao.structure import shapes
from jianbao.structure.blocks import numbering
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.blocks.line_words import is_section
from jianbao.structure.heads import meta_lines, persons
from jianbao.structure.heads.facts import Facts
from jianbao.structure.heads.meta_line import MetaLine

MOST = 30
"""Lines that a cover and what stands on its back have at most."""

LEAST = 3
"""Lines of a page that is a cover."""

PAGES = 3
"""Pages before the running text that may be of the cover: half title, title, imprint."""

AGAIN, RULE = "T03", "T04"

_SERIES = re.compile(
    r"(?P<series>[^，。：]{0,24}(?:報告|报告|叢書|丛书|專刊|专刊|系列|論文集|简报|簡報|Report|Papers?|Series|Brief))\s*"
    r"(?P<issue>第\s*[0-9A-Z一二三四五六七八九十-]{1,12}\s*[號号期輯辑卷]|(?:No\.?\s*)?[A-Z]{0,6}[-\s]?[0-9][0-9-]{0,10})"
)


def read(known: Sequence[Known], heads: Sequence[str], facts: Facts) -> int:
    """Read the cover into ``facts``; returns the index of the first part behind it, 0 where there is no cover.

    ``heads`` are the running heads that were taken off the pages.
    """
    lines = list(takewhile(_is_short, known[:MOST]))
    paged = _own_pages(known, lines)
    lines = lines[: paged or len(lines)]
    title = _running(lines, heads)
    if title is None and paged:
        title = _repeated(lines, known[paged:]) or _first(lines)
    if title is None or (title == 0 and not paged):
        return 0
    facts_at = [index for index, item in enumerate(lines) if index > title and _states(item)]
    end = paged or max(facts_at, default=title) + 1
    for index, item in enumerate(lines[:end]):
        if index == title:
            facts.entitle(item.part)
        elif item.role is Role.SEPARATOR:
            facts.removals.append(item.part.text.removed(RULE, "a line of marks only"))
        elif shapes.key(item.plain) == shapes.key(lines[title].plain):
            facts.removals.append(item.part.text.removed(AGAIN, "the title again"))
        else:
            _take(item.plain, item.meta, item, facts)
            facts.print(item.part)
    return end


def state_cells(item: Known, facts: Facts) -> bool:
    """Take a line whose words, set apart, each state a fact: the head of a page that stands over the title."""
    for pattern in (r"\s{2,}|[\u2003\u3000]", r"\s"):
        cells = [cell for cell in re.split(pattern, item.plain) if cell]
        stated = [meta_lines.parse(cell) for cell in cells]
        if len(cells) < 2 or not all(_is_fact(cell, meta) for cell, meta in zip(cells, stated, strict=True)):
            continue
        for cell, meta in zip(cells, stated, strict=True):
            _take(cell, meta, item, facts)
        facts.print(item.part)
        return True
    return False


def _is_short(item: Known) -> bool:
    """Whether a part may stand on a cover: no running text, no heading of the text."""
    if item.role in (Role.BODY, Role.BLOCK, Role.EDITOR, Role.CAPTION):
        return False
    return not is_section(item.plain) and not numbering.scheme(item.plain)


def _own_pages(known: Sequence[Known], lines: Sequence[Known]) -> int:
    """How many parts the leading pages without running text have; 0 where the first page has some."""
    if not lines or len(lines) == len(known) or known[0].part.page == known[-1].part.page:
        return 0
    behind = known[len(lines)].part.page
    pages = sorted({item.part.page for item in lines if item.part.page < behind})[:PAGES]
    count = sum(item.part.page in pages for item in lines)
    return count if count >= LEAST else 0


def _running(lines: Sequence[Known], heads: Sequence[str]) -> int | None:
    """The line that is the running head of later pages, the longest if there are several; not the institute's, whose
    name stands on every page too, where another line can be the title."""
    keys = {shapes.key(re.sub(r"^[0-9\s|｜·-]+|[0-9\s|｜·-]+$", "", head)) for head in heads}
    found = [
        index
        for index, item in enumerate(lines)
        if item.role is Role.TITLE and any(_is_head(shapes.key(item.plain), key) for key in keys)
    ]
    if _first(lines) is not None:
        found = [index for index in found if not persons.is_organisation(lines[index].plain)]
    return max(found, key=lambda index: len(lines[index].plain), default=None)


def _is_head(title: str, head: str) -> bool:
    """Whether a head is the title, or the part of it before a colon."""
    return len(head) >= SHORTEST and title.startswith(head)


SHORTEST = 5
"""Letters of a running head that can be a title."""


def _repeated(lines: Sequence[Known], behind: Sequence[Known]) -> int | None:
    """The line that stands again above the running text."""
    again = {shapes.key(item.plain) for item in behind[:4] if item.role is Role.TITLE}
    return next((index for index, item in enumerate(lines) if shapes.key(item.plain) in again), None)


def _first(lines: Sequence[Known]) -> int | None:
    """The first line that states nothing else."""
    return next((index for index, item in enumerate(lines) if item.role is Role.TITLE and not _states(item)), None)


def _states(item: Known) -> bool:
    """Whether a line of a cover states a fact other than the title."""
    if item.role in (Role.META, Role.SIGNATURE):
        return True
    return bool(persons.names_in(item.plain)) or _is_fact(item.plain, None)


def _is_fact(text: str, meta: MetaLine | None) -> bool:
    return meta is not None or persons.is_organisation(text) or _SERIES.fullmatch(text) is not None


def _take(text: str, meta: MetaLine | None, item: Known, facts: Facts) -> None:
    """State the facts of a line of a cover, or of a piece of one."""
    lines = (item.part.first,)
    series = _SERIES.fullmatch(text)
    if series:
        facts.series = facts.series or Field(series["series"].strip(), lines=lines)
        facts.issue = facts.issue or Field("".join(series["issue"].split()), lines=lines)
    elif meta is not None:
        facts.state(meta, item.part)
    elif names := persons.names_in(text):
        known = {author.value for author in facts.authors}
        facts.authors += [Field(name, lines=lines) for name in names if name not in known]
    elif persons.is_organisation(text) and facts.source is None:
        facts.source = Field(text, lines=lines)
