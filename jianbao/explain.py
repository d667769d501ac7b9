"""What happened to a line, stage by stage: for ``explain``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from jianbao import script
from jianbao.codes import name_of
from jianbao.collecting import load_knowledge
from jianbao.diagnostics import EditorError
from jianbao.document import LOCALES, EditionBlock
from jianbao.project import Project
from jianbao.provenance import MappedText, Removal, Span
from jianbao.reading import Stages, through_stages
from jianbao.report import as_text
from jianbao.seed_result import SeedInput
from jianbao.sidecar import load_sidecar
from jianbao.source import read_bytes


def explain_line(path: Path, number: int, project: Project) -> Iterator[str]:
    """Lines that tell what became of line ``number`` of a seed. ``EditorError`` if there is no such line."""
    known = load_knowledge(project)
    given = SeedInput(path.name, read_bytes(path), load_sidecar(path.with_suffix(".yml")))
    stages = through_stages(given, known.gazetteer)
    seed = stages.seed
    if number > len(seed.line_starts):
        raise EditorError(str(path), number, f"the seed has {len(seed.line_starts)} lines", "give one of these")
    end = seed.line_starts[number] if number < len(seed.line_starts) else len(seed.text)
    line = Span(seed.line_starts[number - 1], end)
    yield f"seed       {path}:{number} ({seed.encoding})"
    yield f"           {seed.line(number)}"
    yield from _cleaned(stages, number, line)
    yield from _removed(stages.removals, line)
    yield from _blocks(stages, line)
    for canonical in stages.canonical:
        if canonical.article.first_line <= number <= canonical.article.last_line:
            editions = script.make_editions(canonical, seed, known.gazetteer)
            for locale in LOCALES:
                for block in editions[locale].blocks:
                    if _covers(block, number):
                        yield f"{locale:<11}{block.id} {block.kind}: {block.text}"
    for diagnostic in stages.diagnostics:
        if diagnostic.position and diagnostic.position.line == number and Path(diagnostic.path).name == path.name:
            yield as_text(diagnostic)


def _cleaned(stages: Stages, number: int, line: Span) -> Iterator[str]:
    lines = [line for line in stages.cleaned.lines if line.number == number]
    if not lines and stages.cleaned.rest and number >= stages.cleaned.rest[0].number:
        yield "clean      (beyond what is read of a very long file: published as it came)"
    elif lines and str(lines[0].text):
        yield f"clean      {lines[0].text}"
    else:
        holder = next((other for other in stages.cleaned.lines if _meets(other.text.spans(), line)), None)
        yield f"clean      {holder.text} (in line {holder.number})" if holder else "clean      (nothing)"


def _removed(removals: Iterable[Removal], line: Span) -> Iterator[str]:
    for removal in removals:
        if _meets(removal.spans, line):
            note = f": {removal.note}" if removal.note else ""
            yield f"removed    {removal.text!r} [{removal.code} {name_of(removal.code)}]{note}"


def _blocks(stages: Stages, line: Span) -> Iterator[str]:
    for stage, articles in (
        ("structure", stages.structured.articles),
        ("repaired", tuple(canonical.article for canonical in stages.canonical)),
    ):
        for article in articles:
            for block in (*article.blocks, *article.notes):
                if _meets(block.text.spans(), line):
                    yield f"{stage:<11}article {article.ordinal}, {block.kind}: {_marked(block.text)}"


def _marked(text: MappedText) -> str:
    """The text; what a rule put there in braces with its code."""
    return "".join(run.text if run.rule is None else f"{{{run.text} {run.rule}}}" for run in text.runs)


def _covers(block: EditionBlock, number: int) -> bool:
    return any(first <= number <= last for first, last in block.seed_lines)


def _meets(spans: Iterable[Span], line: Span) -> bool:
    return any(span.start < line.end and line.start < span.end for span in spans)
