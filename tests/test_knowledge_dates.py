"""Date expressions: their traps, one case each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from jianbao.document import BlockKind, Edition, EditionBlock, Meta
from jianbao.findings import DateFinding, Mention, ReferenceDate
from jianbao.knowledge import dates

CASES = yaml.load(
    (Path(__file__).parent / "fixtures/knowledge/dates.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)


def edition(*paragraphs: str) -> Edition:
    blocks = tuple(
        EditionBlock(f"p{number}", BlockKind.PARAGRAPH, text, ((number, number),))
        for number, text in enumerate(paragraphs, 1)
    )
    return Edition("zh-Hant-TW", "a.txt", "0" * 64, 1, Meta(), blocks)


def found(case: dict[str, Any]) -> tuple[DateFinding, ...]:
    text = case["text"]
    paragraphs = text if isinstance(text, list) else [text]
    reference = case.get("ref", "2026-02-03")
    made = edition(*paragraphs)
    mentions = [
        Mention(name, name, block.id, at, at + len(name))
        for block in made.blocks
        for name in case.get("names", [])
        if (at := block.text.find(name)) >= 0
    ]
    return dates.find(made, ReferenceDate(reference or None, "explicit" if reference else "unknown"), mentions)


@pytest.mark.parametrize("case", CASES, ids=[str(case["text"])[:24] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    got = [[item.text, item.iso] for item in found(case)]
    want = [[text, None if iso == "null" else iso] for text, iso in case["want"]]
    assert got == want
