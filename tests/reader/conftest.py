"""A small library, made by hand: two briefings, notes, a table, names, topics, and text that attacks."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from jianbao.document import LOCALES, BlockKind, Edition, EditionBlock, Field, LangRun, Meta, NoteMark
from jianbao.findings import DateFinding, Findings, KeyPoint, Mention, Reason, ReferenceDate, TopicHit
from jianbao.gazetteer import Alias, Gazetteer, Name
from jianbao.library import Entry, Library, NameUse, Topic
from tests.shelving import shelve

ATTACK = '#panic("typst") </script><script>alert(1)</script> ${x} @p1@ $x$ *b* [c](d) \\u{41}'
NAMES = (
    Name("trump", "person", "川普", 1, foreign=("Donald Trump",), forms=(("cn", "特朗普"), ("hk", "特朗普"))),
    Name("takaichi", "person", "高市早苗", 2, aliases=(Alias("高市"), Alias("高市早笛", error=True))),
    Name("white-house", "org", "白宮", 3),
)
SIMPLIFIED = str.maketrans("臺灣與訪國貿戰學論東說進關係註腳", "台湾与访国贸战学论东说进关系注脚")


def edition(slug: str, locale: str, title: str | None, date: str | None, blocks: tuple[EditionBlock, ...]) -> Edition:
    def convert(text: str) -> str:
        return text.translate(SIMPLIFIED) if locale == "zh-Hans-CN" else text

    meta = Meta(
        title=Field(convert(title)) if title else None,
        display_title=convert("川普訪中"),
        date=Field(date) if date else None,
        kind="news",
        authors=(Field("王大明"),),
    )
    own = tuple(
        EditionBlock(
            b.id, b.kind, convert(b.text), ((1, 1),), b.level, b.cells, b.table, b.header, b.marks, b.label, b.langs
        )
        for b in blocks
    )
    return Edition(locale, f"{slug}.txt", "0" * 64, 1, meta, own, slug=slug)


def block(id: str, text: str, kind: BlockKind = BlockKind.PARAGRAPH, **more: object) -> EditionBlock:
    return EditionBlock(id, kind, text, ((1, 1),), **more)  # type: ignore[arg-type]


def entry(
    slug: str, title: str | None, date: str | None, blocks: tuple[EditionBlock, ...], findings: Mapping[str, object]
) -> Entry:
    reference = ReferenceDate(date, "explicit" if date else "unknown")
    return Entry(
        slug,
        {locale: edition(slug, locale, title, date, blocks) for locale in LOCALES},
        Findings(f"{slug}.txt", 1, reference, **findings),  # type: ignore[arg-type]
    )


@pytest.fixture(scope="session")
def library() -> Library:
    first = (
        block("t0", "臺灣與高市早苗", BlockKind.TITLE),
        block("p1", "白宮說，高市早苗與川普談臺灣。", marks=(NoteMark(3, "a"), NoteMark(15, "b"))),
        block("p2", ATTACK),
        block("p3", "一、貿易", BlockKind.HEADING, level=2),
        block("p4", "國 年", BlockKind.TABLE, cells=((0, 1), (2, 3)), table=1, header=True),
        block("p5", "臺 2025", BlockKind.TABLE, cells=((0, 1), (2, 6)), table=1),
        block("p6", "臺灣與臺北，進了一步。", marks=(NoteMark(2, "a"),)),
        block("n1", "註腳一 The New York Times, p. 3.", BlockKind.FOOTNOTE, label="a", langs=(LangRun(4, 28, "en"),)),
        block("n2", "註腳二。", BlockKind.FOOTNOTE, label="b"),
        block("n3", "無處可去的註腳。", BlockKind.FOOTNOTE, label="c"),
    )
    second = (block("p1", "川普訪中，白宮與川普都說好。Ａ級。"), block("p2", "高市早苗和川普。"))
    mentions = (
        Mention("white-house", "白宮", "p1", 0, 2),
        Mention("takaichi", "高市早苗", "p1", 4, 8),
        Mention("trump", "川普", "p1", 9, 11),
    )
    dates = tuple(
        DateFinding("x", iso, "year", "explicit", "stated", "p1", 0, 1) for iso in ("1895", "2024", "2026-02/2026-03")
    )
    entries = (
        entry(
            "first",
            "臺灣與高市早苗",
            "2026-02-03",
            first,
            {
                "mentions": mentions,
                "dates": dates,
                "topics": (TopicHit("taiwan", 5, (Reason("臺灣"),)),),
                "key_points": (KeyPoint("臺灣與臺北，進了一步。", "p6", 0, 11),),
            },
        ),
        entry(
            "second",
            None,
            None,
            second,
            {
                "mentions": (Mention("trump", "川普", "p1", 0, 2), Mention("white-house", "白宮", "p1", 5, 7)),
                "topics": (TopicHit("taiwan", 5, ()), TopicHit("trade", 4, ())),
            },
        ),
    )
    uses = {
        name.id: NameUse(
            name,
            name.id,
            tuple(
                (e.slug, count) for e in entries if (count := sum(m.name_id == name.id for m in e.findings.mentions))
            ),
            has_page=name.id != "white-house",
        )
        for name in NAMES
    }
    topics = (Topic("taiwan", "臺灣", "關於臺灣"), Topic("trade", "貿易<b>", "關於貿易"))
    return shelve(entries, Gazetteer(NAMES), topics, uses)
