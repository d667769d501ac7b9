"""The words of search, popovers, preferences, pictures and paper, in each edition (``data/reader_words.yml``)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from jianbao.data_file import load_data


@cache
def reader_words(part: str, locale: str) -> Mapping[str, str]:
    """The words of one part (``search``, ``charts`` …) in a locale. KeyError for a part or locale that is not there."""
    return {key: forms[locale] for key, forms in _table()[part].items()}


@cache
def _table() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    table: Mapping[str, Mapping[str, Mapping[str, str]]] = load_data("reader_words")
    return table
