"""The briefing record: one JSON file for each briefing and edition, as ``data/record.schema.json`` describes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import orjson

from jianbao.document import EDITION_FOLDERS, BlockKind, Edition, EditionBlock, carry
from jianbao.findings import Reason
from jianbao.gazetteer import Name
from jianbao.library import Entry, Library
from jianbao.site.page import Page

Convert = Callable[[str, str], str]
"""A label of ours in an edition's script: text, locale → text."""

_KINDS = {BlockKind.LINES: BlockKind.PARAGRAPH.value}
REGIONS: Mapping[str, str] = {"zh-Hant-TW": "tw", "zh-Hans-CN": "cn", "zh-Hant-HK": "hk"}
Item = dict[str, Any]


def record_path(slug: str, locale: str) -> str:
    """Where a record lies under ``docs/``."""
    return f"{EDITION_FOLDERS[locale]}data/briefings/{slug}.json"


def page_path(slug: str, locale: str) -> str:
    """Where a briefing's page lies under the site's root."""
    return f"{EDITION_FOLDERS[locale]}briefings/{slug}.html"


def as_json(value: object) -> bytes:
    """UTF-8, keys in the order given, two spaces of indent, a line feed at the end."""
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


class RecordWriter:
    """Makes the records of one library."""

    def __init__(self, library: Library, convert: Convert = lambda text, locale: text) -> None:
        """``convert`` writes words of ours in an edition's script."""
        self._names: dict[str, Name] = {name.id: name for name in library.gazetteer.names}
        self._topics = {topic.id: topic.title for topic in library.topics}
        self._convert = convert

    def page(self, entry: Entry, locale: str) -> Page:
        """The file of one record."""
        return Page(record_path(entry.slug, locale), as_json(self.record(entry, locale)))

    def record(self, entry: Entry, locale: str) -> Item:
        """One record as plain values, keys in their order."""
        edition, findings = entry.editions[locale], entry.findings
        place = _Places(edition)
        meta = edition.meta
        date = meta.date.value if meta.date else None
        return {
            "record_version": 1,
            "slug": entry.slug,
            "url": "/" + page_path(entry.slug, locale),
            "title": meta.title.value if meta.title and meta.title.value else None,
            "seed": edition.seed,
            "seed_sha256": edition.seed_sha256,
            "ordinal": edition.ordinal,
            "date": date,
            "date_precision": {10: "day", 7: "month", 4: "year"}.get(len(date)) if date else None,
            "ref_date": findings.reference.iso,
            "ref_source": findings.reference.source,
            "authors": [author.value for author in meta.authors if author.value],
            "affiliation": meta.affiliation.value if meta.affiliation and meta.affiliation.value else None,
            "source": meta.source.value if meta.source and meta.source.value else None,
            "kind": meta.kind,
            "locale": locale,
            "paragraphs": _paragraphs(edition),
            "mentions": self._mentions(entry, place, locale),
            "links": place.located(({"name_id": x.name_id}, x) for x in findings.links),
            "topics": [self._topic(hit, locale) for hit in findings.topics],
            "dates": place.located(
                (
                    {
                        "text": "",
                        "iso": x.iso,
                        "precision": x.precision,
                        "certainty": "explicit" if x.certainty == "explicit" else "inferred",
                        "basis": x.basis,
                    },
                    x,
                )
                for x in findings.dates
            ),
            "quotations": place.located(
                (
                    {
                        "speaker": self._speaker(x.speaker, x.speaker_id, locale),
                        "speaker_id": x.speaker_id,
                        "text": "",
                        "evidence": x.evidence,
                    },
                    x,
                )
                for x in findings.quotations
            ),
            "figures": place.located(
                ({"text": "", "value": _number(x.value), "unit": self._convert(x.unit, locale) or None}, x)
                for x in findings.figures
            ),
            "key_points": place.located(({"text": ""}, x) for x in findings.key_points),
            "glosses": place.located(({"name": "", "foreign": x.foreign}, x) for x in findings.glosses),
            "related": [
                {"slug": x.slug, "score": _round(x.score), "why": [self._reason(why, locale) for why in x.why]}
                for x in entry.related
            ],
            "changes": _changes(edition, place),
            "removals": [_removal(x) for x in entry.removals if x.text],
        }

    def name(self, name_id: str, locale: str) -> str:
        """A name of ``names.yml`` in an edition: its form of that region, else its own."""
        known = self._names.get(name_id)
        if known is None:
            return name_id
        return known.form(REGIONS[locale]) or self._convert(known.name, locale)

    def _mentions(self, entry: Entry, place: _Places, locale: str) -> list[Item]:
        rows = (
            (
                {
                    "name": self.name(x.name_id, locale),
                    "name_id": x.name_id,
                    "kind": self._names[x.name_id].kind if x.name_id in self._names else "concept",
                    "surface": "",
                },
                x,
            )
            for x in entry.findings.mentions
        )
        return place.located(rows)

    def _speaker(self, speaker: str | None, speaker_id: str | None, locale: str) -> str | None:
        if speaker_id:
            return self.name(speaker_id, locale)
        return self._convert(speaker, locale) if speaker else None

    def _topic(self, hit: Any, locale: str) -> Item:
        title = self._convert(self._topics.get(hit.topic_id, hit.topic_id), locale)
        why = [self._reason(reason, locale) for reason in hit.why]
        return {"id": hit.topic_id, "title": title, "score": _round(hit.score), "why": why}

    def _reason(self, reason: Reason, locale: str) -> Item:
        item: Item = {"text": self._convert(reason.text, locale)}
        if reason.id:
            item["id"] = reason.id
        if reason.weight:
            item["weight"] = _round(reason.weight)
        if reason.count:
            item["count"] = reason.count
        return item


class _Places:
    """Takes finds of the default edition to the places of another one."""

    def __init__(self, edition: Edition) -> None:
        self._blocks: dict[str, EditionBlock] = {
            block.id: block for block in edition.blocks if block.kind != BlockKind.BYLINE and block.text
        }
        self._order = {block: index for index, block in enumerate(self._blocks)}

    def located(self, rows: Any) -> list[Item]:
        """The items with their places, in text order; the words of the text go in where an item has an empty field."""
        out: list[tuple[int, int, int, int, Item]] = []
        for item, find in rows:
            block = self._blocks.get(find.block)
            if block is None:
                continue
            start, end = carry(block, find.start, find.end)
            if not 0 <= start < end <= len(block.text):
                continue
            for key, value in item.items():
                if value == "":
                    item[key] = block.text[start:end]
            item["paragraph"], item["start"], item["end"] = block.id, start, end
            out.append((self._order[block.id], start, end, len(out), item))
        out.sort()
        return [row[-1] for row in out]

    def block(self, block: str) -> EditionBlock | None:
        """A block that is in the record."""
        return self._blocks.get(block)


def _paragraphs(edition: Edition) -> list[Item]:
    out = []
    whole = [[edition.first_line, max(edition.last_line, edition.first_line)]]
    for block in edition.blocks:
        if block.kind == BlockKind.BYLINE or not block.text:
            continue
        item: Item = {"id": block.id, "kind": _KINDS.get(block.kind, block.kind.value), "text": block.text}
        if block.kind == BlockKind.HEADING and 2 <= block.level <= 6:
            item["level"] = block.level
        item["seed_lines"] = [list(pair) for pair in block.seed_lines] or whole
        out.append(item)
    return out


def _changes(edition: Edition, place: _Places) -> list[Item]:
    out = []
    for change in edition.changes:
        block = place.block(change.block)
        item: Item = {
            "stage": change.stage,
            "rule": change.rule,
            "before": change.before,
            "after": change.after,
            "seed_line": change.seed_line,
            "seed_column": change.seed_column,
            "paragraph": block.id if block else None,
        }
        if block and change.start is not None and change.end is not None and change.start < change.end:
            item |= {"start": change.start, "end": change.end}
        item["evidence"] = change.evidence or None
        out.append(item)
    return out


def _removal(removal: Any) -> Item:
    return {
        "code": removal.code,
        "text": removal.text,
        "seed_line": removal.seed_line,
        "seed_column": removal.seed_column,
        "reason": removal.reason or removal.code,
    }


def _number(value: float | tuple[float, float] | None) -> float | int | list[float | int] | None:
    if isinstance(value, tuple):
        return [_whole(value[0]), _whole(value[1])]
    return None if value is None else _whole(value)


def _whole(value: float) -> float | int:
    return int(value) if value == int(value) else value


def _round(value: float) -> float | int:
    return _whole(round(value, 3))
