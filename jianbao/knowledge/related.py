"""Which briefings to read next: likeness of words, names and topics, with the reasons; none where it is weak.

Pairs are found through an inverted index of what briefings share, so that the work grows with the sharing and not with
all pairs; what nearly all briefings have in common tells nothing and is left out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from jianbao.document import BlockKind, Edition
from jianbao.findings import Reason, Related
from jianbao.folding import fold
from jianbao.gazetteer import Gazetteer
from jianbao.library import Listing, Topic

LEAST_LIKENESS = 0.16
MOST_RELATED = 5
MOST_REASONS = 4
WEIGHTS = {"words": 0.4, "names": 0.4, "topics": 0.2}
_WIDEST = 200
"""A feature of more briefings than this tells nothing about any pair: it is not followed."""
_FEATURES = 300
"""Of a briefing's features the weightiest are followed."""

_HAN = re.compile(r"[\u3400-\u9fff]{2,}")
_UNREAD = {BlockKind.BYLINE, BlockKind.FOOTNOTE}

Vector = Mapping[str, float]


def relate(
    entries: Sequence[Listing], gazetteer: Gazetteer, topics: Sequence[Topic]
) -> Mapping[str, tuple[Related, ...]]:
    """For each slug its related briefings, most alike first, equal ones by slug."""
    counts = {
        "words": [Counter(entry.terms) for entry in entries],
        "names": [Counter(entry.names) for entry in entries],
        "topics": [Counter({hit.topic_id: 1 for hit in entry.topics}) for entry in entries],
    }
    vectors = {kind: _vectors(found) for kind, found in counts.items()}
    reasons = _Reasons(vectors, counts, gazetteer, {topic.id: topic.title for topic in topics})
    likeness: list[dict[int, float]] = [{} for _ in entries]
    for kind, weight in WEIGHTS.items():
        for index, row in enumerate(_cosines(vectors[kind])):
            for other, value in row.items():
                likeness[index][other] = likeness[index].get(other, 0.0) + weight * value
    result = {}
    for index, entry in enumerate(entries):
        best = sorted(
            (-round(value, 4), entries[other].slug, other)
            for other, value in likeness[index].items()
            if round(value, 4) >= LEAST_LIKENESS
        )[:MOST_RELATED]
        result[entry.slug] = tuple(Related(slug, -value, reasons.shared(index, other)) for value, slug, other in best)
    return result


def terms(edition: Edition) -> Mapping[str, int]:
    """What the words of an article are compared by: pairs of Han characters, script folded, with their number."""
    found: Counter[str] = Counter()
    for block in edition.blocks:
        if block.kind not in _UNREAD:
            for run in _HAN.findall(fold(block.text)):
                found.update(run[i : i + 2] for i in range(len(run) - 1))
    return found


def _vectors(counts: Sequence[Counter[str]]) -> list[Vector]:
    """TF-IDF of length 1. A feature that one briefing has alone relates nothing, but still counts in the length."""
    spread = Counter(feature for count in counts for feature in count)
    vectors: list[Vector] = []
    for count in counts:
        weights = {key: (1 + log(n)) * log(1 + len(counts) / spread[key]) for key, n in count.items()}
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        followed = sorted(
            (key for key in weights if 1 < spread[key] <= max(_WIDEST, 2)), key=lambda key: (-weights[key], key)
        )[:_FEATURES]
        vectors.append({key: weights[key] / length for key in followed})
    return vectors


def _cosines(vectors: Sequence[Vector]) -> Iterator[dict[int, float]]:
    index: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        for key, weight in vector.items():
            index[key].append((number, weight))
    for number, vector in enumerate(vectors):
        row: defaultdict[int, float] = defaultdict(float)
        for key, weight in vector.items():
            for other, other_weight in index[key]:
                if other != number:
                    row[other] += weight * other_weight
        yield row


@dataclass(frozen=True, slots=True)
class _Reasons:
    """What two briefings share, in words for the reader."""

    vectors: Mapping[str, Sequence[Vector]]
    counts: Mapping[str, Sequence[Counter[str]]]
    gazetteer: Gazetteer
    topics: Mapping[str, str]

    def shared(self, index: int, other: int) -> tuple[Reason, ...]:
        """Shared topics and names, the weightiest first. Words alone are no reason that a reader could follow."""
        found = []
        for kind in ("topics", "names"):
            ours, theirs = self.vectors[kind][index], self.vectors[kind][other]
            for key in ours.keys() & theirs.keys():
                name = self.gazetteer.get(key) if kind == "names" else None
                text = name.name if name else self.topics.get(key, key)
                count = min(self.counts[kind][index][key], self.counts[kind][other][key])
                found.append(Reason(text, key, round(WEIGHTS[kind] * ours[key] * theirs[key], 3), count))
        found.sort(key=lambda reason: (-reason.weight, reason.id))
        return tuple(found[:MOST_REASONS])
