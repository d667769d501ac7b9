"""Additions to ``names.yml`` that leave the editor's own lines, comments and order alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from jianbao import regex as re
from jianbao.diagnostics import EditorError
from jianbao.yaml_file import LinedDict, load_yaml

_PLAIN = re.compile(r"[A-Za-z\u3400-\u9fff][A-Za-z0-9\u3400-\u9fff·・ .\-]*[A-Za-z0-9\u3400-\u9fff]|[\u3400-\u9fff]")
_RESERVED = re.compile(r"(?i)yes|no|true|false|null|on|off|y|n")
_EMPTY = "pairs: []\nignore: []\nnames: []\n"


def scalar(value: object) -> str:
    """A value as YAML, quoted only where it has to be."""
    if isinstance(value, str) and _PLAIN.fullmatch(value) and not _RESERVED.fullmatch(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def flow(value: object) -> str:
    """A list, mapping or scalar on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value)


class NamesEditor:
    """Collects additions to a ``names.yml`` that loads without errors; ``render`` gives the file with them."""

    def __init__(self, path: Path) -> None:
        self._path = str(path)
        exists = path.exists() and path.read_text(encoding="utf-8-sig").strip()
        self._lines = (path.read_text(encoding="utf-8-sig") if exists else _EMPTY).splitlines()
        self._data: LinedDict = (load_yaml(path) if exists else None) or LinedDict()
        self._rows: dict[str, LinedDict] = {row["id"]: row for row in self._data.get("names") or ()}
        self._aliases: dict[str, list[str]] = {}
        self._new: dict[str, dict[str, object]] = {}
        self._ignored: list[str] = []

    @property
    def ids(self) -> frozenset[str]:
        """All ids, those of added names too."""
        return frozenset((*self._rows, *self._new))

    def add_name(self, entry: dict[str, object]) -> None:
        """A new name; ``entry`` has the keys of names.yml, an ``id`` that is free first."""
        self._new[str(entry["id"])] = entry

    def add_alias(self, name_id: str, text: str) -> None:
        """Another wording of a name that is there."""
        if name_id in self._new:
            entry = self._new[name_id]
            entry["aliases"] = [*_items(entry.get("aliases")), text]
        else:
            self._aliases.setdefault(name_id, []).append(text)

    def ignore(self, text: str) -> None:
        """A string that is not to be proposed again."""
        self._ignored.append(text)

    def render(self) -> str:
        """The whole file."""
        lines = list(self._lines)
        for row in sorted(self._rows.values(), key=lambda row: -row.line):
            if row["id"] in self._aliases:
                self._edit_aliases(lines, row, self._aliases[row["id"]])
        if self._new:
            self._append(lines)
        if self._ignored:
            self._edit_list(lines, "ignore", [*_items(self._data.get("ignore")), *self._ignored])
        return "\n".join(lines) + "\n"

    def _edit_aliases(self, lines: list[str], row: LinedDict, added: Sequence[str]) -> None:
        dash = re.match(r"(\s*)- ", lines[row.line - 1])
        if not dash:
            raise EditorError(self._path, row.line, "this entry is on one line", "write each key on a line of its own")
        indent = dash[1] + "  "
        items = [*_items(row.get("aliases")), *added]
        if "aliases" in row:
            start = row.lines["aliases"]
            end = self._end(row, start)
        else:
            start = end = self._end(row, max(row.lines.values()))
        if any(isinstance(item, dict) for item in items):
            block = [f"{indent}aliases:", *(f"{indent}- {flow(item)}" for item in items)]
        else:
            block = [f"{indent}aliases: {flow(items)}"]
        lines[start - 1 : end - 1] = block

    def _end(self, row: LinedDict, line: int) -> int:
        """The line after the value of the key in a line: where the next key, entry, or other thing begins."""
        starts = [*row.lines.values(), *self._data.lines.values(), *(other.line for other in self._rows.values())]
        end = min((start for start in starts if start > line), default=len(self._lines) + 1)
        while end > line + 1 and re.match(r"\s*(#|$)", self._lines[end - 2]):
            end -= 1
        return end

    def _append(self, lines: list[str]) -> None:
        added = [line for entry in self._new.values() for line in _entry_lines(entry)]
        rows = list(self._rows.values())
        if not rows:
            place = next((number for number, line in enumerate(lines) if line.startswith("names:")), len(lines))
            lines[place : place + 1] = ["names:", *added]
            return
        last = max(rows, key=lambda row: row.line)
        shift = len(lines) - len(self._lines)
        place = self._end(last, max(last.lines.values())) - 1 + shift
        dash = re.match(r"\s*", self._lines[last.line - 1])
        indent = dash[0] if dash else ""
        lines[place:place] = [indent + line for line in added]

    def _edit_list(self, lines: list[str], key: str, items: Iterable[object]) -> None:
        text = f"{key}: {flow(list(items))}"
        found = [number for number, line in enumerate(lines) if re.match(rf"{key}\s*:", line)]
        if not found:
            lines.insert(next((i for i, x in enumerate(lines) if x.startswith("names:")), 0), text)
            return
        end = found[0] + 1
        while end < len(lines) and re.match(r"\s+\S|-", lines[end]):
            end += 1
        lines[found[0] : end] = [text]


def _items(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else []


def _entry_lines(entry: dict[str, object]) -> list[str]:
    rendered = [f"{key}: {flow(value)}" for key, value in entry.items() if value]
    return [f"- {rendered[0]}", *(f"  {line}" for line in rendered[1:])]
