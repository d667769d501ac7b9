"""Hard wraps undone: lines joined to the flows of text that they were before somebody broke them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from jianbao.document import Block, Line
from jianbao.provenance import Removal
from jianbao.structure import joints
from jianbao.structure.blocks import turns
from jianbao.structure.heads import imprint_end, issuing_offices, meeting_lines
from jianbao.structure.layout import (
    browser_wraps,
    folded_entries,
    hand_wraps,
    heading_lines,
    inline_pieces,
    jump_marks,
    slides,
    soft_wraps,
    spread_lines,
    story_columns,
    story_heads,
    story_titles,
    verse_lines,
    visual_lines,
    works_listed,
)
from jianbao.structure.layout.flow import Loose, Unit, Unwrapped
from jianbao.structure.layout.full_widths import RARE, set_measures
from jianbao.structure.layout.going_on import goes_on
from jianbao.structure.layout.habits import (
    Habits,
    first_lines_set_in,
    indents_unseen,
    items_flush,
    never_stops_early,
    trailing_space_ends,
    usually_under,
)
from jianbao.structure.layout.lone_lines import TOP, mark_alone, mark_other, mark_writers
from jianbao.structure.marked_lines import UNMARKED, Marked
from jianbao.structure.rows import Row, of_lines, usual_gap


def units(
    items: Sequence[Loose], path: str = "", marked: Marked = UNMARKED, pages: frozenset[int] = frozenset()
) -> Unwrapped:
    """Units in reading order; blocks and units among the items stay where they are. ``path`` is for diagnostics,
    ``marked`` what lines are by marks that cleaning took off them, ``pages`` those that are slides with a heading."""
    rows = of_lines([item for item in items if isinstance(item, Line)])
    usual = usual_gap(rows)
    set_measures(rows)
    if indents_unseen(rows):
        set_measures(rows, RARE)
    mark_writers(rows)
    mark_alone(rows)
    mark_other(rows[:TOP])
    jump_marks.mark(rows)
    if story_heads.find(rows) is None:
        verse_lines.mark(rows)
    story_columns.mark(rows)
    spoken = turns.mark(rows)
    folded_entries.mark(rows)
    visual_lines.mark(rows, usual)
    spread_lines.mark(rows, usual)
    story_titles.mark(rows)
    heading_lines.mark(rows, usual)
    slides.mark(rows, pages)
    meeting_lines.mark(rows)
    issuing_offices.mark(rows)
    imprint_end.mark(rows)
    if marked.written:
        soft_wraps.mark(rows, marked.parted)
    else:
        browser_wraps.mark(rows)
        inline_pieces.mark(rows)
        hand_wraps.mark(rows, hand_wraps.is_post(items))
        works_listed.mark(rows)
    under = usually_under(rows)
    sharp = never_stops_early(rows, under)
    spaced, unseen, set_in = trailing_space_ends(rows), indents_unseen(rows), first_lines_set_in(rows)
    habits = Habits(usual, spaced, unseen, under, spoken, sharp, set_in, items_flush(rows, under))
    known = joints.words(row.line for row in rows)
    result: list[Unit | Block] = []
    removals: list[Removal] = []
    waiting: list[Row] = []
    following = iter(rows)
    row = next(following, None)
    for item in items:
        if not isinstance(item, Line):
            result += _joined(waiting, habits, known, removals, marked.parted)
            waiting = []
            result.append(item)
        elif row is not None and item is row.line:
            waiting.append(row)
            row = next(following, None)
    result += _joined(waiting, habits, known, removals, marked.parted)
    return Unwrapped(tuple(result), tuple(removals))


def _joined(
    rows: Sequence[Row], habits: Habits, known: frozenset[str], removals: list[Removal], parted: Set[int]
) -> Iterator[Unit]:
    first = 0
    for index in range(1, len(rows) + 1):
        whole = index == len(rows) or rows[index].line.number in parted
        if not whole and goes_on(rows[first], rows[index - 1], rows[index], habits):
            continue
        if rows:
            unit, gone = _unit(rows[first:index], habits.gap, known)
            removals += gone
            yield unit
        first = index


def _unit(rows: Sequence[Row], usual: int, known: frozenset[str]) -> tuple[Unit, tuple[Removal, ...]]:
    head = rows[0]
    text, removals = joints.join([row.line for row in rows], known)
    numbers = tuple(dict.fromkeys(n for row in rows for n in range(row.line.number, row.line.end + 1)))
    unit = Unit(text, numbers, head.indent, head.full is not None, head.gap > usual, head.line.page)
    return unit, removals
