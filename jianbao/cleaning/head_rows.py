"""Lines as the rules of running heads see them: folded wording, page, blank lines around, numbers that they carry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jianbao import regex as re
from jianbao.cleaning.numerals import numeral, page_number
from jianbao.document import Line

LONGEST = 60
"""Characters of the longest line that is taken for a head."""

CLAUSES = 2
"""Commas of a line that is rather one of the text."""

LEAST_PAGE = 8
"""Rows that a page has at least."""

_NUMERALS = re.compile(r"[0-9０-９]+|(?<=第)[一二三四五六七八九十百〇零]+")
_GAPS = re.compile(r"\s{2,}")
_LAST, _BEHIND = frozenset("。！？!?；;，,、：:"), frozenset("」』”’\"'）)")
ENDS_SENTENCE = re.compile(r"[。！？!?；;，,、：:][」』”’\"'）)]*$")
_NUMERAL = frozenset("0123456789０１２３４５６７８９ivxlc")
_NUMERAL_OR_MARK = _NUMERAL | frozenset("·‧・|｜–—-")
_NUMBER_FIRST = re.compile(r"([0-9０-９]{1,4}|[ivxlc]{1,6})(?:\s+|\s*[|｜·‧・]\s*)(?:\D|(?:19|20)\d\d\s?年).*")
_NUMBER_LAST = re.compile(
    r"(?:.*\D|.*[\u3400-\u9fff]{4}.*[0-9])(?:\s+|\s*[|｜·‧・]\s*)([0-9０-９]{1,4}|[ivxlc]{1,6})(?:\s*[·‧・|｜–—-])?"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A line with text: its index among all lines, its text with gaps folded, its ``key``, its page, and how many
    blank lines stand before and behind it."""

    index: int
    text: str
    key: str
    page: int
    gap_before: int
    gap_after: int = 0


def rows_of(lines: Sequence[Line]) -> list[Row]:
    """The lines that have text, in order."""
    texts = [line.text.plain.strip() for line in lines]
    places = [index for index, text in enumerate(texts) if text]
    rows: list[Row] = []
    before = -1
    for index, after in pairwise((*places, len(texts) + 1)):
        text = _GAPS.sub("  ", texts[index])
        gap, before = index - before - 1, index
        rows.append(
            Row(index, text, key(text) if len(text) <= LONGEST else text, lines[index].page, gap, after - index - 1)
        )
    return rows


def key(text: str) -> str:
    """A line with its numerals and spaces folded: what heads of different pages share."""
    return "".join(_NUMERALS.sub("#", text).split())


def without_blanks(text: str) -> str:
    """What a row says, however its characters are set apart."""
    return "".join(text.split())


def may_be_head(row: Row) -> bool:
    """Whether a line has the looks of a head: short, with words, no end of a sentence at its end or within."""
    return (
        len(row.text) <= LONGEST
        and "；" not in row.text
        and "。" not in row.text[:-1]
        and row.text.count("，") < CLAUSES
        and row.text[0] not in "，。、；：！？）》〉」』〕］,.;:!?)]"
        and row.text[-1] not in _LAST
        and not (row.text[-1] in _BEHIND and ENDS_SENTENCE.search(row.text))
        and len(row.key.strip("#.-—·[]()（）/")) >= 2
        and any(map(str.isalpha, row.key))
    )


def repeats(row: Row, every: Counter[str]) -> bool:
    """Whether the line, a page number at its ends aside, is also another line of the text."""
    bare = row.key.strip("#")
    return len(bare) >= 4 and every[bare] - (bare == row.key) > 0


_ISSUE = re.compile(
    r"第\s*[0-9０-９一二三四五六七八九十百〇零]+\s*[期號号卷輯辑]|年\s*[春夏秋冬]季?[號号刊]|[0-9０-９]\s*月[號号刊]|\b(?:Vol|No)\.\s*[0-9]+",
    re.IGNORECASE,
)


def names_issue(text: str) -> bool:
    """Whether a line is the name of a periodical and, at its end, its issue."""
    found = [*_ISSUE.finditer(text)]
    return (
        bool(found) and found[0].start() >= SHORTEST_NAME and _BEHIND_ISSUE.fullmatch(text, found[-1].end()) is not None
    )


SHORTEST_NAME = 3
"""Characters of a periodical's name with the space behind it."""
_BEHIND_ISSUE = re.compile(r"[\s（(｜|·,，]*(?:(?:19|20)\d\d[-/.年\s\d月日]*)?[)）]?(?:\s+[A-Z][A-Za-z &'-]*)?")


def pairs_said(rows: Sequence[Row]) -> frozenset[str]:
    """The pairs of characters that the text of the first pages has."""
    return frozenset(
        pair for row in rows[:SAMPLE] if not may_be_head(row) or len(row.text) >= RUNNING for pair in _pairs(row.key)
    )


def _pairs(text: str) -> list[str]:
    return [before + after for before, after in pairwise(text)]


_LABELLED = re.compile(r"[\u3400-\u9fff]{2,4}\s*[：:]")
"""A label of a fact, which is no title's."""
NUMBERS_OF_DAY = 3
"""Numbers of a day's line."""
SAMPLE, RUNNING = 120, 20
"""Rows in which is looked what a text says; characters of one that is rather running text."""


def _speaks_less(row: Row, below: Sequence[Row], said: frozenset[str]) -> bool:
    """Whether one of the next lines, of a title's length, says at least twice as much of what the text says."""
    count = next((n for n, other in enumerate(below) if len(other.key) >= RUNNING), 3)
    if count + 1 < len(below) and len(below[count + 1].key) < RUNNING and below[count].gap_before:
        count += 1  # a long title: no line of running text, as a short one follows
    near = [other for other in below[: min(count, 3)] if may_be_head(other) and not _LABELLED.match(other.text)]
    titles = [other for other in near if len(other.key) >= SHORTEST_TITLE and other.key.count("#") < NUMBERS_OF_DAY]
    own, *others = (_share(other, said) for other in (row, *titles))
    return any(share >= SPOKEN and own <= share / 2 for share in others)


def speaks(row: Row, said: frozenset[str]) -> bool:
    """Whether a line speaks of what is ``said`` in the text, as titles do and names of institutes do not."""
    return len(row.key) >= SHORTEST_TITLE and _share(row, said) >= SPOKEN


def _share(row: Row, said: frozenset[str]) -> float:
    return sum(pair in said for pair in _pairs(row.key)) / (len(row.key) - 1)


SHORTEST_TITLE, SPOKEN = 8, 0.3
"""Characters of a title below a head; share of its pairs that the text has."""


def is_title(row: Row, below: Sequence[Row], said: frozenset[str] = frozenset()) -> bool:
    """Whether a line on top of the first page is the title itself: then no title stands below it.

    A line with the number or the season of an issue is the name of what the text was printed in, where a short line
    set apart by blank lines follows. So is one that speaks less of what is ``said`` in the text than a line below it.
    """
    if (said and _speaks_less(row, below, said)) or _stands_apart(row, below) or _names_issuer(row, below):
        return False
    if any(page_number(word) for word in (row.text.split()[0], row.text.split()[-1])):
        return False
    if _ISSUE.search(row.text) and below and below[0].gap_before and below[0].gap_after and may_be_head(below[0]):
        return False
    joined = "".join(other.key for other in below)
    bare = row.key.strip("#")
    return bare not in joined and not any(len(other.key) >= 6 and other.key.strip("#") in bare for other in below)


def _stands_apart(row: Row, below: Sequence[Row]) -> bool:
    """Whether a line has words at either edge of the page, and a line without such a gap stands below it, apart: an
    office and what it issues, over the title."""
    cells = row.text.split("  ")
    wide = len(cells) > 1 and all(len(cell) >= SHORTEST_CELL for cell in cells)
    title = next((other for other in below[:2] if other.gap_before), None) if wide else None
    return title is not None and "  " not in title.text and may_be_head(title) and len(title.key) >= SHORTEST_TITLE


def _names_issuer(row: Row, below: Sequence[Row]) -> bool:
    """Whether a line begins with the same issuer's name as the title right below it, and says otherwise no word of it:
    an issuer's gazette, and what it prints."""
    title = below[0] if below and may_be_head(below[0]) else None
    if title is None or len(title.key) < SHORTEST_TITLE:
        return False
    same = next((n for n, (a, b) in enumerate(zip(row.text, title.text, strict=False)) if a != b), 0)
    return same >= SHORTEST_CELL and all(map(_is_han, row.text[:same])) and same < len(row.text)


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


SHORTEST_CELL = 4
"""Characters of words at the edge of a page."""


def wrapped_titles(first: Sequence[Row]) -> set[str]:
    """What two lines one below the other on top of the first page say together, as a title over two lines does."""
    return {
        above.key + below.key
        for above, below in pairwise(first)
        if not below.gap_before and may_be_head(above) and len(above.key + below.key) >= LEAST_WRAPPED
    }


LEAST_WRAPPED = 14
"""Characters of a title over two lines at least."""


def is_sign(row: Row) -> bool:
    """Whether a line is nothing but an ornament."""
    return len(row.text) <= 3 and not any(char.isalnum() for char in row.text)


def _is_furniture(row: Row) -> bool:
    return page_number(row.text) is not None or is_sign(row)


_STAMPED = re.compile(r"[．｜|／·•\s](?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:\s\d{1,2}:\d\d)?$")
"""The end of a line that says when an item of a list came out, and where."""


def interrupts(rows: Sequence[Row], place: int) -> bool:
    """Whether the text before and behind a line, page numbers and signs aside, is one sentence."""
    before = next((r for r in reversed(rows[max(place - 3, 0) : place]) if not _is_furniture(r)), None)
    after = next((r for r in rows[place + 1 : place + 6] if not _is_furniture(r)), None)
    if before is None or after is None or _STAMPED.search(before.text):
        return False
    if ENDS_SENTENCE.search(before.text) and before.text[-1] not in "，、,":
        return False
    return len(before.text) >= 12 and len(after.text) >= 6


def carried(text: str) -> Iterator[tuple[int, str]]:
    """The page numbers that a line may carry, each with the end of the line where it stands."""
    if text[0] in _NUMERAL and (match := _NUMBER_FIRST.fullmatch(text)) and (value := numeral(match[1])):
        yield value, "first"
    if text[-1] in _NUMERAL_OR_MARK and (match := _NUMBER_LAST.fullmatch(text)) and (value := numeral(match[1])):
        yield value, "last"
