"""What words cost, and what a word over the place between two lines is worth."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao import word_costs
from jianbao.structure.layout.streams import Piece, Print

TEXTS = st.text("政府会议经济发展的了在一二三人民国家台北市长说", min_size=1, max_size=8)
LINES = st.text("政府會議經濟的了在，。「」Aa1", min_size=1, max_size=20)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_a_word_over_a_place_is_worth_what_reading_apart_costs_more(left: str, right: str) -> None:
    apart = word_costs.cheapest(left) + word_costs.cheapest(right)
    expected = apart - word_costs.cheapest(left + right)
    assert word_costs.gain_over(left + right, len(left)) == pytest.approx(expected, abs=1e-9)


def test_a_word_that_is_cut_is_worth_much_and_none_is_worth_nothing() -> None:
    assert word_costs.gain_over("经济", 1) > 3
    assert word_costs.gain_over("的的", 1) == 0


@settings(deadline=None)
@given(LINES, LINES, st.integers(10, 40), st.integers(10, 40), st.booleans())
def test_what_breaks_is_told_as_the_cost_tells_it(before: str, after: str, one: int, two: int, indented: bool) -> None:
    print_ = Print(30, indented, frozenset({"政府"}))
    pieces = Piece(before, one), Piece(after, two)
    assert print_.breaks(*pieces, 1.5) is (print_.cost(*pieces) >= 1.5)
