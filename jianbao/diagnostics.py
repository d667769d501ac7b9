"""What Jianbao tells its user: coded messages with a place, in the manner of a compiler."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """error: cannot be published faithfully; warning: published, doubtful; info: done and recorded."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a file: line and column, both from 1."""

    line: int
    column: int = 1


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One message. ``code`` is a key of ``data/codes.yml``; ``source`` is the line of the file that is meant.

    The line may be the whole file, and meant a thousand times: it is left out of ``repr``.
    """

    severity: Severity
    code: str
    message: str
    path: str
    position: Position | None = None
    help: str = ""
    source: str = field(default="", repr=False)


@dataclass(slots=True)
class Told:
    """Messages gathered on the way; ``bugs`` are failures of our own, with the seed or page that met them."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    bugs: list[tuple[str, str]] = field(default_factory=list)

    def bug(self, code: str, path: str, message: str) -> None:
        """A failure of ours."""
        help = "this is a fault of Jianbao: please report it with the seed"
        self.diagnostics.append(Diagnostic(Severity.ERROR, code, message, path, None, help))
        self.bugs.append((path, message))


class EditorError(Exception):
    """A file of the editor's (sidecar, knowledge, topics, settings, template) or a seed cannot be used.

    ``str()`` is one line: ``path:line: what is wrong; what to write instead``.
    """

    def __init__(self, path: str, line: int | None, message: str, help: str = "") -> None:
        place = f"{path}:{line}" if line else path
        super().__init__(f"{place}: {message}" + (f"; {help}" if help else ""))
        self.path, self.line, self.message, self.help = path, line, message, help

    def __reduce__(self) -> tuple[type[EditorError], tuple[str, int | None, str, str]]:
        """It comes home whole from another process."""
        return EditorError, (self.path, self.line, self.message, self.help)
