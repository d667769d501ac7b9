"""Finds are sought in the first part of an article that no reader ends; its text is whole, and the editor is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jianbao.document import BlockKind, LangRun, NoteMark
from jianbao.knowledge import reach
from tests.knowledge_cases import edition
from tests.one_text import read

SHORT = "川普總統2025年3月3日抵達東京。"


@pytest.fixture(autouse=True)
def _near(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reach, "FARTHEST", 200)


def test_an_article_of_usual_length_is_read_whole() -> None:
    made = edition("甲" * 100, "乙" * 100)
    assert reach.within(made) is made
    assert not list(reach.beyond([made]))


def test_a_long_one_is_read_up_to_the_end_of_a_sentence() -> None:
    made = edition("甲" * 150, "乙" * 30 + "。" + "丙" * 500, "丁。")
    assert [block.text for block in reach.within(made).blocks] == ["甲" * 150, "乙" * 30 + "。"]
    assert [item.code for item in reach.beyond([made])] == ["K07"]


def test_a_sentence_without_end_is_cut() -> None:
    assert [len(block.text) for block in reach.within(edition("甲" * 900)).blocks] == [200]


def test_what_stands_beyond_the_cut_is_left_out() -> None:
    made = edition("甲" * 100 + "。" + "乙" * 900)
    marks, langs = (NoteMark(50, "1"), NoteMark(800, "2")), (LangRun(5, 9, "en"), LangRun(90, 300, "ja"))
    block = reach.within(replace(made, blocks=(replace(made.blocks[0], marks=marks, langs=langs),))).blocks[0]
    assert (block.text, block.marks, block.langs) == ("甲" * 100 + "。", marks[:1], langs[:1])


def test_a_row_of_a_table_is_not_cut() -> None:
    made = edition("甲" * 150, (BlockKind.TABLE, "乙" * 300))
    row = replace(made.blocks[1], cells=((0, 100), (101, 300)))
    assert [block.id for block in reach.within(replace(made, blocks=(made.blocks[0], row))).blocks] == ["p1"]


def test_nothing_of_the_text_is_lost_and_the_editor_is_told() -> None:
    paragraphs = [SHORT, "這一段說別的事情，沒有日期。" * 20, "安倍晉三2025年3月5日抵達台北。"]
    result, _ = read("\n\n".join(["訪問行程", *paragraphs]).encode())
    assert [item.code for item in result.diagnostics if item.code == reach.CODE] == [reach.CODE]
    listing = result.listings[0]
    assert listing.days == ("2025-03-03",)
    assert result.report is not None
    assert all(prepared >= result.report.characters for prepared in listing.lengths.values())
