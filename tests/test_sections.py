"""Sections of bytes: each comes back alone, and what was damaged is not taken for what was bound."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.sections import DamagedError, bind, read_section, read_table

SECTIONS = st.dictionaries(st.text(st.characters(codec="utf-8")), st.binary())


@given(SECTIONS)
def test_every_section_comes_back(sections: dict[str, bytes]) -> None:
    file = BytesIO(bind(sections))
    table = read_table(file)
    assert table.keys() == sections.keys()
    for name in reversed(sections):
        assert read_section(file, table, name) == sections[name]


@given(SECTIONS.filter(bool), st.data())
def test_a_changed_byte_is_told_where_it_is_read(sections: dict[str, bytes], data: st.DataObject) -> None:
    bound = bytearray(bind(sections))
    at = data.draw(st.integers(0, len(bound) - 1))
    bound[at] ^= data.draw(st.integers(1, 255))
    file = BytesIO(bytes(bound))
    with pytest.raises(DamagedError):
        table = read_table(file)
        for name in sections:
            read_section(file, table, name)


@given(SECTIONS.filter(bool), st.data())
def test_what_was_cut_short_is_told(sections: dict[str, bytes], data: st.DataObject) -> None:
    bound = bind(sections)
    file = BytesIO(bound[: data.draw(st.integers(0, len(bound) - 1))])
    with pytest.raises(DamagedError):
        table = read_table(file)
        for name in sections:
            read_section(file, table, name)


def test_a_section_that_is_not_there() -> None:
    file = BytesIO(bind({"one": b"1"}))
    with pytest.raises(KeyError):
        read_section(file, read_table(file), "two")
