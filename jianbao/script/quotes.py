"""Quotation marks by pairs, paragraph by paragraph: 「」『』 in Taiwan and Hong Kong, “”‘’ on the mainland."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from jianbao import regex as re
from jianbao.provenance import Edit
from jianbao.script.carry import Replacement
from jianbao.script.characters import HAN, HANGUL
from jianbao.script.japanese import Range
from jianbao.script.punctuation import QUOTES, Marks

_MARK = re.compile('[「」『』“”‘’"]')
_EASTERN = re.compile(f"[{HAN}{HANGUL}]")
_CLOSING = {"「": "」", "『": "』", "“": "”", "‘": "’"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_TAIWAN = (("「", "」"), ("『", "』"))
_MAINLAND = (("“", "”"), ("‘", "’"))
_LETTER = re.compile(r"[0-9A-Za-z\u00c0-\u024f]")


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair of marks and how many pairs stand around it."""

    start: int
    end: int
    depth: int


def has_any(text: str) -> bool:
    """Whether a text has any quotation mark."""
    return _MARK.search(text) is not None


def pair_up(text: str, protected: Sequence[Range] = (), *, straight: bool = False) -> tuple[list[Pair], list[int]]:
    """The pairs of a paragraph, and the places of marks without a partner. ``straight``: ASCII marks, too."""
    if not has_any(text):
        return [], []
    marks = Marks(text, protected)
    first = text.find("‘")
    wanted: Counter[str] = Counter()
    stack: list[tuple[int, str]] = []
    pairs: list[Pair] = []
    alone: list[int] = []
    for match in _MARK.finditer(text):
        offset, char = match.start(), match.group()
        if marks.masked(offset) or _apostrophe(text, offset, first):
            continue
        if char == '"':
            if not straight:
                continue
            closes = bool(stack) and stack[-1][1] == '"'
        else:
            closes = char in _OPENING
        if not closes:
            stack.append((offset, _CLOSING.get(char, char)))
            wanted[stack[-1][1]] += 1
            continue
        if not wanted[char]:
            alone.append(offset)
            continue
        while stack[-1][1] != char:
            place, other = stack.pop()
            wanted[other] -= 1
            alone.append(place)
        wanted[char] -= 1
        pairs.append(Pair(stack.pop()[0], offset, len(stack)))
    alone += [offset for offset, _ in stack]
    return sorted(pairs, key=lambda pair: pair.start), sorted(alone)


def _apostrophe(text: str, offset: int, first: int) -> bool:
    """Whether ’ (or ‘) stands in or after an English word, as in China’s or the states’; ``first`` is that of ‘."""
    if text[offset] not in "’‘":
        return False
    left, right = text[offset - 1 : offset], text[offset + 1 : offset + 2]
    return bool(_LETTER.match(left)) and (bool(_LETTER.match(right)) or not 0 <= first < offset)


def taiwan_edits(text: str, protected: Sequence[Range]) -> list[Edit]:
    """Pairs of “ ” ‘ ’ and straight marks with Han between them, as Taiwan prints them."""
    edits: list[Edit] = []
    pairs, alone = pair_up(text, protected, straight=True)
    if any(text[place] == '"' for place in alone):
        pairs = [pair for pair in pairs if text[pair.start] != '"']
    for pair in pairs:
        if text[pair.start] in '“‘"' and _EASTERN.search(text, pair.start, pair.end):
            opening, closing = _TAIWAN[pair.depth % 2]
            edits.append(Edit(pair.start, pair.start + 1, opening, QUOTES))
            edits.append(Edit(pair.end, pair.end + 1, closing, QUOTES))
    return sorted(edits, key=lambda edit: edit.start)


def mainland_replacements(text: str, protected: Sequence[Range]) -> list[Replacement]:
    """All of 「 」 『 』 as the mainland prints them; marks without a partner by their own shape."""
    found: list[Replacement] = []
    pairs, alone = pair_up(text, protected)
    for pair in pairs:
        if text[pair.start] in "「『":
            opening, closing = _MAINLAND[pair.depth % 2]
            found.append(Replacement(pair.start, pair.start + 1, opening))
            found.append(Replacement(pair.end, pair.end + 1, closing))
    shapes = dict(zip("「」『』", "“”‘’", strict=True))
    found += [Replacement(place, place + 1, shapes[text[place]]) for place in alone if text[place] in shapes]
    return sorted(found, key=lambda item: item.start)
