"""Whether the texts under marked headlines are the sections of one piece: a letter, an issue, a report.

Before: number and day of an issue / its title / ``早安。今年第二十六號颱風離開後，…`` / ``1　海口：渡輪等橋`` / text /
``2　宿霧：…`` / text. After: one article, the marked lines its headings, whatever the mark: 1　, 01　, 1., ▍, ■, 【1】,
or none, where the title of the issue stands right above the greeting.
Never: items that say by themselves who wrote them, where they are from or when they came out; news below a greeting
alone; items whose headlines stand below the names of sections.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks import numbering
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.entries import digests
from jianbao.structure.entries.entry_marks import GREETING, Letter
from jianbao.structure.entries.entry_page import Page
from jianbao.structure.heads import imprint_lines

SHORTEST_TITLE = 6
"""Han characters of the title of an issue."""
LETTER, OPENING = 60, 40
"""Characters of what is said above the first section, at least: where the sections may state facts of their own, and
where they do not."""

_SUBJECT = re.compile(r"^(?:主旨|主題|主题|標題|标题|Subject)\s*[：:]", re.I)
_SECTIONS = "一"
"""The scheme of numbers in front of the sections of one text."""


def is_one(page: Page, starts: Sequence[int]) -> bool:
    """Whether the entries that start at some parts are sections of one piece."""
    bare = not _mark(page, starts[0])[0]
    greets = bare and any(GREETING.match(page.known[n].plain) for n in range(starts[0] + 1, starts[1]) if page.size(n))
    starts = starts[1:] if bare else starts
    opening = page.known[: starts[0]]
    marks = [_mark(page, start) for start in starts]
    if len({mark for mark, _ in marks}) > 1 or not (marks[0][0] or greets):
        return False
    said = sum(len(item.plain) for item in opening if _says(item))
    numbers = [number for _, number in marks]
    counted = numbers[0] == 1 and all(before < after for before, after in pairwise(numbers))
    if any(numbers) and not counted:
        return False
    if counted and _is_sent(opening, said, marks[0][0]):
        return True
    return said >= OPENING and not _states_facts(page, starts)


def _is_sent(opening: Sequence[Known], said: int, scheme: str) -> bool:
    """Whether numbered parts are those of one letter: its subject is printed once more as a title of its own above a
    greeting and a text, or a mail's header stands above sections (一、)."""
    subject = next((shapes.key(item.plain) for item in opening if _SUBJECT.match(item.plain)), "")
    title = any(
        item.role is Role.TITLE and shapes.width(item.plain) >= SHORTEST_TITLE and shapes.key(item.plain) in subject
        for item in opening
    )
    sent = bool(subject) and any(imprint_lines.is_sender(item.plain) for item in opening)
    return (title and said >= LETTER) or (sent and scheme == _SECTIONS)


def _says(item: Known) -> bool:
    """Whether a part is running text, or words to the readers."""
    return item.role in (Role.BODY, Role.EDITOR) and shapes.ends_sentence(item.plain)


def _mark(page: Page, index: int) -> tuple[str, int]:
    """What marks the headline at which an entry starts, and its number; nothing where a section's name starts it."""
    plain = page.known[index].plain
    if page.letters[index] is not Letter.TITLE:
        return "", 0
    if numbered := numbering.scheme(plain):
        return numbered.scheme, numbered.value
    return (plain[0], 0) if shapes.bullet(plain) or plain[0] == "【" else ("", 0)


def _states_facts(page: Page, starts: Sequence[int]) -> bool:
    """Whether most sections say who wrote them, where they are from or when they came out, in a line of their own."""
    bounds = [*pairwise((*starts, len(page.known)))]
    own = sum(_states_own(page, begin, end) for begin, end in bounds)
    return own >= digests.OFTEN * len(bounds)


def _states_own(page: Page, begin: int, end: int) -> bool:
    head = page.known[begin + 1 : next((n for n in range(begin + 1, end) if page.size(n)), end)]
    return (
        bool(digests.said_by(page, begin, end))
        or any(item.meta is not None and item.meta.opens for item in head)
        or any(page.letters[n] is Letter.STAMP for n in range(begin, end))
    )
