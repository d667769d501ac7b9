"""Topics: weighted words and names, counted in title and text, with the words that decided.

A word counts ``weight × log(1 + occurrences)``, and three times its weight more if the title has it. A text that is
longer than most says more of everything: its score is measured against its length.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

from jianbao.document import BlockKind, Edition
from jianbao.findings import Mention, Reason, TopicHit
from jianbao.folding import fold
from jianbao.gazetteer import Gazetteer
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
    for topic in topics:
        why = []
        for word, weight in topic.words:
            pattern = fold(word)
            if count := text.count(pattern):
                why.append(_reason(word, "", weight, count, pattern in title))
        for name_id, weight in topic.entities:
            if count := named[name_id]:
                name = gazetteer.get(name_id)
                why.append(_reason(name.name if name else name_id, name_id, weight, count, name_id in in_title))
        score = round(sum(reason.weight for reason in why) / shrink, 3)
        if score >= topic.minimum:
            why.sort(key=lambda reason: -reason.weight)
            hits.append(TopicHit(topic.id, score, tuple(why)))
    hits.sort(key=lambda hit: -hit.score)
    return tuple(hits[:MOST_TOPICS])


def _reason(text: str, name_id: str, weight: float, count: int, in_title: bool) -> Reason:
    """``weight`` of the reason is what it added to the score before length counts."""
    return Reason(text, name_id, round(weight * (log(1 + count) + TITLE_WEIGHT * in_title), 3), count)
