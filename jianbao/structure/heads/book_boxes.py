"""The facts of a book or a person that a text speaks of, one a line: they are no facts of the text.

Before: ``作者：Margaret Holloway`` / ``譯者：邱某某`` / ``出版：遠岸文化`` / ``定價：580元`` above or below a review.
After: paragraphs; the book's writer is not the review's.
Never: a byline beside a publisher alone; the one label that a page has for its writer.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from jianbao import regex as re
from jianbao.structure.blocks.known import Known, Role
from jianbao.word_lists import either

FEWEST = 2
"""Different labels of books that stand in a box, at least."""
LONGEST, SECOND = 80, 24
"""Characters of a field, and of the second line of a value."""
FEWEST_OF_PERSON = 4
"""Different facts about a person in a box."""

_PERSON = re.compile(rf"^(?P<name>{either('person_labels')})[\s\u3000]*(?:[：:]|(?<=[\s\u3000]))[\s\u3000]*\S")
"""A fact about a person, behind its name."""
_FIELD = re.compile(
    rf"^[^\w\s]?\s*(?:(?P<book>{either('book_labels')}(?:[／/、與与及][\u3400-\u9fff]{{2,4}})?)|{either('byline_labels')}|{either('date_labels')})\s*[：:]\s*\S"
)
"""A field of a book: one that only books have, or a writer or a day beside such."""


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with the lines of boxes about books told to be text."""
    fields = [_field(item) for item in known]
    found = list(known)
    for begin, end in _of_persons(known):
        found[begin:end] = [Known(item.part, Role.BODY) for item in known[begin:end]]
    for begin, end in _runs(fields):
        if len({label for label in fields[begin:end] if label}) >= FEWEST:
            found[begin:end] = [Known(item.part, Role.BODY) for item in known[begin:end]]
    return found


def _of_persons(known: Sequence[Known]) -> list[tuple[int, int]]:
    """Half-open places of boxes about a person: facts of different names one below the other, and between two of them
    perhaps the second line of a value."""
    at = [index for index, item in enumerate(known) if item.role is not Role.BLOCK and _PERSON.match(item.plain[:40])]
    found: list[tuple[int, int]] = []
    begin = 0
    for n in range(1, len(at) + 1):
        near = n < len(at) and at[n] - at[n - 1] <= 2 and all(_is_short(known[i]) for i in range(at[n - 1] + 1, at[n]))
        if near:
            continue
        names = {match["name"] for i in at[begin:n] if (match := _PERSON.match(known[i].plain[:40]))}
        if len(names) >= FEWEST_OF_PERSON:
            last = at[n - 1] + 1
            work = known[last - 1].plain.endswith("》") and last < len(known) and known[last].plain.startswith("《")
            found.append((at[begin], last + (work and _is_short(known[last]))))
        begin = n
    return found


def _is_short(item: Known) -> bool:
    return item.role in (Role.TITLE, Role.META) and len(item.plain) <= SECOND


def _field(item: Known) -> str | None:
    """The label of a field that only books have, empty for one that others have too; None for any other line."""
    if item.role is Role.BLOCK or len(item.plain) > LONGEST:
        return None
    match = _FIELD.match(item.plain)
    return (match["book"] or "") if match else None


def _runs(fields: Sequence[str | None]) -> list[tuple[int, int]]:
    """Half-open places of the fields that stand one below the other."""
    told = [field is not None for field in fields]
    edges = [at for at, (one, other) in enumerate(pairwise((False, *told, False))) if one != other]
    return list(zip(edges[::2], edges[1::2], strict=True))
