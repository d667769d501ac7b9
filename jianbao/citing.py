"""From an article with its finds to what other pages show of it, in every edition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jianbao.citations import Cited, CitedDate, CitedPoint, CitedQuotation, Excerpt
from jianbao.document import LOCALES, Edition, carry
from jianbao.excerpts import excerpt
from jianbao.findings import Findings, TopicHit
from jianbao.folding import fold

_BY_CONTEXT = ("pronoun", "carried")


def cite(editions: Mapping[str, Edition], findings: Findings) -> Mapping[str, Cited]:
    """By locale. ``editions``, also by locale, must have the default one: the finds are places in it."""
    base = editions[LOCALES[0]].blocks
    body = [(block.id, fold(block.text)) for block in base if block.id.startswith("p")] if findings.topics else []
    topics = {hit.topic_id: place for hit in findings.topics if (place := _decisive(body, hit))}
    return {locale: _one(edition, findings, topics) for locale, edition in editions.items()}


_Place = tuple[str, int, int]


def _one(edition: Edition, findings: Findings, topics: Mapping[str, _Place]) -> Cited:
    blocks = {block.id: block for block in edition.blocks}

    def around(block: str, start: int, end: int) -> Excerpt:
        found = blocks[block]
        return Excerpt(block, *excerpt(found.text, *carry(found, start, end)))

    def words(block: str, start: int, end: int) -> str:
        found = blocks[block]
        first, last = carry(found, start, end)
        return found.text[first:last]

    mentions: dict[str, dict[tuple[str, str], Excerpt]] = {}
    for named in findings.mentions:
        seen = around(named.block, named.start, named.end)
        mentions.setdefault(named.name_id, {}).setdefault((named.block, "".join(seen[1:])), seen)
    return Cited(
        mentions={name_id: tuple(sentences.values()) for name_id, sentences in mentions.items()},
        dates=tuple(
            CitedDate(
                found.iso or "", found.certainty != "explicit", found.start, around(found.block, found.start, found.end)
            )
            for found in findings.dates
            if found.iso
        ),
        quotations=tuple(
            CitedQuotation(
                said.block,
                words(said.block, said.start, said.end),
                said.speaker or "",
                said.speaker_id or "",
                said.evidence in _BY_CONTEXT,
            )
            for said in findings.quotations
        ),
        points=tuple(
            CitedPoint(point.block, words(point.block, point.start, point.end)) for point in findings.key_points
        ),
        topics={topic: around(*place) for topic, place in topics.items()},
    )


def _decisive(body: Sequence[tuple[str, str]], hit: TopicHit) -> _Place | None:
    """The first place in a paragraph of the weightiest word that put the article in a topic. ``body``: folded."""
    for reason in sorted(hit.why, key=lambda reason: -reason.weight):
        word = fold(reason.text)
        for block, text in body:
            at = text.find(word)
            if at >= 0:
                return block, at, at + len(word)
    return None
