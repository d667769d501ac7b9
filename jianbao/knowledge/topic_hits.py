"""Topics: weighted words and names, counted in title and text, with the words that decided.

A word counts ``weight × log(1 + occurrences)``, and three times its weight more if the title has it. A text that is
longer than most says more of everything: its score is measured against its length. One place alone never carries a
topic of persons: what happens in 釜山 is not yet of the summit that was held there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from math import log

from ahocorasick_rs import AhoCorasick

from jianbao.document import BlockKind, Edition
from jianbao.findings import Mention, Reason, TopicHit
from jianbao.folding import fold
from jianbao.gazetteer import Gazetteer
from jianbao.knowledge.mentions import matcher
from jianbao.knowledge.topic_pairs import names_both
from jianbao.library import Topic

TITLE_WEIGHT = 3.0
LONG_TEXT = 5000
"""Characters from which on scores shrink by log(length) / log(LONG_TEXT)."""
MOST_TOPICS = 6

_UNCOUNTED = {BlockKind.BYLINE, BlockKind.FOOTNOTE}


def find(
    edition: Edition, mentions: Sequence[Mention], topics: Sequence[Topic], gazetteer: Gazetteer
) -> tuple[TopicHit, ...]:
    """The topics of an article, best first; equal scores in the order of ``topics``."""
    counted = [block for block in edition.blocks if block.kind not in _UNCOUNTED]
    text = fold("\n".join(block.text for block in counted))
    title = fold("\n".join(block.text for block in counted if block.kind is BlockKind.TITLE))
    titles = {block.id for block in counted if block.kind is BlockKind.TITLE}
    ids = {block.id for block in counted}
    named = Counter(mention.name_id for mention in mentions if mention.block in ids)
    in_title = {mention.name_id for mention in mentions if mention.block in titles}
    shrink = max(1.0, log(len(text) or 1) / log(LONG_TEXT))
    hits = []
    words = _words(tuple(topics))
    present = words.present(text)
    for topic in topics:
        why = []
        for word, weight in topic.words:
            pattern = words.folded[word]
            if pattern in present:
                why.append(_reason(word, "", weight, text.count(pattern), pattern in title))
        for name_id, weight in topic.entities:
            if count := named[name_id]:
                name = gazetteer.get(name_id)
                why.append(_reason(name.name if name else name_id, name_id, weight, count, name_id in in_title))
        score = round(sum(reason.weight for reason in why) / shrink, 3)
        # A title that names a place besides its two countries is of that place, too: 美日同盟與印太戰略.
        named_well = names_both(topic.title, text) or matcher(gazetteer).find(topic.title, ("", 0))
        if score >= topic.minimum and named_well and not _only_a_place(why, topic, gazetteer):
            why.sort(key=lambda reason: -reason.weight)
            hits.append(TopicHit(topic.id, score, tuple(why)))
    hits.sort(key=lambda hit: -hit.score)
    return tuple(hits[:MOST_TOPICS])


def _only_a_place(why: Sequence[Reason], topic: Topic, gazetteer: Gazetteer) -> bool:
    kinds = {name.id: name.kind for name_id, _ in topic.entities if (name := gazetteer.get(name_id))}
    return len(why) == 1 and kinds.get(why[0].id) == "place" and "person" in kinds.values()


class _Words:
    """The words of all topics, folded, and what finds them."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        self.folded = {word: fold(word) for topic in topics for word, _ in topic.words}
        self._listed = sorted({pattern for pattern in self.folded.values() if pattern})
        self._automaton = AhoCorasick(self._listed)

    def present(self, text: str) -> set[str]:
        """The folded words that a folded text has."""
        return {self._listed[index] for index, _, _ in self._automaton.find_matches_as_indexes(text, overlapping=True)}


@lru_cache(maxsize=2)
def _words(topics: tuple[Topic, ...]) -> _Words:
    return _Words(topics)


def _reason(text: str, name_id: str, weight: float, count: int, in_title: bool) -> Reason:
    """``weight`` of the reason is what it added to the score before length counts."""
    return Reason(text, name_id, round(weight * (log(1 + count) + TITLE_WEIGHT * in_title), 3), count)
