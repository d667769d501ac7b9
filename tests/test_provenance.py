"""Any edits on any text tile; verbatim runs equal the seed; the audit sees every loss and every invention."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.audit import LostTextError, audit
from jianbao.provenance import Edit, MappedText, Removal, Run, Span, merge_spans

HAN = st.text(st.sampled_from("政府今日宣布，區域。「」a1 \n\u3000"), min_size=1, max_size=40)
LEGAL = {"X01": lambda before, after: True, "X02": lambda before, after: True}


@st.composite
def _edits(draw: st.DrawFn, length: int) -> list[Edit]:
    """Non-overlapping edits of a text of some length: removals, substitutions of any size."""
    cuts = sorted(draw(st.sets(st.integers(0, length), max_size=8)))
    edits = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        text = draw(st.sampled_from(["", "", "換", "換掉", "一二三四五"]))
        edits.append(Edit(start, end, text, draw(st.sampled_from(["X01", "X02"]))))
    return edits


@given(HAN, st.data())
def test_rounds_of_edits_tile(text: str, data: st.DataObject) -> None:
    mapped = MappedText.verbatim(text, 0, len(text))
    removals: list[Removal] = []
    expected = text
    for _ in range(data.draw(st.integers(1, 4))):
        edits = data.draw(_edits(len(mapped)))
        mapped, gone = mapped.replace(edits)
        removals += gone
        for edit in reversed(edits):
            expected = expected[: edit.start] + edit.text + expected[edit.end :]
        assert str(mapped) == expected
    audit(text, [mapped], removals, LEGAL)
    for run in mapped.runs:
        if run.rule is None:
            assert run.text == "".join(text[start:end] for start, end in run.spans)


@given(HAN, st.data())
def test_each_rule_answers_for_what_it_found_not_for_what_rules_before_it_did(text: str, data: st.DataObject) -> None:
    mapped = MappedText.verbatim(text, 0, len(text))
    removals: list[Removal] = []
    told: dict[str, set[tuple[str, str]]] = {"X01": set(), "X02": set()}
    for _ in range(data.draw(st.integers(2, 4))):
        edits = data.draw(_edits(len(mapped)))
        for edit in edits:
            told[edit.rule].add((mapped.plain[edit.start : edit.end], edit.text))
        cut = data.draw(st.integers(0, len(mapped)))
        mapped = MappedText.concat([mapped.slice(0, cut), mapped.slice(cut)])
        mapped, gone = mapped.replace(edits)
        removals += gone
    legal = {rule: lambda before, after, rule=rule: (before, after) in told[rule] for rule in told}
    audit(text, [mapped], removals, legal)
    for rule in told:
        if any(run.rule == rule and run.text for run in mapped.runs):
            with pytest.raises(LostTextError, match="may not turn"):
                audit(text, [mapped], removals, legal | {rule: lambda before, after: False})


@given(HAN, st.data())
def test_any_cutting_into_pieces_tiles(text: str, data: st.DataObject) -> None:
    mapped, gone = MappedText.verbatim(text, 0, len(text)).replace(data.draw(_edits(len(text))))
    cuts = sorted({0, len(mapped), *data.draw(st.sets(st.integers(0, len(mapped)), max_size=6))})
    pieces = [mapped.slice(start, end) for start, end in pairwise(cuts)]
    assert "".join(map(str, pieces)) == str(mapped)
    audit(text, pieces, gone, LEGAL)
    audit(text, [MappedText.concat(pieces)], gone, LEGAL)
    assert str(MappedText.concat(pieces)) == str(mapped)


@given(HAN, st.integers(0, 60))
def test_the_origin_of_a_verbatim_character_is_itself(text: str, offset: int) -> None:
    mapped = MappedText.verbatim(text, 0, len(text))
    if offset < len(text):
        assert mapped.origin(offset) == offset


@given(HAN, st.data())
def test_a_lost_or_doubled_character_is_found(text: str, data: st.DataObject) -> None:
    solid = [offset for offset, character in enumerate(text) if not character.isspace()]
    if not solid:
        return
    victim = data.draw(st.sampled_from(solid))
    before, after = MappedText.verbatim(text, 0, victim), MappedText.verbatim(text, victim + 1, len(text))
    with pytest.raises(LostTextError, match="0 times"):
        audit(text, [before, after], [], LEGAL)
    twice = MappedText.verbatim(text, victim, victim + 1)
    with pytest.raises(LostTextError, match="2 times"):
        audit(text, [before, twice, twice, after], [], LEGAL)


def test_an_invention_is_found() -> None:
    with pytest.raises(LostTextError, match="verbatim"):
        audit("甲乙", [MappedText((Run("甲丙", (Span(0, 2),)),))], [], LEGAL)
    with pytest.raises(LostTextError, match="may not turn"):
        audit("甲乙", [MappedText((Run("甲丙", (Span(0, 2),), "X09"),))], [], LEGAL)
    with pytest.raises(LostTextError, match="may not turn"):
        audit(
            "甲", [MappedText((Run("丙", (Span(0, 1),), "X01"),))], [], {"X01": lambda before, after: before == after}
        )


def test_what_is_replaced_is_audited_as_it_is_read_not_as_the_seed_has_it() -> None:
    text = MappedText((Run("丙", (Span(2, 3),)), Run("甲乙", (Span(0, 2),))))
    changed, _ = text.replace([Edit(0, 2, "丁", "X")])
    audit("甲乙丙", [changed], [], {"X": lambda before, after: (before, after) == ("丙甲", "丁")})


def test_white_space_needs_no_account() -> None:
    audit("甲 \n乙", [MappedText.verbatim("甲 \n乙", 0, 1), MappedText.verbatim("甲 \n乙", 3, 4)], [], {})


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(ValueError, match="overlaps"):
        MappedText.verbatim("甲乙丙", 0, 3).replace([Edit(0, 2, "", "X01"), Edit(1, 3, "", "X01")])


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 9))))
def test_merged_spans_cover_the_same_and_never_touch(pairs: list[tuple[int, int]]) -> None:
    spans = [Span(start, start + length) for start, length in pairs]
    merged = merge_spans(spans)
    covered = {offset for start, end in spans for offset in range(start, end)}
    assert covered <= {offset for start, end in merged for offset in range(start, end)}
    assert all(one.end < two.start for one, two in pairwise(merged))
