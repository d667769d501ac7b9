"""Lines of a text that no paragraph goes on in, whatever their width: names of writers, numbered headings, facts of the
head, the head in another language.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from jianbao import regex as re
from jianbao.abstract_label import is_label
from jianbao.structure import measure
from jianbao.structure.blocks import field_rows
from jianbao.structure.heads import (
    archive_lines,
    folio_lines,
    journal_lines,
    labelled_lines,
    meta_lines,
    persons,
    post_lines,
    written_dates,
)
from jianbao.structure.layout import paper_heads, story_heads
from jianbao.structure.layout.full_widths import has_ended
from jianbao.structure.notes import section_numbers
from jianbao.structure.rows import Row, broad_edge


def mark_writers(rows: Sequence[Row]) -> None:
    """Set ``signed`` on each of the rows near the top of a text, or right above an abstract, that is names and nothing
    else."""
    for index, row in enumerate(rows):
        near = 0 < index < WRITERS or (index + 1 < len(rows) and is_label(rows[index + 1].text))
        row.signed = near and len(row.text) <= 40 and (bool(_writers(row.text)) or _is_credit(row.text))


def _writers(text: str) -> Sequence[str]:
    alone = _MARKED_NAME.fullmatch(text)
    if alone and persons.is_name(alone["name"]):
        return [alone["name"]]
    return persons.names_in(text) or journal_lines.marked(text)


def _is_credit(text: str) -> bool:
    """Whether a line says by words for their parts who made a text: 文／潘玉蓮 攝影／高志偉."""
    meta = meta_lines.parse(text) if _PART.match(text) else None
    return meta is not None and bool(meta.authors)


def mark_alone(rows: Sequence[Row]) -> None:
    """Set ``alone`` on the headings of numbered sections, on a journal's name with its issue near the top, and
    on the lines of an archive."""
    for index in section_numbers.find(rows, broad_edge(rows)):
        rows[index].alone = True
    for row in rows:
        row.alone = row.alone or ("   " in row.text and bool(_BOTH.match(row.text)))
        row.alone = row.alone or _is_of_archive(row.text) or folio_lines.is_one(row.text)
        row.alone = row.alone or (story_heads.is_written(row.text) and story_heads.is_reporter(row.text))
    paper_heads.mark(rows)
    field_rows.mark(rows)
    if len(rows) > 1 and rows[1].torn and rows[0].full is not None and rows[0].full - rows[0].edge > SHORT:
        rows[0].alone = True  # a title, and the columns below
    mark_facts(rows)


def mark_facts(rows: Sequence[Row]) -> None:
    """Set ``alone`` on lines near the top that state facts and nothing else: days, issues, writers behind labels."""
    for row in rows[:TOP]:
        row.alone = row.alone or journal_lines.is_identifier(row.text)
        row.alone = row.alone or journal_lines.issue(row.text) is not None or folio_lines.parse(row.text) is not None
        row.alone = row.alone or journal_lines.is_row(row.text) or _is_day(row.text)
        row.alone = row.alone or _has_facts(row.text) or _is_issue(row.text) or post_lines.is_board_head(row.text)


def _is_of_archive(text: str) -> bool:
    """Whether a line is the page, the section and the like of a story in an archive, between bars."""
    return bool(archive_lines.FORM.search(text)) and archive_lines.parse(text) is not None


def mark_other(head: Sequence[Row]) -> None:
    """Set ``other`` on the lines of a head in Han characters that say it again in another language: words without any
    Han character, before the first sentence ends."""
    for before, row, after in zip_longest(head, head[1:], head[2:]):
        if row is None or has_ended(before):
            return
        words = row.text.split() if row.text.translate(_TYPESET).isascii() and row.text[0].isalpha() else []
        goes_on = before.other and bool(words)
        if goes_on and after is not None and persons.names_in(after.text) and not after.text.isascii():
            row.signed, before.glued = False, True  # the last words of a title in Latin letters look like a name
        row.other = goes_on or (len(words) >= WORDS and words[0][0].isupper() and not measure.is_latin(before.text[-1]))


_MARKED_NAME = re.compile(r"(?P<name>[\u3400-\u9fff]{2,4})\s?(?:[1-9]|[¹²³])")
"""One name with the mark of a note behind it."""

_TYPESET = str.maketrans("‘’“”–—…", "''\"\"---")
"""Marks that print has for those of a keyboard."""

WORDS = 3
"""Words of a title in another language, at least."""


def _is_issue(text: str) -> bool:
    """Whether a line is the issue of a periodical and its day."""
    stated = meta_lines.parse(text) if len(text) <= LONGEST_FACTS and "第" in text else None
    return stated is not None and bool(stated.issue) and len(stated.date) == 10 and not stated.title[1]


def _has_facts(text: str) -> bool:
    """Whether a line states behind labels on which day a text came out, and who wrote it or where it is from; or who
    wrote it alone, in a few words."""
    stated = labelled_lines.parse(text) if len(text) <= LONGEST_FACTS else None
    if stated is None or stated.title[1]:
        return False
    both = len(stated.date) == 10 and bool(stated.authors or stated.source)
    wrote = stated.authors or stated.interviewers
    return both or (len(text) <= LONGEST_WRITERS and bool(wrote) and all(map(persons.is_name, wrote)))


def _is_day(text: str) -> bool:
    """Whether a line is a date and nothing else but its weekday and the time, or who issues a text, or its number in a
    series, with its day."""
    text = _CLOCK.sub("", text)
    short = len("".join(text.split())) <= LONGEST_DAY and text[-1] in "年月日號号0123456789"
    dates = written_dates.find(text) if short else []
    if not dates or dates[0].end != len(text):
        return False
    before = text[: dates[0].start].strip()
    apart = any(map(str.isspace, text[max(dates[0].start - 1, 0) : dates[0].start + 1]))
    return not before or (apart and (persons.is_organisation(before) or bool(_NUMBERED.search(before))))


_NUMBERED = re.compile(r"第\s*[0-9０-９一二三四五六七八九十百]{1,5}\s*[期號号]$")
"""The number of a text in its series."""

_CLOCK = re.compile(
    r"(?<=[日號号\d])\s*(?:[（(](?:星期|週|周|禮拜|礼拜)?[一二三四五六日天][)）])?\s*(?:[012]?\d[:：][0-5]\d(?:[:：][0-5]\d)?)?$"
)
"""The weekday and the time behind a date."""

_PART = re.compile(
    r"(?:[㐀-鿿]{1,4}[・·‧•、／/]){0,2}[㐀-鿿]{1,4}\s?[／/｜|：:・‧•]\s?[㐀-鿿·]{2,}(?:[\s\u3000、，／/；;][㐀-鿿／/｜|：:·・‧•]+)*$"
    r"|[㐀-鿿]{1,4}[\s\u3000][㐀-鿿·]{2,4}(?:\s*[｜|／/]\s*[㐀-鿿]{1,4}[\s\u3000][㐀-鿿·]{2,4})+$"
)
"""A word or several and a name behind a bar or a colon, and others beside it; or bars between words with names."""

_BOTH = re.compile(r"[^\sA-Za-z][^A-Za-z。，；]{1,24}\s{3,}[A-Z][A-Za-z ,'’:-]{2,60}$")
"""A heading, and apart from it what it is in another language."""

LONGEST_WRITERS = 24
"""Characters of a line that names the writers alone, behind their label."""

LONGEST_FACTS = 100
"""Characters of a line of several facts."""

LONGEST_DAY = 24
"""Characters of a date alone in a line."""

SHORT = 5
"""Columns by which a line on top is so short that it does not go on in a column that begins below it."""

TOP, WRITERS = 8, 12
"""Lines with text among which the facts of a text stand, and its writers: these below a title in two languages."""
