"""The head of an article: title, subtitle, date, writer, outlet, and where its running text begins."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from jianbao.document import Block, BlockKind, Field
from jianbao.provenance import Removal
from jianbao.structure import shapes
from jianbao.structure.blocks import captions, headings
from jianbao.structure.blocks.roles import Known, Role, is_section, kind_of
from jianbao.structure.entries.articles import same_title
from jianbao.structure.heads import cover, headline, persons, title_lines, wire_lines
from jianbao.structure.heads.facts import Facts
from jianbao.word_lists import words

REPEATED = "T03"
RULE = "T04"
LONGEST = 80
"""A title is no wider than this, in Han characters."""

_SOURCE_NOTE = re.compile(r"^資料(?:來源|提供)\s*[：:]\s*\S")

_TAKEN = re.compile(r"[。，\u3400-\u9fff][（(][^（()）。，]{2,16}[)）]$")
"""Who took a photo, in brackets behind what it shows."""
_COURT = re.compile(r"^[\u3400-\u9fff]{2,20}法院$")
_VENUE = re.compile(r"^[（(]?[於于在][^，。：:]{2,20}[)）]?$")
"""Where a speech was made, below its day."""
_BELOW_LEAD = (Role.META, Role.SIGNATURE, Role.CAPTION)
_RUBRIC = re.compile(r"^【[^】]{1,8}】$")
RUBRICS = 2
"""Rubrics in brackets over the news of a digest."""
LEAD = 2
"""Paragraphs of a lead at most."""

LONGEST_OFFICE, LONGEST_SITE = 14, 10
"""Han characters of an office's name, and of a site's."""
LONGEST_ACCOUNT = 20
"""The name of somebody who posts is no wider."""


def read(known: Sequence[Known], facts: Facts, signers: Sequence[str], heads: Sequence[str], menus: Set[int]) -> int:
    """Read the head into ``facts``; returns the index of the first part that is body.

    ``signers`` are the names that sign at the article's end, for titles with the author in front; ``heads`` the
    running heads that were taken off the pages, ``menus`` the seed's lines that were navigation.
    """
    index = cover.read(known, heads, facts)
    site: Field | None = None
    perhaps = list[Field]()
    if not index:
        index = headline.above(known, menus, heads)
        index -= title_lines.is_of_meeting(known, index)
        stated = facts.source
        for item in known[:index]:
            told = [*facts.authors]
            if item is known[index - 1] and title_lines.says_title(known, index - 1):
                facts.subtitle = facts.subtitle or Field(item.plain, lines=(item.part.first,))
                facts.print(item.part)
                continue
            _above_title(item, facts)
            if item.meta is None:
                perhaps, facts.authors = [*perhaps, *(name for name in facts.authors if name not in told)], told
        if stated is None:
            site, facts.source = facts.source or (_site(known[0], menus) if index else None), None
    while index < len(known):
        item = known[index]
        if item.role is Role.META and _is_heading(known, index, facts):
            break
        if site is None and facts.title is None and _is_bare_source(item):
            site = Field(item.meta.source if item.meta else "", lines=(item.part.first,))
            facts.print(item.part)
        elif item.role is Role.META and item.meta and not _is_title_after_all(known, index, facts):
            _state(item, facts)
        elif item.role is Role.SIGNATURE and item.meta:
            facts.state(item.meta, item.part)
            facts.print(item.part)
        elif item.role is Role.CAPTION or (item.role is Role.BODY and _is_above_wire(known, index)):
            facts.blocks.append(captions.block(item.part, facts.removals))
        elif item.role is Role.EDITOR:
            facts.print(item.part, kind_of(item.role))
        elif item.role is Role.SEPARATOR or (facts.title is not None and not any(map(str.isalnum, item.plain))):
            facts.removals.append(item.part.text.removed(RULE, "a line of marks only"))
        elif item.role is Role.TITLE and title_lines.is_rest(item, facts, heads):
            title_lines.join(item, facts)
        elif item.role in (Role.TITLE, Role.META) and _title(known, index, facts, signers):
            pass
        else:
            break
        index += 1
    facts.source, facts.authors = facts.source or site, facts.authors or perhaps
    if title_lines.writer(facts) and not facts.authors and facts.title is not None:
        facts.authors.append(Field(title_lines.writer(facts), lines=facts.title.lines))
    if index < len(known) and facts.source is None and wire_lines.source(known[index].plain):
        facts.source = Field(wire_lines.source(known[index].plain), lines=(known[index].part.first,))
    if index < len(known) and not facts.authors:
        for name in wire_lines.authors(known[index].plain):
            facts.authors.append(Field(name, lines=(known[index].part.first,)))
    return index


def _is_above_wire(known: Sequence[Known], index: int) -> bool:
    """Whether a text right above an agency's place line says what a photo shows: it ends with who took it."""
    text = known[index].plain
    wired = index + 1 < len(known) and bool(wire_lines.start(known[index + 1].plain))
    return wired and len(text) <= captions.LONGEST and bool(_TAKEN.search(text)) and not wire_lines.start(text)


def _above_title(item: Known, facts: Facts) -> None:
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
        elif persons.names_in(item.plain) and not _is_called(item.plain):
            facts.authors += [Field(name, lines=(item.part.first,)) for name in persons.names_in(item.plain)]
        elif facts.source is None and (_COURT.match(item.plain) or (_is_office(item) and not _below_site(facts))):
            facts.source = Field(item.plain, lines=(item.part.first,))
        elif not shapes.has_han(item.plain) and facts.source_en is None:
            facts.source_en = Field(item.plain, lines=(item.part.first,))
        own = item.role in (Role.EDITOR, Role.BODY)
        facts.print(item.part, kind_of(item.role) if own else BlockKind.BYLINE)


def _site(item: Known, menus: Set[int]) -> Field | None:
    """The name of a site: alone on top of its page, right above a row of its sections."""
    text, line = item.plain, item.part.first
    named = item.role is Role.TITLE and shapes.width(text) <= LONGEST_SITE and shapes.has_han(text)
    if not named or line + 1 not in menus or shapes.is_loud(text) or any(map(str.isdigit, text)):
        return None
    known = any(text in words(name) for name in ("navigation", "page_words", "series", "sections"))
    return None if known else Field(text, lines=(line,))


def _below_site(facts: Facts) -> bool:
    """Whether the name of a site that is no office's stands above, in Latin letters: below it stand its writers'."""
    return facts.source_en is not None and not persons.is_organisation(facts.source_en.value)


def _is_bare_source(item: Known) -> bool:
    """Whether a line above the title is an outlet's name alone, as on top of its pages: a labelled one holds before."""
    meta = item.meta
    return item.role is Role.META and meta is not None and bool(meta.source) and meta.source == item.plain.strip()


def _is_office(item: Known) -> bool:
    """Whether a line above a title is the name of an office, a council or an institute alone: its site's name."""
    text = item.plain
    short = item.role is Role.TITLE and 2 < shapes.width(text) <= LONGEST_OFFICE and len(text.split()) == 1
    return short and shapes.has_han(text) and persons.is_organisation(text) and not shapes.is_loud(text)


def below_lead(known: Sequence[Known], facts: Facts) -> list[Known]:
    """The body, with the facts told that stand below a lead: two lines of facts or more, right under the first
    paragraph or the second, running text below them."""
    first = next((i for i, item in enumerate(known[: LEAD + 1]) if item.role is not Role.BODY), 0)
    end = next((i for i in range(first, len(known)) if known[i].role not in _BELOW_LEAD), len(known))
    stated = [i for i in range(first, end) if known[i].role is Role.META]
    sure = any(
        meta and len(meta.date) == 10 and ("：" in known[i].plain or (meta.authors and meta.source))
        for i in stated
        for meta in (known[i].meta,)
    )
    if (
        not first
        or facts.title is None
        or len(stated) < (1 if sure else 2)
        or end == len(known)
        or known[end].role is not Role.BODY
    ):
        return list(known)
    found = list(known)
    for i in stated:
        meta = known[i].meta
        if meta is not None and not meta.title[1]:
            facts.state(meta, known[i].part)
            found[i] = Known(known[i].part, Role.META, replace(meta, desk=True))
    return found


def without_title(known: Sequence[Known], head: Sequence[Block], removals: list[Removal]) -> list[Known]:
    """The body without the title where it is printed once more among its first lines, say below an abstract."""
    titles = [shapes.key(block.text.plain) for block in head if block.kind is BlockKind.TITLE]
    left: list[Known] = []
    for index, item in enumerate(known):
        short = index < 8 and item.role is Role.TITLE
        if short and any(same_title(title, shapes.key(item.plain)) for title in titles):
            removals.append(item.part.text.removed(REPEATED, "the title again"))
        else:
            left.append(item)
    return left


def _is_heading(known: Sequence[Known], index: int, facts: Facts) -> bool:
    """Whether the name of a section, below the title and right over running text, is its heading."""
    meta = known[index].meta
    if facts.title is None or meta is None or meta.opens or not meta.series or meta.issue or meta.tags:
        return False
    return index + 1 < len(known) and known[index + 1].role is Role.BODY


def _is_title_after_all(known: Sequence[Known], index: int, facts: Facts) -> bool:
    """Whether what looks like a column's name is the title, because no other title in Han characters follows."""
    meta = known[index].meta
    if facts.title is not None or meta is None or not meta.series:
        return False
    if meta.issue:
        return not meta.opens and _has_only_rubrics(known[index + 1 :])
    if meta.opens and not (meta.source and meta.source + meta.series == known[index].plain):
        return False
    named = False
    for other in known[index + 1 : index + 5]:
        named, before = bool(persons.names_in(other.plain)), named
        what = before and persons.is_affiliation(other.plain)
        if other.role is Role.TITLE and shapes.has_han(other.plain) and not named and not what:
            return False
        if other.role is Role.BODY or (other.meta is not None and other.meta.title[1]):
            break
    if meta.opens:
        return not any(other.role is Role.TITLE for other in known[index + 1 : index + 9])
    return not any(other.meta and other.meta.date for other in known[index + 1 : index + 2]) or _titled_later(
        known, index
    )


def _has_only_rubrics(below: Sequence[Known]) -> bool:
    """Whether below an issue's line stand rubrics in brackets, several and over text, and no title above the first."""
    first = next((n for n, item in enumerate(below) if item.role is Role.TITLE), len(below))
    rubrics = sum(item.role is Role.TITLE and bool(_RUBRIC.match(item.plain)) for item in below)
    return rubrics >= RUBRICS and bool(_RUBRIC.match(below[first].plain)) and below[first + 1].role is Role.BODY


def _titled_later(known: Sequence[Known], index: int) -> bool:
    return index + 2 < len(known) and known[index + 2].role is not Role.BODY


def _state(item: Known, facts: Facts) -> None:
    meta = item.meta
    if meta is None:
        return
    facts.state(meta, item.part)
    start, end = meta.title
    if not end:
        facts.print(item.part)
        return
    for low, high in ((0, start), (start, end), (end, len(item.plain))):
        piece = item.part.cut(low, high)
        if (low, high) == (start, end) and facts.title is None:
            facts.entitle(item.part, piece.text)
        elif piece.plain:
            facts.print(piece)


def _title(known: Sequence[Known], index: int, facts: Facts, signers: Sequence[str]) -> bool:
    """Take a short line as part of the head; False if the body begins with it."""
    item = known[index]
    text = item.plain
    if facts.title is None:
        if index + 1 < len(known) and known[index + 1].role is Role.TITLE and cover.state_cells(item, facts):
            return True
        if is_section(text) or shapes.width(text) > LONGEST:
            return False
        if _SOURCE_NOTE.match(text) and _another_title(known, index):
            facts.source = facts.source or Field(text[4:].lstrip("：: "), lines=(item.part.first,))
            facts.print(item.part)
            return True
        below = known[index + 1].meta if index + 1 < len(known) else None
        if below is not None and below.posted and not below.authors and shapes.width(text) <= LONGEST_ACCOUNT:
            facts.authors.append(Field(text, lines=(item.part.first,)))
            facts.print(item.part)
            return True
        said = title_lines.says_title(known, index)
        if not said and persons.names_in(text) and not _is_called(text) and _another_title(known, index):
            facts.authors += [Field(name, lines=(item.part.first,)) for name in persons.names_in(text)]
            facts.print(item.part)
            return True
        if said or title_lines.is_translation(known, index):
            facts.subtitle = facts.subtitle or Field(text, lines=(item.part.first,))
            facts.print(item.part)
            return True
        if not shapes.has_han(text) and _han_title_follows(known, index):
            facts.source_en = facts.source_en or Field(text, lines=(item.part.first,))
            facts.print(item.part)
            return True
        title_lines.entitle(item, facts, signers)
        return True
    above = known[index - 1].meta
    if above is not None and above.date and _VENUE.match(text):
        facts.print(item.part)
        return True
    if same_title(shapes.key(facts.printed_title()), shapes.key(text)):
        facts.removals.append(item.part.text.removed(REPEATED, "the title again"))
        return True
    if _SOURCE_NOTE.match(text) and known[index - 1].role is Role.META:
        facts.source = facts.source or Field(text[4:].lstrip("：: "), lines=(item.part.first,))
        facts.print(item.part)
        return True
    if title_lines.is_issuer(known, index, facts):
        facts.source = Field(text, lines=(item.part.first,))
        facts.print(item.part)
        return True
    if title_lines.is_translated(known, index, facts):
        facts.subtitle = Field(text, lines=(item.part.first,))
        facts.print(item.part)
        return True
    if text in {author.value for author in facts.authors}:
        facts.print(item.part)
        return True
    who = persons.named(text) if not facts.authors else None
    if who:
        facts.authors.append(Field(who.name, lines=(item.part.first,)))
        facts.affiliation = facts.affiliation or Field(who.affiliation, lines=(item.part.first,))
        facts.print(item.part)
        return True
    if persons.names_in(text) and (not facts.authors or _below_names(known, index)):
        facts.authors += [Field(name, lines=(item.part.first,)) for name in persons.names_in(text)]
        facts.print(item.part)
        return True
    if facts.authors and facts.affiliation is None and persons.is_affiliation(text) and _after_author(known, index):
        facts.affiliation = Field(text, lines=(item.part.first,))
        facts.print(item.part)
        return True
    if is_section(text) or headings.is_bare_number(text):
        return False
    return title_lines.second_line(known, index, facts)


def _is_called(text: str) -> bool:
    """Whether a line above the title is longer than a person's Chinese name: rather what a journal is called."""
    return len(text) == 4 and shapes.has_han(text[0]) and len(max(words("surnames"), key=text.startswith)) == 1


def _han_title_follows(known: Sequence[Known], index: int) -> bool:
    """Whether, before any running text and behind a line of facts, a title in Han characters stands."""
    facts_between = False
    for other in known[index + 1 : index + 8]:
        if other.role is Role.BODY:
            return False
        facts_between = facts_between or other.role is Role.META
        if (
            other.role is Role.TITLE
            and facts_between
            and shapes.has_han(other.plain)
            and not persons.names_in(other.plain)
        ):
            return True
    return False


def _another_title(known: Sequence[Known], index: int) -> bool:
    return any(
        other.role is Role.TITLE and not persons.is_name(other.plain) and not persons.is_affiliation(other.plain)
        for other in known[index + 1 : index + 4]
    )


def _below_names(known: Sequence[Known], index: int) -> bool:
    """Whether the line before is all names, and no running text follows: an extractor parts what stood in one line."""
    follows = index + 1 < len(known) and known[index + 1].role is Role.BODY
    return index > 0 and not follows and bool(persons.names_in(known[index - 1].plain))


def _after_author(known: Sequence[Known], index: int) -> bool:
    return index > 0 and (known[index - 1].role is Role.META or bool(persons.names_in(known[index - 1].plain)))
