"""A block made ready for the lattice: which characters are Simplified, which are settled, where its runs of Han lie."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jianbao import regex as re
from jianbao.script.characters import HAN, SIMPLIFIED_ONLY, TRADITIONAL_ONLY, run_of
from jianbao.script.japanese import Range
from jianbao.script.protect import outside
from jianbao.script.spellings import SETTLED

LONGEST_RUN = 400
"""Characters decoded at a time: text without punctuation for longer is no prose."""

_RUN = re.compile(f"[{HAN}]{{1,{LONGEST_RUN}}}")
_STRAY = run_of(SIMPLIFIED_ONLY)
_COUNTED = re.compile("[0-9０-９](?:只(?![有是能会可要])|(?<![0-9０-９]{3})周)")
_MEASURE = {"只": "隻", "周": "週"}
_NUMBERED = re.compile("(?<=[0-9０-９〇一二三四五六七八九十百千萬億幾數兩多每])[隻衹]")
_CLAUSE = re.compile(r"[^。！？；!?;，,\n]+[。！？；!?;，,\n]*")


@dataclass(frozen=True, slots=True)
class Passage:
    """One block's text for the lattice.

    ``keys`` are those of its characters; ``source`` is the text with settled characters (names, surnames) already in
    Traditional form; ``locked`` and ``simplified`` have a 1 for each such character; ``runs`` are stretches of Han,
    protected ones left out.
    """

    text: str
    source: str
    keys: str
    locked: bytearray
    simplified: bytearray
    runs: Sequence[Range]


def prepare(
    text: str,
    keys: str,
    closed: Sequence[Range],
    *,
    protected: Sequence[Range],
    names: Mapping[int, str],
    surnames: Mapping[int, str],
    mainland: bool,
) -> Passage:
    """Make a block's text ready.

    ``closed``: what no rule may change; of that, ``protected`` is no Chinese. ``names`` and ``surnames``: offsets to
    the characters of Traditional text. ``mainland``: clauses of neutral characters are Simplified ones.
    """
    locked = bytearray(len(text))
    for start, end in closed:
        locked[start:end] = b"\x01" * (end - start)
    simplified = bytearray(len(text))
    wholly = bytearray(len(text))
    strays = mainland or _STRAY.search(text) is not None
    for start, end in outside(len(text), list(protected)) if strays else ():
        for clause in _CLAUSE.finditer(text, start, end):
            places, whole = _simplified_places(clause.group(), mainland=mainland)
            for offset in places:
                simplified[clause.start() + offset] = True
                wholly[clause.start() + offset] = whole
    source = list(text)
    settled = {place: form for place, form in surnames.items() if simplified[place] or text[place] == form}
    counted = (match.end() - 1 for match in _COUNTED.finditer(text))
    settled |= {place: _MEASURE[text[place]] for place in counted if simplified[place]}
    if "隻" in text or "衹" in text:
        settled |= {match.start(): "隻" for match in _NUMBERED.finditer(text)}
    settled |= {place: form for place, form in names.items() if not (wholly[place] and form in SIMPLIFIED_ONLY)}
    for offset, form in settled.items():
        if not locked[offset]:
            locked[offset] = True
            if simplified[offset] or (text[offset], form) not in SETTLED:
                source[offset] = form
    runs = [
        match.span() for start, end in outside(len(text), list(protected)) for match in _RUN.finditer(text, start, end)
    ]
    return Passage(text, "".join(source), keys, locked, simplified, runs)


def _simplified_places(clause: str, *, mainland: bool) -> tuple[list[int], bool]:
    """Offsets of Simplified characters, and whether the clause is Simplified beyond doubt.

    In a Simplified clause they are all but those of Traditional text alone; else they are the strays, those of
    Simplified text alone.
    """
    strays = [offset for offset, char in enumerate(clause) if char in SIMPLIFIED_ONLY]
    foreign = sum(1 for char in clause if char in TRADITIONAL_ONLY)
    sure = (mainland and not foreign) or (len(strays) >= 2 and len(strays) > foreign)
    if sure or (strays and not foreign):
        return [offset for offset, char in enumerate(clause) if char not in TRADITIONAL_ONLY], sure
    return strays, False
