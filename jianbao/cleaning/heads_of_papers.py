"""What a file of several papers has once for each: the label of the abstract, names over it, ``壹、前言``; and heads
of pages that name the conference.

``2024 海岸研討會論文集`` on the pages below a cover that is headed ``2024 海岸研討會`` is a head, wherever it stands;
``壹、前言`` that stands once in each paper is none, whatever it stands beside.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence

from jianbao import regex as re
from jianbao.abstract_label import is_label
from jianbao.cleaning.head_rows import Row, may_be_head, without_blanks
from jianbao.word_lists import either

FEWEST = 2
"""Abstracts of a file of several papers."""
OPENING = 8
"""Rows of a cover."""
SHORTEST, LONGER = 6, 6
"""Characters of a conference's name, and of what a head says behind it: 論文集."""
ABOVE, NEAR = 12, 2
"""Rows of names and places above the label of an abstract; rows that are such whatever they say."""
_SECTION = re.compile(
    r"(?:[0-9]{1,2}[.．、]\s*|[一二三四五六七八九十]{1,3}、|[壹貳參叁肆伍陸柒捌玖拾]、)[\u3400-\u9fff]"
)
_OF_HEAD = re.compile(rf"[\u3400-\u9fff]{{2,4}}|.{{0,4}}[\u3400-\u9fff]{{3,}}{either('institute_endings')}")
"""A name, and the name of an institute."""
_BEHIND_NAME = re.compile(r"(?:[\u3400-\u9fff]{2,6})?")


def find(rows: Sequence[Row]) -> dict[int, str]:
    """Lines below the cover that name the conference, by index, with the evidence."""
    if len(_labels(rows)) < FEWEST:
        return {}
    name = _name(rows)
    places: dict[str, list[int]] = defaultdict(list)
    for place in range(OPENING, len(rows) if name else 0):
        text = without_blanks(rows[place].text)
        if text.startswith(name) and _BEHIND_NAME.fullmatch(text, len(name)):
            places[text].append(place)
    return {
        rows[place].index: f"the conference's name, as in {len(found)} places"
        for found in places.values()
        for place in (found if len(found) > 1 else ())
    }


def kept(rows: Sequence[Row]) -> set[int]:
    """The indices of lines that each paper has for itself."""
    labels = _labels(rows)
    if len(labels) < FEWEST:
        return set()
    papers: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        if _SECTION.match(row.text) and len(row.text) <= LONGEST:
            papers[without_blanks(row.text)].append(place)
    once = {
        place
        for found in papers.values()
        if len({bisect(labels, place) for place in found}) == len(found)
        for place in found
    }
    name = _name(rows) or "\n"
    heads = {
        place
        for label in labels
        for place in range(max(label - ABOVE, 0), label + 1)
        if (label - place <= NEAR or _OF_HEAD.fullmatch(rows[place].text))
        and not without_blanks(rows[place].text).startswith(name)
    }
    return {rows[place].index for place in once | heads}


LONGEST = 24
"""Characters of a section's heading."""


def _name(rows: Sequence[Row]) -> str:
    """What stands on top of the file, if it may be a conference's name."""
    return without_blanks(rows[0].text) if may_be_head(rows[0]) and len(rows[0].key) >= SHORTEST else ""


def _labels(rows: Sequence[Row]) -> list[int]:
    return [place for place, row in enumerate(rows) if is_label(row.text)]
