"""Machine-converted Traditional text: is an article such a text, and which of its words are misspelled?

A careless conversion leaves 體製, 關系, 采訪. The lattice proposes spellings; whether they are carried out is decided
per article, since genuine text has slips and variants that are nobody's business, and a dictionary has gaps.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, inf

from jianbao.script.lattice import attested, decode, disputed
from jianbao.script.lexicon import Lexicon
from jianbao.script.passages import Passage
from jianbao.script.spellings import CARELESS, FOLD, KEY, SOFT

CAUTIOUS = 9.0
"""Price of a change where proposals are only counted: e^9, the evidence must be eight thousand to one."""
BOLD = 1.0
"""Price of a change in an article known to be machine-converted."""
PAIRS = 2
"""Distinct pairs of characters that must be misspelled before an article may count as machine-converted …"""
MANY = 2.0
"""… and proposals per 1,000 Han that make it one …"""
SOME, LEAST = 1.0, 3
"""… or fewer of them, if there are at least so many, which needs a long article."""
ONE_FORM, PROPOSED = 0.95, 1 / 3
"""A key is collapsed when so large a part of its characters has one form, and so large a part is to change."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Character ``offset`` of a passage should be ``after``, as in ``word`` (which stands at ``start``)."""

    offset: int
    before: str
    after: str
    start: int
    word: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an article is machine-converted, and on what evidence: proposals per 1,000 Han, distinct pairs."""

    machine: bool
    han: int
    proposals: int
    pairs: tuple[tuple[str, int], ...]

    @property
    def rate(self) -> float:
        """Proposals per 1,000 Han."""
        return 1000 * self.proposals / max(self.han, 1)


def propose(
    passage: Passage, lexicon: Lexicon, price: float, collapsed: frozenset[str] = frozenset()
) -> list[Proposal]:
    """What the lattice would spell otherwise. Keys in ``collapsed`` cost nothing, nor does Simplified text."""
    found: list[Proposal] = []
    source, text = passage.source, passage.text
    for start, end in passage.runs:
        run = source[start:end]
        simplified = passage.simplified[start:end]
        keys = passage.keys[start:end]
        plain = 1 not in simplified and text[start:end] == run
        if plain and not disputed(run, keys, lexicon, price, collapsed):
            continue
        weights = [
            inf if locked else 0.0 if stray or key in collapsed else price
            for locked, stray, key in zip(passage.locked[start:end], simplified, keys, strict=True)
        ]
        for word in decode(run, lexicon, weights, simplified, keys):
            place = start + word.start
            for offset, after in enumerate(word.text, place):
                if after != text[offset]:
                    found.append(Proposal(offset, text[offset], after, place, word.text))
    return found


def judge(passages: Sequence[Passage], proposals: Sequence[Sequence[Proposal]]) -> Verdict:
    """Say whether an article is machine-converted. Simplified text is no evidence, nor are variants."""
    han = 0
    pairs: Counter[str] = Counter()
    for passage, found in zip(passages, proposals, strict=True):
        han += sum(end - start - passage.simplified.count(1, start, end) for start, end in passage.runs)
        pairs.update(item.before + item.after for item in found if _telling(item, passage))
    total = sum(pairs.values())
    rate = 1000 * total / max(han, 1)
    machine = len(pairs) >= PAIRS and (rate >= MANY or (rate >= SOME and total >= LEAST))
    return Verdict(machine, han, total, tuple(pairs.most_common()))


def _telling(item: Proposal, passage: Passage) -> bool:
    pair = (item.before, item.after)
    return not passage.simplified[item.offset] and FOLD.get(item.before) != item.after and pair not in SOFT


def collapsed_keys(
    passages: Sequence[Passage], proposals: Sequence[Sequence[Proposal]], lexicon: Lexicon
) -> frozenset[str]:
    """Keys of which the converter knew one form only: there the seed's character says nothing."""
    forms: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    for passage, found in zip(passages, proposals, strict=True):
        for start, end in passage.runs:
            forms.update(passage.text[start:end])
        changed.update(item.before.translate(KEY) for item in found if not passage.simplified[item.offset])
    members: dict[str, list[int]] = {}
    for form, number in forms.items():
        members.setdefault(form.translate(KEY), []).append(number)
    result = _overdone(passages, forms, lexicon)
    for key, count in changed.items():
        total = sum(members[key])
        if max(members[key]) >= ONE_FORM * total and count >= PROPOSED * total:
            result.add(key)
    return frozenset(result)


def _overdone(passages: Sequence[Passage], forms: Counter[str], lexicon: Lexicon) -> set[str]:
    """Keys whose rare form stands where only the usual one would: 點出瞭, 提供瞭, and nowhere a 了.

    A character by itself is proposed nowhere; where no word of the list has it, it tells of the converter.
    """
    keys: set[str] = set()
    for rare, usual in CARELESS:
        if forms[rare] < LEAST or forms[rare] < ONE_FORM * (forms[rare] + forms[usual]):
            continue
        odd = sum(
            not passage.locked[place] and not attested(passage.keys, place, rare, lexicon)
            for passage in passages
            for place, char in enumerate(passage.text)
            if char == rare
        )
        if odd >= max(LEAST, PROPOSED * forms[rare]):
            keys.add(usual.translate(KEY))
    return keys


def evidence(proposal: Proposal, passage: Passage, lexicon: Lexicon) -> str:
    """Why a character was changed, in words and numbers that can be checked."""
    end = proposal.start + len(proposal.word)
    seen = passage.text[proposal.start : end]
    if len(proposal.word) == 1:
        return f"{proposal.after} is the likelier word"
    return f"{proposal.word} {_frequency(proposal.word, lexicon)}, {seen} {_frequency(seen, lexicon)}"


def _frequency(word: str, lexicon: Lexicon) -> str:
    cost = lexicon.cost(word)
    return "is no word" if cost == inf else f"{1e6 * exp(-cost):.2g} in a million words"
