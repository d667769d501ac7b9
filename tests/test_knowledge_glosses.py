"""Glosses: where the name before the bracket begins, and what is no gloss."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.diagnostics import Position
from jianbao.document import BlockKind
from jianbao.findings import Findings, ReferenceDate
from jianbao.knowledge import glosses, mentions
from jianbao.knowledge.candidate_search import foreign_names
from tests.knowledge_cases import cases, edition, gazetteer


@pytest.mark.parametrize("case", cases("glosses"), ids=lambda case: case["text"][:24])
def test_case(case: dict[str, Any]) -> None:
    found = [case["text"][start:end] for start, end, _, _ in glosses.in_text(case["text"])]
    assert found == ([case["want"]] if case["want"] else [])


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("講者Anura Wickramage（阿努拉・維克拉馬格）指出", ("阿努拉・維克拉馬格", "Anura Wickramage")),
        ("任職於Bank of Japan（日本銀行）多年", ("日本銀行", "Bank of Japan")),
        ("Donald Trump（美國總統）說", None),
        ("United Nations（本文作者譯）", None),
        ("Facebook（臉書）", None),
    ],
)
def test_the_foreign_name_may_stand_first(text: str, want: tuple[str, str] | None) -> None:
    made = edition(text)
    found = [(item.name, item.foreign) for item in glosses.find(made, ())]
    assert found == ([want] if want else [])
    assert all(text[item.start : item.end] == item.name for item in glosses.find(made, ()))


def test_a_known_name_needs_no_cut() -> None:
    made = edition("與來訪者張軍(Zhang Jun)見面")
    found = glosses.find(made, mentions.find(made, gazetteer()))
    assert [(item.name, item.foreign) for item in found] == [("張軍", "Zhang Jun")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("宣布成立川普計劃（TP）。", []),
        ("宣布成立「川普」計劃（TP）。", []),
        ("宣布成立防衛力整備計畫（DBP）。", ["防衛力整備計畫"]),
        ("加入阿拉斯加計程車（Alaska Cab）。", ["阿拉斯加計程車"]),
    ],
)
def test_a_word_after_a_known_name_is_not_glossed_with_it(text: str, names: list[str]) -> None:
    made = edition(text)
    assert [item.name for item in glosses.find(made, mentions.find(made, gazetteer()))] == names


def test_notes_and_bylines_gloss_nothing() -> None:
    made = edition((BlockKind.FOOTNOTE, "川普(Donald Trump)"), (BlockKind.BYLINE, "川普(Donald Trump)"))
    assert glosses.find(made, ()) == ()


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("Economic Prosperity Partnership Dialogue, EPPD", ["Economic Prosperity Partnership Dialogue", "EPPD"]),
        ("Contemporary Amperex Technology Co., Limited,CATL", ["Contemporary Amperex Technology Co., Limited", "CATL"]),
        ("Tehran,伊朗首都", ["Tehran"]),
        ("Tsuneo Konishi,音譯", ["Tsuneo Konishi"]),
        ("Durbed Khoshuu/中國行政區劃名:四子王旗", ["Durbed Khoshuu"]),
    ],
)
def test_foreign_names_in_brackets(content: str, names: list[str]) -> None:
    assert list(foreign_names(content)) == names


@given(st.text(st.sampled_from("的總統川普教授「」『』()（） ABcd·與，根據德國2"), max_size=50))
def test_a_gloss_stands_where_it_says(text: str) -> None:
    for start, end, foreign, _ in glosses.in_text(text):
        assert 0 <= start < end <= len(text)
        assert foreign in text[end:]


def test_glosses_of_unknown_names_are_told_once_a_seed() -> None:
    made = edition("張軍(Zhang Jun)來了。", "總理卡尼(Mark Carney)與總理卡尼(Mark Carney)。", "在漢堡(Hamburg)")
    named = mentions.find(made, gazetteer())
    findings = Findings("a.txt", 1, ReferenceDate(None, "unknown"), mentions=named, glosses=glosses.find(made, named))
    (told,) = glosses.unknown([made], [findings])
    assert told.message == "2 glossed names are not in names.yml: 卡尼(Mark Carney), 漢堡(Hamburg)"
    assert (told.code, told.position) == ("K01", Position(2))
    known = Findings("a.txt", 1, ReferenceDate(None, "unknown"), mentions=named, glosses=findings.glosses[:1])
    assert glosses.unknown([made], [known]) == ()
