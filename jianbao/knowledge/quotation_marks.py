"""Stretches between quotation marks, whatever marks a text uses."""

from __future__ import annotations

from dataclasses import dataclass

from jianbao import regex as re

_PAIRS = {"「": "」", "『": "』", "“": "”", "﹁": "﹂"}
_CLOSE = {close: opening for opening, close in _PAIRS.items()}
_MARK = re.compile(f'[{"".join(_PAIRS)}{"".join(_CLOSE)}"]')
_REACH = 3000
"""Characters; marks further apart do not belong together."""
_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between marks: ``start`` and ``end`` without the marks, ``outer_start`` and ``outer_end`` with them.

    ``open_end``: the quotation goes on in the next paragraph, this one has no closing mark.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    open_end: bool = False


def quoted(text: str) -> list[Quoted]:
    """The outermost quoted stretches of a block in order. Unpaired marks are passed over, save one that opens it."""
    pairs: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    straight: int | None = None
    for match in _MARK.finditer(text):
        at, char = match.start(), match[0]
        if char in _PAIRS:
            stack = [*stack[-_DEPTH:], (char, at)]
        elif char in _CLOSE:
            depth = next((n for n in range(len(stack) - 1, -1, -1) if stack[n][0] == _CLOSE[char]), None)
            if depth is not None:
                pairs.append((stack[depth][1], at))
                del stack[depth:]
        else:
            if straight is not None:
                pairs.append((straight, at))
            straight = at if straight is None else None
    out = _outermost(pairs)
    if stack and not text[: stack[0][1]].strip() and stack[0][1] + 1 < len(text):
        opening = stack[0][1]
        return [Quoted(opening + 1, len(text), opening, len(text), open_end=True)]
    return out


def _outermost(pairs: list[tuple[int, int]]) -> list[Quoted]:
    out: list[Quoted] = []
    for opening, closing in sorted(pairs):
        if opening + 1 < closing <= opening + _REACH and (not out or opening >= out[-1].outer_end):
            out.append(Quoted(opening + 1, closing, opening, closing + 1))
    return out
