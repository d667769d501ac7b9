"""Quotations: every order of words and speaker, one case each."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from jianbao.document import BlockKind, Edition, EditionBlock, Meta
from jianbao.findings import Mention, Quotation
from jianbao.gazetteer import Gazetteer, Name
from jianbao.knowledge import quotations

CASES = yaml.load(
    (Path(__file__).parent / "fixtures/knowledge/quotes.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)
KINDS = {"> ": BlockKind.QUOTATION, "# ": BlockKind.HEADING, "- ": BlockKind.LIST_ITEM}


def found(case: dict[str, Any]) -> tuple[Quotation, ...]:
    text = case["text"]
    blocks = tuple(
        EditionBlock(
            f"p{number}", KINDS.get(line[:2], BlockKind.PARAGRAPH), line[2 * (line[:2] in KINDS) :], ((number, number),)
        )
        for number, line in enumerate(text if isinstance(text, list) else [text], 1)
    )
    known = [(name, "person") for name in case.get("names", [])] + [(name, "org") for name in case.get("bodies", [])]
    gazetteer = Gazetteer(tuple(Name(name, kind, name, 1) for name, kind in sorted(known)))
    mentions = [
        Mention(name, name, block.id, match.start(), match.end())
        for block in blocks
        for name, _ in known
        for match in re.finditer(name, block.text)
    ]
    edition = Edition("zh-Hant-TW", "a.txt", "0" * 64, 1, Meta(), blocks)
    said = quotations.find(edition, sorted(mentions, key=lambda item: item.start), gazetteer)
    texts = {block.id: block.text for block in blocks}
    assert all(texts[item.block][item.start : item.end] == item.text for item in said)
    return said


@pytest.mark.parametrize("case", CASES, ids=[str(case["text"])[:24] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    said = found(case)
    got = [[item.speaker or "null", item.evidence] for item in said]
    assert got == [[speaker, evidence] for speaker, evidence, _ in case["want"]]
    assert all(item.text.startswith(begin) for item, (_, _, begin) in zip(said, case["want"], strict=True))
