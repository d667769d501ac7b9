"""A very long seed is read up to a bound; its rest is published as it came, and the editor is told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao import cleaning, long_seed, source, structure
from jianbao.document import BlockKind
from jianbao.knowledge import reach
from jianbao.reading import through_stages
from jianbao.seed_result import SeedInput
from jianbao.sidecar import LineRange, Sidecar
from jianbao.site import records
from jianbao.source import Seed
from tests import one_text
from tests.hostile_texts import ATTACKS
from tests.knowledge_cases import edition

SHORT = "川普總統2025年3月3日抵達東京。"
LATE = "安倍晉三2025年3月5日抵達台北。"


@pytest.fixture(autouse=True)
def _near(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_seed, "MOST_CHARACTERS", 200)
    monkeypatch.setattr(long_seed, "MOST_LINES", 8)
    monkeypatch.setattr(long_seed, "PIECE_CHARACTERS", 60)
    monkeypatch.setattr(long_seed, "PIECE_LINES", 3)
    monkeypatch.setattr(structure.beyond, "LONGEST", 100)


def _seed(text: str) -> Seed:
    return source.decode(text.encode(), "long.txt")[0]


def _pieces(text: str) -> list[str]:
    seed = _seed(text)
    return [long_seed.near(seed).text, *(seed.text[start:end] for start, end in long_seed.rest(seed))]


def test_a_seed_of_usual_length_is_read_whole() -> None:
    seed = _seed("甲" * 150 + "\n" + "乙" * 40)
    assert long_seed.near(seed) is seed
    assert not cleaning.clean(seed, Sidecar()).rest


def test_one_with_more_lines_is_cut_between_lines() -> None:
    assert _pieces("甲\n" * 12) == ["甲\n" * 8, "甲\n" * 3, "甲\n"]


def test_it_is_cut_where_a_paragraph_ends_if_one_ends_near() -> None:
    assert _pieces("甲\n" * 5 + "\n" + "乙\n" * 6)[0] == "甲\n" * 5
    assert _pieces("甲\n\n" + "乙" * 900)[0] == "甲\n\n" + "乙" * 197


def test_a_line_without_end_is_cut_behind_sentences() -> None:
    pieces = _pieces(("乙" * 29 + "。") * 9)
    assert [len(piece) for piece in pieces] == [180, 60, 30]


def test_a_long_line_without_sentences_is_cut() -> None:
    assert [len(piece) for piece in _pieces("甲" * 300)] == [200, 60, 40]


@given(st.text("甲乙。 \n\r\f\u3000A", min_size=1, max_size=600))
def test_nothing_stands_between_the_pieces(text: str) -> None:
    if not text.strip():
        return
    pieces = _pieces(text)
    assert "".join(pieces) == _seed(text).text
    assert all(pieces)


def test_lines_as_they_came_are_not_read() -> None:
    made = edition("甲。", (BlockKind.LINES, LATE))
    assert [block.text for block in reach.within(made).blocks] == ["甲。"]


def test_nothing_of_the_text_is_lost_and_the_editor_is_told() -> None:
    rest = [f"第{number}行 <b>&amp;</b>  兩格" for number in range(30)]
    text = "\n".join(["訪問行程", SHORT, *["這一段說別的事情。"] * 6, LATE, "", *rest])
    result, _ = one_text.read(text.encode())
    assert [(item.code, item.position and item.position.line) for item in result.diagnostics if item.code == "S06"] == [
        ("S06", 9)
    ]
    first, *others = result.listings
    assert first.days == ("2025-03-03",)
    assert len(others) > 1
    assert not any(listing.days or listing.terms.pairs for listing in others)
    one_text.check(text.encode())


def test_only_what_nobody_can_see_leaves_the_rest() -> None:
    text = "標題\n" + "正文在此。\n" * 9 + "甲\u200b乙\x01丙\n分享到臉書\n第 3 頁\n"
    stages = through_stages(SeedInput("long.txt", text.encode(), Sidecar()), one_text.known().gazetteer)
    blocks = stages.canonical[-1].article.blocks
    assert "\n".join(block.text.plain for block in blocks).endswith("甲乙丙\n分享到臉書\n第 3 頁")
    assert [removal.text for removal in stages.removals if removal.code == "C01"] == ["\u200b", "\x01"]


def test_what_the_editor_keeps_is_kept_in_the_rest() -> None:
    text = "標題\n" + "正文在此。\n" * 9 + "甲\u200b乙\n"
    kept = Sidecar(keep=(LineRange(10, 12, 1),))
    cleaned = cleaning.clean(_seed(text), kept)
    assert any("甲\u200b乙" in line.text.plain for line in cleaned.rest)


@pytest.mark.parametrize(
    "attack", [*ATTACKS, "</pre>", "</pre><script>alert(1)</script>", "<pre>", "&#10;", "a\r\nb\rc"]
)
def test_no_line_becomes_markup(attack: str) -> None:
    one_text.check(("正文在此。\n" * 9 + f"\n\n{attack}\n\n    {attack}\n{attack}").encode(), everything=False)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["", "甲乙丙。", "一二三", " 　x", "<p>", "\x00\x85", "# 題", *ATTACKS]), max_size=40))
def test_every_promise_holds(lines: list[str]) -> None:
    one_text.check("\n".join(["正文在此。", *lines]).encode(), everything=False)


def test_the_record_calls_them_a_paragraph() -> None:
    made = edition((BlockKind.LINES, "甲\n乙"))
    assert [(item["kind"], item["text"]) for item in records._paragraphs(made)] == [("paragraph", "甲\n乙")]
