"""What an article offers as candidates for names: proposals that do not say what is known already."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from jianbao.document import BlockKind, Edition
from jianbao.findings import Findings, Lead, Leads, Mention
from jianbao.folding import fold_key
from jianbao.gazetteer import Gazetteer
from jianbao.knowledge.candidate_rules import Proposal, propose
from jianbao.knowledge.gloss_cut import is_continuation
from jianbao.knowledge.mentions import matcher

_UNREAD = {BlockKind.BYLINE, BlockKind.FOOTNOTE}


def find(edition: Edition, findings: Findings, gazetteer: Gazetteer) -> Leads:
    """Of the default edition of an article, with its finds.

    Names of the editor's and ignored strings are none. Countries known from CLDR are: the editor may take them over.
    """
    named: dict[str, list[Mention]] = {}
    countries = []
    for mention in findings.mentions:
        name = gazetteer.get(mention.name_id)
        if name is not None and name.line:
            named.setdefault(mention.block, []).append(mention)
        elif name is not None:
            countries.append(mention.surface)
    read = [block for block in edition.blocks if block.kind not in _UNREAD]
    known = matcher(gazetteer).decided
    leads = (lead for block in read for lead in _leads(block.text, named.get(block.id, ()), known))
    return Leads(tuple(leads), tuple(countries), tuple(block.text for block in read))


def _leads(text: str, named: Sequence[Mention], known: frozenset[str]) -> Iterator[Lead]:
    for proposal in propose(text):
        surface = text[proposal.start : proposal.end].strip()
        if not surface or (len(surface) == 1 and not proposal.foreign) or fold_key(surface) in known:
            continue
        if not _goes_on(proposal, text, named) and not _says_what_is_known(proposal, named):
            yield Lead(surface, proposal.kind, proposal.evidence, proposal.weight, proposal.foreign)


def _says_what_is_known(proposal: Proposal, named: Sequence[Mention]) -> bool:
    """A string made of known names, or a known person with a letter too much."""
    index = bisect_left(named, proposal.start, key=lambda mention: mention.end - 1)
    left = proposal.end - proposal.start
    touched = False
    for mention in named[index:]:
        if mention.start >= proposal.end:
            break
        touched = True
        left -= min(mention.end, proposal.end) - max(mention.start, proposal.start)
    return touched and (left <= 0 or proposal.kind == "person")


def _goes_on(proposal: Proposal, text: str, named: Sequence[Mention]) -> bool:
    """A gloss of a known name and a word like 計畫 behind it: the foreign form is the name's own."""
    known = (mention for mention in named if mention.start == proposal.start)
    return bool(proposal.foreign) and any(is_continuation(text[mention.end : proposal.end]) for mention in known)
