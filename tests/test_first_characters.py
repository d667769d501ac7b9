"""Patterns with a look at the first character in front find what they find without it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao import listing
from jianbao.cleaning import heads_of_issue, navigation
from jianbao.first_characters import led
from jianbao.knowledge import candidate_rules, figures, gloss_cut, glosses, person_forms, speakers, speech_words
from jianbao.site import inline
from jianbao.structure.heads import archive_lines, labelled_lines, written_dates

LED = {
    "verb": speech_words.verb_pattern(),
    "function": speech_words.function_pattern(),
    "figure": figures._pattern(),
    "before role": candidate_rules._patterns().before_role,
    "marks": gloss_cut.words().marks,
    "bracket": glosses._BRACKET,
    "surname": person_forms.surname(),
    "title end": person_forms.title_end(),
    "pronoun": speakers._PRONOUN,
    "folio": heads_of_issue._FOLIO,
    "cells": navigation._CELLS,
    "translated": navigation._TRANSLATED,
    "label": labelled_lines.LABEL,
    "date": written_dates._PATTERNS[0],
    "cell of an archive": archive_lines.FORM,
    "word of Latin letters": listing._LATIN_WORD,
    "typed gap": inline._TYPED_GAP,
}


PIECES = (
    *(
        "表示",
        "的說法",
        "的話：",
        "說得很清楚，",
        "主持",
        "記者",
        "去年",
        "今（2025）年",
        "3月",
        "的",
        "他",
        "她們的",
        "了",
    ),
    *(
        "百分之三十",
        "三成五",
        "1,200萬",
        "十幾億元",
        "2024年5月1日",
        "民國113年",
        "第",
        "至",
        "兩名",
        "歐陽",
        "林",
        "部長",
    ),
    *(
        "編輯",
        "作者：",
        "By ",
        "文／",
        " | ",
        "\u3000",
        "  ",
        "首頁",
        " English",
        "（NATO）",
        "总理",
        "安倍",
        "12",
        "公里",
    ),
    *("預報員", "說", "\n", "。", "（", "A12"),
)


@pytest.mark.parametrize("name", LED)
@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_a_look_in_front_changes_nothing(name: str, text: str) -> None:
    look, _, source = LED[name].pattern.partition("])(?:")
    assert look.startswith("(?=[")
    plain = re.compile(source.removesuffix(")"), LED[name].flags)
    assert [match.span() for match in LED[name].finditer(text)] == [match.span() for match in plain.finditer(text)]


@pytest.mark.parametrize(
    ("source", "first"),
    [
        ("甲乙|(?P<name>丙?丁)", "[丁丙甲]"),
        (r"(?<!戊)(?:[己\d]{2,}|\s*庚)", r"[\d\s己庚]"),
        ("(?=辛)[一-九]+?壬|^癸", "[一-九癸]"),
        (r"\]|-", r"[\-\]]"),
    ],
)
def test_first_characters(source: str, first: str) -> None:
    assert led(source).pattern == f"(?={first})(?:{source})"


def test_either_case_is_a_beginning() -> None:
    assert led("by|von", re.IGNORECASE).search("Text By", 1)


@pytest.mark.parametrize("source", ["甲?", "甲*|乙", ".甲", "[^甲]", "(?i:a)b", "(?!甲)"])
def test_what_may_begin_with_anything_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match=r"first character|whatever character"):
        led(source).search("")
