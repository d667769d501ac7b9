"""The facts of an event, a place or a thing that a text speaks of, one a line: they are no titles and no headings.

Before: ``展覽地點：某某美術館`` / ``開放時間：週二至週日`` / ``票價：全票 150 元`` below a title.
After: paragraphs; the day of the event is not the text's. One such row among what a page says of itself is a printed
line.
Never: what a page says of itself (writer, outlet, day, keywords); the head of minutes; turns of speech.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from jianbao import regex as re
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.entries import short_runs
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import either, words

FEWEST, STRANGE = 3, 2
"""Rows of a box, and those of them whose labels no page has for itself."""
LONGEST = 80
"""Characters of a row."""
_LABEL = re.compile(
    r"^[•●◆■▪※★☆◎○]?\s*(?P<label>[\u3400-\u9fff][\u3400-\u9fff\s／/、]{0,8}[\u3400-\u9fff])\s*[：:]\s*(?=\S)"
)
_EVENT = re.compile(either("event_labels"))
_OF_PAGES = tuple(
    f"{kind}_labels"
    for kind in (
        *("byline", "date", "source", "title", "tag", "issue", "manuscript", "desk", "credit", "contact", "imprint"),
        *("circulation", "record_writer", "record_title", "record_source", "record_year", "person", "book", "box"),
        *("meeting", "photo", "attachment"),
    )
)


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with the rows of such boxes told to be text."""
    labels = [_label(item) for item in known]
    found = list(known)
    for begin, end in _runs(known, labels):
        if _is_box(labels[begin:end]):
            found[begin:end] = [Known(item.part, Role.BODY) for item in known[begin:end]]
            continue
        head = all(item.role in short_runs.SHORT for item in known[:begin])
        for index in range(begin, end) if head else ():  # what else is said beside the writer and the day
            if known[index].role is Role.TITLE and _EVENT.search(labels[index]):
                found[index] = Known(known[index].part, Role.META, MetaLine(desk=True))
    return found


def _label(item: Known) -> str:
    """The label of a row; empty for any other part."""
    if item.role is Role.BLOCK or len(item.plain) > LONGEST:
        return ""
    match = _LABEL.match(item.plain)
    return "".join(match["label"].split()) if match and item.plain[-1] not in "。，；、！？" else ""


def _runs(known: Sequence[Known], labels: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Half-open places of rows that stand one below the other; a title with a colon stands apart from them."""
    begin = 0
    for index in range(1, len(labels) + 1):
        if index < len(labels) and labels[index] and labels[index - 1] and not _is_apart(known, index):
            continue
        titled = begin == 0 and labels[0] not in _labels_of_pages() and not _EVENT.search(labels[0])
        if index - begin - titled >= FEWEST:
            yield begin + titled, index
        begin = index


def _is_apart(known: Sequence[Known], index: int) -> bool:
    """Whether more blank lines stand above a row than below it."""
    return known[index].part.gap > known[index].part.gap_after


def _is_box(labels: Sequence[str]) -> bool:
    if len(set(labels)) < len(labels) or not set(labels).isdisjoint(words("minutes_labels")):
        return False
    own = [label for label in labels if label not in _labels_of_pages()]
    return len(own) >= STRANGE and any(map(_EVENT.search, own))


@cache
def _labels_of_pages() -> frozenset[str]:
    return frozenset(label for name in _OF_PAGES for label in words(name))
