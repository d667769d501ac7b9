"""What a line has in common with a text, and with a title: how much of what it says the text says too."""

from __future__ import annotations

from itertools import pairwise

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.heads import persons

NARROWEST = 6
"""Han characters of a title that is preferred to a line above it."""
SAMPLE = 3000
"""Characters of the text that are looked at."""
MONTH_DAY = re.compile(
    r"^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}(?:, (?:19|20)\d\d)?$"
)
"""A day as letters that a site sends out print it, of the year that runs perhaps: Jan 7."""
DASHES = "—─―–-"
"""What a subtitle begins with."""
_SAID = re.compile(r"[\u3400-\u9fff\d]{2,}|[^\W\d_\u3400-\u9fff]{3,}")


def share(text: str, pairs: set[str]) -> float:
    """Share of a line's pairs of letters, and of its words in other letters, that come in the text."""
    own = pairs_of(text)
    return len(own & pairs) / len(own) if own else 0.0


def pairs_of(text: str) -> set[str]:
    """The pairs of letters that stand side by side in words of Han characters, and the words in other letters."""
    words = _SAID.findall(text.casefold())
    han = [word for word in words if shapes.has_han(word) or word.isdigit()]
    return {one + two for word in han for one, two in pairwise(word)} | {*words}.difference(han)


def same_title(one: str, other: str) -> bool:
    """Whether two keys are the same title, one perhaps with its author or series in front."""
    if len(one) > len(other):
        one, other = other, one
    return len(one) >= 8 and other.endswith(one) and len(other) - len(one) <= 12


def could_be(text: str) -> bool:
    """Whether a line may be a title by its form: wide enough, no subtitle, no sentence, nobody's name."""
    return (
        text[0] not in DASHES
        and shapes.width(text) >= NARROWEST
        and not _is_sentence(text)
        and not persons.names_in(text)
        and shapes.has_han(text)
    )


def _is_sentence(text: str) -> bool:
    """Whether a line asks or exclaims at such a length that it is rather the text's first sentence."""
    return shapes.ends_sentence(text) and shapes.width(text) > 24
