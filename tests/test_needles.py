"""What a text must have for a pattern to be found in it."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import jianbao
from jianbao import needles


def _sought() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every pattern that a module of the project gives to ``needles.of``."""
    for found in pkgutil.walk_packages(jianbao.__path__, "jianbao."):
        file = Path(jianbao.__file__).parent.joinpath(*found.name.split(".")[1:]).with_suffix(".py")
        if not file.exists() or "needles.of(" not in (source := file.read_text(encoding="utf-8")):
            continue
        module = vars(importlib.import_module(found.name))
        for call in ast.walk(ast.parse(source)):
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "needles.of":
                given = eval(f"({', '.join(map(ast.unparse, call.args))},)", module)
                for number, pattern in enumerate(given):
                    yield f"{found.name}:{call.lineno}.{number}", pattern


PATTERNS = dict(_sought())


def test_patterns_are_found() -> None:
    assert len(PATTERNS) > 30


@pytest.mark.parametrize("name", PATTERNS)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_a_pattern_finds_has_its_needle(name: str, data: st.DataObject) -> None:
    pattern = PATTERNS[name]
    text = data.draw(st.from_regex(re.compile(pattern.pattern, pattern.flags)))
    assert needles.of(pattern).search(text)


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
        ("甲(?:乙丁|丙丁)戊", "甲乙丁戊", True),
        ("甲(?:乙丁|丙丁)戊", "甲丁戊", False),
    ],
)
def test_a_text_without_the_letters_of_a_pattern_is_told(pattern: str, text: str, found: bool) -> None:
    assert bool(needles.of(re.compile(pattern)).search(text)) is found


@pytest.mark.parametrize("pattern", ["甲?", "甲|.", "[^甲]", "(?!甲)", "[一-龥]{2}"])
def test_a_pattern_of_any_characters_has_none(pattern: str) -> None:
    with pytest.raises(ValueError, match="nothing stands"):
        needles.of(re.compile(pattern)).search("")
