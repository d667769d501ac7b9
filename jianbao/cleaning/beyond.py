"""What is too far down a very long seed to be read: as it came, but for what nobody can see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from jianbao import long_seed
from jianbao.cleaning import control_character, engine
from jianbao.cleaning.rule import Options, Rule
from jianbao.diagnostics import Diagnostic, Position, Severity
from jianbao.document import Cleaned, Line
from jianbao.provenance import MappedText
from jianbao.sidecar import Sidecar
from jianbao.source import Seed

CODE = "S06"
_UNSEEN = Rule("C01", control_character.find, control_character.legal)


def add(cleaned: Cleaned, seed: Seed, near: Seed, sidecar: Sidecar) -> Cleaned:
    """The clean lines of ``near`` and the rest of ``seed``, and a warning that says where the rest begins."""
    rest = tuple(_lines(seed))
    kept = frozenset(line.number for line in rest if sidecar.keep and _is_kept(line, seed, sidecar))
    rest, removals, _ = engine.apply(rest, _UNSEEN, Options(seed.name, kept), seed)
    place = seed.locate(len(near.text))
    message = (
        f"the file has {len(seed.text):,} characters in {len(seed.line_starts):,} lines; from here on it is published"
        " as it came, line by line"
    )
    help = "nothing of the text is lost; split the file where its parts begin"
    told = Diagnostic(Severity.WARNING, CODE, message, seed.name, Position(place.line, place.column), help)
    return replace(
        cleaned,
        removals=(*cleaned.removals, *removals),
        diagnostics=(*cleaned.diagnostics, told),
        rest=tuple(line for line in rest if line.text.plain.strip()),
    )


def _is_kept(line: Line, seed: Seed, sidecar: Sidecar) -> bool:
    """Whether the editor keeps any of the lines that a piece is made of."""
    last = seed.locate(line.text.spans()[-1].end - 1).line
    return any(sidecar.keeps(number) for number in range(line.number, last + 1))


def _lines(seed: Seed) -> Iterator[Line]:
    for start, end in long_seed.rest(seed):
        shown = start + len(seed.text[start:end].rstrip())
        if start < shown:
            yield Line(seed.locate(start).line, MappedText.verbatim(seed.text, start, shown))
