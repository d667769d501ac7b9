"""Candidates: what could become a name, ranked, with contexts, for the editor to decide on.

Longer strings win over shorter ones that they hold, and so do names that are known already.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ahocorasick_rs import AhoCorasick, MatchKind

from jianbao.document import LOCALES, BlockKind, EditionBlock
from jianbao.findings import Mention
from jianbao.folding import fold, fold_key
from jianbao.gazetteer import Gazetteer
from jianbao.knowledge.boundaries import whole_word
from jianbao.knowledge.candidate_rules import Proposal, propose
from jianbao.knowledge.gloss_cut import is_continuation
from jianbao.library import Entry, Library

MENTION_WEIGHT = 0.3
MOST_COUNTED = 10
_SEEN_TWICE = frozenset({"before a title", "concept ending", "event ending", "place ending"})
"""Patterns that only count where the string occurs again."""
_LONG_TERM = 4
"""A quoted term of so many characters is one if it occurs again without marks; a shorter one must be quoted again."""
_CONTEXTS = 2
_AROUND = 14
_UNREAD = {BlockKind.BYLINE, BlockKind.FOOTNOTE}
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A string that looks like a name. ``contexts`` are ``slug: …left[text]right…``."""

    text: str
    score: float
    mentions: int
    kind: str
    foreign: tuple[str, ...]
    evidence: tuple[str, ...]
    contexts: tuple[str, ...]
    decision: str = ""


@dataclass(slots=True)
class _Found:
    text: str
    weights: dict[str, float] = field(default_factory=dict)
    quoted: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    foreign: dict[str, None] = field(default_factory=dict)

    def add(self, proposal: Proposal) -> None:
        self.weights[proposal.evidence] = max(self.weights.get(proposal.evidence, 0.0), proposal.weight)
        self.quoted += proposal.evidence == "quoted term"
        self.kinds[proposal.kind] += round(proposal.weight * 10)
        for name in foreign_names(proposal.foreign):
            self.foreign.setdefault(name)


def foreign_names(content: str) -> Iterator[str]:
    """The foreign names in the brackets of a gloss: without notes in Chinese, marks and what only says "or"."""
    for part in re.split(r"[,，;；/、]\s*(?![^,，]*\b(?:Ltd|Limited|Inc|LLC)\b)", content):
        name = part.strip(" “”\"'‘’「」")
        if name and not _HAN.search(name):
            yield name


def find_candidates(library: Library) -> tuple[Candidate, ...]:
    """All candidates of a library, the most certain first; equal ones by text.

    Names of the editor's and ignored strings are none. Countries known from CLDR are: the editor may take them over.
    """
    known = _known(library.gazetteer)
    found: dict[str, _Found] = {}
    countries: list[str] = []
    for entry in library.entries:
        named = _named(entry, library.gazetteer)
        countries += _countries(entry, library.gazetteer)
        for block in _blocks(entry):
            for proposal in propose(block.text):
                surface = block.text[proposal.start : proposal.end].strip()
                if not surface or (len(surface) == 1 and not proposal.foreign) or fold_key(surface) in known:
                    continue
                if _goes_on(proposal, block.text, named.get(block.id, ())):
                    continue
                if not _says_what_is_known(proposal, named.get(block.id, ())):
                    found.setdefault(fold(surface), _Found(surface)).add(proposal)
    for surface in countries:
        found.setdefault(fold(surface), _Found(surface)).add(Proposal(0, 0, "place", "country", 2.0))
    counts, contexts = _count(library, list(found))
    rows = []
    for key, item in found.items():
        number = counts[key]
        weights = {name: weight for name, weight in item.weights.items() if _counts(name, item, number)}
        if not weights or not number:
            continue
        score = max(weights.values()) + 0.4 * (len(weights) - 1) + MENTION_WEIGHT * min(number, MOST_COUNTED)
        kind = min(item.kinds, key=lambda name: (-item.kinds[name], name))
        rows.append(
            Candidate(
                item.text,
                round(score, 1),
                number,
                kind,
                tuple(item.foreign),
                tuple(sorted(weights)),
                tuple(contexts[key]),
            )
        )
    return tuple(sorted(rows, key=lambda row: (-row.score, row.text)))


def _counts(evidence: str, item: _Found, mentions: int) -> bool:
    if evidence == "quoted term":
        return item.quoted > 1 or (mentions > 1 and len(item.text) >= _LONG_TERM)
    return mentions > 1 or evidence not in _SEEN_TWICE


def _blocks(entry: Entry) -> Iterator[EditionBlock]:
    return (block for block in entry.editions[LOCALES[0]].blocks if block.kind not in _UNREAD)


def _named(entry: Entry, gazetteer: Gazetteer) -> Mapping[str, list[Mention]]:
    """The mentions of the editor's names, by block."""
    named: dict[str, list[Mention]] = {}
    for mention in entry.findings.mentions:
        name = gazetteer.get(mention.name_id)
        if name is not None and name.line:
            named.setdefault(mention.block, []).append(mention)
    return named


def _countries(entry: Entry, gazetteer: Gazetteer) -> Iterator[str]:
    """Wordings of names that are not the editor's: those of CLDR."""
    for mention in entry.findings.mentions:
        name = gazetteer.get(mention.name_id)
        if name is not None and not name.line:
            yield mention.surface


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


def _known(gazetteer: Gazetteer) -> frozenset[str]:
    names = (alias.text for name in gazetteer.names if name.line for alias in name.wordings)
    return frozenset(map(fold_key, (*names, *gazetteer.pairs, *gazetteer.ignore)))


def _count(library: Library, keys: Sequence[str]) -> tuple[Counter[str], Mapping[str, list[str]]]:
    """How often each string stands in the texts where no longer one and no longer known name holds it."""
    known = {fold(alias.text) for name in library.gazetteer.names if name.line for alias in name.wordings}
    patterns = [*keys, *sorted(known - set(keys))]
    automaton = AhoCorasick(patterns or ["\0"], matchkind=MatchKind.LeftmostLongest)
    counts: Counter[str] = Counter()
    contexts: dict[str, list[str]] = {key: [] for key in keys}
    for entry in library.entries:
        for block in _blocks(entry):
            text, folded = block.text, fold(block.text)
            for index, start, end in automaton.find_matches_as_indexes(folded):
                if index >= len(keys) or not whole_word(folded, start, end):
                    continue
                counts[keys[index]] += 1
                if len(contexts[keys[index]]) < _CONTEXTS:
                    left, right = text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]
                    around = f"{left}[{text[start:end]}]{right}".replace("\n", " ")
                    contexts[keys[index]].append(f"{entry.slug}: {around}")
    return counts, contexts
