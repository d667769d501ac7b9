"""Where a rule fired in a project's seeds: what it took, what it put in, what it told. For ``rules CODE``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from jianbao import script
from jianbao.collecting import load_knowledge
from jianbao.diagnostics import EditorError
from jianbao.document import LOCALES
from jianbao.project import Project
from jianbao.reading import read_seed, through_stages
from jianbao.seed_result import Knowledge, SeedInput
from jianbao.sidecar import load_sidecar
from jianbao.source import find_seeds, read_bytes

SHOWN = 12
"""Lines of a seed that are named."""


def of_rule(code: str, project: Project) -> Iterator[str]:
    """A line for each seed in which the rule fired, with the numbers of the lines, as each seed has been read.

    A seed that cannot be read is passed over: a build tells of it.
    """
    known = load_knowledge(project)
    for path in find_seeds(project.seeds):
        try:
            given = SeedInput(path.name, read_bytes(path), load_sidecar(path.with_suffix(".yml")))
        except EditorError:
            continue
        lines = sorted(set(_lines(code, given, known)))
        if lines:
            yield f"fired in {_shown(path)}, {_named(lines)}"


def _lines(code: str, given: SeedInput, known: Knowledge) -> Iterator[int]:
    """The lines of a seed in which the rule fired."""
    result, _ = read_seed(given, known)
    yield from (told.position.line for told in result.diagnostics if told.code == code and told.position)
    if result.report is None:
        return
    stages = through_stages(given, known.gazetteer)
    offsets = [removal.spans[0].start for removal in stages.removals if removal.code == code and removal.spans]
    yield from (stages.seed.locate(offset).line for offset in offsets)
    for canonical in stages.canonical:
        for block in (*canonical.article.blocks, *canonical.article.notes):
            place = 0
            for run in block.text.runs:
                if run.rule == code:
                    yield stages.seed.locate(block.text.origin(place) or 0).line
                place += len(run.text)
        editions = script.make_editions(canonical, stages.seed, known.gazetteer)
        changes = (change for locale in LOCALES for change in editions[locale].changes)
        yield from (change.seed_line for change in changes if change.rule == code)


def _named(lines: Iterable[int]) -> str:
    """``line 3`` or ``lines 3, 8, 12 and 40 more``."""
    numbers = [str(number) for number in lines]
    more = f" and {len(numbers) - SHOWN} more" if len(numbers) > SHOWN else ""
    return f"line{'s' if len(numbers) > 1 else ''} {', '.join(numbers[:SHOWN])}{more}"


def _shown(path: Path) -> Path:
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
