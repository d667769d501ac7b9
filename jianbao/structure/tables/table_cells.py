"""The cells of a line of a table: where they part, which are numbers, where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jianbao import regex as re
from jianbao.provenance import MappedText

_NUMERIC = re.compile(
    r"[-−–+±△▲▼約约<>≤≥~]?\s?[$¥€£]?[0-9０-９][0-9０-９,，.．:：/／\-–]*\s?"
    r"(?:[%％‰℃°]|倍|個百分點)?(?:[（(][-−–+]?[0-9.,]+[%％]?[)）])?"
    r"|[-−–—－─…*]{1,3}|[Nn]/?[Aa]|無|无"
)
_LOOSE = re.compile(
    r"(?<!\S)(?:民[國国] ?)?\d{2,4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日\S*"
    r"|(?<!\S)(?:19|20)\d\d 年\d{0,2}(?: ?\d{0,2} [月季])?(?: ?\d{1,2} 日)?[^\s\d]*|(?<!\S)\d{2,3} [學学]年\S*|\S+"
)
"""Words; a day, and a year, that print sets apart from their signs are each one of them."""
_BETWEEN_TABS = re.compile(r"[^\s](?:[^\t]*[^\s])?")
_TIGHT = re.compile(r"\S+(?: \S+)*")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, and where in the line its characters stand.

    Extractors that keep the layout align by counting characters, not by their width.
    """

    text: MappedText
    start: int = 0
    end: int = 0

    @property
    def plain(self) -> str:
        """What it reads."""
        return self.text.plain

    @property
    def numeric(self) -> bool:
        """Whether it is a number, a share, a year, or a sign for none."""
        return is_numeric(self.text.plain)


def is_numeric(text: str) -> bool:
    """Whether a text is a number, a share, a year, or a sign for none."""
    return bool(_NUMERIC.fullmatch(text))


class Parted:
    """A line cut at every white space (``loose``), and at tabs and white space of two columns and more (``tight``)."""

    def __init__(self, text: MappedText) -> None:
        self.text = text
        self.loose = _cut(text, _LOOSE)
        self.tight = self.loose if "  " not in text.plain and len(self.loose) < 2 else _cut(text, _TIGHT)


def _cut(text: MappedText, pattern: re.Pattern[str]) -> list[Cell]:
    plain = text.plain
    cells: list[Cell] = []
    for match in pattern.finditer(plain):
        cells.append(Cell(text.slice(*match.span()), *match.span()))
    return cells


def at_tabs(text: MappedText) -> list[Cell]:
    """The cells of a line, cut at its tabs alone."""
    return _cut(text, _BETWEEN_TABS)


def joined(cells: Sequence[Cell], text: MappedText) -> Cell:
    """Neighbouring cells of one line as one, with what stands between them."""
    start, end = cells[0].start, cells[-1].end
    return Cell(text.slice(start, end), start, end)


def options(line: Parted, count: int) -> list[Cell] | None:
    """The line as ``count`` cells, or None where it cannot be cut so with certainty.

    Where there are more words than cells, the last ones must be numbers: the others are then the label in front.
    """
    for cells in (line.tight, line.loose):
        if len(cells) == count:
            return cells
    cells = line.loose
    if len(cells) > count >= 2 and all(cell.numeric for cell in cells[-(count - 1) :]):
        head = cells[: -(count - 1)]
        if not head[0].numeric or not all(cell.numeric for cell in head):
            return [joined(head, line.text), *cells[-(count - 1) :]]
    return None


def with_units(line: Sequence[Cell], text: MappedText, unit: re.Pattern[str]) -> Iterator[Cell]:
    """The words of a line, a number and the ``unit`` behind it as one; ``text`` is the line's."""
    begun: Cell | None = None
    for word in line:
        if begun is not None and unit.match(word.plain):
            yield Cell(text.slice(begun.start, word.end), begun.start, word.end)
            begun = None
            continue
        if begun is not None:
            yield begun
        begun = word if word.numeric else None
        if begun is None:
            yield word
    if begun is not None:
        yield begun
