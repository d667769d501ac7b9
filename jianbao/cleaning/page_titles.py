"""The pages of one article pasted one below the other: on top of each the title again, with the page's number.

Before: ``標題 (2)`` and ``222`` on top of the second page, ``標題`` and ``222`` on top of the first.
After: of both pages the title of the first.
Never: a further part of a series, with facts of its own below its title; a number that does not count from 2.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from jianbao import regex as re
from jianbao.cleaning import texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line

SHORTEST = 6
"""Letters of a title."""
HEAD, BELOW = 30, 4
"""Lines with text among which the title stands, and lines below it that each page may have again."""
LONGEST_BELOW = 8
"""Characters of such a line."""

_PAGE = re.compile(r"\s*[（(\[［【_—–-]\s*第?\s*(?P<n>[2-9]|[1-9]\d)\s*(?:[/／]\s*\d{1,2}\s*)?[頁页]?\s*[)）\]］】]?$")
_FACTS = re.compile(r"(?:19|20)\d\d\s?[-/.年]|記者|记者|作者|^文[／/：:]")
"""What stands below the title of an article of its own."""


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Titles of later pages, and what each page has below its title."""
    later = [index for index, line in enumerate(lines) if index and _numbered(line.text.plain)]
    if not later:
        return
    places = texts.filled(lines)
    plain = [lines[index].text.plain.strip() for index in places]
    first = {key: at for at in reversed(range(min(HEAD, len(plain)))) if len(key := texts.key(plain[at])) >= SHORTEST}
    page, title = 1, -1
    gone: set[int] = set()
    for at in (bisect_left(places, index) for index in later):
        match = _PAGE.search(plain[at])
        head = first.get(texts.key(plain[at][: match.start()])) if match else None
        if match is None or head is None or head >= at or title not in (-1, head) or int(match["n"]) != page + 1:
            continue
        if any(_FACTS.search(text) for text in plain[at + 1 : at + 3] if not texts.is_prose(text)):
            continue
        page, title = page + 1, head
        yield whole(places[at], lines[places[at]], f"the title again, on top of page {page}")
        for other in _again(plain, head, at):
            if other not in gone:
                gone.add(other)
                yield whole(places[other], lines[places[other]], "stands below the title on each page")


def _numbered(text: str) -> bool:
    """Whether a line may end with the number of a page: asked of every line."""
    end = text.rstrip()[-3:]
    return any(map(str.isdigit, end)) and len(text) <= 80 and _PAGE.search(text.rstrip()) is not None


def _again(plain: Sequence[str], head: int, at: int) -> list[int]:
    """The short lines that stand below both the title and its repetition."""
    top = {text: head + n for n, text in enumerate(plain[head + 1 : min(head + 1 + BELOW, at)], 1)}
    again: list[int] = []
    for n, text in enumerate(plain[at + 1 : at + 1 + BELOW], 1):
        if text not in top or len(text) > LONGEST_BELOW or texts.ends_sentence(text):
            break
        again += [top[text], at + n]
    return again
