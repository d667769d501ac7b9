"""The documents of the benchmark: a small Markdown, read into the pieces that recovery must find again."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading, paragraph, item, numbered item, caption, source line or row of a table."""

    kind: str
    text: str
    level: int = 0
    cells: tuple[str, ...] = ()


@dataclass(slots=True)
class Document:
    """What an author wrote. ``notes`` maps labels to bodies."""

    title: str = ""
    byline: str = ""
    pieces: list[Piece] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)


def read(path: Path) -> Document:
    """Parse one document. Each line is a piece; a table's separator row is left out."""
    document = Document()
    lines = path.read_text(encoding="utf-8").splitlines()
    for n, line in enumerate(lines):
        after = lines[n + 1] if n + 1 < len(lines) else ""
        if not line.strip() or re.fullmatch(r"[| -]+", line):
            continue
        if line.startswith("# "):
            document.title = line[2:]
        elif line.startswith("> "):
            document.byline = line[2:]
        elif match := re.match(r"\[\^?(\d+)\]:? (.*)", line):
            document.notes[match[1]] = match[2]
        elif match := re.match(r"(#+) (.*)", line):
            document.pieces.append(Piece("heading", match[2], len(match[1])))
        elif line.startswith("|"):
            cells = tuple(cell.strip() for cell in line.strip("|").split("|"))
            document.pieces.append(Piece("row", " ".join(cells), cells=cells))
        elif line.startswith("- "):
            document.pieces.append(Piece("item", line[2:]))
        elif re.match(r"\d+\. ", line):
            document.pieces.append(Piece("number", line))
        elif after.startswith("|") or re.match(r"單位|表[一二三]：", line):
            document.pieces.append(Piece("caption", line))
        elif line.startswith("資料來源"):
            document.pieces.append(Piece("source", line))
        else:
            document.pieces.append(Piece("paragraph", line))
    return document
