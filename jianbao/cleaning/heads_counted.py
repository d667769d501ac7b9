"""Feet and heads of slides: numbers that count the slides, each beside the same lines, few lines apart.

``河岸規劃學會`` / ``春季講座`` / ``7``, and again with ``8`` a few lines further down; or ``春季講座 7`` in one line;
or ``第 7 頁``, ``7 / 12`` alone. The numbers go on from 1, 2 or 3 without a gap.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jianbao import regex as re
from jianbao.cleaning.head_rows import Row, carried, is_sign, may_be_head
from jianbao.cleaning.numerals import page_number

FEWEST = 4
"""Slides that such lines tell."""
FIRST = 3
"""The number of the first slide that has one, at most: covers have none."""
MOST = 3
"""Lines of a foot or a head at most, beside its number."""
SHORTEST, SHORTEST_BESIDE = 6, 4
"""Characters of a foot that carries its number itself, and of one above or below its number."""
NEAREST, TALLEST = 2, 20
"""Rows from one number to the next at least, and on the average at most."""
OPENING = 8
"""Rows on top of a text that feet may say again."""
BEHIND = 2
"""Rows behind the last foot at most, where the foot says no line of the opening."""
SAME = 0.8
"""Share of the slides on which a line beside the numbers is the same."""

_OF_TOTAL = re.compile(r"(?P<rest>.{4,}?)[\s|｜]+(?P<n>[0-9]{1,3})\s?[/／]\s?[0-9]{1,3}")
_TOTAL = re.compile(r"[/／]\s*([0-9０-９]{1,4})")


def find(rows: Sequence[Row], numbers: set[int]) -> dict[int, str]:
    """Such lines by index, with the evidence; ``numbers`` are lines that are told to be page numbers anyway."""
    best = max(_runs(rows), key=len, default=[])
    if not best:
        return {}
    same = _beside(rows, best)
    more = [n for n in best if same or not page_number(rows[n].text) or rows[n].index not in numbers]
    notes = {rows[n].index: f"counts {len(best)} slides" for n in more}
    return notes | {rows[n].index: f"stands beside the numbers of {len(best)} slides" for n in same}


def _runs(rows: Sequence[Row]) -> Iterator[list[int]]:
    """The places of numbers that count slides."""
    labelled: dict[str, list[tuple[int, int]]] = defaultdict(list)
    bare: list[tuple[int, int]] = []
    for place, row in enumerate(rows):
        number = page_number(row.text) if len(row.text) <= 12 else None
        if number and number.certain:
            total = _TOTAL.search(row.text)
            labelled[f"{number.style} {total[1] if total else ''}"].append((place, number.value))
        elif number and number.style == "bare" and row.text.isdecimal():
            bare.append((place, number.value))
        elif not number and may_be_head(row):
            if match := _OF_TOTAL.fullmatch(row.text):
                labelled[f"last {match['rest']}"].append((place, int(match["n"])))
            for value, side in carried(row.text):
                if len(row.key.strip("#")) >= SHORTEST:
                    labelled[f"{side} {row.key}"].append((place, value))
    for label, found in labelled.items():
        places = [place for place, _ in found]
        if _counts([value for _, value in found]) and _apart(places):
            rest = label.split(" ", 1)[1].strip("#")
            if label.split(" ", 1)[0] not in ("first", "last") or _is_placed(rows, places[-1], rest):
                yield places
    yield from _below_or_above(rows, bare)


def _below_or_above(rows: Sequence[Row], bare: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """Bare numbers that have one and the same line above them, or below."""
    for step in (-1, 1):
        groups: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for place, value in bare:
            other = rows[place + step] if 0 <= place + step < len(rows) else None
            if other and may_be_head(other) and len(other.text) >= SHORTEST_BESIDE:
                groups[other.text].append((place, value))
        for text, found in groups.items():
            places = [place for place, _ in found]
            if _counts([value for _, value in found]) and _apart(places) and _is_placed(rows, places[-1], text):
                yield places


def _counts(values: Sequence[int]) -> bool:
    return len(values) >= FEWEST and values[0] <= FIRST and all(b == a + 1 for a, b in pairwise(values))


def _apart(places: Sequence[int]) -> bool:
    return all(after - before >= NEAREST for before, after in pairwise(places)) and (
        places[-1] - places[0] <= TALLEST * (len(places) - 1)
    )


def _is_placed(rows: Sequence[Row], last: int, text: str) -> bool:
    """Whether the last number ends the text, or its foot says a line on top of the text: a heading does neither."""
    bare = "".join(text.split())
    return len(rows) - 1 - last <= BEHIND or any(
        bare in (row.key.strip("#"), "".join(row.text.split())) for row in rows[:OPENING]
    )


def _beside(rows: Sequence[Row], places: Sequence[int]) -> set[int]:
    """The places of lines around the numbers that are the same on most slides, outwards to the first that differ."""
    found: set[int] = set()
    for step in (-1, 1):
        for depth in range(1, MOST + 1):
            near = [place + step * depth for place in places if 0 <= place + step * depth < len(rows)]
            text, count = Counter(rows[n].text for n in near).most_common(1)[0] if near else ("", 0)
            same = [n for n in near if rows[n].text == text]
            if count < max(FEWEST - 1, SAME * len(places)) or not (
                may_be_head(rows[same[0]]) or is_sign(rows[same[0]])
            ):
                break
            found |= set(same)
    return found
