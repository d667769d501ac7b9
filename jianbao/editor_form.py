"""Values out of the editor's YAML, each checked, each mistake an ``EditorError`` that says what to write instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import regex as re
from jianbao.diagnostics import EditorError
from jianbao.yaml_file import LinedDict

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Form:
    """Reads one file; ``path`` is the path to name in errors."""

    def __init__(self, path: str) -> None:
        self.path = path

    def error(self, line: int, message: str, help: str) -> EditorError:
        """The exception for a mistake in a line."""
        return EditorError(self.path, line, message, help)

    def mapping(self, value: object, keys: Sequence[str], line: int) -> LinedDict:
        """A mapping that has no other keys than these."""
        if not isinstance(value, LinedDict):
            raise self.error(line, f"expected keys and values, found {_shown(value)}", f"write `{keys[0]}: …`")
        for key in value:
            if key not in keys:
                raise self.error(value.lines[key], f"unknown key {key!r}", f"write one of {', '.join(keys)}")
        return value

    def rows(self, data: LinedDict, key: str) -> Iterator[LinedDict]:
        """The mappings of a list."""
        for item in self.items(data, key):
            if not isinstance(item, LinedDict):
                raise self.error(data.lines[key], f"{key} holds {_shown(item)}", "write each entry as `- id: …`")
            yield item

    def items(self, data: LinedDict, key: str) -> list[object]:
        """A list, empty where there is no such key."""
        value = data.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.error(data.lines[key], f"{key} is {_shown(value)}", f"write a list, `{key}: [ … ]`")
        return value

    def texts(self, data: LinedDict, key: str) -> tuple[str, ...]:
        """A list of texts, none empty."""
        found = []
        for item in self.items(data, key):
            if not isinstance(item, str) or not item.strip():
                raise self.error(data.lines[key], f"{key} holds {_shown(item)}", "write texts, numbers in quotes")
            found.append(item)
        return tuple(found)

    def text(self, data: LinedDict, key: str, required: bool = False) -> str:
        """A text; empty where there is no such key and none is required."""
        value = data.get(key)
        if value is None and not required:
            return ""
        if value is None:
            raise self.error(data.lines.get(key, data.line), f"{key} is missing", f"write `{key}: …`")
        if not isinstance(value, str) or not value.strip():
            raise self.error(data.lines[key], f"{key} is {_shown(value)}", "write a text, a number in quotes")
        return value.strip()

    def slug(self, data: LinedDict, key: str) -> str:
        """An identifier for addresses."""
        value = self.text(data, key, required=True)
        if not _SLUG.fullmatch(value):
            raise self.error(data.lines[key], f"{key} {value!r} cannot be an address", "write a-z, 0-9 and hyphens")
        return value

    def choice(self, data: LinedDict, key: str, values: Sequence[str]) -> str:
        """One of some words, by default the first. YAML's bare yes and no are understood."""
        value = data.get(key, values[0])
        if isinstance(value, bool):
            value = "yes" if value else "no"
        if value not in values:
            raise self.error(data.lines[key], f"{key} is {_shown(value)}", f"write one of {', '.join(values)}")
        return str(value)

    def weights(self, data: LinedDict, key: str) -> tuple[tuple[str, float], ...]:
        """A mapping of texts to positive numbers, in the file's order."""
        value = data.get(key)
        if value is None:
            return ()
        if not isinstance(value, LinedDict):
            raise self.error(data.lines[key], f"{key} is {_shown(value)}", f"write `{key}: {{word: weight}}`")
        return tuple((word, self.number(value, word, 0.0)) for word in value)

    def number(self, data: LinedDict, key: str, default: float) -> float:
        """A number above 0."""
        value = data.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 1000:
            raise self.error(data.lines[key], f"{key} is {_shown(value)}", "write a number above 0")
        return float(value)


def _shown(value: object) -> str:
    if value is None:
        return "nothing"
    kinds = {LinedDict: "a mapping", list: "a list", str: "a text", bool: "true or false"}
    return kinds.get(type(value)) or f"{value!r:.40}"
