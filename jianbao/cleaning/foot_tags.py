"""Tags behind a text: a row of its words, or words one below the other under a label."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise, takewhile

from jianbao.word_lists import words

LONGEST_TAG = 10
"""Characters of a tag that stands alone in a line."""


def find(places: Sequence[int], plain: Mapping[int, str], text: str) -> tuple[list[int], list[int]]:
    """The lines of tags among the lines behind a text, ``places``, and their labels. ``text``: the running text."""
    tags = [index for index in places if _are_tags(plain[index], text)] or _stacked_tags(places, plain, text)
    labels = [
        above
        for above, index in pairwise(places)
        if index in tags and plain[above].strip("：: ") in words("tag_labels")
    ]
    return tags, labels


def _are_tags(line: str, text: str) -> bool:
    """Whether a line is a row of words, most of which the text has; names of persons in a row may sign it."""
    row = line.split()
    if not 3 <= len(row) <= 12 or not all(2 <= len(word) <= 10 and word.isalnum() for word in row):
        return False
    names = sum(len(word) <= 3 and word.startswith(words("surnames")) for word in row)
    return sum(word in text for word in row) >= max(2, 0.6 * len(row)) and names < len(row) / 2


def _stacked_tags(places: Sequence[int], plain: Mapping[int, str], text: str) -> list[int]:
    """Short words right under a label of tags, one a line: up to the last that the text has."""
    label = next((at for at, index in enumerate(places) if plain[index].strip("：: ") in words("tag_labels")), None)
    below = places[label + 1 :] if label is not None else []
    run = [*takewhile(lambda index: len(plain[index]) <= LONGEST_TAG and plain[index].isalnum(), below)]
    while run and plain[run[-1]] not in text:
        run.pop()
    return run if sum(plain[index] in text for index in run) >= len(run) / 2 else []
