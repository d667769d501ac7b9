"""The record of changes: what was done to each block, where it stands, in each edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from jianbao.document import Change, EditionBlock
from jianbao.provenance import Edit, MappedText
from jianbao.script.carry import Carrier, Replacement
from jianbao.script.codes import EDITOR, REGIONAL, STAGES
from jianbao.source import Seed


def of_block(name: str, text: MappedText, edits: Sequence[Edit], carrier: Carrier, seed: Seed) -> Iterator[Change]:
    """What happened to a block, in offsets of its canonical text: the editor's fixes, then this stage's edits.

    ``text`` is the block before the edits.
    """
    offset = 0
    for run in text.runs:
        if run.rule == EDITOR:
            before = "".join(seed.text[start:end] for start, end in run.spans)
            fix = Edit(offset, offset + len(run.text), run.text, EDITOR, "the seed's .yml file")
            yield _change(name, text, fix, before, carrier, seed)
        offset += len(run.text)
    for edit in edits:
        before = text.plain[edit.start : edit.end]
        if before.strip() or edit.text.strip():
            yield _change(name, text, edit, before, carrier, seed)


def _change(name: str, text: MappedText, edit: Edit, before: str, carrier: Carrier, seed: Seed) -> Change:
    place = seed.locate(text.origin(edit.start) or 0)
    start, end = (carrier.start(edit.start), carrier.end(edit.end)) if edit.text else (None, None)
    stage = STAGES[edit.rule]
    return Change(stage, edit.rule, before, edit.text, place.line, place.column, name, start, end, edit.note)


def of_edition(
    changes: Iterable[Change], blocks: Mapping[str, EditionBlock], carriers: Mapping[str, Carrier]
) -> Iterator[Change]:
    """The canonical article's changes as an edition shows them; those it undoes are left out.

    ``carriers`` take offsets of the canonical blocks to those of the edition's.
    """
    for change in changes:
        if change.start is None or change.end is None:
            yield change
            continue
        carrier = carriers[change.block]
        start, end = carrier.start(change.start), carrier.end(change.end)
        after = blocks[change.block].text[start:end]
        if after == change.before:
            continue
        same = (after, start, end) == (change.after, change.start, change.end)
        if same:
            yield change
            continue
        at = (change.seed_line, change.seed_column, change.block)
        yield Change(change.stage, change.rule, change.before, after, *at, start, end, change.evidence)


def of_names(
    name: str, text: MappedText, replacements: Sequence[Replacement], carrier: Carrier, seed: Seed
) -> Iterator[Change]:
    """Names that an edition has in their regional form, in its own offsets. ``text`` is the canonical block."""
    for item in replacements:
        edit = Edit(item.start, item.end, item.text, REGIONAL, "names.yml")
        yield _change(name, text, edit, text.plain[item.start : item.end], carrier, seed)
