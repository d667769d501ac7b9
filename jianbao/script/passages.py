"""A block made ready for the lattice: which characters are Simplified, which are settled, where its runs of Han lie."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jianbao.script.characters import HAN, SIMPLIFIED_ONLY, TRADITIONAL_ONLY
from jianbao.script.japanese import Range
from jianbao.script.names import KnownNames
from jianbao.script.protect import outside
from jianbao.script.spellings import FREE

LONGEST_RUN = 400
"""Characters decoded at a time: text without punctuation for longer is no prose."""

_RUN = re.compile(f"[{HAN}]{{1,{LONGEST_RUN}}}")
_COUNTED = re.compile("[0-9０-９]只(?![有是能会可要])")
_CLAUSE = re.compile(r"[^。！？；!?;，,\n]+[。！？；!?;，,\n]*")


@dataclass(frozen=True, slots=True)
class Passage:
    """One block's text for the lattice.

    ``source`` is the text with settled characters (names, surnames) already in Traditional form; ``locked`` and
    ``simplified`` have an item a character; ``runs`` are stretches of Han, protected ones left out.
    """

    text: str
    source: str
    locked: Sequence[bool]
    simplified: Sequence[bool]
    runs: Sequence[Range]


def prepare(
    text: str,
    protected: Sequence[Range],
    kept: Sequence[Range],
    settled: dict[int, str],
    known: KnownNames,
    *,
    mainland: bool,
) -> Passage:
    """Make a block's text ready.

    ``kept``: the editor's; ``settled``: surnames and the like; ``mainland``: neutral clauses are Simplified ones.
    """
    closed = [False] * len(text)
    for start, end in (*protected, *kept):
        closed[start:end] = [True] * (end - start)
    simplified = [False] * len(text)
    for start, end in outside(len(text), list(protected)):
        for clause in _CLAUSE.finditer(text, start, end):
            for offset in _simplified_places(clause.group(), mainland=mainland):
                simplified[clause.start() + offset] = True
    source = list(text)
    locked = closed[:]
    counted = {match.end() - 1: "隻" for match in _COUNTED.finditer(text) if simplified[match.end() - 1]}
    for offset, form in (settled | counted).items():
        if not closed[offset] and (simplified[offset] or text[offset] == form):
            source[offset], locked[offset] = form, True
    for start, form in known.find(text):
        if not any(closed[start : start + len(form)]):
            for offset, char in enumerate(form, start):
                if simplified[offset] or (text[offset], char) not in FREE:
                    source[offset] = char
                locked[offset] = True
    runs = [
        match.span() for start, end in outside(len(text), list(protected)) for match in _RUN.finditer(text, start, end)
    ]
    return Passage(text, "".join(source), locked, simplified, runs)


def _simplified_places(clause: str, *, mainland: bool) -> list[int]:
    """Offsets of Simplified characters: in a Simplified clause all but those of Traditional text, else strays alone."""
    strays = [offset for offset, char in enumerate(clause) if char in SIMPLIFIED_ONLY]
    foreign = sum(1 for char in clause if char in TRADITIONAL_ONLY)
    if (mainland and not foreign) or (len(strays) >= 2 and len(strays) > foreign):
        return [offset for offset, char in enumerate(clause) if char not in TRADITIONAL_ONLY]
    return strays
