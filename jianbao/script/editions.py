"""The editions of a canonical article: Taiwan as it is, the mainland and Hong Kong by characters, names and quotes."""

from __future__ import annotations

from jianbao.document import LOCALES, Block, Change, Edition, EditionBlock
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
    article = canonical.article
    ids = block_ids(article)
    blocks = list(zip(ids, (*article.blocks, *article.notes), canonical.scripts, strict=True))
    lines = {name: seed_lines(block, article, seed) for name, block, _ in blocks}
    editions: dict[str, Edition] = {}
    for locale in LOCALES:
        region = Region(locale, gazetteer, switches)
        made: dict[str, EditionBlock] = {}
        restated: list[Restated] = []
        renamed: list[Change] = []
        for name, block, script in blocks:
            restored = _seed_characters(block, seed.text) if locale == MAINLAND else []
            fixed = [*script.simplified, *((item.start, item.end) for item in restored)] if locale == MAINLAND else []
            names, others = region.replacements(block.text.plain, list(script.protected), fixed)
            replacements = _sorted([*restored, *names, *others])
            made[name] = _edition_block(name, block, script, lines[name], replacements)
            carrier = Carrier(made[name].shifts)
            restated.append(Restated(block.text.plain, made[name].text, carrier))
            renamed += record.of_names(name, block.text, names, carrier, seed)
        changes = [*record.of_edition(canonical.changes, made), *renamed]
        position = {name: index for index, name in enumerate(ordered(ids))}
        editions[locale] = Edition(
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
    return editions


def convert(text: str, locale: str, gazetteer: Gazetteer, switches: Switches = SWITCHES) -> str:
    """A label or name in the characters and names of an edition. Converting twice changes nothing more."""
    protected = protect.protected_ranges(text)
    if detect(text).lang == "zh-Hans":
        if locale == MAINLAND:
            return apply(text, mainland_replacements(text, protected))
        text = Rewriter(gazetteer, switches).convert(text)
        protected = protect.protected_ranges(text)
    names, others = Region(locale, gazetteer, switches).replacements(text, protected, [])
    return apply(text, _sorted(names + others))


def _edition_block(
    name: str, block: Block, script: BlockScript, lines: tuple[tuple[int, int], ...], replacements: list[Replacement]
) -> EditionBlock:
    shifts = shifts_of(replacements)
    carrier = Carrier(shifts)
    return EditionBlock(
        name,
        block.kind,
        apply(block.text.plain, replacements),
        lines,
        block.level,
        carrier.ranges(block.cells),
        block.table,
        block.header,
        carrier.marks(block.marks),
        block.label,
        carrier.langs(script.langs),
        shifts,
    )


def _seed_characters(block: Block, seed_text: str) -> list[Replacement]:
    """Back to the seed's own characters where they were Simplified."""
    found: list[Replacement] = []
    offset = 0
    for run in block.text.runs:
        if run.rule in (SIMPLIFIED, REGIONAL):
            before = "".join(seed_text[start:end] for start, end in run.spans)
            found.append(Replacement(offset, offset + len(run.text), before))
        offset += len(run.text)
    return found


class Region:
    """What an edition changes in canonical text."""

    def __init__(self, locale: str, gazetteer: Gazetteer, switches: Switches) -> None:
        self._names = names_of(gazetteer).regional[locale]
        self._mainland = locale == MAINLAND
        self._default = locale == DEFAULT
        glyphs = "t2hk" if locale == HONG_KONG and switches.hong_kong_glyphs else ""
        self._config = "tw2s" if self._mainland else glyphs

    def replacements(
        self, text: str, protected: list[Range], fixed: list[Range]
    ) -> tuple[list[Replacement], list[Replacement]]:
        """Names in their regional form; and the rest by characters, quotes by pairs.

        ``protected`` stays as it is; in ``fixed`` quotes alone may change.
        """
        if self._default:
            return [], []
        regional: list[Replacement] = []
        others = mainland_replacements(text, protected) if self._mainland else []
        for start, end in protect.outside(len(text), protect.merged([*protected, *fixed])):
            names = self._names.find(text[start:end])
            for name in names:
                found = Replacement(start + name.start, start + name.end, name.text)
                plain = self._convert(text[found.start : found.end])
                if found.text != plain:
                    regional.append(found)
                else:
                    others += _differences(text[found.start : found.end], plain, found.start)
            if self._config:
                for low, high in protect.outside(end - start, [(name.start, name.end) for name in names]):
                    piece = text[start + low : start + high]
                    others += _differences(piece, self._convert(piece), start + low)
        return regional, others

    def _convert(self, text: str) -> str:
        return converter(self._config).convert(text) if self._config else text


def _differences(before: str, after: str, offset: int) -> list[Replacement]:
    """Character by character if the length is the same, else as a whole."""
    if after == before:
        return []
    if len(after) != len(before):
        return [Replacement(offset, offset + len(before), after)]
    return [
        Replacement(place, place + 1, new)
        for place, (old, new) in enumerate(zip(before, after, strict=True), offset)
        if old != new
    ]


def _sorted(found: list[Replacement]) -> list[Replacement]:
    return sorted(found, key=lambda item: item.start)
