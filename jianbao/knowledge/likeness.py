"""How alike briefings are: vectors of weighted features, and their products through an inverted index.

All sums are of whole numbers: the same on any machine, and the same for a pair from either side. A feature's rarity and
the library's size count in steps, so that an edit of one briefing leaves the vectors of nearly all others alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate, pairwise
from math import log, log2, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

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
HUNDREDTH = _UNIT * _UNIT / 100
"""A hundredth of the likeness of two briefings that have all in common."""

Array = NDArray[Any]
Row = tuple[Array, Array]
"""Features as numbers, each once, and for each how often it occurs, or what it weighs."""


def numbered(counts: Sequence[Mapping[str, int]]) -> list[Row]:
    """Features that have ids, by the places of these among all ids sorted."""
    places = {id: place for place, id in enumerate(sorted({id for count in counts for id in count}))}
    lengths = np.fromiter(map(len, counts), np.int64)
    features = np.fromiter((places[id] for count in counts for id in count), np.int32)
    numbers = np.fromiter((number for count in counts for number in count.values()), np.int32)
    order = np.lexsort((features, np.repeat(np.arange(len(counts)), lengths)))
    return _parted(features[order], numbers[order], lengths)


def vectors(rows: Sequence[Row], share: float) -> tuple[Array, list[Row]]:
    """TF-IDF; of two equal vectors the product is ``share`` of the whole score.

    All features of the library, sorted; and for each briefing the places of its own among them, with what they weigh.
    A feature that one briefing has alone relates nothing, but still counts in the length.
    """
    unit = _UNIT * sqrt(share)
    of = np.repeat(np.arange(len(rows)), [len(features) for features, _ in rows])
    features, counts = (np.concatenate(column) for column in zip(*rows, strict=True))
    known, spread = np.unique(features, return_counts=True)
    places = np.searchsorted(known, features)
    about = 2 ** (round(log2(len(rows)) * _SIZE_STEPS) / _SIZE_STEPS)
    rarity = _steps(lambda n: _RARITY_STEPS * log(1 + about / n), len(rows))
    often = _steps(lambda n: _COUNT_STEPS * (1 + log(n)), int(counts.max(initial=1)))
    weights = often[counts] * rarity[spread[places]]
    lengths = np.sqrt(np.bincount(of, weights * weights, len(rows)))  # exact: sums far below 2 to the 53rd
    scaled = np.rint(weights * (unit / np.maximum(lengths, 1))[of]).astype(np.int32)
    followed = np.flatnonzero((spread[places] > 1) & (spread[places] <= _WIDEST))
    found = _parted(followed, weights[followed], np.bincount(of[followed], minlength=len(rows)))
    chosen = [_weightiest(*row) for row in found]
    return known, [(places[row].astype(np.int32), scaled[row]) for row in chosen]


def _weightiest(features: Array, weights: Array) -> Array:
    if len(features) <= _FEATURES:
        return features
    return features[np.argsort(-weights.astype(np.int16), kind="stable")[:_FEATURES]]


def _parted(features: Array, numbers: Array, lengths: Array) -> list[Row]:
    """Rows of these lengths that lie one behind the other."""
    ends = np.cumsum(lengths).tolist()
    return [(features[start:end], numbers[start:end]) for start, end in pairwise([0, *ends])]


def _steps(value: Callable[[int], float], last: int) -> Array:
    """A function's values at 1 … ``last``, as whole numbers."""
    return np.array([0, *(round(value(n)) for n in range(1, last + 1))], np.int64)


class Likeness:
    """Of briefings, by number, given their vectors of each kind."""

    def __init__(self, kinds: Sequence[Sequence[Row]]) -> None:
        self._rows = rows = _joined(kinds)
        features = np.concatenate([features for features, _ in rows])
        order = np.argsort(features, kind="stable")
        self._starts = np.concatenate([[0], np.cumsum(np.bincount(features))])
        self._who = np.repeat(np.arange(len(rows), dtype=np.int32), [len(found) for found, _ in rows])[order]
        self._theirs = np.concatenate([weights for _, weights in rows])[order]

    def near(self, index: int, least: int) -> tuple[Array, Array]:
        """The others that are alike by at least so many hundredths, by number, and by how many."""
        found, ours = self._rows[index]
        starts = self._starts
        lengths = starts[found + 1] - starts[found]
        places = np.arange(lengths.sum()) + np.repeat(starts[found + 1] - np.cumsum(lengths), lengths)
        likeness = np.bincount(self._who[places], np.repeat(ours, lengths) * self._theirs[places], len(self._rows))
        likeness[index] = 0
        others = np.flatnonzero(likeness >= least * HUNDREDTH)
        return others, np.rint(likeness[others] / HUNDREDTH).astype(np.int64)


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
