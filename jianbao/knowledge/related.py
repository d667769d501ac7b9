"""Which briefings to read next: likeness of words, names and topics, with the reasons; none where it is weak.

What nearly all briefings have in common tells nothing and is left out. Pairs are found through an inverted index of
the rest, so that the work grows with the sharing and not with all pairs.

Scores are published in hundredths: an edit of one briefing, which shifts every document frequency a little, leaves the
rows of nearly all others as they were.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from jianbao.findings import Reason, Related, Terms
from jianbao.gazetteer import Gazetteer
from jianbao.knowledge.likeness import HUNDREDTH, Array, Likeness, Row, numbered, vectors
from jianbao.knowledge.terms import arrays
from jianbao.library import Topic

LEAST_LIKENESS = 16
"""In hundredths."""
MOST_RELATED = 5
MOST_REASONS = 4
_FEW = 0.1
"""Where more of the library changed, all rows are made anew: that is quicker."""
WEIGHTS = {"words": 0.4, "names": 0.4, "topics": 0.2}


@dataclass(frozen=True, slots=True)
class Features:
    """What of a briefing is compared. ``names``: how often each occurs, by id; ``topics``: ids."""

    slug: str
    terms: Terms
    names: Mapping[str, int]
    topics: tuple[str, ...]


class Near(NamedTuple):
    """A briefing's related ones, and a mark that is equal only where all is that its likeness is measured by."""

    mark: bytes
    related: tuple[Related, ...]


def relate(
    articles: Sequence[Features],
    gazetteer: Gazetteer,
    topics: Sequence[Topic],
    before: Mapping[str, Near] = MappingProxyType({}),
) -> Mapping[str, Near]:
    """For each slug its related briefings, most alike first, equal ones by slug. Scores and weights in hundredths.

    ``before`` is what was found with the same names and topics, by slug: where what is compared of a briefing is as it
    was, its row is only made again if one that changed stands in it, or now belongs there. The result is the same.
    """
    if not articles:
        return {}
    ids = {id for article in articles for id in article.names}
    names = {id: name.name if (name := gazetteer.get(id)) else id for id in ids}
    titles = {topic.id: topic.title for topic in topics}
    subjects = {id: titles.get(id, id) for article in articles for id in article.topics}
    named = numbered([article.names for article in articles])
    filed = numbered([dict.fromkeys(article.topics, 1) for article in articles])
    pairs, words = vectors([arrays(article.terms) for article in articles], WEIGHTS["words"])
    _, people = vectors(named, WEIGHTS["names"])
    _, fields = vectors(filed, WEIGHTS["topics"])
    likeness = Likeness([words, people, fields])
    shared = (_Shared(sorted(subjects.items()), filed, fields), _Shared(sorted(names.items()), named, people))
    slugs = [article.slug for article in articles]
    told = zip(words, *(kind.told() for kind in shared), strict=True)
    marks = [_mark(pairs[found].tobytes(), weights.tobytes(), *rows) for (found, weights), *rows in told]
    place = {slug: number for number, slug in enumerate(slugs)}
    anew = _to_make_anew(slugs, marks, before, likeness)
    found: dict[str, Near] = {}
    for index, slug in enumerate(slugs):
        if index in anew:
            near = _best(*likeness.near(index, LEAST_LIKENESS), slugs)
            related = tuple(Related(other, score / 100, _why(shared, index, place[other])) for score, other in near)
        else:
            related = before[slug].related
        found[slug] = Near(marks[index], related)
    return found


def _best(others: Array, scores: Array, slugs: Sequence[str]) -> list[tuple[int, str]]:
    """Scores and slugs of the most alike."""
    least = np.partition(scores, -MOST_RELATED)[-MOST_RELATED] if len(scores) > MOST_RELATED else 0
    within = scores >= least
    rows = zip(scores[within].tolist(), (slugs[other] for other in others[within].tolist()), strict=True)
    return sorted(rows, key=lambda row: (-row[0], row[1]))[:MOST_RELATED]


def _mark(*told: bytes) -> bytes:
    return hashlib.blake2b(b"".join(b"%d %b" % (len(part), part) for part in told), digest_size=16).digest()


def _to_make_anew(
    slugs: Sequence[str],
    marks: Sequence[bytes],
    before: Mapping[str, Near],
    likeness: Likeness,
) -> Container[int]:
    """The numbers of the briefings whose rows may differ from those before."""
    changed = [index for index, slug in enumerate(slugs) if slug not in before or before[slug].mark != marks[index]]
    if len(changed) > len(slugs) * _FEW:
        return range(len(slugs))
    moved = {slugs[index] for index in changed} | (before.keys() - set(slugs))
    anew = set(changed)
    worst: list[tuple[int, str]] = []
    for index, slug in enumerate(slugs):
        row = before[slug].related if slug in before else ()
        if not moved.isdisjoint(item.slug for item in row):
            anew.add(index)
        full = len(row) == MOST_RELATED
        worst.append((-round(row[-1].score * 100), row[-1].slug) if full else (1, ""))
    for index in changed:
        others, scores = likeness.near(index, LEAST_LIKENESS)
        pairs = zip(others.tolist(), scores.tolist(), strict=True)
        anew.update(other for other, score in pairs if (-score, slugs[index]) < worst[other])
    return anew


@dataclass(frozen=True, slots=True)
class _Shared:
    """Features that can be told to the reader: ids and texts in the order of their numbers."""

    ids: Sequence[tuple[str, str]]
    counts: Sequence[Row]
    weights: Sequence[Row]

    def told(self) -> Iterator[bytes]:
        """For each briefing all that likeness and reasons are made of."""
        marks = np.array([_mark(id.encode(), text.encode("utf-8", "surrogatepass")) for id, text in self.ids] or [b""])
        for (features, counts), (found, weights) in zip(self.counts, self.weights, strict=True):
            yield _mark(marks[features].tobytes(), counts.tobytes(), marks[found].tobytes(), weights.tobytes())

    def reasons(self, index: int, other: int) -> Iterator[tuple[float, Reason]]:
        """What two briefings share, with what it weighs in hundredths, unrounded."""
        ours, theirs = (self._weights(n) for n in (index, other))
        for feature in ours.keys() & theirs.keys():
            id, text = self.ids[feature]
            weight = ours[feature] * theirs[feature] / HUNDREDTH
            count = min(int(self.counts[n][1][np.searchsorted(self.counts[n][0], feature)]) for n in (index, other))
            yield weight, Reason(text, id, round(weight) / 100, count)

    def _weights(self, index: int) -> Mapping[int, int]:
        features, weights = self.weights[index]
        return dict(zip(features.tolist(), weights.tolist(), strict=True))


def _why(shared: Sequence[_Shared], index: int, other: int) -> tuple[Reason, ...]:
    """Shared topics and names, the weightiest first. Words alone are no reason that a reader could follow."""
    found = [reason for kind in shared for reason in kind.reasons(index, other)]
    found.sort(key=lambda item: (-item[0], item[1].id))
    return tuple(reason for _, reason in found[:MOST_REASONS])
