"""The editions of a canonical article: Taiwan as it is, the mainland and Hong Kong by characters, names and quotes."""

from __future__ import annotations

from jianbao.document import LOCALES, Block, Edition, EditionBlock
from jianbao.gazetteer import Gazetteer
from jianbao.script import protect
from jianbao.script.blocks import block_ids, ordered, seed_lines
from jianbao.script.canonical import SIMPLIFIED, BlockScript, Canonical, find_edits
from jianbao.script.carry import Carrier, Replacement, apply, shifts_of
from jianbao.script.detect import detect
from jianbao.script.engine import converter
from jianbao.script.meta import Restated, restate_meta
from jianbao.script.names import regional_names
from jianbao.source import Seed

DEFAULT, MAINLAND, HONG_KONG = LOCALES
_MAINLAND_QUOTES = str.maketrans("「」『』", "“”‘’")


def make_editions(canonical: Canonical, seed: Seed, gazetteer: Gazetteer) -> dict[str, Edition]:
    """All editions of an article, by locale, in the order of ``LOCALES``."""
    article = canonical.article
    ids = block_ids(article)
    blocks = dict(zip(ids, zip((*article.blocks, *article.notes), canonical.scripts, strict=True), strict=True))
    lines = {name: seed_lines(block, article, seed) for name, (block, _) in blocks.items()}
    editions: dict[str, Edition] = {}
    for locale in LOCALES:
        made: dict[str, EditionBlock] = {}
        restated: list[Restated] = []
        for name, (block, script) in blocks.items():
            text = block.text.plain
            replacements = replacements_for(block, script, locale, gazetteer, seed.text)
            shifts = shifts_of(replacements)
            carrier = Carrier(shifts)
            after = apply(text, replacements)
            restated.append(Restated(text, after, carrier))
            made[name] = EditionBlock(
                name,
                block.kind,
                after,
                lines[name],
                block.level,
                carrier.ranges(block.cells),
                block.table,
                block.header,
                carrier.marks(block.marks),
                block.label,
                carrier.langs(script.langs),
                shifts,
            )
        editions[locale] = Edition(
            locale,
            article.seed,
            article.seed_sha256,
            article.ordinal,
            restate_meta(article.meta, restated, lambda value: convert(value, locale, gazetteer)),  # noqa: B023
            tuple(made[name] for name in ordered(ids)),
            canonical.changes,
            article.first_line,
            article.last_line,
        )
    return editions


def replacements_for(
    block: Block, script: BlockScript, locale: str, gazetteer: Gazetteer, seed_text: str
) -> list[Replacement]:
    """What an edition changes in a canonical block, in order, in offsets of its text."""
    if locale == DEFAULT:
        return []
    text = block.text.plain
    fixed = list(script.protected)
    restored: list[Replacement] = []
    if locale == MAINLAND and script.simplified:
        restored = _seed_characters(block, seed_text)
        fixed = protect.merged(fixed + list(script.simplified))
    found = restored + [
        item
        for start, end in protect.outside(len(text), fixed)
        for item in _converted(text, start, end, locale, gazetteer)
    ]
    return sorted(found, key=lambda item: item.start)


def _seed_characters(block: Block, seed_text: str) -> list[Replacement]:
    """Back to the seed's own characters where they were Simplified."""
    found: list[Replacement] = []
    offset = 0
    for run in block.text.runs:
        if run.rule == SIMPLIFIED:
            found.append(
                Replacement(offset, offset + len(run.text), "".join(seed_text[start:end] for start, end in run.spans))
            )
        offset += len(run.text)
    return found


def _converted(text: str, start: int, end: int, locale: str, gazetteer: Gazetteer) -> list[Replacement]:
    """Names in their regional form, the rest by characters."""
    piece = text[start:end]
    names = regional_names(gazetteer, locale).find(piece)
    found = [Replacement(start + item.start, start + item.end, item.text) for item in names]
    if locale == MAINLAND:
        for low, high in protect.outside(len(piece), [(item.start, item.end) for item in names]):
            found += _characters(piece[low:high], start + low)
    return sorted(found, key=lambda item: item.start)


def _characters(text: str, offset: int) -> list[Replacement]:
    after = converter("tw2s").convert(text).translate(_MAINLAND_QUOTES)
    if len(after) != len(text):
        return [Replacement(offset, offset + len(text), after)]
    return [
        Replacement(place, place + 1, new)
        for place, (old, new) in enumerate(zip(text, after, strict=True), offset)
        if old != new
    ]


def convert(text: str, locale: str, gazetteer: Gazetteer) -> str:
    """A label or name in the characters and regional forms of an edition. Converting twice changes nothing more."""
    simplified = detect(text).lang == "zh-Hans"
    if simplified and locale != MAINLAND:
        for edit in reversed(find_edits(text)):
            text = text[: edit.start] + edit.text + text[edit.end :]
    if locale == DEFAULT or (simplified and locale == MAINLAND):
        return text
    found = [
        item
        for start, end in protect.outside(len(text), protect.protected_ranges(text))
        for item in _converted(text, start, end, locale, gazetteer)
    ]
    return apply(text, found)
