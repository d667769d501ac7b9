"""Where the notes of a page begin: below its text, told by their marks, which the text above calls."""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.document import Line
from jianbao.structure import measure
from jianbao.structure.notes import note_labels
from jianbao.structure.notes.note_heading import HEADING
from jianbao.structure.notes.note_labels import Label

CLEAR, LIKELY = 3.0, 2.0
"""Likeness of a number in the text to the mark of a note: where nothing else tells, and where a note has its number."""

LONGEST = 9
"""Lines with text from the mark of a note to the next, or to the end of the page, at most."""

_BRACKETED = re.compile(r"[\[［〔(（]\s*\d{1,3}\s*[\]］〕)）]|[①-⑳]")
_FINISHED = re.compile(r"[。．.！？!?)）」』”]$")
_STYLES = {"dotted": ("plain", "bracket", "super"), "plain": ("plain", "super")}


def is_mark(text: str) -> bool:
    """Whether a line is nothing but the mark of a note."""
    return bool(_BRACKETED.fullmatch(text))


def begin(page: Sequence[Line], full: int) -> int:
    """The index of the first line of a page's notes; the number of lines where the page has none.

    ``full``: the width of a full line of the text, in columns of print.
    """
    places = [index for index, line in enumerate(page) if line.text.plain.strip()]
    texts = [page[index].text.plain.strip() for index in places]
    labels = {at: label for at, text in enumerate(texts) if (label := note_labels.at_start(text)) and label.number}
    calls = {
        (found.number, found.style): at
        for at, text in reversed(list(enumerate(texts)))
        for found in note_labels.inline(text)
        if found.score >= LIKELY and (found.start > 0 or found.end == len(text))
    }
    chain: list[int] = []
    numbers: set[int] = set()
    until = len(texts)
    for at in sorted(labels, reverse=True):
        if until - at > LONGEST:
            break
        if labels[at].number not in numbers and _is_called(labels[at], calls, at):
            chain.append(at)
            numbers.add(labels[at].number)
            until = at
    if not chain or any(map(HEADING.fullmatch, texts[:until])) or len(numbers) <= max(numbers) - min(numbers) - 1:
        return len(page)
    return places[until - _bodies_above(texts, labels, chain[::-1], full)]


def _is_called(label: Label, calls: dict[tuple[int, str], int], at: int) -> bool:
    styles = _STYLES.get(label.style, (label.style,))
    return any(calls.get((label.number, style), at) < at for style in styles)


def _is_text(texts: Sequence[str], labels: dict[int, Label], at: int) -> bool:
    return at < len(texts) and (at not in labels or labels[at].end < len(texts[at]))


def _bodies_above(texts: Sequence[str], labels: dict[int, Label], chain: Sequence[int], full: int) -> int:
    """How many lines above the first mark are of notes whose marks stand alone behind them: those with a lower number
    than the first mark that stands in front of its note."""
    fronts = (labels[at].number for at in chain if labels[at].end < len(texts[at]) or _is_text(texts, labels, at + 1))
    front = next(fronts, None)
    loose = sum(front is None or labels[at].number < front for at in chain)
    first = at = chain[0]
    if not loose or not _FINISHED.search(texts[first - 1]):
        return 0
    for _ in range(loose - 1):
        at -= 1
        while at > 1 and not _FINISHED.search(texts[at - 1]):
            at -= 1
    at -= 1
    widest = sorted(size for text in texts[: max(at - LONGEST, 0)] if (size := measure.width(text)) <= full + 2)[-2:]
    while at > 1 and measure.width(texts[at - 1]) > (widest[0] if widest else full + 2):
        at -= 1
    return first - at if at > 0 and first - at <= LONGEST * loose else 0
