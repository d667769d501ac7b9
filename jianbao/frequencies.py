"""The Traditional word list with frequencies that ships with the program: ``data/script/lexicon.txt.gz``."""

from __future__ import annotations

import gzip
from functools import cache
from importlib import resources

Group = tuple[int, list[str]]
"""A frequency and all words that have it."""


@cache
def shipped() -> tuple[Group, ...]:
    """The words of the list, read once a process."""
    packed = resources.files("jianbao").joinpath("data/script/lexicon.txt.gz").read_bytes()
    return tuple(groups(gzip.decompress(packed).decode("utf-8")))


def groups(listed: str) -> list[Group]:
    """The words of the list's text form, those of one frequency together: ``FREQUENCY<TAB>WORD WORD …`` lines; lines
    with ``#`` in front are remarks."""
    rows = [line.split("\t", 1) for line in listed.splitlines() if not line.startswith("#")]
    return [(int(count), words.split(" ")) for count, words in rows]
