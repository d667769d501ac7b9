"""Glosses: ``名(Foreign Name)`` and ``Foreign Name(名)``, the text's own bilingual glossary."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby

from jianbao import regex as re
from jianbao.diagnostics import Diagnostic, Position, Severity
from jianbao.document import BlockKind, Edition
from jianbao.findings import Findings, Gloss, Mention
from jianbao.first_characters import led
from jianbao.knowledge.gloss_cut import Cut, cut, is_continuation, kind_of, writes_sounds

_BRACKET = led(r" ?[（(]([^()（）\n]{1,240})[)）]")
_TURNED = re.compile(
    r"(?<![A-Za-z.'’\-])"
    r"(?P<foreign>[A-ZÀ-Þ][A-Za-zÀ-ɏ.'’\-]+(?: (?:of|the|and|for|de|van|von|al|bin|[A-ZÀ-Þ][A-Za-zÀ-ɏ.'’\-]*)){1,6})"
    r" ?[（(](?P<name>[\u3400-\u9fff·．・‧]{3,20})[)）]"
)
_FOREIGN = re.compile(r"[“‘\"'「]?[A-Za-zÀ-ɏ][^\u3400-\u9fff]*(?:[,，/;；、 ].*)?$", re.DOTALL)
_LETTERS = re.compile(r"[A-Za-zÀ-ɏ]{2}|[A-Z][0-9]{1,2}$")
_CITATION = re.compile(r"\b(?:1[5-9]|20)\d\d\b|https?:|www\.|\bpp?\. ?\d|[=%@]|\d{3}")
_MOST_SHOWN = 6
_UNREAD = {BlockKind.BYLINE, BlockKind.FOOTNOTE}


def find(edition: Edition, mentions: Sequence[Mention]) -> tuple[Gloss, ...]:
    """All glosses of an edition in text order; ``foreign`` is what stands in the brackets.

    Where a known name ends at the bracket, it is the one that is glossed; else the text shows where it begins.
    """
    known = {block: list(group) for block, group in groupby(mentions, key=lambda mention: mention.block)}
    found = []
    for block in edition.blocks:
        if block.kind not in _UNREAD:
            for start, end, foreign, _ in in_text(block.text, known.get(block.id, ())):
                found.append(Gloss(block.text[start:end], foreign, block.id, start, end))
            for start, end, foreign in _turned(block.text):
                found.append(Gloss(block.text[start:end], foreign, block.id, start, end))
    return tuple(found)


def _turned(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, foreign) of names behind their foreign form, if they write its sounds or it is that of a body."""
    for match in _TURNED.finditer(text):
        name, kind = match["name"], kind_of(match["foreign"])
        if writes_sounds(name) if kind == "person" else kind == "thing" and len(name) > 3:
            yield *match.span("name"), match["foreign"]


def in_text(text: str, known: Sequence[Mention] = ()) -> Iterator[tuple[int, int, str, str]]:
    """(start, end, foreign, evidence) of the glosses of a text; ``known`` are its mentions in order."""
    for bracket in _BRACKET.finditer(text):
        foreign = bracket[1].strip()
        if not _FOREIGN.match(foreign) or not _LETTERS.search(foreign) or _CITATION.search(foreign):
            continue
        end = bracket.start()
        place = _known(known, end) or cut(text, end, foreign, text[bracket.end() : bracket.end() + 1])
        if place is None or _continued(text, known, place, end):
            continue
        quoted = place.evidence == "quoted" and text[end - 1] in "」』》〉”’"
        yield place.start, end - quoted, foreign, place.evidence


def _known(known: Sequence[Mention], end: int) -> Cut | None:
    index = bisect_left(known, end, key=lambda mention: mention.end)
    if index < len(known) and known[index].end == end:
        return Cut(known[index].start, "known")
    return None


def _continued(text: str, known: Sequence[Mention], place: Cut, end: int) -> bool:
    """Whether a known name and a word like 計畫 stand before the bracket: it glosses the name, not both together.

    So for a name in marks, 「藍點網路」計劃(Blue Dot Network), and so for one without.
    """
    index = bisect_left(known, place.start, key=lambda mention: mention.start)
    if place.evidence == "known" or index == len(known) or known[index].start != place.start:
        return False
    return is_continuation(text[known[index].end : end])


def unknown(editions: Sequence[Edition], findings: Sequence[Findings]) -> tuple[Diagnostic, ...]:
    """One info for a seed whose texts gloss names that ``names.yml`` does not have, at the first of them."""
    lines: dict[str, int] = {}
    for edition, found in zip(editions, findings, strict=True):
        known = {(mention.block, mention.end) for mention in found.mentions}
        blocks = {block.id: block for block in edition.blocks}
        for gloss in found.glosses:
            if (gloss.block, gloss.end) not in known:
                lines.setdefault(f"{gloss.name}({gloss.foreign})", blocks[gloss.block].seed_lines[0][0])
    if not lines:
        return ()
    shown = ", ".join([*lines][:_MOST_SHOWN]) + (" …" if len(lines) > _MOST_SHOWN else "")
    message = f"{len(lines)} glossed names are not in names.yml: {shown}"
    place = Position(next(iter(lines.values())))
    help = "decide on them in candidates.yml, then run `names --apply`"
    return (Diagnostic(Severity.INFO, "K01", message, editions[0].seed, place, help),)
