"""The record that an archive of newspapers prints above each story, and its number below, each fact in a line.

Before: ``港聞`` / headline / ``712 字`` / ``2025 年 11 月 15 日`` / ``港灣日報`` / ``HBRDLY`` / ``A10`` /
``繁體中文`` / ``版權所有 (c) 2025 …``, then the text and ``文件 HBRDLY00020251115…``; above all what was searched for
After: section, headline, day, paper and page.
Never: one or two such lines alone; lines above the first record of which one is running text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import line_forms
from jianbao import regex as re
from jianbao.cleaning import texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line

KINDS = ("count", "code", "language", "rights")
FEWEST, ALONE = 3, 4
"""Kinds of lines of a record, and of one that has no second below it."""
NEAR = 4
"""Lines with text between two of one record, at most."""
HEAD, TAIL = 14, 3
"""Lines with text above the first record's headline, and below the last story, at most."""
LONGEST = 80

_FORMS = {kind: line_forms.pattern("archive_record", kind, re.I if kind == "rights" else re.NOFLAG) for kind in KINDS}
_ID = line_forms.pattern("archive_record", "id")
_DAY = re.compile(
    r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}|\d{1,2}[-/. ](?:\d{1,2}|[A-Z][a-z]{2,8})[-/. ](?:19|20)\d\d"
)


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """The lines of records that name neither headline nor writer, day, paper or page, and what stands around all."""
    places = texts.filled(lines)
    plain = [lines[index].text.plain.strip() for index in places]
    kinds = {at: kind for at, text in enumerate(plain) if len(text) <= LONGEST and (kind := _kind(text))}
    records = [record for record in _clusters(kinds, plain) if _is_record(record, kinds, plain)]
    most = max((len({kinds[at] for at in record}) for record in records), default=0)
    if not records or (len(records) == 1 and most < ALONE):
        return
    for record in records:
        for at in record:
            yield whole(places[at], lines[places[at]], f"the record of one of {len(records)} stories: its {kinds[at]}")
    numbers = [at for at, text in enumerate(plain) if at > records[0][0] and len(text) <= LONGEST and _ID.match(text)]
    for at in numbers:
        yield whole(places[at], lines[places[at]], "the archive's number of the story above")
    above = plain[: _top(lines, places, records[0][0])]
    below = range(numbers[-1] + 1 if numbers else len(plain), len(plain))
    if len(above) <= HEAD and not any(map(texts.is_prose, above)):
        for at in range(len(above)):
            yield whole(places[at], lines[places[at]], "above the first of an archive's stories")
    if len(below) <= TAIL and all(at in kinds or not texts.is_prose(plain[at]) for at in below):
        for at in below:
            yield whole(places[at], lines[places[at]], "below the last of an archive's stories")


def _kind(text: str) -> str:
    return next((kind for kind, form in _FORMS.items() if form.match(text)), "")


def _clusters(kinds: dict[int, str], plain: Sequence[str]) -> Iterator[list[int]]:
    """The lines of the four kinds near one another, without running text between."""
    cluster: list[int] = []
    for at, kind in kinds.items():
        apart = cluster and (at - cluster[-1] > NEAR or any(map(texts.is_prose, plain[cluster[-1] + 1 : at])))
        if apart or (cluster and kind in {kinds[other] for other in cluster}):
            yield cluster
            cluster = []
        cluster.append(at)
    if cluster:
        yield cluster


def _is_record(record: Sequence[int], kinds: dict[int, str], plain: Sequence[str]) -> bool:
    """Whether lines are of different kinds, and the story's day stands among them."""
    around = [at for at in range(max(record[0] - 1, 0), min(record[-1] + 2, len(plain))) if at not in kinds]
    dated = any(len(plain[at]) <= LONGEST and _DAY.search(plain[at]) for at in around)
    return dated and len({kinds[at] for at in record}) >= FEWEST


def _top(lines: Sequence[Line], places: Sequence[int], at: int) -> int:
    """Where the block of lines without a blank one begins in which a record stands; 0 where it is a record alone."""
    top = at
    while top and lines[places[top]].number == lines[places[top - 1]].number + 1:
        top -= 1
    return top if top < at else 0
