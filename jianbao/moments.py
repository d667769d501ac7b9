"""Moments as machines write them: a date, the time and the time zone, as in feeds and in mails."""

from __future__ import annotations

from jianbao import regex as re

PATTERN = (
    r"(?:(?:[A-Z][a-z]{2},\s+)?\d{1,2}\s+[A-Z][a-z]{2}\s+\d{4}\s+\d{2}:\d{2}(?::\d{2})?\s+(?:[+-]\d{4}|[A-Z]{1,4})"
    r"|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2}))"
)
"""RFC 822 and ISO 8601, for use within other patterns."""

LONGEST = 40
"""Characters of the longest moment."""

_INSIDE = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})")
_MOMENT = re.compile(PATTERN)


def is_moment(text: str) -> bool:
    """Whether a text without spaces at its ends is a moment and nothing else."""
    return len(text) <= LONGEST and text[:1].isascii() and _MOMENT.fullmatch(text) is not None


def shortened(text: str) -> str:
    """The text with moments in ISO 8601 as people write them: the day, a space, the time of day."""
    return _INSIDE.sub(r"\1 \2", text) if "T" in text else text
