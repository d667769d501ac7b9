"""The head of minutes: when and where a meeting was, who led it, who came, who wrote it down.

Before: ``…第九次會議紀錄`` / ``時間：…`` / ``地點：…`` / ``出席議員：…`` / ``主席：…`` / ``紀錄：…``
After: paragraphs of the minutes, each line of the meeting by itself, and its day is the text's.
Never: the same labels above a notice of what is to come, which is no record; a report's ``主持人：`` alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from jianbao import regex as re
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.structure.rows import Row
from jianbao.word_lists import either

TOP, FEWEST = 24, 3
"""Lines among which the head of minutes begins, and different labels that it has at least."""
MOST_LINES, NEARLY = 5, 0.8
"""Lines of one of them, and the share of the full width that each but the last has: names are not cut."""
LABELS = 8
"""Parts among which the labels stand at the beginning of the text."""
TITLE = 4
"""Parts among which the title of minutes stands."""
_LABEL = re.compile(rf"({either('meeting_labels')}|(?:[出列缺]席|[請请]假)[\u3400-\u9fff]{{2,6}})\s*[：:]")
_CAME = re.compile("[出列]席|主席|主持")
RECORD = re.compile(
    r"(?:會議?|会议?|座談|座谈|[答問问][詢询問问答]|協商|协商|研商|[聽听][證证]|[諮咨][詢询]|[審审][議议查]|[談谈][話话]|[討讨][論论])(?:紀錄|記錄|纪录|记录|紀要|纪要|議事錄|會議錄|会议录|速記錄)(?:[（(][^（()）]{1,8}[)）])?$|議事錄$"
)
"""How the title of minutes ends."""


def mark(rows: Sequence[Row]) -> None:
    """Set ``anew`` on the first line of each field of a meeting's head, ``glued`` where the field goes on below."""
    found = {n: match[1] for n, row in enumerate(rows[:TOP]) if (match := _LABEL.match(row.text))}
    labels = {*found.values()}
    if len(labels) < FEWEST or not any(map(_CAME.match, labels)):
        return
    for n in found:
        rows[n].anew = True
    for n, end in pairwise(found):
        for row, after in pairwise(rows[n:end] if end - n <= MOST_LINES else ()):
            row.glued = row.full is not None and row.edge >= NEARLY * row.full and not after.indent


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with the lines of a meeting's head below the title of minutes told to be text."""
    title = next((n for n, item in enumerate(known[:TITLE]) if RECORD.search(item.plain)), None)
    told = list(known)
    first = title + 1 if title is not None else len(told)
    if title is not None and _is_below_word(known, title):
        told[title] = Known(known[title].part, Role.META, MetaLine(desk=True))
        told[first] = Known(known[first].part, Role.META, MetaLine(title=(0, len(known[first].plain))))
        title, first = None, first + 1
    for n in _fields(told, first):
        told[n] = Known(told[n].part, Role.BODY)
        if title and n == title + 1 and told[title].role is Role.TITLE and told[title].plain[0] != "第":
            whole = MetaLine(title=(0, len(told[title].plain)))
            told[title] = Known(told[title].part, Role.META, whole)  # whose meeting it was stands above
    return told


def places(known: Sequence[Known]) -> frozenset[int]:
    """The places of the lines of a meeting's head below the title of minutes."""
    title = next((n for n, item in enumerate(known[:TITLE]) if RECORD.search(item.plain)), None)
    return frozenset(_fields(known, title + 1)) if title is not None else frozenset()


def _fields(known: Sequence[Known], first: int) -> list[int]:
    """The places of such lines from one on; two or more where facts of an office's page stand between."""
    top = known[first : first + LABELS]
    passed = len(list(takewhile(lambda item: item.role is Role.META and not _LABEL.match(item.plain), top)))
    behind = range(first + passed, len(known))
    found = list(takewhile(lambda n: known[n].role is not Role.BLOCK and _LABEL.match(known[n].plain), behind))
    return found if not passed or len(found) > 1 else []


def opens(body: Sequence[Known]) -> bool:
    """Whether a text begins with the head of minutes: who came or led, and who wrote it down, among its labels."""
    found = (_LABEL.match(item.plain) for item in body[:LABELS] if item.role is Role.BODY)
    labels = {match[1] for match in found if match}
    return len(labels) >= FEWEST and any(map(_CAME.match, labels)) and any(label[0] in "紀記纪记" for label in labels)


def _is_below_word(known: Sequence[Known], index: int) -> bool:
    """Whether a line says no more than that this is a record, and the line below it of which meeting."""
    if not RECORD.fullmatch(known[index].plain) or index + 2 >= len(known):
        return False
    name, field = known[index + 1], known[index + 2]
    return name.role is Role.TITLE and not _LABEL.match(name.plain) and bool(_LABEL.match(field.plain))
