"""Lines of print that an extractor broke at punctuation, put together again before anything else is read.

Before: ``規劃作出了反應``, ``，`` and ``後者則更可能來自``, as ``pdftotext -raw`` writes type that was squeezed.
After: one line, as wide as the others of its column.
Never: lines whose pieces do not add up to a width that other lines near them have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from jianbao import regex as re
from jianbao.document import Line
from jianbao.provenance import MappedText
from jianbao.structure import joints, measure
from jianbao.structure.layout import lone_lines, story_heads, visual_lines
from jianbao.structure.notes import note_labels, section_numbers
from jianbao.structure.rows import Row, broad_edge, of_lines
from jianbao.structure.starts import starts_unit

LEAST, RARE = 4, 0.06
"""Lines of one width that show a measure, and their share of the lines that stop at a letter."""

NEAR = 2
"""Columns by which the full lines of one measure differ where no mark was squeezed."""

BROKEN, FEWEST = 0.01, 2
"""Share of lines that start with a mark that none may start with, or that stop short at a comma, from which on lines
were broken; how many at least."""

SHORT = 0.75
"""Share of the length that one in four lines reach under which a line at a comma is short."""

WIDEST = 6
"""Widths that are tried where hardly a line of print is whole."""

ACROSS = 1.4
"""How much wider than a column a line is that runs over all of them."""

INDENT = 4
"""Columns of the indent of a paragraph, which the extraction leaves out."""

PLACED = 0.1
"""Share of lines that spaces put in their place from which on an extractor kept the lines of print."""

CALLED = 1.5
"""Likeness of a number in the text to the mark of a note."""


def whole(lines: Sequence[Line], named: Set[int] = frozenset()) -> Sequence[Line]:
    """The lines, with those that are pieces of one line of print in one. ``named``: numbers of lines that are
    headings."""
    if not _are_broken(lines):
        return lines
    rows = of_lines(lines)
    measures = _measures(rows)
    if measures:
        _set_measures(rows, measures)
    elif visual_lines.fitting(rows, _wide(rows)) is None:
        return lines
    for index in section_numbers.find(rows, broad_edge(rows)):
        rows[index].alone = True
    lone_lines.mark_facts(rows)
    for row in rows:
        row.alone = row.alone or row.line.number in named
    _part_notes(rows)
    story_heads.mark(rows)
    visual_lines.mark(rows, 0)
    if not any(row.glued for row in rows):
        return lines
    return list(_joined(lines, rows))


def _are_broken(lines: Sequence[Line]) -> bool:
    """Whether many lines start with a mark that no line of print starts with, or stop short at a comma, or at the mark
    of a note and the next is as long as what they lack; and spaces put few in their place."""
    plain = [line.text.plain for line in lines]
    texts = [text for line in plain if (text := line.strip())]
    cut = [measure.width(text) for text, after in pairwise(texts) if after[0] in NO_START]
    folded = len(cut) >= FEWEST and max(cut) - min(cut) <= 1  # a tool broke lines wherever they were full
    odd = 0 if folded else sum(text[0] in NO_START for text in texts)
    if texts:
        reached = sorted(map(len, texts))[3 * len(texts) // 4]
        odd += sum(text[-1] in "，、" and len(text) < SHORT * reached for text in texts)
        odd += sum(
            note_labels.ends_in_mark(text[-16:])
            and len(after) < reached - NEAR
            and abs(len(note_labels.without_mark(text)) + len(after) - reached) <= NEAR
            for text, after in pairwise(texts)
        )
    if odd < max(FEWEST, BROKEN * len(texts)):
        return False
    return sum(bool(_PLACED.search(line)) for line in plain) <= PLACED * len(texts)


_PLACED = re.compile(r"^[ 　]{2}|\S[ 　]{2,}\S")


NO_START = frozenset("，。、；：！？）》〉」』】")
"""Marks that no line of print starts with."""


def _part_notes(rows: Sequence[Row]) -> None:
    """Set ``torn`` on the first lines of notes: the mark that they start with calls nothing, since one above has called
    it; where it is all of a line, on the next one too."""
    called: set[tuple[str, int]] = set()
    for index, row in enumerate(rows):
        label = note_labels.at_start(row.text) if not row.alone else None
        sign = (label.style, label.number) if label and label.number else None
        row.torn = row.torn or sign in called
        if label is None or label.end < len(row.text):
            called |= {(found.style, found.number) for found in note_labels.inline(row.text) if found.score >= CALLED}
        elif sign in called:
            called.discard(sign)
            if index + 1 < len(rows):
                rows[index + 1].torn = True
        elif sign:
            called.add(sign)


def _measures(rows: Sequence[Row]) -> list[int]:
    """The widths that many lines have which stop at a letter, beside no broken one: those of full lines, the most
    common first."""
    reached = sorted(row.edge for row in rows)[3 * len(rows) // 4]
    odd = [row.text[0] in NO_START or (row.text[-1] in "，、" and row.edge < SHORT * reached) for row in rows]
    sizes = Counter(
        row.edge
        for index, row in enumerate(rows)
        if row.edge >= measure.MINIMUM and row.text[-1].isalpha() and not any(odd[max(index - 1, 0) : index + 2])
    )
    least = max(LEAST, RARE * sizes.total())
    found: list[int] = []
    while sizes:
        votes = {size: sum(sizes[size - step] for step in range(NEAR + 1)) for size in sizes}
        best = max(votes, key=lambda size: (votes[size], size))
        if votes[best] < least:
            break
        top = max(size for size in votes if 0 <= size - best <= measure.BAND and 2 * votes[size] >= votes[best])
        found.append(top)
        for size in range(best - 2 * measure.BAND, top + measure.BAND + 1):
            del sizes[size]
    return found


def _wide(rows: Sequence[Row]) -> list[int]:
    """The widths of the widest lines, and those that full lines may have where marks were squeezed in these."""
    widest = sorted({row.edge for row in rows if row.edge >= measure.MINIMUM})[-WIDEST:]
    return sorted({size + more for size in widest for more in range(0, INDENT + 1, 2)})


def _set_measures(rows: Sequence[Row], measures: Sequence[int]) -> None:
    """Set ``full`` of each row: the measure of the nearest full line, the one below where two are as near; of lines on
    top that run over all columns, their own."""
    full = {index: size for index, row in enumerate(rows) for size in measures if size - NEAR <= row.edge <= size}
    places = sorted(full)
    at = 0
    for index, row in enumerate(rows):
        while at + 1 < len(places) and abs(places[at + 1] - index) <= abs(places[at] - index):
            at += 1
        row.full = full[places[at]]
    top = rows[: places[0]]
    across = [index for index, row in enumerate(top) if row.edge > ACROSS * measures[0] and row.text[-1].isalpha()]
    if across:
        ends = [n for n in range(across[-1], len(top)) if measure.ENDING.search(top[n].text)]
        end = next((n for n in ends if starts_unit(rows[n + 1].text)), ends[0] if ends else across[-1])
        widest = max(top[index].edge for index in across) + (INDENT if len(across) == 1 else 0)
        for row in top[across[0] : end + 1]:
            row.full = widest


def _joined(lines: Sequence[Line], rows: Sequence[Row]) -> Iterator[Line]:
    """The lines, each that is glued in one with the next: no blank line stands between."""
    glued = {id(row.line) for row in rows if row.glued}
    begun: Line | None = None
    for line in lines:
        whole = line if begun is None else _one(begun, line)
        begun = whole if id(line) in glued else None
        if begun is None:
            yield whole


_WORD = re.compile("[0-9A-Za-z]")


def _one(before: Line, after: Line) -> Line:
    """Both in one; white space at the end stays: it may tell that a paragraph ends."""
    first, then = before.text.plain, after.text.plain
    parts = [before.text.slice(0, len(first.rstrip())), after.text.slice(len(then) - len(then.lstrip()), len(then))]
    if _WORD.match(parts[0].plain[-1]) and _WORD.match(parts[1].plain[0]):
        parts.insert(1, MappedText.inserted(" ", joints.JOINT))
    return replace(before, text=MappedText.concat(parts), last=after.end)
