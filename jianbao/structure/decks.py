"""The slides of a talk: one text, whose slides each begin with a heading and have items, tables and lines below it.

Told by pages, which form feeds part or the feet that were taken out: short ones, nearly all of which begin with a
short line and go on with items and short lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from jianbao.document import BlockKind, Cleaned, Line
from jianbao.source import Seed
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import persons, written_dates
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.structure.layout.slides import SIGNS
from jianbao.structure.mark import Mark
from jianbao.word_lists import words

FEWEST = 4
"""Slides behind the cover."""
LONGEST, TALLEST = 30, 16
"""Han characters of a heading, and lines with text of half of the slides, at most."""
HEADED, LISTED = 0.8, 0.5
"""Shares of slides that begin with headings, and that have items or nothing but short lines."""
WIDEST = 24
"""Han characters of a short line."""
FURNITURE = ("C10", "C11")
"""Codes of cleaning: running heads and page numbers."""


def paged(cleaned: Cleaned, seed: Seed) -> tuple[Cleaned, frozenset[int]]:
    """The lines, with the pages that feet of slides tell where no form feed does, and those pages that are
    slides with a heading, behind the cover; none, and the lines as they are, where the text is no slides."""
    lines = cleaned.lines
    if not lines:
        return cleaned, frozenset()
    if not lines[-1].page:
        gone = sorted({seed.locate(item.spans[0].start).line for item in cleaned.removals if item.code in FURNITURE})
        if len(gone) < FEWEST:
            return cleaned, frozenset()
        lines = _behind_cover(tuple(_with_pages(lines, gone)))
    tops = _tops(lines)
    return (replace(cleaned, lines=lines), tops) if tops else (cleaned, tops)


def _with_pages(lines: Sequence[Line], gone: Sequence[int]) -> Iterator[Line]:
    """The lines, a page further behind each stretch of lines that left."""
    page = at = 0
    filled = True
    for line in lines:
        passed = at
        while at < len(gone) and gone[at] < line.number:
            at += 1
        if at > passed and filled:
            page += 1
            filled = False
        filled = filled or bool(line.text.plain.strip())
        yield replace(line, page=page)


def _behind_cover(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, the first slide parted from the cover: no foot stands on a cover, but facts end it."""
    first = [line for line in lines if line.page == lines[0].page and line.text.plain.strip()]
    end = 0
    for n, line in enumerate(first):
        text = line.text.plain.strip()
        if shapes.bullet(text) or shapes.ends_statement(text):
            break
        if n and (written_dates.find(text) or _fact(text) is not None):
            end = n + 1
    if not 1 < end < len(first) - 1 or not _is_heading(first[end].text.plain.strip()):
        return lines
    begin = first[end].number
    return tuple(replace(line, page=line.page + 1) if line.number >= begin else line for line in lines)


def _tops(lines: Sequence[Line]) -> frozenset[int]:
    pages: list[list[Line]] = []
    for _, group in groupby(lines, key=lambda line: line.page):
        page = [line for line in group if line.text.plain.strip()]
        if page:
            pages.append(page)
    slides = pages[1:]
    if len(slides) < FEWEST or sorted(map(len, slides))[len(slides) // 2] > TALLEST:
        return frozenset()
    headed = [page for page in slides if _is_heading(page[0].text.plain.strip())]
    if len(headed) < HEADED * len(slides) or sum(map(_is_listed, slides)) < LISTED * len(slides):
        return frozenset()
    return frozenset(page[0].page for page in headed)


def _is_heading(text: str) -> bool:
    return (
        shapes.width(text) <= LONGEST
        and any(map(str.isalpha, text))
        and not shapes.bullet(text)
        and not shapes.ends_sentence(text.rstrip("？?！!"))
        and text[-1] not in "，、；,;"
    )


def _is_listed(page: Sequence[Line]) -> bool:
    """Whether a slide has two items, or several lines below its heading, all of them short."""
    texts = [line.text.plain.strip() for line in page[1:]]
    items = sum(text in SIGNS or bool(shapes.bullet(text)) for text in texts)
    return items > 1 or (len(texts) > 1 and all("。" not in text and shapes.width(text) <= WIDEST for text in texts))


def state(known: Sequence[Known], tops: frozenset[int]) -> list[Known]:
    """The parts: what stands on top of a slide is its heading, and nothing below it is one but what stands right over
    items; on the cover stand the title, the writers and what they are."""
    if not tops:
        return list(known)
    begins = {n for n in range(1, len(known)) if known[n].part.page > known[n - 1].part.page}
    begins = {n for n in begins if known[n].part.page in tops}
    first = min(begins, default=len(known))
    told = _cover(known[:first])
    for at in range(first, len(known)):
        item = known[at]
        if item.part.block is not None or item.role in (Role.SEPARATOR, Role.CAPTION, Role.EDITOR):
            told.append(item)
        elif at in begins:
            told.append(_heading(item, 2))
        elif item.role is Role.TITLE and _is_over_items(known, at):
            told.append(_heading(item, 3))
        else:
            told.append(Known(item.part, Role.BODY))
    return told


def _heading(item: Known, level: int) -> Known:
    return Known(replace(item.part, mark=Mark(BlockKind.HEADING, level, listed=True)), Role.TITLE)


def _is_over_items(known: Sequence[Known], at: int) -> bool:
    """Whether a line stands right over the first items of a list, below a line that is none."""
    below = known[at + 1] if at + 1 < len(known) else None
    if below is None or below.part.page != known[at].part.page or shapes.bullet(known[at].plain):
        return False
    return bool(shapes.bullet(below.plain)) and not shapes.bullet(known[at - 1].plain) and not below.part.block


def _cover(lines: Sequence[Known]) -> list[Known]:
    """The lines of a cover, each told: the title is the first that names neither persons, an office nor an event."""
    if any(item.part.block is not None or shapes.ends_statement(item.plain) for item in lines):
        return list(lines)
    stated = [_stated(item) for item in lines]
    title = next((n for n, meta in enumerate(stated) if meta is None), None)
    if title is None:  # a title that ends like the name of an office
        title = next(
            (n for n, meta in enumerate(stated) if meta and not (meta.authors or meta.date or meta.desk)), None
        )
    if title is None:
        return list(lines)
    told: list[Known] = []
    for n, (item, meta) in enumerate(zip(lines, stated, strict=True)):
        if n == title:
            told.append(Known(item.part, Role.TITLE))
        elif item.role is Role.SEPARATOR or (item.meta is not None and item.meta.opens):
            told.append(item)
        else:
            office = MetaLine(affiliation=item.plain) if _is_what(item.plain) else None
            rest = office or MetaLine(deck=n == title + 1, desk=n != title + 1)
            told.append(Known(item.part, Role.META, meta or rest))
    return told


def _stated(item: Known) -> MetaLine | None:
    """What a line of a cover states; None if it may be the title."""
    if item.meta is not None and item.meta.opens and not persons.names_in(item.plain):
        return item.meta
    return MetaLine(desk=True) if written_dates.find(item.plain) else _fact(item.plain)


def _fact(text: str) -> MetaLine | None:
    """The writers, the meeting or the office that a line names."""
    names = tuple(persons.names_in(text))
    if names:
        return MetaLine(authors=names)
    if text.endswith(words("event_endings")) and shapes.width(text) <= LONGEST:
        return MetaLine(series=text)
    if persons.is_organisation(text) or text.endswith(words("jobs")):
        return MetaLine(affiliation=text)
    cells = text.split()
    named = [name for cell in cells for name in persons.names_in(cell)]
    offices = [cell for cell in cells if not persons.names_in(cell)]
    if len(cells) > 1 and named and all(map(_is_what, offices)):
        return MetaLine(authors=tuple(named), affiliation="".join(offices))
    return None


def _is_what(text: str) -> bool:
    """Whether a piece of a cover says what somebody is or where he works."""
    return persons.is_organisation(text) or text.endswith((*words("institute_endings"), *words("jobs")))
