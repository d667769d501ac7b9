"""Lines above a title: facts, an office's name, a site's, a picture's description."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from jianbao import regex as re
from jianbao.document import BlockKind, Field
from jianbao.structure import shapes
from jianbao.structure.blocks import captions
from jianbao.structure.blocks.known import Known, Role, kind_of
from jianbao.structure.heads import persons
from jianbao.structure.heads.facts import Facts
from jianbao.word_lists import words

RULE = "T04"
_COURT = re.compile(r"^[\u3400-\u9fff]{2,20}法院$")
LONGEST_OFFICE, LONGEST_SITE = 14, 10
"""Han characters of an office's name, and of a site's."""


def state(item: Known, facts: Facts) -> None:
    """Keep what stands above the title: facts, a picture's description, and a page's own words as a printed line."""
    if item.role is Role.SEPARATOR:
        facts.removals.append(item.part.text.removed(RULE, "a line of marks only"))
    elif item.role is Role.CAPTION:
        facts.blocks.append(captions.block(item.part, facts.removals))
    else:
        if item.meta is not None:
            facts.state(
                item.meta if item.role is Role.META else replace(item.meta, authors=(), affiliation=""), item.part
            )
        elif persons.names_in(item.plain) and not is_called(item.plain):
            facts.authors += [Field(name, lines=(item.part.first,)) for name in persons.names_in(item.plain)]
        elif facts.source is None and (_COURT.match(item.plain) or (_is_office(item) and not _below_site(facts))):
            facts.source = Field(item.plain, lines=(item.part.first,))
        elif not shapes.has_han(item.plain) and facts.source_en is None:
            facts.source_en = Field(item.plain, lines=(item.part.first,))
        own = item.role in (Role.EDITOR, Role.BODY)
        facts.print(item.part, kind_of(item.role) if own else BlockKind.BYLINE)


def motto(known: Sequence[Known], menus: Set[int]) -> Known | None:
    """The line between a site's name and the row of its sections, which says what the site is; a title stands below."""
    if len(known) < 3 or known[1].role is not Role.TITLE or known[2].role is not Role.TITLE:
        return None
    line = known[1].part.first
    longer = shapes.has_han(known[1].plain) and shapes.width(known[1].plain) > shapes.width(known[0].plain)
    return known[1] if longer and line == known[0].part.first + 1 and line + 1 in menus else None


def sender(item: Known) -> Field | None:
    """The site that sends a letter out, where its name in Han characters stands on top, or what looks like a column."""
    called = item.meta is None or (item.meta.series == item.plain and not item.meta.opens)
    return Field(item.plain, lines=(item.part.first,)) if called and shapes.has_han(item.plain) else None


def end_of_site(known: Sequence[Known], below: Known | None) -> int:
    """How many parts a site's name and its motto are, where the two stand over its sections."""
    return 2 if below is not None and known[1] is below else 0


def site_over_menu(known: Sequence[Known], menus: Set[int]) -> Field | None:
    """The name of a site: alone on top of its page, right above a row of its sections; it may look like a column's, and
    a motto may stand below it."""
    item, below = known[0], motto(known, menus)
    text, line = item.plain, below.part.first if below is not None else item.part.first
    called = item.meta is not None and item.meta.series == text and not item.meta.opens
    named = (item.role is Role.TITLE or called) and shapes.width(text) <= LONGEST_SITE and shapes.has_han(text)
    over = not menus.isdisjoint((line + 1, line + 2))
    if not named or not over or shapes.is_loud(text) or any(map(str.isdigit, text)):
        return None
    common = any(text in words(name) for name in ("navigation", "page_words", "series", "sections"))
    return None if common else Field(text, lines=(item.part.first,))


def _below_site(facts: Facts) -> bool:
    """Whether the name of a site that is no office's stands above, in Latin letters: below it stand its writers'."""
    return facts.source_en is not None and not persons.is_organisation(facts.source_en.value)


def is_bare_source(item: Known) -> bool:
    """Whether a line above the title is an outlet's name alone, as on top of its pages: a labelled one holds before."""
    meta = item.meta
    return item.role is Role.META and meta is not None and bool(meta.source) and meta.source == item.plain.strip()


def _is_office(item: Known) -> bool:
    """Whether a line above a title is the name of an office, a council or an institute alone: its site's name."""
    text = item.plain
    short = item.role is Role.TITLE and 2 < shapes.width(text) <= LONGEST_OFFICE and len(text.split()) == 1
    return short and shapes.has_han(text) and persons.is_organisation(text) and not shapes.is_loud(text)


def is_called(text: str) -> bool:
    """Whether a line above the title is longer than a person's Chinese name: rather what a journal is called."""
    return (
        len(text) == 4
        and shapes.has_han(text[0])
        and len(max((*words("surnames"), *words("japanese_surnames")), key=text.startswith)) == 1
    )
