"""The editions of a canonical article: Taiwan as it is, the mainland and Hong Kong by characters, names and quotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jianbao.document import LOCALES, Block, BlockKind, Change, Edition, EditionBlock
from jianbao.gazetteer import Gazetteer
from jianbao.script import protect, record
from jianbao.script.blocks import block_ids, ordered, seed_lines
from jianbao.script.canonical import BlockScript, Canonical
from jianbao.script.carry import Carrier, Replacement, apply, shifts_of
from jianbao.script.codes import REGIONAL, SIMPLIFIED
from jianbao.script.detect import detect
from jianbao.script.edits import Rewriter
from jianbao.script.engine import converter
from jianbao.script.japanese import Range
from jianbao.script.mainland import to_mainland
from jianbao.script.meta import Restated, restate_meta
from jianbao.script.names import names_of
from jianbao.script.quotes import mainland_replacements
from jianbao.script.switches import SWITCHES, Switches
from jianbao.source import Seed

DEFAULT, MAINLAND, HONG_KONG = LOCALES


def make_editions(
    canonical: Canonical, seed: Seed, gazetteer: Gazetteer, switches: Switches = SWITCHES
) -> dict[str, Edition]:
    """All editions of an article, by locale, in the order of ``LOCALES``."""
    return {edition.locale: edition for edition in each_edition(canonical, seed, gazetteer, switches)}


def each_edition(
    canonical: Canonical, seed: Seed, gazetteer: Gazetteer, switches: Switches = SWITCHES
) -> Iterator[Edition]:
    """The same one after another, so that nobody has to hold all at once."""
    article = canonical.article
    ids = block_ids(article)
    blocks = list(zip(ids, (*article.blocks, *article.notes), canonical.scripts, strict=True))
    lines = {name: seed_lines(block, article, seed) for name, block, _ in blocks}
    for locale in LOCALES:
        region = Region(locale, gazetteer, switches)
        made: dict[str, EditionBlock] = {}
        carriers: dict[str, Carrier] = {}
        restated: list[Restated] = []
        renamed: list[Change] = []
        for name, block, script in blocks:
            if block.kind is BlockKind.LINES:
                carriers[name] = Carrier(())
                made[name] = EditionBlock(name, block.kind, block.text.plain, lines[name])
                continue
            restored = _seed_characters(block, seed.text) if locale == MAINLAND else []
            fixed = [*script.simplified, *((item.start, item.end) for item in restored)] if locale == MAINLAND else []
            recast = region.recast(block.text.plain, list(script.protected), fixed)
            replacements = recast.replacements(restored)
            carrier = carriers[name] = Carrier(shifts_of(replacements))
            words = apply(recast.plain, replacements) if replacements else recast.plain
            made[name] = _edition_block(name, block, script, lines[name], words, carrier)
            restated.append(Restated(block.text.plain, words, carrier))
            renamed += record.of_names(name, block.text, recast.names, carrier, seed)
        changes = [*record.of_edition(canonical.changes, made, carriers), *renamed]
        position = {name: index for index, name in enumerate(ordered(ids))}
        yield Edition(
            locale,
            article.seed,
            article.seed_sha256,
            article.ordinal,
            restate_meta(article.meta, restated, lambda value: convert(value, locale, gazetteer, switches)),  # noqa: B023
            tuple(made[name] for name in ordered(ids)),
            tuple(sorted(changes, key=lambda change: (position[change.block], change.start or 0))),
            article.first_line,
            article.last_line,
        )


def convert(text: str, locale: str, gazetteer: Gazetteer, switches: Switches = SWITCHES) -> str:
    """A label or name in the characters and names of an edition. Converting twice changes nothing more."""
    protected = protect.protected_ranges(text)
    if detect(text).lang == "zh-Hans":
        if locale == MAINLAND:
            return apply(text, mainland_replacements(text, protected))
        text = Rewriter(gazetteer, switches).convert(text)
        protected = protect.protected_ranges(text)
    recast = Region(locale, gazetteer, switches).recast(text, protected, [])
    return apply(recast.plain, recast.replacements())


def _edition_block(
    name: str, block: Block, script: BlockScript, lines: tuple[tuple[int, int], ...], words: str, carrier: Carrier
) -> EditionBlock:
    return EditionBlock(
        name,
        block.kind,
        words,
        lines,
        block.level,
        carrier.ranges(block.cells),
        block.table,
        block.header,
        carrier.marks(block.marks),
        block.label,
        carrier.langs(script.langs),
        carrier.shifts,
    )


def _seed_characters(block: Block, seed_text: str) -> list[Replacement]:
    """Back to what the seed has where that was Simplified."""
    found: list[Replacement] = []
    offset = 0
    for run in block.text.runs:
        if run.rule in (SIMPLIFIED, REGIONAL):
            found.append(Replacement(offset, offset + len(run.text), run.found(seed_text)))
        offset += len(run.text)
    return found


@dataclass(frozen=True, slots=True)
class Recast:
    """A text as an edition has it.

    ``plain`` is the text with its characters converted one for one; ``names`` then go into their regional form, and
    ``others`` are what else changes.
    """

    plain: str
    names: list[Replacement]
    others: list[Replacement]

    def replacements(self, more: Sequence[Replacement] = ()) -> list[Replacement]:
        """All in order, with ``more`` that the text needs; offsets are those of the canonical text, too."""
        found = [*self.names, *more, *self.others]
        return sorted(found, key=lambda item: item.start) if len(found) > 1 else found


class Region:
    """What an edition changes in canonical text."""

    def __init__(self, locale: str, gazetteer: Gazetteer, switches: Switches) -> None:
        self._names = names_of(gazetteer).regional[locale]
        self._mainland = locale == MAINLAND
        self._default = locale == DEFAULT
        glyphs = "t2hk" if locale == HONG_KONG and switches.hong_kong_glyphs else ""
        self._config = "tw2s" if self._mainland else glyphs

    def recast(self, text: str, protected: list[Range], fixed: list[Range]) -> Recast:
        """Names in their regional form, the rest by characters, quotes by pairs.

        ``protected`` stays as it is; in ``fixed`` quotes alone may change.
        """
        if self._default:
            return Recast(text, [], [])
        regional: list[Replacement] = []
        others = mainland_replacements(text, protected) if self._mainland else []
        parts: list[str] = []
        position = 0
        for start, end in protect.outside(len(text), protect.merged([*protected, *fixed])):
            names = self._names.find(text[start:end])
            for name in names:
                found = Replacement(start + name.start, start + name.end, name.text)
                plain = self._convert(text[found.start : found.end])
                if found.text != plain:
                    regional.append(found)
                elif plain != text[found.start : found.end]:
                    others.append(found)
            if self._config:
                for low, high in protect.outside(end - start, [(name.start, name.end) for name in names]):
                    piece = text[start + low : start + high]
                    converted = self._convert(piece)
                    if len(converted) == len(piece):
                        parts += (text[position : start + low], converted)
                        position = start + high
                    else:
                        others.append(Replacement(start + low, start + high, converted))
        return Recast("".join((*parts, text[position:])), regional, others)

    def _convert(self, text: str) -> str:
        if self._mainland:
            return to_mainland(text)
        return converter(self._config).convert(text) if self._config else text
