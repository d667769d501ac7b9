"""Articles of one paragraph a line, for the tests of script conversion."""

from __future__ import annotations

import hashlib

from jianbao import script
from jianbao.audit import audit
from jianbao.document import Article, Block, BlockKind, Edition, Field, Meta
from jianbao.gazetteer import Gazetteer, Name
from jianbao.provenance import MappedText
from jianbao.script import Canonical
from jianbao.sidecar import Sidecar
from jianbao.source import Seed

TAIWAN, MAINLAND, HONG_KONG = "zh-Hant-TW", "zh-Hans-CN", "zh-Hant-HK"


def name(tw: str, cn: str = "", hk: str = "", kind: str = "person") -> Name:
    forms = [("tw", tw), ("cn", cn), ("hk", hk)]
    return Name(f"id-{tw}", kind, tw, 1, forms=tuple((region, form) for region, form in forms if form))


GAZETTEER = Gazetteer(
    (
        name("川普", "特朗普", "特朗普"),
        name("范斯", "万斯", "萬斯"),
        name("盧比歐", "鲁比奥", "魯比奧"),
        name("北韓", "朝鲜", "北韓", "place"),
        name("北韓大學院大學", kind="org"),
        name("塔吉克", "塔吉克斯坦", kind="place"),
        name("国基研", kind="org"),
        name("内蒙古自治区", kind="place"),
        name("郁白", "郁白", "郁白"),
        name("岩屋毅", "岩屋毅", "岩屋毅"),
    )
)


def seed_of(text: str) -> Seed:
    starts = (0, *(offset + 1 for offset, char in enumerate(text) if char == "\n"))
    return Seed("case.txt", hashlib.sha256(text.encode()).hexdigest(), "utf-8", text, starts)


def article_of(seed: Seed) -> Article:
    blocks = []
    for start, end in zip(seed.line_starts, (*seed.line_starts[1:], len(seed.text)), strict=True):
        text = MappedText.verbatim(seed.text, start, end).strip()
        if text.plain:
            blocks.append(Block(BlockKind.PARAGRAPH, text))
    meta = Meta(title=Field(blocks[0].text.plain) if blocks else None, display_title="")
    return Article(seed.name, seed.sha256, 1, meta, tuple(blocks), (), 1, len(seed.line_starts))


def canonical_of(text: str, sidecar: Sidecar | None = None, gazetteer: Gazetteer = GAZETTEER) -> Canonical:
    """The canonical article of a text; that every character of the text is accounted for is asserted here."""
    seed = seed_of(text)
    canonical = script.canonicalise(article_of(seed), seed, gazetteer, sidecar or Sidecar())
    audit(seed.text, [block.text for block in canonical.article.blocks], canonical.removals, script.LEGAL)
    return canonical


def editions_of(text: str, gazetteer: Gazetteer = GAZETTEER) -> dict[str, Edition]:
    return script.make_editions(canonical_of(text, gazetteer=gazetteer), seed_of(text), gazetteer)


def texts_of(text: str, locale: str, gazetteer: Gazetteer = GAZETTEER) -> list[str]:
    return [block.text for block in editions_of(text, gazetteer)[locale].blocks]
