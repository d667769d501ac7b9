"""Titles over two lines and more above the line of who wrote, in a newsletter: joined where each line but the last
fills the column.

Before: ``岩手三陸海岸的重生之路——考察團`` / ``報告`` / ``文／某某``, where no title of the page is wider
After: one title.
Never: a rubric above a title, which is narrower; the lines of the issue above the first title; the second headline of
a newspaper, above its reporter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao.structure.heads import folio_lines, journal_lines, meta_lines, persons, written_dates
from jianbao.structure.layout import story_heads
from jianbao.structure.layout.full_widths import has_ended, is_filled
from jianbao.structure.rows import Row

FEWEST, MOST_LINES = 3, 4
"""Titles of a page, and lines of one at most."""
TOP, LONGEST_NAME = 4, 4
"""Lines among which the issue stands, and characters of a writer's name that stands alone."""
FEWEST_FULL = 2
"""Lines of titles that are as wide as the widest: it is the column that stops them."""
NEARLY = 3
"""Columns by which a full line is narrower than the widest: a character, or a mark that may not end a line."""


def mark(rows: Sequence[Row]) -> None:
    """Set ``glued`` on each line of such a title but the last."""
    found = story_heads.find(rows)
    titles = list(_titles(rows, found)) if found else []
    titles = titles or list(_over_names(rows))
    edges = [row.edge for title in titles for row in title]
    widest = max(edges, default=0)
    full = sum(edge >= widest - NEARLY for edge in edges) >= FEWEST_FULL
    for title in titles if full and len(titles) >= FEWEST else ():
        if all(row.edge >= widest - NEARLY for row in title[:-1]):
            for row in title[:-1]:
                row.glued = True


def _titles(rows: Sequence[Row], found: story_heads.Heads) -> Iterator[Sequence[Row]]:
    """The lines of each title: those above a line of who wrote, up to a fact of the issue."""
    for index in range(1, len(rows)):
        if not (found.told[index] and story_heads.is_written(rows[index].text) and found.heads[index - 1]):
            continue
        begin = index - 1
        while begin and found.heads[begin - 1] and not found.told[begin - 1] and not _is_fact(rows[begin - 1].text):
            begin -= 1
        if index - begin <= MOST_LINES and not _is_fact(rows[begin].text):
            yield rows[begin:index]


def _over_names(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """The same above writers' bare names, in a text with its issue on top."""
    if not any(meta and meta.issue and meta.date for meta in (meta_lines.parse(row.text) for row in rows[:TOP])):
        return
    for index in range(1, len(rows) - 1):
        if len(rows[index].text) > LONGEST_NAME or not persons.is_name(rows[index].text):
            continue
        begin = index
        while begin and index - begin <= MOST_LINES and not has_ended(rows[begin - 1]):
            if rows[begin - 1].alone or _is_fact(rows[begin - 1].text):
                break
            begin -= 1
        if 0 < index - begin <= MOST_LINES and is_filled(rows[index + 1]):
            yield rows[begin:index]


def _is_fact(text: str) -> bool:
    """Whether a line is the name or the day of an issue, or a row of labels."""
    dated = written_dates.find(text) or written_dates.of_republic(text)
    return bool(dated or folio_lines.parse(text) or journal_lines.issue(text)) or text.count("：") > 1
