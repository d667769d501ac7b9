"""Stories of one page whose text stands in columns below each headline: where the page parts.

Before: a story in two columns that an extractor mixed line by line, ``札幌改用既有場館``, ``文／某某``, the next story.
After: the page parts above each headline that its writer's line tells, so that each story is dealt out by itself.
Never: on a page with one such line; a headline without text of its own, or that may stand in a column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jianbao import regex as re
from jianbao.document import Line
from jianbao.structure import measure
from jianbao.structure.heads import meta_lines, persons
from jianbao.structure.layout import story_heads
from jianbao.structure.layout.mixed_lines import LONGEST
from jianbao.structure.layout.page_heads import is_plain

LEAST = 4
"""Lines with text of a story."""
MOST_HEADS, MOST_CREDITS = 3, 3
"""Lines of a headline, and of what says below it who wrote the story, and where and when it came out."""
WIDEST_CREDIT = 60
"""Columns of print of a line that says so."""

_PAPER = re.compile(r"^(?:原?[載载刊][於于]?)?\s?《[^《》]{2,16}》")
"""A line that begins with the paper in which a story came out."""


@dataclass(frozen=True, slots=True)
class Story:
    """The lines of a story's head, and those of its text, with the blank lines between."""

    head: Sequence[Line]
    body: Sequence[Line]


def of(page: Sequence[Line], full: int) -> list[Story]:
    """The stories of a page; none where it has no two. ``full``: the width of a column."""
    places = [n for n, line in enumerate(page) if line.text.plain.strip()]
    texts = [page[n].text.plain.strip() for n in places]
    if any(len(text) > LONGEST for text in texts):
        return []
    heads = list(_heads(texts, full))
    if not heads or len(heads) + (heads[0][0] >= LEAST) < 2:
        return []
    if not all(_runs_across(texts[begin:end], full) for begin, end in heads):
        return []
    stories = [Story((), page[: places[heads[0][0]]])] if heads[0][0] else []
    for number, (begin, end) in enumerate(heads):
        stop = heads[number + 1][0] if number + 1 < len(heads) else len(places)
        if stop - end < LEAST:
            return []
        at = places[stop] if stop < len(places) else len(page)
        stories.append(Story(page[places[begin] : places[end]], page[places[end] : at]))
    return stories


def _runs_across(head: Sequence[str], full: int) -> bool:
    """Whether a head is no column's: a line of it is wider than one, or it states the paper that printed the story, as
    a reader does whose texts stand one below the other."""
    return any(measure.width(text) > full + 2 or "《" in text for text in head)


def _heads(texts: Sequence[str], full: int) -> Iterator[tuple[int, int]]:
    """Where each head of a story begins and ends."""
    index = 0
    while index < len(texts):
        short = measure.width(texts[index]) < full - measure.BAND
        if not short or not (_is_credit(texts[index]) or _is_named(texts, index)):
            index += 1
            continue
        begin = index
        while begin and index - begin < MOST_HEADS and _may_head(texts[begin - 1], full if begin < index else None):
            begin -= 1
        end = index + 1
        while end < len(texts) and end - index < MOST_CREDITS and _states(texts[end]):
            end += 1
        if begin < index:
            yield begin, end
        index = end


def _is_credit(text: str) -> bool:
    """Whether a line says who wrote a story, as a reporter's line or one of a book does."""
    if measure.width(text) > WIDEST_CREDIT:
        return False
    if story_heads.is_reporter(text):
        return True
    meta = meta_lines.parse(text) if "《" in text or "／" in text or "◎" in text else None
    return meta is not None and bool(meta.authors)


def _is_named(texts: Sequence[str], index: int) -> bool:
    """Whether a line is a name above one that states where the story came out."""
    below = texts[index + 1] if index + 1 < len(texts) else ""
    return persons.is_name(texts[index]) and bool(_PAPER.match(below))


def _states(text: str) -> bool:
    """Whether a line below a writer's states where and when the story came out."""
    if _PAPER.match(text) and measure.width(text) <= WIDEST_CREDIT:
        return True
    meta = meta_lines.parse(text) if measure.width(text) <= WIDEST_CREDIT else None
    return meta is not None and bool(meta.source or meta.date)


def _may_head(text: str, full: int | None) -> bool:
    """Whether a line may be of a headline: no text runs in it, and it is no full line of a column, of what width this
    is."""
    size = measure.width(text)
    filled = full is not None and full - measure.BAND <= size <= full + 2
    return is_plain(text) and not measure.ENDING.search(text) and not text.isdigit() and not filled
