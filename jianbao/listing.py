"""From an article with its finds to its ``Listing``: what the library keeps in memory of it."""

from __future__ import annotations

import math
from dataclasses import replace
from hashlib import blake2b
from itertools import groupby

from jianbao import regex as re
from jianbao.archive import ReadArticle
from jianbao.document import BlockKind, Edition
from jianbao.findings import Findings, Terms
from jianbao.first_characters import led
from jianbao.knowledge.terms import terms
from jianbao.library import Listing, SeedReport, Size

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]+")
_LATIN_WORD = led(r"[A-Za-z0-9À-ɏЀ-ӿ]+(?:['’.\-][A-Za-z0-9À-ɏЀ-ӿ]+)*")
HAN_A_MINUTE, WORDS_A_MINUTE = 400, 230
_NOT_COUNTED = {BlockKind.FOOTNOTE, BlockKind.BYLINE}


def list_article(article: ReadArticle) -> Listing:
    """The listing of an article that was read, still without the ``digest`` of its seed."""
    editions, findings = article.editions, article.findings
    by_block = groupby(findings.mentions, key=lambda mention: mention.block)
    listing = Listing(
        seed=findings.seed,
        ordinal=findings.ordinal,
        digest="",
        outline=b"",
        cited={page: _hash(rows) for page, rows in article.cited.items()},
        metas={locale: edition.meta for locale, edition in editions.items()},
        sizes={locale: size(edition) for locale, edition in editions.items()},
        lengths={locale: prepared.characters for locale, prepared in article.prepared.items()},
        reference=findings.reference,
        topics=findings.topics,
        paragraphs=tuple(tuple(mention.name_id for mention in found) for _, found in by_block),
        speakers=tuple(found.speaker_id for found in findings.quotations if found.speaker_id),
        days=tuple(found.iso for found in findings.dates if found.iso),
        glosses=tuple(_glosses(findings)),
        quotations=len(findings.quotations),
        figures=len(findings.figures),
        terms=Terms(),
    )
    shown = outline(replace(listing, cited={}, lengths={}))
    return replace(listing, outline=shown, terms=terms(next(iter(editions.values()))))


def outline(value: Listing | SeedReport) -> bytes:
    """What is equal only where all that ``repr`` tells is equal."""
    return _hash(repr(value).encode("utf-8", "surrogatepass"))


def _hash(content: bytes) -> bytes:
    return blake2b(content, digest_size=12).digest()


def size(edition: Edition) -> Size:
    """Length of title and body, without notes."""
    text = "\n".join(block.text for block in edition.blocks if block.kind not in _NOT_COUNTED)
    han, latin = sum(map(len, _HAN.findall(text))), len(_LATIN_WORD.findall(text))
    return Size(han + latin, math.ceil(han / HAN_A_MINUTE + latin / WORDS_A_MINUTE))


def _glosses(findings: Findings) -> list[tuple[str, str]]:
    names = {(mention.block, mention.start): mention.name_id for mention in findings.mentions}
    found = ((names.get((gloss.block, gloss.start)), gloss.foreign) for gloss in findings.glosses)
    return [(name_id, foreign) for name_id, foreign in found if name_id]
