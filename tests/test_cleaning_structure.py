"""Cleaning and structure on generated documents: nothing is lost, rules are stable, clean text is left alone."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jianbao import cleaning, structure
from jianbao.audit import audit
from jianbao.cleaning import engine, lines
from jianbao.cleaning.rule import Options, Rule
from jianbao.document import BlockKind, Structured
from jianbao.sidecar import ArticleFacts, Fix, LineRange, Sidecar
from jianbao.source import Seed, line_starts
from jianbao.structure.tables import table_cells
from jianbao.structure.tables.table_cells import Cell, Parted

HAN = (
    "河海山城市民衆學者報導指出今年春天的水位比去年高兩成專家認為應該檢討防洪計畫並且公開資料"
    "他說我們沒有退路不過也有居民表示擔心"
)
MARKS = "，。、；：？！「」『』（）《》—…·・.,:;()[]/|＞*#-"
PIECES = (
    "2026年2月3日星期二",
    "記者王小明／台北報導",
    "（中央社記者陳家倫台北3日電）外交部今天表示。",
    "首頁 > 新聞 > 國際",
    "延伸閱讀",
    "圖片來源：Getty Images",
    "（圖／路透社）",
    "▲市長出席典禮。（圖／市府提供）",
    "一、計畫緣起",
    "（一）現況；",
    "1. 目標",
    "第一章 總則",
    "第一條　本法自公布日施行。",
    "問：為什麼？",
    "答：因為水。",
    "以下三點：",
    "其一；",
    "其二。",
    "作者：李大華（某大學教授）",
    "（作者為某協會理事長）",
    "編按：本文不代表本會立場。",
    "==========",
    "* * *",
    "留言",
    "3 小時前",
    "回覆",
    "分享到 Facebook LINE",
    "#河川 #海洋",
    "• 項目",
    "【小標】",
    "A6 地方新聞",
    "廣告",
    "表一：人數",
    "年份  金額",
    "2024  30",
    "Latin words in a line of their own",
    "— 12 —",
    "1 某某著，《書名》（台北：某出版社，2019年）。",
    "完",
    "敬上",
    "此致 敬禮",
    "\u200b\u202e",
    "⽇本⾸相",
    "ﬁnal",
    "\f",
    "　　縮排的一段。",
    "\t",
    "https://example.org/a-b_c?d=e",
)

sentences = st.text(HAN, min_size=3, max_size=60).map(lambda text: text + "。")
paragraphs = st.lists(sentences, min_size=1, max_size=6).map("".join)
lone = st.one_of(
    paragraphs,
    st.sampled_from(PIECES),
    st.text(HAN + MARKS + " 0123456789", max_size=50),
    st.text(max_size=12),
    st.tuples(st.sampled_from(PIECES), paragraphs).map("".join),
)
documents = st.lists(st.tuples(lone, st.integers(1, 3)), max_size=25).map(
    lambda pairs: "".join(text + "\n" * breaks for text, breaks in pairs)
)


def seed_of(text: str) -> Seed:
    """A seed of any text, empty ones and such with control characters too, which no file may hold."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return Seed("case.txt", hashlib.sha256(whole.encode()).hexdigest(), "utf-8", whole, line_starts(whole))


def read(seed: Seed, sidecar: Sidecar | None = None) -> Structured:
    hand = sidecar or Sidecar()
    cleaned = cleaning.clean(seed, hand)
    structured = structure.read(cleaned, seed, hand)
    kept = [block.text for article in structured.articles for block in (*article.blocks, *article.notes)]
    audit(seed.text, kept, [*cleaned.removals, *structured.removals], {**cleaning.LEGAL, **structure.LEGAL})
    return structured


@example(text="其二。\n\n\n2026年2月3日星期二\n")
@given(text=documents)
def test_nothing_is_lost(text: str) -> None:
    structured = read(seed_of(text))
    for article in structured.articles:
        assert article.meta.title or article.meta.display_title
        assert all(block.text.plain.strip() for block in article.blocks)
        assert all(2 <= block.level <= 6 for block in article.blocks if block.kind is BlockKind.HEADING)
        assert all(1 <= block.level <= 3 for block in article.blocks if block.kind is BlockKind.LIST_ITEM)
        assert article.first_line <= article.last_line
    ordinals = [article.ordinal for article in structured.articles]
    assert ordinals == list(range(1, len(ordinals) + 1))


@pytest.mark.parametrize("rule", cleaning.LINE_RULES, ids=lambda rule: rule.code)
@example(text="— 12 —\n— 12 —\n")
@example(text="— 12 —\n2026年2月3日星期二\n— 12 —\n\x0c0\n")
@example(text="0>0\n2026年2月3日星期二\n\n\n0>0\n")
@given(text=documents)
def test_a_second_run_of_a_rule_changes_nothing(rule: Rule, text: str) -> None:
    seed = seed_of(text)
    once, removed, _ = engine.apply(lines.split(seed), rule, Options(), seed)
    kept = [line.text for line in once]
    legal = {rule.code: rule.legal} if rule.legal else {}
    audit(seed.text, kept, removed, legal)
    twice, again, _ = engine.apply(once, rule, Options(), seed)
    assert [line.text for line in twice] == kept
    assert not again


@given(
    st.lists(st.text(HAN, min_size=45, max_size=90).map(lambda text: text + "。"), min_size=1, max_size=8, unique=True)
)
def test_clean_text_is_left_alone(texts: list[str]) -> None:
    seed = seed_of("\n\n".join(texts) + "\n")
    cleaned = cleaning.clean(seed, Sidecar())
    assert not cleaned.removals
    blocks = [str(block.text) for article in read(seed).articles for block in article.blocks]
    assert blocks == texts


def test_the_editor_keeps_drops_fixes_and_splits() -> None:
    seed = seed_of(
        "標題一\n首頁 > 新聞 > 國際\n一段文字在這裡，說明了一件事。\n"
        "多餘的一行。\n標題二\n第二篇的文子在這裡，也說一件事。\n"
    )
    hand = Sidecar(
        path="case.yml",
        articles=((2, ArticleFacts(title="另一題", date="2026-02-03", kind="news")),),
        split=(1, 5),
        keep=(LineRange(2, 2, 1),),
        drop=(LineRange(4, 4, 2, "重複"),),
        fix=(Fix(6, "文子", "文字", 3), Fix(6, "沒有", "有", 4)),
    )
    cleaned = cleaning.clean(seed, hand)
    assert [(item.code, item.text) for item in cleaned.removals] == [("E01", "多餘的一行。")]
    assert [item.code for item in cleaned.diagnostics] == ["E03"]
    structured = read(seed, hand)
    assert [(article.first_line, article.last_line) for article in structured.articles] == [(1, 3), (5, 6)]
    assert "首頁 > 新聞 > 國際" in [str(block.text) for block in structured.articles[0].blocks]
    second = structured.articles[1]
    assert second.meta.title is not None and second.meta.title.value == "另一題"
    assert second.meta.date is not None and second.meta.date.value == "2026-02-03"
    assert "第二篇的文字在這裡，也說一件事。" in [str(block.text) for block in second.blocks]


def test_a_rule_that_takes_much_says_so() -> None:
    seed = seed_of("短文。\n" + "".join(f"圖片來源：攝影者{number:04}\n" for number in range(60)))
    cleaned = cleaning.clean(seed, Sidecar())
    assert any(item.code == "C06" and "more than" in item.message for item in cleaned.diagnostics)


HOSTILE: dict[str, Callable[[int], str]] = {
    "one long line": lambda size: "水位升高，居民撤離。" * (size // 10),
    "one long line without stops": lambda size: "水" * size,
    "short lines": lambda size: "".join(f"水位高{n}\n" for n in range(size // 7)),
    "short lines with blanks": lambda size: "水位。\n\n" * (size // 5),
    "dates": lambda size: "2026-02-03\n" * (size // 11),
    "nested brackets": lambda size: "「（" * (size // 4) + "）」" * (size // 4),
    "colons": lambda size: "如下：\n" * (size // 4),
    "credits": lambda size: "水位升高。（圖／路透社）" * (size // 12),
    "labels": lambda size: "留言\n延伸閱讀\n" * (size // 8),
    "numbers": lambda size: "一、水\n" * (size // 4),
    "signers": lambda size: "水位升高，居民撤離。\n" + "王小明（某大學教授）\n" * (size // 11),
    "spaces": lambda size: "水 " * (size // 2),
    "digits": lambda size: "1" * size,
    "digits behind names": lambda size: ("王小明" + "7" * 60 + "甲\n") * (size // 65),
    "marks behind names": lambda size: ("王小明1" + " *" * 50 + "甲\n") * (size // 106),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_is_linear(name: str) -> None:
    """Four times the size takes about four times as long: never sixteen."""
    times = []
    for size in (15_000, 60_000):
        seed = seed_of(HOSTILE[name](size))
        start = time.perf_counter()
        read(seed)
        times.append(time.perf_counter() - start)
    assert times[1] < 10 * times[0] + 0.5


def test_lines_that_are_no_table_are_cut_into_cells_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However far each of them could go on as a row of a table with those below."""
    cut, calls = table_cells.options, []

    def counted(line: Parted, count: int) -> list[Cell] | None:
        calls.append(count)
        return cut(line, count)

    monkeypatch.setattr(table_cells, "options", counted)
    read(seed_of("".join(f"The quick brown fox jumps over {number} lazy dogs\n" for number in range(300))))
    assert 0 < len(calls) <= 2 * 300
