"""The lines of a file as letters, with what a search for a pattern asks about them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from jianbao.structure.blocks.known import Known
from jianbao.structure.entries import entry_marks, stamps
from jianbao.structure.entries.entry_marks import Letter
from jianbao.structure.heads import masthead
from jianbao.structure.traces import Traces

FEWEST = 3
"""Entries that make a pattern."""

STEADY = 0.8
"""Share of the anchors that stand as the pattern says."""

SHORTEST_STORY = 40
"""Characters of a text below a headline that are another entry, and no words to readers; or half of what is usual."""

Group = tuple[int, int]
"""An anchor: half-open range of parts. An empty one stands between two parts."""


class Page:
    """``stamps``: the stamps by part; ``inside`` those in brackets at the start or the end (``last``) of a text;
    ``read_on``: parts right behind a button to read on."""

    def __init__(self, known: Sequence[Known], seen: Traces) -> None:
        self.known = known
        self.seen = seen
        self.letters = entry_marks.letters(known)
        texts_of = [size for n in range(len(known)) if (size := self.size(n))]
        self.least = min(SHORTEST_STORY, median(texts_of or [0]) / 2)
        self.stamps = {
            index: stamp
            for index, letter in enumerate(self.letters)
            if letter is Letter.STAMP and (stamp := entry_marks.stamp(known[index]))
        }
        texts = [(i, stamps.beside(item.plain)) for i, item in enumerate(known) if self.letters[i] is Letter.TEXT]
        self.inside = {i: found[0] for i, found in texts if found}
        self.last = {i for i, found in texts if found and not found[1]}
        self.read_on = [
            index + 1
            for index, item in enumerate(known)
            if not seen.buttons.isdisjoint(
                range(item.part.last + 1, known[index + 1].part.first if index + 1 < len(known) else item.part.last + 4)
            )
        ]

    def anchors(self) -> Iterator[tuple[list[Group], tuple[str, bool]]]:
        """Ranges of anchors of each kind, with where they stand (empty: anywhere) and whether they prove little."""
        rules = [(i, i + 1) for i, letter in enumerate(self.letters) if letter is Letter.RULE]
        if len(rules) >= FEWEST - 1:
            yield rules, ("rule", False)
        stamped = self._groups(Letter.STAMP)
        if stamped:
            says = sum(1 for group in stamped if self.stamp(group).says_where)
            yield stamped, ("", says < STEADY * len(stamped))
        yield self._groups(Letter.LINK), ("", True)
        if not masthead.is_page(self.known):
            yield [group for group in self._groups(Letter.FACT) if self._signed(group)], ("", True)
        yield [(i + 1, i + 1) for i in range(len(self.known)) if self._is_lead(i)], ("end", True)
        yield [(i, i) for i in self.read_on], ("end", True)
        yield [(i, i) for i in self.inside if i not in self.last], ("above", False)
        yield [(i + 1, i + 1) for i in self.inside if i in self.last], ("end", False)

    def _signed(self, group: Group) -> bool:
        """Whether lines of facts name a writer."""
        return any(meta is not None and bool(meta.authors) for n in range(*group) if (meta := self.known[n].meta))

    def _is_lead(self, index: int) -> bool:
        """Whether a text breaks off, and no text follows: the beginning of a story."""
        plain = self.known[index].plain
        return self.is_text(index) and plain.endswith(("…", "...")) and not self.is_text(index + 1)

    def _groups(self, wanted: Letter) -> list[Group]:
        """Neighbouring lines of facts with an anchor of one kind among them, a rule at neither end."""
        groups: list[Group] = []
        index, size = 0, len(self.letters)
        around = (wanted, Letter.STAMP, Letter.FACT, Letter.LINK)
        while index < size:
            if self.letters[index] not in around:
                index += 1
                continue
            end = index
            while end < size and self.letters[end] in around:
                end += 1
            if wanted in self.letters[index:end]:
                groups.append((index, end))
            index = end
        return groups

    def is_text(self, index: int) -> bool:
        """Whether a part is text of an entry."""
        return 0 <= index < len(self.letters) and self.letters[index] in (Letter.TEXT, Letter.BLOCK, Letter.CAPTION)

    def size(self, index: int) -> int:
        """Characters of running text."""
        return len(self.known[index].plain) if self.letters[index] in (Letter.TEXT, Letter.BLOCK) else 0

    def goes_on(self, index: int) -> bool:
        """Whether a headline with a text comes from a part on."""
        return any(
            self.letters[n] is Letter.TITLE and self.is_text(n + 1) and self.size(n + 1) > self.least
            for n in range(index, len(self.letters) - 1)
        )

    def past_section(self, index: int) -> int:
        """The part, or the one below where it names a section or counts an item, above a headline."""
        while index + 1 < len(self.letters) and self.letters[index] in (Letter.SECTION, Letter.NUMBER):
            index += 1
        return index

    def with_section(self, index: int) -> int:
        """The part, or the first of those above it that name its section and count it."""
        while index > 0 and self.letters[index - 1] in (Letter.SECTION, Letter.NUMBER):
            index -= 1
        return index

    def past_rules(self, index: int) -> int:
        """The first part from this one on that is no rule."""
        while index < len(self.letters) and self.letters[index] is Letter.RULE:
            index += 1
        return index

    def titles_before(self, index: int) -> int:
        """How many headlines stand right above a part."""
        count = 0
        while index - count > 0 and self.letters[index - count - 1] is Letter.TITLE:
            count += 1
        return count

    def titles_behind(self, index: int) -> int:
        """How many headlines stand from a part on, behind rules and a section's name."""
        index = self.past_section(self.past_rules(index))
        count = 0
        while index + count < len(self.letters) and self.letters[index + count] is Letter.TITLE:
            count += 1
        return count

    def stamp(self, group: Group) -> stamps.Stamp:
        """The stamps of an anchor's lines as one."""
        whole = stamps.Stamp()
        for index in range(*group):
            whole = whole.joined(self.stamps.get(index))
        return whole

    def texts(self, begin: int, end: int) -> tuple[int, int]:
        """The first and the last text of a range: its end and its begin where there is none."""
        first = next((n for n in range(begin, end) if self.is_text(n)), end)
        return first, next((n for n in range(end - 1, first - 1, -1) if self.is_text(n)), begin)
