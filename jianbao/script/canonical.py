"""The canonical article: its text in the script of Taiwan, repaired, each change with its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from jianbao.diagnostics import Diagnostic
from jianbao.document import Article, Block, Change, LangRun
from jianbao.gazetteer import Gazetteer
from jianbao.provenance import Edit, Removal
from jianbao.script import protect
from jianbao.script.blocks import block_ids, ordered
from jianbao.script.carry import Carrier, Replacement, shifts_of
from jianbao.script.detect import detect
from jianbao.script.engine import converter
from jianbao.script.meta import Restated, restate_meta
from jianbao.sidecar import Sidecar
from jianbao.source import Seed

SIMPLIFIED = "R01"
STAGES = {SIMPLIFIED: "convert"}
"""Code of a rule to the stage under which its changes are shown."""


@dataclass(frozen=True, slots=True)
class BlockScript:
    """What is known of a canonical block's characters, in offsets of its text.

    ``protected`` is the same in all editions; ``simplified`` was Simplified in the seed.
    """

    protected: tuple[tuple[int, int], ...] = ()
    simplified: tuple[tuple[int, int], ...] = ()
    langs: tuple[LangRun, ...] = ()


@dataclass(frozen=True, slots=True)
class Canonical:
    """An article ready for its editions.

    ``scripts`` has one item for each block of ``article``, body first, then notes. ``changes`` point into the default
    edition. ``removals`` join those of the stages before in the account of the seed.
    """

    article: Article
    scripts: tuple[BlockScript, ...]
    changes: tuple[Change, ...] = ()
    removals: tuple[Removal, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def canonicalise(article: Article, seed: Seed, gazetteer: Gazetteer, sidecar: Sidecar) -> Canonical:
    """Repair and convert an article; ``keep`` lines of the sidecar stay as they are. Raises nothing."""
    blocks: dict[str, Block] = {}
    scripts: dict[str, BlockScript] = {}
    changes: list[Change] = []
    removals: list[Removal] = []
    restated: list[Restated] = []
    ids = block_ids(article)
    for name, block in zip(ids, (*article.blocks, *article.notes), strict=True):
        edits = find_edits(block.text.plain)
        text, gone = block.text.replace(edits)
        carrier = Carrier(shifts_of(Replacement(edit.start, edit.end, edit.text) for edit in edits))
        blocks[name] = replace(block, text=text, cells=carrier.ranges(block.cells), marks=carrier.marks(block.marks))
        scripts[name] = _script(text.plain, block.text.plain)
        changes += _changes(name, block, edits, carrier, seed)
        removals += gone
        restated.append(Restated(block.text.plain, text.plain, carrier))
    body = tuple(blocks[name] for name in ids[: len(article.blocks)])
    notes = tuple(blocks[name] for name in ids[len(article.blocks) :])
    meta = restate_meta(article.meta, restated, _convert)
    language = detect("\n".join(block.text.plain for block in article.blocks)).lang
    meta = replace(meta, language=language)
    position = {name: index for index, name in enumerate(ordered(ids))}
    changes.sort(key=lambda change: (position[change.block], change.start or 0))
    return Canonical(
        replace(article, meta=meta, blocks=body, notes=notes),
        tuple(scripts[name] for name in ids),
        tuple(changes),
        tuple(removals),
    )


def find_edits(text: str) -> list[Edit]:
    """All edits of one block's text, in order."""
    if detect(text).lang != "zh-Hans":
        return []
    edits: list[Edit] = []
    for start, end in protect.outside(len(text), protect.protected_ranges(text)):
        after = converter("s2tw").convert(text[start:end])
        if len(after) != end - start:
            continue
        edits += [
            Edit(offset, offset + 1, new, SIMPLIFIED)
            for offset, (old, new) in enumerate(zip(text[start:end], after, strict=True), start)
            if old != new
        ]
    return edits


def _convert(text: str) -> str:
    edits = find_edits(text)
    for edit in reversed(edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _script(text: str, source: str) -> BlockScript:
    simplified = ((0, len(text)),) if detect(source).lang == "zh-Hans" else ()
    return BlockScript(tuple(protect.protected_ranges(text)), simplified, tuple(protect.foreign_runs(text)))


def _changes(name: str, block: Block, edits: Sequence[Edit], carrier: Carrier, seed: Seed) -> Iterable[Change]:
    for edit in edits:
        before = block.text.plain[edit.start : edit.end]
        if not before.strip() and not edit.text.strip():
            continue
        origin = block.text.origin(edit.start)
        place = seed.locate(origin or 0)
        yield Change(
            STAGES[edit.rule],
            edit.rule,
            before,
            edit.text,
            place.line,
            place.column,
            name,
            carrier.start(edit.start) if edit.text else None,
            carrier.end(edit.end) if edit.text else None,
            edit.note,
        )
