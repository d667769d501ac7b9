"""Where the entries of a file start and end, once it is known what repeats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from jianbao import regex as re
from jianbao.structure.entries.entry_marks import Letter
from jianbao.structure.entries.entry_page import FEWEST, STEADY, Group, Page
from jianbao.structure.heads import desk_credits
from jianbao.word_lists import either

LONGEST_CALL = 80
"""Characters of a line at a file's end that speaks to its readers."""

_TO_READERS = re.compile(either("to_readers"), re.I)
_ASIDE = re.compile(r"「[^「」]*」|『[^『』]*』|“[^“”]*”|[（(【\[〔][^（()）【】\[\]〔〕]*[)）】\]〕]")
"""What somebody says, and what brackets say: a text's own words do not speak so."""
SURE = 2
"""Different words to readers in one line that leave no doubt."""


def speaks_to_readers(text: str) -> bool:
    """Whether a short line speaks to those who read a letter or a paper."""
    return bool(_words_to_readers(text))


def _words_to_readers(text: str) -> frozenset[str]:
    """The words of a short line that speak to readers; words in quotes or brackets do so only where no others are."""
    if len(text) > LONGEST_CALL or not _TO_READERS.search(text):
        return frozenset()
    if desk_credits.without_credits(text) not in ("", text.rstrip()):
        return frozenset()  # who edited a story stands behind its last sentence
    return frozenset(_TO_READERS.findall(_ASIDE.sub("", text).strip() or text))


def below_head(page: Page, groups: Sequence[Group]) -> Sequence[Group]:
    """The anchors without those in a file's head: no text stands between them and the next, or none above them, and
    they alone say nothing of a day.
    """
    first = int(_names_file(page, groups))
    while first + 1 < len(groups) and not any(map(page.is_text, range(groups[first][1], groups[first + 1][0]))):
        first += 1
    return groups[first + (first + 1 < len(groups) and _greets(page, groups[first], groups[first + 1][0])) :]


def _names_file(page: Page, groups: Sequence[Group]) -> bool:
    """Whether the first anchor says only whose file it is: what stands on top without a day, over anchors with one."""
    first, *later = groups or [(0, 0)]
    if len(later) < FEWEST or any(map(page.is_text, range(first[0]))):
        return False
    return not _dated(page, first) and all(_dated(page, group) for group in later)


def _dated(page: Page, group: Group) -> bool:
    stamp = page.stamp(group)
    return bool(stamp.date or stamp.day or stamp.ago is not None)


def _greets(page: Page, group: Group, following: int) -> bool:
    """Whether below an anchor that has no headline above it a text stands without one, and the first headline below."""
    titles = [n for n in range(following) if page.letters[n] is Letter.TITLE]
    return bool(titles) and titles[0] > group[1] and page.is_text(group[1])


def way(page: Page, groups: Sequence[Group]) -> str:
    """Where the anchors stand: ``above`` the text and below the headline, ``below`` nothing, at the ``end``."""
    letters, size = page.letters, len(page.letters)
    above = sum(a > 0 and letters[a - 1] is Letter.TITLE and b < size and page.is_text(b) for a, b in groups)
    if above >= STEADY * len(groups):
        return "above"
    before = sum(b < size and letters[page.past_section(b)] is Letter.TITLE for a, b in groups)
    ends = (Letter.TITLE, Letter.RULE, Letter.SECTION, Letter.NUMBER)
    closed = sum(page.is_text(a - 1) and (b == size or letters[b] in ends) for a, b in groups[:-1])
    first, last = groups[0], groups[-1]
    trailing = page.is_text(last[0] - 1) and not page.goes_on(last[1])
    if closed >= STEADY * (len(groups) - 1) and page.is_text(first[0] - 1) and trailing:
        return "end"
    return "below" if before >= STEADY * (len(groups) - trailing) else ""


def starts(page: Page, groups: Sequence[Group], way: str) -> list[int]:
    """The first part of each entry; a section's name above a headline belongs to the entry."""
    if way == "rule":
        found = _behind_rules(page, groups)
    elif way == "below":
        found = _at_anchors(page, groups)
    elif way == "above":
        runs = [page.titles_before(a) for a, _ in groups]
        usual = Counter(run for run in runs if run).most_common(1)
        found = [a - min(run, usual[0][0]) for (a, _), run in zip(groups, runs, strict=True) if run] if usual else []
    else:
        found = _behind_anchors(page, groups)
    return [page.with_section(start) for start in found]


def _behind_rules(page: Page, groups: Sequence[Group]) -> list[int]:
    """Headlines behind rules, and the one above the first rule; none where rules stand elsewhere too."""
    letters, size = page.letters, len(page.letters)
    found = [b for _, b in groups if b < size and letters[page.past_section(b)] is Letter.TITLE]
    if len(found) < len(groups) - 1:
        return []
    found = [start for start in found if start + 1 < size and letters[start + 1] is not Letter.RULE]
    lead = _labelled_above(page, groups[0][0])
    lead = _entry_above(page, groups[0][0]) if lead is None else lead
    return found if lead is None else [lead, *found]


def _labelled_above(page: Page, anchor: int) -> int | None:
    """Where the entry above the first anchor starts, if a label says what its title is."""
    lead = next((n for n in range(anchor) if (meta := page.known[n].meta) is not None and meta.title[1]), anchor)
    return lead if any(map(page.is_text, range(lead, anchor))) else None


def _at_anchors(page: Page, groups: Sequence[Group]) -> list[int]:
    """Anchors above headlines. What stands behind the last text closes an entry: as many lines of each anchor do."""
    last = groups[-1]
    closing = last[1] - last[0] if not page.goes_on(last[1]) and page.is_text(last[0] - 1) else 0
    size = len(page.letters)
    return [min(a + closing, b) for a, b in groups if b < size and page.letters[page.past_section(b)] is Letter.TITLE]


def _behind_anchors(page: Page, groups: Sequence[Group]) -> list[int]:
    """Headlines behind anchors, and the one above the first anchor's text."""
    ends = [b for _, b in groups]
    runs = [page.titles_behind(b) for b in ends[:-1]]
    usual = Counter(run for run in runs if run).most_common(1)
    lead = _entry_above(page, groups[0][0], usual[0][0]) if usual else None
    if lead is None:
        return []
    found = [b for b, run in zip(ends[:-1], runs, strict=True) if run]
    found += [ends[-1]] if page.goes_on(ends[-1]) and page.titles_behind(ends[-1]) else []
    return [lead, *map(page.past_rules, found)]


def _entry_above(page: Page, anchor: int, usual: int = 1) -> int | None:
    """Where the entry above the first anchor starts: the headline over its text and facts; None if there is none."""
    for text in filter(page.is_text, range(anchor)):
        below = text
        while below and page.letters[below - 1] in (Letter.STAMP, Letter.FACT):
            below -= 1
        if below and page.letters[below - 1] is Letter.TITLE:
            return below - min(page.titles_before(below), usual)
    return None


def end(page: Page, first_parts: Sequence[int], groups: Sequence[Group], way: str) -> int:
    """Where the file's own tail begins: behind the last anchor, or what speaks to readers below the last text."""
    size = len(page.letters)
    least = next((n for n in range(first_parts[-1], size) if page.size(n)), size - 1) + 1
    if way == "end" and groups[-1][1] > first_parts[-1]:
        return groups[-1][1]
    end = size
    stamped = way != "rule"
    while end > least and (
        page.letters[end - 1] in (Letter.RULE, Letter.TITLE, Letter.FACT)
        or (page.letters[end - 1] is Letter.STAMP and stamped and not _usual_at_end(page, first_parts))
        or (page.size(end - 1) and _is_call(page, end - 1, first_parts))
    ):
        end -= 1
    return end if _clean_ends(page, first_parts) else size


def _is_call(page: Page, index: int, first_parts: Sequence[int]) -> bool:
    """Whether a paragraph below the last entry's text speaks to the file's readers: with more than one word of theirs,
    or apart from the entry, or as one paragraph more than any other entry has."""
    said = _words_to_readers(page.known[index].plain)
    if len(said) != 1:
        return len(said) >= SURE
    counts = [sum(map(page.is_text, range(*pair))) for pair in pairwise(first_parts)]
    texts = [n for n in range(first_parts[-1], index) if page.is_text(n)]
    usual = max((page.known[n].part.gap for n in texts[1:]), default=page.known[index].part.gap)
    return (
        len(texts) >= max(counts)
        or page.known[index].part.gap > usual
        or page.letters[index - 1] in (Letter.RULE, Letter.TITLE)
    )


def _usual_at_end(page: Page, first_parts: Sequence[int]) -> bool:
    """Whether the entries end in a stamp."""
    return sum(page.letters[start - 1] is Letter.STAMP for start in first_parts[1:]) >= STEADY * (len(first_parts) - 1)


def _clean_ends(page: Page, first_parts: Sequence[int]) -> bool:
    """Whether no entry but the last ends in a short line."""
    return not any(page.letters[start - 1] is Letter.TITLE for start in first_parts[1:])
