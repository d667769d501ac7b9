"""Figures with their units."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from jianbao.document import BlockKind, Edition, EditionBlock, Meta
from jianbao.findings import ReferenceDate
from jianbao.knowledge import dates, figures

CASES = yaml.safe_load((Path(__file__).parent / "fixtures/knowledge/figures.yml").read_text(encoding="utf-8"))


def edition(text: str) -> Edition:
    return Edition(
        "zh-Hant-TW", "a.txt", "0" * 64, 1, Meta(), (EditionBlock("p1", BlockKind.PARAGRAPH, text, ((1, 1),)),)
    )


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:24] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    made = edition(case["text"])
    got = figures.find(made, dates.find(made, ReferenceDate("2026-02-03", "explicit"), ()))
    values = [[item.text, list(item.value) if isinstance(item.value, tuple) else item.value, item.unit] for item in got]
    assert values == case["want"]


@given(st.text(alphabet="0123456789,.１２億萬百千十一二三成分之至元美名人%年月日約數多第 ", max_size=60))
def test_any_digits_give_places_that_hold(text: str) -> None:
    for item in figures.find(edition(text), ()):
        assert text[item.start : item.end] == item.text
        if isinstance(item.value, tuple):
            assert item.value[0] <= item.value[1]


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_mean_themselves(number: int) -> None:
    assert figures.value_of(f"{number:,}") == number
    assert figures.value_of(str(number)) == number
