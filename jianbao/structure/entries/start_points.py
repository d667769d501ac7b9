"""What speaks for the start of an article in a run of short lines: points, added up."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise
from statistics import median

from jianbao import moments
from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.blocks.line_words import closes_story, is_section
from jianbao.structure.entries import translations
from jianbao.structure.entries.one_line_stories import one_line_stories
from jianbao.structure.entries.short_runs import runs
from jianbao.structure.heads import imprint_lines, wire_lines, written_dates
from jianbao.structure.heads.title_words import same_title
from jianbao.word_lists import words

ENOUGH = 3
SHORTEST_TEXT = 5
"""Characters of a part that is running text; a letter or number alone is none."""
FIRST, RECORDS = 2, 3
"""Parts among which a file's first line of facts stands, and how many begin with its label where a title is above."""
_ANNEX = re.compile(r"^(?:附件|附錄|附录|附表|附檔|檔案)[一二三四五\d]{0,2}\s*[：:]")
_AROUND = " \u3000：:【】[]"
"""Marks around a label."""
_LABELLED = re.compile(r"^[^\s：:，。「」]{2,6}[：:]")
"""A label at the start of a line: that of a file's first line begins each of its records."""
_PREFIX = re.compile(r"^([^\s：:，。「」]{2,12})[：:]\s*\S")


class Document:
    """What the whole seed says about how its articles look."""

    def __init__(self, known: Sequence[Known], behind: Set[int]) -> None:
        self.known = known
        self.behind = behind
        self.last_han = max((i for i, item in enumerate(known) if shapes.has_han(item.plain)), default=-1)
        self.gap = median([item.part.gap for item in known] or [0])
        first_run = next(runs(known), (0, 0))
        self.date_first = first_run[0] == 0 and bool(known) and bool(known[0].meta and known[0].meta.date)
        self.date_first = self.date_first or _moments_first(known)
        self.first_label = _first_label(known)
        self.signers = {
            shapes.key(re.split(r"[（(]", name)[0])
            for item in known
            if item.role is Role.SIGNATURE and item.meta
            for name in item.meta.authors
        }
        self.signed = sum(
            1 for before, item in pairwise(known) if item.role is Role.SIGNATURE and before.role is Role.BODY
        )
        ruled = [after for item, after in pairwise(known) if item.role is Role.SEPARATOR]
        heads = [item for item in ruled if item.role in (Role.TITLE, Role.META)]
        self.rule_points = 3 if ruled and len(heads) >= 0.8 * len(ruled) else 1
        self.one_line_stories = one_line_stories(known)
        self.dated_items = self._dated_items()

    def _dated_items(self) -> bool:
        """Three or more lines that are nothing but a full date, each before running text, from the beginning on."""
        first = next((index for index, item in enumerate(self.known) if item.role is Role.BODY), 0)
        opening = self.known[first - 1].meta if first else None
        if opening is None or len(opening.date) != 10:
            return False
        count = sum(
            1
            for before, item in pairwise(self.known)
            if item.role is Role.BODY and before.meta is not None and len(before.meta.date) == 10
        )
        return count >= 3

    def has_body(self, begin: int, end: int) -> bool:
        """Whether any running text stands in a range."""
        return any(
            item.role is Role.BLOCK or (item.role is Role.BODY and len(item.plain) >= SHORTEST_TEXT)
            for item in self.known[begin:end]
        )

    def start_in(self, begin: int, end: int, current: int) -> int | None:
        """The part of a run that starts an article, or None."""
        if end >= len(self.known):
            return None
        cut = self._tail_end(begin, end)
        title = next((i for i in range(cut, end) if self._may_be_title(i, current)), None)
        if title is None and self._section_of_page(begin, end):
            return begin
        if title is None:
            first_date = next((i for i in range(cut, end) if self.known[i].meta and self._full_date(i)), None)
            return first_date if self.dated_items and begin > 0 else None
        if self._points(begin, cut, title, end) < ENOUGH:
            return None
        if translations.begins(self.known, title, current, self.last_han):
            return None
        start = title
        while start > cut and self.known[start - 1].role is Role.META:
            start -= 1
        return start

    def _section_of_page(self, begin: int, end: int) -> bool:
        """Whether the only line between two texts names a section, and bulleted items stand below: news in brief."""
        meta = self.known[begin].meta
        section = begin > 0 and end == begin + 1 and meta is not None and bool(meta.series) and not meta.opens
        return section and all(bool(shapes.bullet(item.plain)) for item in self.known[end : end + 2])

    def _full_date(self, index: int) -> bool:
        meta = self.known[index].meta
        return bool(meta and len(meta.date) == 10)

    def _tail_end(self, begin: int, end: int) -> int:
        """Where what belongs to the article before ends within a run: signatures, end marks, desk lines."""
        cut = begin
        if begin == 0:
            return 0
        for index in range(begin, end):
            item = self.known[index]
            if (
                item.role in (Role.END, Role.SEPARATOR)
                or self._closes(index)
                or (item.role is Role.SIGNATURE and cut == index)
                or (item.role in (Role.EDITOR, Role.CAPTION) and cut == index)
                or (item.role is Role.META and cut == index and item.meta and not self._heads(index))
            ):
                cut = index + 1
        return cut

    def _closes(self, index: int) -> bool:
        """Whether a line is a letter's closing formula, or the wish below one."""
        wish = index > 0 and shapes.wants_wish(self.known[index - 1].plain)
        plain = self.known[index].plain
        return shapes.wants_wish(plain) or (wish and shapes.width(plain) <= shapes.LONGEST_WISH)

    def _heads(self, index: int) -> bool:
        """Whether a line of facts right after running text belongs to what comes."""
        meta = self.known[index].meta
        if not meta:
            return False
        if self.first_label and self.known[index].plain.startswith(self.first_label):
            return True
        if meta.title[1] or (meta.posted and meta.authors) or imprint_lines.is_sender(self.known[index].plain):
            return True
        if meta.date:
            after = next((item for item in self.known[index + 1 : index + 9] if item.role is not Role.META), None)
            return self.date_first or (after is not None and after.role is not Role.TITLE)
        section = bool(meta.series or meta.source) and not (meta.authors or meta.affiliation)
        return section and not re.search(r"[：:（(]", self.known[index].plain)

    def _may_be_title(self, index: int, current: int) -> bool:
        item = self.known[index]
        if item.meta is not None and item.meta.title[1]:
            return True
        if item.role is not Role.TITLE or shapes.width(item.plain) < 4 or shapes.is_bracketed(item.plain):
            return False
        reached = self.known[max(index - 1, 0) : index + 1]
        if _ANNEX.match(item.plain) or any(other.plain.strip(_AROUND) in words("contact_labels") for other in reached):
            return False
        mine = shapes.key(item.plain)
        near = (other for other in self.known[current : current + 6] if other is not item)
        return not any(other.role is Role.TITLE and same_title(mine, shapes.key(other.plain)) for other in near)

    def _points(self, begin: int, cut: int, title: int, end: int) -> int:
        known, item = self.known, self.known[title]
        after = known[title + 1 : end]
        points = 0
        if any(fact.meta and fact.meta.opens for fact in after if fact.role in (Role.META, Role.SIGNATURE)):
            points += 3
        if any(fact.meta and fact.meta.date for fact in known[cut:title]):
            points += 3 if self.date_first or self.dated_items else 2
        if any(fact.meta and (fact.meta.series or fact.meta.source) for fact in known[cut:title]):
            points += 2
        if wire_lines.start(known[end].plain):
            points += 3
        if any(fact.role in (Role.SIGNATURE, Role.END) for fact in known[begin:title]):
            points += 3 if self.signed >= 2 else 2
        if begin and closes_story(known[begin - 1].plain):
            points += 3
        if any(fact.role is Role.SEPARATOR for fact in known[begin:title]):
            points += self.rule_points
        if title in self.behind:
            points += 3
        if self._comes_again(title):
            points += 2
        if item.part.gap_after > self.gap and item.part.gap_after >= 2:
            points += 1
        if self._signer_before_colon(item.plain):
            points += 1
        if shapes.is_loud(item.plain) and shapes.width(item.plain) >= 12:
            points += 1
        if self.one_line_stories:
            points += 3
        if item.meta is not None and item.meta.title[1]:
            points += 3
        dated = written_dates.find(item.plain)
        if dated and dated[0].start <= 1 and len(dated[0].iso) == 10:
            points += 2
        if is_section(item.plain):
            points -= 3
        return points

    def _comes_again(self, index: int) -> bool:
        """Whether the title stands once more, perhaps with other dashes or without its author, in the next lines."""
        mine = shapes.key(self.known[index].plain)
        following = self.known[index + 1 : index + 7]
        return len(mine) >= 8 and any(
            item.role is Role.TITLE and same_title(mine, shapes.key(item.plain)) for item in following
        )

    def _signer_before_colon(self, text: str) -> bool:
        match = _PREFIX.match(text)
        if not match:
            return False
        name = shapes.key(match[1])
        return any(name == signer or (len(name) >= 2 and signer.endswith(name)) for signer in self.signers)


def _first_label(known: Sequence[Known]) -> str:
    """The label that begins a file's first line of facts, or the first below a title of all where it comes again."""
    first = next((n for n, item in enumerate(known[:FIRST]) if item.role is Role.META), FIRST)
    opening = _LABELLED.match(known[first].plain) if first < min(FIRST, len(known)) else None
    if opening is None:
        return ""
    again = sum(item.role is Role.META and item.plain.startswith(opening[0]) for item in known)
    return opening[0] if not first or again >= RECORDS else ""


def _moments_first(known: Sequence[Known]) -> bool:
    """Whether each moment with a time zone stands above a title: the entries of a feed that begin with their date."""
    found = [index for index in range(len(known) - 1) if moments.is_moment(known[index].plain)]
    return len(found) >= 2 and all(
        known[index + 1].role is Role.TITLE or index + 1 in found for index in found if known[index].role is Role.META
    )
