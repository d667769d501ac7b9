"""Days of a chronology below their years: lines that begin with a month, or a day of it, below lines of a year alone.

Before: ``2018年`` / ``1月9日　會談舉行。`` / ``4月27日　發表宣言。`` / ``2019年`` / ``2月27日至28日：第二次會談。``
After: a heading, and items of a list below it.
Never: years that go to and fro; years with text below them that has no days; a diary without years.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jianbao import regex as re

FEWEST_YEARS = 2
"""Years of a chronology."""
FEWEST_DAYS, MOST_DAYS = 3, 0.6
"""Entries of a chronology, and their share of the lines below its years, at least."""
LONGEST = 300
"""Characters of an entry."""

_YEAR = re.compile(
    r"[◆■●▍【\[（(]?\s?(?:(?:西元|公元)?((?:1[0-9]|20)\d\d)|(?:民國|民国)(\d{1,3}))\s?年?(?:[（(][^（()）]{1,12}[)）])?\s?[】\]）)]?"
)
_DAY = re.compile(
    r"(?:[▲△•●○]\s?)?(?:1[0-2]|0?[1-9])\s?(?:月(?:\s?(?:[上中下]旬|[初底間间]|[0-3]?\d\s?[日號号]?))?|[./][0-3]?\d)"
    r"(?:\s?[至到—–~～、-]\s?(?:(?:1[0-2]|0?[1-9])[月./])?[0-3]?\d\s?[日號号]?)?"
    r"(?:[（(][^（()）]{1,4}[)）])?(?:[\s\u3000：:│|｜，]+|\s?[—–-]{1,2}\s?)(?=[^\s\d。、])"
)


def places(texts: Sequence[str]) -> Iterator[int]:
    """Places of the entries among texts."""
    years = [at for at, text in enumerate(texts) if text[-1:] in "年】]）)0123456789" and _YEAR.fullmatch(text)]
    if len(years) < FEWEST_YEARS:
        return
    counted = [_year(texts[at]) for at in years]
    if counted not in (sorted(set(counted)), sorted(set(counted), reverse=True)):
        return
    below = [range(begin + 1, end) for begin, end in pairwise(years)]
    below.append(range(years[-1] + 1, _end(texts, years[-1])))
    entries = [at for part in below for at in part if len(texts[at]) <= LONGEST and _DAY.match(texts[at])]
    if len(entries) >= max(FEWEST_DAYS, MOST_DAYS * sum(map(len, below))):
        yield from entries


def _year(text: str) -> int:
    match = _YEAR.fullmatch(text)
    return int((match[1] or match[2]) if match else 0)


def _end(texts: Sequence[str], year: int) -> int:
    """The end of the entries below the last year."""
    last = [at for at in range(year + 1, len(texts)) if _DAY.match(texts[at])]
    return last[-1] + 1 if last else year + 1
