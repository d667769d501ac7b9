"""Documents in, blocks out: every ``tests/fixtures/{structure,cleaning}/**/CASE.txt`` beside its ``CASE.md``.

``pytest tests/test_fixtures.py --update-golden`` writes the second ones anew; then read the diff.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
import yaml

from jianbao import cleaning, structure
from jianbao.audit import audit
from jianbao.document import Article, Block, BlockKind, Structured
from jianbao.provenance import Removal
from jianbao.sidecar import Sidecar
from jianbao.source import Seed, decode

FOLDER = Path(__file__).parent / "fixtures"
CASES = sorted(path for stage in ("structure", "cleaning") for path in (FOLDER / stage).rglob("*.txt"))


def golden(seed: Seed) -> str:
    """All that cleaning and structure make of a seed, for people to read."""
    cleaned = cleaning.clean(seed, Sidecar())
    structured = structure.read(cleaned, seed, Sidecar())
    removals = [*cleaned.removals, *structured.removals]
    kept = [block.text for article in structured.articles for block in (*article.blocks, *article.notes)]
    audit(seed.text, kept, removals, {**cleaning.LEGAL, **structure.LEGAL})
    said = [f"{item.severity} {item.code} {item.message}" for item in (*cleaned.diagnostics, *structured.diagnostics)]
    return "\n".join([*_articles(structured), *_removed(removals, seed), *said]).rstrip() + "\n"


def _articles(structured: Structured) -> list[str]:
    lines: list[str] = []
    for article in structured.articles:
        lines += [
            "---",
            yaml.safe_dump(_facts(article), allow_unicode=True, sort_keys=False, width=1000).rstrip(),
            "---",
        ]
        lines += [_line(block) for block in article.blocks]
        lines += [f"[^{note.label}]: {note.text}" for note in article.notes]
        lines.append("")
    return lines


def _facts(article: Article) -> dict[str, object]:
    meta = article.meta
    facts: dict[str, object] = {"title": meta.title.value if meta.title else None}
    if not meta.title:
        facts["display_title"] = meta.display_title
    for name in ("subtitle", "date", "affiliation", "source", "source_en", "series", "issue"):
        field = getattr(meta, name)
        if field:
            facts[name] = field.value
    if meta.authors:
        facts["authors"] = [author.value for author in meta.authors]
    if meta.tags:
        facts["tags"] = list(meta.tags)
    return {**facts, "kind": meta.kind, "language": meta.language, "lines": f"{article.first_line}-{article.last_line}"}


def _line(block: Block) -> str:
    text = str(block.text)
    for mark in reversed(block.marks):
        text = f"{text[: mark.offset]}[^{mark.label}]{text[mark.offset :]}"
    if block.kind is BlockKind.TABLE:
        return "| " + " | ".join(text[start:end] for start, end in block.cells) + " |"
    before = {
        BlockKind.TITLE: "# ",
        BlockKind.BYLINE: "<byline> ",
        BlockKind.HEADING: "#" * block.level + " ",
        BlockKind.LIST_ITEM: "  " * (block.level - 1) + "- ",
        BlockKind.CAPTION: "<caption> ",
        BlockKind.QUOTATION: "> ",
    }
    return before.get(block.kind, "") + text


def _removed(removals: list[Removal], seed: Seed) -> list[str]:
    ordered = sorted((item for item in removals if item.text.strip()), key=lambda item: item.spans[0].start)
    return [
        f"removed {seed.locate(item.spans[0].start).line}: {item.code} {item.text.strip()} ({item.note})"
        for item in ordered
    ]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_golden(path: Path, request: pytest.FixtureRequest) -> None:
    seed, _ = decode(path.read_bytes(), path.name)
    got = golden(seed)
    expected = path.with_suffix(".md")
    if request.config.getoption("--update-golden"):
        expected.write_text(got, encoding="utf-8")
    assert got == expected.read_text(encoding="utf-8")


def test_there_are_cases() -> None:
    assert len(CASES) >= 25
    assert len({hashlib.sha256(path.read_bytes()).hexdigest() for path in CASES}) == len(CASES)
