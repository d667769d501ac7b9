"""Marks of notes found in running text, paired with the bodies of the notes, and taken out of the text.

Marks stand in the order of their notes. Among all places that could be marks, those are chosen that look most like
marks while their order is kept; the mark of a footnote stands before its body and behind the notes of the page before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from jianbao.diagnostics import Diagnostic, Severity
from jianbao.document import Block, BlockKind, NoteMark
from jianbao.provenance import Edit, MappedText, Removal
from jianbao.structure import measure
from jianbao.structure.layout.flow import Placed
from jianbao.structure.notes import caret_notes, note_labels
from jianbao.structure.notes.note_labels import Candidate, Label

MARK = "T12"
"""Code of the characters of marks, in the text and before the bodies."""

UNMARKED = "T13"
"""Code of a note that no mark calls."""

_STYLES = {
    "dotted": ("plain", "bracket", "super", "paren", "word"),
    "plain": ("plain", "super", "word"),
    "word": ("word", "bracket", "paren", "plain"),
    caret_notes.REMARK: ("word",),
}


@dataclass(frozen=True, slots=True)
class _Note:
    block: Block
    label: Label
    origin: int
    low: int = -1


@dataclass(frozen=True, slots=True)
class _Place:
    block: int
    found: Candidate
    origin: int


def place(blocks: Sequence[Block], notes: Sequence[Block], path: str = "") -> Placed:
    """Blocks of one article with ``marks``, and its notes in the order of their marks. ``path`` is for diagnostics."""
    if not notes:
        return Placed(tuple(blocks), ())
    known = _known(blocks, notes)
    places = [
        _Place(number, found, block.text.origin(found.start) or 0)
        for number, block in enumerate(blocks)
        if block.kind not in (BlockKind.TITLE, BlockKind.BYLINE, BlockKind.FOOTNOTE)
        for found in note_labels.inline(block.text.plain)
        if found.end - found.start < len(block.text.plain.strip())
    ]
    chosen = _choose(known, places)
    names = _names([note.label for note in known if note in chosen])
    labels = {note: names[number] for number, note in enumerate(note for note in known if note in chosen)}
    cuts: dict[int, list[tuple[Candidate, str]]] = defaultdict(list)
    for note, spots in chosen.items():
        for spot in spots:
            cuts[spot.block].append((spot.found, labels[note]))
    removals: list[Removal] = []
    marked: list[Block] = []
    for number, block in enumerate(blocks):
        kept, gone = _cut(block, cuts[number]) if number in cuts else (block, ())
        removals += gone
        marked.append(kept)
    bodies: list[tuple[int, Block]] = []
    for note in known:
        if note in chosen:
            text, gone = note.block.text.replace([Edit(0, note.label.end, "", MARK, "mark before the note")])
            removals += gone
            first = min((spot.block, spot.found.start) for spot in chosen[note])
            bodies.append((first[0] * 10**9 + first[1], replace(note.block, text=text, label=labels[note])))
    bodies.sort(key=lambda item: item[0])
    loose = [note for note in known if note not in chosen]
    diagnostics = tuple(
        Diagnostic(
            Severity.WARNING,
            UNMARKED,
            f"no mark found for the note {note.block.text.plain[:30]!r}; it stands at the end of its section",
            path,
        )
        for note in loose
        if note.block.label
    )
    return Placed(_with_loose(marked, loose), tuple(body for _, body in bodies), tuple(removals), diagnostics)


def _known(blocks: Sequence[Block], notes: Sequence[Block]) -> list[_Note]:
    """Notes with their marks; ``low`` is where the notes of the page before end in the seed."""
    starts = sorted(span.start for block in blocks for span in block.text.spans())
    known: list[_Note] = []
    low, end = -1, -1
    for block in notes:
        label = note_labels.at_start(block.text.plain)
        if label is None and block.label:
            label = caret_notes.label(block.text.plain, block.label)
        origin = block.text.origin(0)
        if label is None or origin is None:
            label = Label(0, "none", "", 0)
        origin = origin or 0
        at = bisect_left(starts, end)
        if known and at < len(starts) and starts[at] < origin:
            low = end
        known.append(_Note(block, label, origin, low))
        end = max((span.end for span in block.text.spans()), default=end)
    return known


def _choose(known: Sequence[_Note], places: Sequence[_Place]) -> dict[_Note, list[_Place]]:
    """For each note the places of its marks: the chain of places in order that looks best as a whole."""
    by_number: dict[int, list[tuple[int, _Place]]] = defaultdict(list)
    for order, spot in enumerate(places):
        by_number[spot.found.number].append((order, spot))
    # References whose numbers stand alone in front are called by numbers in brackets, unless others are.
    bare = {note.label.style for note in known} == {"plain"}
    paths: list[tuple[int, float, tuple[_Note, _Place] | None, int]] = [(-1, 0.0, None, -1)]
    frontier: list[int] = [0]
    for note in known:
        options = [
            (order, spot, _fit(note, spot))
            for order, spot in by_number.get(note.label.number, ())
            if spot.found.style in _STYLES.get(note.label.style, (note.label.style,))
            or (bare and spot.found.style == "bracket" and spot.found.start)
        ]
        grown: list[int] = []
        cursor, best = 0, -1
        for order, spot, score in options:
            if score <= 0:
                continue
            while cursor < len(frontier) and paths[frontier[cursor]][0] < order:
                if best < 0 or paths[frontier[cursor]][1] > paths[best][1]:
                    best = frontier[cursor]
                cursor += 1
            if best >= 0:
                paths.append((order, paths[best][1] + score, (note, spot), best))
                grown.append(len(paths) - 1)
        frontier = _pareto(sorted((*frontier, *grown), key=lambda path: (paths[path][0], -paths[path][1])), paths)
    chosen: dict[_Note, list[_Place]] = {}
    at = max(frontier, key=lambda path: paths[path][1])
    while at >= 0:
        step = paths[at][2]
        if step:
            chosen[step[0]] = [step[1]]
        at = paths[at][3]
    _add_repeats(known, by_number, chosen)
    return chosen


def _pareto(ordered: Sequence[int], paths: Sequence[tuple[int, float, tuple[_Note, _Place] | None, int]]) -> list[int]:
    """Paths that no other beats both in place and in score."""
    kept: list[int] = []
    for path in ordered:
        if not kept or paths[path][1] > paths[kept[-1]][1]:
            kept.append(path)
    return kept


def _add_repeats(
    known: Sequence[_Note],
    by_number: dict[int, list[tuple[int, _Place]]],
    chosen: dict[_Note, list[_Place]],
) -> None:
    """References in brackets may be called more than once, in any order."""
    signs = Counter((note.label.number, note.label.style) for note in known)
    apart = any(note.label.style == caret_notes.REMARK for note in known)
    for note in known:
        first = chosen.get(note, [])
        styles = _AGAIN.get(note.label.style, ())
        if apart and note.label.style == "bracket":
            styles = ("bracket",)
        if first and note.label.style in _LISTED:
            styles = tuple(spot.found.style for spot in first if spot.found.style == "bracket")
        if not styles or signs[note.label.number, note.label.style] > 1:
            continue
        again = (spot for _, spot in by_number.get(note.label.number, ()) if spot.found.style in styles)
        spots = [spot for spot in again if spot.found.start > 0]  # at its start is the number of an item
        if spots:
            chosen[note] = spots


_AGAIN = {"bracket": ("bracket", "word"), "word": ("bracket", "word"), caret_notes.REMARK: ("word",)}
"""Styles of marks that may call a note of each style again."""
_LISTED = ("dotted", "plain")
"""Styles of the notes of a list, called by numbers in brackets as often as they are needed."""


def _fit(note: _Note, spot: _Place) -> float:
    """How well a place suits a note: its looks, and whether it stands on the note's page."""
    inside = note.low < spot.origin < note.origin
    if note.label.style == "star" and not inside:
        return 0.0
    return spot.found.score + (1.0 if inside else -2.0)


def _names(labels: Sequence[Label]) -> list[str]:
    """Names unique in the article: the printed numbers, or a count where these start anew on each page."""
    printed = [str(label.number) if label.number else label.sign for label in labels]
    return printed if len(set(printed)) == len(printed) else [str(n) for n in range(1, len(printed) + 1)]


def _cut(block: Block, found: Sequence[tuple[Candidate, str]]) -> tuple[Block, tuple[Removal, ...]]:
    """The block without the characters of its marks, and with the marks."""
    text = block.text
    edits: list[Edit] = []
    marks: list[NoteMark] = []
    shift, position = 0, 0
    for candidate, label in sorted(found, key=lambda item: (item[0].start, item[0].number)):
        if candidate.start >= position:
            start, end = _with_spaces(text.plain, candidate.start, candidate.end, position)
            edits.append(Edit(start, end, "", MARK, f"mark of note {label}"))
            position = end
            offset = start - shift
            shift += end - start
        marks.append(NoteMark(offset, label))
    remaining, removals = text.replace(edits)
    cells = tuple((_moved(start, edits), _moved(end, edits)) for start, end in block.cells)
    older = tuple(NoteMark(_moved(mark.offset, edits), mark.label) for mark in block.marks)
    return replace(block, text=_stripped(remaining), marks=(*older, *marks), cells=cells), removals


def _stripped(text: MappedText) -> MappedText:
    return text.slice(0, len(text.plain.rstrip())) if text.plain[-1:].isspace() else text


def _moved(offset: int, edits: Sequence[Edit]) -> int:
    return offset - sum(min(edit.end, offset) - edit.start for edit in edits if edit.start < offset)


def _with_spaces(plain: str, start: int, end: int, floor: int) -> tuple[int, int]:
    """The mark with the spaces around it that have no use once it is gone."""
    while start > floor and plain[start - 1].isspace():
        start -= 1
    behind = end
    while behind < len(plain) and plain[behind].isspace():
        behind += 1
    latin = start > 0 and behind < len(plain) and measure.is_latin(plain[start - 1]) and measure.is_latin(plain[behind])
    return start, end if latin else behind


def _with_loose(blocks: Sequence[Block], loose: Sequence[_Note]) -> tuple[Block, ...]:
    """Notes without marks as quotations, each at the end of the section in which it stood."""
    if not loose:
        return tuple(blocks)
    result: list[Block] = []
    waiting = list(loose)
    for number, block in enumerate(blocks):
        result.append(block)
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        if after is not None and after.kind is not BlockKind.HEADING:
            continue
        limit = after.text.origin(0) if after is not None else None
        while waiting and (limit is None or waiting[0].origin < limit):
            result.append(replace(waiting.pop(0).block, kind=BlockKind.QUOTATION, label=""))
    result += [replace(note.block, kind=BlockKind.QUOTATION, label="") for note in waiting]
    return tuple(result)
