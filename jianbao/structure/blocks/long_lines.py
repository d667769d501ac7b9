"""Giant paragraphs cut where a reader would: at sentence ends, at turns of speech or topic, never in a quotation."""

from __future__ import annotations

from jianbao import regex as re

SHORTEST, BEST, LONGEST = 60, 180, 360
"""Characters of a paragraph: no shorter, about this, no longer where a sentence ends in time."""

_STOP = re.compile(r"[。！？!?…]+[」』”’\"')）]*")
_TURN = re.compile(
    r"^\s*(?:此外|另外|另一方面|然而|不過|不过|但是|同時|与此同时|與此同時|因此|對此|对此|事實上|事实上|其次|首先|再者|最後|至於|隨後|目前|"
    r"根據|根据|報導|报道|報導指出|分析人士|分析指出|專家|「|『|“|\d{1,2}月|\d{4}年|自\d|截至|儘管|尽管|雖然|去年|今年|近年)"
)
_OPEN, _CLOSE = "「『“（(《〈【", "」』”）)》〉】"


def cuts(text: str) -> list[int]:
    """Offsets where new paragraphs begin; empty if the text is no longer than a paragraph."""
    if len(text) <= LONGEST:
        return []
    stops = _stops(text)
    chosen: list[int] = []
    start = 0
    index = 0
    while len(text) - start > LONGEST:
        best, score = 0, -1.0
        while index < len(stops) and stops[index] - start < SHORTEST:
            index += 1
        ahead = index
        while ahead < len(stops) and stops[ahead] - start <= LONGEST:
            here = _score(text, stops[ahead], start)
            if here > score:
                best, score = stops[ahead], here
            ahead += 1
        if not best:
            best = next((stop for stop in stops[index : index + 1]), 0)
        if not best or len(text) - best < SHORTEST:
            break
        chosen.append(best)
        start = best
    return chosen


def _score(text: str, stop: int, start: int) -> float:
    size, left = stop - start, len(text) - stop
    score = 1.0 - abs(size - BEST) / LONGEST
    score += 0.35 if _TURN.match(text[stop : stop + 12]) else 0.0
    score += 0.15 if re.search(r"[。！？!?][」』”]$", text[stop - 3 : stop].rstrip()) else 0.0
    return score - (1.0 if left < SHORTEST else 0.0)


def _stops(text: str) -> list[int]:
    """Offsets right behind complete sentences that stand in no quotation or bracket.

    A bracket that never closes must not swallow the rest: after ``LONGEST`` characters it no longer counts.
    """
    stops: list[int] = []
    depth, since = 0, 0
    ends = {match.end() for match in _STOP.finditer(text)}
    for offset, char in enumerate(text):
        if offset in ends and depth == 0:
            stops.append(offset)
        if char in _OPEN:
            depth, since = depth + 1, offset if depth == 0 else since
        elif char in _CLOSE:
            depth = max(depth - 1, 0)
        if depth and offset - since > LONGEST:
            depth = 0
    return stops
