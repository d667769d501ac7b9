"""Entries of a list that was folded at a width of its own: works cited, days of a chronicle, numbered points.

Before: ``1996年1月：深名線廢止，是民營化後第一條`` over ``停駛的幹線。``, and so each entry of the block, though no
other lines of the text are so narrow; works below 參考文獻 whose further lines are set in
After: each entry is one flow of text, and none runs into the next; so are works and terms that fill a line each.
Never: a block in which a further line stands below one that had room for what it begins with; lines that are as wide
as what stands around them, which are read with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise

from jianbao import regex as re
from jianbao.structure import measure
from jianbao.structure.blocks.works_cited import REFERENCES
from jianbao.structure.layout.full_widths import has_ended
from jianbao.structure.layout.habits import would_fit
from jianbao.structure.rows import Row
from jianbao.structure.starts import starts_unit

FEWEST, FURTHER = 3, 2
"""Entries of a block, and further lines of entries in it, at least."""
NARROWEST = 22
"""Columns of the narrowest fold: eleven characters."""
MOST = 400
"""Lines of a block."""
LOOK, OVER = 6, 2
"""Lines of a run among which a full one is, and columns by which a mark hangs out of a full line."""
SET_IN = 2
"""Columns by which further lines are set in."""
WORKS = 0.7
"""Share of the lines at the margin that begin works, where further lines are set in."""

_DAY = re.compile(
    r"(?:(?:民國|昭和|平成|令和)?\s?\d{1,4}\s?年(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?)?|(?:1[6-9]|20)\d\d[./-]\d{1,2}(?:[./-]\d{1,2})?"
    r"|\d{1,2}\s?月\s?\d{1,2}\s?日)\s*(?:[：:、，\s\u3000\t]|$)"
)
_TURN = re.compile(r"(?:[QA]\d{0,2}|[問答问])\s?[.．、：:]")
_LABEL = re.compile(r"(?:【[^】]{2,16}】|[^\s，。：:；「」（）]{2,12}：)\S")
_TERM = re.compile(r"[\u3400-\u9fff]{2,10}\u3000[^\s]")
_WORK = re.compile(
    r"(?:\[\d{1,3}\]|\d{1,3}[.)])\s*\S|[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?,\s[A-ZÀ-Þ]|[^《〈。（(]{2,40}[（(](?:1[6-9]|20)\d\d"
    r"|[\u3400-\u9fff、，,・·]{2,30}[，：:,]\s*[〈《「『]"
)
_NAMED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、]\s?|[（(][一二三四五六七八九十\d]{1,2}[)）])?(?P<name>\S+?)[：:]?$"
)


def mark(rows: Sequence[Row]) -> None:
    """Set ``glued`` on each line of such an entry but the last, ``alone`` on all, and ``full``."""
    for block in _blocks(rows):
        hanging = _hanging(block)
        for lines, further in [(block, hanging)] if hanging else _runs(block):
            _set(lines, further)
        for row in _whole(block):
            row.alone = True


def _set(lines: Sequence[Row], further: Sequence[bool]) -> None:
    if any(row.glued and not goes_on for row, goes_on in zip(lines, [*further[1:], False], strict=True)):
        return
    width = max(row.edge for row in lines)
    for row, goes_on in zip(lines, [*further[1:], False], strict=True):
        row.full = row.full or width
        row.glued, row.alone = goes_on, True


def _whole(block: Sequence[Row]) -> Iterator[Row]:
    """Works and terms that are whole in their lines, however long these are: each begins as those beside it do."""
    for begins in (_is_work, _is_term):
        told = [not row.glued and begins(row.text) for row in block]
        for begun, run in groupby(zip(told, block, strict=True), lambda pair: pair[0]):
            rows = [row for _, row in run]
            if begun and len(rows) >= FEWEST:
                yield from (row for row in rows if has_ended(row))


def _blocks(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """Lines that no blank line parts, without the heading on top that says that works follow."""
    begin = 0
    for index in range(1, len(rows) + 1):
        if index == len(rows) or rows[index].gap or rows[index].torn or index - begin >= MOST:
            yield rows[begin + _is_heading(rows[begin].text) : index]
            begin = index


def _hanging(block: Sequence[Row]) -> list[bool]:
    """Of each line whether it goes on in the entry above, where works begin at the margin and further lines are set
    in; empty for other lines."""
    least = min((row.indent for row in block), default=0)
    further = [row.indent >= least + SET_IN for row in block]
    first = [row.text for row, more in zip(block, further, strict=True) if not more]
    told = sum(_is_work(text) for text in first) >= WORKS * len(first)
    return further if told and sum(further) >= FURTHER and len(first) >= FURTHER and not further[0] else []


def _runs(block: Sequence[Row]) -> Iterator[tuple[Sequence[Row], list[bool]]]:
    """The runs of entries in a block whose lines all begin at the margin, and of each line whether it goes on."""
    at, before = 0, None
    while at < len(block) - FEWEST:
        begins = next((begins for begins in _BEGINS if begins(block[at].text)), None)
        further = _flush(block[at:], begins) if begins is not None and begins is not before else []
        if further:
            yield block[at : at + len(further)], further
        at, before = at + max(len(further), 1), begins


def _flush(rows: Sequence[Row], begins: Callable[[str], bool]) -> list[bool]:
    """Of the lines of a run of entries whether each goes on in the entry above: a further line is what the line above
    had no room for. Empty where the lines are no such run."""
    widest = max(row.edge for row in rows[:LOOK])
    end = next((n for n, row in enumerate(rows) if row.edge > widest + OVER or row.turn or row.indent), len(rows))
    sizes = [row.edge if row.text[-1] not in measure.CLOSING else row.edge - OVER for row in rows[:end]]
    width = max(sizes, default=0)
    if width < NARROWEST or all(row.full is not None and abs(row.full - width) <= measure.BAND for row in rows[:end]):
        return []
    further = [False]
    for row, after in pairwise(rows[:end]):
        cut = not has_ended(row) and row.edge >= width - measure.BAND
        starts = begins(after.text) and (begins is starts_unit or not cut)
        own = _DAY.fullmatch(row.text) is not None
        ends = not starts and not own and (starts_unit(after.text) or would_fit(_as_wide(row, width), after, 0))
        if ends or (not starts and has_ended(row) and not (has_ended(after) or after.edge >= width - measure.BAND)):
            break
        further.append(not starts and not own)
    return further if sum(further) >= FURTHER and len(further) - sum(further) >= FEWEST else []


def _as_wide(row: Row, width: int) -> Row:
    return Row(row.line, row.text, row.indent, row.edge, full=width)


def _is_heading(text: str) -> bool:
    named = _NAMED.match(text)
    return named is not None and named["name"] in REFERENCES


def _is_day(text: str) -> bool:
    return _DAY.match(text) is not None


def _is_turn(text: str) -> bool:
    return _TURN.match(text) is not None


def _is_work(text: str) -> bool:
    return _WORK.match(text) is not None


def _is_term(text: str) -> bool:
    return _TERM.match(text) is not None


def _is_label(text: str) -> bool:
    return _LABEL.match(text) is not None


_BEGINS: tuple[Callable[[str], bool], ...] = (_is_day, starts_unit, _is_turn, _is_work, _is_label)
"""What begins the entries of a run, the surest first."""
