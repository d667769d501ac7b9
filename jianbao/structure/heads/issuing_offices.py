"""The office that issues a report, in a line of its own between its title and its day, where nobody else is named.

Before: ``開放的區域——共同報告`` / ``民間對話執行委員會`` / ``2025 年 3 月``
After: the title, its source, its day.
Never: an office above a title or below a writer; a subtitle that says whom somebody visits.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import persons, written_dates
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.structure.rows import Row

TOP, NARROWEST, WIDEST = 8, 4, 24
"""Parts among which such a line stands, and Han characters of it."""

_SPEAKS = re.compile(
    "走[進进]|[參参拜造專专]?[訪访]|[認认][識识]|直[擊击]|[揭解]|[與与和給给致寄從从讓让把再告寫写誰谁]"
)
"""How a line begins that is no name, though it ends with one: 走進海巡署."""


def mark(rows: Sequence[Row]) -> None:
    """Set ``alone`` on such a line, and so on the title above it."""
    for n in range(1, min(TOP, len(rows) - 1)):
        if _is_office(rows[n].text) and _is_day(rows[n + 1].text):
            rows[n].alone = True


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with such a line told."""
    told = list(known)
    for n in range(1, min(TOP, len(known) - 1)):
        above = known[:n]
        if any(item.role is not Role.TITLE for item in above[-1:]) or any(item.role is Role.BODY for item in above):
            return told
        named = any(item.meta is not None and item.meta.authors for item in known[: n + 2])
        if known[n].role is Role.TITLE and _is_office(known[n].plain) and _is_day(known[n + 1].plain):
            if not named and not _is_office(known[n - 1].plain):
                told[n] = Known(known[n].part, Role.META, MetaLine(source=known[n].plain.strip()))
            return told
    return told


def _is_office(text: str) -> bool:
    name = text.strip()
    fits = NARROWEST <= shapes.width(name) <= WIDEST and not any(map(str.isdigit, name))
    fits = fits and not _SPEAKS.match(name)
    return fits and persons.is_organisation(name) and not shapes.is_loud(name) and "：" not in name and "——" not in name


def _is_day(text: str) -> bool:
    """Whether a line is a day, a month or a year, and nothing else."""
    dates = written_dates.find(text) or written_dates.of_republic(text)
    return len(dates) == 1 and not text[: dates[0].start].strip() and not text[dates[0].end :].strip("日 號号")
