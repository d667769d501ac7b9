"""Editions of a few paragraphs and a small gazetteer, for the tests of names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from jianbao.document import BlockKind, Edition, EditionBlock, Field, Meta
from jianbao.findings import Findings, ReferenceDate
from jianbao.gazetteer import Gazetteer, load_gazetteer
from jianbao.knowledge import mentions
from jianbao.library import Entry

FIXTURES = Path(__file__).parent / "fixtures" / "knowledge"


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of one file of fixtures."""
    return list(yaml.safe_load((FIXTURES / f"{name}.yml").read_text(encoding="utf-8")))


def gazetteer() -> Gazetteer:
    """The names of the fixtures with the countries."""
    return load_gazetteer(FIXTURES / "names.yml")


def edition(*blocks: str | tuple[BlockKind, str], seed: str = "a.txt", ordinal: int = 1, title: str = "") -> Edition:
    """Blocks p1, p2 …: paragraphs, or what their kind says."""
    made = [EditionBlock("t0", BlockKind.TITLE, title, ((1, 1),))] if title else []
    for number, block in enumerate(blocks, 1):
        kind, text = (BlockKind.PARAGRAPH, block) if isinstance(block, str) else block
        made.append(EditionBlock(f"p{number}", kind, text, ((number, number),)))
    meta = Meta(title=Field(title) if title else None)
    return Edition("zh-Hant-TW", seed, "0" * 64, ordinal, meta, tuple(made), slug=f"{Path(seed).stem}-{ordinal}")


def entry(made: Edition, names: Gazetteer, **findings: Any) -> Entry:
    """A library entry with the edition's mentions."""
    found = Findings(
        made.seed, made.ordinal, ReferenceDate(None, "unknown"), mentions=mentions.find(made, names), **findings
    )
    return Entry(made.slug, {"zh-Hant-TW": made}, found)
