"""Dates as a reader sees them: days, months and years in ISO form, weeks, decades and ranges in words."""

from __future__ import annotations

from collections.abc import Callable

from jianbao import regex as re

_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_DECADE = re.compile(r"(\d{3})X")
_MACHINE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?|-W\d{2})?")


def day_words(iso: str, word: Callable[..., str]) -> str:
    """``2026-02-03`` as it is, ``2026-W06`` and ``197X`` in words, ``a/b`` as a range of the two.

    ``word`` fills in a word of the interface by its key.
    """
    return "–".join(_one(part, word) for part in iso.split("/"))


def is_machine_readable(iso: str) -> bool:
    """Whether HTML's ``datetime`` knows the form: days, months, years and weeks, no decades or ranges."""
    return _MACHINE.fullmatch(iso) is not None


def _one(iso: str, word: Callable[..., str]) -> str:
    if match := _WEEK.fullmatch(iso):
        return word("week", n=match[1], m=int(match[2]))
    if match := _DECADE.fullmatch(iso):
        return word("decade", n=f"{match[1]}0")
    return iso
