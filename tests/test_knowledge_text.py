"""Sentences, key points, the reference date, quotation marks: what they promise."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.document import BlockKind, Edition, EditionBlock, Field, Meta
from jianbao.findings import ReferenceDate
from jianbao.gazetteer import Gazetteer
from jianbao.knowledge import dates, figures, key_points, quotations, reference_date
from jianbao.knowledge.numerals import to_int
from jianbao.knowledge.quotation_marks import quoted
from jianbao.sentences import split

HAN = st.text(alphabet="他說王毅表示：「」『』“”（）()，。！？!?,.今年去月日3二十的\n12高市將於《》 ", max_size=80)


def edition(*paragraphs: str, date: str | None = None, title: str | None = None, kind: str = "news") -> Edition:
    blocks = [EditionBlock(f"p{n}", BlockKind.PARAGRAPH, text, ((n, n),)) for n, text in enumerate(paragraphs, 1)]
    meta = Meta(title=Field(title) if title else None, date=Field(date) if date else None, kind=kind)
    return Edition("zh-Hant-TW", "a.txt", "0" * 64, 1, meta, tuple(blocks))


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("第一句。第二句！第三句？", ["第一句。", "第二句！", "第三句？"]),
        ("他說：「好。我去。」她走了。", ["他說：「好。我去。」", "她走了。"]),
        ("「我不去。」王毅說。後來他去了。", ["「我不去。」王毅說。", "後來他去了。"]),
        ("「我不去。」此話一出，全場譁然。", ["「我不去。」", "此話一出，全場譁然。"]),
        ("（這是註。）正文。", ["（這是註。）正文。"]),
        (
            "J.D. Vance, Co., Limited 的代表到了；會議開始: 很好!真的?",
            ["J.D. Vance, Co., Limited 的代表到了；會議開始: 很好!", "真的?"],
        ),
        ("一行\n另一行", ["一行", "另一行"]),
        ("「沒有關的引號。" + "字" * 700 + "。下一句。", None),
        ("", []),
    ],
)
def test_sentences(text: str, want: list[str] | None) -> None:
    got = [text[start:end] for start, end in split(text)]
    assert got == want if want is not None else len(got) >= 2


@given(HAN)
def test_sentences_cover_all_but_white_space(text: str) -> None:
    position = 0
    for start, end in split(text):
        assert position <= start < end
        assert not text[position:start].strip()
        position = end
    assert not text[position:].strip()


@given(HAN)
def test_quoted_stretches_stand_between_marks_and_do_not_overlap(text: str) -> None:
    position = 0
    for item in quoted(text):
        assert position <= item.outer_start < item.start < item.end <= item.outer_end
        position = item.outer_end


@given(st.lists(HAN, min_size=1, max_size=4), st.sampled_from(["2026-02-03", "2020-07", "2023", None]))
def test_finds_are_places_of_the_text(paragraphs: list[str], iso: str | None) -> None:
    made = edition(*paragraphs)
    texts = {block.id: block.text for block in made.blocks}
    dated = dates.find(made, ReferenceDate(iso, "explicit" if iso else "unknown"), ())
    places = [(item.text, item.block, item.start, item.end) for item in dated]
    places += [(item.text, item.block, item.start, item.end) for item in quotations.find(made, (), Gazetteer())]
    places += [(item.text, item.block, item.start, item.end) for item in figures.find(made, dated)]
    places += [(item.text, item.block, item.start, item.end) for item in key_points.choose(made, dated, ())]
    assert all(text == texts[block][start:end] != "" for text, block, start, end in places)
    assert reference_date.infer([made])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("二○二六", 2026),
        ("一百一十五", 115),
        ("一百十五", 115),
        ("十二", 12),
        ("二十", 20),
        ("廿三", 23),
        ("１２", 12),
        ("元", 1),
        ("x", None),
    ],
)
def test_numerals(text: str, value: int | None) -> None:
    assert to_int(text) == value


def references(*articles: Edition) -> list[tuple[str | None, str]]:
    return [(item.iso, item.source) for item in reference_date.infer(articles)]


def test_the_head_of_an_article_is_explicit() -> None:
    assert references(edition("今日。", date="2026-02-03"), edition("今日。", date="2020-07")) == [
        ("2026-02-03", "explicit"),
        ("2020-07", "explicit"),
    ]


def test_without_a_clue_nothing_is_known() -> None:
    assert references(edition("今日的世界，去年的事。")) == [(None, "unknown")]
    assert references(edition("1937年7月7日，戰事爆發。今天的我們。")) == [(None, "unknown")]


def test_a_date_that_stands_alone_above_the_text_is_inferred() -> None:
    assert references(edition("2026-02-14 by 阿哲", "上個月我買了機票。")) == [("2026-02-14", "inferred")]
    assert references(edition("1937年7月7日爆發的戰事。", "今天的我們。")) == [(None, "unknown")]
    assert references(edition("他在2026年2月14日買了一張機票，從此離開了這座住了很久的城市，再也沒有回來過。")) == [
        (None, "unknown")
    ]


def test_a_year_in_brackets_gives_the_year_alone() -> None:
    assert references(edition("自去（2024）年開始，情勢生變。")) == [("2025", "inferred")]


def test_days_run_through_a_seed_newest_first() -> None:
    articles = [
        edition("2月28日發動攻擊。截至2日上午，情勢不明。"),
        edition("外交部今(20)日表示，自去(2025)年10月以來。"),
        edition("他於18日受訪時表示，上週見過面。"),
        edition("數發部今(2)日表示，於1月27日舉行會議。"),
        edition("官員於22日證實，會談於23日結束。"),
    ]
    assert [iso for iso, _ in references(*articles)] == [
        "2026-03-02",
        "2026-02-20",
        "2026-02-18",
        "2026-02-02",
        "2026-01-23",
    ]
    assert {source for _, source in references(*articles)} == {"inferred"}


NEWS = [
    "外交部長林佳龍今天在台北宣布，台灣將與日本簽署新的合作協議，內容涵蓋半導體與能源。",
    "他說，這項協議是雙方多年努力的成果。",
    "根據外交部公布的資料，雙方去年貿易總額達到880億美元，創下歷史新高紀錄。",
    "此外，雙方也將加強人員往來。",
    "分析人士指出，協議的簽署有助於台灣融入區域供應鏈，也能分散對單一市場的依賴。",
    "對此，中國外交部表示反對。",
    "立法院預定下個月審查協議內容，朝野各黨團都表示會從嚴把關，確保國家利益。",
]


def test_key_points_stand_alone_word_for_word() -> None:
    made = edition(*NEWS, title="台日簽署合作協議")
    points = [point.text for point in key_points.choose(made, (), ())]
    assert 3 <= len(points) <= 5
    assert points[0] == NEWS[0]
    assert any("880億" in point for point in points)
    assert not set(points) & {NEWS[1], NEWS[3], NEWS[5]}


def test_of_turns_no_greeting_and_no_procedure_is_a_key_point() -> None:
    said = [
        "[00:00:31] 柳安妮：大家好，歡迎收聽《隔海的鄰居》，我是安妮，今天很高興和各位見面。",
        "主席：（9時42分）謝謝主席，請署長上臺備詢，我有三個問題想要請教署長和次長。",
        "（柯委員書面意見併入紀錄，刊登於本次會議紀錄之後，請各位委員自行參閱附件內容。）",
        "白恩珠：一九四五年的冬天，四萬多名被徵到南樺太挖煤的朝鮮人，一夜之間沒有了國籍。",
    ]
    made = edition(*said)
    assert [point.text for point in key_points.choose(made, (), ())] == [said[3]]


def test_labels_with_what_they_name_behind_wide_blanks_are_no_key_points() -> None:
    made = edition(
        "上訴人　　永昇海洋漁業股份有限公司（船舶所有人及其全體船員）", NEWS[0], *NEWS[2:], title="永昇海洋漁業"
    )
    assert not any(point.text.startswith("上訴人") for point in key_points.choose(made, (), ()))


def test_key_points_do_not_repeat_themselves() -> None:
    made = edition(NEWS[0], NEWS[0], *NEWS[1:])
    assert len({point.text for point in key_points.choose(made, (), ())}) == len(key_points.choose(made, (), ()))


@pytest.mark.parametrize(
    "unit",
    [
        "「",
        "他說：「我們會在明天前往，並且繼續努力下去」",
        "2026年2月3日至",
        "部長王大明表示，",
        "（1,000",
        "一",
        "王毅今天說，",
    ],
)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def seconds(length: int) -> float:
        made = edition(unit * (length // len(unit)))
        start = time.process_time()
        dated = dates.find(made, ReferenceDate("2026-02-03", "explicit"), ())
        quotations.find(made, (), Gazetteer())
        figures.find(made, dated)
        key_points.choose(made, dated, ())
        return time.process_time() - start

    seconds(100)
    assert seconds(24_000) < 12 * seconds(6_000) + 0.1


def test_key_points_are_whole_sentences_of_the_body() -> None:
    furniture = [
        "各位聽眾朋友大家好，歡迎收聽本週的國際新聞節目，今天我們要談的是合作協議。",
        "● 台日兩國簽署新的合作協議，內容涵蓋半導體與能源等許多領域。",
        "表二　台日雙方歷年貿易總額與合作協議項目的比較（單位為億美元）。",
        "（本報記者林小明、特約編譯王大同綜合外電自台北與東京兩地聯合報導）",
        "外交部說明台日合作協議的簽署經過時，特別提到半導體與",
        "能源這兩個領域的合作協議內容，將在明年春天以前全部公布完畢。",
    ]
    made = edition(*furniture, *NEWS, title="台日簽署合作協議")
    points = {point.text for point in key_points.choose(made, (), ())}
    assert len(points) >= 3
    assert not points & set(furniture)
