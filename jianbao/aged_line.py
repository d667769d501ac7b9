"""The line in which a feed reader says of an item where it is from, who wrote it, and how long ago or on which day:
``某某報 / 某某 / 3 小時前``, ``某某週刊 by Somebody / 1d``, ``某某報 / by 某某 / 2025年10月16日``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from jianbao import regex as re
from jianbao.word_lists import either

LONGEST = 60
"""Characters of such a line, and of a headline above it."""
SHORTEST, ALONE = 8, 0.9
"""Characters of a headline, and the share of them that are no other item's, too."""
FEWEST = 3
"""Such lines below headlines that make a list."""

_AGE = re.compile(
    rf"\d{{1,3}}\s?(?:{either('time_units')}\s?前|(?:sec|min|hour|hr|day|week|month|year)s?\s?ago|mo|[smhdwy])"
    rf"|{either('lately')}|yesterday|just now",
    re.I,
)
_DAY = re.compile(
    r"(?:19|20)\d\d ?(?:年 ?\d{1,2} ?月 ?\d{1,2} ?日|[-/.]\d{1,2}[-/.]\d{1,2})(?: \d{1,2}:\d{2})?"
    r"|(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]* (?:\d{1,2}(?:, \d{4})?|\d{4})"
)
_BETWEEN = re.compile(r"\s+[/|｜·•]\s+|\s*[｜·•]\s*|\s+by\s+")
_NAME = re.compile(r"[^\d@。，：；！？「」/|｜][^。，：；！？「」/|｜]{1,29}")
_AND = re.compile("[、,，&]| and ")
_ENDED = re.compile("[。！？!?…；;：:]$")


class Aged(NamedTuple):
    """What such a line says; ``authors`` may be empty, ``when`` is its age or day as written."""

    source: str
    authors: tuple[str, ...]
    when: str


def parse(text: str) -> Aged | None:
    """The outlet and the writers of such a line; None for any other line."""
    if len(text) > LONGEST:
        return None
    *names, when = (part.strip() for part in _BETWEEN.split(text.strip()))
    names = [name.removeprefix("by ") for name in names if name]
    if not 1 <= len(names) <= 2 or not all(map(_NAME.fullmatch, names)):
        return None
    if not _AGE.fullmatch(when) and not _DAY.fullmatch(when):
        return None
    authors = tuple(name.strip() for name in _AND.split(names[1])) if len(names) > 1 else ()
    return Aged(names[0], authors, when)


def rows(plain: Sequence[str]) -> list[int]:
    """The lines of a text that are such, each right below a headline of its own; empty where they are too few for a
    list, or where running text stands above the first: what is said so below a text are comments.
    """
    found = [at for at in range(1, len(plain)) if _is_headline(plain[at - 1]) and parse(plain[at])]
    heads = {plain[at - 1] for at in found}
    if len(found) < FEWEST or len(heads) < ALONE * len(found):
        return []
    if any(len(text) > LONGEST for text in plain[: found[0]]):
        return []
    asked = [at for at in range(1, len(plain)) if _is_headline(plain[at - 1].rstrip("？！?!")) and parse(plain[at])]
    return sorted({*found, *asked})


def _is_headline(text: str) -> bool:
    return SHORTEST <= len(text) <= LONGEST and not _ENDED.search(text) and not parse(text)
