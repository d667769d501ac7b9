"""What a page prints between the day of a text and the text: buttons, a player, sizes of type, what is left to read.

Rows of short cells there are told by their form; a short line leaves with them where it stands below a line that left,
another line, say a picture's description, parts it from the text, and the text says nothing of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from jianbao import regex as re
from jianbao.cleaning import page_foot, texts
from jianbao.word_lists import words

LONGEST_DAY = 100
"""Characters of a line that states a day."""
CELL, LONGEST_BUTTON = 10, 16
"""Characters of a cell of such a row, and of what a button says alone in its line."""
TITLE = 8
"""Characters of a line that may be the title, where none stands above the day."""
HEADLINE = 5
"""Characters of what, behind a number and a bar, is the headline of an item: 1｜港口恢復夜航."""
MOST = 20
"""Lines between a day and the text that are looked at."""
WORD, OTHER = 4, 0.1
"""Characters of a word before the headline of another story, and share of that headline's pairs that come."""
SAID = 0.34
"""Share of a line's pairs of letters that come in the text, at most, where the line is none of it."""

_DATED = re.compile(
    r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d|\d\s?[日號号]?[,，]\s?(?:19|20)\d\d(?!\d)"
    r"|^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}$"
    r"|(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d|(?<!\d)1\d\d\s?[年/.-]\s?\d{1,2}\s?[月/.-]\s?\d"
)
_CELLS = re.compile(r"\s*[|｜]\s*|[\u3000\t]+|\s{2,}")
_COUNTED = re.compile(r"^[（(]?(?:第|[一二三四五六七八九十壹貳參肆伍\d]{1,3}\s*[、.．)）])")
_BAR = re.compile("[|｜丨／/‧・]")
"""What parts a label from a name."""
_LABEL = re.compile("[：:]")
_FIELD = re.compile(r"^[^\s：:]{2,12}[：:]\s+\S+$")
"""A label and, behind a blank or a tab, one value: a field of a record, no button."""
_OF_PAPER = re.compile(r"^(?:[A-Z]{1,2}\d{1,3}|[Bb]y\s\S.*)$")
_COUNT = re.compile(r"^(?!0)\d[\d,.]{0,6}\s*[KkMm萬万]?$")
"""A number alone, of which two or more below the day say how often buttons were pressed."""
_HAN = re.compile(r"[\u3400-\u9fff]")


def find(
    places: Sequence[int], plain: Mapping[int, str], prose: int, gone: Sequence[int], text: str
) -> Iterator[tuple[int, str]]:
    """Such lines and the evidence. ``places`` are the lines above the first running text, ``prose``, that are left,
    ``gone`` those that rules took, ``text`` the running text; nothing on a page from which no rule took a line."""
    day = next(
        (index for index in reversed(places) if len(plain[index]) <= LONGEST_DAY and _DATED.search(plain[index])), None
    )
    if not gone or day is None:
        return
    region = [index for index in places if index > day][:MOST]
    rows = {index for index in region if _is_row(plain[index])}
    counts = [index for index in region if _COUNT.match(plain[index])]
    rows |= {*counts} if len(counts) > 1 else set()
    titled = any(index < day and len(plain[index]) >= TITLE and not page_foot.is_fact(plain[index]) for index in places)
    left = {*gone}
    for index, after in pairwise((*region, prose)):
        if index in rows:
            yield index, "a row of buttons below the day"
            left.add(index)
        elif (
            (titled or len(plain[index]) < TITLE)
            and index - 1 in left
            and _is_strange(plain[index], text)
            and (after != prose or len(plain[index]) == 1)
        ):
            yield index, "below the day and a line of the page's own"
            left.add(index)
        elif titled and index - 1 in left and _is_ticker(plain[index], text):
            yield index, "below the day, the headline of another story behind a label"
            left.add(index)


def _is_strange(line: str, text: str) -> bool:
    """Whether a text says nothing of a short line."""
    if len(line) > LONGEST_BUTTON or line.endswith(("。", "：", "）", ")")) or _COUNTED.match(line):
        return False
    if _BAR.search(line) or page_foot.is_fact(line):
        return False
    if _FIELD.match(line) or any(
        _LABEL.split(line)[0].strip() in words(f"record_{kind}_labels") for kind in ("title", "writer")
    ):
        return False
    return texts.label(line) not in words("sections") and texts.share(line, text) <= SAID


def _is_ticker(line: str, text: str) -> bool:
    """Whether a line is a word and, apart from it, the headline of a story of which the text says nothing."""
    label, *rest = _CELLS.split(line)
    if len(rest) != 1 or not 2 <= len(label) <= WORD or not _HAN.match(label) or page_foot.is_fact(line):
        return False
    told = texts.share(label, text) == 1 or _COUNTED.match(label) or label in words("sections")
    return not told and page_foot.is_headline(rest[0], page_foot.NARROWEST) and texts.share(rest[0], text) <= OTHER


def _is_row(line: str) -> bool:
    """Whether a line is a row of short cells, three at least or one of them no word: 讚 214　傳送　收藏."""
    cells = [cell for cell in _CELLS.split(line) if cell]
    if len(cells) < 2 or max(map(len, cells)) > CELL or page_foot.is_fact(line) or _labels(cells):
        return False
    if _FIELD.match(line):
        return False
    if len(cells) == 2 and cells[0].isdigit() and len(cells[1]) >= HEADLINE:
        return False
    names = sum(2 <= len(cell) <= 4 and cell.startswith(words("surnames")) for cell in cells)
    odd = any(len(cell) == 1 or not _HAN.search(cell) for cell in cells)
    return names < len(cells) / 2 and (odd or len(cells) > 2)


def _labels(cells: Collection[str]) -> bool:
    """Whether a cell is the label of a fact about the text, or its page in a paper beside who wrote it."""
    if any(map(_OF_PAPER.match, cells)):
        return True
    return any(cell in words(f"{kind}_labels") for kind in ("byline", "desk", "source", "date") for cell in cells)
