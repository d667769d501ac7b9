"""The number of each story in what an archive of newspapers hands out, alone in its line above the paper and the day.

Before: ``2.`` / ``某某日報 | 2025-11-13`` / … below the first story, ``3.`` below the second; ``文章編號: 202511…``
below each.
After: nothing.
Never: numbers that do not count from 1 through the file; the number over a part of a text, below which no day stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import regex as re
from jianbao.cleaning import texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line

FEWEST = 2
"""Stories that are numbered so."""
LONGEST, NEAR = 60, 4
"""Characters of the line that states a day, and lines below a number among which it stands."""

_NUMBER = re.compile(
    r"^[【\[（(]?第\s?(?P<han>\d{1,3})\s?[筆笔則则篇條条][】\])）]?$|^[（(\[【#＃]?(?P<n>\d{1,3})[.．、)）\]】]$|^[#＃](?P<hash>\d{1,3})$"
)
_RECORD = re.compile(
    r"^(?:文章|文件|新聞|新闻|稿件|Document|Article)\s?(?:編號|编号|[Nn]o\.?|ID)\s*[:：]\s*[A-Za-z]*\d{8,}$"
)
_DAY = re.compile(r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d")


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """The lines of such numbers."""
    places = texts.filled(lines)
    plain = [lines[index].text.plain.strip() for index in places]
    found = [(at, match) for at, text in enumerate(plain) if len(text) <= 8 and (match := _NUMBER.match(text))]
    records = [at for at, text in enumerate(plain) if len(text) <= LONGEST and _RECORD.match(text)]
    for at in records if len({plain[at] for at in records}) >= FEWEST else ():
        yield whole(places[at], lines[places[at]], f"the archive's number of one of {len(records)} stories")
    if len(found) < FEWEST or [int(match["n"] or match["hash"] or match["han"]) for _, match in found] != [
        *range(1, len(found) + 1)
    ]:
        return
    if all(_over_day(plain[at + 1 : at + 1 + NEAR]) for at, _ in found):
        for at, _ in found:
            yield whole(places[at], lines[places[at]], f"numbers one of {len(found)} stories")


def _over_day(below: Sequence[str]) -> bool:
    """Whether one of the lines right below a number is short and states a day."""
    return any(len(text) <= LONGEST and _DAY.search(text) and not texts.ends_sentence(text) for text in below)
