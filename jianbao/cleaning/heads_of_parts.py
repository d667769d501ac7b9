"""Heads that say the parts of a text above which they stand: ``第三章 港灣｜第一節 船期``, and a chapter's name alone.

A head of parts changes with them, so none of its lines needs to stand twice. The giveaway is that the text has what it
says as lines of its own, and that it stands where a page breaks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import takewhile

from jianbao import regex as re
from jianbao.cleaning.head_rows import Row, interrupts, may_be_head, without_blanks
from jianbao.cleaning.numerals import page_number

SHORTEST, FEWEST = 4, 2
"""Characters of what a part is called, and parts that a head says."""
TITLE = 10
"""Rows on top of a text among which its title and its first part's name stand."""
AROUND = 2
"""Rows at either side of a page's end among which its heads stand."""
_BARS = re.compile(r"\s*[｜|／/›»>‧·•]\s*|\s{2,}|\u3000+")
_NUMBERED = re.compile(
    r"^第[0-9０-９一二三四五六七八九十百〇零]+[章節节編编篇部]|^[一二三四五六七八九十]{1,3}、|^[壹貳參肆伍陸柒捌玖拾]{1,3}、"
    r"|^[（(][一二三四五六七八九十]{1,3}[)）]|^[0-9]{1,2}(?:\.[0-9]{1,2}){1,2}\s"
)
"""The number of a part, in front of its name."""
_VALUE = re.compile(r"[0-9０-９一二三四五六七八九十百〇零壹貳參肆伍陸柒捌玖拾]+")


def is_numbered(text: str) -> bool:
    """Whether a line begins with the number of a part."""
    return bool(_NUMBERED.match(text))


def find(rows: Sequence[Row], numbers: Container[int]) -> dict[int, str]:
    """Such heads by index of their line, with the evidence. ``numbers`` are the lines that are page numbers."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        places[without_blanks(row.text)].append(place)
    ends = dict(_beside_ends(rows, numbers))
    notes = _over_title(rows)
    for place, top in ends.items():
        row = rows[place]
        if not may_be_head(row) or row.index in numbers:
            continue
        if any(first < place for first in _said(row, places)):
            notes[row.index] = "says the names of the parts that the page is of, where a page breaks"
        elif top and is_numbered(row.text):
            same = places[without_blanks(row.text)]
            if any(
                (not ends.get(other) or other < place) and _is_of_part(rows, other, place)
                for other in same
                if other != place
            ):
                notes[row.index] = "says the name of a part that begins elsewhere, on top of a page"
    return notes


def _over_title(rows: Sequence[Row]) -> dict[int, str]:
    """The head of the first page: it says, over the title, the name of the first part, which begins below the title."""
    first = rows[0]
    if not is_numbered(first.text) or not may_be_head(first):
        return {}
    below = [*takewhile(may_be_head, rows[1:TITLE])]
    again = next((place for place, row in enumerate(below) if row.text.split() == first.text.split()), 0)
    told = again and not any(is_numbered(row.text) for row in below[:again])
    return {first.index: "says over the title the name of the part that begins below it"} if told else {}


def _said(row: Row, places: Mapping[str, Sequence[int]]) -> list[int]:
    """Where the text first has each of the names that a row says, if it says several and nothing else."""
    cells = [cell for cell in map(without_blanks, _BARS.split(row.text)) if not page_number(cell)]
    bare = "".join(cells)
    cuts = ((bare[:cut], bare[cut:]) for cut in range(SHORTEST, len(bare) - SHORTEST + 1))
    for names in (cells, *cuts):
        if len(names) >= FEWEST and all(len(name) >= SHORTEST and name in places for name in names):
            return [places[name][0] for name in names]
    return []


def _beside_ends(rows: Sequence[Row], numbers: Container[int]) -> Iterator[tuple[int, bool]]:
    """The places of the rows around each end of a page, and whether each is the first of its page."""
    paged = rows[-1].page > rows[0].page
    tops = {
        place
        for place in range(1, len(rows))
        if (rows[place].page > rows[place - 1].page if paged else rows[place - 1].index in numbers)
    }
    near = {other for place in tops for other in range(place - AROUND, place + AROUND) if 0 <= other < len(rows)}
    yield from ((place, place in tops) for place in sorted(near))


def _is_of_part(rows: Sequence[Row], begin: int, head: int) -> bool:
    """Whether no other part of the same rank begins between the line where one begins and a head with its name."""
    dress = _dress(rows[head].text)
    between = rows[min(begin, head) + 1 : max(begin, head)]
    return all(_dress(row.text) != dress or row.text == rows[head].text or not may_be_head(row) for row in between)


def _dress(text: str) -> str:
    """What the number of a part looks like, without its value; empty for a line that has none."""
    match = _NUMBERED.match(text)
    return _VALUE.sub("#", match[0]) if match else ""


def kept(rows: Sequence[Row], notes: Mapping[int, str]) -> set[int]:
    """Of the lines that would leave as heads: where a part begins, the first line with its name, if none else stays
    and it does not stand within a sentence."""
    gone: dict[str, list[int]] = defaultdict(list)
    stays: set[str] = set()
    for place, row in enumerate(rows):
        if is_numbered(row.text):
            text = without_blanks(row.text)
            if row.index in notes:
                gone[text].append(place)
            else:
                stays.add(text)
    return {
        rows[found[0]].index
        for text, found in gone.items()
        if text not in stays and len(found) > 1 and not interrupts(rows, found[0])
    }
