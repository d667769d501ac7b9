"""Applies the editor's hand and the line rules to a seed's lines, and accounts for what leaves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from jianbao.cleaning import editor, lines, part_numbers
from jianbao.cleaning.rule import Finding, Options, Rule
from jianbao.diagnostics import Diagnostic, Severity
from jianbao.document import Cleaned, Line
from jianbao.provenance import Edit, MappedText, Removal
from jianbao.sidecar import Sidecar
from jianbao.source import Seed

BUDGET_FLOOR = 200
"""Characters that a rule may always take: in a short seed a share says nothing."""


def run(seed: Seed, sidecar: Sidecar, rules: Iterable[Rule]) -> Cleaned:
    """The seed's lines after the editor's drops and fixes and then each rule in order.

    Lines that the editor keeps are out of reach for every rule; their neighbours see them.
    """
    hand = editor.apply(lines.split(seed), seed, sidecar)
    kept, removals, diagnostics = hand.lines, list(hand.removals), list(hand.diagnostics)
    options = Options(seed.name, frozenset(line.number for line in kept if sidecar.keeps(line.number)))
    kept = part_numbers.joined(kept, options.kept)
    size = sum(len(line.text.plain.strip()) for line in kept)
    for rule in rules:
        before = kept
        kept, taken, doubts = apply(before, rule, options, seed)
        if taken and not (rule.tears or rule.own):
            options = replace(options, gone=options.gone | (_filled(before) - _filled(kept)))
        removals += taken
        diagnostics += doubts
        lost = sum(len(removal.text.strip()) for removal in taken)
        if lost > BUDGET_FLOOR and lost > rule.budget * size:
            diagnostics.append(_over_budget(rule, taken, lost, size, seed))
    return Cleaned(kept, tuple(removals), tuple(diagnostics))


def _filled(lines: Iterable[Line]) -> frozenset[int]:
    return frozenset(line.number for line in lines if line.text.plain.strip())


def apply(
    before: Sequence[Line], rule: Rule, options: Options, seed: Seed
) -> tuple[tuple[Line, ...], tuple[Removal, ...], tuple[Diagnostic, ...]]:
    """One rule over all lines. A line that a rule empties is blank, or gone if the rule ``tears``. White space that
    leaves is no removal: nobody would look for it."""
    found: dict[int, list[Finding]] = defaultdict(list)
    diagnostics: list[Diagnostic] = []
    for finding in rule.find(before, options):
        line = before[finding.index]
        if finding.doubt:
            diagnostics.append(_doubt(rule, finding, line, seed))
        elif line.number not in options.kept:
            found[finding.index].append(finding)
    if not found:
        return tuple(before), (), tuple(diagnostics)
    after: list[Line] = []
    removals: list[Removal] = []
    for index, line in enumerate(before):
        if index not in found:
            after.append(line)
            continue
        edits = [Edit(item.start, item.end, item.text, rule.code, item.note) for item in found[index]]
        text, taken = line.text.replace(edits)
        removals += [removal for removal in taken if not removal.text.isspace()]
        if text.plain.strip():
            after.append(Line(line.number, text, line.page))
        elif not rule.tears:
            after.append(Line(line.number, MappedText(), line.page))
    return tuple(after), tuple(removals), tuple(diagnostics)


def _doubt(rule: Rule, finding: Finding, line: Line, seed: Seed) -> Diagnostic:
    origin = line.text.origin(finding.start)
    return Diagnostic(
        Severity.WARNING,
        rule.code,
        finding.note,
        seed.name,
        seed.locate(origin) if origin is not None else None,
        help=f"to remove it, put `drop: [{line.number}]` in the seed's .yml file",
        source=seed.line(line.number),
    )


def _over_budget(rule: Rule, taken: Sequence[Removal], lost: int, size: int, seed: Seed) -> Diagnostic:
    place = seed.locate(taken[0].spans[0].start)
    return Diagnostic(
        Severity.WARNING,
        rule.code,
        f"the rule took {lost} of {size} characters, more than {rule.budget:.0%}",
        seed.name,
        place,
        help="look at what it removed; `keep` in the seed's .yml file holds lines back",
        source=seed.line(place.line),
    )
