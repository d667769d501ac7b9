"""Newspaper pages whose stories are set in bands one below the other, each band in columns of its own.

Before: as ``pdftotext -layout`` writes them, or an editor by hand, a headline over three columns, their lines side by
side, below them two stories beside one another, each under its own headline.
After: in each band the columns from left to right; a line over several of them above the first.
Never: pages that name no reporters; cells of tables, which fill no column.

What is white in all rows of a band parts its columns. Rows end a band that run over it, and a blank row behind which
another story begins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from jianbao import regex as re
from jianbao.document import Line
from jianbao.structure import measure
from jianbao.structure.heads import folio_lines, meta_lines
from jianbao.structure.layout import story_heads
from jianbao.structure.layout.column_cuts import GAP, LONGEST
from jianbao.structure.layout.column_lines import spaced

REPORTERS = 2
"""Lines that name reporters on such a page, or one below the line of its name and day."""
TIGHT = 0.34
"""Share of the rows with text on both sides of a gutter in which a mark hangs out of its column, so that one blank
parts it from the next, at most."""
ROWS, APART = 3, 2
"""Rows of the shortest band, half as many of which have text on the other side of a gutter; blank rows that no band
goes on behind."""
MOST_ROWS = 200
"""Rows of the longest band."""
NARROWEST = 16
"""Columns of the narrowest column of print: eight characters."""
FILLED = 0.5
"""Share of the lines of a band's columns that fill them, and that stop within a sentence, at least."""
HEAD = 4
"""Rows below a blank one among which a reporter's line tells that another story begins; on top, where the page's own
name and day stand."""
LONGEST_FOLIO = 160
"""Characters of the line on top of a page, with the blanks in it."""
SET_IN = (0, 2, 4)
"""Places by which lines are set in, first ones of paragraphs by one or two characters."""
EDGE = 10_000
"""Where no page goes."""
DEEPEST = 6
"""Times that a band is parted into columns, and each of them into bands again."""

_PIECE = re.compile(r"[^ \u3000]+(?:(?<![，。、；：！？」』）》】〕])[ \u3000][^ \u3000]+)*")
_END = re.compile(r"(?:[。！？!?…」』】〕）)：:])$")
_BLANKS = " \u3000"
_DIGIT = re.compile(r"\d")
_NAMED = re.compile("[記记]者")


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two wide gaps of a row: offsets in the row's text, and places on the page."""

    begin: int
    end: int
    left: int
    right: int


_Row = tuple[Line, tuple[_Piece, ...]]
_Place = Callable[[str, int], int]


def in_order(page: Sequence[Line]) -> list[Line] | None:
    """The lines of a page, each band's columns from left to right; None where the page is no newspaper's or no band
    has columns."""
    if any(len(line.text) > LONGEST for line in page):
        return None
    if not any(_NAMED.search(line.text.plain) for line in page) or not any(
        GAP.search(line.text.plain) for line in page
    ):
        return None
    best: list[Line] | None = None
    most = 0
    for place in (_by_characters, _by_width):
        rows = [(line, _pieces(line.text.plain, place)) for line in page]
        if not _names_reporters(rows):
            return None
        band = _Band(place)
        ordered = list(band.read(rows, 0, DEEPEST))
        if band.even > most:
            best, most = ordered, band.even
    return best


def _by_characters(_row: str, offset: int) -> int:
    return offset


def _by_width(row: str, offset: int) -> int:
    return measure.width(row[:offset])


def _pieces(row: str, place: _Place) -> tuple[_Piece, ...]:
    """The pieces of a row, as spaces part them."""
    found = (match.span() for match in _PIECE.finditer(row))
    return tuple(_Piece(begin, end, place(row, begin), place(row, end)) for begin, end in found)


def _names_reporters(rows: Sequence[_Row]) -> bool:
    """Whether enough pieces of a page name reporters, and nothing else."""
    named = sum(_is_reporter(line, piece) for line, pieces in rows for piece in pieces)
    return named >= REPORTERS or (named > 0 and any(_is_folio(line) for line, _ in rows[:HEAD]))


def _is_reporter(line: Line, piece: _Piece) -> bool:
    text = line.text.plain[piece.begin : piece.end]
    return _NAMED.search(text) is not None and story_heads.is_reporter(text)


def _is_folio(line: Line) -> bool:
    """Whether a line is the page's own: its name, its day, its number."""
    return _is_folio_text(line.text.plain.strip())


@lru_cache(maxsize=4096)
def _is_folio_text(text: str) -> bool:
    if len(text) > LONGEST_FOLIO or not _DIGIT.search(text):
        return False
    meta = folio_lines.parse(text) or meta_lines.parse(text)
    return meta is not None and len(meta.date) == 10 and not meta.authors


class _Band:
    """Rows of a page on their way into order. ``even`` counts the pieces of columns beside others, and once more those
    that begin where their column starts, or set in from there as first lines are: where places are told rightly."""

    def __init__(self, place: _Place) -> None:
        self.place = place
        self.even = 0

    def read(self, rows: Sequence[_Row], left: int, depth: int) -> Iterator[Line]:
        """The lines of rows, band after band. ``left``: where the column starts that they stand in."""
        at, tried, begun = 0, 0, False
        while at < len(rows):
            end, gutters = _longest(rows, at) if depth and rows[at][1] and at >= tried else (at, [])
            tried = max(tried, end)
            if gutters:
                for start, stop in pairwise([*gutters, None]):
                    own = [piece for row in rows[at:end] for piece in _within(row, start or 0, stop)[1]]
                    self.even += len(own) + sum(piece.left - (start or 0) in SET_IN for piece in own)
                for start, stop in pairwise([left, *gutters, None]):
                    column = [_within(row, start or 0, stop) for row in rows[at:end]]
                    yield from spaced(list(self.read(column, start or 0, depth - 1)))
                at = end
            else:
                yield self._own(rows[at], left, begun) if depth < DEEPEST else _on_page(rows[at])
                at += 1
            begun = True

    def _own(self, row: _Row, left: int, follows: bool) -> Line:
        """What of a row stands in a column, with the blanks that set it in."""
        line, pieces = row
        plain = line.text.plain
        if not pieces:
            return replace(line, text=line.text.slice(0, 0), follows=follows and bool(plain.strip()))
        begin = pieces[0].begin
        while begin and plain[begin - 1] in _BLANKS and self.place(plain, begin - 1) >= left:
            begin -= 1
        return replace(line, text=line.text.slice(begin, pieces[-1].end), follows=follows)


def _longest(rows: Sequence[_Row], begin: int) -> tuple[int, list[int]]:
    """Where the longest band that begins at a row ends, and where its columns but the first start; without these, up to
    where no band can begin."""
    white = [(0, EDGE)]
    end, blank, parted = begin, 0, False
    for at in range(begin, min(begin + MOST_ROWS, len(rows))):
        line, pieces = rows[at]
        if not pieces:
            blank += 1
            continue
        if (
            _is_folio(line)
            or blank >= APART
            or (blank and parted and _begins_anew(rows, begin, at, _gutters(rows[begin:at], white)))
        ):
            break
        narrowed = [*_common(white, pieces)]
        between = any(left and right < EDGE for left, right in narrowed)
        if not between and (parted or at > begin + HEAD):
            break
        white, end, blank, parted = narrowed, at + 1, 0, parted or between
    gutters = _gutters(rows[begin:end], white)
    if not gutters or _stands_over(rows[begin:end], gutters):
        return begin, []
    return end, gutters if _is_prose(rows[begin:end], gutters) else []


def _stands_over(rows: Sequence[_Row], gutters: Sequence[int]) -> bool:
    """Whether the first row is a headline over several columns, which begins elsewhere than any of them, or above a
    reporter's line that begins the first."""
    (_, pieces), *below = rows
    if len(pieces) != 1 or pieces[0].left < gutters[0]:
        return False
    line, next_pieces = next(row for row in below if row[1])
    reported = next_pieces[0].left < gutters[0] and _is_reporter(line, next_pieces[0])
    return reported or all(pieces[0].left - start not in SET_IN for start in gutters)


def _on_page(row: _Row) -> Line:
    """A line that runs over the columns of a page, without the blanks that centre it."""
    line, pieces = row
    return replace(line, text=line.text.strip()) if pieces and pieces[0].left > HEAD else line


def _within(row: _Row, left: int, right: int | None) -> _Row:
    """What of a row stands in one column: what begins there."""
    line, pieces = row
    return line, tuple(piece for piece in pieces if piece.left >= left and (right is None or piece.left < right))


def _common(white: Sequence[tuple[int, int]], pieces: Sequence[_Piece]) -> Iterator[tuple[int, int]]:
    """What of the white places of rows is white in one more row."""
    bounds = [(0, pieces[0].left), *((a.right, b.left) for a, b in pairwise(pieces)), (pieces[-1].right, EDGE)]
    for left, right in white:
        for begin, end in bounds:
            if min(right, end) - max(left, begin) > 0:
                yield max(left, begin), min(right, end)


def _gutters(rows: Sequence[_Row], white: Sequence[tuple[int, int]]) -> list[int]:
    """Where the columns of rows but the first start: behind what is white in all of them, with text on both sides."""
    starts: list[int] = []
    for left, right in white:
        if not left or right == EDGE:
            continue
        before = [max((piece.right for piece in pieces if piece.left < left), default=0) for _, pieces in rows]
        behind = [min((piece.left for piece in pieces if piece.left >= right), default=EDGE) for _, pieces in rows]
        gaps = [other - one for one, other in zip(before, behind, strict=True) if one and other < EDGE]
        tight = sum(gap < 2 for gap in gaps)
        enough = len(rows) - before.count(0) >= ROWS and len(rows) - behind.count(EDGE) >= ROWS / 2
        if enough and tight <= TIGHT * len(gaps):
            starts.append(right)
    return starts


def _begins_anew(rows: Sequence[_Row], begin: int, at: int, gutters: Sequence[int]) -> bool:
    """Whether another story begins at a row below a blank one: the band's last column has ended, and one piece stands
    there alone or reporters are named below."""
    if not gutters:
        return False
    last = [(line, piece) for line, own in rows[begin:at] for piece in own if piece.left >= gutters[-1]]
    line, piece = last[-1]
    if not _END.search(line.text.plain[: piece.end]):
        return False
    below = rows[at : at + HEAD]
    return len(below[0][1]) == 1 or any(_is_reporter(line, piece) for line, own in below for piece in own)


def _is_prose(rows: Sequence[_Row], gutters: Sequence[int]) -> bool:
    """Whether most lines of the columns fill them, and stop within a sentence."""
    filled = stopped = lines = 0
    for left, right in pairwise([0, *gutters, None]):
        texts = [
            line.text.plain[piece.begin : piece.end]
            for line, pieces in rows
            for piece in _within((line, pieces), left or 0, right)[1]
        ]
        sizes = sorted(map(measure.width, texts))
        full = sizes[3 * len(sizes) // 4]
        if (full if right is not None else sizes[-1]) < NARROWEST:
            return False
        near = [text for text in texts if abs(measure.width(text) - full) <= measure.BAND]
        lines, filled = lines + len(texts), filled + len(near)
        stopped += sum(not _END.search(text) for text in near)
    return filled >= FILLED * lines and stopped >= FILLED * filled
