"""Diagnostics as text for a terminal, JSON for programs, and commands for GitHub's annotations."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from typing import Any

from jianbao.codes import load_codes, name_of
from jianbao.diagnostics import Diagnostic, Severity

_WIDTH = 96
"""Cells of a source line that are shown around the place that is meant."""
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By path and place, the worst first where two share a place."""
    return sorted(diagnostics, key=_key)


def _key(diagnostic: Diagnostic) -> tuple[object, ...]:
    place = diagnostic.position
    line, column = (place.line, place.column) if place else (0, 0)
    return diagnostic.path, line, column, _ORDER[diagnostic.severity], diagnostic.code, diagnostic.message


def as_text(diagnostic: Diagnostic) -> str:
    """One line, then the source line with a caret, then help: in the manner of a compiler."""
    place = diagnostic.position
    where = f"{diagnostic.path}:{place.line}:{place.column}" if place else diagnostic.path
    label = f"{diagnostic.code} {name_of(diagnostic.code)}" if diagnostic.code in load_codes() else diagnostic.code
    lines = [f"{visible(where)}: {diagnostic.severity}: {visible(diagnostic.message)} [{label}]"]
    if diagnostic.source.strip() and place:
        lines += _excerpt(diagnostic.source, place.column)
    if help_of(diagnostic):
        lines.append(f"  help: {visible(help_of(diagnostic))}")
    return "\n".join(lines)


def help_of(diagnostic: Diagnostic) -> str:
    """What the editor can do: the message's own help, or that of its code."""
    known = load_codes().get(diagnostic.code)
    return diagnostic.help or (known.help if known else "")


def as_json(diagnostic: Diagnostic) -> dict[str, Any]:
    """The fields of a diagnostic as plain data."""
    place = diagnostic.position
    return {
        "severity": str(diagnostic.severity),
        "code": diagnostic.code,
        "name": name_of(diagnostic.code),
        "message": diagnostic.message,
        "path": diagnostic.path,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "help": help_of(diagnostic),
    }


def as_github(diagnostic: Diagnostic) -> str:
    """A workflow command, which GitHub shows at the line in a pull request."""
    command = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}[diagnostic.severity]
    place = diagnostic.position
    fields = {"file": diagnostic.path, "title": f"{diagnostic.code} {name_of(diagnostic.code)}"}
    if place:
        fields |= {"line": str(place.line), "col": str(place.column)}
    values = ",".join(f"{key}={_escape(value, ':,')}" for key, value in fields.items())
    help = help_of(diagnostic)
    message = diagnostic.message + (f"\n{help}" if help else "")
    return f"::{command} {values}::{_escape(message)}"


def render(diagnostics: Iterable[Diagnostic], form: str) -> str:
    """All of them in one form: ``text``, ``json`` (one list) or ``github``."""
    ordered = in_order(diagnostics)
    if form == "json":
        return json.dumps([as_json(item) for item in ordered], ensure_ascii=False, indent=1)
    return "\n".join((as_github if form == "github" else as_text)(item) for item in ordered)


def _escape(text: str, more: str = "") -> str:
    return "".join(f"%{ord(char):02X}" if char in "%\r\n" + more else char for char in visible(text, "\r\n"))


def visible(text: str, keep: str = "") -> str:
    """Control and invisible characters as escapes: a seed must not drive a terminal."""
    return "".join(char if char.isprintable() or char in " \u3000" + keep else ascii(char)[1:-1] for char in text)


def _excerpt(source: str, column: int) -> list[str]:
    """The source line, cut around the column where it is long, and a caret under it."""
    offset = min(column - 1, len(source))
    start = max(offset - _WIDTH // 4, 0)
    before, after = visible(source[start:offset]), visible(source[offset : start + _WIDTH // 2])
    lead = "…" if start else ""
    tail = "…" if start + _WIDTH // 2 < len(source) else ""
    indent = "".join("\u3000" if unicodedata.east_asian_width(char) in "WF" else " " for char in lead + before)
    return [f"  | {lead}{before}{after}{tail}", f"  | {indent}^"]
