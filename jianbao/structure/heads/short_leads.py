"""A sentence or two between a title and its writer, which sum up the text as a subtitle does.

Before: ``河口的新渡船`` / ``當最後一班公車停駛，誰來載這些人過河？`` / ``文／何青嵐`` / ``2025年6月號``
After: the writer is told; a question is the subtitle, a statement the first sentence of the text.
Never: a file in which a writer or a day stands below text more often; a sentence with the text's next one below it.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks import numbering
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.blocks.line_words import is_section
from jianbao.structure.heads import persons, site_names, title_words, wire_lines
from jianbao.structure.heads.meta_line import MetaLine

TOP = 6
"""Parts on top of a text among which such a sentence stands."""
LONGEST = 80
"""Han characters of it."""
SPOKEN = 0.1
"""How much of a title the text says, at least, where a question stands below it."""
DAY = 10
"""Characters of a whole day."""
MOST_FACTS = 5
"""Lines of facts below it."""
_STOPS = re.compile(r"[。！？]")
SENTENCES, TEXT = 3, 4
"""Sentences of it at most, and parts of text below a section's name at least."""
_NO_LEAD = "「『“（(【[〔《〈＊*"
"""What no such sentence begins with: somebody speaks, or it is a remark."""


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with such a sentence told as a subtitle."""
    at = next((n for n, item in enumerate(known[:TOP]) if item.role is Role.BODY or _asks(known, n)), 0)
    if not at or not _is_lead(known, at):
        return list(known)
    if sum(one.role is Role.BODY and _opens(known, n) for n, one in enumerate(known[:-1], 1)) > 1:
        return list(known)
    end = next((n for n in range(at + 1, len(known)) if not _is_fact(known, n)), len(known))
    facts = known[at + 1 : end]
    told = any(item.role is Role.META and _writes(item) for item in facts)
    if not told or len(facts) > MOST_FACTS or end + 1 >= len(known) or known[end].role is Role.SEPARATOR:
        return list(known)
    text = sum(item.role is Role.BODY for item in known[end:])
    if known[end].role not in (Role.BODY, Role.EDITOR) and not (is_section(known[end].plain) and text >= TEXT):
        return list(known)
    asks = known[at].role is Role.TITLE
    return [*known[:at], Known(known[at].part, Role.META, MetaLine(deck=asks, lead=not asks)), *known[at + 1 :]]


def _is_lead(known: Sequence[Known], at: int) -> bool:
    """Whether a part may be such a sentence: short, complete, and right above it stands a title."""
    item, above = known[at], known[at - 1]
    text = item.plain
    short = shapes.width(text) <= LONGEST and shapes.ends_sentence(text) and len(_STOPS.findall(text)) <= SENTENCES
    if any(_writes(other) for other in known[:at]):
        return False
    if above.role is Role.TITLE and not shapes.has_han(above.plain) and at > 1:
        above = known[at - 2]  # the title in another language stands between
    titled = above.role is Role.TITLE and shapes.has_han(above.plain) and not persons.names_in(above.plain)
    plain = text[0] not in _NO_LEAD and not shapes.bullet(text) and numbering.scheme(text) is None
    return short and titled and plain and shapes.has_han(text) and not wire_lines.start(text)


def _asks(known: Sequence[Known], at: int) -> bool:
    """Whether a line below a title asks in two clauses: it has the shape of a title, and the title stands above it."""
    item = known[at]
    if not at or item.role is not Role.TITLE or item.plain[-1] not in "？！" or "，" not in item.plain:
        return False
    above = known[at - 1]
    wide = shapes.width(above.plain) >= title_words.NARROWEST and not shapes.ends_sentence(above.plain)
    if above.role is not Role.TITLE or not wide or site_names.is_of_site(above.plain):
        return False
    said = "".join(other.plain for other in known[at + 1 :] if other.role is Role.BODY)[: title_words.SAMPLE]
    return title_words.share(above.plain, title_words.pairs_of(said)) >= SPOKEN


def _is_fact(known: Sequence[Known], at: int) -> bool:
    """Whether a part below the sentence states a fact, or is somebody's name."""
    item = known[at]
    named = item.role is Role.TITLE and (persons.names_in(item.plain) or persons.is_affiliation(item.plain))
    return item.role in (Role.META, Role.SIGNATURE, Role.CAPTION) or bool(named)


def _opens(known: Sequence[Known], at: int) -> bool:
    """Whether a line of facts stands at some place, perhaps below somebody's name."""
    named = known[at].role is Role.TITLE and bool(persons.names_in(known[at].plain))
    return _writes(known[at + named]) if at + named < len(known) else False


def _writes(item: Known) -> bool:
    """Whether a line of facts says who wrote, or on which day."""
    meta = item.meta if item.role in (Role.META, Role.SIGNATURE) else None
    return meta is not None and bool(meta.authors or len(meta.date) == DAY)
