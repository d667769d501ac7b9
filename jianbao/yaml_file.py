"""The editor's YAML, read with the line of every entry, so that a mistake can be pointed at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from jianbao.diagnostics import EditorError
from jianbao.regular_file import read_regular

DEEPEST = 200
"""Levels that a file may nest: no editor's has ten, and libyaml's reader recurses without a net."""


class LinedDict(dict[str, Any]):
    """A mapping that knows the line (from 1) where it starts (``line``) and that of each key (``lines``)."""

    line: int = 0
    lines: dict[str, int]


class _LinedLoader(yaml.CSafeLoader):
    """SafeLoader without timestamps (a date stays the text that the editor wrote) and without repeated keys."""

    def lined_mapping(self, node: yaml.MappingNode) -> LinedDict:
        mapping = LinedDict()
        mapping.line, mapping.lines = node.start_mark.line + 1, {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(None, None, "a key must be a plain word", key_node.start_mark)
            key = str(key_node.value)
            if key in mapping:
                raise yaml.constructor.ConstructorError(None, None, f"key {key!r} twice", key_node.start_mark)
            mapping[key] = self.construct_object(value_node, deep=True)
            mapping.lines[key] = line
        return mapping


_LinedLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_LinedLoader.add_constructor("tag:yaml.org,2002:map", _LinedLoader.lined_mapping)


class _ForeignLoader(_LinedLoader):
    """Takes the tags of other programs (mkdocs' ``!ENV``, ``!!python/name``) for nothing."""


_ForeignLoader.add_multi_constructor("", lambda loader, suffix, node: None)


def load_yaml(path: Path, shown: str | None = None, foreign_tags: bool = False) -> Any:
    """Read one YAML file; mappings come as ``LinedDict``. ``shown`` is the path to name in errors.

    With ``foreign_tags`` a value with a tag that is not YAML's own is None instead of a mistake.

    Raises ``EditorError`` for what is not UTF-8 or not YAML; OSError is the caller's.
    """
    name = shown or str(path)
    try:
        text = read_regular(path).decode("utf-8-sig")
        _check_depth(text)
        return yaml.load(text, Loader=_ForeignLoader if foreign_tags else _LinedLoader)
    except UnicodeDecodeError as error:
        raise EditorError(name, None, f"not UTF-8 ({error.reason} at byte {error.start})", "save it as UTF-8") from None
    except yaml.MarkedYAMLError as error:
        raise mistake(name, error) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise EditorError(name, None, " ".join(str(error).split()) or "not YAML") from None


def mistake(name: str, error: yaml.MarkedYAMLError) -> EditorError:
    """What YAML says of a file, with the line."""
    mark = error.problem_mark or error.context_mark
    problem = error.problem or error.context or "not YAML"
    return EditorError(name, mark.line + 1 if mark else None, problem.replace("\n", " "))


def _check_depth(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                mark: Any = event.start_mark
                raise yaml.MarkedYAMLError(problem=f"nested more than {DEEPEST} levels deep", problem_mark=mark)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
