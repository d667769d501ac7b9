"""What the briefings say: names, links, topics, dates, voices, figures, key points, and what belongs together."""

from __future__ import annotations

from collections.abc import Sequence

from jianbao.document import Edition
from jianbao.findings import Findings, ReferenceDate
from jianbao.gazetteer import Gazetteer
from jianbao.knowledge import (
    dates,
    figures,
    glosses,
    key_points,
    links,
    mentions,
    quotations,
    reference_date,
    topic_hits,
)
from jianbao.knowledge.assemble import assemble
from jianbao.library import Topic

__all__ = ["assemble", "extract"]


def extract(editions: Sequence[Edition], gazetteer: Gazetteer, topics: Sequence[Topic]) -> tuple[Findings, ...]:
    """Everything that can be read out of the articles of one seed.

    ``editions``: the default edition of every article of the seed, in source order (dates are inferred from
    neighbours). The result has one item an edition, in the same order.
    """
    return tuple(
        _one(edition, reference, gazetteer, topics)
        for edition, reference in zip(editions, reference_date.infer(editions), strict=True)
    )


def _one(edition: Edition, reference: ReferenceDate, gazetteer: Gazetteer, topics: Sequence[Topic]) -> Findings:
    named = mentions.find(edition, gazetteer)
    said = quotations.find(edition, named, gazetteer)
    linked, skipped = links.choose(edition, named, said, gazetteer)
    dated = dates.find(edition, reference, named)
    return Findings(
        seed=edition.seed,
        ordinal=edition.ordinal,
        reference=reference,
        mentions=named,
        links=linked,
        skips=skipped,
        topics=topic_hits.find(edition, named, topics, gazetteer),
        dates=dated,
        quotations=said,
        figures=figures.find(edition, dated),
        key_points=key_points.choose(edition, dated, named),
        glosses=glosses.find(edition, named),
    )
