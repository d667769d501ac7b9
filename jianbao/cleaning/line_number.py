"""Numbers that count the lines of each page at its left edge, as courts and legislatures print them.

Before: ``01  海東地方法院判決`` / ``02  114 年度訴字第 286 號`` / … / ``第 1 頁`` / ``01  姻無效確定，…``
After: the lines without their numbers and without the blanks that all of them have behind.
Never: rows of a table, items of a list or hours of a day, whose lines do not run on into each other; numbers of only a
part of the lines; a line that counts on from none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import regex as re
from jianbao.cleaning import texts
from jianbao.cleaning.rule import Finding, Options
from jianbao.document import Line

FEWEST = 15
"""Lines with such a number."""
SHARE = 0.8
"""Their share of all lines: the number of the page and its head have none."""
SKIPPED = 2
"""Numbers that may be missing between two lines: a blank line has one of its own."""
RUN_ON, LONG = 0.25, 0.8
"""Share of the long lines that break within a sentence; how long those are, of the longest."""
PROSE = 0.25
"""Share of the lines that have a comma or a full stop."""

_NUMBER = re.compile(r"^\s{0,8}(?P<n>\d{1,2})(?P<gap>[ \u3000\t]+|$)")
_OPEN = re.compile(r"[\u3400-\u9fff0-9，、]$")
_MARK = re.compile(r"[，。；]")


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """The numbers of all lines that are counted so."""
    places = texts.filled(lines)
    told = {index: match for index in places if (match := _NUMBER.match(lines[index].text.plain))}
    if len(told) < max(FEWEST, SHARE * len(places)):
        return
    counted = _counted([(index, int(match["n"])) for index, match in told.items()])
    if len(counted) < max(FEWEST, SHARE * len(places)) or not _runs_on([lines[index].text.plain for index in counted]):
        return
    least = min((len(told[index]["gap"]) for index in counted if told[index]["gap"]), default=0)
    for index in counted:
        yield Finding(index, 0, min(told[index].end("n") + least, told[index].end()), f"one of {len(counted)} lines")


def _counted(numbers: Sequence[tuple[int, int]]) -> list[int]:
    """The lines whose numbers count on from the line above, or begin anew on a page, at least twice in all."""
    found: list[int] = []
    pages = 0
    above = 0
    for index, number in numbers:
        if number == 1 or above < number <= above + 1 + SKIPPED:
            pages += number == 1
            found.append(index)
            above = number
    return found if pages > 1 else []


def _runs_on(plain: Sequence[str]) -> bool:
    """Whether lines are prose that breaks within sentences, as that of a text does which is counted line by line."""
    bare = [_NUMBER.sub("", text).strip() for text in plain]
    longest = max(map(len, bare))
    long = [text for text in bare if len(text) >= LONG * longest]
    broken = sum(bool(_OPEN.search(text)) for text in long)
    return sum(bool(_MARK.search(text)) for text in bare) >= PROSE * len(bare) and broken >= RUN_ON * len(long)
