"""How much of what an article says is found: who says what, and which day its dates mean.

``articles/*.txt`` are texts of many styles, written for this project; persons and events are invented. What is to be
found is marked in them: ``[[q:Speaker]]「…」`` a quotation with the wordings of its speaker that will do (``A/B``;
empty: nobody is named), ``[[t:Speaker]]`` a turn of a conversation, up to the end of its line, and
``[[d:2026-02-03|今天]]`` a date.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from jianbao import knowledge
from jianbao.document import BlockKind, Edition
from jianbao.findings import DateFinding, Findings, Quotation
from jianbao.folding import fold
from jianbao.gazetteer import Gazetteer
from jianbao.reading import through_stages
from jianbao.script import make_editions
from jianbao.seed_result import SeedInput
from jianbao.sidecar import Sidecar

ARTICLES = Path(__file__).parent / "articles"
_MARK = re.compile(r"\[\[(?P<kind>[qt]):(?P<who>[^\]]*)\]\]|\[\[d:(?P<iso>[^|\]]*)\|(?P<words>[^\]]*)\]\]")
_CLOSING = {"「": "」", "“": "”", '"': '"'}
_LABEL = re.compile(r"[^：]{1,8}：")
_ALIKE = 0.9
_LEAST = 14
"""Characters from which on a quotation that nobody marked counts as a wrong one."""


@dataclass(frozen=True, slots=True)
class Truth:
    """A text without its marks, and what they say: ``(speakers, words)`` and ``(iso, words)``, in order."""

    text: str
    said: tuple[tuple[tuple[str, ...], str], ...]
    dates: tuple[tuple[str, str], ...]


def read(path: Path) -> Truth:
    """An article with its marks taken out."""
    raw = path.read_text(encoding="utf-8")
    text, position = "", 0
    said: list[tuple[str, str, int]] = []
    dates: list[tuple[str, str]] = []
    for mark in _MARK.finditer(raw):
        text += raw[position : mark.start()]
        position = mark.end()
        if mark["kind"]:
            said.append((mark["kind"], mark["who"], len(text)))
        else:
            dates.append((mark["iso"], mark["words"]))
            text += mark["words"]
    text += raw[position:]
    spoken = tuple((tuple(who.split("/")), _words(text, at, kind)) for kind, who, at in said)
    return Truth(text, spoken, tuple(dates))


def figures(paths: Sequence[Path]) -> Counter[str]:
    """Over all articles: ``said`` and ``dates`` due, ``said right`` and ``dates right``, ``said wrong`` (invented) and
    ``dates wrong`` (of another value, or none of the text's)."""
    out: Counter[str] = Counter()
    for path in paths:
        truth = read(path)
        editions, found = _extract(path.name, truth.text)
        _count_said(truth, [item for each in found for item in each.quotations], out)
        _count_dates(truth, editions, [item for each in found for item in each.dates if item.iso], out)
    return out


def _words(text: str, at: int, kind: str) -> str:
    line = text[at : text.find("\n", at)]
    if kind == "t":
        return _LABEL.sub("", line, count=1)
    depth = 0
    for place, char in enumerate(line):
        if char == _CLOSING[line[0]] and place:
            depth -= 1
        elif char == line[0]:
            depth += 1
        if not depth:
            return line[1:place]
    return line[1:]


def _extract(name: str, text: str) -> tuple[list[Edition], tuple[Findings, ...]]:
    stages = through_stages(SeedInput(name, text.encode(), Sidecar()), Gazetteer())
    editions = [make_editions(item, stages.seed, Gazetteer())["zh-Hant-TW"] for item in stages.canonical]
    return editions, knowledge.extract(editions, Gazetteer(), ())


def _plain(text: str) -> str:
    return re.sub(r"\W", "", fold(text))


def _count_said(truth: Truth, found: list[Quotation], out: Counter[str]) -> None:
    for speakers, words in truth.said:
        out["said"] += 1
        match = next((item for item in found if _same(item.text, words)), None)
        if match is not None:
            found.remove(match)
            out["said right"] += any(_names(match.speaker, speaker) for speaker in speakers)
    out["said wrong"] += sum(len(item.text) >= _LEAST for item in found)


def _same(one: str, other: str) -> bool:
    return SequenceMatcher(None, _plain(one), _plain(other), autojunk=False).ratio() >= _ALIKE


def _names(found: str | None, speaker: str) -> bool:
    if not speaker or not found:
        return not speaker and not found
    return _plain(speaker) in _plain(found) or _plain(found) in _plain(speaker)


def _count_dates(truth: Truth, editions: Sequence[Edition], found: list[DateFinding], out: Counter[str]) -> None:
    """Dates of the body in order; those of titles and bylines are the article's own."""
    body = {b.id for edition in editions for b in edition.blocks if b.kind not in (BlockKind.TITLE, BlockKind.BYLINE)}
    read_text = _plain("".join(b.text for edition in editions for b in edition.blocks if b.id in body))
    found = [item for item in found if item.block in body]
    for iso, words in truth.dates:
        if _plain(words) not in read_text:
            continue
        same = next((item for item in found if _plain(item.text) == _plain(words) and item.iso == iso), None)
        out["dates"] += 1
        out["dates right"] += same is not None
        if same is not None:
            found.remove(same)
    out["dates wrong"] += len(found)
