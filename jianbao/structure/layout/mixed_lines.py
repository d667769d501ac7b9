"""The lines of a page of print whose columns an extractor may have mixed: how wide a column is, and each line of one,
where a line of the text holds one of either column or only a piece of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from jianbao import regex as re
from jianbao.document import Line
from jianbao.structure import measure
from jianbao.structure.layout.streams import INDENT, Piece

LONGEST = 400
"""Characters of the longest line that is looked at: no line of print is longer."""

LEAST = 8
"""Lines of a page under which nothing is told of columns."""

MOST_WIDTHS, WIDER = 3, 0.1
"""Widths of columns that a text has at most; share of a page's lines that may be wider than its columns."""

DOUBLE = 0.6
"""Share of the widest lines that part at their middle, from which on these hold both columns."""

NO_START = "，。、；：！？）》〉」』】,;:!?)"
"""Marks that no line of print starts with: a line that does is the rest of the one above."""

_SPACE = re.compile(r"(?<=\S) (?=\S)")
_HAN_SPACE = re.compile(r"(?<=[㐀-鿿])[ 　](?=[㐀-鿿])")


@dataclass(frozen=True, slots=True)
class Half:
    """A line of one column: the lines of the text that it stands in, and what is asked about it."""

    lines: tuple[Line, ...]
    piece: Piece


def is_longer(page: Sequence[Line], most: int) -> bool:
    """Whether a page surely has more than so many lines of one column: each line with text is one, unless it starts
    with a mark that no line starts with."""
    if len(page) <= most:
        return False
    texts = (plain for line in page if (plain := line.text.plain.strip()))
    return sum(plain[0] not in NO_START for plain in texts) > most


def full_width(page: Sequence[Line]) -> int | None:
    """The width that full lines of a column have, in columns of print; lines that hold two columns left out."""
    texts = [plain for line in page if (plain := line.text.plain.strip()) and len(plain) <= LONGEST]
    return _width_of_halves(texts) or _usual_width(texts)


def full_widths(pages: Sequence[Sequence[Line]], most: int) -> list[int | None]:
    """The width of a column on each page; on pages that are mostly cells of tables, that of other pages where they have
    lines of it. None on pages of more than ``most`` lines."""
    widths = [full_width(page) if not is_longer(page, most) else None for page in pages]
    known = [width for width, _ in Counter(filter(None, widths)).most_common(MOST_WIDTHS)]
    return [
        width or next((other for other in known if _has_lines(page, other, most)), None)
        for page, width in zip(pages, widths, strict=True)
    ]


def _has_lines(page: Sequence[Line], full: int, most: int) -> bool:
    """Whether a page has some full lines of a width, and hardly a wider one."""
    if is_longer(page, most):
        return False
    sizes = [measure.width(text) for line in page if (text := line.text.plain.strip())]
    wider = sum(size > full + measure.BAND for size in sizes)
    return sum(full - 2 <= size <= full for size in sizes) >= LEAST and wider <= WIDER * len(sizes)


def _width_of_halves(texts: Sequence[str]) -> int | None:
    """The width of a column where most of a page's widest lines hold a line of either one; None where they do not."""
    sizes = list(map(measure.width, texts))
    widest = max(sizes, default=0)
    wide = [text for text, size in zip(texts, sizes, strict=True) if size > widest - 2 * measure.BAND]
    found = Counter(size for size in sizes if size <= widest / 2 + measure.BAND)
    for text in wide:
        found.update(size for sides in _sides(text) if abs(sides[0] - sides[1]) <= 2 * measure.BAND for size in sides)
    candidates = [size for size in found if size >= measure.MINIMUM and abs(2 * size - widest) <= 2 * measure.BAND]
    if len(wide) < LEAST / 2 or not candidates:
        return None
    parted = {size: sum(_middle(text, size) is not None for text in wide) for size in candidates}
    full = max(candidates, key=lambda size: (parted[size], found[size] + found[size - 1] + found[size + 1], size))
    single = sum(abs(size - full) <= measure.BAND for size in sizes)
    return full if parted[full] >= DOUBLE * len(wide) and single else None


def _sides(text: str) -> list[tuple[int, int]]:
    """The widths of what stands before and behind each space that may part two columns."""
    if len(_HAN_SPACE.findall(text)) > 2:
        return []  # a line that was stretched
    return [
        (measure.width(text[: match.start()]), measure.width(text[match.end() :]))
        for match in _SPACE.finditer(text)
        if not (measure.is_latin(text[match.start() - 1]) and measure.is_latin(text[match.end()]))
    ]


def _usual_width(texts: Sequence[str]) -> int | None:
    """The width of the widest lines that are common."""
    sizes = list(map(measure.width, texts))
    if len(sizes) < LEAST:
        return None
    middle = sorted(sizes)[len(sizes) // 2]
    single = Counter(size for size in sizes if size <= 1.6 * middle)
    least = max(3, 0.1 * single.total())
    common = [size for size in single if sum(single[size - step] for step in range(3)) >= least]
    top = max(common, default=0)
    if top < measure.MINIMUM:
        return None
    return max((size for size in single if top - INDENT < size <= top), key=lambda size: (single[size], size))


def halves(page: Sequence[Line], full: int) -> list[Half]:
    """The lines of a page, each of one column, in the order of the text."""
    found: list[Half] = []
    blank = False
    for line in page:
        plain = line.text.plain.strip()
        if not plain:
            blank = True
            continue
        text = line.text.strip()
        width = measure.width(plain)
        at = _middle(plain, full) if full + measure.BAND < width <= 2 * full + measure.BAND else None
        above = found[-1] if found else None
        if at is not None:
            for column, half in enumerate((text.slice(0, at), text.slice(at + 1))):
                piece = Piece(half.plain, measure.width(half.plain), column, blank and column == 0)
                found.append(Half((replace(line, text=half),), piece))
        elif above and plain[0] in NO_START and not blank and above.piece.width + width <= full + measure.BAND:
            whole = replace(above.piece, text=above.piece.text + plain, width=above.piece.width + width)
            found[-1] = Half((*above.lines, line), whole)
        else:
            found.append(Half((line,), Piece(plain, width, None, blank)))
        blank = False
    return found


def _middle(plain: str, full: int) -> int | None:
    """Where a line that holds both columns parts: at a space behind a full line of the left one."""
    fit: dict[int, int] = {}
    if " " not in plain:
        return None
    if len(_HAN_SPACE.findall(plain)) > 2:
        return None  # a line that was stretched
    for match in _SPACE.finditer(plain):
        left = measure.width(plain[: match.start()])
        if measure.is_latin(plain[match.start() - 1]) and measure.is_latin(plain[match.end()]):
            continue
        if full - measure.BAND <= left <= full + 2 and measure.width(plain[match.end() :]) <= full + 2:
            fit[match.start()] = abs(full - left)
    return min(fit, key=lambda at: (fit[at], at)) if fit else None
