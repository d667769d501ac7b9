"""Heads of pages as sites print them: one article, its title, its day and its writers, whatever lines stand around."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from jianbao import cleaning, structure
from jianbao.sidecar import Sidecar
from jianbao.source import decode

FOLDER = Path(__file__).parent / "fixtures" / "heads"
TABLE: dict[str, Any] = yaml.safe_load((FOLDER / "texts.yml").read_text(encoding="utf-8"))
HEADS: list[dict[str, Any]] = [
    case
    for path in sorted(FOLDER.glob("*.yml"))
    if path.name != "texts.yml"
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("line", TABLE["days"])
def test_a_day_in_a_line_of_its_own_is_read(line: str) -> None:
    for text in (
        f"燈塔停擺三天之後\n{line}\n{TABLE['bodies']['hant']}",
        f"燈塔停擺三天之後\n{TABLE['bodies']['hant']}{line}\n",
    ):
        seed, _ = decode(text.encode(), "day.txt")
        (article,) = structure.read(cleaning.clean(seed, Sidecar()), seed, Sidecar()).articles
        assert article.meta.date is not None and article.meta.date.value == "2026-03-17"
        assert not article.meta.authors


@pytest.mark.parametrize("case", TABLE["feet"], ids=lambda case: case["foot"].strip())
def test_who_signs_below_a_text_is_read(case: dict[str, Any]) -> None:
    text = f"燈塔停擺三天之後\n2026-03-17\n{TABLE['bodies']['hant'].rstrip()}{case['foot']}\n"
    seed, _ = decode(text.encode(), "foot.txt")
    meta = structure.read(cleaning.clean(seed, Sidecar()), seed, Sidecar()).articles[0].meta
    assert [author.value for author in meta.authors] == case.get("authors", [])
    assert (meta.affiliation.value if meta.affiliation else None) == case.get("what")


@pytest.mark.parametrize("case", HEADS, ids=lambda case: case["name"])
def test_a_head_is_read(case: dict[str, Any]) -> None:
    text = case["head"] + TABLE["bodies"][case["body"]]
    seed, _ = decode(text.encode(), f"{case['name']}.txt")
    articles = structure.read(cleaning.clean(seed, Sidecar()), seed, Sidecar()).articles
    assert len(articles) == 1
    meta = articles[0].meta
    if "title" in case:
        assert meta.title is not None and meta.title.value == case["title"]
    assert (meta.date.value if meta.date else None) == case.get("date")
    if "authors" in case:
        assert [author.value for author in meta.authors] == case["authors"]
    if "source" in case:
        assert (meta.source.value if meta.source else None) == case["source"]
