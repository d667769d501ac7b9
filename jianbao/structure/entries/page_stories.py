"""Stories of a newspaper's page or a newsletter under bare headlines: no reporter, no date, no mark parts them.

Before: below the page's own head (``海口時報　3月10日　星期二　第七版``) a story with its reporter, then
``漁會改選　鄭添財連任總幹事`` and a paragraph, then the next headline.
After: each headline starts an article; so does one with what it is in front of it: ``社論：停水之前，先問漏水``.
Never: the heading of a part: it is shorter, or the text below it goes on about what stands above it; clippings, which
have a day each.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.blocks.line_words import is_section
from jianbao.structure.entries import news_in_brief, short_runs
from jianbao.structure.heads import masthead
from jianbao.structure.layout import jump_marks
from jianbao.word_lists import either

NARROWEST, WIDEST = 6, 32
"""Han characters of a headline."""
BESIDE = 10
"""Han characters of a headline where all others name their reporters: a shorter line alone is a heading there; of most
headlines of a newsletter: else they are headings of one story."""
SHORTEST = 30
"""Characters of a story."""
LEAST = 2
"""Bare headlines on a page, or one beside those with reporters."""
SHARED = 0.06
"""Share of a text's runs of three characters that come above it where it is a part of the same story."""
STORIES = 3
"""Stories of a page whose number does not stand on top."""
HEAD = 8
"""Parts of a story among which its day stands."""
PARTS = 40
"""Parts above it that are looked at."""
SAMPLE = 2000
"""Characters of the text above that are looked at."""

_LABELLED = re.compile(rf"^{either('series')}\s?[：:｜|／]\s?\S")
"""What kind of piece it is, in front of a headline: 社論：, 讀者投書｜."""
_HAN = re.compile(r"[\u3400-\u9fff]{3,}")


def more(known: Sequence[Known], starts: Sequence[int]) -> list[int]:
    """The starts, with those that only the texts themselves tell, where the seed is the page of a newspaper."""
    letter = masthead.is_newsletter(known)
    paged = letter or masthead.is_page(known)
    if sum(_is_dated(known, start) for start in starts[1:]) >= LEAST:
        return list(starts)
    if not paged and not (len(starts) >= STORIES and masthead.is_issue(known)):
        return list(starts)
    found: list[int] = []
    begins = {*starts}
    current = bare = 0
    signed = len(starts) > 1 and all(_is_signed(known, start) or _is_rest(known, start) for start in starts)
    for (begin, end), after in pairwise([*short_runs.runs(known), (len(known), len(known))]):
        own = next((index for index in range(begin, end) if index in begins), None)
        if own is not None or begin == 0 or end == len(known):
            current = current if own is None else own
            continue
        title = next((index for index in range(begin, end) if known[index].role is Role.TITLE), None)
        if title is not None and _LABELLED.match(known[title].plain) and known[end].role is Role.BODY:
            begins.add(title)
            current = title
            continue
        if not paged or title is None or not _is_headline(known[title].plain) or known[end].role is not Role.BODY:
            continue
        if signed and end - begin == 1 and shapes.width(known[title].plain) < BESIDE:
            continue
        bare += 1
        if are_apart(known[max(current, begin - PARTS) : begin], known[end : after[0]]):
            found.append(title)
            current = title
    wide = sum(shapes.width(known[index].plain) >= BESIDE for index in found)
    if letter and wide < max(LEAST, bare / 2):
        return list(starts)
    within = {at for index, end in news_in_brief.columns(known).items() for at in range(index + 1, end)}
    found, begins = [at for at in found if at not in within], begins - within
    return sorted({*begins, *found}) if len(found) >= (LEAST if len(starts) == 1 else 1) else sorted(begins)


def are_apart(above: Sequence[Known], below: Sequence[Known]) -> bool:
    """Whether a text does not go on about what stands above it."""
    text = _text(below)
    return len(text) >= SHORTEST and _shared(_text(above)[-SAMPLE:], text) < SHARED


def _is_dated(known: Sequence[Known], start: int) -> bool:
    """Whether a story has a day of its own over its text, as a clipping has and no story of a page."""
    for index in range(start, min(start + HEAD, len(known))):
        item = known[index]
        if item.role is Role.BODY:
            return False
        if item.meta is not None and len(item.meta.date) == 10:
            return True
    return False


def _is_signed(known: Sequence[Known], start: int) -> bool:
    """Whether a story names who wrote it above its text."""
    head = takewhile(lambda item: item.role is not Role.BODY, known[start : start + HEAD])
    return any(item.meta is not None and item.meta.authors for item in head)


def _is_rest(known: Sequence[Known], start: int) -> bool:
    """Whether a story says above its text that it began on another page."""
    head = takewhile(lambda item: item.role is not Role.BODY, known[start : start + HEAD])
    return any(jump_marks.comes_from(item.plain) for item in head)


def _is_headline(text: str) -> bool:
    return NARROWEST <= shapes.width(text) <= WIDEST and not is_section(text) and not shapes.is_bracketed(text)


def _text(items: Sequence[Known]) -> str:
    return "\n".join(item.plain for item in items if item.role is Role.BODY)


def _shared(above: str, below: str) -> float:
    """Share of the runs of three characters of a text that come in the text above it."""
    own = _threes(below)
    return len(own & _threes(above)) / len(own) if own else 0.0


def _threes(text: str) -> set[str]:
    return {run[at : at + 3] for run in _HAN.findall(text) for at in range(len(run) - 2)}
