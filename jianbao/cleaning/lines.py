"""A seed's text as lines: split at line ends and form feeds, nothing else changed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from jianbao.document import Line
from jianbao.provenance import MappedText
from jianbao.source import Seed


def split(seed: Seed) -> tuple[Line, ...]:
    """The seed's lines, from 1, without line ends and form feeds.

    A form feed starts a page; one in the middle of a line cuts it into two with the same number.
    """
    return tuple(_lines(seed))


def _lines(seed: Seed) -> Iterator[Line]:
    page = 0
    text = seed.text
    for number, (start, next_start) in enumerate(pairwise((*seed.line_starts, len(text))), start=1):
        end = next_start
        while end > start and text[end - 1] in "\r\n":
            end -= 1
        if text.find("\f", start, end) < 0:
            yield Line(number, MappedText.verbatim(text, start, end), page)
            continue
        at = start
        for piece in text[start:end].split("\f"):
            page += at > start
            if piece:
                yield Line(number, MappedText.verbatim(text, at, at + len(piece)), page)
            at += len(piece) + 1
