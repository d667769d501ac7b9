"""Mentions: the traps of finding names, and what holds for any text."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.folding import fold
from jianbao.knowledge import mentions
from tests.knowledge_cases import cases, edition, gazetteer

NAMES = gazetteer()
TEXT = st.text(
    st.sampled_from("中美日韓國家防台臺灣張軍擴事海地小泉川普DonaldTrump AI2()（）「」，。馮·．李20集團\n"), max_size=60
)


@pytest.mark.parametrize("case", cases("mentions"), ids=lambda case: case["text"][:20])
def test_case(case: dict[str, Any]) -> None:
    found = mentions.find(edition(case["text"], ordinal=case.get("article", 3)), NAMES)
    assert [f"{item.surface} = {item.name_id}" for item in found] == case["want"]


@given(TEXT)
def test_surfaces_stand_where_they_say_and_never_overlap(text: str) -> None:
    found = mentions.find(edition(text), NAMES)
    assert all(text[item.start : item.end] == item.surface for item in found)
    assert all(first.end <= second.start for first, second in pairwise(found))


@given(st.text(max_size=40))
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(TEXT)
def test_script_never_matters(text: str) -> None:
    plain = mentions.find(edition(text), NAMES)
    folded = mentions.find(edition(fold(text)), NAMES)
    assert [(item.name_id, item.start, item.end) for item in plain if "(" not in text and "（" not in text] == [
        (item.name_id, item.start, item.end) for item in folded if "(" not in text and "（" not in text
    ]


def test_a_long_text_takes_time_in_proportion() -> None:
    from time import process_time

    def seconds(size: int) -> float:
        text = "中美國防部張軍擴張軍事小泉川普(Donald Trump)與日本共產黨，" * size
        made = edition(text)
        start = process_time()
        mentions.find(made, NAMES)
        return process_time() - start

    seconds(10)
    assert seconds(8000) < 40 * seconds(800)
