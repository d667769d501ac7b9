"""Heads beside page numbers and other heads that put together, or say a piece of, what stands on top of the text.

Before: ``政策簡報第7期　2025年7月3日`` / ``把糧食帶進對話``, and below the foot of that page ``政策簡報第7期
把糧食帶進對話``; ``共同報告書`` beside ``2``, where the title is ``開放的區域——共同報告書``; ``前言`` and ``1`` over
the title, where ``前言`` stands once more below it
After: the lines on top, and the heading.
Never: a line that neither a page number nor another head stands beside; one that says a word more; a chapter's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import takewhile

from jianbao import regex as re
from jianbao.cleaning.head_rows import Row, carried, may_be_head
from jianbao.cleaning.numerals import page_number
from jianbao.word_lists import words as listed_words

OPENING, SECTION = 8, 12
"""Rows on top of a text whose words its heads say, and among which the heading of the first section stands."""
SHORTEST, FEWEST = 6, 2
"""Characters that such a head says, and pieces of what stands on top that one puts together."""
_BETWEEN = re.compile(r"\s+|[|｜]")
_LEADERS = re.compile(r"(?:[.．…·‧]\s?){3}")
_PIECES = re.compile(r"—+|──|：|:")
_FOLIO = re.compile(r"^[0-9]{1,4}\s+|\s+[0-9]{1,4}$")


def find(rows: Sequence[Row], notes: Mapping[int, str]) -> dict[int, str]:
    """Such heads by index of their line; ``notes`` are the heads that are known."""
    top = [*takewhile(_is_of_head(rows[0]), rows[:OPENING])]
    words = [{row.text, *_BETWEEN.split(row.text)} for row in top]
    pieces = {piece.strip() for row in top for piece in _PIECES.split(row.text)} - {row.text for row in top}
    first = [row for row in _first(rows) if not page_number(row.text)]
    found = {row.index: "over the title, the first section and the number of the page" for row in first}
    for place in range(OPENING, len(rows)):
        row = rows[place]
        if row.index in notes or not _is_beside(rows, place, notes) or not may_be_head(row):
            continue
        said = _FOLIO.sub("", row.text)
        parts = [part for part in _BETWEEN.split(said) if part]
        if len(said) >= SHORTEST and (_puts_together(parts, words) or said in pieces):
            found[row.index] = "puts together what stands on top of the text, beside a page number or a head"
    return found


def _is_of_head(first: Row) -> Callable[[Row], bool]:
    """Whether a row is of the first page, above any list of contents."""

    def fits(row: Row) -> bool:
        listed = _LEADERS.search(row.text) or "".join(row.text.split()) in listed_words("contents_labels")
        return row.page == first.page and not listed

    return fits


def _puts_together(parts: Sequence[str], words: Sequence[set[str]]) -> bool:
    """Whether all parts of a head are words of rows on top, and of more rows than one."""
    if len(parts) < FEWEST or any(said.issuperset(parts) for said in words):
        return False
    return all(any(part in said for said in words) for part in parts)


def _first(rows: Sequence[Row]) -> Iterator[Row]:
    """The head of the first page, and its number: the heading of the first section says it again below the title."""
    row = rows[0]
    said = {_FOLIO.sub("", row.text)} if any(carried(row.text)) else set()
    alone = len(rows) > 1 and page_number(rows[1].text) is not None
    if alone:
        said.add(row.text)
    again = any(other.text in said for other in rows[2:SECTION])
    if again and may_be_head(row):
        yield row
        if alone:
            yield rows[1]


def _is_beside(rows: Sequence[Row], place: int, notes: Mapping[int, str]) -> bool:
    """Whether a head or a page number stands right above or below, and the line is no part of a page's text."""
    around = [rows[n] for n in (place - 1, place + 1) if 0 <= n < len(rows)]
    near = [row for row in around if row.index in notes or page_number(row.text)]
    return any(row.page == rows[place].page or row.index < rows[place].index for row in near)
