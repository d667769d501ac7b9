"""What reading a seed is given, and what it gives: values that travel between processes and are kept."""

from __future__ import annotations

from dataclasses import dataclass

from jianbao.diagnostics import Diagnostic, EditorError, Position, Severity
from jianbao.gazetteer import Gazetteer
from jianbao.library import Listing, SeedReport, Topic
from jianbao.sidecar import Sidecar


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the editor knows, as every seed's reading needs it."""

    gazetteer: Gazetteer
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class SeedInput:
    """A seed as collected, with its sidecar."""

    name: str
    data: bytes
    sidecar: Sidecar


@dataclass(frozen=True, slots=True)
class SeedResult:
    """What became of a seed, without its texts.

    ``report`` is None where it cannot be published; ``bug`` holds our own failure.
    """

    name: str
    report: SeedReport | None = None
    listings: tuple[Listing, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    bug: str = ""


def as_diagnostic(error: EditorError) -> Diagnostic:
    """An editor's mistake, or a seed that is no text."""
    place = Position(error.line) if error.line else None
    return Diagnostic(Severity.ERROR, "S04", error.message, error.path, place, error.help)
