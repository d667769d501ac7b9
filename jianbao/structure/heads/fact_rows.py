"""Lines of several facts side by side, as pages and periodicals print them around a title.

``人物｜2026-03-27``; ``東岸日報 2026/2/3 14:05　記者 甲／港都報導　閱讀 1,234　字號 大 中 小``;
``Center for Port Studies | Commentary No. 14 | February 3, 2026``; ``統計處　　115 年 2 月 3 日``.
Each cell must be a fact, a counter or a page's button. Between a title and the bounds of its head one more short cell
may stand, the name of a section or of the issuer. Never: a row without a date or an issue; a date before a headline.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.entries import short_runs
from jianbao.structure.heads import (
    fact_cells,
    form_lines,
    journal_lines,
    masthead,
    persons,
)
from jianbao.structure.heads.meta_line import MetaLine

TOP = 3
"""Parts on top of all among which the head of a newspaper's page stands."""
LONGEST = 120
WIDEST = 14
"""Han characters of a cell that names a section or an issuer."""
MONTH = 7
"""Characters of a month: 2024-03."""
RUBRIC = 4
"""Han characters of a cell that names a section of a paper, not an issuer."""

BLOGGER = 2
"""Strange cells of a blog's row: who wrote, and in which category."""

_COMMENTS = re.compile(r"\d+\s?(?:[則则條条篇]\s?)?(?:留言|迴響|回應|回应|評論|评论|[Cc]omments?)$")
_BAR = re.compile(r"\s*[|｜¦]\s*")
_SIZES_IN_BRACKETS = re.compile(r"[\[［【(（]\s*大\s*中\s*小\s*[\]］】)）]")
_PATH = re.compile(r"[>＞»›]")
_LABELLED = re.compile(r"^[\u3400-\u9fff]{2,6}\s*[：:]\s*[^：:。，]{0,40}$")
"""A field of a page: what its label says need not be known beside another."""
_REPORTERS = re.compile(
    r"^(?P<outlet>[\u3400-\u9fff]{2,8}?)(?:首席|特派|实习|實習)?[记記]者(?P<names>(?:[\s\u3000]+[\u3400-\u9fff·]{2,6}){1,4})$"
)
"""An outlet's reporters, names of any people."""
_WEEKDAY = re.compile(r"(?:星期|週|周|禮拜)[一二三四五六日天]|[（(][一二三四五六日][)）]")
_DIGIT = re.compile(r"\d")
_SAID = re.compile("[。！？!?「」『』“”]")


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with rows of facts in the heads of articles told from titles."""
    done = list(known)
    form_lines.state(done)
    for begin, end in short_runs.runs(known):
        lines = [index for index in range(begin, end) if known[index].role is Role.TITLE]
        found = {index: meta for index in lines if (meta := parse(known[index].plain, begin > 0, index < TOP))}
        if begin == 0:
            writers = {index: meta for index in lines if (meta := journal_lines.bracketed(known[index].plain))}
            found |= writers if len(writers) < len(lines) else {}
        if end == len(known) and begin > 0:
            found = {index: meta for index, meta in found.items() if not (meta.series or meta.source)}
        elif not _titled(known[begin:end]) and not any(
            _could_be_title(known[index].plain) for index in lines if index not in found
        ):
            found = {index: meta for index, meta in found.items() if meta.issue and meta.date}
        for index, meta in found.items():
            done[index] = Known(known[index].part, Role.META, meta)
    return done


def parse(text: str, between: bool = False, top: bool = False) -> MetaLine | None:
    """What a row of cells states; None for any other line. ``between``: it stands between two texts, not on top of all,
    where only bars part its cells from a strange one. ``top``: it is one of the first lines of all, where a
    paper's name stands beside its day and its weekday or page."""
    if not 4 <= len(text) <= LONGEST or shapes.ends_sentence(text):
        return None
    reporters = _REPORTERS.match(text)
    if reporters:
        return MetaLine(authors=tuple(reporters["names"].split()), source=reporters["outlet"])
    if not fact_cells.SIGN.search(text):
        return None
    cells = list(fact_cells.cells(_SIZES_IN_BRACKETS.sub("", text)))
    labelled = sum(bool(_LABELLED.match(cell)) for cell in cells) >= 2
    facts: MetaLine = MetaLine()
    strange: list[str] = []
    for cell in cells:
        stated = fact_cells.read(cell)
        if stated is None and labelled and _LABELLED.match(cell):
            stated = MetaLine(desk=True)
        if stated is None:
            strange.append(cell)
        else:
            facts = _joined(facts, stated)
    dated = len(facts.date) == 10
    if dated:
        strange, facts = _bylined(strange, facts)
    issued = bool(facts.issue and facts.date) and any(map(persons.is_organisation, strange))
    more = issued or (dated and (facts.issue or _PATH.search(text)))
    alone = len(cells) == 1 and dated and bool(fact_cells.DATE_LABEL.match(text))
    known_issue = bool(facts.issue or (facts.series and facts.date))
    of_office = bool(strange) and all(map(persons.is_organisation, strange))
    known_issue = known_issue or (of_office and len(facts.date) >= MONTH)
    if top and dated and len(cells) >= 2 and (_WEEKDAY.search(text) or masthead.PAGE.search(text)):
        return _of_paper(facts, strange)
    if dated and not facts.authors and len(strange) == BLOGGER and _COMMENTS.match(cells[-1]) and _BAR.search(text):
        return _joined(facts, MetaLine(authors=(strange[0],), series=strange[1]))
    if (len(cells) < 2 and not alone) or not (dated or known_issue) or len(strange) > (2 if more else 1):
        return None
    if between and strange and not (dated and _BAR.search(text)):
        return None
    for cell in strange:
        if not _may_name(cell, facts) and not (_PATH.search(text) and shapes.width(cell) <= WIDEST):
            return None
        facts = _named(facts, cell)
    return facts


def _bylined(cells: Sequence[str], facts: MetaLine) -> tuple[list[str], MetaLine]:
    """Beside a day, an outlet of any name with a slash and its writer: 2026/2/3 14:05 某某山報／甲乙丙."""
    left: list[str] = []
    for cell in cells:
        found = fact_cells.BYLINED.match(cell)
        who = (persons.signed(found["who"]) or persons.bracketed(found["who"])) if found else None
        names = [who.name] if who else persons.names_in(found["who"]) if found else []
        if found and names and not facts.authors and not _DIGIT.search(found["outlet"]):
            affiliation = who.affiliation if who else ""
            facts = _joined(facts, MetaLine(authors=tuple(names), affiliation=affiliation, source=found["outlet"]))
        else:
            left.append(cell)
    return left, facts


def _joined(facts: MetaLine, more: MetaLine) -> MetaLine:
    """Two statements as one; what the first says holds."""
    taken = {
        name: getattr(more, name)
        for name in ("date", "affiliation", "source", "series", "issue")
        if getattr(more, name) and not getattr(facts, name)
    }
    if "date" in taken:
        taken["date_text"] = more.date_text
    authors = (*facts.authors, *(name for name in more.authors if name not in facts.authors))
    return replace(
        facts,
        **taken,
        authors=authors,
        tags=(*facts.tags, *more.tags),
        desk=facts.desk or more.desk,
        report=facts.report or more.report,
    )


def _may_name(cell: str, facts: MetaLine) -> bool:
    """Whether a strange cell has the form of a section's or an issuer's name; beside a date alone, a long one must end
    as such names do."""
    if not shapes.has_han(cell):
        return len(cell) <= 4 * WIDEST and cell[0].isupper()
    short = shapes.width(cell) <= RUBRIC or bool(facts.issue) or persons.is_organisation(cell)
    return short and shapes.width(cell) <= WIDEST and not shapes.is_loud(cell)


def _named(facts: MetaLine, cell: str) -> MetaLine:
    """The facts with a strange cell: an issuer beside an issue with its date or by its length, else a section."""
    issuer = bool(facts.issue and facts.date) or persons.is_organisation(cell) or shapes.width(cell) > RUBRIC
    if issuer and facts.date and not facts.source:
        return replace(facts, source=cell)
    return replace(facts, series=facts.series or cell)


def _of_paper(facts: MetaLine, strange: Sequence[str]) -> MetaLine | None:
    """What the head of a newspaper's page states: its name is the cell that ends like one, else the first that may be
    one; the rest (its section, the weather, its price) are the page's. None where a cell is as wide as a headline."""
    if any(shapes.width(cell) > WIDEST or _SAID.search(cell) for cell in strange):
        return None
    named = [word for cell in strange for word in cell.split() if shapes.has_han(word) and word.isalpha()]
    paper = next((cell for cell in named if persons.is_organisation(cell)), named[0] if named else "")
    return _joined(facts, MetaLine(source=paper, desk=True))


def _titled(head: Sequence[Known]) -> bool:
    """Whether a line of a head says itself that it is the title."""
    return any(item.meta is not None and bool(item.meta.title[1]) for item in head)


def _could_be_title(text: str) -> bool:
    return shapes.width(text) >= RUBRIC and not persons.names_in(text)
