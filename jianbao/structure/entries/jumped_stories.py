"""Stories of a newspaper that go on upon another page: joined, where both halves say so.

Before: ``……可減少四成廠區排放。（下轉第四版）``; on page four ``（上接第一版）泰國罐頭廠改用電鍋爐`` and the rest.
After: one article, without the marks and the headline that is said again; what stood between follows as before.
Never: a half whose other half is not in the file, or of which it is not sure which it is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from jianbao import regex as re
from jianbao.provenance import MappedText, Removal
from jianbao.structure import measure
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.entries.beginnings import Begun
from jianbao.structure.entries.patterns import Entries
from jianbao.structure.layout import jump_marks

CODE = "T20"
ALIKE = 0.5
"""Share of a headline's pairs of characters that come in the other's, where two halves are told by their headlines."""
HEADLINES = 4
"""Parts on top of a story among which its headlines stand."""

_HAN = re.compile(r"[\u3400-\u9fffA-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class _Rest:
    """The rest of a story: ``begin`` and ``end`` are its parts, ``mark`` the one that says so, and where in it."""

    begin: int
    end: int
    mark: int
    span: tuple[int, int]
    title: int | None


def join(begun: Begun) -> Begun:
    """What was found of a file, with each rest of a story behind its first half."""
    known, starts = begun.known, begun.starts
    ends = [n for n, item in enumerate(known) if _is_text(item) and jump_marks.goes_on(item.plain) is not None]
    marks = {n: at for n, item in enumerate(known) if ends and _is_text(item) and (at := _mark(item))}
    if not ends or not marks or begun.pattern.tail:
        return begun
    starts = _behind_marks(known, starts, ends)
    rests = [_rest(known, starts, at, span) for at, span in marks.items()]
    pairs = [(end, rest) for rest in rests if (end := _first_half(known, starts, ends, rest, len(rests))) is not None]
    if not pairs or len({end for end, _ in pairs}) < len(pairs):
        return begun
    return _moved(begun, starts, dict(pairs))


def _behind_marks(known: Sequence[Known], starts: Sequence[int], ends: Sequence[int]) -> list[int]:
    """The starts; where one is a mark of the story above, or that is in its head, behind this."""
    found = list(starts)
    for number, start in enumerate(starts[1:], start=1):
        at = next((end for end in ends if end >= start), start)
        head = known[start:at]
        if at in ends and jump_marks.goes_on(known[at].plain) == 0 and all(item.role is Role.META for item in head):
            found[number] = at + 1
    return found


def _is_text(item: Known) -> bool:
    return item.role is not Role.BLOCK and item.part.block is None


def _mark(item: Known) -> tuple[int, int] | None:
    return jump_marks.comes_from(item.plain)


def _rest(known: Sequence[Known], starts: Sequence[int], at: int, span: tuple[int, int]) -> _Rest:
    """The rest of a story whose mark stands in a part: below its headline, in it, above it or above the text."""
    alone = span == (0, len(known[at].plain))
    begin, title = at, None
    if not alone and known[at].role is not Role.BODY:
        title = at
    elif alone and at and known[at - 1].role is Role.TITLE:
        begin = title = at - 1
    elif alone and at + 1 < len(known) and known[at + 1].role is Role.TITLE:
        title = at + 1
    index = bisect_right(starts, max(at, title or 0))
    return _Rest(begin, starts[index] if index < len(starts) else len(known), at, span, title)


def _first_half(
    known: Sequence[Known], starts: Sequence[int], ends: Sequence[int], rest: _Rest, rests: int
) -> int | None:
    """The part with which the first half of a story ends: the only one, or that of the same headline."""
    above = [at for at in ends if at < rest.begin and bisect_right(starts, at) < bisect_right(starts, rest.end - 1)]
    above = above or [at for at in ends if at < rest.begin]
    if len(above) == len(ends) == rests == 1:
        return above[0]
    alike = [at for at in above if rest.title is not None and _are_alike(known, starts, at, rest)]
    return alike[0] if len(alike) == 1 else None


def _are_alike(known: Sequence[Known], starts: Sequence[int], at: int, rest: _Rest) -> bool:
    own = _pairs(_headline(known, rest))
    start = starts[max(bisect_right(starts, at) - 1, 0)]
    heads = [item.plain for item in known[start : start + 2 * HEADLINES] if item.role is Role.TITLE][:HEADLINES]
    return any(len(own & other) >= ALIKE * min(len(own), len(other)) > 0 for other in map(_pairs, heads))


def _headline(known: Sequence[Known], rest: _Rest) -> str:
    if rest.title is None:
        return ""
    text, (begin, end) = known[rest.title].plain, rest.span
    return text[:begin] + text[end:] if rest.title == rest.mark else text


def _pairs(text: str) -> set[str]:
    letters = "".join(_HAN.findall(text))
    return {letters[n : n + 2] for n in range(len(letters) - 1)}


def _moved(begun: Begun, starts: Sequence[int], pairs: dict[int, _Rest]) -> Begun:
    known = begun.known
    removals: list[Removal] = []
    moved = {at for rest in pairs.values() for at in range(rest.begin, rest.end)}
    gone = {start for start in starts if start in moved}
    gone |= {rest.end for at, rest in pairs.items() if _is_below_folio(known, starts, at, rest)}
    order: list[Known] = []
    begins: dict[int, int] = {}
    for at, item in enumerate(known):
        if at in moved:
            continue
        if at in starts and at not in gone:
            begins[at] = len(order)
        rest = pairs.get(at)
        if rest is None:
            order.append(item)
            continue
        cut = jump_marks.goes_on(item.plain)
        note = f"the story goes on in line {known[rest.mark].part.first}"
        order += _kept(item, 0, cut, removals, note)
        below = _without_marks(known, starts, at, rest, removals)
        if order and below and _runs_on(order[-1], below[0]):
            order[-1] = _as_one(order[-1], below.pop(0))
        order += below
    stories = [n for n, start in enumerate(starts) if start in begins]
    pattern = begun.pattern
    if pattern.starts:
        facts = tuple(pattern.facts[n] for n in stories)
        pattern = Entries(tuple(begins.values()), pattern.tail, facts)
    return Begun(order, list(begins.values()), (*begun.removals, *removals), begun.head, pattern)


def _is_below_folio(known: Sequence[Known], starts: Sequence[int], at: int, rest: _Rest) -> bool:
    """Whether an article starts above the headline of a rest, with the head of the page: it is the next story's."""
    index = bisect_right(starts, rest.begin)
    start = starts[max(index - 1, 0)]
    head = known[start : rest.begin]
    alone = all(item.role not in (Role.BODY, Role.TITLE) for item in head)
    return bool(head) and at < start and alone and bisect_right(starts, rest.end - 1) == index


def _without_marks(
    known: Sequence[Known], starts: Sequence[int], at: int, rest: _Rest, removals: list[Removal]
) -> list[Known]:
    """The parts of a rest without its mark, and without the headline where it is the story's own."""
    again = rest.title is not None and _are_alike(known, starts, at, rest)
    note = f"the story begins above line {known[at].part.last}"
    parts: list[Known] = []
    for index in range(rest.begin, rest.end):
        item = known[index]
        if index == rest.title and again:
            removals.append(item.part.text.removed(CODE, note))
        elif index == rest.mark:
            begin, end = rest.span
            parts += _kept(item, end, None, removals, note) if begin == 0 else _kept(item, 0, begin, removals, note)
        else:
            parts.append(item)
    return parts


def _kept(item: Known, start: int, stop: int | None, removals: list[Removal], note: str) -> list[Known]:
    """A part without the mark before ``start`` or from ``stop`` on, which is removed; nothing where it was all."""
    text = item.part.text
    removals.append((text.slice(0, start) if stop is None else text.slice(stop)).removed(CODE, note))
    kept = item.part.cut(start, stop)
    return [replace(item, part=kept)] if kept.plain else []


def _runs_on(above: Known, below: Known) -> bool:
    """Whether the story was cut within a sentence."""
    return above.role is below.role is Role.BODY and not measure.ENDING.search(above.plain)


def _as_one(above: Known, below: Known) -> Known:
    text = MappedText.concat((above.part.text, below.part.text))
    return replace(above, part=replace(above.part, text=text, gap_after=below.part.gap_after))
