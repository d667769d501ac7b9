"""What a text must have for a pattern to be found in it."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jianbao import needles
from jianbao.cleaning import advertisement, comments, image_credit, navigation, related_stories, share_line, site_notice
from jianbao.structure.entries import stamps
from jianbao.structure.heads import (
    fact_rows,
    imprint_lines,
    meta_lines,
    paper_numbers,
    post_lines,
    wire_lines,
    written_dates,
)

PATTERNS = {
    f"{module.__name__.rpartition('.')[2]}.{name}": getattr(module, name)
    for module, names in (
        (advertisement, ("_MARK", "_GO_ON", "_COOKIE")),
        (comments, ("_LABEL",)),
        (image_credit, ("_BARE", "_GLUED", "_TRAILING", "_INSIDE", "_AGENCY", "_BLANK")),
        (navigation, ("_FIXED", "_CRUMBS", "_RIGHTS")),
        (related_stories, ("_INLINE", "_LABEL", "_MORE_OF", "_ARROWS")),
        (share_line, ("_MORE", "_COUNT", "_CROWD", "_PLAYER", "_PLAY", "_LENGTH", "_READING", "_ASK", "_PASS_ON")),
        (site_notice, ("_OPENINGS", "_ANYWHERE")),
        (fact_rows, ("_NUMBER", "_LATIN_ISSUE", "_SHORT_ISSUE")),
        (imprint_lines, ("ISSUE", "_MAIL", "_ADDRESSED", "_SENT", "_ROLE", "_NAMED")),
        (paper_numbers, ("_NUMBER", "_COUNCIL", "_SPAN", "_DISPATCH")),
        (meta_lines, ("_PHONE", "_CLOCK", "_SPREAD", "_POSTED", "_RELEASE", "_HASHTAGS", "_LABEL")),
        (meta_lines, ("_OWN_COLUMN", "_NAME_FIRST", "_NAME_LAST", "_CENTRE", "_PLACE_VERB")),
        (post_lines, ("TAKEN_OVER", "_BOARD_AUTHOR", "_BOARD_TIME", "_LABELLED_TITLE", "_ACCOUNT")),
        (stamps, ("_DAY", "_AGO", "_CLOCK", "_SOURCE_LABEL")),
        (wire_lines, ("_WIRE", "_WIRE_START")),
        (written_dates, ("MAY_BE", "_BARE_ROC", "_ROC_MARKS", "_TRIM")),
    )
    for name in names
}


@pytest.mark.parametrize("name", PATTERNS)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_a_pattern_finds_has_its_needle(name: str, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(PATTERNS[name]))
    assert needles.of(PATTERNS[name]).search(text)


@pytest.mark.parametrize("char", [chr(code) for code in range(ord("a"), ord("z") + 1)])
def test_every_form_of_a_letter_without_case_is_known(char: str) -> None:
    forms = re.findall(char, "".join(map(chr, range(0x10000))), re.IGNORECASE)
    found = needles.of(re.compile(char, re.IGNORECASE))
    assert all(found.search(form) for form in forms)


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("(?:甲乙|丙丁)戊?", "子丙丁丑", True),
        ("(?:甲乙|丙丁)戊?", "甲丙丁", True),
        ("(?:甲乙|丙丁)戊?", "甲丙乙丁戊", False),
        (".*(?:甲)+[乙丙]己?", "辰甲丙", True),
        (".*(?:甲)+[乙丙]己?", "乙丙己", False),
        ("(?=.*庚)\\d", "1庚", True),
        ("(?=.*庚)\\d", "1", False),
    ],
)
def test_a_text_without_the_letters_of_a_pattern_is_told(pattern: str, text: str, found: bool) -> None:
    assert bool(needles.of(re.compile(pattern)).search(text)) is found


@pytest.mark.parametrize("pattern", ["甲?", "甲|.", "[^甲]", "(?!甲)", "[一-龥]{2}"])
def test_a_pattern_of_any_characters_has_none(pattern: str) -> None:
    with pytest.raises(ValueError, match="nothing stands"):
        needles.of(re.compile(pattern))
