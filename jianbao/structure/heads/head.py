"""The head of an article: title, subtitle, date, writer, outlet, and where its running text begins."""

from __future__ import annotations

from collections.abc import Sequence, Set

from jianbao import regex as re
from jianbao.document import BlockKind, Field
from jianbao.structure import shapes
from jianbao.structure.blocks import captions, headings, numbering
from jianbao.structure.blocks.known import Known, Role, kind_of
from jianbao.structure.heads import (
    above_title,
    cover,
    head_titles,
    headline,
    headline_forms,
    marked_titles,
    persons,
    place_lines,
    title_lines,
    title_words,
    title_writers,
    wire_lines,
)
from jianbao.structure.heads.facts import Facts

_TAKEN = re.compile(r"[。，\u3400-\u9fff][（(][^（()）。，]{2,16}[)）]$")
"""Who took a photo, in brackets behind what it shows."""
_SENT_TO = re.compile(r"^(?:收件人|收件者|收信人|受信人|受文者|敬致|謹致|致|此致|To)\s*[：:]?$", re.I)
"""The label above those to whom a letter is sent."""
_RUBRIC = re.compile(r"^【[^】]{1,8}】$")
_SITE = re.compile(r"^\s*[-_–—|｜]\s*(?P<name>[^-_–—|｜\d，。：]{2,16})$")
"""A site's name behind the title of its page."""
_SITE_FIRST = re.compile(r"^(?P<name>[^-_–—|｜\d，。：]{2,16}?)\s*[-_–—|｜]\s*$")
"""A site's name in front of the title of its page."""
_CHAPTERS, _SECTIONS = ("編", "章"), ("節", "一", "壹", "1.1")
"""Schemes of numbers over chapters, and over their sections."""
NARROWEST = 4
"""Han characters of a chapter's name."""
MOST_FACTS = 8
"""Lines of facts between a label on top of a release and its title."""
LONGEST_COLUMN, SPOKEN = 8, 0.5
"""Han characters of a column's name, and how much of a longer line the text says whose title it is."""
RUBRICS = 2
"""Rubrics in brackets over the news of a digest."""


def read(known: Sequence[Known], facts: Facts, signers: Sequence[str], heads: Sequence[str], menus: Set[int]) -> int:
    """Read the head into ``facts``; returns the index of the first part that is body.

    ``signers`` are the names that sign at the article's end, for titles with the author in front; ``heads`` the
    running heads that were taken off the pages, ``menus`` the seed's lines that were navigation.
    """
    index = cover.read(known, heads, facts)
    name = above_title.site_over_menu(known, menus) if known and not index else None
    if name is None and not index and headline_forms.of_letter(known):
        name = above_title.sender(known[0])
    called = known[0] if name is not None and known[0].role is Role.META else None
    motto = above_title.motto(known, menus)
    site = name if called is not None else None
    perhaps = list[Field]()
    marked = marked_titles.find(known)
    if not index:
        index = (
            marked
            or headline.above(known, menus, heads)
            or above_title.end_of_site(known, motto if name is not None else None)
        )
        index -= title_lines.is_of_meeting(known, index)
        stated = facts.source
        for item in known[:index]:
            told = [*facts.authors]
            if item is called or (item is motto and name is not None):
                facts.print(item.part)
                continue
            if item is known[index - 1] and title_lines.says_title(known, index - 1):
                facts.subtitle = facts.subtitle or Field(item.plain, lines=(item.part.first,))
                facts.print(item.part)
                continue
            above_title.state(item, facts)
            if item.meta is None:
                perhaps, facts.authors = [*perhaps, *(name for name in facts.authors if name not in told)], told
        if stated is None:
            site, facts.source = facts.source or (name if index else site), None
    while index < len(known):
        item = known[index]
        if facts.title is not None and _is_addressed(known, index):
            break
        if item is called:
            facts.print(item.part)
            index += 1
            continue
        if marked_titles.level(item) and (facts.title is not None or index == marked):
            if facts.title is not None and not title_lines.is_marked_deck(known, index, facts):
                break
            if facts.title is not None:
                facts.subtitle = Field(item.plain, lines=(item.part.first,))
                facts.print(item.part)
                index += 1
                continue
            facts.entitle(item.part)
            index += 1
            continue
        if item.role is Role.META and _is_heading(known, index, facts):
            break
        if site is None and facts.title is None and above_title.is_bare_source(item):
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
            facts.removals.append(item.part.text.removed(above_title.RULE, "a line of marks only"))
        elif item.role is Role.TITLE and title_lines.is_rest(item, facts, heads):
            title_lines.join(item, facts)
        elif facts.title is None and _is_only_chapter(known, index):
            facts.entitle(item.part)
        elif item.role in (Role.TITLE, Role.META) and head_titles.take(known, index, facts, signers):
            pass
        else:
            break
        index += 1
    facts.source, facts.authors = facts.source or site or _behind_title(facts, heads), facts.authors or perhaps
    if title_writers.writer(facts) and not facts.authors and facts.title is not None:
        facts.authors.append(Field(title_writers.writer(facts), lines=facts.title.lines))
    if index < len(known) and facts.source is None and place_lines.source(known[index].plain):
        facts.source = Field(place_lines.source(known[index].plain), lines=(known[index].part.first,))
    if index < len(known) and not facts.authors:
        for author in place_lines.authors(known[index].plain):
            facts.authors.append(Field(author, lines=(known[index].part.first,)))
    return index


def _is_addressed(known: Sequence[Known], index: int) -> bool:
    """Whether a letter begins with whom it is sent to: a label alone above somebody's title, or one of several."""
    text = known[index].plain
    below = known[index + 1].plain if index + 1 < len(known) else ""
    return headings.is_addressee(below) and bool(_SENT_TO.match(text) or headings.is_addressee(text))


def _is_only_chapter(known: Sequence[Known], index: int) -> bool:
    """Whether a part is the number and name of a chapter, the only one of a text that has sections of its own."""
    schemes = [found.scheme if (found := numbering.scheme(item.plain)) else "" for item in known[index:]]
    own = numbering.scheme(known[index].plain)
    if own is None or own.scheme not in _CHAPTERS or schemes.count(own.scheme) > 1 or "條" in schemes:
        return False
    named = shapes.width(known[index].plain[own.end :].strip()) >= NARROWEST
    below = known[index + 1] if index + 1 < len(known) else None
    opens = not index and below is not None and below.role is Role.TITLE
    return named and shapes.is_title_like(known[index].plain) and (opens or any(one in _SECTIONS for one in schemes))


def _behind_title(facts: Facts, heads: Sequence[str]) -> Field | None:
    """The site whose name stands behind the title in the head of a printed page: 標題-某某研究院."""
    title = facts.printed_title()
    heads = [head for head in heads if title and len(head) > len(title)]
    behind = [_SITE.match(head[len(title) :]) for head in heads if head.startswith(title)]
    behind += [_SITE_FIRST.match(head[: -len(title)]) for head in heads if head.endswith(title)]
    name = next((match["name"] for match in behind if match and not numbering.scheme(match["name"])), "")
    return Field(name, lines=facts.title.lines) if name and facts.title is not None else None


def _is_above_wire(known: Sequence[Known], index: int) -> bool:
    """Whether a text right above an agency's place line says what a photo shows: it ends with who took it."""
    text = known[index].plain
    wired = index + 1 < len(known) and bool(wire_lines.start(known[index + 1].plain))
    return wired and len(text) <= captions.LONGEST and bool(_TAKEN.search(text)) and not wire_lines.start(text)


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
    stated = 1 if meta.opens else next((n for n in range(1, MOST_FACTS) if _is_title(known, index + n)), 1)
    for other in known[index + stated : index + stated + 4]:
        named, before = bool(persons.names_in(other.plain)), named
        what = before and persons.is_affiliation(other.plain)
        if other.role is Role.TITLE and shapes.has_han(other.plain) and not named and not what:
            return False
        if other.role is Role.BODY or (other.meta is not None and other.meta.title[1]):
            break
    if meta.opens:
        return not any(other.role is Role.TITLE for other in known[index + 1 : index + 9])
    if _is_spoken_of(known, index):
        return True
    return not any(other.meta and other.meta.date for other in known[index + 1 : index + 2]) or _titled_later(
        known, index
    )


def _is_spoken_of(known: Sequence[Known], index: int) -> bool:
    """Whether the text says what a line says that looks like a column's name and is longer than one."""
    text = known[index].plain
    if shapes.width(text) < LONGEST_COLUMN or numbering.scheme(text):
        return False
    said = "".join(item.plain for item in known[index + 1 :] if item.role is Role.BODY)[: title_words.SAMPLE]
    return title_words.share(text, title_words.pairs_of(said)) >= SPOKEN


def _is_title(known: Sequence[Known], index: int) -> bool:
    """Whether a part has the shape of a title, or is text."""
    return index >= len(known) or known[index].role in (Role.TITLE, Role.BODY)


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
        facts.print(item.part, BlockKind.PARAGRAPH if meta.lead else BlockKind.BYLINE)
        return
    for low, high in ((0, start), (start, end), (end, len(item.plain))):
        piece = item.part.cut(low, high)
        if (low, high) == (start, end) and facts.title is None:
            facts.entitle(item.part, piece.text)
        elif piece.plain:
            facts.print(piece)
