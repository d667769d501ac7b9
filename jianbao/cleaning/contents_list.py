"""The list of what a page or newsletter holds, above the texts themselves.

Before: ``本期內容`` and headlines under it, each of which stands again further down over its text; the same with
section numbers; ``時間軸`` and short lines under it that begin with growing times of a recording.
After: nothing; the headlines stand over their texts.
Never: a list whose entries come nowhere again; entries of which fewer than two thirds do; words that stand in front
of sentences alone, or below every text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jianbao import regex as re
from jianbao.cleaning import texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line
from jianbao.word_lists import words

FEWEST = 3
"""Entries without a label above them; two are enough below one."""
MOST = 60
"""Entries of one list at most."""
SHORTEST, LONGEST = 5, 60
"""Letters of a headline without a label above the list: shorter words that stand again are cells of a table."""
BUTTON = 4
"""Characters of a button beside a label."""
TIMES = 3
"""How often the words of an entry stand in the file at most: a button and a writer's name stand below every text."""
SHARE = 2 / 3
"""Share of a list's entries that come again, in the same order."""

_CHAPTER = re.compile(r"^[（(\[]?(?:(\d{1,2}):)?(\d{1,2}):(\d\d)[)）\]]?[\s\u3000–-]+(?=\S)")
_NUMBER = re.compile(
    r"^(?:[•●▪■◆◎※★☆▶►·・*>＞-]\s*|(?:\d{1,2}[.．、)）\s])+\s*|[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s*|[A-Z]?\d{1,3}\s+)"
)


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Runs of short lines that stand again, one by one and in order, further down."""
    places = texts.filled(lines)
    keys = [_key(lines[index].text.plain.strip()) for index in places]
    again: dict[str, list[int]] = defaultdict(list)
    count = Counter(keys)
    for at, key in enumerate(keys):
        if key and count[key] <= TIMES:
            again[key].append(at)
    at = 0
    while at < len(places):
        end = _run_end(keys, again, at)
        labelled = at > 0 and _heads(lines[places[at - 1]].text.plain)
        if (
            labelled
            and end == at
            and at + 1 < len(places)
            and lines[places[at]].text.plain.strip() in words("sections")
        ):
            end = _run_end(keys, again, at + 1)
            end = end if end > at + 1 else at
        if not labelled and _over_text(lines, places, at, end) and any(count[key] >= TIMES for key in keys[at:end]):
            end = at
        headlines = labelled or sum(len(key) >= SHORTEST for key in keys[at:end]) >= SHARE * (end - at)
        if headlines and end - at >= (FEWEST - 1 if labelled else FEWEST):
            if labelled or _are_a_page(lines, places, at - 1, end):
                yield whole(places[at - 1], lines[places[at - 1]], "heads a list of contents")
            for member in range(at, end):
                yield whole(places[member], lines[places[member]], f"one of {end - at} entries that stand again below")
        at = max(end, at + 1)
    yield from _chapters(lines, places)


def _heads(text: str) -> bool:
    """Whether a line is the label of a list of contents, perhaps spread out (目　錄), or with the button that folds it
    beside it."""
    label, _, button = texts.label(text).partition("\u3000")
    spread = "".join(text.split()) in words("contents_labels")
    return spread or (label.strip() in words("contents_labels") and len(button) <= BUTTON)


def _over_text(lines: Sequence[Line], places: Sequence[int], begin: int, end: int) -> bool:
    """Whether running text stands right below some lines."""
    return begin < end < len(places) and texts.is_prose(lines[places[end]].text.plain)


def _are_a_page(lines: Sequence[Line], places: Sequence[int], begin: int, end: int) -> bool:
    """Whether a line and the list right below it are all of a page, a slide: form feeds, or feet that left, part it."""
    if begin < 1 or end >= len(places):
        return False
    edges = ((places[begin - 1], places[begin]), (places[end - 1], places[end]))
    return all(
        lines[above].page != lines[below].page
        or any(b.number > a.end + 1 for a, b in pairwise(lines[above : below + 1]))
        for above, below in edges
    )


def _chapters(lines: Sequence[Line], places: Sequence[int]) -> Iterator[Finding]:
    """Times of a recording with a few words each, below their label."""
    for at, index in enumerate(places):
        if texts.label(lines[index].text.plain) not in words("chapter_labels"):
            continue
        end, last = at + 1, -1
        while end < len(places):
            text = lines[places[end]].text.plain.strip()
            match = _CHAPTER.match(text)
            if not match or len(text) > LONGEST or texts.ends_sentence(text) or _seconds(match) <= last:
                break
            end, last = end + 1, _seconds(match)
        if end - at > 2:
            for member in places[at:end]:
                yield whole(member, lines[member], f"one of {end - at - 1} places in a recording")


def _seconds(match: re.Match[str]) -> int:
    return int(match[1] or 0) * 3600 + int(match[2]) * 60 + int(match[3])


def _run_end(keys: Sequence[str], again: dict[str, list[int]], begin: int) -> int:
    """The end of a list that begins at ``begin``: entries that stand again below the list, in order."""
    first_text = _next(again, keys[begin], begin)
    if not first_text:
        return begin
    entries = set(keys[begin : min(begin + MOST, first_text)])
    found, over_text, last, place = 0, 0, begin, begin
    for at in range(begin, min(begin + MOST, first_text, len(keys))):
        later = _next(again, keys[at], max(place, at))
        if later:
            found, place, last = found + 1, later, at + 1
            over_text += later + 1 < len(keys) and (not keys[later + 1] or keys[later + 1] not in entries)
        elif not keys[at] or at > last:
            break
    return last if found >= SHARE * (last - begin) and over_text >= found / 2 else begin


def _next(again: dict[str, list[int]], key: str, at: int) -> int:
    """Where the same words stand next behind ``at``; 0 if nowhere."""
    places = again[key] if key else []
    following = bisect_right(places, at)
    return places[following] if following < len(places) else 0


def _key(text: str) -> str:
    """The words of a line that may be an entry, without number and bullet; empty for running text."""
    if len(text) > LONGEST or text[-1] in "。.":
        return ""
    return texts.key(_NUMBER.sub("", text))
