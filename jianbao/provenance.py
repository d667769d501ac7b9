"""Text that knows where it came from: spans of a seed, runs, edits, removals.

Every stage from cleaning to script repair works on ``MappedText``. A rule proposes an ``Edit``; ``MappedText.replace``
applies it and hands back what left the text as ``Removal``. ``audit.py`` proves of them that nothing is lost.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range of character offsets in ``Seed.text``."""

    start: int
    end: int


class Run(NamedTuple):
    """A stretch of text and the seed characters that it stands for.

    ``rule`` is None when the text is the seed's own, character for character. A run of a rule may have text without
    spans (a space put between two joined lines) but never spans without text: those are removals. ``over``: what the
    rule rewrote, where that was no longer the seed's own (⼲ became 干, then 幹); empty where it was. ``whole``: the
    run of a rule that this is a piece of; the rule answers for that.
    """

    text: str
    spans: tuple[Span, ...]
    rule: str | None = None
    over: tuple[Run, ...] = ()
    whole: Run | None = None

    @property
    def one_to_one(self) -> bool:
        """Whether the n-th character of the text stands for the n-th character of the spans."""
        return self.rule is None or sum(end - start for start, end in self.spans) == len(self.text)

    def found(self, seed_text: str) -> str:
        """What the run's rule found where it now has its text; of a verbatim run the text itself."""
        if self.over:
            return "".join(run.text for run in self.over)
        return "".join(seed_text[start:end] for start, end in self.spans)

    def cut(self, start: int, stop: int) -> Run:
        """The part of the run between two offsets of its text.

        Where lengths differ nobody can say which seed character a letter stands for: the piece that holds the run's
        first character then takes all spans, so that none is claimed twice.
        """
        start = max(start, 0)
        if start == 0 and stop >= len(self.text):
            return self
        if self.rule is None and len(self.spans) == 1:  # as most runs are
            stop, first = min(stop, len(self.text)), self.spans[0].start
            return Run(self.text[start:stop], (Span(first + start, first + stop),) if start < stop else ())
        spans = self.spans if start == 0 else ()
        if self.one_to_one:
            spans = _cut_spans(self.spans, start, stop)
        over: tuple[Run, ...] = ()
        if self.over and sum(len(run.text) for run in self.over) == len(self.text):
            over = MappedText(self.over).slice(start, stop).runs
        return Run(self.text[start:stop], spans, self.rule, over, self.whole or self if self.rule else None)


def _cut_spans(spans: tuple[Span, ...], start: int, stop: int) -> tuple[Span, ...]:
    pieces: list[Span] = []
    offset = 0
    for span in spans:
        length = span.end - span.start
        low, high = max(start - offset, 0), min(stop - offset, length)
        if low < high:
            pieces.append(Span(span.start + low, span.start + high))
        offset += length
    return tuple(pieces)


def merge_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Sort spans and join those that touch or overlap."""
    ordered = sorted(spans)
    if len(ordered) < 2:
        return tuple(ordered)
    merged: list[Span] = []
    for span in ordered:
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs, verbatim neighbours of the seed made one."""
    texts: list[str] = []
    spans: list[Span] = []
    for run in runs:
        if run.rule is None and spans and spans[-1].end == run.spans[0].start:
            spans[-1:] = (Span(spans[-1].start, run.spans[0].end), *run.spans[1:])
            texts.append(run.text)
            continue
        if texts:
            yield Run("".join(texts), tuple(spans))
            texts, spans = [], []
        if run.rule is None:
            texts, spans = [run.text], list(run.spans)
        else:
            yield run
    if texts:
        yield Run("".join(texts), tuple(spans))


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``[start, end)`` of a text by ``text``; an empty ``text`` removes it.

    ``rule`` is the code that answers for it (``data/codes.yml``), ``note`` the evidence in words.
    """

    start: int
    end: int
    text: str
    rule: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Removal:
    """Text that left the body: what, from where, by which rule, on what evidence."""

    text: str
    spans: tuple[Span, ...]
    code: str
    note: str = ""


_AT_START = (0,)


@dataclass(frozen=True, slots=True)
class MappedText:
    """Immutable text made of runs. ``str(text)`` is what a reader sees."""

    runs: tuple[Run, ...] = ()
    plain: str = field(init=False, compare=False, repr=False, default="")
    _starts: tuple[int, ...] = field(init=False, compare=False, repr=False, default=())

    def __post_init__(self) -> None:
        if len(self.runs) == 1:  # as most texts are
            object.__setattr__(self, "plain", self.runs[0].text)
            object.__setattr__(self, "_starts", _AT_START)
            return
        starts: list[int] = []
        offset = 0
        for run in self.runs:
            starts.append(offset)
            offset += len(run.text)
        object.__setattr__(self, "plain", "".join(run.text for run in self.runs))
        object.__setattr__(self, "_starts", tuple(starts))

    @classmethod
    def verbatim(cls, seed_text: str, start: int, end: int) -> MappedText:
        """The seed's own characters between two offsets."""
        return cls((Run(seed_text[start:end], (Span(start, end),)),)) if start < end else cls()

    @classmethod
    def inserted(cls, text: str, rule: str) -> MappedText:
        """Text that no seed character stands for, such as the space between two joined lines."""
        return cls((Run(text, (), rule),)) if text else cls()

    @classmethod
    def concat(cls, parts: Iterable[MappedText]) -> MappedText:
        """All parts, one after another; verbatim neighbours of the seed become one run."""
        return cls(tuple(_joined(run for part in parts for run in part.runs)))

    def __str__(self) -> str:
        return self.plain

    def __len__(self) -> int:
        return len(self.plain)

    def __add__(self, other: MappedText) -> MappedText:
        return MappedText.concat((self, other))

    def slice(self, start: int, stop: int | None = None) -> MappedText:
        """The text between two offsets, with its origins. Negative offsets are not taken."""
        stop = len(self.plain) if stop is None else min(stop, len(self.plain))
        if start <= 0 and stop == len(self.plain):
            return self
        return MappedText(tuple(self._pieces(max(start, 0), stop)))

    def strip(self) -> MappedText:
        """Without white space at both ends (white space needs no account)."""
        text = self.plain
        return self.slice(len(text) - len(text.lstrip()), len(text.rstrip()))

    def spans(self, start: int = 0, stop: int | None = None) -> tuple[Span, ...]:
        """The seed's ranges behind ``[start, stop)``, sorted and merged."""
        stop = len(self.plain) if stop is None else stop
        if start >= stop:
            return ()
        return merge_spans(span for run in self._pieces(start, stop) for span in run.spans)

    def _read_spans(self, start: int, stop: int) -> tuple[Span, ...]:
        """The seed's ranges behind ``[start, stop)`` in the order of this text, which may not be that of the seed."""
        spans: list[Span] = []
        for span in (span for run in self._pieces(start, stop) for span in run.spans):
            if spans and spans[-1].end == span.start:
                spans[-1] = Span(spans[-1].start, span.end)
            else:
                spans.append(span)
        return tuple(spans)

    def origin(self, offset: int) -> int | None:
        """Seed offset of the character at ``offset``; the nearest one before it for inserted text; else None."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0:
            run, within = self.runs[index], offset - self._starts[index]
            if not run.one_to_one:
                within = 0
            for start, end in run.spans:
                if within < end - start:
                    return start + within
                within -= end - start
        for run in reversed(self.runs[: max(index, 0)]):
            if run.spans:
                return run.spans[-1].end - 1
        return next((run.spans[0].start for run in self.runs if run.spans), None)

    def replace(self, edits: Iterable[Edit]) -> tuple[MappedText, tuple[Removal, ...]]:
        """Apply edits, all given in offsets of this text. Overlapping edits are a ``ValueError``."""
        ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
        if not ordered:
            return self, ()
        runs: list[Run] = []
        removals: list[Removal] = []
        position = 0
        for edit in ordered:
            if edit.start < position or edit.end > len(self.plain) or edit.end < edit.start:
                raise ValueError(f"edit {edit} overlaps its neighbour or leaves the text")
            runs.extend(self._pieces(position, edit.start))
            spans = self.spans(edit.start, edit.end)
            if edit.text:
                rewritten = tuple(self._pieces(edit.start, edit.end))
                over = rewritten if any(run.rule for run in rewritten) else ()
                runs.append(Run(edit.text, self._read_spans(edit.start, edit.end), edit.rule, over))
            elif spans:
                removals.append(Removal(self.plain[edit.start : edit.end], spans, edit.rule, edit.note))
            position = edit.end
        runs.extend(self._pieces(position, len(self.plain)))
        return MappedText(tuple(_joined(runs))), tuple(removals)

    def removed(self, code: str, note: str = "") -> Removal:
        """The whole text as a removal."""
        return Removal(self.plain, self.spans(), code, note)

    def _pieces(self, start: int, stop: int) -> Iterator[Run]:
        if start >= stop:
            return
        index = max(bisect_right(self._starts, start) - 1, 0)
        while index < len(self.runs) and self._starts[index] < stop:
            run, offset = self.runs[index], self._starts[index]
            piece = run.cut(start - offset, stop - offset)
            if piece.text:
                yield piece
            index += 1
