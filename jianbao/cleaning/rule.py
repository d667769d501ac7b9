"""What a line rule is, and what it proposes. The engine applies; a rule only finds."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from jianbao.document import Line


@dataclass(frozen=True, slots=True)
class Finding:
    """A proposal: in ``lines[index]``, the characters from ``start`` to ``end`` become ``text`` (empty: they leave).

    ``note`` is the evidence in words. A finding with ``doubt`` changes nothing: it becomes a warning that says what
    looked removable and was kept.
    """

    index: int
    start: int
    end: int
    note: str
    text: str = ""
    doubt: bool = False


@dataclass(frozen=True, slots=True)
class Options:
    """What a rule may know besides the lines: the seed's name, and the line numbers that the editor keeps.

    ``gone`` are the numbers of the lines that rules before it took whole, as furniture between two flows of text.
    """

    seed: str = ""
    kept: frozenset[int] = frozenset()
    gone: frozenset[int] = frozenset()


Find = Callable[[Sequence[Line], Options], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line rule: its code in ``data/codes.yml``, how it finds, which substitutions are legal.

    ``budget`` is the share of a seed's characters that the rule may take before a warning asks the editor to look.
    ``tears``: a line that it takes stood inside the flow of the text (a running head between two halves of a
    sentence); what other rules take stood between two flows and leaves a blank line. ``own``: what it takes are marks
    of the text itself, and tell of no furniture around it.
    """

    code: str
    find: Find
    legal: Callable[[str, str], bool] | None = None
    budget: float = 0.1
    tears: bool = False
    own: bool = False

    @property
    def doc(self) -> str:
        """The rule's documentation: Before, After, Never."""
        return (sys.modules[self.find.__module__].__doc__ or "").strip()


def whole(index: int, line: Line, note: str) -> Finding:
    """The finding that a line leaves altogether."""
    return Finding(index, 0, len(line.text), note)
