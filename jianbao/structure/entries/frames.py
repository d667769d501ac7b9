"""Lists whose items have the same few lines above the text, each in a line of its own: outlet, title, writer, day.

Before: ``半島經濟`` / ``釜山造船廠重新招募焊工`` / ``孔敏智`` / ``2025年11月19日 下午5:40`` / text, three times.
After: outlet and writer are facts, the title is a title, whichever comes first.
Never: items whose day line names the outlet itself; a subtitle, of which the text speaks; the name of a section;
lines that differ in number, but for a writer who is not named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median

from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.blocks.line_words import is_section
from jianbao.structure.entries import short_runs, stamp_words, stamps
from jianbao.structure.heads import persons, title_words
from jianbao.structure.heads.meta_line import MetaLine

FEWEST, STEADY = 3, 0.8
"""Items with the same lines, and their share of all that stand over texts."""
LEAST, MOST = 3, 4
"""Lines above a text, the day's among them."""
WIDEST = 14
"""Han characters of an outlet's name."""
SAID = 0.25
"""Share of an outlet's name that the text below says, at most."""
NARROWEST_TITLE = 6


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with the lines above each item's text told."""
    ends = [end for _, end in short_runs.runs(known) if end < len(known)]
    starts = {end: begin for begin, end in short_runs.runs(known)}
    last = max((1, 2), key=lambda n: sum(end - starts[end] > n and _day(known[end - n]) for end in ends))
    dated = [end for end in ends if end - starts[end] > last and _day(known[end - last])]
    if len(dated) < FEWEST or len(dated) < STEADY * len(ends):
        return list(known)
    sizes = Counter(end - starts[end] for end in dated)
    size, count = max(sizes.items(), key=lambda pair: (pair[1], pair[0]))
    full = [end for end in dated if end - starts[end] >= size]
    short = [end for end in dated if end - starts[end] == size - 1]
    if not LEAST <= size <= MOST or count < len(full) - 1 or len(full) < 2 or len(full) + len(short) < len(dated):
        return list(known)
    roles = _roles(known, full, [[known[end - size + n] for end in full] for n in range(size)], size - last)
    if not roles or (short and (roles[-2] != "writer" or last > 1)):
        return list(known)
    found = list(known)
    for ends, said in ((full, roles), (short, [*roles[:-2], roles[-1]])):
        for end in ends:
            for at, role in zip(range(end - len(said), end), said, strict=True):
                found[at] = _told(known[at], role)
    return found


def _told(item: Known, role: str) -> Known:
    """A line with what its column says."""
    if role == "title":
        return Known(item.part, Role.TITLE)
    if role == "source" and item.meta is not None and item.meta.authors:
        return item
    if role == "source":
        writer, rest = stamp_words.writer(item.plain)
        return Known(item.part, Role.META, MetaLine(source=rest.strip(" |"), authors=(writer,) if writer else ()))
    if role == "writer":
        return Known(item.part, Role.META, MetaLine(authors=(item.plain,)))
    stamp = stamps.read(item.plain)
    authors = (stamp.authors or stamp.pieces[:1]) if stamp else ()
    return Known(item.part, Role.META, MetaLine(stamp.date if stamp else "", item.plain, authors))


def _day(item: Known) -> bool:
    """Whether a line says the full day and no outlet: alone, or beside one word, which may be the writer's name."""
    stamp = stamps.read(item.plain)
    return stamp is not None and len(stamp.date) == 10 and len(stamp.pieces) <= 1 and not stamp.labelled


def _roles(known: Sequence[Known], items: Sequence[int], columns: Sequence[Sequence[Known]], day: int) -> list[str]:
    """What the lines of each column are, in order, of which one has the day; empty where one could be something
    else."""
    if any(item.role not in (Role.TITLE, Role.META, Role.SIGNATURE) for column in columns for item in column):
        return []
    beside = [item for n, column in enumerate(columns) if n != day for item in column]
    if any(item.meta is not None and (":" in item.plain or "：" in item.plain) for item in beside):
        return []  # labels say what the lines are
    widths = [median(shapes.width(item.plain) for item in column) for column in columns]
    title = max((n for n in range(len(widths)) if n != day), key=lambda n: widths[n])
    if widths[title] < NARROWEST_TITLE:
        return []
    roles = ["source"] * len(columns)
    roles[title], roles[day] = "title", "day"
    for n, column in enumerate(columns):
        if n in (title, day):
            continue
        names = sum(persons.is_name(item.plain) for item in column)
        if n > title and 2 * names >= len(column) and (n > 1 or title):
            roles[n] = "writer"
        elif not all(_may_be_outlet(item, known[end].plain) for item, end in zip(column, items, strict=True)):
            return []
    return roles if roles.count("source") == 1 else []


def _may_be_outlet(item: Known, text: str) -> bool:
    """Whether a line is as short as a name, no section's, and the text below does not speak of it."""
    if not LEAST <= shapes.width(item.plain) <= WIDEST or shapes.ends_sentence(item.plain) or is_section(item.plain):
        return False
    return title_words.share(item.plain, title_words.pairs_of(text)) <= SAID
