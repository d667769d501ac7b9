"""Floors under the recovery benchmark: no figure of any layout and mode falls below what floors.yml pins."""

from __future__ import annotations

import pytest

from tests.quality.pin import pinned
from tests.quality.recovery import cases, corpus_hash, figures

CASES = {f"{layout}.{mode}": (layout, text) for layout, mode, text in cases()}


def test_corpus_is_the_pinned_one() -> None:
    assert pinned()["corpus"] == corpus_hash(), "floors hold for their own corpus only: run tests.quality.pin"


def test_every_extraction_has_floors() -> None:
    assert pinned()["floors"].keys() == CASES.keys()


@pytest.mark.parametrize("case", CASES)
def test_figures_hold_their_floors(case: str) -> None:
    layout, text = CASES[case]
    floors, reached = pinned()["floors"][case], figures(layout, text)
    assert floors.keys() == reached.keys()
    fallen = {name: (reached[name], floor) for name, floor in floors.items() if reached[name] < floor}
    assert not fallen, f"reached, pinned: {fallen}"
