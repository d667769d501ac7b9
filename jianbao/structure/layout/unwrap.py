"""Hard wraps undone: lines joined to the flows of text that they were before somebody broke them.

A line goes on in the next one if it fills the measure of its neighbourhood and nothing says that it ends: no greater
gap, no indent or number in front of the next one, no trailing space where the document marks its paragraphs so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import NamedTuple

from jianbao.document import Block, Line
from jianbao.provenance import Removal
from jianbao.structure import joints, measure
from jianbao.structure.blocks import field_rows, turns
from jianbao.structure.heads import folio_lines, journal_lines, persons, wire_lines, written_dates
from jianbao.structure.layout import cut_words, spread_lines, visual_lines
from jianbao.structure.layout.flow import Loose, Unit, Unwrapped
from jianbao.structure.notes import section_numbers
from jianbao.structure.rows import Row, broad_edge, of_lines, usual_gap
from jianbao.structure.starts import are_rows, starts_unit


@dataclass(frozen=True, slots=True)
class Habits:
    """How a document's lines are set: blank lines between two lines of a paragraph, whether a trailing space ends a
    paragraph, whether first lines were indented and the indent is lost, by how many columns most full lines are short
    of the full width, whether half of the lines open with who speaks or with a label."""

    gap: int
    spaced: bool
    indented: bool
    under: int = 0
    spoken: bool = False


def units(items: Sequence[Loose], path: str = "") -> Unwrapped:
    """Units in reading order; blocks and units among the items stay where they are. ``path`` is for diagnostics."""
    rows = of_lines([item for item in items if isinstance(item, Line)])
    usual = usual_gap(rows)
    _set_measures(rows)
    if _indents_unseen(rows):
        _set_measures(rows, RARE)
    _mark_writers(rows)
    _mark_alone(rows)
    _mark_other(rows[:TOP])
    spoken = turns.mark(rows)
    visual_lines.mark(rows, usual)
    spread_lines.mark(rows, usual)
    habits = Habits(usual, _trailing_space_ends(rows), _indents_unseen(rows), _under(rows), spoken)
    known = joints.words(row.line for row in rows)
    result: list[Unit | Block] = []
    removals: list[Removal] = []
    waiting: list[Row] = []
    following = iter(rows)
    row = next(following, None)
    for item in items:
        if not isinstance(item, Line):
            result += _joined(waiting, habits, known, removals)
            waiting = []
            result.append(item)
        elif row is not None and item is row.line:
            waiting.append(row)
            row = next(following, None)
    result += _joined(waiting, habits, known, removals)
    return Unwrapped(tuple(result), tuple(removals))


def _mark_writers(rows: Sequence[Row]) -> None:
    """Set ``signed`` on each of the rows near the top of a text, or right above an abstract, that is names and nothing
    else."""
    for index, row in enumerate(rows):
        near = 0 < index < TOP or (index + 1 < len(rows) and rows[index + 1].text in ABSTRACTS)
        row.signed = near and len(row.text) <= 40 and bool(persons.names_in(row.text))


def _mark_alone(rows: Sequence[Row]) -> None:
    """Set ``alone`` on the headings of numbered sections, and on a journal's name with its issue near the top."""
    for index in section_numbers.find(rows, broad_edge(rows)):
        rows[index].alone = True
    for row in rows:
        row.alone = row.alone or ("   " in row.text and bool(_BOTH.match(row.text)))
    field_rows.mark(rows)
    for row in rows[:TOP]:
        row.alone = row.alone or journal_lines.is_identifier(row.text)
        row.alone = row.alone or journal_lines.issue(row.text) is not None or folio_lines.parse(row.text) is not None
        row.alone = row.alone or journal_lines.is_row(row.text) or _is_day(row.text)


def _mark_other(head: Sequence[Row]) -> None:
    """Set ``other`` on the lines of a head in Han characters that say it again in another language: words without any
    Han character, before the first sentence ends."""
    for before, row in pairwise(head):
        if _ended(before):
            return
        words = row.text.split() if row.text.isascii() and row.text[0].isalpha() else []
        goes_on = before.other and bool(words)
        row.other = goes_on or (len(words) >= WORDS and words[0][0].isupper() and not measure.is_latin(before.text[-1]))


WORDS = 3
"""Words of a title in another language, at least."""


def _is_day(text: str) -> bool:
    """Whether a line is a date and nothing else."""
    dates = written_dates.find(text) if len(text) <= LONGEST_DAY and text[-1] in "年月日號号0123456789" else []
    return bool(dates) and dates[0].start == 0 and dates[0].end == len(text)


_BOTH = re.compile(r"[^\sA-Za-z][^A-Za-z。，；]{1,24}\s{3,}[A-Z][A-Za-z ,'’:-]{2,60}$")
"""A heading, and apart from it what it is in another language."""

LONGEST_DAY = 24
"""Characters of a date alone in a line."""

ABSTRACTS = ("Abstract", "ABSTRACT", "摘要")

TOP = 8
"""Lines with text among which the names of a text's writers stand."""


def _joined(rows: Sequence[Row], habits: Habits, known: frozenset[str], removals: list[Removal]) -> Iterator[Unit]:
    first = 0
    for index in range(1, len(rows) + 1):
        if index < len(rows) and _goes_on(rows[first], rows[index - 1], rows[index], habits):
            continue
        if rows:
            unit, gone = _unit(rows[first:index], habits.gap, known)
            removals += gone
            yield unit
        first = index


RARE = 0.1
"""Share of the full lines that are as wide as the widest where paragraphs are told by lost indents: a width of notes
would make first lines of all others."""


def _set_measures(rows: list[Row], rare: float = 0.05) -> None:
    """The full width around each line, of Han and of Latin lines apart, from windows of three times ``STEP`` lines."""
    pieces = visual_lines.pieces(rows)
    ended = [_ended(row) for row in rows]
    signs = [
        _Sign(row.edge, measure.latin_share(row.text) > LATIN, not end, _is_cut(row), _completes(row, after, ends))
        for row, end, after, ends in zip_longest(rows, ended, rows[1:], ended[1:])
    ]
    whole = [sign for row, sign in zip(rows, signs, strict=True) if row.line.number not in pieces] if pieces else signs
    everywhere = _widths(whole, rare) if pieces else {False: None, True: None}
    for start in range(0, len(rows), STEP):
        low, high = max(start - STEP, 0), start + 2 * STEP
        window = signs[low:high]
        if pieces:
            window = [signs[n] for n in range(low, min(high, len(rows))) if rows[n].line.number not in pieces]
        full = _widths(window, rare)
        for n in range(start, min(start + STEP, len(rows))):
            latin = signs[n].latin
            rows[n].full = full[latin] or (full[False] if latin else None) or everywhere[latin]


class _Sign(NamedTuple):
    """What measures ask about a line: its width, whether it is Latin, whether it stops in mid-sentence or at a letter,
    whether the next line may complete it."""

    edge: int
    latin: bool
    open: bool
    cut: bool
    completed: bool


def _widths(signs: Sequence[_Sign], rare: float) -> dict[bool, int | None]:
    """The full width of Latin lines (True) and of others (False)."""
    full: dict[bool, int | None] = {}
    for kind in (False, True):
        kin = [sign for sign in signs if sign.latin is kind]
        full[kind] = measure.full_width([sign.edge for sign in kin], [sign.open for sign in kin], rare=rare)
    if (full[True] or 0) < NARROWEST_LATIN:
        full[True] = None
    if full[False] is None and any(sign.cut and sign.edge >= measure.NARROWEST_CUT for sign in signs):
        edges, cut, completed = zip(*((sign.edge, sign.cut, sign.completed) for sign in signs), strict=True)
        tiny = [sign.completed and below.edge <= TINY for sign, below in pairwise(signs)]
        full[False] = measure.cut_width(edges, cut, completed, [*tiny, False])
    return full


def _is_cut(row: Row) -> bool:
    return row.text[-1].isalnum() or row.text[-1] in "，、"


def _completes(row: Row, after: Row | None, ended: bool) -> bool:
    """Whether a line may be the rest of the one above: it ``ended`` a sentence, or is cut itself at about the same
    width."""
    if after is None or after.gap > row.gap or after.torn:
        return False
    return (ended or (after.edge > row.edge - measure.BAND and _is_cut(after))) and not starts_unit(after.text)


def _ended(row: Row) -> bool:
    if row.text[-1].isalpha():
        return False
    if row.text[-1] in _SENTENCE:
        return True
    tail = row.text[-12:]
    return bool(measure.ENDING.search(_FLAT_MARK.sub("", tail)))


_SENTENCE = frozenset("。！？!?…：:；.．")


_FLAT_MARK = re.compile(r"(?<=[。！？」』”）])\s?(?:\d{1,3}|\[\d{1,3}\]|[①-⑳¹²³⁰⁴-⁹]+)$")
"""A note's mark behind the end of a sentence: it is no part of it."""

LATIN = 0.7
"""Share of Latin characters from which on a line is measured among Latin lines: its letters are narrower."""

NARROWEST_LATIN = 36
"""Columns below which Latin lines of one length are names in a list, not wrapped prose."""

STEP = 20
TINY = 8
"""Columns of the rest of a sentence that is no line of its own: three characters and a full stop."""


def _filled(row: Row) -> bool:
    return row.full is not None and row.edge >= row.full - measure.BAND


def _trailing_space_ends(rows: Sequence[Row]) -> bool:
    """Whether the document leaves a space at the end of each paragraph, and none at a wrap between Han characters."""
    han = [row for row in rows if row.full and not measure.is_latin(row.text[-1])]
    full = [row for row in han if _filled(row) and not measure.ENDING.search(row.text)]
    ends = [row for row in han if not _filled(row) and measure.ENDING.search(row.text)]
    if len(full) < 5 or len(ends) < 3:
        return False
    return sum(r.trailing for r in full) < 0.25 * len(full) and sum(r.trailing for r in ends) > 0.7 * len(ends)


def _under(rows: Sequence[Row]) -> int:
    """By how many columns most full lines are short of the full width: the widest have marks that were squeezed, or
    are set otherwise."""
    short = Counter(row.full - row.edge for row in rows if row.full and _filled(row) and row.text[-1].isalpha())
    columns, count = short.most_common(1)[0] if short else (0, 0)
    return max(columns, 0) if 2 * count >= short.total() else max(min(columns, INDENT - 1), 0)


def _indents_unseen(rows: Sequence[Row]) -> bool:
    """Whether paragraphs were indented in print, and the extraction lost it: their first lines, behind the ends of
    others and under numbered headings, are short by as much."""
    short: list[bool] = []
    for before, row in pairwise(rows):
        ends = before.full and before.edge < 0.8 * before.full and not before.glued
        sure = ends and (_ended(before) or starts_unit(before.text))
        plain = not row.indent and not row.glued and not starts_unit(row.text)
        if sure and plain and row.full and row.edge >= 0.75 * row.full:
            short.append(row.edge <= row.full - INDENT)
    return len(short) >= 2 and sum(short) >= 0.7 * len(short)


SHORT = 0.9
"""Share of the full width below which a line is the last of its turn, in a text of turns."""

BARE = 6
"""Characters of a word below a numbered sentence that goes on with nothing."""

INDENT = 3
"""Columns by which a line of a lost indent is short at least; the indent itself is mostly four."""


def _goes_on(head: Row, row: Row, after: Row, habits: Habits) -> bool:
    """Whether the paragraph that ``head`` starts and ``row`` is in goes on in ``after``."""
    if row.full is None or (after.turn and (_ended(row) or (habits.spoken and row.edge < SHORT * row.full))):
        return False
    if row.glued:
        return True
    if row is head and (row.text in ABSTRACTS or (row.signed and after.text in ABSTRACTS)):
        return False
    if after.other != row.other:
        return False
    if row.alone or after.alone or (after.indent > row.indent and wire_lines.start(after.text)):
        return False
    if row is head and _is_beyond(row) and not _is_beyond(after):
        return False
    if (after.signed or (row.signed and row is head)) and row.text[-1] not in "，、；;&":
        return False
    near = after.gap <= habits.gap or (after.gap == habits.gap + 1 and _is_cut_by_blank(head, row, after, habits))
    if after.text[0] in measure.CLOSING and after.text[0] not in "—…·." and (after.torn or near):
        return True
    ended = _ended(row)
    bare = after.text.isalpha() and 1 < len(after.text) <= BARE
    if ended and row.text[-1] not in "；;" and bare and starts_unit(head.text):
        return False  # the last line of a paragraph would end its sentence
    if len(after.text) == 1 and after.text.isalpha() and not ended and (near or after.torn):
        return True
    if (near or after.torn) and _CUT_WORD.search(row.text) and (row.text[-1] == "\u00ad" or after.text[0].islower()):
        return True
    if near and (_is_bracket_open(row, after) or _is_in_bracket(head, row, after)):
        return True
    if are_rows(row.text, after.text) or (
        starts_unit(after.text) and (ended or not _filled(row) or starts_unit(head.text))
    ):
        return False
    if not near and not after.torn:
        return False
    if habits.spaced and not after.torn and row.stop:
        return False
    if habits.spaced and not (row.trailing and measure.is_latin(row.text[-1])):
        return not row.trailing
    if row.text[-1] in "，、" and row.edge > row.full / 4:
        return True
    lost = 4 if row is head and row.indent == 0 and habits.indented else 0
    full = row.full - max(habits.under - INDENT + 1, 0)
    if row.edge + measure.first_token(after.text) < full - _slack(row, full, ended) - lost:
        return False
    if row is head and habits.indented and not ended and _stands_over(row, after, habits.under):
        return False
    if after.indent >= row.indent + 2 and row is not head and not after.torn:
        return False
    if after.indent >= 2 and ended:
        return False
    closed = ended and row.text[-1] not in "；;"
    if closed and (_is_heading(after) or _changes_script(row, after)):
        return False
    return not (closed and habits.indented and _first_line(row, after, lost, habits.under))


def _is_beyond(row: Row) -> bool:
    """Whether a line is so much wider than the text around it that it is no line of that: a title over columns."""
    return row.full is not None and row.edge - row.indent > 1.4 * row.full


def _is_cut_by_blank(head: Row, row: Row, after: Row, habits: Habits) -> bool:
    """Whether the blank line before a line came from the extraction alone: it stands within a sentence.

    The line above is full, is no heading (it is a further line of its paragraph, or a first one, with its indent or
    short by it) and stops at a letter; the line below is full too, or ends the sentence, and is not indented.
    """
    if row.full is None or row.ruled or after.ruled or not (row.text[-1].isalpha() or row.text[-1] in "，、"):
        return False
    if after.indent > min(row.indent, 1) or starts_unit(after.text):
        return False
    first = row is head and row.indent < 2
    if first and not (habits.indented and after.full is not None and abs(row.full - row.edge - INDENT - 1) <= 1):
        return False
    if abs(row.edge - row.full) > NEARLY and not first:
        return False
    return _ended(after) or (after.full is not None and after.edge >= after.full - NEARLY)


NEARLY = 3
"""Columns by which a line beside a blank one may differ from the full width to be surely full."""


def _changes_script(row: Row, after: Row) -> bool:
    """Whether a sentence in one script ends and a line in the other follows: so the halves of bilingual text change."""
    before, behind = measure.latin_share(row.text), measure.latin_share(after.text)
    if before > LATIN:
        return not measure.is_latin(after.text[0]) and after.text[0].isalpha()
    return before < 1 - LATIN and behind > LATIN and after.text[0].isupper()


def _is_heading(row: Row) -> bool:
    """Whether a line behind the end of a sentence is neither a full line nor the last of a paragraph: Han characters
    without any mark, that stop early."""
    short = row.full is not None and row.edge <= 0.6 * row.full and not row.glued
    return short and len(row.text) >= SHORTEST_HEADING and _HAN_ONLY.fullmatch(row.text) is not None


SHORTEST_HEADING = 4
"""Characters of a heading that may be told from the last line of a paragraph whose full stop was lost."""

_HAN_ONLY = re.compile(r"[\u3400-\u9fff]+")
_CUT_WORD = re.compile(r"[a-z][-\u2010\u00ad]$")
"""A word that the end of a line may have cut."""


def _first_line(row: Row, after: Row, lost: int, under: int) -> bool:
    """Whether a line behind a full one that ends a sentence is the first of a paragraph whose indent was lost.

    ``lost``: columns of the indent that the line above lost; ``under``: as in `Habits`.
    """
    if after.full is None or after.edge > after.full - under - INDENT or measure.latin_share(after.text) > LATIN / 2:
        return False
    if after.edge >= after.full - 2 * measure.BAND and not _ended(after):
        return True
    return row.edge + lost < (row.full or 0) - under - 1


def _is_bracket_open(row: Row, after: Row) -> bool:
    """Whether a bracket that a line opens at its end is closed at the start of the next: so titles are cut."""
    at = row.text.rfind("（")
    return at >= len(row.text) - REMARK and "）" not in row.text[at:] and "）" in after.text[:REMARK].partition("（")[0]


def _is_in_bracket(head: Row, row: Row, after: Row) -> bool:
    """Whether a full line opens with a bracket that the next closes at its end: so it is told where writers work."""
    return row is head and _filled(row) and row.text[0] in "（(" and "）" not in row.text and after.text[-1] in "）)"


REMARK = 12
"""Characters of a remark in brackets that the end of a line cuts."""


def _stands_over(row: Row, after: Row, under: int) -> bool:
    """Whether a line without marks that is too short for the first of a paragraph stands over such a one: a heading."""
    full = (row.full or 0) - under
    if (
        row.edge > full - INDENT - 3
        or after.full is None
        or _WITHIN.search(row.text)
        or _NARROW.search(after.text)
        or _ended(after)
    ):
        return False
    opens = after.full - INDENT - 2 <= after.edge <= after.full - INDENT
    return opens and not cut_words.gain(row.text, after.text)


_WITHIN, _NARROW = re.compile(r"[，。；A-Za-z0-9]"), re.compile("[!-~]")
"""What no plain heading has; what is narrower than a Chinese character, so that widths tell less."""


def _slack(row: Row, full: int, ended: bool) -> float:
    """Columns that a full line may stay short of the full width.

    More where the line stops in mid-sentence, and where its letters are not all of one width.
    """
    ragged = 0.25 * measure.latin_share(row.text) * full
    return 3 + 0.4 * ragged if ended else max(4, min(7, 0.12 * full)) + ragged


def _unit(rows: Sequence[Row], usual: int, known: frozenset[str]) -> tuple[Unit, tuple[Removal, ...]]:
    head = rows[0]
    text, removals = joints.join([row.line for row in rows], known)
    numbers = tuple(dict.fromkeys(n for row in rows for n in range(row.line.number, row.line.end + 1)))
    unit = Unit(text, numbers, head.indent, head.full is not None, head.gap > usual, head.line.page)
    return unit, removals
