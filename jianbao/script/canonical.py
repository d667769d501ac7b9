"""The canonical article: its text in the script of Taiwan, repaired and punctuated, each change with its evidence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from jianbao.diagnostics import Diagnostic
from jianbao.document import Article, Block, BlockKind, Change, LangRun
from jianbao.gazetteer import Gazetteer
from jianbao.provenance import MappedText, Removal
from jianbao.script import protect, record, reports
from jianbao.script.blocks import block_ids, ordered
from jianbao.script.carry import Carrier, Replacement, shifts_of
from jianbao.script.detect import Counts, Detected
from jianbao.script.edits import Prepared, Rewriter
from jianbao.script.meta import Restated, restate_meta
from jianbao.script.repair import Verdict
from jianbao.script.switches import SWITCHES, Switches
from jianbao.sidecar import Sidecar
from jianbao.source import Seed

LANGUAGES = ("zh-Hant", "zh-Hans", "ja", "ko", "mn", "ru", "en")
"""Languages that an article's facts may state; what is mixed or undecided stays as it was."""


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
    edition. ``removals`` join those of the stages before in the account of the seed. ``detected`` is the language of
    the article as it came, ``verdict`` whether it is machine-converted.
    """

    article: Article
    scripts: tuple[BlockScript, ...]
    detected: Detected
    verdict: Verdict
    changes: tuple[Change, ...] = ()
    removals: tuple[Removal, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def canonicalise(
    article: Article, seed: Seed, gazetteer: Gazetteer, sidecar: Sidecar, switches: Switches = SWITCHES
) -> Canonical:
    """Repair, convert and punctuate an article. Lines that the sidecar keeps stay as they are. Raises nothing."""
    sources = (*article.blocks, *article.notes)
    if all(block.kind is BlockKind.LINES for block in sources):
        return _as_it_came(article)
    ids = block_ids(article)
    rewriter = Rewriter(gazetteer, switches)
    prepared = rewriter.prepare(
        [block.text.plain for block in sources], [_kept(b.text, seed, sidecar) for b in sources]
    )
    blocks: list[Block] = []
    scripts: list[BlockScript] = []
    changes: list[Change] = []
    removals: list[Removal] = []
    restated: list[Restated] = []
    for name, block, item in zip(ids, sources, prepared.blocks, strict=True):
        text, gone = block.text.replace(item.edits)
        carrier = Carrier(shifts_of(Replacement(edit.start, edit.end, edit.text) for edit in item.edits))
        cells, marks = carrier.ranges(block.cells), carrier.marks(block.marks)
        blocks.append(replace(block, text=text, cells=cells, marks=marks) if item.edits else block)
        scripts.append(_script(item, carrier, text.plain))
        changes += record.of_block(name, block.text, item.edits, carrier, seed)
        removals += (removal for removal in gone if removal.text.strip())
        restated.append(Restated(block.text.plain, text.plain, carrier))
    language = prepared.detected.lang if prepared.detected.lang in LANGUAGES else article.meta.language
    meta = replace(restate_meta(article.meta, restated, rewriter.convert), language=language)
    body = len(article.blocks)
    canonical = replace(article, meta=meta, blocks=tuple(blocks[:body]), notes=tuple(blocks[body:]))
    position = {name: index for index, name in enumerate(ordered(ids))}
    return Canonical(
        canonical,
        tuple(scripts),
        prepared.detected,
        prepared.verdict,
        tuple(sorted(changes, key=lambda change: (position[change.block], change.start or 0))),
        tuple(removals),
        tuple(reports.diagnostics(sources, blocks, scripts, prepared, seed)),
    )


def _as_it_came(article: Article) -> Canonical:
    """An article that is shown as it came, in whatever script."""
    scripts = (BlockScript(),) * len(article.blocks)
    return Canonical(
        article,
        scripts,
        Detected(article.meta.language, Counts()),
        Verdict(machine=False, han=0, proposals=0, pairs=()),
    )


def _kept(text: MappedText, seed: Seed, sidecar: Sidecar) -> list[tuple[int, int]]:
    """Ranges of a block's text that come from lines that the editor keeps."""
    if not sidecar.keep:
        return []
    kept: list[tuple[int, int]] = []
    offset = 0
    for run in text.runs:
        place = offset
        for start, end in run.spans if run.one_to_one else ():
            for char in range(start, end):
                if sidecar.keeps(seed.locate(char).line):
                    kept.append((place, place + 1))
                place += 1
        offset += len(run.text)
    return protect.merged(kept)


def _script(item: Prepared, carrier: Carrier, text: str) -> BlockScript:
    return BlockScript(carrier.ranges(item.protected), carrier.ranges(item.mainland), tuple(protect.foreign_runs(text)))
