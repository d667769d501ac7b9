"""The seeds: bytes to text without loss, and from an offset back to a line."""

from __future__ import annotations

import hashlib
import os
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jianbao import encodings
from jianbao import regex as re
from jianbao.diagnostics import Diagnostic, EditorError, Position, Severity
from jianbao.regular_file import read_regular

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Seed:
    """One text as collected. ``name`` is the file's name; offsets everywhere count characters of ``text``."""

    name: str
    sha256: str
    encoding: str
    text: str
    line_starts: tuple[int, ...]

    def locate(self, offset: int) -> Position:
        """Line and column, both from 1."""
        line = bisect_right(self.line_starts, offset) - 1
        return Position(line + 1, offset - self.line_starts[line] + 1)

    def line(self, number: int) -> str:
        """The text of a line, from 1, without its end. All that ask for one line in turn share it, however long."""
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return _line(self.text, self.line_starts[number - 1], end)


@lru_cache(maxsize=1)
def _line(text: str, start: int, end: int) -> str:
    return text[start:end].rstrip("\r\n")


def decode(data: bytes, name: str) -> tuple[Seed, tuple[Diagnostic, ...]]:
    """Bytes to a seed. ``name`` is the file's name, used in every message.

    The text encodes back to the bytes, except where a diagnostic names the byte that was repaired. Raises
    ``EditorError`` for what cannot be read without guessing: empty files, binary files, unknown encodings.
    """
    if not data:
        raise EditorError(name, None, "the file is empty", "put the text in it, or delete it")
    try:
        decoded = encodings.decode(data)
    except encodings.UnreadableError as error:
        raise EditorError(name, None, str(error), error.help) from None
    if not decoded.text.strip("\ufeff \t\r\n\f\v\u3000"):
        raise EditorError(name, None, "the file holds nothing but white space", "put the text in it, or delete it")
    seed = Seed(name, hashlib.sha256(data).hexdigest(), decoded.encoding, decoded.text, line_starts(decoded.text))
    diagnostics = [
        Diagnostic(Severity.INFO, "S01", "the byte order mark is not part of the text", name, Position(1, 1))
        for _ in decoded.bom[:1]
    ]
    for offset, byte_offset, raw in decoded.repairs:
        place = seed.locate(offset)
        diagnostics.append(
            Diagnostic(
                Severity.WARNING,
                "S02",
                f"byte {raw.hex().upper()} at {byte_offset} is not {decoded.encoding}; read as {decoded.text[offset]}",
                name,
                place,
                source=seed.line(place.line),
            )
        )
    if decoded.guessed:
        diagnostics.append(Diagnostic(Severity.INFO, "S03", f"read as {decoded.encoding}", name, Position(1, 1)))
    return seed, tuple(diagnostics)


def line_starts(text: str) -> tuple[int, ...]:
    """Offsets at which lines start. CRLF, LF and a lone CR end a line; the end of the text starts none."""
    ends = [match.end() for match in _LINE_END.finditer(text)]
    return (0, *(end for end in ends if end < len(text)))


def read_bytes(path: Path) -> bytes:
    """The bytes of a seed's file. Raises ``EditorError`` for what is no readable regular file; never blocks."""
    shown = path.name
    try:
        shown.encode()
    except UnicodeEncodeError:
        raise EditorError(ascii(shown), None, "the file's name is not UTF-8", "rename it") from None
    try:
        return read_regular(path)
    except IsADirectoryError:
        raise EditorError(shown, None, "a folder, not a file", "remove it from the seeds, or rename it") from None
    except OSError as error:
        raise EditorError(shown, None, f"cannot be read ({error.strerror})", "mend or remove it") from None


def find_seeds(folder: Path) -> list[Path]:
    """All ``*.txt`` entries of a folder, whatever they are, sorted by name. Hidden ones are left out.

    Raises ``EditorError`` if there is no such folder.
    """
    try:
        names = sorted(entry.name for entry in os.scandir(folder))
    except OSError as error:
        raise EditorError(
            str(folder), None, f"no folder of seeds ({error.strerror})", "give one with --seeds"
        ) from None
    return [folder / name for name in names if name.lower().endswith(".txt") and not name.startswith(".")]


def strays(seeds: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """Files beside the seeds that look like sidecars and are heeded by nobody: name, and why."""
    expected = {path.with_suffix(".yml").name for path in seeds}
    for folder in sorted({path.parent for path in seeds}):
        for name in sorted(entry.name for entry in os.scandir(folder)):
            if name.startswith(".") or name in expected or not name.lower().endswith((".yml", ".yaml")):
                continue
            right = f"{name.rpartition('.')[0]}.yml"
            yield name, f"rename it {right}" if right in expected else f"there is no {right.removesuffix('yml')}txt"
