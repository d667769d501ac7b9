"""The order of the steps from lines to articles."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from jianbao import long_seed
from jianbao.audit import Legality
from jianbao.diagnostics import Diagnostic, Severity
from jianbao.document import Article, Block, Cleaned, Structured
from jianbao.provenance import Removal
from jianbao.sidecar import Sidecar
from jianbao.source import Seed
from jianbao.structure import apart, beyond, decks, joints, parts, telling, traces
from jianbao.structure.blocks import body, roles
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.entries import beginnings, jumped_stories, story_sheets
from jianbao.structure.entries.one_line_stories import one_line_stories
from jianbao.structure.entries.patterns import Entries
from jianbao.structure.entries.story_sheets import Sheet
from jianbao.structure.heads import (
    below_head,
    day_order,
    desk_credits,
    head,
    mail_senders,
    masthead,
    stated_days,
    tail,
    wire_lines,
)
from jianbao.structure.heads.facts import Facts
from jianbao.structure.heads.masthead import Masthead
from jianbao.structure.heads.meta import complete
from jianbao.structure.layout import unwrap
from jianbao.structure.layout.flow import Taken, Unit, Unwrapped
from jianbao.structure.notes import bodies, note_marks
from jianbao.structure.tables import flattened, table_commas, table_frames, table_ruled, table_titles
from jianbao.structure.traces import Traces

UNDATED = "T19"
"""Code of a day without its year."""

LEGAL: Legality = {**joints.LEGAL, **flattened.LEGAL}
"""Which substitutions of this stage are legal, by code."""


def read(cleaned: Cleaned, seed: Seed, sidecar: Sidecar) -> Structured:
    """Articles in the order of the seed, with every character of the clean lines in a block, a note or a removal."""
    structured = _near(cleaned, long_seed.near(seed), sidecar)
    if not cleaned.rest:
        return structured
    more = beyond.articles(cleaned.rest, seed, len(structured.articles))
    return replace(structured, articles=(*structured.articles, *more))


def _near(cleaned: Cleaned, seed: Seed, sidecar: Sidecar) -> Structured:
    cleaned, slides = decks.paged(cleaned, seed)
    seen = traces.read(cleaned, seed, slides)
    sheet = story_sheets.take(cleaned.lines)
    seen = replace(seen, cells=sheet.kinds)
    steps, notes, items = _items(cleaned, seed, seen, slides, sheet)
    roled = roles.assign(table_titles.join(parts.from_items(items, seed, seen)))
    told, labels = telling.tell(roled, seen)
    begun = beginnings.find(told, sidecar.split, seen)
    begun = begun if sidecar.split else jumped_stories.join(begun)
    known, starts, removals = begun.known, begun.starts, [*labels, *begun.removals]
    days = frozenset(item.meta.date for item in known if item.meta is not None and len(item.meta.date) == 10)
    paper = begun.head if days or len(starts) == 1 else masthead.with_paper(begun.head, seen.heads)
    whole = _Whole(seed, sidecar, seen, one_line_stories(known), paper, begun.pattern, days)
    done: list[Article] = []
    diagnostics: list[Diagnostic] = []
    rest = deque(notes)
    for ordinal, (begin, end) in enumerate(zip(starts, (*starts[1:], len(known)), strict=True), start=1):
        item = mail_senders.state(known[begin:end])
        last_line = known[end].part.first - 1 if end < len(known) else len(seed.line_starts)
        mine: list[Block] = []
        while rest and (end == len(known) or _line(rest[0], seed) <= last_line):
            mine.append(rest.popleft())
        if not item and not mine:
            continue
        article, gone, said = _article(item, ordinal, mine, whole)
        done.append(article)
        removals += gone
        diagnostics += said
    for step in steps:
        removals += step.removals
        diagnostics += step.diagnostics
    return Structured(tuple(done), tuple(removals), tuple(diagnostics))


def _items(
    cleaned: Cleaned, seed: Seed, seen: Traces, slides: frozenset[int], sheet: Sheet
) -> tuple[Sequence[Taken | Unwrapped], Sequence[Block], Sequence[Unit | Block]]:
    """What steps took notes and tables out of the lines and undid the wraps, the notes, and what stays; of a sheet of
    stories its cells."""
    if sheet.units:
        return (Taken((), (), sheet.removals),), (), sheet.units
    found_notes = bodies.take(cleaned.lines, seed.name, seen.marked)
    drawn = table_frames.take(found_notes.items)
    ruled = table_ruled.take(drawn.items, table_frames.next_number(drawn.items))
    pasted = table_commas.take(ruled.items, table_frames.next_number(ruled.items))
    found_tables = flattened.take(pasted.items, seed.name, slides)
    unwrapped = unwrap.units(tuple(apart.units(found_tables.items)), seed.name, seen.marked, slides)
    steps = (found_notes, drawn, ruled, pasted, found_tables, unwrapped)
    return steps, found_notes.notes, unwrapped.items


def _line(note: Block, seed: Seed) -> int:
    origin = note.text.origin(0)
    return seed.locate(origin).line if origin is not None else 0


def _of_entry(ordinal: int, pattern: Entries) -> tuple[Facts, int]:
    """What the stamp of an entry states, and how many of its last parts are the file's tail."""
    facts = Facts()
    if not pattern.starts:
        return facts, 0
    stamped = pattern.facts[ordinal - 1]
    if stamped:
        facts.state(*stamped)
    return facts, pattern.tail if ordinal == len(pattern.starts) else 0


@dataclass(frozen=True, slots=True)
class _Whole:
    """What every article of a seed is read with. ``one_line``: each story of the seed stands in one line. ``head``
    stands above the first article and holds for all; of a file that repeats one pattern, ``pattern`` says the rest.
    ``days`` are the full dates that lines of facts of the file state."""

    seed: Seed
    sidecar: Sidecar
    seen: Traces
    one_line: bool
    head: Masthead
    pattern: Entries
    days: frozenset[str]


def _article(
    known: Sequence[Known], ordinal: int, mine: Sequence[Block], whole: _Whole
) -> tuple[Article, list[Removal], list[Diagnostic]]:
    facts, below = _of_entry(ordinal, whole.pattern)
    known, foot = known[: len(known) - below], known[len(known) - below :]
    signers = [name for item in known if item.role is Role.SIGNATURE and item.meta for name in item.meta.authors]
    above = whole.head.end if ordinal == 1 else 0
    for item in known[:above]:
        masthead.print_line(item, facts)
    heads = whole.seen.heads if ordinal == 1 else ()
    begin = above + head.read(known[above:], facts, signers, heads, whole.seen.menus)
    head_blocks, facts.blocks = facts.blocks, []
    undated = facts.date is None
    end = tail.read(known, begin, facts)
    text = desk_credits.apart(desk_credits.without_code(known[begin:end], facts.removals), facts)
    text = tail.author_box(text, facts)
    middle = below_head.below_lead(below_head.without_title(text, head_blocks, facts.removals), facts)
    day = body.signature_date(middle)
    for item in middle:
        if item.meta is not None and (item.meta.tags or item.meta.recorded):
            facts.state(item.meta, item.part)
        if item.meta is not None and undated and (body.is_official_date(item) or item is day):
            facts.date, undated = None, False
            facts.state(item.meta, item.part)
    for item in foot:
        masthead.print_line(item, facts)
    stated_days.state(middle, facts)
    stated_days.of_neighbours(middle, facts, whole.days)
    day_order.settle(facts, whole.seed.text)
    masthead.share(facts, whole.head)
    blocks = body.compose(middle, whole.one_line, facts.removals)
    placed = note_marks.place((*head_blocks, *blocks, *facts.blocks), mine, whole.seed.name)
    article = Article(
        whole.seed.name,
        whole.seed.sha256,
        ordinal,
        complete(facts, placed.blocks, known, whole.sidecar.facts(ordinal), whole.seen),
        placed.blocks,
        placed.notes,
        min(item.part.first for item in known) if known else _line(mine[0], whole.seed),
        max(item.part.last for item in known) if known else _line(mine[-1], whole.seed),
    )
    return article, [*facts.removals, *placed.removals], [*placed.diagnostics, *_undated(article, middle, whole.seed)]


def _undated(article: Article, middle: Sequence[Known], seed: Seed) -> Iterator[Diagnostic]:
    """Told where an agency's place line has a day, and neither it nor the rest of the page says of which year."""
    first = next((item for item in middle if item.role is Role.BODY), None)
    day = wire_lines.day(first.plain) if first is not None and article.meta.date is None else ""
    if first is not None and day:
        origin = first.part.text.origin(0)
        place = seed.locate(origin) if origin is not None else None
        said = f"the place line has a day, {day}, and no year; the briefing has no date"
        help = "put `date:` into the seed's .yml file if the year is known"
        yield Diagnostic(Severity.INFO, UNDATED, said, seed.name, place, help=help, source=seed.line(first.part.first))
