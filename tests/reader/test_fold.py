from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.site.fold import fold, groups

HAN = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x2FFFF, codec="utf-8"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("臺灣", "台湾"),
        ("國會", "国会"),
        ("裡面", "裏面"),
        ("ＡＢＣ", "abc"),
        ("著名", "着名"),
        ("群", "羣"),
        ("２０２６", "2026"),
    ],
)
def test_forms_of_a_word_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("人", "入"), ("未", "末"), ("「", "“"), ("己", "已")])
def test_different_characters_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(HAN)
def test_folding_keeps_length_and_settles(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert len(folded.encode("utf-16")) == len(text.encode("utf-16")), "offsets must agree in a browser too"
    assert fold(folded) == folded


@given(HAN)
def test_spaces_are_left_alone(text: str) -> None:
    assert [char.isspace() for char in fold(text)] == [char.isspace() for char in text]


def test_groups_rebuild_the_table() -> None:
    coded = groups(fold("臺灣國著ＡB"))
    table = {char: group[0] for group in coded.split(" ") for char in group[1:]}
    assert "".join(table.get(char, char) for char in "臺灣國著ＡB") == fold("臺灣國著ＡB")
    assert coded == groups(reversed(fold("臺灣國著ＡB"))), "the order of what is used must not matter"
