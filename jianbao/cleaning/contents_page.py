"""The lines of a contents page: titles with dotted leaders and page numbers.

Before: ``一、前言 ............ 3``, ``第二章 防波堤 ⋯⋯⋯⋯ 17``, under ``目錄``.
After: nothing; the headings themselves stand in the text.
Never: fewer than three such lines, lines whose numbers do not grow, dots that stand for an omission in a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import regex as re
from jianbao.cleaning.numerals import numeral
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line

LEAST = 3
"""Lines with leaders that a contents page has at least."""

LONGEST = 320
"""Characters of a line with leaders: two for each dot of a wide page."""

LONGEST_HALF = 80
"""Characters of the first half of a title that takes two lines."""

_LEADER = re.compile(r"(?:[.．·‧・…⋯。_﹒]\s?){4,}\s*([0-9０-９]{1,4}|[ivxlc]{1,6})$|(?:…|⋯){2,}\s*([0-9０-９]{1,4})$")
_LAST = frozenset("0123456789０１２３４５６７８９ivxlc")
"""What a page number ends with."""
_FIGURE = re.compile(r"(?:附?[表圖图]|附錄|附录|Table|Figure)\s*[0-9一二三四五六七八九十]")
"""A table or a figure in their list."""
_HEADING = re.compile(r"(?:目\s*[錄录次]|contents|table of contents)", re.IGNORECASE)

_SECOND = ("錄", "录", "次")
"""The second half of the word over a contents page, where it was spread over the measure."""


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Runs of lines with leaders whose page numbers do not fall, titles wrapped in between, and the word above them."""
    run: list[tuple[int, int | None]] = []
    last = 0
    below = False
    for index, line in enumerate(lines):
        plain = line.text.plain.strip()
        if not plain:
            continue
        page = _page(plain)
        if page is not None and page >= last:
            run.append((index, page))
            last = page
        elif page is None and run and run[-1][1] is not None and _may_wrap(plain):
            run.append((index, None))
        else:
            yield from _found(lines, run, below)
            below = page is not None and (_counted(run) >= LEAST or (below and bool(run)))
            run, last = ([(index, page)], page) if page is not None else ([], 0)
    yield from _found(lines, run, below)


def _counted(run: Sequence[tuple[int, int | None]]) -> int:
    return sum(page is not None for _, page in run)


def _may_wrap(plain: str) -> bool:
    """Whether a line between two with leaders may be the first half of a title that takes two lines."""
    return len(plain) <= LONGEST_HALF and plain[-1] not in "。！？!?；;"


def _page(plain: str) -> int | None:
    """The page number behind leaders, or None."""
    if len(plain) > LONGEST or plain[-1] not in _LAST:
        return None
    match = _LEADER.search(plain)
    return numeral(match[1] or match[2]) if match and match.start() > 0 else None


def _found(lines: Sequence[Line], run: Sequence[tuple[int, int | None]], below: bool) -> Iterator[Finding]:
    """A run if it is long enough; right ``below`` another also a list of tables and figures of any length."""
    pages = [page for _, page in run if page is not None]
    if len(pages) < LEAST:
        for index, page in run if below else ():
            if page is not None and _FIGURE.match(lines[index].text.plain.strip()):
                yield whole(index, lines[index], f"leaders to page {page}, in a list of tables below the contents")
        return
    above = _above(lines, run[0][0])
    if above >= 0 and lines[above].text.plain.strip() in _SECOND:
        first = _above(lines, above)
        if first >= 0 and lines[first].text.plain.strip() == "目":
            yield whole(first, lines[first], "heads a contents page")
            yield whole(above, lines[above], "heads a contents page")
    if above >= 0 and lines[above].text.plain.strip() == "目" and _is_second(lines, run):
        yield whole(above, lines[above], "heads a contents page")
    label = _above(lines, above)
    if label >= 0 and _may_wrap(lines[above].text.plain.strip()) and _is_heading(lines[label]):
        yield whole(label, lines[label], "heads a contents page")
        yield whole(above, lines[above], "first half of a title below the word over a contents page")
    elif above >= 0 and _is_heading(lines[above]):
        yield whole(above, lines[above], "heads a contents page")
    for place, (index, page) in enumerate(run):
        if page is not None:
            yield whole(index, lines[index], f"leaders to page {page}, one of {len(pages)} such lines")
        elif place + 1 < len(run):
            yield whole(index, lines[index], "first half of a title between two lines with leaders")


def _is_second(lines: Sequence[Line], run: Sequence[tuple[int, int | None]]) -> bool:
    """Whether the second half of the word over a contents page stands behind its first entry, beside which it was
    printed."""
    return len(run) > 1 and run[1][1] is None and lines[run[1][0]].text.plain.strip() in _SECOND


def _above(lines: Sequence[Line], index: int) -> int:
    """The last line with text above a line; -1 where there is none."""
    return next((at for at in range(index - 1, -1, -1) if lines[at].text.plain.strip()), -1)


def _is_heading(line: Line) -> bool:
    return _HEADING.fullmatch(line.text.plain.strip()) is not None
