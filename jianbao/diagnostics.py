"""What Jianbao tells its user: coded messages with a place, in the manner of a compiler."""

from __future__ import annotations

from dataclasses import dataclass
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
    """One message. ``code`` is a key of ``data/codes.yml``; ``source`` is the line of the file that is meant."""

    severity: Severity
    code: str
    message: str
    path: str
    position: Position | None = None
    help: str = ""
    source: str = ""


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
