"""The editor's hand on the lines: ``drop`` and ``fix`` of the sidecar, applied before any rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jianbao.diagnostics import Diagnostic, Position, Severity
from jianbao.document import Line
from jianbao.provenance import Edit, Removal
from jianbao.sidecar import Fix, LineRange, Sidecar
from jianbao.source import Seed

DROP = "E01"
FIX = "E02"
STALE = "E03"


@dataclass(frozen=True, slots=True)
class Hand:
    """What the editor's entries made of the lines."""

    lines: tuple[Line, ...]
    removals: tuple[Removal, ...]
    diagnostics: tuple[Diagnostic, ...]


def apply(before: Sequence[Line], seed: Seed, sidecar: Sidecar) -> Hand:
    """Drop and fix lines. An entry that finds nothing on its line is a warning."""
    diagnostics = list(_stale_ranges(before, sidecar))
    dropped = {number: item for item in sidecar.drop for number in _numbers(item, seed)}
    fixes: dict[int, list[Fix]] = defaultdict(list)
    for fix in sidecar.fix:
        fixes[fix.line].append(fix)
    after: list[Line] = []
    removals: list[Removal] = []
    done: set[Fix] = set()
    for line in before:
        if line.number in dropped:
            if line.text.spans():
                removals.append(line.text.removed(DROP, dropped[line.number].reason))
            continue
        text = line.text
        for fix in fixes.get(line.number, ()):
            start = text.plain.find(fix.before) if fix.before else -1
            if start >= 0:
                text, taken = text.replace([Edit(start, start + len(fix.before), fix.after, FIX)])
                removals += taken
                done.add(fix)
        after.append(Line(line.number, text, line.page) if text is not line.text else line)
    diagnostics += [
        _stale(sidecar, fix.entry_line, f"line {fix.line} does not read {fix.before!r}")
        for fix in sidecar.fix
        if fix not in done
    ]
    return Hand(tuple(after), tuple(removals), tuple(diagnostics))


def _numbers(item: LineRange, seed: Seed) -> range:
    return range(item.first, min(item.last, len(seed.line_starts)) + 1)


def _stale_ranges(lines: Sequence[Line], sidecar: Sidecar) -> Iterator[Diagnostic]:
    filled = sorted({line.number for line in lines if line.text.plain.strip()})
    for verb, ranges in (("drop", sidecar.drop), ("keep", sidecar.keep)):
        for item in ranges:
            if not any(item.first <= number <= item.last for number in filled):
                yield _stale(sidecar, item.entry_line, f"`{verb}` names lines {item.first}-{item.last}: no text there")


def _stale(sidecar: Sidecar, line: int, message: str) -> Diagnostic:
    return Diagnostic(
        Severity.WARNING, STALE, message, sidecar.path, Position(max(line, 1)), help="correct the entry or take it out"
    )
