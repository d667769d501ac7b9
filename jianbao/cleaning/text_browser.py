"""The signs of browsers that write a page down as text: numbers of links and the list of their addresses, pictures.

Before: ``承銷人以[8]手機程式出價``; ``References`` and ``   8. https://example.org/app`` at the end; ``[IMG]``
After: ``承銷人以手機程式出價``; nothing.
Never: marks of notes, whose numbers stand behind a word and come in a list of works; a list of addresses that no
numbers in their order call.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import regex as re
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line
from jianbao.word_lists import words

_HEAD = re.compile(r"^\s*(?:References|Links?|Visible links|Hidden links)\s*:?\s*$", re.I)
_ENTRY = re.compile(
    r"^\s*(?:\[(?P<a>\d{1,4})\]|(?P<b>\d{1,4})\.)\s+(?P<to>(?:[A-Za-z][A-Za-z+.-]*:|/|#|\?)\S*|LYNXIMGMAP\S*)\s*$"
)
_NUMBER = re.compile(r"\[(\d{1,4})\]")
_PICTURE = re.compile(r"\[(?:INLINE|IMAGE|IMG|LINK|EMBED|[\w%.-]{1,60}\.(?:jpe?g|png|gif|webp|svg|bmp))\]", re.I)
_FILE = re.compile(
    r"\[[\w%.-]{1,60}\.(?:jpe?g|png|gif|webp|svg|bmp)\]"
    r"|^\s*\[(?!(?:19|20)\d{6}\])(?:\d{6,20}|(?=[\w%.-]*[A-Za-z])(?=(?:[\w%.-]*?\d){3})[\w%.-]{5,60})\](?=\s|[\u3400-\u9fff]|[▲▼△「]|$)",
    re.I | re.A,
)
"""The name of a picture's file in brackets; on the left also without its kind: no note has as long a mark."""
_RAISED = re.compile(r"(?<=[^\s\[])\^(?=(?:\[[^\[\]\s]{1,8}\])*\[(?:[註注]\s?)?\d{1,3}\])")
_CAPTION = re.compile(r"^\s*CAPTION:\s*(?=\S)")
_ROW = re.compile(r"\s*(?:\[[^\[\]\d]{2,12}\]\s*){3,}$")
"""Links side by side, each in brackets."""
_CELL = re.compile(r"\[\s*([^\[\]]+?)\s*\]")
_PLACED = re.compile(r"\s*\[[A-Za-z][\w.%-]{0,40}\]\s*$")
"""What stands for a picture that has no words."""
SKIPPED = 5
"""Links in a row without an address in the list, as those of pictures."""
AHEAD = 0.8
"""Share of the numbers that stand in front of words: a note's mark stands behind them."""


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """The list of addresses at a text's end, the numbers that call them, and what stands for pictures."""
    yield from _raised(lines)
    yield from _files(lines)
    yield from _rows(lines)
    places, numbers = _addresses(lines)
    if not numbers:
        return
    first = min(places)
    marks = list(_marks(lines[:first], numbers))
    ahead = sum(_is_ahead(lines[index].text.plain, end) for index, _, end in marks)
    if not marks or ahead < AHEAD * len(marks):
        return
    for index in sorted(places):
        yield whole(index, lines[index], "where a link led")
    for index, start, end in marks:
        yield Finding(index, start, end, "number of a link")
    for index, line in enumerate(lines[:first]):
        for match in _PICTURE.finditer(line.text.plain) if "[" in line.text.plain else ():
            if not _FILE.match(match[0]):
                yield Finding(index, *match.span(), "a picture")
        if caption := _CAPTION.match(line.text.plain):
            yield Finding(index, *caption.span(), "label of a table's title")


def _files(lines: Sequence[Line]) -> Iterator[Finding]:
    """The names of files that stand for pictures without words of their own."""
    for index, line in enumerate(lines):
        for match in _FILE.finditer(line.text.plain) if "[" in line.text.plain else ():
            yield Finding(index, *match.span(), "a picture")


def _raised(lines: Sequence[Line]) -> Iterator[Finding]:
    """The carets with which raised marks of notes are written: ``困在滬中^[1]``."""
    for index, line in enumerate(lines):
        for match in _RAISED.finditer(line.text.plain) if "^[" in line.text.plain else ():
            yield Finding(index, *match.span(), "stands for a raised mark")


def _rows(lines: Sequence[Line]) -> Iterator[Finding]:
    """Rows of links in brackets, and what stands for pictures on a page that has such rows."""
    rows = [index for index, line in enumerate(lines) if "[" in line.text.plain and _are_links(line.text.plain)]
    for index, line in enumerate(lines) if rows else ():
        if "[" in line.text.plain and _PLACED.match(line.text.plain) and not _FILE.search(line.text.plain):
            yield whole(index, line, "a picture")
    yield from (whole(index, lines[index], "links side by side, each in brackets") for index in rows)


def _are_links(text: str) -> bool:
    """Whether a line is links side by side, one of them a word that pages have."""
    cells = _CELL.findall(text) if _ROW.match(text) else []
    return any(cell in words(name) for cell in cells for name in ("navigation", "page_words", "site_doors"))


def _addresses(lines: Sequence[Line]) -> tuple[set[int], set[int]]:
    """The lines of the list of addresses at the end, its head among them, and its numbers; empty if there is none."""
    places: set[int] = set()
    numbers: set[int] = set()
    headed = False
    for index in range(len(lines) - 1, -1, -1):
        text = lines[index].text.plain
        if not text.strip():
            continue
        entry = _ENTRY.match(text) if not headed or numbers else None
        if entry:
            numbers.add(int(entry["a"] or entry["b"]))
        elif not numbers or not _HEAD.match(text):
            break
        headed = headed or not entry
        places.add(index)
    return (places, numbers) if headed and 1 in numbers else (set(), set())


def _marks(lines: Sequence[Line], numbers: set[int]) -> Iterator[tuple[int, int, int]]:
    """The numbers that count on from the first: line, start and end of each."""
    last = 0
    for index, line in enumerate(lines):
        text = line.text.plain
        for match in _NUMBER.finditer(text) if "[" in text else ():
            number = int(match[1])
            skipped = range(last + 1, number)
            if number > last and len(skipped) <= SKIPPED and numbers.isdisjoint(skipped):
                last = number
                yield index, *match.span()


def _is_ahead(text: str, end: int) -> bool:
    return end < len(text) and (text[end].isalnum() or text[end] in "[「『《〈（(【@#\"'“")
