"""The abstracts of a conference, one below the other: each an article with its title, writers, text and keywords.

Before: ``場次二　農村與環境`` / ``主持人：某某（某會理事長）`` / title / ``某某（某大學副教授）、某某（某所研究員）`` /
``摘要`` / text / ``關鍵詞：甲、乙``, five times; on top the cover of the conference
After: an article each; the cover holds for all, the lines of a session are printed above its first abstract. A panel,
with ``主持人：`` and ``與談人：`` below its title, is one, too.
So where no 摘要 and no keywords are printed, if each writer has his place in brackets and nothing bears a day.
Never: one paper with its abstract in two languages; a text in which a line above 摘要 is a sentence, or names nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.abstract_label import KEYWORDS, MARK
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.entries.patterns import Entries
from jianbao.structure.heads import abstract_heads, meta_lines
from jianbao.structure.heads.meta_line import MetaLine

FEWEST = 3
"""Abstracts of a file that is a conference's."""
MOST_LINES = 12
"""Lines of a session, a title and its writers above an abstract."""
LONGEST_TITLE = 60
"""Han characters of a title."""
SHORTEST_TEXT = 60
"""Characters of a paragraph."""
MOST_WITHOUT = 0.25
"""Rows of writers below no title, for each one below a title."""
_TALKS = re.compile(r"(?:[與与][談谈]|[討讨][論论]|[對对][談谈]|引言|回[應应])(?:人|者)\s*[：:]")
_PANEL = re.compile(rf"{_TALKS.pattern}|(?:主持|[評评][論论]|主[講讲])(?:人|者)\s*[：:]|座[長长]\s*[：:]")
"""Who talks with whom on a panel, whose text has no writer."""


def find(known: Sequence[Known]) -> tuple[list[Known], Entries]:
    """The parts with the heads of abstracts told, and where each begins; as they were, and none, for any other file."""
    heads = _heads(known)
    if len(heads) < FEWEST or any(_is_text(item) for item in known[: heads[0][0]]):
        return list(known), Entries()
    told = list(known)
    starts: list[int] = []
    for index in range(heads[0][1], len(told)):
        if KEYWORDS.match(told[index].plain):
            told[index] = Known(told[index].part, Role.BODY, meta_lines.parse(told[index].plain))
    for title, end in heads:
        begin = _begin(known, title, starts[-1] if starts else title)
        for at in range(begin, title):
            told[at] = Known(known[at].part, Role.META, MetaLine(desk=True))
        told[title] = Known(known[title].part, Role.TITLE)
        for at in range(title + 1, end):
            told[at] = Known(known[at].part, Role.META, _stated(known[at].plain))
        for at in range(end, len(told) if end == title + 1 else end):
            if not _PANEL.match(told[at].plain):
                break
            told[at] = Known(known[at].part, Role.BODY)
        starts.append(begin)
    return told, Entries(tuple(starts), facts=(None,) * len(starts))


def _heads(known: Sequence[Known]) -> list[tuple[int, int]]:
    """The title of each abstract, and the end of the lines of its writers; none where nobody is named above the first
    label of an abstract or row of keywords, or titles are missing above many writers."""
    marks = [index for index, item in enumerate(known) if item.role is not Role.BLOCK and MARK.match(item.plain)]
    texts = [n for n in range(2, len(known)) if _begins_text(known[n])]
    below = [n for n in texts if _is_placed(known[n - 1])]
    panels = {n: top for n in texts if (top := _panel(known, n))}
    if below and not any(item.meta is not None and len(item.meta.date) == 10 for item in known[below[0] :]):
        marks = sorted({*marks, *below})
    marks = sorted({*marks, *panels})
    heads: list[tuple[int, int]] = []
    if len(marks) < FEWEST:
        return heads
    last = without = 0
    for mark in marks:
        if mark in panels and heads:
            heads.append((panels[mark] - 1, panels[mark]))
            last = mark + 1
            continue
        reach = range(mark - 1, max(last, mark - MOST_LINES) - 1, -1)
        writer = next((at for at in reach if _is_writers(known[at])), None)
        if writer is None and not heads:
            return []
        if writer is not None:
            title, end = writer - 1, writer + 1
            while title > last and (over := _over(known, title)) < title:
                title = over
            while end < mark and _is_place(known[end]):
                end += 1
            if title >= last and _is_title(known[title]):
                heads.append((title, end))
            else:
                without += 1
        last = mark + 1
    return heads if without <= MOST_WITHOUT * len(heads) else []


def _begins_text(item: Known) -> bool:
    return item.role is Role.BODY and not _PANEL.match(item.plain)


def _panel(known: Sequence[Known], text: int) -> int:
    """The first of the lines right above a text that say who is on a panel, a title above them; 0 if there are none."""
    top = text
    while top and _PANEL.match(known[top - 1].plain):
        top -= 1
    several = text - top > 1 or any(_TALKS.match(item.plain) for item in known[top:text])
    return top if top and top < text and several and _is_title(known[top - 1]) else 0


def _is_text(item: Known) -> bool:
    """Whether a part is running text, as no cover and no session has."""
    return item.role is Role.BODY and len(item.plain) >= SHORTEST_TEXT and shapes.ends_sentence(item.plain)


def _is_writers(item: Known) -> bool:
    return item.role is not Role.BLOCK and abstract_heads.writers(item.plain) is not None


def _is_placed(item: Known) -> bool:
    """Whether a line is writers, each with where he works in brackets."""
    stated = abstract_heads.writers(item.plain) if item.role is not Role.BLOCK else None
    return stated is not None and item.plain.count("（") + item.plain.count("(") == len(stated.authors)


def _is_title(item: Known) -> bool:
    text = item.plain
    fits = item.role is not Role.BLOCK and shapes.width(text) <= LONGEST_TITLE
    return fits and not shapes.ends_sentence(text) and not MARK.match(text)


def _begin(known: Sequence[Known], title: int, last: int) -> int:
    """The first of the lines of a session above a title: they stand behind the text or the keywords of another."""
    begin = title
    while begin > last + 1 and title - begin < MOST_LINES and not _closes(known[begin - 1]):
        begin -= 1
    return begin


def _closes(item: Known) -> bool:
    text = item.plain
    return item.role is Role.BLOCK or shapes.ends_sentence(text) or bool(KEYWORDS.match(text))


def _over(known: Sequence[Known], index: int) -> int:
    """The part above a line of writers, or above the places of one where another stands below; ``index`` if it is
    neither."""
    at = index
    while at > 0 and _is_place(known[at]) and not _is_writers(known[at]):
        at -= 1
    return at - 1 if _is_writers(known[at]) else index


def _is_place(item: Known) -> bool:
    """Whether a line below writers says where they work."""
    return item.role is not Role.BLOCK and not MARK.match(item.plain) and abstract_heads.is_place(item.plain)


def _stated(text: str) -> MetaLine:
    """What a line below the title states: writers, or where they work."""
    stated = abstract_heads.writers(text)
    return MetaLine(affiliation=abstract_heads.works(text), desk=True) if stated is None else stated
