"""Floors under what is found in articles of many styles, without any name known beforehand."""

from __future__ import annotations

import pytest

from tests.quality.said import ARTICLES, figures, read

PATHS = sorted(ARTICLES.glob("*.txt"))


@pytest.fixture(scope="module")
def reached() -> dict[str, int]:
    return dict(figures(PATHS))


def test_speakers(reached: dict[str, int]) -> None:
    assert reached["said right"] >= 0.95 * reached["said"]
    assert reached["said wrong"] <= 0.02 * reached["said"]


def test_dates(reached: dict[str, int]) -> None:
    assert reached["dates right"] >= 0.95 * reached["dates"]
    assert reached["dates wrong"] <= 0.03 * reached["dates"]


def test_marks_are_read() -> None:
    truth = [read(path) for path in PATHS]
    assert not any("[[" in item.text for item in truth)
    assert sum(len(item.said) for item in truth) > 130 and sum(len(item.dates) for item in truth) > 160
    assert all(words and words in item.text for item in truth for _, words in (*item.said, *item.dates))
