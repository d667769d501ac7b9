"""Short lines of a head: the title, its translation, who wrote it, its issuer."""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.document import Field
from jianbao.structure import shapes
from jianbao.structure.blocks import headings
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.blocks.line_words import is_section
from jianbao.structure.heads import above_title, cover, first_heading, like_names, persons, title_lines
from jianbao.structure.heads.facts import Facts
from jianbao.structure.heads.title_words import MONTH_DAY, same_title

REPEATED = "T03"
LONGEST = 80
"""A title is no wider than this, in Han characters."""
_SOURCE_NOTE = re.compile(r"^資料(?:來源|提供)\s*[：:]\s*\S")
_VENUE = re.compile(r"^[（(]?[於于在][^，。：:]{2,20}[)）]?$")
"""Where a speech was made, below its day."""
_HAN_NAME = re.compile(r"[\u3400-\u9fff]{3}")
LONGEST_ACCOUNT = 20
"""The name of somebody who posts is no wider."""


def take(known: Sequence[Known], index: int, facts: Facts, signers: Sequence[str]) -> bool:
    """Take a short line as part of the head; False if the body begins with it."""
    item = known[index]
    text = item.plain
    if facts.title is None:
        if _is_subject(known, index):
            facts.entitle(item.part)
            return True
        if not any(map(str.isalpha, text)) and _another_title(known, index):
            facts.print(item.part)
            return True
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
        if not said and persons.names_in(text) and not above_title.is_called(text) and _another_title(known, index):
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
    if text in {author.value for author in facts.authors} or (facts.authors and MONTH_DAY.match(text)):
        facts.print(item.part)
        return True
    if not facts.authors and _is_called(known, index):
        facts.authors.append(Field(text, lines=(item.part.first,)))
        facts.print(item.part)
        return True
    if first_heading.is_first(known, index):
        return False
    who = persons.named(text) if not facts.authors else None
    if who:
        facts.authors.append(Field(who.name, lines=(item.part.first,)))
        facts.affiliation = facts.affiliation or Field(who.affiliation, lines=(item.part.first,))
        facts.print(item.part)
        return True
    if persons.names_in(text) and facts.posted and above is not None and above.source:
        facts.authors = []  # who passed the story of an outlet on
    if persons.names_in(text) and (not facts.authors or _below_names(known, index)):
        facts.sign(persons.names_in(text), (item.part.first,))
        facts.print(item.part)
        return True
    if facts.authors and facts.affiliation is None and persons.is_affiliation(text) and _after_author(known, index):
        facts.affiliation = Field(text, lines=(item.part.first,))
        facts.print(item.part)
        return True
    if is_section(text) or headings.is_bare_number(text):
        return False
    return title_lines.second_line(known, index, facts)


def _is_subject(known: Sequence[Known], index: int) -> bool:
    """Whether a name is the title: the text right below begins with it and says who that is, as encyclopedias do."""
    name, below = known[index].plain, known[index + 1] if index + 1 < len(known) else None
    said = below is not None and below.role is Role.BODY and below.plain.startswith(name)
    return said and below is not None and below.plain[len(name) : len(name) + 1] in tuple("，（(是为為")


def _is_called(known: Sequence[Known], index: int) -> bool:
    """Whether three Han characters alone, which are no common word, stand right above the full day, and no name below
    it: a name of any people."""
    text, below = known[index].plain, known[index + 1].meta if index + 1 < len(known) else None
    dated = below is not None and len(below.date) == 10 and not below.title[1]
    dated = dated and below is not None and not (below.authors or below.source or below.series or below.issue)
    if not dated or not _HAN_NAME.fullmatch(text) or is_section(text) or persons.is_organisation(text):
        return False
    named = any(persons.names_in(other.plain) for other in known[index + 2 : index + 5] if other.role is Role.TITLE)
    return not named and not like_names.is_common(text)


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
