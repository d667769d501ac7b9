"""How much of a document comes back from an extraction of its print: F1 of paragraphs, headings, notes, tables."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from jianbao import cleaning, source, structure
from jianbao.audit import audit
from jianbao.document import Article, Block, BlockKind
from jianbao.sidecar import Sidecar
from tests.quality.truth import Document, read

HERE = Path(__file__).parent
DOCUMENTS = {
    "book": "harbour.md",
    "journal": "harbour.md",
    "report": "water.md",
    "magazine": "tea.md",
    "preprint": "rail.md",
    "paper": "salt.md",
    "review": "vehicles.md",
    "policy": "grid.md",
    "weekly": "market.md",
    "brief": "cable.md",
    "bulletin": "bridge.md",
    "monograph": "harbour.md",
    "leaflet": "tea.md",
    "letters": "bridge.md",
    "booklet": "cable.md",
    "gazette": "gazette.md",
    "course": "course.md",
}
MODES = ("plain", "layout", "raw", "pypdf")
FIGURES = ("paragraph", "heading", "note", "table")

_BULLET = re.compile(r"^(?:[•●·▪‣-]|\d+[.、](?!\d))\s*")


def corpus_hash() -> str:
    """One hash over documents and extractions: floors hold for this corpus only."""
    digest = hashlib.sha256()
    for path in sorted((*HERE.glob("documents/*.md"), *HERE.glob("extracted/*.txt"))):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def cases() -> Iterator[tuple[str, str, str]]:
    """Layout, mode and text of each extraction, with form feeds and without."""
    for layout in DOCUMENTS:
        for mode in MODES:
            text = (HERE / "extracted" / f"{layout}.{mode}.txt").read_text(encoding="utf-8")
            yield layout, mode, text
            yield layout, mode + "-unpaged", text.replace("\f", "\n" if mode == "pypdf" else "")


def recover(text: str) -> list[Article]:
    """Run the text through the first stages, promises checked."""
    seed, _ = source.decode(text.encode(), "case.txt")
    cleaned = cleaning.clean(seed, Sidecar())
    structured = structure.read(cleaned, seed, Sidecar())
    kept = [block.text for article in structured.articles for block in (*article.blocks, *article.notes)]
    audit(seed.text, kept, (*cleaned.removals, *structured.removals), {**cleaning.LEGAL, **structure.LEGAL})
    return list(structured.articles)


def figures(layout: str, text: str) -> dict[str, float]:
    """F1 by figure; only those that the document has."""
    document = read(HERE / "documents" / DOCUMENTS[layout])
    want, got = wanted(document), recovered(recover(text), document)
    return {name: f1(want[name], got[name]) for name in FIGURES if want[name]}


def fold(text: str) -> str:
    """Without white space, bullets and numbers of items."""
    return "".join(_BULLET.sub("", text).split())


def wanted(document: Document) -> dict[str, Counter[str]]:
    """What the author wrote, as multisets of strings. A note is its body and the eight characters before its mark."""
    paragraphs, headings, notes, rows = [], [], [], []
    for piece in document.pieces:
        plain = re.sub(r"\[\^?\d+\]", "", piece.text)
        if piece.kind == "heading":
            headings.append(f"{piece.level} {fold(plain)}")
        elif piece.kind == "row":
            rows.append("|".join(fold(cell) for cell in piece.cells))
        elif piece.kind in ("paragraph", "item", "number"):
            paragraphs.append(fold(plain))
        parts = re.split(r"\[\^?(\d+)\]", piece.text)
        for n in range(1, len(parts), 2):
            before = fold("".join(parts[:n:2]))[-8:]
            notes.append(f"{before}<{fold(document.notes[parts[n]])}")
    return {
        "paragraph": Counter(paragraphs),
        "heading": Counter(headings),
        "note": Counter(notes),
        "table": Counter(rows),
    }


def recovered(articles: Iterable[Article], document: Document) -> dict[str, Counter[str]]:
    """What came back, in the same form. Captions, sources, title and byline are not counted as paragraphs."""
    other = {fold(piece.text) for piece in document.pieces if piece.kind in ("caption", "source")}
    other |= {fold(document.title), fold(document.byline)}
    blocks = [block for article in articles for block in article.blocks]
    bodies = {note.label: fold(note.text.plain) for article in articles for note in article.notes}
    ranks = sorted({block.level for block in blocks if block.kind is BlockKind.HEADING})
    found: dict[str, list[str]] = {name: [] for name in FIGURES}
    for block in blocks:
        found["note"] += [f"{_before(block, mark.offset)}<{bodies.get(mark.label)}" for mark in block.marks]
        text = fold(block.text.plain)
        if block.kind is BlockKind.TABLE:
            found["table"].append("|".join(fold(block.text.plain[start:end]) for start, end in block.cells))
        elif block.kind is BlockKind.HEADING:
            if text not in other:
                found["heading"].append(f"{ranks.index(block.level) + 2} {text}")
        elif block.kind not in (BlockKind.TITLE, BlockKind.BYLINE, BlockKind.CAPTION) and text not in other:
            found["paragraph"].append(text)
    return {name: Counter(values) for name, values in found.items()}


def _before(block: Block, offset: int) -> str:
    return fold(block.text.plain[:offset])[-8:]


def f1(want: Counter[str], got: Counter[str]) -> float:
    """Harmonic mean of precision and recall over multisets."""
    hits = (want & got).total()
    return round(2 * hits / (want.total() + got.total()), 3) if hits else 0.0
