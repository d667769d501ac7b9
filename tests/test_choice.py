"""A pattern for any of many words finds what a plain choice of them finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.choice import any_of

LETTERS = "甲乙aAbB.("


@pytest.mark.parametrize("flags", [re.NOFLAG, re.IGNORECASE])
@given(
    st.lists(st.text(LETTERS, min_size=1, max_size=4), min_size=1, max_size=8, unique=True),
    st.text(LETTERS, max_size=24),
)
def test_it_finds_what_a_plain_choice_finds(flags: re.RegexFlag, words: list[str], text: str) -> None:
    plain = re.compile("|".join(map(re.escape, words)), flags)
    assert re.findall(any_of(words), text, flags) == plain.findall(text)


def test_words_that_begin_alike_are_a_form_together() -> None:
    assert any_of(["專家", "記者", "專員"]) == "(?:(?:專家|專員)|記者)"


def test_no_words() -> None:
    assert re.fullmatch(any_of([]), "")
