"""Pull quotes in text whose lines are broken: a few lines in quotation marks that the text nearby has word for word.

Before: ``「井邊的石頭記得每一家，`` / ``管線不記得。」`` behind the end of a sentence; an answer further up says it.
After: the answer. So with a sentence without marks whose lines are shorter than all around it.
Never: a quotation that is nowhere else, or stands alone there, too; one that goes on behind its closing mark, or before
which its paragraph has something; a sentence in lines as wide as the column.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from statistics import median

from jianbao.cleaning import texts
from jianbao.document import Line

MOST_LINES = 6
"""Lines of a pull quote."""
NEAR = 60
"""Lines with text to either side in which its words must stand."""
SHORTEST, LONGEST = 12, 120
"""Letters of a pull quote."""
ANCHOR, MOST_BARE = 6, 3
"""First characters by which such words are looked for, and lines of those without marks."""
NARROWER = 0.9
"""Width of the lines of a sentence without marks, of that of the lines around it."""
_MARKS = {"「": "」", "『": "』", "“": "”", "〝": "〞"}


def find(lines: Sequence[Line], places: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Pull quotes, each as the first and the behind-last of its ``places``, which are lines with text, and the place
    where the words stand again."""
    runs = [(at, end) for at in range(len(places)) if (end := _end(lines, places, at))]
    within = {at for begin, end in runs for at in range(begin, end)}
    for begin, end in runs:
        words = "".join(texts.key(lines[places[at]].text.plain) for at in range(begin, end))
        if not SHORTEST <= len(words) <= LONGEST:
            continue
        for low, high in ((max(begin - NEAR, 0), begin), (end, min(end + NEAR, len(places)))):
            host = _host(lines, [places[at] for at in range(low, high) if at not in within], words)
            if host is not None:
                yield begin, end, host
                break


def bare(lines: Sequence[Line], places: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """The same of pull quotes that stand without marks, where the text nearby has them behind an opening one: lines
    behind the end of a sentence that end none themselves."""
    texts_of = [lines[index].text.plain.strip() for index in places]
    said = {text[:ANCHOR] for line in texts_of for mark in _MARKS for text in line.split(mark)[1:]}
    for at in range(1, len(places)):
        if texts_of[at][:ANCHOR] not in said or not _is_over(lines, places, at):
            continue
        last = min(at + MOST_BARE, len(places) - 1)
        near = [*range(max(at - NEAR, 0), at), *range(at + 1, min(last + NEAR, len(places)))]
        joined = "".join(texts_of[other] for other in near)
        for end in range(last, at, -1):
            words = "".join(texts_of[at:end])
            if not SHORTEST <= len(words) <= LONGEST or words[-1] in "，、；：。！？":
                continue
            telling = end > at + 1 or "，" in words  # one short line may be a heading
            if telling and any(f"{mark}{words}" in joined for mark in _MARKS):
                host = next((n for n in near if any(f"{mark}{words[:ANCHOR]}" in texts_of[n] for mark in _MARKS)), at)
                yield at, end, places[host]
                break


def sentences(lines: Sequence[Line], places: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """The same of sentences without marks: two lines or more behind the end of a sentence, narrower than the text."""
    plain = [lines[index].text.plain.strip() for index in places]
    keys = [texts.key(text) for text in plain]
    joined, starts = "".join(keys), [0, *accumulate(map(len, keys))]
    at = 1
    while at < len(places):
        end = _sentence_end(plain, at) if _is_over(lines, places, at) else 0
        words = "".join(keys[at:end])
        if SHORTEST <= len(words) <= LONGEST:
            low, high = max(at - NEAR, 0), min(end + NEAR, len(places))
            found = joined.find(words, starts[low], starts[at])
            found = found if found >= 0 else joined.find(words, starts[end], starts[high])
            wide = median(map(len, plain[low:at] + plain[end:high]))
            if found >= 0 and max(map(len, plain[at:end])) <= NARROWER * wide:
                host = bisect_right(starts, found) - 1
                alone = starts[host] == found and found + len(words) in starts[host : host + MOST_LINES]
                if not (alone and _is_over(lines, places, host)):
                    yield at, end, places[host]
                    at = end - 1
        at += 1


def _sentence_end(plain: Sequence[str], at: int) -> int:
    """Behind which place a sentence ends that begins in a line and ends another; 0 for none."""
    ends = (n + 1 for n in range(at, min(at + MOST_LINES, len(plain))) if texts.ends_sentence(plain[n]))
    end = next(ends, 0)
    return end if end > at + 1 else 0


def _end(lines: Sequence[Line], places: Sequence[int], at: int) -> int:
    """Behind which place a quotation ends that begins a line and ends one; 0 for none."""
    text = lines[places[at]].text.plain.strip()
    closing = _MARKS.get(text[0])
    if closing is None or (at and not _is_over(lines, places, at)):
        return 0
    depth = 0
    for end in range(at, min(at + MOST_LINES, len(places))):
        line = lines[places[end]].text.plain.strip()
        for place, char in enumerate(line):
            depth += (char == text[0]) - (char == closing)
            if depth == 0:
                return end + 1 if place == len(line) - 1 else 0
    return 0


def _is_over(lines: Sequence[Line], places: Sequence[int], at: int) -> bool:
    """Whether what stands above a line is over: it ends a sentence, a blank line or what left stands between."""
    above = lines[places[at - 1]]
    apart = places[at] > places[at - 1] + 1 or lines[places[at]].number > above.number + 1
    return apart or texts.ends_sentence(above.text.plain)


def _host(lines: Sequence[Line], near: Sequence[int], words: str) -> int | None:
    """The line in which words begin that stand in lines one below the other."""
    keys = [texts.key(lines[index].text.plain) for index in near]
    at = "".join(keys).find(words)
    if at < 0:
        return None
    for index, key in zip(near, keys, strict=True):
        at -= len(key)
        if at < 0:
            return index
    return None
