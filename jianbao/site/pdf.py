"""Briefings and topic dossiers on paper, set by typst (``pip install 'jianbao[pdf]'``).

typst gets the text as data and the templates of ``templates/print`` as its only code, so nothing in a seed can become
typst. Notes stand at the page's bottom, heads run, the PDF is tagged and has bookmarks.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from jianbao.document import BlockKind, Edition, EditionBlock, carry
from jianbao.library import Entry, Library, Topic
from jianbao.site.bylines import groups, in_text
from jianbao.site.captions import wants_label
from jianbao.site.fonts import Faces, choose_faces
from jianbao.site.reader_words import reader_words
from jianbao.site.records import Convert, page_path

TEMPLATE = "document.typ"
CONTENTS_FROM = 3
"""Headings that a briefing needs for a table of contents of its own."""


class PaperError(Exception):
    """No PDF can be made on this machine. ``str()`` says what to install."""


def make_pdf(data: dict[str, Any], templates: Path, out: Path) -> None:
    """Set one document (``briefing_data``, ``dossier_data``) and write it to ``out``.

    ``templates`` is the folder ``templates/print``. Raises ``PaperError`` without typst, ``FontError`` without a face
    of the region.
    """
    try:
        import typst
    except ImportError:
        raise PaperError("typst is not installed; pip install 'jianbao[pdf]'") from None
    fonts = typst.Fonts()
    faces = choose_faces(data["locale"], set(fonts.families()))
    inputs = {"data": json.dumps(data | {"faces": _as_data(faces)}, ensure_ascii=False)}
    compiler = typst.Compiler(str(templates / TEMPLATE), root=str(templates), font_paths=fonts, sys_inputs=inputs)
    out.parent.mkdir(parents=True, exist_ok=True)
    compiler.compile(output=str(out), format="pdf", pdf_standards=["ua-1"])


def briefing_data(
    library: Library, entry: Entry, locale: str, site_url: str = "", convert: Convert = lambda text, locale: text
) -> dict[str, Any]:
    """One briefing as the template wants it.

    ``site_url`` is put in its box where it is known; ``convert`` writes topics in the edition's script.
    """
    edition = entry.editions[locale]
    headings = sum(block.kind is BlockKind.HEADING for block in edition.blocks)
    return _document(library, locale, [entry], site_url, convert) | {
        "title": edition.title,
        "authors": [author.value for author in edition.meta.authors],
        "contents": headings >= CONTENTS_FROM,
    }


def dossier_data(
    library: Library, topic: Topic, locale: str, site_url: str = "", convert: Convert = lambda text, locale: text
) -> dict[str, Any]:
    """All briefings of a topic bound as one, newest first."""
    listed = (
        listing for listing in library.listings.values() if any(hit.topic_id == topic.id for hit in listing.topics)
    )
    entries = [library.entry(listing.slug) for listing in listed]
    entries.sort(key=lambda entry: _date(entry.editions[locale]), reverse=True)
    return _document(library, locale, entries, site_url, convert) | {
        "title": convert(topic.title, locale),
        "dossier": True,
        "definition": convert(topic.definition, locale),
    }


def _document(
    library: Library, locale: str, entries: Sequence[Entry], site_url: str, convert: Convert
) -> dict[str, Any]:
    _, script, region = locale.split("-")
    titles = {topic.id: convert(topic.title, locale) for topic in library.topics}
    return {
        "locale": locale,
        "script": script.lower(),
        "region": region,
        "title": "",
        "authors": [],
        "dossier": False,
        "contents": False,
        "definition": "",
        "words": dict(reader_words("paper", locale)),
        "briefings": [
            _briefing(entry, locale, titles, site_url, f"{number}-") for number, entry in enumerate(entries, 1)
        ],
    }


def _briefing(entry: Entry, locale: str, titles: Mapping[str, str], site_url: str, prefix: str) -> dict[str, Any]:
    edition = entry.editions[locale]
    notes = {block.label: block for block in edition.blocks if block.kind is BlockKind.FOOTNOTE}
    flows = _Flows(notes, prefix)
    body = [b for b in edition.blocks if b.kind not in (BlockKind.TITLE, BlockKind.BYLINE, BlockKind.FOOTNOTE)]
    blocks: list[dict[str, Any]] = []
    below = in_text(edition)
    for group in groups(body, below):
        if group[0].kind is BlockKind.TABLE:
            blocks.append(_table(group, flows))
        else:
            blocks += [
                {
                    "kind": block.kind.value,
                    "level": max(block.level, 1),
                    "number": block.id.removeprefix("p"),
                    "labelled": block.kind is BlockKind.CAPTION and wants_label(block.text),
                    "pieces": flows.pieces(block),
                }
                for block in group
            ]
        for line in chain.from_iterable(below.get(block.id, ()) for block in group):
            blocks.append({"kind": "byline", "text": line.text})
    base = {block.id: block for block in edition.blocks}
    return {
        "title": edition.title,
        "supplied": edition.meta.title is None or edition.meta.title.origin != "seed",
        "facts": _facts(entry, edition, titles, site_url),
        "points": [
            [point.block.removeprefix("p"), _slice(base[point.block], point.start, point.end)]
            for point in entry.findings.key_points
            if point.block in base
        ],
        "blocks": blocks,
        "loose": [flows.runs(note, 0, len(note.text)) for label, note in notes.items() if label not in flows.seen],
    }


class _Flows:
    """Blocks as runs of text and notes; a note is set where it is first marked and referred to afterwards."""

    def __init__(self, notes: dict[str, EditionBlock], prefix: str) -> None:
        self.notes, self.prefix = notes, prefix
        self.seen: set[str] = set()

    def pieces(self, block: EditionBlock, start: int = 0, end: int | None = None) -> list[dict[str, Any]]:
        end = len(block.text) if end is None else end
        pieces: list[dict[str, Any]] = []
        for mark in sorted(block.marks, key=lambda mark: mark.offset):
            if start <= mark.offset <= end and mark.label in self.notes:
                pieces += self.runs(block, start, mark.offset)
                pieces.append(self._note(mark.label))
                start = mark.offset
        return pieces + self.runs(block, start, end)

    def _note(self, label: str) -> dict[str, Any]:
        note = self.notes[label]
        if label in self.seen:
            return {"again": self.prefix + note.id}
        self.seen.add(label)
        return {"note": self.runs(note, 0, len(note.text)), "id": self.prefix + note.id}

    @staticmethod
    def runs(block: EditionBlock, start: int, end: int) -> list[dict[str, Any]]:
        """``[{"text": …}, {"text": …, "lang": "en"}]`` of a stretch of a block."""
        runs: list[dict[str, Any]] = []
        for run in block.langs:
            low, high = max(run.start, start), min(run.end, end)
            if low < high:
                runs += [
                    {"text": block.text[start:low]},
                    {"text": block.text[low:high], "lang": run.lang.split("-")[0]},
                ]
                start = high
        runs.append({"text": block.text[start:end]})
        return [run for run in runs if run["text"]]


def _table(rows: Sequence[EditionBlock], flows: _Flows) -> dict[str, Any]:
    columns = max(len(row.cells) for row in rows)
    cells = [
        [flows.pieces(row, start, end) for start, end in row.cells] + [[]] * (columns - len(row.cells)) for row in rows
    ]
    head = cells.pop(0) if rows[0].header and len(rows) > 1 else []
    return {"kind": "table", "columns": columns, "head": head, "rows": cells}


def _facts(entry: Entry, edition: Edition, titles: Mapping[str, str], site_url: str) -> list[list[str]]:
    """What the box at the top says: name and value, in order; what is not known is left out."""
    words, meta = reader_words("paper", edition.locale), edition.meta
    facts = {
        "source": meta.source.value if meta.source else "",
        "authors": "、".join(author.value for author in meta.authors),
        "affiliation": meta.affiliation.value if meta.affiliation else "",
        "date": meta.date_text or _date(edition),
        "topics": "、".join(titles[hit.topic_id] for hit in entry.findings.topics if hit.topic_id in titles),
        "seed": words["seed_place"].format(name=edition.seed, n=edition.ordinal),
        "address": f"{site_url.rstrip('/')}/{page_path(entry.slug, edition.locale)}" if site_url else "",
    }
    return [[words[name], value] for name, value in facts.items() if value]


def _slice(block: EditionBlock, start: int, end: int) -> str:
    start, end = carry(block, start, end)
    return block.text[start:end]


def _date(edition: Edition) -> str:
    return edition.meta.date.value if edition.meta.date else ""


def _as_data(faces: Faces) -> dict[str, str]:
    return {"song": faces.song, "hei": faces.hei, "latin": faces.latin}
