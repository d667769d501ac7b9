"""Items of a file that all have the same lines in the same order: headline, day and place, text, source.

Before: ``港口擴建案過關`` / ``2026年3月20日　東海　海洋`` / text / ``來源：某某社``, four times.
After: an article each; what the line of the day and that of the source say are facts.
Never: a chronicle, whose days rise and whose items name no outlet; comments, which have names for headlines; the
numbered parts of one text; a file in which more than a line or two at its ends is out of step.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from statistics import median
from typing import NamedTuple

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.entries import stamp_sources, stamps, steady_lines
from jianbao.structure.entries.patterns import Entries
from jianbao.structure.entries.steady_lines import DAY, HEADLINE, LABELLED, SHORT, TEXT, Group
from jianbao.structure.heads import persons
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.structure.parts import Part

FEWEST, FEWEST_OF_TWO = 3, 4
"""Items with the same lines that tell a list; of items that are a headline and a text."""
MOST_LINES = 6
MOST_ABOVE, MOST_BELOW = 4, 2
"""Lines above the first item and below the last."""
NARROWEST_TITLES, WIDEST_RUBRIC = 6, 5
"""Han characters of headlines, as most have at least, and of the name of a section at most."""
PEOPLE = 0.3
"""Share of headlines that may be names."""


_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十壹貳參肆伍陸柒捌玖拾]{1,3}[)）、.．]|第.{1,3}[章節节條条]")


class _Table(NamedTuple):
    """The items as rows of lines; ``title`` is the column of the headlines."""

    rows: list[Sequence[Group]]
    title: int

    def column(self, number: int) -> list[Group]:
        return [row[number] for row in self.rows]

    def columns_of(self, form: str) -> list[int]:
        return [n for n, group in enumerate(self.rows[0]) if group.form == form and n != self.title]


def find(known: Sequence[Known]) -> tuple[list[Known], Entries]:
    """The parts, those of items told, and the entries; none where the file is no such list."""
    ways = (steady_lines.groups(known, headlines_first) for headlines_first in (False, True))
    table = next(chain.from_iterable(_tables(known, groups) for groups in ways), None)
    if table is None:
        return list(known), Entries()
    first, last = table.rows[0][0], table.rows[-1][-1]
    latest = max((stamp.date for item in known[: first.begin] if (stamp := stamps.read(item.plain))), default="")
    facts = _facts(known, table, latest)
    if _is_chronicle([meta for meta, _ in facts]):
        return list(known), Entries()
    parts = list(known)
    roles = {table.title: "title"} | _roles(known, table)
    for row, (meta, _) in zip(table.rows, facts, strict=True):
        for number, group in enumerate(row):
            if group.form != TEXT:
                parts[group.begin] = _told(known[group.begin], roles.get(number, group.form), meta)
    starts = tuple(row[0].begin for row in table.rows)
    return parts, Entries(starts, len(known) - last.end, tuple(facts))


def _is_chronicle(stated: Sequence[MetaLine]) -> bool:
    """Whether the days of the items rise, and none names an outlet."""
    days = [meta.date for meta in stated]
    return days == sorted(days) and days[0] != days[-1] and not any(meta.source for meta in stated)


def _tables(known: Sequence[Known], groups: Sequence[Group]) -> Iterator[_Table]:
    """The ways to see the file as such a list, the best first: where blank lines part the items, else without rest."""
    found: list[tuple[tuple[bool, int, int, int], _Table]] = []
    for size in range(2, min(MOST_LINES, len(groups) // FEWEST) + 1):
        for above in range(min(MOST_ABOVE, len(groups)) + 1):
            count, below = divmod(len(groups) - above, size)
            if below > MOST_BELOW or count < (FEWEST if size > 2 else FEWEST_OF_TWO):
                continue
            rows = [groups[n : n + size] for n in range(above, above + count * size, size)]
            forms = [group.form for group in rows[0]]
            steady = forms.count(TEXT) == 1 and all([group.form for group in row] == forms for row in rows[1:])
            rest = (*groups[:above], *groups[len(groups) - below :])
            if not steady or any(group.form == TEXT for group in rest):
                continue
            title = _title(known, rows)
            if title is not None and _has_day(forms):
                found.append(((not _parted(known, rows), below, above, size), _Table(rows, title)))
    yield from (table for _, table in sorted(found, key=lambda pair: pair[0]))


def _has_day(forms: Sequence[str]) -> bool:
    return DAY in forms or HEADLINE in forms


def _parted(known: Sequence[Known], rows: Sequence[Sequence[Group]]) -> bool:
    """Whether blank lines stand before each item, and fewer within."""
    gaps = [[known[group.begin].part.gap for group in row] for row in rows[1:]]
    return all(first > max(others) for first, *others in gaps)


def _title(known: Sequence[Known], rows: Sequence[Sequence[Group]]) -> int | None:
    """The column of the headlines: the widest short lines above the text, mostly different, and no names."""
    forms = [group.form for group in rows[0]]
    above = [
        n
        for n in range(forms.index(TEXT))
        if forms[n] in (SHORT, HEADLINE) and not all(known[row[n].begin].meta is not None for row in rows)
    ]
    lines = {n: [known[row[n].begin].plain for row in rows] for n in above}
    if not lines:
        return None
    best = max(lines, key=lambda n: (forms[n] == HEADLINE, median(map(shapes.width, lines[n]))))
    titles = lines[best]
    people = sum(persons.is_name(title) for title in titles)
    if all(_NUMBERED.match(title) for title in titles) and not all(map(steady_lines.is_stamped, titles)):
        return None
    wide = median(map(shapes.width, titles)) >= NARROWEST_TITLES
    return best if wide and len(set(titles)) > 0.9 * len(titles) and people <= PEOPLE * len(titles) else None


def _facts(known: Sequence[Known], table: _Table, latest: str) -> list[tuple[MetaLine, Part]]:
    """What the lines of each item state together."""
    days = [number for number, group in enumerate(table.rows[0]) if group.form == DAY]
    labelled = [_labelled(known, row) for row in table.rows]
    outlets = _outlets(known, table) if not all(labelled) else [""] * len(table.rows)
    stamped = [_stamp(known, row, days) for row in table.rows]
    beside = stamp_sources.told([stamp or stamps.Stamp() for stamp in stamped])
    told: list[tuple[MetaLine, Part]] = []
    for row, label, outlet, stamp, (source, authors) in zip(
        table.rows, labelled, outlets, stamped, beside, strict=True
    ):
        item = known[row[days[0] if days else table.title].begin]
        head = steady_lines.dated(known[row[table.title].begin].plain)
        told_by = stamp or (head.stamp if head else None)
        date = told_by.when(latest) if told_by else head.date if head else ""
        text = item.plain.strip() if stamp else head.date_text if head else ""
        named = "" if any(labelled) or any(outlets) else source
        writers = authors if not any(labelled) or (stamp and stamp.authors) else ()
        told.append((MetaLine(date, text, writers, source=label or outlet or named), item.part))
    return told


def _stamp(known: Sequence[Known], row: Sequence[Group], days: Sequence[int]) -> stamps.Stamp | None:
    return stamps.read(known[row[days[0]].begin].plain) if days else None


def _labelled(known: Sequence[Known], row: Sequence[Group]) -> str:
    """The source that a label of an item names."""
    for group in row:
        if group.form == LABELLED:
            item = known[group.begin]
            stamp = stamps.read(item.plain if item.plain[:1] in "（(" else f"（{item.plain}）")
            source = (stamp.labelled if stamp else "") or (item.meta.source if item.meta else "")
            if source:
                return source
    return ""


def _outlets(known: Sequence[Known], table: _Table) -> list[str]:
    """The outlet of each item, where a column of short lines, or what brackets and dashes part from the headlines,
    names outlets; else empty."""
    titles = [known[group.begin].plain for group in table.column(table.title)]
    heads = [steady_lines.dated(title) for title in titles]
    parted = [
        head.beside if head else steady_lines.affixed(title)[1] for head, title in zip(heads, titles, strict=True)
    ]
    for names in (*(_words(known, table, number) for number in table.columns_of(SHORT)), parted):
        if all(names) and 2 * sum(map(stamps.is_outlet, names)) >= len(names):
            return names
    return [""] * len(titles)


def _words(known: Sequence[Known], table: _Table, number: int) -> list[str]:
    return [known[group.begin].plain.strip() for group in table.column(number)]


def _roles(known: Sequence[Known], table: _Table) -> dict[int, str]:
    """What the columns of short lines are that are no headlines, where their words tell it: sections, writers."""
    roles: dict[int, str] = {}
    for number in table.columns_of(SHORT):
        words = _words(known, table, number)
        if 2 * sum(map(persons.is_name, words)) >= len(words):
            roles[number] = "writer"
        elif all(shapes.width(word) <= WIDEST_RUBRIC and word.isalpha() for word in words):
            roles[number] = "rubric"
    return roles


def _told(item: Known, role: str, meta: MetaLine) -> Known:
    """A line of an item with its role."""
    plain = item.plain.strip()
    if role == "title":
        head = steady_lines.dated(item.plain)
        span, word = (head.title, meta.source) if head else steady_lines.affixed(item.plain)
        if head or (word and word == meta.source):
            return Known(item.part, Role.META, MetaLine(title=span, desk=True))
        return Known(item.part.cut(shapes.bullet(item.plain)), Role.TITLE)
    if role == "rubric" and plain != meta.source:
        return Known(item.part, Role.META, MetaLine(series=plain))
    if role == "writer" and plain != meta.source:
        return Known(item.part, Role.META, MetaLine(authors=(plain,)))
    own = item.meta if role in (LABELLED, SHORT) else None
    return Known(item.part, Role.META, own or MetaLine(desk=True))
