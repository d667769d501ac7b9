"""Whether a file is a letter to readers or a paper of the day: short news under headlines, one below the other.

The same headlines may part an essay. What tells is added up: how the file opens (the number or the day of an issue, a
greeting, a name such as 晨報), what stands below its texts (where each was taken from) and above them (sections).
Never: a text whose writer is named in its head, or whose head has a title that its text speaks of; minutes, statutes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.blocks.line_words import is_section
from jianbao.structure.entries import entry_bounds, entry_marks, stamps
from jianbao.structure.entries.entry_marks import GREETING, MADE_BY, TAG, Letter, is_greeting
from jianbao.structure.entries.entry_page import FEWEST, Group, Page
from jianbao.structure.heads import imprint_lines, persons, title_words
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.structure.parts import Part
from jianbao.word_lists import either

ENOUGH, ENOUGH_BARE = 4, 5
"""Points of a digest whose headlines are marked, and of one whose headlines are not."""
HEAD = 16
"""Parts above the first headline, at most."""
GREETING_SIZE = 320
"""Characters of what a digest says to its readers above its first headline."""
OFTEN = 0.6
"""Share of the items that say where they are from."""
SAID = 0.34
"""Share of a line's pairs of letters that come in the text of which it is the title."""
SAMPLE = 6000
"""Characters of the text that are looked at."""
NARROW = 8
"""Han characters of a headline that says what has happened."""

_NAME = re.compile(either("digest_names"), re.I)
_NUMBER = re.compile(r"[#＃]\s?\d{1,4}\b")
_LABEL = rf"(?:(?:{either('source_labels')}|取材自|摘自|綜合|综合|據|据|via)\s*[：:／/]?\s*)?"
_OUTLET = r"(?P<name>[A-Za-z\u3400-\u9fff《][A-Za-z\u3400-\u9fff《》·、／/ .&]{1,22}?)"
_FROM_LINE = re.compile(
    rf"^(?:[-–—─]{{1,2}}\s*|[（(【〔\[]\s*|(?={either('source_labels')}\s*[：:／/])){_LABEL}{_OUTLET}\s*[)）】〕\]]?$",
    re.I,
)
_FROM_END = re.compile(rf"(?<=[。！？」』])\s*(?:[（(【〔\[]\s*{_LABEL}{_OUTLET}\s*[)）】〕\]])。?$", re.I)
"""Where an item is from, in a line below its text and in brackets behind it."""


def is_digest(page: Page, heads: Sequence[int], bare: bool) -> bool:
    """Whether the texts under some headlines are items of a digest; ``bare``: the headlines have no mark."""
    first = heads[0]
    while first and page.letters[first - 1] in (Letter.SECTION, Letter.NUMBER):
        first -= 1
    opening = page.known[:first]
    if not opening or first > HEAD or sum(page.size(n) for n in range(first)) > GREETING_SIZE:
        return False
    if is_section(page.known[heads[-1]].plain.strip("一二三四五六七八九十0123456789、. ")):
        return False
    opened = _opening(page, opening, heads)
    if opened is None:
        return False
    points = opened + _items(page, heads) + _closing(page, heads[-1])
    return points >= (ENOUGH_BARE if bare else ENOUGH)


def is_list(page: Page, heads: Sequence[int]) -> bool:
    """Whether headlines with a paragraph each are the list of a tag, a section or a search: links to its other pages
    stand below, and above the name of the tag or how many stories there are, but no day and no writer."""
    opening = page.known[: heads[0]]
    if any(item.meta is not None and (item.meta.date or item.meta.authors) for item in opening):
        return False
    bounds = (*heads, len(page.known))
    single = sum(sum(bool(page.size(n)) for n in range(*pair)) == 1 for pair in pairwise(bounds))
    tagged = any(TAG.match(item.plain) or (item.meta is not None and item.meta.tags) for item in opening)
    return page.seen.of_list and tagged and single >= OFTEN * len(heads)


def _opening(page: Page, opening: Sequence[Known], heads: Sequence[int]) -> int | None:
    """Points of what stands above the first headline; None where it is the head of one text."""
    text = "\n".join(item.plain for n, item in enumerate(page.known) if n >= heads[0] and page.size(n))[:SAMPLE]
    said = title_words.pairs_of(text)
    keys = {shapes.key(page.known[index].plain) for index in heads}
    points, named, dated, listed = 0, False, False, 0
    for index, item in enumerate(opening):
        plain, meta = item.plain, item.meta
        stamp = page.stamps.get(index)
        if any(key and key in shapes.key(plain) for key in keys) or _contents(plain, keys):
            listed += 1
            continue
        issue = bool(imprint_lines.ISSUE.search(plain) or _NUMBER.search(plain) or (meta and meta.issue))
        dated = dated or bool((meta and meta.date) or (stamp and (stamp.date or stamp.day)))
        greets = item.role is Role.EDITOR or bool(GREETING.match(plain))
        made_by = bool(MADE_BY.match(plain))
        if meta and meta.authors and not made_by and not issue:
            return None
        points += 2 * issue + 2 * greets
        own = bool(_NAME.search(plain)) and shapes.width(plain) <= 24
        named = named or (own and not page.size(index))
        if page.letters[index] is Letter.TITLE and not (issue or greets or own or made_by or stamp):
            if persons.names_in(plain):
                return None
            points -= 3 if title_words.share(plain, said) > SAID else 0
    return points + 2 * named + dated + (listed >= len(heads) - 1)


def _contents(plain: str, keys: set[str]) -> bool:
    """Whether a line is a headline again, behind a mark of its own."""
    mine = shapes.key(plain)
    return len(mine) > 4 and any(mine in key or key in mine for key in keys)


def _items(page: Page, heads: Sequence[int]) -> int:
    """Points of the items: they say where they are from, or stand in sections; their headlines are wide enough."""
    bounds = (*heads, len(page.known))
    known = [name for begin, end in pairwise(bounds) if (name := said_by(page, begin, end))]
    sections = sum(page.letters[head - 1] is Letter.SECTION for head in heads if head)
    wide = median(shapes.width(page.known[head].plain) for head in heads)
    points = 0
    if len(known) >= OFTEN * len(heads) and len({*known}) >= 2:
        points += 3
    points += 2 if 2 <= sections <= len(heads) else 0
    return points - (2 if wide < NARROW else 0)


def said_by(page: Page, begin: int, end: int) -> str:
    """The outlet of an item, or the address below it; empty if it states neither."""
    links = (page.known[n].plain for n in range(begin, end) if page.letters[n] is Letter.LINK)
    return _outlet(page, begin, end)[0] or next(links, "")


def facts(
    page: Page, bounds: Sequence[int], stated: Sequence[tuple[MetaLine, Part] | None]
) -> tuple[tuple[MetaLine, Part] | None, ...]:
    """What the entries of a digest state, with the outlets that stand below their texts or behind them, if most do."""
    found = [_outlet(page, begin, end) for begin, end in pairwise(bounds)]
    if sum(bool(name) for name, _ in found) < OFTEN * len(found):
        return tuple(stated)
    told: list[tuple[MetaLine, Part] | None] = []
    for (name, place), before in zip(found, stated, strict=True):
        meta = before[0] if before else MetaLine()
        part = page.known[place].part
        told.append((replace(meta, source=meta.source or name), before[1] if before else part) if name else before)
    return tuple(told)


def _outlet(page: Page, begin: int, end: int) -> tuple[str, int]:
    """Where an item is from, as a short line below its text or brackets at its end say; and in which part."""
    lone = page.seen.lone
    below = page.known[end].part.first if end < len(page.known) else page.known[-1].part.last + 3
    for index in range(end - 1, begin, -1):
        plain = page.known[index].plain
        if page.letters[index] in (Letter.LINK, Letter.RULE):
            if name := stamps.reads_at(plain):
                return name, index
            continue
        alone = (lone[line] for line in range(page.known[index].part.last + 1, below) if line in lone)
        name = next((match["name"].strip() for text in alone if (match := _FROM_LINE.match(text))), "")
        if name and page.size(index):
            return name, index
        short = shapes.width(plain) <= stamps.WIDEST_PIECE + 6
        match = _FROM_LINE.match(plain) if short else _FROM_END.search(plain[-40:])
        name = match["name"].strip() if match else ""
        if name and not persons.is_name(name):
            return name, index
        if page.size(index) or page.letters[index] is Letter.TITLE:
            break
    return "", begin


def _closing(page: Page, last: int) -> int:
    """A point if the file ends in words to its readers."""
    below = page.known[max(last + 2, len(page.known) - 3) :]
    return int(any(entry_bounds.speaks_to_readers(item.plain) for item in below))


def anchors(page: Page) -> Iterator[tuple[list[Group], tuple[str, bool]]]:
    """What parts a digest, as ``Page.anchors`` does: headlines behind one kind of mark, below numbers, or bare; at last
    the names of sections."""
    opens = entry_marks.is_letter_to_readers(page.known, page.letters)
    for heads, bare in (*((found, False) for found in _marked(page)), (_bare(page), True)):
        if len(heads) < FEWEST:
            continue
        if (opens and not bare) or is_digest(page, heads, bare) or (bare and is_list(page, heads)):
            yield [(n, n) for n in heads], ("below", False)
    if opens:
        yield [(n, n + 1) for n, letter in enumerate(page.letters) if letter is Letter.SECTION], ("below", False)


def _marked(page: Page) -> Iterator[list[int]]:
    yield from entry_marks.marked(page.known, page.letters)
    yield [n + 1 for n, letter in enumerate(page.letters[:-2]) if letter is Letter.NUMBER and page.is_text(n + 2)]


def _bare(page: Page) -> list[int]:
    return [
        n
        for n, letter in enumerate(page.letters[:-1])
        if letter is Letter.TITLE
        and page.is_text(n + 1)
        and page.known[n].role is Role.TITLE
        and not is_greeting(page.known[n].plain)
    ]
