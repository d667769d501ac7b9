"""Columns that a text takes up where tools lay out print of one width, as browsers of text do."""

from __future__ import annotations

from unicodedata import east_asian_width


def columns(text: str) -> int:
    """Two for each wide character, one for any other: marks that may be either are narrow."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
