"""A title printed again a few lines further down: at a page break, or as head of a web page and again of its text.

Before: the same long line, which ends no sentence, twice within a dozen lines.
``標題_頻道_某某網`` above a line ``標題``. ``某某觀察 · 總第31期 · 2026年第2號`` on top and at the end of all.
After: the first; of a page's name in the browser nothing.
Never: short lines (優點, 問題), lines that open a list with a colon, lines that end a sentence, lines far apart,
members of a list (the first of the two stands at the text's beginning or behind a complete sentence), the first line
of a paragraph that is said again to its end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from jianbao import regex as re
from jianbao.cleaning import texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line

SHORTEST, LONGEST = 12, 80
"""Characters of a title that is looked for again."""
LONGEST_JOINED = 3 * LONGEST
"""Characters of a title with what stands behind it."""
HEAD = 2
"""Lines with text at the beginning of a seed, where any may be a title."""
NEAR = 10
"""Lines with text between the two at most."""

TOP = 3
"""Lines with text on top and at the end of all among which the head of a page stands."""
_NUMBERED = re.compile(r"\d|第[一二三四五六七八九十百]+[期號号卷]")
"""What tells a head of a periodical from a refrain: it has a number."""
SHORTEST_PIECE = 8
"""Letters of a title that stands in front of its site's name."""

_JOINED = re.compile(r"\s*[_|｜»]\s*|\s+[-–—]\s+|(?<=[\u3400-\u9fff])[-–](?=[\u3400-\u9fff])")
_NO_TITLE = re.compile(r"[，、；：,;:]\s*$|(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d")
"""A line that opens something, or that states a day: each article of a dump has its own."""
_DAY = re.compile(r"中[華华]民[國国]\w{2,3}年\w{1,3}月\w{1,3}日$")
"""The day of an official paper, which its copy states once more."""


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Later occurrences of a title, near the first. What leaves does not count in the distance."""
    seen: dict[str, tuple[int, int]] = {}
    before, place = "", 0
    places = texts.filled(lines)
    named = _named_page(lines, places)
    if named is not None:
        yield whole(named, lines[named], "the name of a browser's page; the title stands alone below")
    heads = {
        text for text in (lines[index].text.plain.strip() for index in places[:TOP]) if _NUMBERED.search(_words(text))
    }
    ends = frozenset(places[max(len(places) - TOP, NEAR) :])
    below = dict(pairwise(places))
    for index in places if named is None else places[1:]:
        text = lines[index].text.plain.strip()
        words = _words(text)
        if words in seen and place - seen[words][0] <= NEAR:
            if _goes_on(lines, below, seen[words][1], index):
                continue
            yield whole(index, lines[index], "the same line stands shortly before")
            continue
        if index in ends and text in heads:
            yield whole(index, lines[index], "the head of the page, printed again at its end")
            continue
        if words and (place < HEAD or texts.ends_sentence(before)):
            seen[words] = place, index
        before, place = text, place + 1


def _goes_on(lines: Sequence[Line], below: Mapping[int, int], first: int, later: int) -> bool:
    """Whether what stands below a line at two places is one and the same end of a sentence: a paragraph said again."""
    one, other = (lines[below[index]].text.plain.strip() if index in below else "" for index in (first, later))
    return one == other and texts.ends_sentence(one)


def _named_page(lines: Sequence[Line], places: Sequence[int]) -> int | None:
    """A first line that is a title, a channel and a site joined by marks, where the title stands alone just below."""
    plain = [lines[index].text.plain.strip() for index in places[: NEAR + 1]]
    joined = _JOINED.split(plain[0]) if plain and len(plain[0]) <= LONGEST_JOINED else []
    pieces = {texts.key(piece) for piece in joined if len(joined) >= 2}
    alone = any(len(texts.key(text)) >= SHORTEST_PIECE and texts.key(text) in pieces for text in plain[1:])
    return places[0] if alone else None


def _words(text: str) -> str:
    """The letters of a line that may be a title; empty for any other."""
    if not SHORTEST <= len(text) <= LONGEST or texts.ends_sentence(text) or _NO_TITLE.search(text) or "。" in text:
        return ""
    words = texts.key(text)
    return "" if len(words) < SHORTEST or words.isdigit() or _DAY.match(words) else words
