"""Candidates: what could become a name, ranked, with contexts, for the editor to decide on.

Longer strings win over shorter ones that they hold, and so do names that are known already.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ahocorasick_rs import AhoCorasick, MatchKind

from jianbao import regex as re
from jianbao.findings import Lead
from jianbao.folding import fold
from jianbao.knowledge.boundaries import whole_word
from jianbao.library import Library

MENTION_WEIGHT = 0.3
MOST_COUNTED = 10
_SEEN_TWICE = frozenset({"before a title", "concept ending", "event ending", "place ending"})
"""Patterns that only count where the string occurs again."""
_LONG_TERM = 4
"""A quoted term of so many characters is one if it occurs again without marks; a shorter one must be quoted again."""
_CONTEXTS = 2
_AROUND = 14
_COUNTRY = Lead("", "place", "country", 2.0)
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

    def add(self, lead: Lead) -> None:
        self.weights[lead.evidence] = max(self.weights.get(lead.evidence, 0.0), lead.weight)
        self.quoted += lead.evidence == "quoted term"
        self.kinds[lead.kind] += round(lead.weight * 10)
        for name in foreign_names(lead.foreign):
            self.foreign.setdefault(name)


def foreign_names(content: str) -> Iterator[str]:
    """The foreign names in the brackets of a gloss: without notes in Chinese, marks and what only says "or"."""
    for part in re.split(r"[,，;；/、]\s*(?![^,，]*\b(?:Ltd|Limited|Inc|LLC)\b)", content):
        name = part.strip(" “”\"'‘’「」")
        if name and not _HAN.search(name):
            yield name


def find_candidates(library: Library) -> tuple[Candidate, ...]:
    """All candidates of a library, the most certain first; equal ones by text."""
    found: dict[str, _Found] = {}
    countries: list[str] = []
    for slug in library.listings:
        leads = library.leads(slug)
        for lead in leads.found:
            found.setdefault(fold(lead.text), _Found(lead.text)).add(lead)
        countries += leads.countries
    for surface in countries:
        found.setdefault(fold(surface), _Found(surface)).add(_COUNTRY)
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


def _count(library: Library, keys: Sequence[str]) -> tuple[Counter[str], Mapping[str, list[str]]]:
    """How often each string stands in the texts where no longer one and no longer known name holds it."""
    known = {fold(alias.text) for name in library.gazetteer.names if name.line for alias in name.wordings}
    patterns = [*keys, *sorted(known - set(keys))]
    automaton = AhoCorasick(patterns or ["\0"], matchkind=MatchKind.LeftmostLongest)
    counts: Counter[str] = Counter()
    contexts: dict[str, list[str]] = {key: [] for key in keys}
    for slug in library.listings:
        for text in library.leads(slug).texts:
            folded = fold(text)
            for index, start, end in automaton.find_matches_as_indexes(folded):
                if index >= len(keys) or not whole_word(folded, start, end):
                    continue
                counts[keys[index]] += 1
                if len(contexts[keys[index]]) < _CONTEXTS:
                    left, right = text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]
                    around = f"{left}[{text[start:end]}]{right}".replace("\n", " ")
                    contexts[keys[index]].append(f"{slug}: {around}")
    return counts, contexts
