"""Marks by context, ellipses, quotes by pairs, typed spaces; each kind with its switch."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao import script
from jianbao.script import SWITCHES
from jianbao.script.quotes import pair_up
from jianbao.sidecar import Sidecar
from tests.script_cases import GAZETTEER, MAINLAND, TAIWAN, article_of, canonical_of, seed_of, texts_of

CASES = [
    # width
    ("他說,好;對:是!嗎?", "他說，好；對：是！嗎？"),
    ("2026年,共37,000人,14:30出發.", "2026年，共37,000人，14:30出發。"),
    ("早苗(中)與川普(Donald Trump)會談", "早苗（中）與川普(Donald Trump)會談"),
    ("分為:(1)自民黨;(2)公明黨", "分為：(1)自民黨；(2)公明黨"),
    ("據ECFR,中國對G7說:OK.", "據ECFR，中國對G7說：OK."),
    ("寧德時代(Co., Limited,CATL)表示", "寧德時代(Co., Limited,CATL)表示"),
    ("成長3.5%.其中出口1.2億.", "成長3.5%.其中出口1.2億。"),
    ("他說:「好」,又說:「不」.", "他說：「好」，又說：「不」。"),
    ("詳見https://a.example/x?y=1,z.html,謝謝.", "詳見https://a.example/x?y=1,z.html，謝謝。"),
    ("來信press@a.example,謝謝", "來信press@a.example，謝謝"),
    ("They left, and (sadly) that was it: gone.", "They left, and (sadly) that was it: gone."),
    ("Emilian Kavalski, “Whither China,” The Journal, 2015.", "Emilian Kavalski, “Whither China,” The Journal, 2015."),
    # ellipses
    ("他說......算了...", "他說……算了……"),
    ("可是。。。算了", "可是……算了"),
    ("see ... below", "see ... below"),
    # broken quotes
    ("China‟s „new‟ Silk Road", "China’s ‘new’ Silk Road"),
    # quotes
    ("他說“好，‘是’的”", "他說「好，『是』的」"),
    ('他說"好"又說"是"', "他說「好」又說「是」"),
    ('他說"好"又說"是', '他說"好"又說"是'),
    ("所謂“America First”一詞", "所謂“America First”一詞"),
    ("It’s “fine”，他說", "It’s “fine”，他說"),
    # spaces
    ("於 2026 年 NATO 峰會", "於2026年NATO峰會"),
    ("出口」 重創", "出口」 重創"),
    ("水井再驗出PFAS 縣府要求進基地", "水井再驗出PFAS 縣府要求進基地"),
    ("打工名額增為每年千五 3月起受理", "打工名額增為每年千五 3月起受理"),
    ("颱風 Koinu 逼近離島", "颱風Koinu逼近離島"),
    ("今年第3 屆大會在離島舉行", "今年第3屆大會在離島舉行"),
    ("水井再驗出PFAS 的縣府說要進基地。", "水井再驗出PFAS的縣府說要進基地。"),
    ("詳見 https://a.example/ 一文", "詳見 https://a.example/ 一文"),
    ("他說, 好", "他說，好"),
]


@pytest.mark.parametrize(("before", "after"), CASES)
def test_marks(before: str, after: str) -> None:
    assert texts_of(before, TAIWAN) == [after]


@pytest.mark.parametrize(("before", "after"), CASES)
def test_a_second_run_changes_nothing(before: str, after: str) -> None:
    assert texts_of(after, TAIWAN) == [after], before


@pytest.mark.parametrize(
    ("taiwan", "mainland"),
    [
        ("「外『內「深」內』外」", "“外‘内“深”内’外”"),
        ("『外』", "“外”"),
        ("「沒有關", "“没有关"),
        ("他說「好」，“America First”", "他说“好”，“America First”"),
        ("引〈「主義」の穴〉一文", "引〈「主義」の穴〉一文"),
    ],
)
def test_quotes_of_the_mainland(taiwan: str, mainland: str) -> None:
    assert texts_of(taiwan, MAINLAND) == [mainland]


def test_every_switch_has_its_effect() -> None:
    text = "爲何,他說 ABC......「好」„a‟“對”\n总统特朗普说好,范围很大"
    seed = seed_of(text)
    default = script.canonicalise(article_of(seed), seed, GAZETTEER, Sidecar(), SWITCHES)
    shown = [block.text.plain for block in default.article.blocks]
    for field in fields(SWITCHES):
        if field.name != "hong_kong_glyphs":
            switches = replace(SWITCHES, **{field.name: False})
            other = script.canonicalise(article_of(seed), seed, GAZETTEER, Sidecar(), switches)
            assert [block.text.plain for block in other.article.blocks] != shown, field.name


def test_hong_kong_glyphs_are_a_switch() -> None:
    assert script.convert("衛生組織說", "zh-Hant-HK", GAZETTEER) == "衛生組織說"
    switches = replace(SWITCHES, hong_kong_glyphs=True)
    assert script.convert("衛生組織說", "zh-Hant-HK", GAZETTEER, switches) == "衞生組織説"


def test_quotes_without_partner_are_reported() -> None:
    canonical = canonical_of("他說「好。\n她說『是』。\n可是」不對。")
    found = [item.position for item in canonical.diagnostics if item.code == "N06"]
    assert [(place.line, place.column) for place in found if place] == [(1, 3), (3, 3)]


@given(st.text(st.sampled_from('「」『』“”‘’"中aの,(). \n'), max_size=40))
def test_pairs_nest_and_each_mark_is_counted_once(text: str) -> None:
    pairs, alone = pair_up(text, straight=True)
    places = [place for pair in pairs for place in (pair.start, pair.end)] + alone
    assert len(places) == len(set(places))
    for one in pairs:
        for other in pairs:
            assert not one.start < other.start < one.end < other.end
