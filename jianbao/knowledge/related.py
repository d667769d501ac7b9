"""Which briefings to read next: likeness of words, names and topics, with the reasons; none where it is weak.

What nearly all briefings have in common tells nothing and is left out. Pairs are found through an inverted index of
the rest, so that the work grows with the sharing and not with all pairs.

All sums are of whole numbers and scores are published in hundredths: the same on any machine, and an edit of one
briefing, which shifts every document frequency a little, leaves the rows of nearly all others as they were. For the
same reason a feature's rarity and the library's size count in steps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import log, log2, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jianbao.findings import Reason, Related, Terms
from jianbao.gazetteer import Gazetteer
from jianbao.knowledge.terms import arrays
from jianbao.library import Topic

LEAST_LIKENESS = 16
"""In hundredths."""
MOST_RELATED = 5
MOST_REASONS = 4
WEIGHTS = {"words": 0.4, "names": 0.4, "topics": 0.2}
_WIDEST = 200
"""A feature of more briefings than this tells nothing about any pair: it is not followed."""
_FEATURES = 300
"""Of a briefing's features the weightiest are followed."""
_RARITY_STEPS = 4
"""To the unit of the logarithm of a feature's rarity."""
_SIZE_STEPS = 4
"""To the doubling of the library: one briefing more makes no feature rarer, save now and then."""
_COUNT_STEPS = 16
"""To the unit of the logarithm of how often a feature occurs."""
_UNIT = 1 << 15
"""The length of a briefing's vector of all kinds."""
_HUNDREDTH = _UNIT * _UNIT / 100

Array = NDArray[Any]
Row = tuple[Array, Array]
"""Features as numbers, each once, and for each how often it occurs, or what it weighs."""


@dataclass(frozen=True, slots=True)
class Features:
    """What of a briefing is compared. ``names``: how often each occurs, by id; ``topics``: ids."""

    slug: str
    terms: Terms
    names: Mapping[str, int]
    topics: tuple[str, ...]


def relate(
    articles: Sequence[Features], gazetteer: Gazetteer, topics: Sequence[Topic]
) -> Mapping[str, tuple[Related, ...]]:
    """For each slug its related briefings, most alike first, equal ones by slug. Scores and weights in hundredths."""
    if not articles:
        return {}
    ids = {id for article in articles for id in article.names}
    names = {id: name.name if (name := gazetteer.get(id)) else id for id in ids}
    titles = {topic.id: topic.title for topic in topics}
    subjects = {id: titles.get(id, id) for article in articles for id in article.topics}
    named = _numbered([article.names for article in articles])
    filed = _numbered([dict.fromkeys(article.topics, 1) for article in articles])
    vectors = {
        "words": list(_vectors([arrays(article.terms) for article in articles], WEIGHTS["words"])),
        "names": list(_vectors(named, WEIGHTS["names"])),
        "topics": list(_vectors(filed, WEIGHTS["topics"])),
    }
    shared = (
        _Shared(sorted(subjects.items()), filed, _weights(vectors["topics"])),
        _Shared(sorted(names.items()), named, _weights(vectors["names"])),
    )
    slugs = [article.slug for article in articles]
    return {
        slug: tuple(Related(slugs[other], score / 100, _why(shared, index, other)) for other, score in near)
        for (index, slug), near in zip(enumerate(slugs), _nearest(list(vectors.values()), slugs), strict=True)
    }


def _numbered(counts: Sequence[Mapping[str, int]]) -> list[Row]:
    """Features that have ids, by the places of these among all ids sorted."""
    places = {id: place for place, id in enumerate(sorted({id for count in counts for id in count}))}
    rows = [sorted((places[id], number) for id, number in count.items()) for count in counts]
    return [(_array(place for place, _ in row), _array(number for _, number in row)) for row in rows]


def _array(numbers: Iterable[int]) -> Array:
    return np.fromiter(numbers, np.int32)


def _vectors(rows: Sequence[Row], share: float) -> Iterator[Row]:
    """TF-IDF; of two equal vectors the product is ``share`` of the whole score.

    A feature that one briefing has alone relates nothing, but still counts in the length.
    """
    unit = _UNIT * sqrt(share)
    known, spread = np.unique(np.concatenate([features for features, _ in rows]), return_counts=True)
    about = 2 ** (round(log2(len(rows)) * _SIZE_STEPS) / _SIZE_STEPS)
    rarity = _steps(lambda n: _RARITY_STEPS * log(1 + about / n), len(rows))
    often = _steps(lambda n: _COUNT_STEPS * (1 + log(n)), max(int(counts.max(initial=1)) for _, counts in rows))
    for features, counts in rows:
        places = np.searchsorted(known, features)
        spreads = spread[places]
        weights = often[counts] * rarity[spreads]
        length = sqrt(int((weights * weights).sum())) or 1.0
        followed = np.flatnonzero((spreads > 1) & (spreads <= _WIDEST))
        followed = followed[np.argsort(-weights[followed].astype(np.int16), kind="stable")[:_FEATURES]]
        yield places[followed].astype(np.int32), np.rint(weights[followed] * (unit / length)).astype(np.int32)


def _steps(value: Callable[[int], float], last: int) -> Array:
    """A function's values at 1 … ``last``, as whole numbers."""
    return np.array([0, *(round(value(n)) for n in range(1, last + 1))], np.int64)


def _nearest(kinds: Sequence[Sequence[Row]], slugs: Sequence[str]) -> Iterator[list[tuple[int, int]]]:
    """For each briefing the others that are most like it, by number, with the scores in hundredths."""
    rows = _joined(kinds)
    features = np.concatenate([features for features, _ in rows])
    order = np.argsort(features, kind="stable")
    starts = np.concatenate([[0], np.cumsum(np.bincount(features))])
    who = np.repeat(np.arange(len(rows), dtype=np.int32), [len(found) for found, _ in rows])[order]
    theirs = np.concatenate([weights for _, weights in rows])[order]
    rank = np.argsort(np.argsort(np.array(slugs), kind="stable"), kind="stable")
    for index, (found, ours) in enumerate(rows):
        lengths = starts[found + 1] - starts[found]
        places = np.arange(lengths.sum()) + np.repeat(starts[found + 1] - np.cumsum(lengths), lengths)
        likeness = np.bincount(who[places], np.repeat(ours, lengths) * theirs[places], len(rows))
        likeness[index] = 0
        near = np.flatnonzero(likeness >= LEAST_LIKENESS * _HUNDREDTH)
        scores = np.rint(likeness[near] / _HUNDREDTH).astype(np.int64)
        best = np.lexsort((rank[near], -scores))[:MOST_RELATED]
        yield list(zip(near[best].tolist(), scores[best].tolist(), strict=True))


def _joined(kinds: Sequence[Sequence[Row]]) -> list[Row]:
    """Rows of all kinds as one: features of the later kinds are counted on."""
    starts = [0, *accumulate(1 + max((int(found.max(initial=0)) for found, _ in rows)) for rows in kinds)]
    return [
        (
            np.concatenate([found + start for start, (found, _) in zip(starts, together, strict=False)]),
            np.concatenate([weights for _, weights in together]),
        )
        for together in zip(*kinds, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Shared:
    """Features that can be told to the reader: ids and texts in the order of their numbers."""

    ids: Sequence[tuple[str, str]]
    counts: Sequence[Row]
    weights: Sequence[Mapping[int, int]]
    """Of each briefing's features."""

    def reasons(self, index: int, other: int) -> Iterator[tuple[float, Reason]]:
        """What two briefings share, with what it weighs in hundredths, unrounded."""
        ours, theirs = self.weights[index], self.weights[other]
        for feature in ours.keys() & theirs.keys():
            id, text = self.ids[feature]
            weight = ours[feature] * theirs[feature] / _HUNDREDTH
            count = min(int(self.counts[n][1][np.searchsorted(self.counts[n][0], feature)]) for n in (index, other))
            yield weight, Reason(text, id, round(weight) / 100, count)


def _weights(rows: Iterable[Row]) -> list[Mapping[int, int]]:
    return [dict(zip(features.tolist(), weights.tolist(), strict=True)) for features, weights in rows]


def _why(shared: Sequence[_Shared], index: int, other: int) -> tuple[Reason, ...]:
    """Shared topics and names, the weightiest first. Words alone are no reason that a reader could follow."""
    found = [reason for kind in shared for reason in kind.reasons(index, other)]
    found.sort(key=lambda item: (-item[0], item[1].id))
    return tuple(reason for _, reason in found[:MOST_REASONS])
